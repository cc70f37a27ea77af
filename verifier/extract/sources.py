"""The words that name a source: noun phrases with their titles, complements and appositions."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.passages import Line, Range
from verifier.text.tokens import Form, Pos, Token

_INSIDE = {Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.GENITIVE, Pos.OTHER}
_STARTS = {Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.OTHER}
_TIES = {
    "of",
    "for",
    "at",
    "from",
    "in",
    "on",
    "to",
    "with",
    "von",
    "vom",
    "für",
    "bei",
    "beim",
    "aus",
    "im",
    "am",
    "an",
    "auf",
    "zur",
    "zum",
    "des",
    "&",
}
_SETTINGS = {
    "statement",
    "interview",
    "tweet",
    "speech",
    "conference",
    "report",
    "article",
    "briefing",
    "letter",
    "post",
    "meeting",
    "forum",
    "rally",
    "debate",
}
_SEPARATE = {"after", "before", "since", "until", "than", "despite", "as"}
_TIMES = {"week", "month", "year", "morning", "night", "day", "afternoon", "evening", "weekend"}
_LONGEST_TAIL = 40
_SHORT_QUOTE = 5
_STAMPS = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tonight",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "gestern", "heute",
}  # fmt: skip


def phrase_right(line: Line, start: int, limit: int | None = None) -> int:
    """Where the noun phrase that begins at ``start`` ends, with complements, appositions and a relative clause."""
    end = _core_right(line, start, len(line.tokens) if limit is None else limit)
    return _tail_right(line, start, end, len(line.tokens) if limit is None else limit) if end > start else start


def _core_right(line: Line, start: int, limit: int) -> int:
    tokens, i, quote = line.tokens, start, line.quoted[start] if start < len(line.tokens) else -1
    if start < limit and tokens[start].pos in (Pos.PRON, Pos.REL) and not _leads(tokens, start):
        return start + 1
    while i < limit:
        token = tokens[i]
        if line.quoted[i] != quote and not _short_quote(line, i):
            break
        if token.lower in _STAMPS and i > start:
            break
        if line.lang == "de" and line.quoted[i] == quote and _breaks_german(tokens, i, start, limit):
            break
        if (
            token.pos in _INSIDE
            or _leads(tokens, i)
            or token.text in {'"', "&"}
            or _dotted(tokens, i)
            or _hyphen(tokens, i)
        ):
            i += 1
        elif token.text == "(":
            closing = next((k for k in range(i, min(i + 14, limit)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            i = closing + 1
        elif (
            (
                token.pos is Pos.ADP
                and token.lower in _TIES
                and i > start
                and _opens(tokens, i + 1)
                and not _is_setting(tokens, i)
            )
            or (
                token.pos is Pos.VERB
                and token.form is Form.PARTICIPLE
                and i + 1 < limit
                and tokens[i + 1].is_nominal
                and i > start
            )
            or (
                token.pos is Pos.CONJ and token.lower in {"and", "und", "or", "oder", "sowie"} and _opens(tokens, i + 1)
            )
        ):
            i += 1
        else:
            break
    while i > start and (
        tokens[i - 1].pos in (Pos.CONJ, Pos.ADP) or (tokens[i - 1].text == '"' and line.quoted[i - 1] < 0)
    ):
        i -= 1
    return i


_GENITIVES = {
    "der",
    "des",
    "eines",
    "einer",
    "dieser",
    "dieses",
    "seiner",
    "ihrer",
    "seines",
    "ihres",
    "beider",
    "aller",
}
_GERMAN_TIES = {"von", "vom", "für", "bei", "beim", "aus", "gegen", "zur", "zum"}


def _breaks_german(tokens: Sequence[Token], i: int, start: int, limit: int) -> bool:
    """Whether another phrase of the clause begins at ``i``: cases, not word order, keep German phrases apart.

    Before its verb ("limit" is the verb) a source may hold any preposition; after it only those that name it.
    """
    token = tokens[i]
    if token.tag == "ADJ(D)":
        return not (i + 1 < len(tokens) and tokens[i + 1].pos in (Pos.ADJ, Pos.NUM, Pos.NOUN)) or (
            i > start and tokens[i - 1].is_nominal
        )
    if i == start:
        return False
    before = tokens[i - 1]
    named = before.is_nominal or before.pos is Pos.OTHER or before.text in {")", '"'}
    if not named:
        return False
    if token.pos is Pos.ADP:
        to_verb = limit < len(tokens) and tokens[limit].is_verbal
        return (
            not to_verb
            and token.lower not in _GERMAN_TIES
            and not (token.lower in {"im", "in"} and _capital(tokens, i + 1))
        )
    if token.pos in (Pos.DET, Pos.POSS) or token.pos is Pos.PRON:
        return not (before.pos is Pos.NOUN and token.lower in _GENITIVES)
    if token.pos is Pos.NUM:
        return True
    if token.pos is Pos.ADJ:
        return not (before.pos is Pos.NOUN and token.lower.endswith("er"))
    if (limit < len(tokens) and tokens[limit].is_verbal) or _capital(tokens, i + 1):
        return False
    return (
        token.pos is Pos.NOUN
        and before.pos in (Pos.NAME, Pos.OTHER)
        and before.tag != "FM"
        and before.span.end < token.span.start
    )


def _capital(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].pos is Pos.NAME


def _tail_right(line: Line, start: int, end: int, limit: int) -> int:
    """Take in ", a former aide to the president" and ", who runs the firm" after a source."""
    tokens = line.tokens
    while end + 1 < limit and tokens[end].text == "," and end - start < _LONGEST_TAIL:
        first = tokens[end + 1]
        stop = next(
            (
                k
                for k in range(end + 1, limit)
                if tokens[k].text in {",", ";", ":", ".", "-"} and not _dotted(tokens, k)
            ),
            limit,
        )
        if line.quoted[end + 1] >= 0 and not _short_quote(line, end + 1):
            return end
        relative = first.pos is Pos.REL or first.lower in {"who", "whose", "which"}
        verb = next((k for k in range(end + 1, stop) if tokens[k].is_verbal and tokens[k].form is Form.FINITE), None)
        finite = verb is not None and not any(
            t.pos is Pos.REL or t.lower in {"who", "that"} for t in tokens[end + 1 : verb]
        )
        if relative and line.lang == "de":
            return end
        if not relative and (
            finite
            or (first.pos not in _STARTS and first.lower not in {"of", "from", "now", "then"})
            or first.lower in _STAMPS
        ):
            return end
        end = stop
    return end


def phrase_left(line: Line, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends before token ``end``, with an apposition set off by commas."""
    tokens = line.tokens
    if end <= floor:
        return None
    last = end - 1
    if tokens[last].text in {",", "-"}:
        opening = _opening_mark(line, last, floor)
        if opening is None:
            return None
        start = _core_left(line, opening, floor)
        if start >= opening:
            return None
        if start > floor and tokens[start - 1].pos is Pos.ADP and tokens[opening + 1].pos in _STARTS:
            return (
                (opening + 1, end if tokens[last].text == "-" else end - 1)
                if _core_left(line, last, opening + 1) == opening + 1
                else None
            )
        return (
            (start, opening)
            if tokens[opening + 1].form is Form.GERUND or tokens[opening + 1].pos is Pos.ADP
            else (start, end)
        )
    if end - 2 >= floor and tokens[last].lemma.lower() in _TIMES and tokens[last - 1].pos in (Pos.DET, Pos.ADJ):
        return phrase_left(line, end - 2, floor)
    start = _core_left(line, end, floor)
    return (_before_modifiers(line, start, end, floor), end) if start < end else None


def _opening_mark(line: Line, last: int, floor: int) -> int | None:
    """The comma or dash that opens the inserted words which the mark at ``last`` closes."""
    tokens = line.tokens
    for k in range(last - 1, max(floor, last - _LONGEST_TAIL), -1):
        if line.quoted[k] != line.quoted[last] and not _short_quote(line, k):
            return None
        if tokens[k].text != tokens[last].text or not (
            tokens[k - 1].is_nominal or tokens[k - 1].text in {")", '"'} or tokens[k - 1].pos is Pos.NUM
        ):
            continue
        first = tokens[k + 1]
        if (
            first.pos in _STARTS
            or first.pos in (Pos.REL, Pos.ADP)
            or first.lower in {"who", "whose", "which"}
            or first.form in (Form.GERUND, Form.PARTICIPLE)
        ):
            return k
    return None


def _core_left(line: Line, end: int, floor: int) -> int:
    tokens, i = line.tokens, end - 1
    quote = line.quoted[i]
    if tokens[i].pos in (Pos.PRON, Pos.REL) and not tokens[i].is_nominal:
        return i
    while i >= floor and (line.quoted[i] == quote or _short_quote(line, i)):
        token = tokens[i]
        if i + 1 < end and tokens[i + 1].pos in (Pos.DET, Pos.POSS) and token.is_nominal:
            break
        if (
            token.pos in _INSIDE
            or _dotted(tokens, i)
            or _hyphen(tokens, i)
            or token.text in {"&"}
            or _leads(tokens, i)
            or (token.text == '"' and _short_quote(line, i))
        ):
            i -= 1
        elif token.text == ")":
            opening = next((k for k in range(i, max(i - 14, floor - 1), -1) if tokens[k].text == "("), None)
            if opening is None:
                break
            i = opening - 1
        elif (
            token.pos is Pos.ADP
            and i - 1 > floor
            and tokens[i - 1].pos is Pos.CONJ
            and tokens[i - 2].is_nominal
            and i + 1 < end
        ):
            i -= 2
        elif (
            (
                token.pos is Pos.ADP
                and token.lower not in _SEPARATE
                and i > floor
                and tokens[i - 1].is_nominal
                and tokens[i - 1].lower not in _STAMPS
                and i + 1 < end
            )
            or (
                token.pos is Pos.CONJ
                and token.lower in {"and", "und"}
                and i > floor
                and (tokens[i - 1].is_nominal or tokens[i - 1].text == ")")
                and i + 1 < end
            )
            or (
                token.pos is Pos.VERB
                and token.form is Form.PARTICIPLE
                and i + 1 < end
                and tokens[i + 1].pos in (Pos.NOUN, Pos.NAME)
                and i > floor
                and tokens[i - 1].pos in (Pos.DET, Pos.ADJ, Pos.POSS)
            )
        ):
            i -= 1
        else:
            break
    start = i + 1
    while start < end - 1 and (
        tokens[start].pos in (Pos.CONJ, Pos.ADP, Pos.GENITIVE, Pos.PUNCT) or tokens[start].lower in _STAMPS
    ):
        start += 1
    start = _after_setting(line, start, end)
    if start < end and not any(t.pos in _INSIDE for t in tokens[start:end]):
        return end
    return start


def _after_setting(line: Line, start: int, end: int) -> int:
    """The start of the name after a setting without a comma ("In an interview Jones", "In 2010 Smith")."""
    tokens, run = line.tokens, end
    while run > start and tokens[run - 1].pos is Pos.NAME:
        run -= 1
    if start < run < end and (tokens[run - 1].lemma.lower() in _SETTINGS or tokens[run - 1].pos is Pos.NUM):
        return run
    return start


def _before_modifiers(line: Line, start: int, end: int, floor: int) -> int:
    """Take in the noun that participles before a phrase describe ("a poll conducted in May", "judges hearing the case")."""
    tokens = line.tokens
    for _ in range(3):
        verb = start - 1
        if (
            verb > floor
            and tokens[verb].pos is Pos.ADP
            and tokens[verb].lower not in {"after", "before", "by", "while"}
        ):
            verb -= 1
        token = tokens[verb] if verb > floor else None
        if (
            token is None
            or token.pos is not Pos.VERB
            or tokens[start].pos in (Pos.PRON, Pos.REL)
            or line.quoted[verb] != line.quoted[end - 1]
        ):
            return start
        described = token.form in (Form.GERUND, Form.PARTICIPLE) or (verb < start - 1 and token.lower.endswith("ed"))
        if not described or not tokens[verb - 1].is_nominal:
            return start
        found = _core_left(line, verb, floor)
        if found >= verb:
            return start
        start = found
    return start


def _opens(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and (tokens[i].pos in _STARTS)


def _leads(tokens: Sequence[Token], i: int) -> bool:
    """German indefinites and English "those", "some" before a noun are tagged as pronouns."""
    token: Token = tokens[i]
    return (
        token.pos is Pos.PRON
        and token.tag.startswith("PI")
        and i + 1 < len(tokens)
        and tokens[i + 1].pos in (Pos.ADJ, Pos.NOUN)
    )


def _dotted(tokens: Sequence[Token], i: int) -> bool:
    """Whether the full stop at ``i`` ends an abbreviation inside a name ("Sen. Jones", "John F. Reed")."""
    if tokens[i].text != "." or i == 0 or i + 1 >= len(tokens):
        return False
    before: Token = tokens[i - 1]
    return (
        before.span.end == tokens[i].span.start
        and len(before.text) <= 4
        and before.text[0].isupper()
        and tokens[i + 1].text[0].isupper()
    )


def _hyphen(tokens: Sequence[Token], i: int) -> bool:
    return bool(
        tokens[i].text in {"-", "/"} and 0 < i < len(tokens) - 1 and tokens[i - 1].span.end == tokens[i].span.start
    )


def _short_quote(line: Line, i: int) -> bool:
    """Quoted names and job titles may stand inside a source."""
    number = line.quoted[i]
    return number >= 0 and line.quotes[number][1] - line.quotes[number][0] <= _SHORT_QUOTE


def _is_setting(tokens: Sequence[Token], i: int) -> bool:
    """Whether the preposition at ``i`` opens the setting of an utterance ("in a statement", "on Monday")."""
    head = next((t for t in tokens[i + 1 : i + 5] if t.is_nominal), None)
    return head is not None and (
        head.lower in _STAMPS
        or head.lemma.lower()
        in {
            "statement",
            "interview",
            "tweet",
            "speech",
            "conference",
            "report",
            "article",
            "briefing",
            "letter",
            "post",
            "email",
            "telegram",
            "twitter",
            "facebook",
            "erklärung",
            "mitteilung",
            "rede",
        }
    )
