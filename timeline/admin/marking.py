"""Two versions of a text, word by word: what was taken out and what was put in."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join

WORDS_AT_MOST = 2000  # longer texts are shown whole, one after the other


WORDS, ITEMS, WHOLE = r"\s+|[^\s]+", r"; |[^;]+", r"(?s).+"  # what two versions are compared by


def pieces(old, new, by=WORDS):
    """[(tag, text)]: `del` for what only the old one has, `ins` for the new one, empty for both."""
    before, after = (re.findall(by, text) for text in (old, new))
    if max(len(before), len(after)) > WORDS_AT_MOST:
        return [("del", old), ("ins", new)]
    found = []
    for how, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(("", "".join(before[i:j])))
            continue
        found += [("del", "".join(before[i:j]))] if j > i else []
        found += [("ins", "".join(after[k:m]))] if m > k else []
    return found


def marked(old, new, by=WORDS):
    """The two as one HTML text with deleted and inserted words marked; wholly different ones one by one."""
    found = pieces(old, new, by)
    kept = sum(len(text) for tag, text in found if not tag)
    if (kept * 3 < max(len(old), len(new)) and by != ITEMS) or by == WHOLE:
        found = [("del", old), ("", " "), ("ins", new)]
    shown = (format_html(f"<{tag}>{{}}</{tag}>", text) if tag else text for tag, text in found if text)
    return format_html_join("", "{}", ((piece,) for piece in shown))
