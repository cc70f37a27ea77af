"""The words that name a source: noun phrases with their titles, complements and appositions."""

from __future__ import annotations

from verifier.extract.cues import cues_of
from verifier.extract.passages import Line
from verifier.extract.source_words import (
    INSIDE,
    STARTS,
    breaks_german,
    closing_bracket,
    describes_noun,
    is_joint,
    is_short_quote,
    is_stamp,
    leads_noun,
    opens_phrase,
)
from verifier.text.tokens import Form, Pos

_TIES = {"of", "for", "at", "from", "in", "on", "to", "with", "&"} | {
    "von", "vom", "für", "bei", "beim", "aus", "im", "am", "an", "auf", "zur", "zum", "des", "ohne",
}  # fmt: skip
_LONGEST_TAIL = 40


def phrase_right(line: Line, start: int, limit: int | None = None) -> int:
    """Where the noun phrase that begins at ``start`` ends, with complements, appositions and a relative clause."""
    limit = len(line.tokens) if limit is None else limit
    end = _core_end(line, start, limit)
    return _tail_end(line, start, end, limit) if end > start else start


def _core_end(line: Line, start: int, limit: int) -> int:
    tokens, i = line.tokens, start
    if start < limit and tokens[start].pos in (Pos.PRON, Pos.REL) and not leads_noun(tokens, start):
        return start + 1
    while i < limit:
        step = _step(line, i, start, limit)
        if step is None:
            break
        i = step
    while i > start and (
        tokens[i - 1].pos in (Pos.CONJ, Pos.ADP) or (tokens[i - 1].text == '"' and line.quoted[i - 1] < 0)
    ):
        i -= 1
    return i


def _step(line: Line, i: int, start: int, limit: int) -> int | None:
    """The index after what token ``i`` adds to a phrase; None where the phrase ends before it."""
    tokens, token = line.tokens, line.tokens[i]
    same = line.quoted[i] == line.quoted[start]
    if (not same and not is_short_quote(line, i)) or (i > start and is_stamp(line, i)):
        return None
    if line.lang == "de" and same and breaks_german(tokens, i, start, limit):
        return None
    if line.lang == "en" and i > start and _is_counted(line, i, start):
        return None
    if token.pos in INSIDE or leads_noun(tokens, i) or token.text == '"' or is_joint(tokens, i):
        return i + 1
    if token.text == "(":
        closing = closing_bracket(tokens, i)
        return None if closing is None or closing >= limit else closing + 1
    return i + 1 if i > start and _ties(line, i, limit) else None


def _is_counted(line: Line, i: int, start: int) -> bool:
    """Whether the number at ``i`` counts what follows, no part of a name: "according to the hospital 22 people"."""
    before = line.tokens[i - 1]
    common = before.pos is Pos.NOUN and before.text.islower() and before.is_nominal
    return line.tokens[i].pos is Pos.NUM and common and line.tokens[start].pos is not Pos.NUM


def _ties(line: Line, i: int, limit: int) -> bool:
    """Whether a preposition, conjunction or participle ties the words after it to the phrase."""
    tokens, token = line.tokens, line.tokens[i]
    tied = token.pos is Pos.ADP and token.lower in _TIES and not _is_setting(line, i)
    joined = token.pos is Pos.CONJ and token.lower in {"and", "und", "or", "oder", "sowie"}
    counts = i + 1 < len(tokens) and tokens[i + 1].pos is Pos.NUM and token.lower not in {"of", "von"}
    return ((tied or joined) and opens_phrase(tokens, i + 1) and not counts) or (
        describes_noun(tokens, i) and i + 1 < limit
    )


def _is_setting(line: Line, i: int) -> bool:
    """Whether the preposition at ``i`` opens the setting of an utterance ("in a statement", "am Freitagmorgen")."""
    lists = cues_of(line.lang).lists
    head = next((t for t in line.tokens[i + 1 : i + 5] if t.is_nominal), None)
    if head is None:
        return False
    stamped = head.lower.startswith(tuple(lists["stamps"])) if line.lang == "de" else head.lower in lists["stamps"]
    return stamped or head.lemma.lower() in (*lists["settings"], *lists["times"])


def _tail_end(line: Line, start: int, end: int, limit: int) -> int:
    """Take in ", a former aide to the president" and ", who runs the firm" after a source."""
    while end + 1 < limit and line.tokens[end].text == "," and end - start < _LONGEST_TAIL:
        if line.quoted[end + 1] >= 0 and not is_short_quote(line, end + 1):
            return end
        stop = _next_mark(line, end + 1, limit)
        if not _explains(line, end + 1, stop):
            return end
        end = stop
    return end


def _next_mark(line: Line, first: int, limit: int) -> int:
    marks = {",", ";", ":", ".", "-"}
    found = (k for k in range(first, limit) if line.tokens[k].text in marks and not is_joint(line.tokens, k))
    return next(found, limit)


def _explains(line: Line, first: int, stop: int) -> bool:
    """Whether the words after a comma say more about the source before it."""
    tokens, opener = line.tokens, line.tokens[first]
    if opener.pos is Pos.REL or opener.lower in {"who", "whose", "which"}:
        return line.lang != "de"
    if is_stamp(line, first) or (opener.pos not in STARTS and opener.lower not in {"of", "from", "now", "then"}):
        return False
    verb = next((k for k in range(first, stop) if tokens[k].is_verbal and tokens[k].form is Form.FINITE), None)
    return verb is None or any(t.pos is Pos.REL or t.lower in {"who", "whom", "that"} for t in tokens[first:verb])
