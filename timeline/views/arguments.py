"""A debate's arguments, question by question, for and against side by side."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.exports.arguments import Arguments
from timeline.translation import number

from .debate_page import debate_page


@debate_page("arguments")
def arguments(view):
    """Every question with its arguments; where filters narrow, only questions in which one is used."""
    cases = Arguments(view).cases()
    if view.filters.looks() != view.filters.replace(event="", question=()):
        cases = [case for case in cases if case.used]
    return {
        "heading": _("Arguments"),
        "title": _("Arguments: %(view)s") % {"view": view.describe()},
        "content": "_arguments.html",
        "cases": cases,
        "sentence": sentence(cases),
    }


def sentence(cases):
    """What the page shows, in one sentence."""
    told = [one for case in cases for _label, side in case.sides for one in side]
    if not told:
        return _("No argument is used in this view.")
    said = ngettext(
        "%(count)s argument on %(questions)s", "%(count)s arguments on %(questions)s", len(told)
    ) % {"count": number(len(told)), "questions": questions(len(cases))}
    return _("%(arguments)s: who gave which as a reason, first and last, and what answers it.") % {
        "arguments": said
    }


def questions(count):
    """So many questions."""
    return ngettext("%(count)s question", "%(count)s questions", count) % {"count": number(count)}
