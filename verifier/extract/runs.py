"""The readings of a passage put together: cues, quotations over several lines, and speech that keeps its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.attribution import Attribution, Step
from verifier.domain.enums import CueClass
from verifier.domain.span import Span
from verifier.extract.adverbials import Adverbials
from verifier.extract.cast import Cast
from verifier.extract.chains import chain_of, names_source
from verifier.extract.choice import choose, class_of, is_embedded, is_worded
from verifier.extract.cues import Cue, Cues, cues_of
from verifier.extract.headlines import announced
from verifier.extract.passages import Line, Range
from verifier.extract.reading import Reading
from verifier.extract.reported import is_hearsay, is_reported
from verifier.extract.speech_de import GermanSpeech
from verifier.extract.speech_en import EnglishSpeech
from verifier.extract.verbs import denies

_MEMORY = 2
_HARDLY = "hardly"
_HEARSAY = Cue("sollen", frozenset({"clause"}), CueClass.DISTANCED)


@dataclass(slots=True)
class _Draft:
    """An attribution while its content may still grow."""

    reading: Reading
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: list[Span]
    chain: tuple[Step, ...]
    cue_class: CueClass
    carried: bool = False

    def reach_back(self, before: Line) -> None:
        """Take in the line before, for "This was reported by …"."""
        self.content.insert(0, before.span(_without_mark(before)))

    def done(self) -> Attribution:
        attitude = self.reading.cue.attitude and not self.carried
        cue = [t for first, last in self.reading.cue_at for t in self.reading.line.tokens[first:last]]
        negated = not self.carried and (self.reading.negated or denies(cue) or any(t.lower == _HARDLY for t in cue))
        return Attribution(
            self.source, self.cue, tuple(self.content), self.chain, self.cue_class, self.carried, attitude, negated
        )


class _Passage:
    """Collects the attributions of a passage line by line."""

    def __init__(self, lang: str, cast: Cast, cues: Cues) -> None:
        self.lang, self.cast, self.cues = lang, cast, cues
        self.drafts: list[_Draft] = []
        self.waiting: _Draft | None = None
        self.speech: _Draft | None = None
        self.before: Line | None = None
        self.heard: _Draft | None = None
        self.age = 0

    def read(self, line: Line) -> None:
        """Take in one line."""
        if self._continues_quote(line):
            self.before = line
            return
        found = choose(_readings(line, self.cues, self.lang))
        if self.heard is not None and self.age <= _MEMORY:
            found = [r for r in found if not is_embedded(r)] if self.lang == "de" else found
        found = [reading for reading in found if not names_source(reading, self.cast, self.cues)]
        drafts = [self._draft(reading) for reading in found]
        self.cast.read(line, keep=any(draft.chain for draft in drafts))
        self.waiting = None
        for draft in drafts:
            if draft.reading.back and self.before is not None and self.before.paragraph == line.paragraph:
                draft.reach_back(self.before)
            if draft.reading.colon:
                self.waiting = draft
            else:
                self.drafts.append(draft)
        if self.cues.nested_quotes:
            self._nested(line, drafts)
        if not drafts and self.lang == "de" and self._carry(line):
            self.before = line
            return
        said = [d for d in drafts if self._speaks(d)]
        self.speech = said[-1] if said else None
        if self.speech is not None:
            self.heard, self.age = self.speech, 0
        else:
            self.age += 1
        self.before = line

    @staticmethod
    def _speaks(draft: _Draft) -> bool:
        """Whether what follows may go on saying what the draft's source says."""
        reading = draft.reading
        outside = reading.line.quoted[reading.cue_at[0][0]] < 0
        return bool(draft.source) and outside and not reading.cue.attitude and not reading.colon

    def _draft(self, reading: Reading) -> _Draft:
        line = reading.line
        spans = [line.span(part) for part in reading.content if part[1] > part[0]]
        source = (line.span(reading.source),) if reading.source else ()
        cue_class = class_of(reading)
        chain = chain_of(reading, self.cast, self.cues)
        if reading.cue.takes("refers") or reading.refers:
            chain = self.heard.chain if self.heard is not None and self.age <= _MEMORY else ()
        if chain and (not reading.cue.attitude or line.quoted[reading.cue_at[0][0]] < 0):
            self.cast.speaks(chain[0].actor)
        cue = tuple(line.span(part) for part in reading.cue_at)
        return _Draft(reading, source, cue, spans, chain, cue_class)

    def _continues_quote(self, line: Line) -> bool:
        """A line of nothing but quoted words belongs to the utterance announced or begun before it."""
        if not line.quotes or line.quotes[0][0] > 0 or not line.all_quoted:
            return False
        spans = [line.span(quote) for quote in line.quotes]
        if self.waiting is not None:
            self.waiting.content += spans
            self.waiting.reading = replace(self.waiting.reading, direct=True)
            self.drafts.append(self.waiting)
            self.speech, self.waiting = self.waiting, None
            return True
        last = self.speech
        if last is None or self.before is None:
            return False
        same = line.paragraph == self.before.paragraph
        if last.reading.direct and (same or self.before.unclosed):
            last.content += spans
            return True
        if not last.source or (not same and not last.reading.direct):
            return False
        draft = _Draft(
            replace(last.reading, direct=True), last.source, (), spans, last.chain, CueClass.QUOTED, carried=True
        )
        self.drafts.append(draft)
        self.speech = draft
        return True

    def _carry(self, line: Line) -> bool:
        """A German sentence in reported speech goes on saying what the source before it says."""
        hearsay = is_hearsay(line)
        last = self.speech
        if hearsay and self.before is not None and self.before.paragraph != line.paragraph:
            last = None
        elif last is None and self.age <= _MEMORY and (is_reported(line, after_report=False) or hearsay):
            last = self.heard
        span = line.span(_without_mark(line))
        if last is None and hearsay and is_hearsay(line, past=True):
            self.drafts.append(_Draft(Reading(line, _HEARSAY, (), None, ()), (), (), [span], (), CueClass.DISTANCED))
            return True
        if last is None or not (is_reported(line, after_report=True) or hearsay):
            return False
        self.age = 0
        if last.carried and last is self.speech:
            last.content.append(span)
            return True
        cue_class = CueClass.DISTANCED if hearsay else CueClass.ASSERTED
        draft = _Draft(
            replace(last.reading, direct=False), last.source, (), [span], last.chain, cue_class, carried=True
        )
        self.drafts.append(draft)
        self.speech = self.heard = draft
        return True

    def _nested(self, line: Line, drafts: Sequence[_Draft]) -> None:
        """Quoted words inside reported speech are the source's own words."""
        quotes = [line.span(quote) for quote in line.quotes]
        taken: set[int] = set()
        for draft in drafts:
            for span in draft.content if draft.source else ():
                for n in range(bisect_left(quotes, Span(span.start, span.start)), len(quotes)):
                    if quotes[n].start >= span.end:
                        break
                    if (
                        n in taken
                        or not span.covers(quotes[n])
                        or span == quotes[n]
                        or not is_worded(line, *line.quotes[n])
                    ):
                        continue
                    taken.add(n)
                    self.drafts.append(replace(draft, content=[quotes[n]], cue_class=CueClass.QUOTED))


def read_lines(lines: Sequence[Line], lang: str, cast: Cast) -> list[Attribution]:
    """The attributions of the lines of one passage."""
    passage = _Passage(lang, cast, cues_of(lang))
    for line in lines:
        passage.read(line)
    return [draft.done() for draft in passage.drafts if draft.content]


def _readings(line: Line, cues: Cues, lang: str) -> list[Reading]:
    speech: list[Reading] = (GermanSpeech if lang == "de" else EnglishSpeech)(line, cues).readings()
    return [*announced(line, lang), *speech, *Adverbials(line, cues, lang).readings()]


def _without_mark(line: Line) -> Range:
    last = len(line.tokens)
    while last > 1 and line.tokens[last - 1].text in {".", "!", "?"}:
        last -= 1
    return 0, last
