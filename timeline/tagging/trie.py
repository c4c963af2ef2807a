"""Phrases as a tree of words: the phrases that begin at a word are found in one walk."""

from collections.abc import Sequence
from typing import Any


class Trie:
    """Phrases of words, each with values. The walk is bounded by the longest phrase, whatever the text."""

    __slots__ = ("_root",)
    _VALUES = ""  # no word is empty, so this key can hold a node's values

    def __init__(self):
        self._root: dict = {}

    def add(self, words: Sequence[str], value: Any) -> None:
        """Add a phrase; a value given twice is kept once, in the order of adding."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        values = node.setdefault(self._VALUES, [])
        if value not in values:
            values.append(value)

    def at(
        self, index: int, edges: Sequence[Sequence[str]], joined: Sequence[bool] | None = None
    ) -> list[tuple[int, Any]]:
        """(end index, value) of every phrase that begins at word `index`, the longest first.

        `edges[i]` are the words that word i may stand for; `joined[i]` whether words i - 1 and i may be of
        one phrase. Two spellings of one word may lead to two nodes, so nodes are kept as a list.
        """
        nodes = [self._root[edge] for edge in edges[index] if edge in self._root]
        found: list[tuple[int, Any]] = []
        while nodes:
            index += 1
            found = [
                (index, value) for node in nodes if self._VALUES in node for value in node[self._VALUES]
            ] + found
            if index == len(edges) or (joined and not joined[index]):
                break
            nodes = [node[edge] for node in nodes for edge in edges[index] if edge in node]
        return found
