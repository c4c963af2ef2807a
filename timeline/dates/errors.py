"""The one exception of this package."""


class NotADate(ValueError):
    """The text names no date; `reason` says so in a sentence that tells a curator what can be done."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason
