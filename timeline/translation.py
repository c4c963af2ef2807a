"""The seam of translation: where the pure packages get their words in the reader's language. Pure Python.

Messages are English sentences, whole, with named placeholders in braces. Until somebody calls `install`,
they come back as they are; the app installs Django's functions at its start. Those look up the language
that is active in their own thread, so nothing here has a state of its own but who speaks.
"""

from types import SimpleNamespace
from typing import Protocol

from babel.numbers import format_decimal


class Speaker(Protocol):
    """What translates: `django.utils.translation` is one."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, singular: str, plural: str, number: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...

    def get_language(self) -> str | None: ...


ENGLISH: Speaker = SimpleNamespace(
    gettext=lambda message: message,
    ngettext=lambda singular, plural, number: singular if number == 1 else plural,
    pgettext=lambda context, message: message,
    get_language=lambda: "en",
)
_speaker = ENGLISH


def install(speaker: Speaker) -> None:
    """Let this one speak from now on, in every thread."""
    global _speaker
    _speaker = speaker


def language() -> str:
    """The language spoken now and here, without its region: "en", "de", "uk"."""
    return (_speaker.get_language() or "en").split("-")[0]


def gettext(message: str) -> str:
    """The message in the language spoken now."""
    return _speaker.gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form of the message that this number of things asks for."""
    return _speaker.ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """The message as this context means it."""
    return _speaker.pgettext(context, message)


def gettext_noop(message: str) -> str:
    """Mark a message that is translated later, where it is said."""
    return message


def pgettext_noop(context: str, message: str) -> tuple[str, str]:
    """Mark a message of a context; `pgettext(*marked)` says it later."""
    return context, message


def number(value: int) -> str:
    """A whole number with the separators of the language: 1,234 and 1.234 and 1 234."""
    return format_decimal(value, locale=language())
