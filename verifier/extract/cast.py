"""Who is meant: actors by name, surname, role and pronoun, as far as the text itself has introduced them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from verifier.domain.attribution import Actor
from verifier.domain.span import Span
from verifier.extract.cues import Cues
from verifier.extract.passages import Line, Range
from verifier.reference import load
from verifier.reference.words import normalise
from verifier.text.tokens import Pos, Token

_GROUPS = ("org", "state", "group")


class Cast:
    """The actors named so far in one text, and those that are being spoken of."""

    def __init__(self, cues: Cues, lang: str) -> None:
        self._lists = cues.lists
        self._lang = lang
        self._people: dict[str, Actor] = {}
        self._roles: dict[str, Actor] = {}
        self._person: Actor | None = None
        self._group: Actor | None = None

    def read(self, line: Line) -> None:
        """Take note of the names of a line; the first person and the first body named become its topics."""
        persons, groups = [], []
        for part in _name_runs(line):
            actor = self._named(line, part)
            if actor is None:
                continue
            if actor.kind == "person":
                persons.append(actor)
            elif actor.kind in _GROUPS:
                groups.append(actor)
        self._person = persons[0] if persons else self._person
        self._group = groups[0] if groups else self._group

    def speaks(self, actor: Actor | None) -> None:
        """Let ``actor`` be the one that "he", "it" and "the ministry" mean from here on."""
        if actor is not None and actor.kind == "person":
            self._person = actor
        elif actor is not None and actor.kind in _GROUPS:
            self._group = actor

    def actor(self, line: Line, part: Range) -> Actor | None:
        """The actor the words of ``part`` name; None where a pronoun stands for nobody known."""
        words = line.tokens[part[0] : part[1]]
        span = line.span(part)
        if len(words) == 1 and words[0].pos in (Pos.PRON, Pos.REL, Pos.POSS, Pos.SUBJ, Pos.DET, Pos.ADV):
            found = self._pronoun(words[0])
            return None if found is None else _at(found, span)
        core = _core(words)
        if not core:
            return None
        return _at(self._by_words(core), span)

    def outlet(self, line: Line, part: Range) -> Actor | None:
        """The outlet that ``part``, or its last name, is."""
        words = line.tokens[part[0] : part[1]]
        found = _known(_text(words), self._lang)
        return _at(found, line.span(part)) if found is not None and found.key.startswith("outlet:") else None

    def _pronoun(self, word: Token) -> Actor | None:
        lower = word.lower
        if lower in self._lists["person_pronouns"] and lower in self._lists["group_pronouns"]:
            return self._person or self._group
        if lower in self._lists["person_pronouns"]:
            return self._person
        return self._group if lower in self._lists["group_pronouns"] else None

    def _by_words(self, core: Sequence[Token]) -> Actor:
        shown = _text(core)
        run = _last_run(core)
        surname = normalise(run[-1].text) if run else ""
        if len(core) == len(run) == 1 and surname in self._people:
            return self._people[surname]
        known = _known(shown, self._lang)
        if known is None and run and len(run) < len(core):
            known = self._titled(core, run)
        if known is not None and known.kind != "role":
            return self._keep(known, run)
        if run and surname in self._people and len(run) <= 2:
            return self._people[surname]
        if known is not None:
            return self._roles.get(known.key, known)
        return self._keep(self._unknown(core, run), run)

    def _titled(self, core: Sequence[Token], run: Sequence[Token]) -> Actor | None:
        """A name after a title the reference data does not know ("the ring's director Ana Ruiz")."""
        return _known(_text(run), self._lang) if run[-1] is core[-1] else None

    def _unknown(self, core: Sequence[Token], run: Sequence[Token]) -> Actor:
        """Somebody the reference data does not know: a person where two names or a title say so."""
        tail = bool(run) and run[-1] is core[-1]
        before = [t for t in core if t.pos is Pos.NOUN and not (run and t.span.start > run[0].span.start)]
        if tail and (len(run) in (2, 3) or before) and not _is_body(run, self._lists):
            name = _text(run)
            return Actor("~" + normalise(name), name, "person")
        head = next((t for t in core if t.pos is Pos.NOUN), None)
        bodies = head is not None and head.lemma.lower() in self._lists["bodies"] or bool(run) and _is_body(run, self._lists)
        name = _text(core)
        return Actor("~" + normalise(name), name, "org" if bodies else None)

    def _named(self, line: Line, part: Range) -> Actor | None:
        words = line.tokens[part[0] : part[1]]
        run = _last_run(words)
        if not run:
            return None
        surname = normalise(run[-1].text)
        if len(run) == 1 and surname in self._people:
            return self._people[surname]
        known = _known(_text(words), self._lang) or _known(_text(run), self._lang)
        if known is not None and known.kind != "role":
            return self._keep(known, run)
        if len(run) in (2, 3) and not _is_body(run, self._lists) and all(len(t.text) > 1 for t in run):
            actor = Actor("~" + normalise(_text(run)), _text(run), "person")
            return self._keep(actor, run)
        return None

    def _keep(self, actor: Actor, run: Sequence[Token]) -> Actor:
        """Remember an actor by surname and by the role it holds."""
        if actor.kind == "person" and run:
            self._people[normalise(run[-1].text)] = actor
            for role in _offices(actor.key):
                self._roles[role] = actor
        elif ":" in actor.key:
            self._roles[actor.key.partition(":")[2]] = actor
            self._roles.setdefault(actor.key.rpartition("-")[2], actor)
        return actor


def _at(actor: Actor, span: Span) -> Actor:
    return Actor(actor.key, actor.name, actor.kind, actor.side, span)


def _text(words: Sequence[Token]) -> str:
    """The words with the blanks they stand with."""
    parts = [words[0].text]
    for before, token in zip(words, words[1:], strict=False):
        parts.append((" " if token.span.start > before.span.end else "") + token.text)
    return "".join(parts)


def _core(words: Sequence[Token]) -> Sequence[Token]:
    """A source without its apposition, leading marks and "both", "even"."""
    for i, token in enumerate(words):
        if token.text in {",", "(", "-", ";"} and i and not (token.text == "-" and words[i - 1].span.end == token.span.start):
            words = words[:i]
            break
    first = 0
    while first < len(words) and words[first].pos in (Pos.ADV, Pos.CONJ, Pos.PUNCT, Pos.ADP, Pos.SUBJ):
        first += 1
    return words[first:]


def _last_run(words: Sequence[Token]) -> Sequence[Token]:
    """The last run of names in a phrase."""
    last = len(words)
    while last > 0 and words[last - 1].pos is not Pos.NAME:
        last -= 1
    first = last
    while first > 0 and (words[first - 1].pos is Pos.NAME or words[first - 1].text in {".", "-"} and first > 1):
        first -= 1
    while first < last and words[first].pos is not Pos.NAME:
        first += 1
    return words[first:last]


def _name_runs(line: Line) -> list[Range]:
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


def _is_body(run: Sequence[Token], lists: object) -> bool:
    assert isinstance(lists, dict)
    return any(token.lower in lists["bodies"] for token in run)


@lru_cache(maxsize=4096)
def _known(words: str, lang: str) -> Actor | None:
    """The actor or outlet of the reference data that ``words`` name."""
    reference = load()
    if outlet := reference.outlet_named(words):
        return Actor(f"outlet:{outlet.slug}", outlet.name, "org", outlet.side)
    if entry := reference.actor_named(words, lang):
        name = words if entry.kind in ("role", "anonymous") else entry.name
        return Actor(entry.slug, name, entry.kind, reference.side_of(entry.slug))
    return None


@lru_cache(maxsize=1024)
def _offices(slug: str) -> tuple[str, ...]:
    """The roles a known person holds, without their state."""
    entry = load().actor(slug)
    return (entry.office.partition(":")[2],) if entry is not None and entry.office else ()
