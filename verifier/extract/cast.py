"""Who is meant: actors by name, surname, role and pronoun, as far as the text itself has introduced them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from verifier.domain.attribution import Actor
from verifier.extract.cues import Cues
from verifier.extract.names import (
    BODIES,
    body_of_town,
    capital_runs,
    core_of,
    first_run,
    head_noun,
    is_body,
    is_complement,
    is_one_person,
    is_state,
    joins_names,
    kind_of,
    known_actor,
    last_run,
    name_runs,
    offices_of,
    person_of,
    text_of,
    with_noun_alone,
)
from verifier.extract.naming import Naming
from verifier.extract.passages import Line, Range
from verifier.reference import load
from verifier.reference.words import normalise
from verifier.text.tokens import Form, Pos, Token

_DEFINITE = {"the", "der", "die", "das", "dem", "den"}
_POINTING = (Pos.PRON, Pos.REL, Pos.POSS, Pos.SUBJ, Pos.DET, Pos.ADV)


class Cast:
    """The actors named so far in one text, and those that are being spoken of."""

    def __init__(self, cues: Cues, lang: str) -> None:
        self._lists = cues.lists
        self._lang = lang
        self._naming = Naming(cues, lang)
        self._people: dict[str, Actor] = {}
        self._roles: dict[str, Actor] = {}
        self._described: dict[str, Actor] = {}
        self._person: Actor | None = None
        self._group: Actor | None = None
        self._states: set[str] = set()
        self._told_of: set[str] = set()
        self._heard: str | None = None
        self._voice: Actor | None = None
        """Who spoke last under a name that may be a person's: "Ridley"."""

    def read(self, line: Line, keep: bool = False) -> None:
        """Take note of the names of a line; unless ``keep``, the first person and body named become its topics.

        An outlet becomes one only by speaking: it is mostly named for passing on what others say.
        """
        persons, groups = [], []
        self._abbreviate(line)
        for part in name_runs(line):
            actor = self._named(line, part)
            if actor is not None and actor.kind == "person":
                persons.append(actor)
            elif actor is not None and actor.kind in BODIES and not actor.key.startswith("outlet:"):
                groups.append(actor)
        if not groups and not persons and (opening := self._opening(line)) is not None:
            groups = [opening]
        self._told_of |= {a.side for a in (*persons, *groups) if a.side is not None and is_state(a.side)}
        if not keep:
            self._person = persons[0] if persons else self._person
            self._group = groups[0] if groups else self._group
        elif self._person is None and persons:
            self._person = persons[0]

    def _opening(self, line: Line) -> Actor | None:
        """Who a line opens with and tells of: "Die Polizei nahm …", "Voltix employs …"."""
        words = line.tokens[:3]
        first = 1 if words and words[0].lower in _DEFINITE else 0
        if len(words) <= first + 1 or not words[first].is_nominal or words[first + 1].form is not Form.FINITE:
            return None
        known = known_actor(words[first].text, self._lang)
        if known is not None:
            return known if is_body(known) else None
        named = words[first].pos is Pos.NAME and normalise(words[first].text) not in self._people
        return Actor("~" + normalise(words[first].text), words[first].text) if named else None

    def _abbreviate(self, line: Line) -> None:
        """Let the initials of a body named in full mean it from here on: "Rapid Support Forces", then "the RSF"."""
        for first, last in capital_runs(line):
            actor = known_actor(text_of(line.tokens[first:last]), self._lang)
            if actor is not None and actor.kind in BODIES:
                self._people.setdefault(normalise("".join(t.text[0] for t in line.tokens[first:last])), actor)

    def speaks(self, actor: Actor) -> None:
        """Let ``actor`` be the one that "he", "it" and "the ministry" mean from here on."""
        kind = kind_of(replace(actor, span=None))
        self._voice = actor if kind is None and actor.name.istitle() and " " not in actor.name else None
        if kind == "person" or (kind in (None, "anonymous") and is_one_person(actor.name, self._lang)):
            self._person = actor
        elif kind in (*BODIES, None):
            self._group = actor
        self._heard = actor.side if actor.side is not None and is_state(actor.side) else None
        if self._heard is not None:
            self._states.add(self._heard)

    @property
    def body(self) -> Actor | None:
        """The body spoken of last."""
        return self._group

    def actor(self, line: Line, part: Range, person: bool = False) -> Actor | None:
        """The actor the words of ``part`` name; None where a pronoun stands for nobody known.

        ``person`` tells that the words around say it is one ("the woman who …").
        """
        words = line.tokens[part[0] : part[1]]
        if len(words) == 1 and words[0].pos in _POINTING:
            found = self._subject_before(line, part[0]) or self._pronoun(words[0])
        else:
            core = self._naming.untitled(core_of(with_noun_alone(words) if self._lang == "de" else words))
            found = self._naming.reporting(core) or self._by_words(core, words) if core else None
        if found is None:
            return None
        if person and found.kind is None:
            found = replace(found, kind="person")
        kind = "anonymous" if kind_of(replace(found, span=None)) == "anonymous" else found.kind
        if kind in ("state", "org") and is_one_person(text_of(words), self._lang) and not first_run(words):
            return Actor("~" + normalise(text_of(words)), text_of(words), "anonymous", found.side, line.span(part))
        return replace(found, kind=kind, span=line.span(part))

    def knows(self, line: Line, part: Range) -> bool:
        """Whether the words of ``part`` name an actor of the reference data or of the text."""
        core = core_of(line.tokens[part[0] : part[1]])
        if not core:
            return False
        run = last_run(core)
        return known_actor(text_of(core), self._lang) is not None or (
            bool(run) and normalise(run[-1].text) in self._people
        )

    def outlet(self, line: Line, part: Range) -> Actor | None:
        """The outlet that the words of ``part`` are."""
        found = known_actor(text_of(line.tokens[part[0] : part[1]]), self._lang)
        return replace(found, span=line.span(part)) if found is not None and found.key.startswith("outlet:") else None

    def _pronoun(self, word: Token) -> Actor | None:
        lower = word.lower
        if lower in self._lists["person_pronouns"] and lower in self._lists["group_pronouns"]:
            return self._person or self._group
        if lower in self._lists["person_pronouns"]:
            return self._person or self._voice
        if lower not in self._lists["group_pronouns"]:
            return None
        single = self._group is not None and self._group.kind == "state"
        return None if single and lower in self._lists["plural_pronouns"] else self._group

    def _subject_before(self, line: Line, at: int) -> Actor | None:
        """What body the clause before an "it" tells of: "that China is neutral, NATO has called it"."""
        if line.tokens[at].lower != "it":
            return None
        begin = line.sentence_of(at)[0]
        for first, last in reversed([run for run in name_runs(line) if begin <= run[0] and run[1] < at]):
            between = line.tokens[last:at]
            known = known_actor(text_of(line.tokens[first:last]), self._lang)
            opens = first == begin or line.tokens[first - 1].pos is Pos.SUBJ
            if opens and known is not None and between[0].form is Form.FINITE and any(t.text == "," for t in between):
                return known if known.kind in BODIES else None
        return None

    def _by_words(self, core: Sequence[Token], words: Sequence[Token]) -> Actor:
        if joins_names(core):
            return self._naming.as_told(core, "group")
        run = last_run(core)
        named = bool(run) and not is_complement(core, run)
        if not named and (meant := self._represented(core) or self._apposed(core, words)) is not None:
            return meant
        surname = normalise(run[-1].text) if run else ""
        alone = len(run) == 1 and (len(core) == 1 or (run[0].text.isupper() and core[0].lower in _DEFINITE))
        if alone and len(core) <= 2 and surname in self._people:
            return self._people[surname]
        known = known_actor(self._naming.told(core), self._lang) or body_of_town(core, run, self._lang)
        known = known or self._naming.titled(core, run)
        if known is not None and known.kind != "role":
            return self._describe(self._keep(known, run), words)
        if len(run) in (1, 2) and run[-1] is core[-1] and surname in self._people:
            return self._describe(self._people[surname], words)
        described = self._by_description(core, known) if not run else None
        return described or self._describe(self._keep(known or self._naming.unknown(core, run), run), words)

    def _represented(self, core: Sequence[Token]) -> Actor | None:
        """The body that "its spokesman" speaks for."""
        owned = core[0].pos is Pos.POSS and core[-1].lemma.lower() in self._lists["spokespeople"]
        return self._group if owned else None

    def _apposed(self, core: Sequence[Token], words: Sequence[Token]) -> Actor | None:
        """Who "the regional governor, Ana Ruiz," is: the name set off after the role."""
        rest = [t for t in words if t.span.start >= core[-1].span.end]
        if not rest or rest[0].text != ",":
            return None
        run = self._naming.between_commas(rest) or first_run(rest[1:])
        if not run or any(t.pos is Pos.REL or t.is_verbal for t in rest if t.span.start < run[0].span.start):
            return None
        known = known_actor(text_of(run), self._lang)
        if known is not None and known.kind == "person":
            return self._describe(self._keep(known, run), core)
        if len(run) < 2 or self._naming.is_body(run):
            return None
        return self._describe(self._keep(person_of(run), run), core)

    def _by_description(self, core: Sequence[Token], known: Actor | None) -> Actor | None:
        """Who "the ministry" or "the retired general" is, if the text has said so before."""
        article = core[0].lower in _DEFINITE
        if any(t.pos is not Pos.NOUN and t.text[0].isupper() for t in core[1:]):  # "the Conservative group"
            return self._of_state(known)
        if known is not None and known.key in self._roles and (article or self._roles[known.key].kind != "anonymous"):
            return self._roles[known.key]
        head = head_noun(core)
        definite = article or known is not None
        if head is not None and definite and core[0].pos is not Pos.NUM:
            lemma = head.lemma.lower()
            if lemma in self._described:
                return self._described[lemma]
            if self._lang == "de":
                match = next((a for noun, a in self._described.items() if noun.endswith(lemma)), None)
                if match is not None:
                    return match
        return self._of_state(known)

    def _of_state(self, known: Actor | None) -> Actor | None:
        """A body of the state that has just been speaking, or speaks alone ("the Defense Ministry").

        An office that every district has ("the police") is that of a state only where the text tells of no other.
        """
        alone = next(iter(self._states)) if len(self._states) == 1 else None
        state = self._heard or alone
        if known is None or state is None:
            return None
        role = load().actor(known.key)
        if role is not None and role.nature == "local" and self._told_of - {state}:
            return None
        entry = load().actor_with_state(known.key, state)
        if entry is None or entry.kind != "org":
            return None
        return Actor(entry.slug, entry.name, entry.kind, load().side_of(entry.slug))

    def _named(self, line: Line, part: Range) -> Actor | None:
        """The actor of a run of names in running text, with the nouns before it."""
        words = line.tokens[part[0] : part[1]]
        run = last_run(words)
        if not run:
            return None
        surname = normalise(run[-1].text)
        if len(run) == 1 and surname in self._people:
            return self._people[surname]
        known = known_actor(text_of(words), self._lang) or body_of_town(words, run, self._lang)
        known = known or known_actor(text_of(run), self._lang)
        if known is not None and known.kind != "role":
            return self._describe(self._keep(known, run), words)
        title = words[len(words) - len(run) - 1 : len(words) - len(run)]
        if title and title[0].pos is Pos.NOUN and self._naming.is_body(title):
            return self._describe(Actor("~" + normalise(text_of(run)), text_of(run), "org"), words)
        if len(run) in (2, 3) and not self._naming.is_body(run) and all(len(t.text) > 1 for t in run):
            return self._describe(self._keep(person_of(run), run), words)
        return None

    def _describe(self, actor: Actor, words: Sequence[Token]) -> Actor:
        """Remember the nouns an actor is introduced with, for "the general" or "das Unternehmen" later."""
        if actor.kind in ("person", "org"):
            told = list(takewhile(lambda t: t.pos is not Pos.REL, words))
            for token, following in zip_longest(told, told[1:]):
                joined = following is not None and following.pos is Pos.NOUN
                if token.pos is not Pos.NOUN or token.lower in self._lists["stamps"]:
                    continue
                if not (joined and known_actor(token.lemma, self._lang)):  # "the police union" is not the police
                    self._described[token.lemma.lower()] = actor
        return actor

    def _keep(self, actor: Actor, run: Sequence[Token]) -> Actor:
        """Remember an actor by surname and by the role it holds."""
        if actor.kind == "person" and run:
            self._people[normalise(run[-1].text)] = actor
            for role in offices_of(actor.key):
                self._roles[role] = actor
        elif ":" in actor.key and actor.kind in ("org", "anonymous"):
            self._roles[actor.key.partition(":")[2]] = actor
            self._roles[actor.key.rpartition("-")[2]] = actor
        return actor
