"""Why a merge, or its undoing, cannot be: sentences for the curator."""


class CannotMerge(Exception):
    """The two rows cannot become one; the message says why."""


class CannotUndo(Exception):
    """The merge cannot be undone; the message says what stands in the way."""
