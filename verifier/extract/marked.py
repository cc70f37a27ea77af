"""A claim from words that a person marked: read as far as its own sentence tells, the rest left unknown."""

from __future__ import annotations

from verifier.domain.attribution import Attribution
from verifier.domain.claim import Claim
from verifier.domain.document import Article
from verifier.domain.enums import QuantityKind
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.domain.uids import claim_uid
from verifier.errors import InputRefused
from verifier.extract.assembly import read_draft
from verifier.extract.attributions import find_attributions, new_cast
from verifier.extract.claim_draft import Draft, Setting
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.memory import Memory
from verifier.extract.participants import Participants
from verifier.extract.reader import DEFAULT_LANGUAGE
from verifier.extract.sentence import Sentence, read_sentence
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of

_NOT_COUNTED = (QuantityKind.ORDINAL, QuantityKind.AGE)


def read_marked(article: Article, marked: Span, document: str, snapshot: str, passage: int) -> Claim:
    """The claim that the words at ``marked`` make. Raises InputRefused where they are no words of one section."""
    text = article.text
    span = _trimmed(text, marked)
    ordinal = next((n for n, part in enumerate(article.sections) if part.span.covers(span)), None)
    if ordinal is None:
        raise InputRefused("The marked words run over several parts of the document; mark words of one paragraph.")
    section = article.sections[ordinal]
    published = article.published_on.date() if article.published_on is not None else None
    anchor = section.dated_on or published
    lang, shadow = article.lang or DEFAULT_LANGUAGE, shadow_of(text)
    spans = split_sentences(shadow, section.span.start, section.span.end, lang)
    sentences = [s for each in spans if (s := read_sentence(shadow, each, lang, anchor)) is not None]
    sentence = next((s for s in sentences if s.span.overlaps(span)), None)
    if sentence is None:
        raise InputRefused("The marked words hold no word.")
    cast = new_cast(lang)
    told = find_attributions(text, [s.tokens for s in sentences], lang, cast)
    frame, quantity = _frame_in(sentence, span), _quantity_in(sentence, span)
    said = _saying(told, quantity.span.start if quantity is not None else span.start)
    speaker = next((a.claimant for a in said if a.claimant is not None), None)
    setting = Setting(text, sentence, anchor, Memory(lang), Participants(sentence, new_cast(lang), speaker))
    return Claim(
        uid=claim_uid(snapshot, span.start, span.end),
        document=document,
        document_name=article.name,
        span=span,
        quote=span.of(text),
        section=ordinal,
        section_kind=section.kind,
        passage=passage,
        lang=lang,
        reading=read_draft(Draft(span, frame, quantity, said), setting),
        outlet=article.outlet,
        published_on=anchor,
        credits=article.credits,
        context=sentence.span.of(text),
    )


def _trimmed(text: str, marked: Span) -> Span:
    """The marked words without blanks at either end."""
    if marked.end > len(text):
        raise InputRefused(f"The document has {len(text):,} characters; the marked words would end at {marked.end:,}.")
    words = marked.of(text)
    if not words.strip():
        raise InputRefused("The marked words hold no word.")
    start = marked.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _frame_in(sentence: Sentence, span: Span) -> Frame | None:
    """The frame of the first clause whose verb is among the marked words."""
    inside = (c for c in sentence.clauses if span.covers(sentence.tokens[c.verb.main].span))
    clause = next(inside, None)
    return verbal_frame(sentence, clause) if clause is not None else None


def _quantity_in(sentence: Sentence, span: Span) -> Quantity | None:
    return next((q for q in sentence.quantities if span.covers(q.span) and q.kind not in _NOT_COUNTED), None)


def _saying(told: list[Attribution], offset: int) -> list[Attribution]:
    """The attributions whose content holds ``offset``, innermost first."""
    holding = [a for a in told if any(s.start <= offset < s.end for s in a.content) and not a.negated]
    return sorted(holding, key=lambda a: sum(len(s) for s in a.content))
