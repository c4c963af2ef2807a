"""Primary keys out of what a browser sends."""


def as_key(text):
    """A primary key out of what a browser sent, or None for anything that is no key."""
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
