"""By which names a document can be known to tell the same story as another: towns, bodies, persons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verifier.domain.span import Span
from verifier.extract.places import THERE
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.gazetteer import load_gazetteer
from verifier.text.tokens import Pos, Token
from verifier.text.word_models import is_rare_noun

_SHORTEST = 4
_WIDE = ("country", "continent", "sea", "part")
"""Places too wide to tell one event from another."""


def names_told(sentences: Iterable[tuple[Sentence, bool]], sources: Sequence[Span]) -> tuple[str, ...]:
    """The names told outside of ``sources`` (who says something names no story), as keys in order.

    With each sentence stands whether it is a headline. Unions count wherever they are named. German nouns that no list
    knows and the tagger has hardly met may be names as well.
    """
    names: set[str] = set()
    for sentence, headline in sentences:
        names |= _places(sentence, sources) | _proper_names(sentence, sources) | _unions(sentence)
        if sentence.lang == "de":
            names |= _unknown_nouns(sentence, sources, headline)
    return tuple(sorted(names))


def voices_heard(sentences: Iterable[tuple[Sentence, bool]], sources: Sequence[Span]) -> tuple[str, ...]:
    """The last names of those who say something and whom no list knows, in order: they speak on few stories."""
    voices: set[str] = set()
    for sentence, _ in sentences:
        tokens = sentence.tokens
        for token, following in zip(tokens, [*tokens[1:], None], strict=True):
            last = following is None or following.pos is not Pos.NAME
            if last and _is_in(token.span, sources) and _is_unknown_name(token, sentence):
                voices.add(token.lower)
    return tuple(sorted(voices))


def _is_unknown_name(token: Token, sentence: Sentence) -> bool:
    """Whether a word names a person or body that no list knows, and neither a place nor a day."""
    lang, dated = sentence.lang, [d.span for d in sentence.dates]
    if token.pos is not Pos.NAME or len(token.text) < _SHORTEST or _is_in(token.span, dated):
        return False
    placed = any(token.span.overlaps(mention.span) for mention in sentence.places)
    return not placed and not _is_common(token.text, lang) and load().actor_named(token.text, lang) is None


def _unknown_nouns(sentence: Sentence, sources: Sequence[Span], headline: bool) -> set[str]:
    """Nouns that are neither things nor acts nor bodies: the tagger takes many a German name for one.

    Who says something tells no story; in a headline even that does.
    """
    reference, lang = load(), sentence.lang
    sized = [q.span for q in sentence.quantities]
    passed_over = sized if headline else [*sized, *sources]
    nouns = (
        t
        for t in sentence.tokens
        if t.pos is Pos.NOUN and len(t.text) >= _SHORTEST and is_rare_noun(t.text) and not _is_in(t.span, passed_over)
    )
    return {
        token.lower
        for token in nouns
        if not (_is_common(token.text, lang) or _is_thing(token.lemma, lang))
        and not reference.predicates_of_noun(token.lemma, lang)
        and reference.actor_named(token.text, lang) is None
    }


def _unions(sentence: Sentence) -> set[str]:
    """The unions named: who speaks in a wage dispute tells which one it is."""
    starts = range(len(sentence.tokens))
    words = (" ".join(t.text for t in sentence.tokens[n : n + size]) for n in starts for size in (1, 2))
    found = (load().actor_named(name, sentence.lang) for name in words if name[:1].isupper())
    return {actor.slug for actor in found if actor is not None and actor.kind == "org" and actor.side == "union"}


def _places(sentence: Sentence, sources: Sequence[Span]) -> set[str]:
    told = (m for m in sentence.places if m.kind not in _WIDE and not _is_in(m.span, sources))
    keys = {m.place.key for m in told}
    return {key for key in keys if not key.startswith("~") and "/" not in key and key != THERE}


def _proper_names(sentence: Sentence, sources: Sequence[Span]) -> set[str]:
    dated = [*(d.span for d in sentence.dates), *(q.span for q in sentence.quantities)]
    found = set()
    for token in sentence.tokens:
        if not token.text[:1].isupper() or len(token.text) < _SHORTEST or _is_in(token.span, sources):
            continue
        body = _known_body(token, sentence.lang)
        plain = token.pos is Pos.NAME and not _is_in(token.span, dated) and not _is_common(token.text, sentence.lang)
        if body is not None or plain:
            found.add(body or token.lower)
    for mention in sentence.places:
        if mention.place.key.startswith("~") and not _is_in(mention.span, sources):
            found.add(mention.place.name.lower())
    return found


def _known_body(token: Token, lang: str) -> str | None:
    """The key of the body or person a word names, in whatever language: "Hisbollah", "Hezbollah"."""
    actor = load().actor_named(token.text, lang, capitals=False) if token.is_nominal else None
    return actor.slug if actor is not None and actor.kind in ("org", "person") else None


def _is_common(word: str, lang: str) -> bool:
    """Words that stories of all kinds share: states and their people, what is a thing by name, "there"."""
    if word.lower() in load_words("syntax", lang)["pronouns"]["impersonal"]:
        return True
    if load().actor_of_adjective(word, lang) is not None or _is_thing(word, lang):
        return True
    return any(place.kind in _WIDE for place in load_gazetteer().places_named(word, lang))


def _is_thing(noun: str, lang: str) -> bool:
    """Whether a noun is the name of a thing; a rare German one that only ends in such a name is none ("Nordbahn")."""
    entry = load().thing_of_noun(noun, lang)
    by_head = entry is not None and noun not in entry.nouns.get(lang, ())
    return entry is not None and not (lang == "de" and by_head and is_rare_noun(noun))


def _is_in(span: Span, others: Sequence[Span]) -> bool:
    return any(other.overlaps(span) for other in others)
