"""No test may see the application write a recorded row outside of a change with a reason.

What a test itself writes to have something to begin with is no concern of this; nor are the models, which
make a change of their own where there is none.
"""

import sys
from pathlib import Path

APPLICATION = Path(__file__).resolve().parent.parent / "timeline"
found = []  # what strayed since the current test began


def watch():
    """From now on, note every change without a reason that the application makes."""
    from timeline.models.changing import Change

    close = Change.close

    def watched(change):
        if change.touched and not change.reason.strip() and (where := _of_the_application()):
            found.append(f"{where} writes {', '.join(model.__name__ for model in change.touched)}")
        close(change)

    Change.close = watched


def _of_the_application():
    """The innermost function of the application, but for its models, that is at work; None where none is."""
    frame = sys._getframe(2)
    while frame:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(APPLICATION) and path.parts[len(APPLICATION.parts)] != "models":
            return f"{path.relative_to(APPLICATION)}:{frame.f_code.co_name}"
        frame = frame.f_back
    return None
