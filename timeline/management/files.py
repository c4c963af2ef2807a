"""Files as commands speak of them."""

from pathlib import Path


def named(file):
    """A file's name without its folder, for a history that others read."""
    return "standard input" if file == "-" else Path(file).name
