"""Which role in a topic's chain the kind of an event suggests. A proposal to curators, and never public."""

from django.db.models import BLANK_CHOICE_DASH

from timeline.models import Event, EventTopic

from .scope import ScopedFormSet

# Only kinds that mean one role: a statement, a meeting or a vote may ask, refuse or permit.
PROPOSED = {
    Event.Kind.PROPOSAL: EventTopic.Role.REQUESTED,
    Event.Kind.DECISION: EventTopic.Role.APPROVED,
    Event.Kind.DELIVERY: EventTopic.Role.DELIVERED,
    Event.Kind.STRIKE: EventTopic.Role.USED,
}


def choices_for(kind):
    """The roles to choose from, the proposed one first and named so; none is chosen by itself."""
    proposed = PROPOSED.get(kind)
    roles = [(role.value, role.label) for role in EventTopic.Role if role != proposed]
    if proposed:
        roles.insert(0, (proposed.value, f"{proposed.label} (proposed for a {Event.Kind(kind).label})"))
    return [*BLANK_CHOICE_DASH, *roles]


class EventTopicFormSet(ScopedFormSet):
    """The topics of an event: each offers the role that the event's kind proposes."""

    def add_fields(self, form, index):
        """Offer the roles in the order that the event's kind suggests."""
        super().add_fields(form, index)
        form.fields["role"].choices = choices_for(self.instance.kind)
