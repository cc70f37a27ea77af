"""Sources in prepositional phrases and adverbs: "according to", "laut", "zufolge", "so X", "reportedly"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from verifier.extract.cues import Cue, Cues, match_following
from verifier.extract.own_accounts import subject_around
from verifier.extract.passages import Line, Range
from verifier.extract.reading import Reading
from verifier.extract.source_words import STARTS
from verifier.extract.sources import phrase_right
from verifier.extract.sources_left import phrase_left
from verifier.reference import load
from verifier.text.tokens import Form, Pos


class Adverbials:
    """Reads the adverbial cues of one line."""

    def __init__(self, line: Line, cues: Cues, lang: str) -> None:
        self.line, self.tokens, self.cues, self.lang = line, line.tokens, cues, lang

    def readings(self) -> list[Reading]:
        """The readings of all adverbial cues of the line, in order."""
        found: list[Reading] = []
        cues = self.cues
        triggers = {*cues.before, *cues.after, *cues.adverbs, "so"}
        i = 0
        while i < len(self.tokens):
            if self.tokens[i].lower not in triggers and self.tokens[i].lemma not in triggers:
                i += 1
                continue
            reading = self._before(i) or self._after(i) or self._so(i) or self._adverb(i)
            if reading is not None:
                found.append(reading)
                i = max(reading.cue_at[-1][1], reading.source[1] if reading.source else 0)
            else:
                i += 1
        for n, (one, other) in enumerate(pairwise(found)):
            comma = self._turn(one, other)
            if comma is not None:
                found[n] = replace(found[n], content=_within(found[n].content, 0, comma))
                found[n + 1] = replace(other, content=_within(other.content, comma + 1, len(self.tokens)))
        return found

    def _turn(self, one: Reading, other: Reading) -> int | None:
        """The comma where the clause of a second source begins: "laut A standen alle still, | B zufolge liefen …"."""
        begin, end = _opening(other), max(last for _, last in (*one.cue_at, *filter(None, (one.source,))))
        if self.line.sentence_of(end) != self.line.sentence_of(begin):
            return None
        low, high = self.line.sentence_of(end)
        for k in range(begin - 1, end - 1, -1):
            turns = self.tokens[k].text in {",", ";"} and self.line.quoted[k] < 0
            if turns and self._is_complete((low, k)) and self._is_complete((k + 1, high)):
                return k if self.tokens[k + 1].pos is not Pos.REL else None
        return None

    def _before(self, i: int) -> Reading | None:
        """A preposition (and noun) before the source."""
        found = self._nach(i) if self.lang == "de" else self._direct(i)
        if found is None:
            return None
        cue, first, start = found
        end = phrase_right(self.line, start)
        if end <= start or self._is_manner(start, end):
            return None
        content = self._sentence_without((i, end))
        return self._reading(cue, ((i, first),), self._meant(start, end, i), content) if content else None

    def _meant(self, start: int, end: int, i: int) -> Range:
        """What a relative pronoun after the cue at ``i`` stands for: "die Pläne der Stadt, laut denen …"."""
        low = self.line.sentence_of(i)[0]
        if self.tokens[start].pos is not Pos.REL or end > start + 1 or i <= low + 1 or self.tokens[i - 1].text != ",":
            return start, end
        first = i - 1
        while first > low and self.tokens[first - 1].pos is not Pos.PUNCT and not self.tokens[first - 1].is_verbal:
            first -= 1
        return (first, i - 1) if first < i - 1 else (start, end)

    def _is_manner(self, start: int, end: int) -> bool:
        """Whether a bare noun only tells how something was done ("according to plan", "laut Fahrplan")."""
        bare = end == start + 1 or (end == start + 2 and self.tokens[start].pos is Pos.DET)
        return bare and self.tokens[end - 1].lemma.lower() in self.cues.lists["manners"]

    def _reading(self, cue: Cue, at: tuple[Range, ...], source: Range, content: tuple[Range, ...]) -> Reading:
        """A reading whose source may begin with a word for reports: "Angaben der Polizei" stands for the police."""
        head = self._report(source)
        if self.lang != "de" or head is None:
            return Reading(self.line, cue, at, source, content)
        first = head + 1
        if first < source[1] and self.tokens[first].pos is Pos.ADP:
            first += 1
        if first + 1 < source[1] and self.tokens[first].pos is Pos.DET and self.tokens[first + 1].pos is not Pos.ADP:
            first += 1
        named = (first, source[1]) if first < source[1] else None
        if any(token.lemma.lower() in self.cues.lists["own"] for token in self.tokens[source[0] : head]):
            named = subject_around(self.line, at[0][0])
        of_state = any(load().actor_of_adjective(t.text, "de") for t in self.tokens[source[0] : head])
        whole = self.tokens[head].lemma.lower() in self._report_nouns() and not of_state
        return Reading(self.line, cue, at, source, content, named=named, refers=named is None and whole)

    def _report(self, source: Range) -> int | None:
        ends = tuple(self._report_nouns())
        return next(
            (
                k
                for k in range(*source)
                if self.tokens[k].pos is Pos.NOUN and self.tokens[k].lemma.lower().endswith(ends)
            ),
            None,
        )

    def _report_nouns(self) -> set[str]:
        return {cue.rest[0].lower() for cue in self.cues.before.get("nach", ()) if cue.rest}

    def _direct(self, i: int) -> tuple[Cue, int, int] | None:
        """The cue at ``i``, where it ends and where the source begins."""
        token = self.tokens[i]
        match = match_following(self.cues.before, self.tokens, i, token.lemma.lower()) or match_following(
            self.cues.before, self.tokens, i, token.lower
        )
        return None if match is None else (match[0], match[1], match[1])

    def _nach(self, i: int) -> tuple[Cue, int, int] | None:
        """ "laut Polizei", "nach Angaben der Polizei", "nach eigenen Angaben", "nach Polizeiangaben"."""
        token = self.tokens[i]
        cues = self.cues.before.get(token.lower) or self.cues.before.get(token.lemma.lower(), ())
        if not cues or token.pos not in (Pos.ADP, Pos.OTHER, Pos.ADJ, Pos.ADV, Pos.PREFIX, Pos.SUBJ):
            return None
        k = i + 1
        while k < min(len(self.tokens) - 1, i + 5) and self.tokens[k].pos in (Pos.ADJ, Pos.DET, Pos.POSS, Pos.NUM):
            k += 1
        head = self.tokens[k].lemma.lower() if k < len(self.tokens) else ""
        for cue in cues:
            if not cue.rest or head.endswith(cue.rest[0].lower()):
                return cue, i + 1, i + 1
        return None

    def _after(self, i: int) -> Reading | None:
        """A postposition after the source: "Behörden zufolge", "Angaben der Polizei nach"."""
        cue = next(iter(self.cues.after.get(self.tokens[i].lower, ())), None)
        if cue is None:
            return None
        source = phrase_left(self.line, i, self.line.sentence_of(i)[0])
        if source is None or (cue.takes("noun") and self._report(source) is None):
            return None
        content = self._sentence_without((source[0], i + 1))
        return self._reading(cue, ((i, i + 1),), source, content) if content else None

    def _so(self, i: int) -> Reading | None:
        """', so die Ministerin.' or ', so schätzen Forscher,' after what is said."""
        if self.lang != "de" or self.tokens[i].lower != "so" or i == 0 or i + 1 >= len(self.tokens):
            return None
        start = i + 2 if self.tokens[i + 1].lemma in self.cues.verbs and i + 2 < len(self.tokens) else i + 1
        if self.tokens[start].lower in {"dessen", "deren"} and start + 1 < len(self.tokens):
            start += 1
        if self.tokens[i - 1].text not in {",", '"', "-"} or self.tokens[start].pos not in STARTS:
            return None
        end = phrase_right(self.line, start)
        if end < len(self.tokens) and (self.tokens[end].is_verbal or self.tokens[end].pos is Pos.SUBJ):
            return None
        cue, at, source = Cue("so", frozenset({"clause"})), ((i, start),), (start, end)
        number = max(self.line.quoted[i - 1], self.line.quoted[max(i - 2, 0)])
        if number >= 0 and '"' in (self.tokens[i - 1].text, self.tokens[max(i - 2, 0)].text):
            return Reading(self.line, cue, at, source, (self.line.quotes[number],), direct=True)
        content = self._sentence_without((i, end))
        return Reading(self.line, cue, at, source, content) if content else None

    def _adverb(self, i: int) -> Reading | None:
        cue = next(iter(self.cues.adverbs.get(self.tokens[i].lower, ())), None)
        if cue is None or cue.attitude:
            return None
        if not self.tokens[i + 1 : i + 2] or not self._modifies_clause(i):
            return None
        content = self._sentence_without((i, i + 1))
        source = (i, i + 1) if cue.takes("refers") else None
        return Reading(self.line, cue, ((i, i + 1),), source, content) if content else None

    def _modifies_clause(self, i: int) -> bool:
        """Whether an adverb speaks of the whole clause: beside its verb or in front."""
        low = self.line.sentence_of(i)[0]
        near = self.tokens[max(low, i - 1) : i + 2]
        return i == low or any(t.is_verbal and t.form is not Form.PARTICIPLE for t in near) or self.lang == "de"

    def _sentence_without(self, part: Range) -> tuple[Range, ...]:
        """The sentence around an inserted source, without it and the commas that set it off."""
        low, high = self.line.sentence_of(part[0])
        quote = self.line.quoted[part[0]]
        if quote >= 0:
            low, high = max(low, self.line.quotes[quote][0]), min(high, self.line.quotes[quote][1])
        first, last = part
        while last < high and self.tokens[last].text == ",":
            last += 1
        while first > low and self.tokens[first - 1].text == ",":
            first -= 1
        low = max([low, *(k + 1 for k in range(low, first) if self.tokens[k].text == ";")])
        high = min([high, *(k for k in range(last, high) if self.tokens[k].text == ";")])
        while high > last and self.tokens[high - 1].text in {".", "!", "?"} and self.line.quoted[high - 1] == quote:
            high -= 1
        parts = ((low, first), (last, high))
        kept = tuple(p for p in parts if any(t.text[0].isalnum() for t in self.tokens[p[0] : p[1]]))
        if self.lang != "de" and len(kept) == 2 and self._is_complete(kept[0]) and not self._is_complete(kept[1]):
            return kept if self.tokens[last].pos is Pos.NUM else kept[:1]  # "according to the army 90"
        return kept

    def _is_complete(self, part: Range) -> bool:
        return any(t.is_verbal and t.form is Form.FINITE for t in self.tokens[part[0] : part[1]])


def _opening(reading: Reading) -> int:
    """Where a source and its cue begin."""
    return min(first for first, _ in (*reading.cue_at, *filter(None, (reading.source,))))


def _within(content: tuple[Range, ...], low: int, high: int) -> tuple[Range, ...]:
    """The parts of a content that lie between two tokens."""
    cut = ((max(first, low), min(last, high)) for first, last in content)
    return tuple((first, last) for first, last in cut if first < last)
