"""Headlines and interviews that name the speaker before a colon: "Minister: bridge is safe"."""

from __future__ import annotations

from verifier.extract.cues import Cue
from verifier.extract.passages import Line
from verifier.extract.reading import Reading
from verifier.extract.sources import phrase_right
from verifier.reference import load
from verifier.text.tokens import Pos

_LONGEST = 14
_ABOUT = {"on", "about", "über", "zu", "zum", "zur"}
_CUE = Cue(":", frozenset({"clause"}))


def announced(line: Line, lang: str) -> list[Reading]:
    """The reading of a line that opens with a speaker and a colon; a state, body or topic before one is no speaker."""
    tokens = line.tokens
    colon = next((k for k in range(1, min(len(tokens) - 1, _LONGEST)) if tokens[k].text == ":"), None)
    if colon is None or any(t.is_verbal or t.pos is Pos.NUM for t in tokens[:colon]) or line.quoted[0] >= 0:
        return []
    if phrase_right(line, 0, colon) != colon or not any(t.text[0].isalnum() for t in tokens[colon + 1 :]):
        return []
    direct = line.quoted[colon + 1] >= 0
    if not direct and not any(t.is_verbal for t in tokens[colon + 1 :]):
        return []
    topic = next((k for k in range(1, colon) if tokens[k].pos is Pos.ADP and tokens[k].lower in _ABOUT), colon)
    words = " ".join(t.text for t in tokens[:topic])
    entry = load().actor_named(words, lang, capitals=False)
    speaks = entry is not None and (entry.kind in ("person", "anonymous") or entry.becomes in ("person", "org"))
    if not speaks and not (direct and any(t.pos is Pos.NAME for t in tokens[:colon])):
        return []
    content = line.quotes[line.quoted[colon + 1]] if direct else (colon + 1, _end(line))
    return [Reading(line, _CUE, ((topic, colon + 1),), (0, topic), (content,), direct)]


def _end(line: Line) -> int:
    last = line.sentence_of(len(line.tokens) - 1)[1]
    while line.tokens[last - 1].text in {".", "!", "?"}:
        last -= 1
    return last
