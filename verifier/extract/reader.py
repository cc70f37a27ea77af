"""Read the claims of an article: sentence by sentence, passage by passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verifier.domain.attribution import Attribution
from verifier.domain.claim import Claim, Reading
from verifier.domain.document import Article, Section
from verifier.domain.enums import ClaimKind, CueClass, Polarity, SectionKind
from verifier.domain.span import Span
from verifier.domain.uids import claim_uid
from verifier.extract.announced import with_announced
from verifier.extract.answered import find_answered, tells_of
from verifier.extract.answers import Answers, without_replaced
from verifier.extract.assembly import read_draft
from verifier.extract.attributions import find_attributions, new_cast
from verifier.extract.bids import without_bids
from verifier.extract.caveats import with_caveats
from verifier.extract.claim_draft import Draft, Setting
from verifier.extract.date_anaphora import place_counted
from verifier.extract.disowned import with_untruths
from verifier.extract.drafts import find_drafts, main_drafts
from verifier.extract.event_scene import EventScene
from verifier.extract.floors import with_floors
from verifier.extract.frames import nominal_frames
from verifier.extract.headline_speech import announced_by_verb
from verifier.extract.memory import Memory
from verifier.extract.participants import Participants
from verifier.extract.quantity_links import linked_back
from verifier.extract.rejoinders import find_matter
from verifier.extract.rival_givers import with_rivals
from verifier.extract.sentence import Sentence, read_sentence
from verifier.extract.stances import without_crowds
from verifier.extract.story import names_told, voices_heard
from verifier.extract.words import load_words
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of

DEFAULT_LANGUAGE = "en"
_SHORT_DENIAL = 5


@dataclass(frozen=True, slots=True)
class _Placed:
    """A sentence with the ordinal of its section."""

    sentence: Sentence
    ordinal: int
    section: Section


class _Reader:
    """Reads one article from its first section to its last."""

    def __init__(self, article: Article, document: str, snapshot: str) -> None:
        self.article, self.document, self.snapshot = article, document, snapshot
        self.lang = article.lang or DEFAULT_LANGUAGE
        self.shadow = shadow_of(article.text)
        self.speakers = new_cast(self.lang)
        self.actors = new_cast(self.lang)
        self.memory = Memory(self.lang)
        self.answers = Answers(self.memory)
        self.last: tuple[_Placed, Sequence[Attribution]] | None = None
        self.passage = -1
        self.spans: set[tuple[int, int]] = set()
        self.sentences: list[tuple[Sentence, bool]] = []
        self.sources: list[Span] = []

    def read(self) -> list[Claim]:
        """All claims in the order of the text."""
        claims: list[Claim] = []
        for blocks in _passages(self.article.sections):
            self.passage += 1
            self.memory = Memory(self.lang, places=self.memory.places[-3:])
            self.answers, self.last = Answers(self.memory), None
            headed = blocks[0][0][1].kind is SectionKind.HEADING
            passage: list[Claim] = []
            for block in blocks:
                passage += self._block(block, headed)
            claims += with_caveats(with_floors(passage, self.article.text), self.article.text)
        names = names_told(self.sentences, self.sources)
        voices = voices_heard(self.sentences, self.sources)
        named = [
            replace(claim, reading=replace(claim.reading, names=names, voices=voices))
            for claim in with_announced(claims)
        ]
        return sorted(named, key=lambda claim: claim.span)

    def _block(self, block: Sequence[tuple[int, Section]], headed: bool) -> list[Claim]:
        """The claims of sections that read as one text: a heading, or the paragraphs below it."""
        placed = [
            _Placed(sentence, ordinal, section)
            for ordinal, section in block
            for span in split_sentences(self.shadow, section.span.start, section.span.end, self.lang)
            if (sentence := read_sentence(self.shadow, span, self.lang, self._anchor(section))) is not None
        ]
        placed = _with_times(placed)
        tokens = [each.sentence.tokens for each in placed]
        headline = block[0][1].kind.is_headline
        speakers = new_cast(self.lang) if block[0][1].kind is SectionKind.HEADING else self.speakers
        attributions = find_attributions(self.article.text, tokens, self.lang, speakers)
        found = [announced_by_verb(each.sentence, attributions, speakers, headline) for each in placed]
        attributions = [*attributions, *(a for each in found for a in each)]
        self.sentences += [(each.sentence, each.section.kind.is_headline) for each in placed]
        self.sources += [span for attribution in attributions for span in attribution.source]
        claims: list[Claim] = []
        for each in placed:
            if not headed and _turns(each.sentence):
                self.passage += 1
                self.memory.scene = EventScene()
            claims += self._sentence(each, attributions)
        return without_replaced(claims, self.answers.replaced)

    def _anchor(self, section: Section) -> date | None:
        published = self.article.published_on
        return section.dated_on or (published.date() if published is not None else None)

    def _sentence(self, placed: _Placed, attributions: Sequence[Attribution]) -> list[Claim]:
        sentence = placed.sentence
        here = [a for a in attributions if any(sentence.span.overlaps(s) for s in (*a.content, *a.cue, *a.source))]
        sentence = replace(sentence, quantities=linked_back(sentence, self.memory.quantities))
        self.memory.quantities = list(sentence.quantities) or self.memory.quantities
        self.actors.read(sentence.line)
        sources = [span for a in here for span in a.source]
        self.memory.scene.named(m.place for m in sentence.places if not m.outer and not _is_in(m.span, sources))
        here = without_bids(sentence, without_crowds(sentence, here))
        here = with_untruths(sentence, with_rivals(sentence, here, self.speakers), self.speakers)
        claims = self._answering(placed, here)
        for draft in find_drafts(sentence, here):
            claim = self._claim(draft, placed)
            if claim is not None:
                claims.append(claim)
                self.memory.note(claim, aside=draft.is_aside)
        untold = self.answers.untold()
        if untold is not None and (untold[0].start, untold[0].end) not in self.spans:
            claims.append(self._made(*untold, placed))
            self.memory.note(claims[-1])
        self.last = (placed, here)
        self._note_events(sentence)
        self.memory.places += [m for m in sentence.places if not _is_in(m.span, sources)]
        for attribution in here:
            if attribution.claimant is not None:
                self.actors.speaks(attribution.claimant)
        return claims

    def _answering(self, placed: _Placed, here: Sequence[Attribution]) -> list[Claim]:
        """Look for a denial in a sentence; what the sentence before told is told at the latest when it is denied."""
        last = self.last[0].sentence.span.of(self.article.text) if self.last is not None else ""
        if not self.answers.begin(placed.sentence, here, self.speakers, last) or self.last is None:
            return []
        before, attributions = self.last
        for draft in main_drafts(before.sentence, attributions):
            claim = self._claim(draft, before)
            if claim is not None:
                self.memory.note(claim)
                self.answers.begin(placed.sentence, here, self.speakers, last)
                return [claim]
        return []

    def _note_events(self, sentence: Sentence) -> None:
        """Remember events that are only named ("Ukrainian shelling killed …"), with who is behind them."""
        participants = Participants(sentence, self.actors)
        for frame in nominal_frames(sentence):
            if frame.predicate is None:
                continue
            roles = participants.roles(frame)
            if roles.agent is not None:
                words = sentence.tokens[frame.at].text
                reading = Reading(ClaimKind.EVENT, words, words, agent=roles.agent, patient=roles.patient)
                self.memory.events.append((frame.predicate.family, reading))

    def _claim(self, draft: Draft, placed: _Placed) -> Claim | None:
        key = (draft.span.start, draft.span.end)
        if key in self.spans:
            return None
        sentence, section = placed.sentence, placed.section
        speaker = next((a.claimant for a in draft.attributions if a.claimant is not None), None)
        participants = Participants(sentence, self.actors, speaker)
        setting = Setting(self.article.text, sentence, self._anchor(section), self.memory, participants)
        self.spans.add(key)
        claim = self._made(draft.span, _as_written(read_draft(draft, setting), self.article.text), placed)
        return self.answers.read(self._denying(self._carried(claim), sentence))

    def _made(self, span: Span, reading: Reading, placed: _Placed) -> Claim:
        article = self.article
        return Claim(
            uid=claim_uid(self.snapshot, span.start, span.end),
            document=self.document,
            document_name=article.name,
            span=span,
            quote=span.of(article.text),
            section=placed.ordinal,
            section_kind=placed.section.kind,
            passage=self.passage,
            lang=self.lang,
            reading=reading,
            outlet=article.outlet,
            published_on=self._anchor(placed.section),
            credits=article.credits,
            context=placed.sentence.span.of(article.text),
        )

    def _carried(self, claim: Claim) -> Claim:
        """A part of a figure told before ("nine of them") is told by whoever told the whole."""
        quantity = claim.reading.quantity
        if claim.reading.chain or quantity is None or quantity.part_of is None:
            return claim
        whole = self.memory.claim_with(quantity.part_of)
        return replace(claim, reading=replace(claim.reading, chain=whole.reading.chain)) if whole is not None else claim

    def _denying(self, claim: Claim, sentence: Sentence) -> Claim:
        """A denial of "the comment" or "the accusation" rejects the nearest claim that another makes."""
        reading = claim.reading
        if reading.kind is not ClaimKind.DENIAL or reading.commitment is not CueClass.DENIED:
            return claim
        if not _names_a_saying(claim.quote, self.lang):
            return claim
        accused = _names_a_saying(claim.quote, self.lang, "accusations")
        counted = [c for c in self.memory.claims if not (accused and c.reading.kind is ClaimKind.QUANTITY)]
        within = any(c.context == claim.context and c.root_key != claim.root_key for c in counted)
        last = self.last[0].sentence.span.of(self.article.text) if self.last is not None and not within else ""
        denied = find_answered(counted, claim.span.start, claim.root_key, None, self.lang, last)
        matter = find_matter(sentence, claim.span)
        if denied is None or (matter is not None and not tells_of(denied, matter, self.lang)):
            return claim
        slots = denied.reading
        polarity = Polarity.NEGATIVE if slots.polarity is Polarity.POSITIVE else Polarity.POSITIVE
        shared = replace(
            reading, predicate=slots.predicate, agent=slots.agent, patient=slots.patient, thing=slots.thing,
            place=slots.place, time=slots.time, aspect=slots.aspect, polarity=polarity, denies=denied.span.start,
        )  # fmt: skip
        return replace(claim, reading=shared)


def _with_times(placed: Sequence[_Placed]) -> list[_Placed]:
    """Sentences of one text with the times that count from one told before."""
    told, found = None, []
    for each in placed:
        dates, told = place_counted(each.sentence.dates, told)
        found.append(replace(each, sentence=replace(each.sentence, dates=dates)))
    return found


def _as_written(reading: Reading, text: str) -> Reading:
    """The reading with its quantities in the letters of the text, no-break spaces included."""
    return replace(reading, quantities=tuple(replace(q, surface=q.span.of(text)) for q in reading.quantities))


def read_claims(article: Article, document_uid: str, snapshot_uid: str) -> list[Claim]:
    """The claims of an article in the order of its text; every quote is the text at its span."""
    return _Reader(article, document_uid, snapshot_uid).read()


def _turns(sentence: Sentence) -> bool:
    """Whether a sentence turns to another event: "In another incident …", "Ein anderer Angriff …"."""
    opening = " ".join(token.lower for token in sentence.tokens[:3]) + " "
    return any(opening.startswith(f"{words} ") for words in load_words("syntax", sentence.lang)["turns"])


def _is_in(span: Span, others: Sequence[Span]) -> bool:
    return any(other.overlaps(span) for other in others)


def _names_a_saying(quote: str, lang: str, kind: str = "sayings") -> bool:
    """Whether a denied content only points back: "the comment", "making the accusation", "den Vorwurf"."""
    words = [word.strip(".,\"'") for word in quote.split()]
    asked = load_words("syntax", lang)["anaphors"]["wants"]  # "a request for comment" says nothing
    if any(word in asked for word in words):
        return False
    sayings = load_words("syntax", lang)["anaphors"][kind]
    known = (n for n, word in enumerate(words) if word.rstrip("s") in sayings or word in sayings)
    articles = load_words("syntax", lang)["one_of_many"]  # "had set an ultimatum" tells an act of its own
    pronouns = load_words("syntax", lang)["pronouns"]["impersonal"]
    alone = (n for n in known if words[n].lower() not in pronouns or n + 1 == len(words))  # "it had set a date"
    return len(words) <= _SHORT_DENIAL and any(not n or words[n - 1] not in articles for n in alone)


def _passages(sections: Sequence[Section]) -> Iterator[list[list[tuple[int, Section]]]]:
    """Sections grouped under their headings; in each group headlines stand alone, paragraphs together."""
    passage: list[list[tuple[int, Section]]] = []
    for ordinal, section in enumerate(sections):
        if not section.kind.is_read:
            continue
        if section.kind is SectionKind.HEADING and passage:
            yield passage
            passage = []
        if section.kind is SectionKind.BODY and passage and passage[-1][-1][1].kind is SectionKind.BODY:
            passage[-1].append((ordinal, section))
        else:
            passage.append([(ordinal, section)])
    if passage:
        yield passage
