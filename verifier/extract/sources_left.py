"""The source that ends before a verb: the same noun phrases as in sources, found from their last word back."""

from __future__ import annotations

from verifier.extract.cues import cues_of
from verifier.extract.passages import Line, Range
from verifier.extract.source_words import (
    INSIDE,
    STARTS,
    is_joint,
    is_short_quote,
    is_stamp,
    leads_noun,
    opening_bracket,
)
from verifier.text.tokens import Form, Pos

_SEPARATE = {"after", "before", "since", "until", "than", "despite"}
_LONGEST_TAIL = 40


def phrase_left(line: Line, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends before token ``end``, with an apposition set off by commas."""
    if end <= floor:
        return None
    tokens, last = line.tokens, end - 1
    if tokens[last].text in {",", "-"}:
        return _with_insertion(line, end, floor)
    times = cues_of(line.lang).lists["times"]
    if last > floor and tokens[last].lemma.lower() in times and tokens[last - 1].pos in (Pos.DET, Pos.ADJ):
        return phrase_left(line, last - 1, floor)
    start = _core_start(line, end, floor)
    parts = (Pos.REL, Pos.PRON, Pos.NUM) if tokens[start].pos is Pos.PRON else (Pos.REL, Pos.PRON)  # "three of them"
    if start - 2 >= floor and tokens[start - 1].pos is Pos.ADP and tokens[start - 2].pos in parts:
        return start - 2, start - 1
    return (_before_modifiers(line, start, end, floor), end) if start < end else None


def _with_insertion(line: Line, end: int, floor: int) -> Range | None:
    """The phrase before an insertion that ends with the mark before ``end``, with the insertion if it names it."""
    tokens, last = line.tokens, end - 1
    opening = _opening_mark(line, last, floor)
    start = _core_start(line, opening, floor) if opening is not None else end
    if opening is None or start >= opening:
        return None
    inserted = tokens[opening + 1]
    if start > floor and tokens[start - 1].pos is Pos.ADP and inserted.pos in STARTS:
        whole = _core_start(line, last, opening + 1) == opening + 1
        return (opening + 1, last) if whole else None
    outside = inserted.form is Form.GERUND or inserted.pos in (Pos.ADP, Pos.ADV)
    return (start, opening) if outside else (start, end)


def _opening_mark(line: Line, last: int, floor: int) -> int | None:
    """The comma or dash that opens the inserted words which the mark at ``last`` closes."""
    tokens = line.tokens
    for k in range(last - 1, max(floor, last - _LONGEST_TAIL), -1):
        if line.quoted[k] != line.quoted[last] and not is_short_quote(line, k):
            return None
        before, first = tokens[k - 1], tokens[k + 1]
        named = before.is_nominal or before.text in {")", '"'} or before.pos is Pos.NUM
        if tokens[k].text != tokens[last].text or not named:
            continue
        explains = first.pos in (*STARTS, Pos.REL, Pos.ADP) or first.lower in {"who", "whose", "which"}
        aside = first.pos is Pos.ADV and k + 2 == last  # "the union, however, said"
        if explains or aside or first.form in (Form.GERUND, Form.PARTICIPLE):
            return k
    return None


def _core_start(line: Line, end: int, floor: int) -> int:
    tokens, i = line.tokens, end - 1
    if tokens[i].pos in (Pos.PRON, Pos.REL):
        return i
    while i >= floor:
        step = _step_back(line, i, end, floor)
        if step is None:
            break
        i = step
    start = i + 1
    while start < end - 1 and (
        tokens[start].pos in (Pos.CONJ, Pos.ADP, Pos.GENITIVE, Pos.PUNCT) or is_stamp(line, start)
    ):
        start += 1
    start = _after_setting(line, start, end)
    return start if any(t.pos in INSIDE for t in tokens[start:end]) else end


def _step_back(line: Line, i: int, end: int, floor: int) -> int | None:
    """The index before what token ``i`` adds to a phrase; None where the phrase begins after it."""
    tokens, token = line.tokens, line.tokens[i]
    short = is_short_quote(line, i)
    if line.quoted[i] != line.quoted[end - 1] and not short:
        return None
    inner = i + 1 < end
    if inner and tokens[i + 1].pos in (Pos.DET, Pos.POSS) and token.is_nominal:
        return None
    if token.pos in INSIDE or is_joint(tokens, i) or leads_noun(tokens, i) or (token.text == '"' and short):
        return i - 1
    if token.text == ")":
        opening = opening_bracket(tokens, i, floor)
        return None if opening is None else opening - 1
    if not inner or i <= floor:
        return None
    return _tie_back(line, i, floor)


def _tie_back(line: Line, i: int, floor: int) -> int | None:
    """The index before a preposition, conjunction or participle that ties a phrase to the noun before it."""
    tokens, token, before = line.tokens, line.tokens[i], line.tokens[i - 1]
    if token.pos is Pos.ADP:
        if before.pos is Pos.CONJ and i - 1 > floor and tokens[i - 2].is_nominal:
            return i - 2
        tied = token.lower not in _SEPARATE and before.is_nominal and not is_stamp(line, i - 1)
        return i - 1 if tied else None
    if token.pos is Pos.CONJ and token.lower in {"and", "und"}:
        return i - 1 if before.is_nominal or before.text == ")" else None
    participle = token.pos is Pos.VERB and token.form is Form.PARTICIPLE and tokens[i + 1].is_nominal
    return i - 1 if participle and before.pos in (Pos.DET, Pos.ADJ, Pos.POSS) else None


def _after_setting(line: Line, start: int, end: int) -> int:
    """The start of the name after a setting without a comma ("In an interview Jones", "In 2010 Smith")."""
    tokens, run = line.tokens, end
    capitals = line.lang != "de"
    while run > start and (tokens[run - 1].pos is Pos.NAME or (capitals and tokens[run - 1].text[0].isupper())):
        run -= 1
    if not start < run < end:
        return start
    setting = tokens[run - 1].lemma.lower() in cues_of(line.lang).lists["settings"]
    return run if setting or tokens[run - 1].pos is Pos.NUM else start


def _before_modifiers(line: Line, start: int, end: int, floor: int) -> int:
    """Take in the noun that participles before a phrase describe ("a poll conducted in May")."""
    tokens = line.tokens
    for _ in range(3):
        verb = start - 1
        if (
            verb > floor
            and tokens[verb].pos is Pos.ADP
            and tokens[verb].lower not in {"after", "before", "while"}
            and (tokens[verb].lower != "by" or tokens[verb - 1].tag == "VVN")
        ):
            verb -= 1
        if verb <= floor or tokens[verb].pos is not Pos.VERB or line.quoted[verb] != line.quoted[end - 1]:
            return start
        form, pointing = tokens[verb].form, tokens[start].pos in (Pos.PRON, Pos.REL)
        described = form in (Form.GERUND, Form.PARTICIPLE) or (verb < start - 1 and tokens[verb].lower.endswith("ed"))
        found = _core_start(line, verb, floor) if described and tokens[verb - 1].is_nominal else verb
        if pointing or found >= verb:
            return start
        start = found
    return start
