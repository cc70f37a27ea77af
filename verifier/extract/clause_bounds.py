"""Where the clause of each verb begins and ends, and the subject that a relative clause parts from its verb."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.cues import cues_of
from verifier.extract.heads import NOTHING
from verifier.extract.phrases import Phrase, phrase_before
from verifier.extract.verbs import VerbGroup, only_compares
from verifier.text.tokens import Form, Pos, Token

_BREAKS = {",", ";", ":", "(", ")", "-", "--"}
_NAMED = (Pos.NOUN, Pos.NAME, Pos.ADJ, Pos.DET, Pos.POSS)
_RELATIVES = ("who", "which", "that")


def clause_bounds(
    tokens: Sequence[Token], phrases: Sequence[Phrase], groups: Sequence[VerbGroup], lang: str
) -> list[tuple[int, int]]:
    """Where each verb group's clause begins and ends, in tokens."""
    starts: list[int] = []
    for n, group in enumerate(groups):
        floor = groups[n - 1].last if n else 0
        if n and _continues(tokens, groups[n - 1], group):
            starts.append(_with_part(phrases, starts[-1], groups[n - 2].last if n > 1 else 0))
        elif n and lang == "en" and parted_subject(tokens, phrases, groups[n - 1], group) is not None:
            starts.append(group.first)
        else:
            starts.append(_start(tokens, phrases, group, floor, lang))
    ends: list[int] = []
    for n, group in enumerate(groups):
        following = min(starts[n + 1 : n + 3], default=len(tokens))
        if following <= starts[n]:
            following = groups[n + 1].first
        ends.append(max(following, group.last))
    return list(zip(starts, ends, strict=True))


def _with_part(phrases: Sequence[Phrase], start: int, floor: int) -> int:
    """Where a clause begins whose subject is a part of what a participle describes: "12 of 15 shells fired were …"."""
    whole = next((p for p in phrases if p.first == start and p.preposition in ("of", "von")), None)
    part = phrase_before(whole, phrases) if whole is not None else None
    return part.first if part is not None and part.first >= floor else start


def _continues(tokens: Sequence[Token], before: VerbGroup, group: VerbGroup) -> bool:
    """Whether the clause goes on after a participle that only describes its subject ("700 living in Europe have …")."""
    describes = before.form is Form.GERUND or before.participle_only
    gap = tokens[before.last : group.first]
    return (
        describes
        and group.form is Form.FINITE
        and not group.participle_only
        and before.first > 0
        and tokens[before.first - 1].is_nominal
        and not any(t.text in _BREAKS or t.pos in (Pos.CONJ, Pos.SUBJ, Pos.REL) for t in gap)
    )


def parted_subject(
    tokens: Sequence[Token], phrases: Sequence[Phrase], before: VerbGroup, group: VerbGroup
) -> Phrase | None:
    """The subject that an English clause parts from its verb: "the firm that owns the dam ignored it".

    So does a clause with a subject of its own: "reports that the firm ignored it were false".
    """
    opener = _opener(tokens, phrases, before)
    gap = tokens[before.last : group.first]
    broken = any(t.text in _BREAKS or t.pos in (Pos.CONJ, Pos.SUBJ, Pos.REL, Pos.TO) for t in gap)
    broken = broken or (_says(tokens[before.main]) and any(t.pos is Pos.PRON for t in gap))  # "that he says it took"
    if opener < 1 or tokens[opener].lower not in _RELATIVES or not tokens[opener - 1].is_nominal or broken:
        return None
    if group.form is not Form.FINITE or group.participle_only or before.form is not Form.FINITE:
        return None
    head = _headed(phrases, opener)
    if head is None:
        return None
    opens = next(
        (i + 1 for i in reversed(range(head.first)) if tokens[i].text in _BREAKS or tokens[i].pos is Pos.SUBJ), 0
    )
    told = tokens[head.first - 1].is_verbal and _says(tokens[head.first - 1])  # "said the firm that owns the dam …"
    return head if told or not any(t.is_verbal for t in tokens[opens : head.first]) else None


def subject_before_insert(tokens: Sequence[Token], phrases: Sequence[Phrase], group: VerbGroup) -> Phrase | None:
    """The subject that words between commas part from its verb: "that a second case, from May 2024, had come up"."""
    closing = group.first - 1
    if closing < 1 or tokens[closing].text != "," or group.form is not Form.FINITE or group.participle_only:
        return None
    opening = next((i for i in reversed(range(closing)) if tokens[i].text in _BREAKS), 0)
    if tokens[opening].text != "," or any(t.is_verbal for t in tokens[opening:closing]):
        return None
    head = next((p for p in phrases if p.last == opening and p.prep is None), None)
    return head if head is not None and head.first and tokens[head.first - 1].pos is Pos.SUBJ else None


def _opener(tokens: Sequence[Token], phrases: Sequence[Phrase], before: VerbGroup) -> int:
    """Where the clause of a verb opens: right before it, or before its subject where that has but a noun before it."""
    own = _headed(phrases, before.first)
    that = own is not None and own.first > 0 and tokens[own.first - 1].lower == "that"
    return own.first - 1 if own is not None and that else before.first - 1


def _headed(phrases: Sequence[Phrase], end: int) -> Phrase | None:
    """The phrase to which the one that ends before ``end`` belongs, over however many prepositions."""
    phrase = next((p for p in phrases if p.last == end), None)
    while phrase is not None and phrase.prep is not None:
        joint = phrase.prep
        phrase = next((p for p in phrases if p.last == joint), None)
    return phrase


def _says(token: Token, what: str = "clause") -> bool:
    return any(cue.takes(what) for cue in cues_of("en").verbs.get(token.lemma, ()))


def _start(tokens: Sequence[Token], phrases: Sequence[Phrase], group: VerbGroup, floor: int, lang: str) -> int:
    """The first token of a clause: after the last break, subordinator or conjunction before its subject."""
    if floor == 0:
        return after_saying(tokens, group) if lang == "de" else 0
    if group.form is not Form.FINITE and lang == "en":
        described = next((p for p in phrases if p.last == group.first and p.first >= floor), None)
        if described is not None and described.prep is not None and described.noun.pos is Pos.NAME:
            described = None
        return described.first if described is not None and group.form is not Form.INFINITIVE else group.first
    i = group.first
    while i > floor:
        token = tokens[i - 1]
        if is_age(tokens, i - 2):
            i -= 3
            continue
        if token.pos in (Pos.SUBJ, Pos.REL) or (token.text in _BREAKS and not _inside_phrase(phrases, i - 1)):
            start = i - 1 if token.pos in (Pos.SUBJ, Pos.REL) else i
            return _with_preposition(tokens, start, floor)
        joins = only_compares(tokens, i) or _joins_nouns(tokens, phrases, i - 1, group)
        if token.pos is Pos.CONJ and not joins:
            told = _told_before(tokens, phrases, i - 1, lang)
            return told if told is not None and _follows_directly(phrases, i, group) else i
        i -= 1
    bare = [p for p in phrases if floor <= p.first and p.last <= group.first and p.prep is None]
    subject = [p for p in bare if not is_age(tokens, p.first)]
    if lang == "en" and subject:
        return subject[-1].first
    return floor


def is_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number between two commas after a noun is somebody's age: "Neil Garrity, 51, paid"."""
    if not 1 < i < len(tokens) - 1 or tokens[i].pos is not Pos.NUM or not tokens[i - 2].is_nominal:
        return False
    return tokens[i - 1].text == tokens[i + 1].text == ","


def _told_before(tokens: Sequence[Token], phrases: Sequence[Phrase], joint: int, lang: str) -> int | None:
    """Where the clause begins whose first phrase stands before a conjunction: right behind "said", "that", a comma."""
    phrase = next((p for p in phrases if p.last == joint), None)
    while phrase is not None and phrase.prep is not None:
        phrase = phrase_before(phrase, phrases) if phrase.preposition == "of" else None
    if phrase is None or phrase.pronoun or phrase.first == 0 or phrase.noun.lower in NOTHING:
        return None
    before = tokens[phrase.first - 1]
    if before.pos is Pos.SUBJ:
        return phrase.first - 1
    told = _says(before) and not _says(before, "object") if lang == "en" else before.text == ","
    return phrase.first if told else None


def _follows_directly(phrases: Sequence[Phrase], start: int, group: VerbGroup) -> bool:
    """Whether nothing but one phrase stands between a conjunction and its verb."""
    own = next((p for p in phrases if p.first == start), None)
    parts = own is not None and any(p.prep == own.last and p.last == group.first for p in phrases)
    return own is not None and (own.last == group.first or parts)


def after_saying(tokens: Sequence[Token], group: VerbGroup) -> int:
    """Where a German clause begins that tells what the noun before it names: "Berichte, | die Armee sei geflohen"."""
    comma = next((i for i in reversed(range(1, group.first)) if tokens[i].text == ","), 0)
    return comma + 1 if comma and saying_noun(tokens, comma) is not None else 0


def saying_noun(tokens: Sequence[Token], comma: int) -> int | None:
    """The German noun of saying before ``comma``: "Berichte", "Behauptungen der Opposition"."""
    for i in reversed(range(comma)):
        if tokens[i].pos is Pos.NOUN and tokens[i].lemma in cues_of("de").nouns:
            return i
        if not (tokens[i].pos in _NAMED or tokens[i].lower in ("von", "vom")):
            break
    return None


def _with_preposition(tokens: Sequence[Token], start: int, floor: int) -> int:
    """Relative clauses may open with more than the pronoun: "some 6,000 of whom", "über den"."""
    if tokens[start].pos is not Pos.REL:
        return start
    i = start
    while i > floor and tokens[i - 1].pos in (Pos.ADP, Pos.NUM, Pos.DET, Pos.ADV) and tokens[i - 1].text not in _BREAKS:
        i -= 1
    return i


def _inside_phrase(phrases: Sequence[Phrase], i: int) -> bool:
    return any(p.first <= i < p.last for p in phrases)


def _joins_nouns(tokens: Sequence[Token], phrases: Sequence[Phrase], i: int, group: VerbGroup) -> bool:
    """Whether the conjunction at ``i`` joins two phrases of one clause rather than two clauses."""
    before = any(p.last == i for p in phrases)
    after = [p for p in phrases if p.first >= i + 1 and p.first - i <= 3 and p.last <= group.first]
    if not before or not after:
        return False
    between = tokens[after[0].last : group.first]
    return not any(t.pos is Pos.VERB for t in between) and not any(t.is_verbal for t in tokens[:i])
