"""Which words can be part of a noun phrase that names a source."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.cues import cues_of
from verifier.extract.passages import Line, Range
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

INSIDE = {Pos.DET, Pos.POSS, Pos.NUM, Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.GENITIVE, Pos.OTHER}
STARTS = INSIDE - {Pos.GENITIVE}
_SHORT_QUOTE = 5
_LONGEST_BRACKET = 24
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
    "mehrerer",
    "einiger",
    "vieler",
}
_GERMAN_TIES = {"von", "vom", "für", "bei", "beim", "aus", "gegen", "zur", "zum", "ohne"}


def is_stamp(line: Line, i: int) -> bool:
    """Whether token ``i`` is a word of time that may stand beside a source ("the minister Monday said")."""
    return line.tokens[i].lower in cues_of(line.lang).lists["stamps"]


def is_short_quote(line: Line, i: int) -> bool:
    """Whether token ``i`` stands in a short quotation: names and job titles inside a source may be quoted."""
    number = line.quoted[i]
    return number >= 0 and line.quotes[number][1] - line.quotes[number][0] <= _SHORT_QUOTE


def opens_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase can begin at ``i``."""
    return i < len(tokens) and tokens[i].pos in STARTS


def leads_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a German indefinite tagged as a pronoun stands before its noun ("mehrere Behörden")."""
    following = tokens[i + 1].pos if i + 1 < len(tokens) else None
    return tokens[i].pos is Pos.PRON and tokens[i].tag.startswith("PI") and following in (Pos.ADJ, Pos.NOUN)


def is_joint(tokens: Sequence[Token], i: int) -> bool:
    """Whether token ``i`` only holds a name together: a hyphen, a slash, "&", the full stop in "Sen. Jones"."""
    if tokens[i].text == "&":
        return True
    if not 0 < i < len(tokens) - 1 or tokens[i - 1].span.end != tokens[i].span.start:
        return False
    if tokens[i].text in {"-", "/"}:
        return True
    before, after = tokens[i - 1].text, tokens[i + 1].text
    return tokens[i].text == "." and len(before) <= 4 and before[0].isupper() and after[0].isupper()


def closing_bracket(tokens: Sequence[Token], i: int) -> int | None:
    """The index of the bracket that closes the one at ``i``, where it is near."""
    return next((k for k in range(i, min(i + _LONGEST_BRACKET, len(tokens))) if tokens[k].text == ")"), None)


def opening_bracket(tokens: Sequence[Token], i: int, floor: int) -> int | None:
    """The index of the bracket that the one at ``i`` closes, where it is near."""
    return next((k for k in range(i, max(i - _LONGEST_BRACKET, floor - 1), -1) if tokens[k].text == "("), None)


def is_event(line: Line, source: Range) -> bool:
    """Whether a phrase names what happened, which is no source of what it shows: "the attack", but not "the survey"."""
    head = next((t for t in line.tokens[source[0] : source[1]] if t.pos in (Pos.NOUN, Pos.ADP)), None)
    if head is None or head.pos is not Pos.NOUN:
        return False
    inquiry = head.lemma.lower().endswith(tuple(cues_of(line.lang).lists["inquiries"]))
    return not inquiry and bool(load().predicates_of_noun(head.lemma, line.lang))


def describes_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle stands before the noun it describes ("the appointed governor")."""
    following = tokens[i + 1].is_nominal if i + 1 < len(tokens) else False
    return tokens[i].pos is Pos.VERB and tokens[i].form is Form.PARTICIPLE and following


def breaks_german(tokens: Sequence[Token], i: int, start: int, limit: int) -> bool:
    """Whether another phrase of the clause begins at ``i``: case, not word order, keeps German phrases apart.

    Before its verb (``limit`` is the verb) a source may hold any preposition; after it only those that name it.
    """
    token = tokens[i]
    if token.pos is Pos.ADJ and _is_described(tokens, i, start):
        return False
    to_verb = limit < len(tokens) and tokens[limit].is_verbal
    if token.tag == "ADJ(D)":
        following = tokens[i + 1].pos if i + 1 < len(tokens) else None
        return following not in (Pos.ADJ, Pos.NUM, Pos.NOUN) or (i > start and tokens[i - 1].is_nominal)
    if i == start or not _ends_noun(tokens[i - 1]):
        return False
    before = tokens[i - 1].pos
    if token.pos is Pos.ADP:
        if not to_verb and _leads_to_figure(tokens, i, start):
            return True
        named = _ties(tokens, i) or (token.lower in {"im", "in"} and _is_name(tokens, i + 1))
        return not to_verb and not named
    if token.pos in (Pos.DET, Pos.POSS, Pos.PRON):
        return before is not Pos.NOUN or token.lower not in _GENITIVES
    if token.pos is Pos.ADJ:
        measured = i - 2 >= start and tokens[i - 2].pos is Pos.NUM
        return not measured and (before is not Pos.NOUN or not token.lower.endswith("er"))
    return token.pos is Pos.NUM or (not to_verb and _starts_noun(tokens, i))


def _ties(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition says whose or for what a source is, not when or where it happened.

    "Die Behörde zum Schutz der Küste", "der Sprecher beim Amt", but "die Feuerwehr | bei dem Brand | zum Zeitpunkt …".
    """
    lists, word = cues_of("de").lists, tokens[i].lower
    if word in {"bei", "beim"}:
        return not tokens[i - 1].lemma.lower().endswith(tuple(lists["bodies"]))
    noun = next((t.lower for t in tokens[i + 1 : i + 3] if t.pos is Pos.NOUN), "")
    return word in _GERMAN_TIES and not noun.endswith(tuple(lists["moments"]))


def _leads_to_figure(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether a preposition behind an inverted source leads to what it says: "sprach die Feuerwehr von acht Toten"."""
    ends = range(i, len(tokens))
    end = next((k for k in ends if tokens[k].pos is Pos.PUNCT), len(tokens))
    after = next((t for t in tokens[i + 1 : end] if t.pos not in (Pos.ADV, Pos.DET) and t.tag != "ADJ(D)"), None)
    if not start or not tokens[start - 1].is_verbal or after is None or after.pos is not Pos.NUM:
        return False
    group = [tokens[start - 1], *(t for t in tokens[i:end] if t.is_verbal or t.pos is Pos.PREFIX)]
    verbs = {t.lemma for t in group} | {f"{t.lower}{group[0].lemma}" for t in group[1:] if t.pos is Pos.PREFIX}
    joints = load_words("syntax", "de")["figure_joints"]
    return any(tokens[i].lower in joints.get(verb, ()) for verb in verbs)


def _is_described(tokens: Sequence[Token], i: int, start: int) -> bool:
    """Whether a participle with a phrase of its own stands before its noun: "der von der Hamas geführten Behörde"."""
    noun = i + 1 < len(tokens) and tokens[i + 1].pos is Pos.NOUN
    before = range(max(start, i - 5), i - 1)
    return noun and any(tokens[k].pos is Pos.DET and tokens[k + 1].pos is Pos.ADP for k in before)


def _ends_noun(token: Token) -> bool:
    return token.is_nominal or token.pos is Pos.OTHER or token.text in {")", '"'}


def _starts_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun at ``i`` begins a phrase after a name ("Airbus Bestellungen"); foreign names go on."""
    before = tokens[i - 1]
    apart = before.pos in (Pos.NAME, Pos.OTHER) and before.tag != "FM" and before.span.end < tokens[i].span.start
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    surname = before.pos is Pos.NAME and (after is None or after.pos in (Pos.NAME, Pos.PUNCT) or after.is_verbal)
    return tokens[i].pos is Pos.NOUN and apart and not surname


def _is_name(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].pos is Pos.NAME
