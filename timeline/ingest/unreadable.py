"""What an article cannot be made of."""


class Unreadable(ValueError):
    """A file or a text that no article can be made of; `reason` is a sentence for the curator."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason
