"""Who may do what with an event: one place, asked by admin, actions, views and querysets.

A role is a group (`groups.py` makes them): contributors write drafts, editors see, review, publish and
withdraw all, owners also look after debates and users. What decides is the permission and not the group's
name, so a group of an operator's own works as well. Somebody without a role is one of the public.
"""

from .statuses import DRAFT, IN_REVIEW, LASTING, PUBLISHED, STEPS

CURATE = "timeline.change_event"
EDIT_ANY = "timeline.edit_any_event"
PUBLISH = "timeline.publish_event"
OWN_STEPS = (DRAFT, IN_REVIEW)  # where those who may not publish move their own events between


def may_curate(user):
    """Whether this user has a role at all: may write drafts."""
    return user is not None and user.has_perm(CURATE)


def may_edit_any(user):
    """Whether the drafts of others are this user's business: an editor, an owner, a superuser."""
    return user is not None and user.has_perm(EDIT_ANY)


def may_publish(user):
    """Whether this user may publish events and withdraw them."""
    return may_edit_any(user) and user.has_perm(PUBLISH)


def is_author(user, event):
    """Whether the event is this user's own, and the user still writes here."""
    return may_curate(user) and user.pk is not None and event.author_id == user.pk


def may_see(user, event):
    """Whether this user may read the event as it stands: what `EventQuerySet.curated_by` holds."""
    return event.status == PUBLISHED or may_edit_any(user) or is_author(user, event)


def may_edit(user, event):
    """Whether this user may change the event: an editor any, a contributor the own draft.

    What is in review is not changed under the reviewer: its author takes it back first.
    """
    if may_edit_any(user):
        return may_curate(user)
    return event.status == DRAFT and is_author(user, event)


def may_delete(user, event):
    """Whether this user may delete the event: whoever may edit it, until it has once been public."""
    return event.status not in LASTING and may_edit(user, event)


def may_comment(user, event):
    """Whether this user may speak about the event with the other curators."""
    return may_edit_any(user) or is_author(user, event)


def steps_for(user, event):
    """The statuses that this user may leave the event in, its own among them; empty where none."""
    if may_publish(user):
        return STEPS[event.status]
    allowed = event.status in OWN_STEPS and (may_edit_any(user) or is_author(user, event))
    return OWN_STEPS if allowed else ()


def may_step(user, event, status):
    """Whether this user may take the event to another status."""
    return status != event.status and status in steps_for(user, event)
