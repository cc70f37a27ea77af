"""What words call somebody by themselves, whomever the text has named before: a name, a title, a kind of body."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.domain.attribution import Actor
from verifier.extract.cues import Cues
from verifier.extract.names import (
    head_noun,
    in_nominative,
    is_complement,
    kind_of_role,
    known_actor,
    person_of,
    reporting_state,
    text_of,
)
from verifier.reference.words import normalise
from verifier.text.tokens import Pos, Token


class Naming:
    """How one language calls people and bodies, by its lists of words."""

    def __init__(self, cues: Cues, lang: str) -> None:
        self.lists, self.lang = cues.lists, lang
        self._reports = tuple(cue.rest[0].lower() for cue in cues.before.get("nach", ()) if cue.rest) or ("\0",)

    def reporting(self, core: Sequence[Token]) -> Actor | None:
        """Whose reports are meant: "ukrainischen Angaben", "Gewerkschaftsangaben"."""
        state = reporting_state(core, self._reports, self.lang)
        report = next((r for r in self._reports if core[-1].lemma.lower().endswith(r)), None)
        if state is not None or self.lang != "de" or report is None or len(core) != 1:
            return state
        owner = core[-1].lemma[: -len(report)].removesuffix("s")
        return known_actor(owner, self.lang) if owner else None

    def untitled(self, core: Sequence[Token]) -> Sequence[Token]:
        """``core`` without "Mr.", "Ms.", "Herr", "Frau" before a name."""
        first = 0
        while first < len(core) - 1 and (
            core[first].lower in self.lists["titles"] or (first and core[first].text == ".")
        ):
            first += 1
        return core[first:]

    @staticmethod
    def between_commas(rest: Sequence[Token]) -> Sequence[Token]:
        """Two words set off after a role, the first of them a name: the other is one too, whatever else it may mean."""
        end = next((n for n, t in enumerate(rest[1:], 1) if t.text == ","), len(rest))
        name = rest[1:end]
        return name if len(name) == 2 and name[0].pos is Pos.NAME and name[1].text.istitle() else ()

    def titled(self, core: Sequence[Token], run: Sequence[Token]) -> Actor | None:
        """A name after a title the reference data does not know ("the rink's director Ana Ruiz")."""
        if not run or run[-1] is not core[-1] or is_complement(core, run):
            return None
        for first in range(len(run)):
            known = known_actor(text_of(run[first:]), self.lang)
            if known is not None and (known.kind == "person" or (len(run) < len(core) and first == 0)):
                return known
        return None

    def unknown(self, core: Sequence[Token], run: Sequence[Token]) -> Actor:
        """Somebody the reference data does not know: a person where two names or a title say so."""
        if run and is_complement(core, run):
            head = head_noun(core)
            kind = kind_of_role(head.lemma, self.lang) if head is not None else None
            return self.as_told(core, kind)
        tail = bool(run) and run[-1] is core[-1]
        titled = any(t.pos is Pos.NOUN and t.span.start < run[0].span.start for t in core) if run else False
        if any(t.pos is Pos.CONJ for t in core):
            return self.as_told(core, "group")
        noun = next((t for t in reversed(core) if t.pos is Pos.NOUN and run and t.span.start < run[0].span.start), None)
        if tail and titled and noun is not None and self.is_body([noun]):
            return Actor("~" + normalise(text_of(run)), text_of(run), "org")
        if tail and (len(run) in (2, 3, 4) or titled) and not self.is_body(run):
            return person_of(run)
        head = head_noun(core)
        bodies = (head is not None and self.is_body([head])) or self.is_body(run)
        kind = "org" if bodies else kind_of_role(head.lemma, self.lang) if head is not None and not run else None
        return self.as_told(core, kind)

    def as_told(self, core: Sequence[Token], kind: str | None) -> Actor:
        """An actor known by the text's own words for it alone."""
        name = self.told(core)
        return Actor("~" + normalise(name), name, kind)

    def told(self, core: Sequence[Token]) -> str:
        """The words of the text, German ones in the nominative."""
        return in_nominative(core) if self.lang == "de" else text_of(core)

    def is_body(self, words: Sequence[Token]) -> bool:
        """Whether one of the words names a kind of organisation; German compounds by their last part."""
        ends = tuple(self.lists["bodies"])
        if self.lang == "de":
            return any(t.lemma.lower().endswith(ends) for t in words)
        return any(t.lower in self.lists["bodies"] or t.lemma.lower() in self.lists["bodies"] for t in words)
