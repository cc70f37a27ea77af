"""Entries that take back others: an undo cancels an entry, a redo cancels the undo, and so on along a chain."""

from __future__ import annotations

from collections.abc import Mapping

Links = Mapping[int, int]
"""The number of the entry that cancels another, by the number of the one it cancels."""


def in_force(seq: int, links: Links) -> bool:
    """Whether an entry stands: nothing cancels it, or whatever does is itself taken back."""
    holds = True
    while seq in links:
        seq = links[seq]
        holds = not holds
    return holds


def starts_of(links: Links) -> dict[int, int]:
    """The entry that each later one of its chain takes back or brings back."""
    first = dict[int, int]()
    for seq in sorted(links):
        first[links[seq]] = first.get(seq, seq)
    return first


def end_of(seq: int, links: Links) -> int:
    """The newest entry of the chain that begins at ``seq``: the one that undo or redo has to cancel."""
    while seq in links:
        seq = links[seq]
    return seq
