"""What who imports may add and change: the rules of `models/roles.py`, asked row by row."""

from timeline.models.roles import may_curate, may_edit, may_edit_any, may_publish, may_see
from timeline.models.statuses import DRAFT, EventStatus


class Rights:
    """Those of a user."""

    def __init__(self, user):
        self.user = user

    def refusal(self, kind, before):
        """Why a row of this kind may not be written over `before`, a stored row or None; or nothing."""
        if not may_curate(self.user):
            return "only curators import"
        if kind == "event":
            if before is None or may_edit(self.user, before):
                return ""
            return f"the event is there, {before.get_status_display()}, and only an editor changes it"
        if may_edit_any(self.user) or (kind == "source" and before is None):
            return ""
        return f"only an editor {'adds' if before is None else 'changes'} {kind}s"

    def sees(self, kind, before):
        """Whether a stored row may be shown beside the one that would change it."""
        return kind != "event" or may_see(self.user, before)

    def statuses(self):
        """The statuses that new events may get, as choices."""
        allowed = (DRAFT, EventStatus.IN_REVIEW, *([EventStatus.PUBLISHED] if may_publish(self.user) else []))
        return [(value, label) for value, label in EventStatus.choices if value in allowed]


class Operator(Rights):
    """Who has a terminal on the server may do everything."""

    def refusal(self, kind, before):
        """Nothing is refused."""
        return ""

    def sees(self, kind, before):
        """Nothing is hidden."""
        return True


OPERATOR = Operator(None)
