"""The one exception of this package."""

from timeline.translation import gettext


class NotADate(ValueError):
    """The text names no date; `reason` says so in a sentence that tells a curator what can be done.

    It is given as an English template with parameters, and said in the language of whoever asks.
    """

    def __init__(self, template: str, **params: object):
        super().__init__(template)
        self.template, self.params = template, params

    @property
    def reason(self) -> str:
        """The sentence in the language spoken now."""
        return gettext(self.template).format(**self.params)

    def __str__(self):
        return self.reason
