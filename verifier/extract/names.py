"""The names in a source: its core without title and apposition, runs of names, and who the reference data knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from verifier.domain.attribution import Actor
from verifier.extract.passages import Line, Range
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.reference.words import normalise
from verifier.text.tokens import Pos, Token

_INITIALS = (3, 6)
_FULL_NAME = 2
_INDEFINITE = {"a", "an", "one", "another", "ein", "eine"}
BODIES = ("org", "state", "group")


def person_of(run: Sequence[Token]) -> Actor:
    """A person by a run of names; an office before them ("Mayor Klara Vogt", "ÖBB-Chef Jan Rot") is left out."""
    while len(run) > _FULL_NAME and run[0].pos is Pos.NAME and _is_office(run[0].text):
        run = run[1:]
    return Actor("~" + normalise(text_of(run)), text_of(run), "person")


def _is_office(word: str) -> bool:
    _, hyphen, last = word.rpartition("-")
    return kind_of_role(word, "en") is not None or (bool(hyphen) and kind_of_role(last, "de") == "person")


def head_noun(core: Sequence[Token]) -> Token | None:
    """The head noun of a source without names: the last noun before a complement."""
    head = None
    for token in core:
        if token.pos is Pos.ADP and head is not None:
            break
        head = token if token.pos is Pos.NOUN else head
    return head


def first_run(words: Sequence[Token]) -> Sequence[Token]:
    """The first run of names."""
    first = next((i for i, t in enumerate(words) if t.pos is Pos.NAME), len(words))
    last = first
    while last < len(words) and words[last].pos is Pos.NAME:
        last += 1
    return words[first:last]


@lru_cache(maxsize=256)
def kind_of_role(noun: str, lang: str) -> str | None:
    """The kind of actor a holder of the role ``noun`` is."""
    entry = load().actor_named(noun, lang)
    return entry.becomes if entry is not None and entry.kind == "role" else None


@lru_cache(maxsize=256)
def is_state(slug: str) -> bool:
    entry = load().actor(slug)
    return entry is not None and entry.kind == "state"


def text_of(words: Sequence[Token]) -> str:
    """The words with the blanks they stand with."""
    parts = [words[0].text]
    for before, token in pairwise(words):
        parts.append((" " if token.span.start > before.span.end else "") + token.text)
    return "".join(parts)


def in_nominative(words: Sequence[Token]) -> str:
    """The words of a German source as its subject would read: "des Betreibers" is "Betreiber"."""
    noun = next((t for t in words if t.pos is Pos.NOUN), None)
    if noun is None or noun.text not in (f"{noun.lemma}s", f"{noun.lemma}es"):
        return text_of(words)
    at = noun.span.start - words[0].span.start
    told = text_of(words)
    return told[:at] + noun.lemma + told[at + len(noun.text) :]


def core_of(words: Sequence[Token]) -> Sequence[Token]:
    """A source without its apposition, leading marks and "both", "even"."""
    for i, token in enumerate(words):
        if (
            token.text in {",", "(", "-", ";"}
            and i
            and not (token.text == "-" and words[i - 1].span.end == token.span.start)
        ):
            words = words[:i]
            break
    named = (i for i in range(2, len(words)) if words[i].pos is Pos.ADP)
    cut = next((i for i in named if words[i - 1].pos is words[i - 2].pos is Pos.NAME), len(words))
    words = words[:cut]
    first = 0
    while first < len(words) and words[first].pos in (Pos.ADV, Pos.CONJ, Pos.PUNCT, Pos.ADP, Pos.SUBJ):
        first += 1
    return words[first:]


def with_noun_alone(words: Sequence[Token]) -> Sequence[Token]:
    """The noun that a German participle with its own phrase describes: "der von der Hamas geführten Behörde"."""
    described = len(words) > 4 and words[0].pos is Pos.DET and words[1].pos is Pos.ADP
    return words[-1:] if described and words[-2].pos is Pos.ADJ and words[-1].pos is Pos.NOUN else words


def last_run(words: Sequence[Token]) -> Sequence[Token]:
    """The last run of names in a phrase."""
    last = len(words)
    while last > 0 and words[last - 1].pos is not Pos.NAME:
        last -= 1
    first = last
    while first > 0 and (words[first - 1].pos is Pos.NAME or (words[first - 1].text in {".", "-"} and first > 1)):
        first -= 1
    while first < last and words[first].pos is not Pos.NAME:
        first += 1
    return words[first:last]


def name_runs(line: Line) -> list[Range]:
    """Runs of names with the nouns and adjectives directly before them."""
    runs: list[Range] = []
    i = 0
    while i < len(line.tokens):
        if line.tokens[i].pos is not Pos.NAME:
            i += 1
            continue
        last = i + 1
        while last < len(line.tokens) and line.tokens[last].pos is Pos.NAME:
            last += 1
        first = i
        while first > 0 and line.tokens[first - 1].pos in (Pos.NOUN, Pos.ADJ) and i - first < 3:
            first -= 1
        runs.append((first, last))
        i = last
    return runs


def capital_runs(line: Line) -> list[Range]:
    """Runs of three to six capitalised words, as names of bodies are written."""
    runs: list[Range] = []
    first = 0
    for i in range(len(line.tokens) + 1):
        if i < len(line.tokens) and line.tokens[i].text[0].isupper() and line.tokens[i].pos is not Pos.DET:
            continue
        if _INITIALS[0] <= i - first <= _INITIALS[1]:
            runs.append((first, i))
        first = i + 1
    return runs


@lru_cache(maxsize=4096)
def known_actor(words: str, lang: str) -> Actor | None:
    """The actor or outlet of the reference data that ``words`` name."""
    reference = load()
    if outlet := reference.outlet_named(words):
        return Actor(f"outlet:{outlet.slug}", outlet.name, "org", outlet.side)
    if entry := reference.actor_named(words, lang):
        name = words if entry.kind in ("role", "anonymous") else entry.name
        return Actor(entry.slug, name, entry.kind, reference.side_of(entry.slug))
    return None


@lru_cache(maxsize=1024)
def offices_of(slug: str) -> tuple[str, ...]:
    """The roles a known person holds, without their state."""
    entry = load().actor(slug)
    return (entry.office.partition(":")[2],) if entry is not None and entry.office else ()


@lru_cache(maxsize=1024)
def kind_of(actor: Actor) -> str | None:
    """The kind of an actor; of a role that has no state of its own the kind it would take on."""
    entry = load().actor(actor.key) if actor.kind == "role" else None
    return entry.becomes if entry is not None else actor.kind


def is_body(actor: Actor) -> bool:
    """Whether an actor is a state, an organisation or a group, or a role that is one: "the army"."""
    return kind_of(actor) in BODIES


def joins_names(core: Sequence[Token]) -> bool:
    """Whether a source names two actors ("Peru and Chile"); a name that itself has an "and" is one."""
    joined = any(
        core[i].pos is Pos.CONJ and core[i - 1].pos is Pos.NAME and core[i + 1].pos in (Pos.NAME, Pos.DET, Pos.ADJ)
        for i in range(1, len(core) - 1)
    )
    known = load().actor_named(text_of(core), "en") if joined else None
    return joined and (known is None or normalise(known.name) != normalise(text_of(core)))


def is_one_person(name: str, lang: str) -> bool:
    """Whether an unnamed source is one person: "an official", "ein Arzt"."""
    article, _, rest = name.partition(" ")
    things = (load().thing_of_noun(word, lang) for word in rest.split())
    entry = next((thing for thing in things if thing is not None), None)
    return article.lower() in _INDEFINITE and entry is not None and load().is_kind_of(entry.slug, "person")


def reporting_state(core: Sequence[Token], reports: tuple[str, ...], lang: str) -> Actor | None:
    """The state whose reports are meant, by the last parts of words for ``reports``: "ukrainischen Angaben"."""
    if core[-1].pos is not Pos.NOUN or not core[-1].lemma.lower().endswith(reports):
        return None
    prefix = core[-1].text.partition("-")[0] if "-" in core[-1].text else ""
    words = [prefix, *(token.text for token in core[:-1] if token.pos is Pos.ADJ)]
    states = (load().actor_of_adjective(word, lang) for word in words if word)
    entry = next((found for found in states if found is not None), None)
    return Actor(entry.slug, entry.name, entry.kind, load().side_of(entry.slug)) if entry is not None else None


def is_complement(core: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether a name only says where or of what somebody is: "the mayor of Valtara", "a clinic in Sulina"."""
    before = [t for t in core if t.span.start < run[0].span.start]
    noun = next((n for n, t in enumerate(before) if t.pos is Pos.NOUN), None)
    return noun is not None and any(t.pos is Pos.ADP for t in before[noun + 1 :])


def body_of_town(words: Sequence[Token], run: Sequence[Token], lang: str) -> Actor | None:
    """The body that a German noun, no person's, and the name of a town behind it name: "das Klinikum Wels"."""
    at = len(words) - len(run) - 1
    if lang != "de" or len(run) != 1 or at < 0 or words[-1] is not run[0] or words[at].pos is not Pos.NOUN:
        return None
    noun, reference = words[at], load()
    thing = reference.thing_of_noun(noun.lemma, lang)
    is_people = thing is not None and reference.is_kind_of(thing.slug, "person")
    if is_people or kind_of_role(noun.lemma, lang) == "person" or not load_gazetteer().places_named(run[0].text, lang):
        return None
    name = in_nominative(words[at:])
    return Actor("~" + normalise(name), name, "org")
