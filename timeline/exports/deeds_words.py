"""Roles and waits in words: a range as wide as the dates leave it, and no claim of an order nobody knows."""

from operator import itemgetter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.models.events import TopicRole
from timeline.translation import number

PAIRS = {
    ("requested", "refused"): gettext_lazy("From the first request to the first refusal after it"),
    ("requested", "approved"): gettext_lazy("From the first request to the first approval after it"),
    ("requested", "permitted"): gettext_lazy("From the first request to the first permission after it"),
    ("refused", "approved"): gettext_lazy("From the first refusal to the first approval after it"),
    ("approved", "delivered"): gettext_lazy("From the first approval to the first delivery after it"),
    ("delivered", "used"): gettext_lazy("From the first delivery to the first use after it"),
    ("restricted", "permitted"): gettext_lazy("From the first restriction to the first permission after it"),
    ("permitted", "used"): gettext_lazy("From the first permission to the first use after it"),
    ("requested", "used"): gettext_lazy("From the first request to the first use after it"),
}
HEADINGS = {
    ("requested", "approved"): gettext_lazy("Request to approval"),
    ("approved", "delivered"): gettext_lazy("Approval to delivery"),
    ("delivered", "used"): gettext_lazy("Delivery to use"),
    ("requested", "used"): gettext_lazy("Request to use"),
}


def role(value):
    """A role in words."""
    return str(TopicRole(value).label)


def days(lag):
    """A lag: "418 to 437 days", "20 days", "the same day", or that the order is unknown."""
    if lag.most is None:
        return _("order unknown")
    if lag.least == lag.most:
        return _("the same day") if lag.most == 0 else counted(lag.most)
    names = {"least": number(lag.least), "most": number(lag.most)}
    return ngettext("%(least)s to %(most)s day", "%(least)s to %(most)s days", lag.most) % names


def counted(count):
    """So many days."""
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": number(count)}


def round_name(place, count):
    """Which of several rounds it is."""
    if count == 1:
        return ""
    return _("Round %(place)s of %(count)s") % {"place": number(place), "count": number(count)}


def sentence(runs):
    """What the chart across topics shows, in one sentence."""
    if not runs:
        return _("No event of this view has a role between request and use.")
    names, longest = counts(runs), longest_of(runs)
    if not longest:
        return _("From words to deeds: %(topics)s in %(rounds)s.") % names
    names |= {"topic": longest.topic.name, "days": days(longest.approval)}
    return (
        _(
            "From words to deeds: %(topics)s in %(rounds)s; the longest wait from a first request to an "
            "approval is that for %(topic)s: %(days)s."
        )
        % names
    )


def topics_in_rounds(runs):
    """How many topics in how many rounds."""
    return _("%(topics)s in %(rounds)s") % counts(runs)


def longest_wait(runs):
    """The longest wait from a first request to an approval, where there is one."""
    longest = longest_of(runs)
    if longest:
        names = {"topic": longest.topic.name, "days": days(longest.approval)}
        yield _("Longest from a first request to an approval: %(topic)s, %(days)s") % names


def counts(runs):
    """So many topics, and so many rounds."""
    topics, rounds = len({run.topic.pk for run in runs}), len(runs)
    said = ngettext("%(count)s topic", "%(count)s topics", topics) % {"count": number(topics)}
    of_rounds = ngettext("%(count)s round", "%(count)s rounds", rounds) % {"count": number(rounds)}
    return {"topics": said, "rounds": of_rounds}


def longest_of(runs):
    """The round with the longest wait from a first request to an approval; None where there is none."""
    waited = [(approval.least, run) for run in runs if (approval := run.approval)]
    return max(waited, key=itemgetter(0), default=(0, None))[1]
