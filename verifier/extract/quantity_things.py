"""What a number counts: the noun it stands before, or the one an "of" ties to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.domain.span import Span
from verifier.extract.quantity_line import Hit, NumberLine
from verifier.extract.things import named_thing
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

_FAR = 8
_LONG = 30
"""How many words before its figure the number of something may be named."""
_DEAD = "dead"
_AMOUNTS = ("mass", "volume")
_MADE_OF_THEM = ("prisoner", "captive", "hostage")
_OF = {"en": ("of",), "de": ("von", "der", "des", "vom", "dieser")}
_SUPERLATIVES = ("ste", "sten")
_QUOTES = {'"', "'"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The counted thing: reference slug or noun lemma, its words, and those words as a reader would list them."""

    thing: str | None = None
    span: Span | None = None
    noun: str | None = None


def find_counted(line: NumberLine, hit: Hit) -> Counted:
    """What the number at ``hit`` counts; nothing where no noun follows, and none for money.

    A measure counts only what is named before it as so much: "put the amount of heroin seized at 62 kilograms".
    """
    measures = hit.unit is not None and hit.unit.dimension not in ("share", "share_points")
    if hit.age or hit.ordinal or (measures and hit.unit is not None and hit.unit.dimension not in _AMOUNTS):
        return Counted()
    start = None if measures else _noun_group(line, max(hit.last, hit.closing), hit.fraction)
    start = start or _tallied(line, hit, "sizes" if measures else "tallies")
    if start is None and not measures:
        start = _within_share(line, hit) or _called_by_state(line, hit.last)
    if start is None or line.in_time(line.tokens[start[0]].span.start):
        return Counted()
    first, last = start
    tokens = line.tokens
    if hit.unit is not None and any(t.lower.endswith(_SUPERLATIVES) for t in tokens[hit.last : first]):
        return Counted()  # "mit 30 Prozent stärkste Kraft"
    head = _head(tokens, first, last, line.lang)
    span = Span(tokens[first].span.start, tokens[last - 1].span.end)
    modifiers = [token.lower for token in tokens[_modified_from(tokens, first, hit.closing) : head]]
    noun = " ".join([*modifiers, tokens[head].lemma.lower()])
    return Counted(thing_name(tokens, head, line.lang), span, noun)


def _modified_from(tokens: Sequence[Token], first: int, at: int) -> int:
    """Where the adjectives before the nouns at ``first`` begin, no further back than token ``at``."""
    while first > at and tokens[first - 1].pos in (Pos.ADJ, Pos.VERB):
        first -= 1
    return first


def thing_name(tokens: Sequence[Token], head: int, lang: str) -> str:
    """The reference slug of a noun group's head, else its lemma."""
    entry = named_thing(tokens, head, lang)
    if entry is not None:
        return entry.slug
    token = tokens[head]
    people = token.text[:1].isupper() and load().actor_of_adjective(token.text, lang) is not None
    return "person" if people and (lang == "de" or token.text.endswith(("s", "i", "ese", "ish"))) else token.lemma


def _noun_group(line: NumberLine, at: int, part: bool = False) -> tuple[int, int] | None:
    """The nouns that follow a number directly, or after "of" and an article; of a ``part`` also after an article."""
    tokens, lang, i = line.tokens, line.lang, at
    owned = i < len(tokens) and tokens[i].pos is Pos.POSS and lang == "de"  # "50 seiner Drohnen"
    if owned or (
        i < len(tokens) and (tokens[i].lower in _OF.get(lang, _OF["en"]) or (part and tokens[i].pos is Pos.DET))
    ):
        i += 1
        while i < len(tokens) and (tokens[i].pos in (Pos.DET, Pos.POSS) or tokens[i].lower in ("all", "allen")):
            i += 1
    limit = min(len(tokens), i + _FAR)
    while i < limit and not _is_nominal(line, i):
        if not _may_modify(line, i):
            return None
        i += 1
    if i >= limit:
        return None
    if i + 2 < len(tokens) and tokens[i + 1].pos is Pos.GENITIVE and _is_nominal(line, i + 2):
        i += 2  # "seven of the county's victims"
    last = i + 1
    while last < len(tokens) and (tokens[last].is_nominal or _joins(tokens, last, lang)):
        if lang == "de" and tokens[last].pos is Pos.NOUN and load().thing_of_noun(tokens[last - 1].lemma, lang):
            break  # "blockierten 900 Traktoren Straßen"
        if tokens[last].lower in _MADE_OF_THEM and tokens[last - 1].tag == "NN2":
            break  # "took 47 soldiers prisoner"
        last += 1
    return i, last


def _is_nominal(line: NumberLine, i: int) -> bool:
    token = line.tokens[i]
    if len(token.text) == 1 and line.lower(i - 1)[-1:].isdigit():
        return False
    return token.is_nominal or (token.pos is Pos.ADJ and line.lang == "de" and token.text[:1].isupper())


def _tallied(line: NumberLine, hit: Hit, names: str) -> tuple[int, int] | None:
    """The nouns of "the number of people killed … at 63" or "die Zahl der Toten … auf 63"; ``names`` lists "number"."""
    before = range(hit.first - 1, max(-1, hit.first - _FAR), -1)
    joints = (k for k in before if line.lower(k) in line.words["tally_joints"])
    joint = next(joints, None)
    if joint is None or any(line.tokens[k].is_nominal for k in range(joint, hit.first)):
        return None
    for i in range(joint - 1, max(-1, hit.first - _LONG), -1):
        if (line.tokens[i].lemma in line.words[names] or _stands_for_number(line, i)) and i + 1 < hit.first:
            found = _noun_group(line, i + 1) or _before_verb(line, i + 1, joint) or _underwent(line, i + 1)
            toll = line.tokens[i].lemma in load_words("syntax", line.lang)["tolls"]
            return None if found is not None and toll and not _are_people(line, found) else found
    return None


def _stands_for_number(line: NumberLine, i: int) -> bool:
    """Whether a word stands for a number told before: "and that of the injured", ", die der Verletzten"."""
    return line.lower(i) in line.words["tally_pronouns"] and line.lower(i + 1) in line.words["tally_ties"]


def _are_people(line: NumberLine, group: tuple[int, int]) -> bool:
    """Whether a toll is of those the noun names, not of what happened to them: "the toll of the fire at 34"."""
    entry = named_thing(line.tokens, _head(line.tokens, *group, line.lang), line.lang)
    return entry is not None and load().is_kind_of(entry.slug, "person")


def _underwent(line: NumberLine, at: int) -> tuple[int, int] | None:
    """People named by an adjective alone: "the number of injured", "the number of the missing"."""
    at += line.lower(at) in _OF["en"]
    at += line.lower(at) == "the"
    token = line.token(at)
    entry = load().thing_of_noun(token.lower, line.lang) if token is not None and line.lang == "en" else None
    return (at, at + 1) if entry is not None and load().is_kind_of(entry.slug, "person") else None


def _within_share(line: NumberLine, hit: Hit) -> tuple[int, int] | None:
    """The noun inside a share: "one worker in three"."""
    at = hit.first + 1
    inside = hit.fraction and at < hit.last and line.named_between(at, at + 2)
    return (at, at + 1) if inside else None


def _called_by_state(line: NumberLine, at: int) -> tuple[int, int] | None:
    """Victims named by an English adjective right after their number: "11 dead", "40 missing".

    Who "killed" is said of was killed: that is an act, which may have a doer.
    """
    token = line.token(at)
    entry = load().thing_of_noun(token.lower, line.lang) if token is not None and line.lang == "en" else None
    if token is None or entry is None or entry.tells is None or not load().is_kind_of(entry.slug, "victim"):
        return None
    return None if entry.slug == _DEAD and token.pos is Pos.VERB else (at, at + 1)


def _before_verb(line: NumberLine, first: int, last: int) -> tuple[int, int] | None:
    """The noun right before the finite verb: "die Zahl der bei dem Beschuss getöteten Zivilisten gab …"."""
    verb = next((k for k in range(first, last) if line.tokens[k].form is Form.FINITE), None)
    led = verb is not None and line.lang == "de" and line.tokens[first].pos is Pos.DET
    return (verb - 1, verb) if led and verb is not None and line.tokens[verb - 1].is_nominal else None


def _may_modify(line: NumberLine, i: int) -> bool:
    """Words between a number and its noun: adjectives, participles, quotation marks, hyphens."""
    tokens, token = line.tokens, line.tokens[i]
    if token.pos in (Pos.ADJ, Pos.ADV, Pos.NUM) or token.text in _QUOTES or token.text == "-":
        return True
    if (len(token.text) == 1 and token.text.isalpha()) or token.lower in line.words["more_words"]:
        return True
    if token.pos is Pos.CONJ:
        return tokens[i - 1].pos is Pos.ADJ and _before_noun(tokens, i)
    modifies = token.form in (Form.PARTICIPLE, Form.GERUND) or (line.lang == "en" and token.lower.endswith("ed"))
    return token.pos is Pos.VERB and modifies and _before_noun(tokens, i)


def _before_noun(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].pos in (Pos.NOUN, Pos.ADJ)


def _joins(tokens: Sequence[Token], i: int, lang: str) -> bool:
    """A capitalised German participle or adjective used as a noun ("zehn Verletzte")."""
    return lang == "de" and tokens[i].pos is Pos.ADJ and tokens[i].text[:1].isupper() and i > 0


def _head(tokens: Sequence[Token], first: int, last: int, lang: str) -> int:
    """The head of a row of nouns: the last common one in English, the first in German before a name."""
    stops = load_words("quantities", lang)["not_before"]
    for i in range(last - 1, first - 1, -1):
        if tokens[i].pos is Pos.NOUN and tokens[i].lower not in stops:
            return i
    return last - 1
