"""Words the German model takes amiss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.text.tokens import Form, Pos, Token, segment
from verifier.text.word_models import RARE, likelihood_of, verb_of_participle

_LEMMAS = {"geborgen": "bergen"}
"""Forms whose lemma the German model gets wrong."""
_PLACE_ENDINGS = ("ach", "au", "berg", "born", "brück", "burg", "dorf", "felde", "felden", "furt", "hafen", "hausen",
                  "heim", "hofen", "ingen", "kirchen", "mund", "münde", "reuth", "rode", "stedt", "stein")  # fmt: skip
_UNKNOWN, _COMPOUND = -28.0, -19.0
"""Below these log probabilities the German model does not know a word, knows its parts only."""
_SHORT = 2
"""So many words of "wie berichtet" have no subject."""
_STOPS = (".", "!", "?", '"', "“", "”", "«", "»")
_PREFIXES = {"ab", "an", "auf", "aus", "bei", "durch", "mit", "nach", "vor", "zu", "um"}
"""Prepositions that are verb prefixes at the end of a clause."""


def correct_german(tokens: Sequence[Token]) -> list[Token]:
    """The words of a sentence, where they stand in it."""
    return [_corrected(tokens, i) for i in range(len(tokens))]


def _corrected(tokens: Sequence[Token], i: int) -> Token:
    """A word the German model takes amiss: "geborgen", a surname, "werde … stehen", "dass … beginnen"."""
    token = tokens[i]
    if token.lower in _LEMMAS:
        return replace(token, lemma=_LEMMAS[token.lower])
    if token.lower == "wonach" and i and tokens[i - 1].text == ",":
        return replace(token, tag="KOUS", pos=Pos.SUBJ)
    amiss = token.pos is Pos.VERB or token.tag == "ADJ(D)"
    if amiss and token.text[0].isupper() and i and tokens[i - 1].pos is Pos.NAME:
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NE", form=None)
    if token.tag == "VV(INF)" and _ends(tokens, i) and _closes_clause(tokens, i):
        return replace(token, tag="VV(FIN)", form=Form.FINITE)
    if token.tag == "VV(PP)" and _is_present(tokens, i):
        return replace(token, tag="VV(FIN)", form=Form.FINITE)
    if token.tag == "PRELS" and _opens_main_clause(tokens, i):
        return replace(token, tag="ART", pos=Pos.DET)
    if token.tag == "NN":
        return _german_name(tokens, i)
    if token.pos is Pos.ADP and token.lower in _PREFIXES and _ends(tokens, i) and _has_verb(tokens, i):
        return replace(token, tag="PTKVZ", pos=Pos.PREFIX)
    if token.tag == "VV(FIN)" and _ends(tokens, i) and _awaits_participle(tokens, i):
        participle = verb_of_participle(token.lower)
        return replace(token, lemma=participle, tag="VV(PP)", form=Form.PARTICIPLE) if participle else token
    if token.tag == "ADJ(D)" and _ends(tokens, i) and (passive := _weak_verb(token.lower)) and _is_undergone(tokens, i):
        return replace(token, lemma=passive, tag="VV(PP)", pos=Pos.VERB, form=Form.PARTICIPLE)
    if token.tag != "VV(FIN)" or not token.lower.endswith("n") or not (_ends(tokens, i) and _is_governed(tokens, i)):
        return token
    return replace(token, tag="VV(INF)", form=Form.INFINITIVE)


def _is_present(tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a participle is the only verb of its clause: "Das Amt behauptet, der Damm halte."

    So it closes a clause that a conjunction opens: "wie die Polizei berichtet". Titles leave out what governs a
    participle; they do not end in a full stop.
    """
    words = segment(tokens, i)
    if not tokens[i].lower.endswith("t") or words[-1] is not tokens[i] or any(t.is_verbal for t in words[:-1]):
        return False
    if words[0].pos in (Pos.SUBJ, Pos.REL) or words[0].lower == "wie":
        return len(words) > _SHORT
    governed = any(t.pos in (Pos.AUX, Pos.MODAL) for t in tokens[:i])
    opens = words[0].pos in (Pos.DET, Pos.POSS, Pos.NAME, Pos.NOUN, Pos.PRON) and not governed
    goes_on = any(t.is_verbal for t in tokens[i + 1 :]) and tokens[-1].text in _STOPS
    return opens and goes_on and tokens[i + 1].text == ","


def _opens_main_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether "die" before a name is its article, for the verb stands second: "…, die UN sprachen von 15.000"."""
    words = [t for t in segment(tokens, i) if t.pos is not Pos.PUNCT]
    named = len(words) > 3 and words[0] is tokens[i] and words[1].pos is Pos.NAME
    return named and words[2].pos is Pos.VERB and words[2].form is Form.FINITE and not words[-1].is_verbal


def _closes_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether ``i`` is the only verb of a clause with a conjunction, whose verb is finite and stands last."""
    words = segment(tokens, i)
    governed = any(t.pos is Pos.TO or (t.is_verbal and t is not tokens[i]) for t in words)
    return words[0].tag == "KOUS" and not governed


def _ends(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 == len(tokens) or tokens[i + 1].pos in (Pos.PUNCT, Pos.CONJ)


def _has_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a finite verb stands before ``i`` in its clause, whose prefix may close it: "gab die Zahl mit 36 an"."""
    return any(t.form is Form.FINITE and t.span.start < tokens[i].span.start for t in segment(tokens, i))


def _is_governed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the finite verb before ``i`` is one that asks for an infinitive and has none yet."""
    verbs = [token for token in segment(tokens, i) if token.is_verbal and token.span.start < tokens[i].span.start]
    return len(verbs) == 1 and (verbs[0].pos is Pos.MODAL or (verbs[0].lemma == "werden"))


def _weak_verb(word: str) -> str | None:
    """The verb whose regular participle a word is: "überflutet"; None for "krank" and "bekannt"."""
    verb = verb_of_participle(word) if word.endswith("t") else None
    stem = word.removesuffix("t").removesuffix("e")
    regular = verb is not None and verb.removesuffix("n").removesuffix("e") in (stem, stem.removeprefix("ge"))
    return verb if regular else None


def _is_undergone(tokens: Sequence[Token], i: int) -> bool:
    """Whether "werden" is the only verb before ``i`` in its clause: "300 Gebäude wurden überflutet"."""
    verbs = [token for token in segment(tokens, i) if token.is_verbal and token.span.start < tokens[i].span.start]
    return len(verbs) == 1 and verbs[0].lemma == "werden"


def _awaits_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether the only verb before ``i`` in its clause is "haben" or "sein": "habe den Austausch vermittelt"."""
    words = segment(tokens, i)
    verbs = [token for token in words if token.is_verbal and token.span.start < tokens[i].span.start]
    joined = any(token.pos is Pos.CONJ for token in words)
    return len(verbs) == 1 and verbs[0].pos is Pos.AUX and verbs[0].lemma in ("haben", "sein") and not joined


def _german_name(tokens: Sequence[Token], i: int) -> Token:
    """A German name taken for a noun: a word without article that is not known, or put together like a town's name."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if before is not None and before.pos in (Pos.DET, Pos.POSS, Pos.ADJ, Pos.NUM):
        return token
    likelihood, parts = likelihood_of(token.text)
    town = token.lower.endswith(_PLACE_ENDINGS)
    named = likelihood < _UNKNOWN and (parts == 1 or town)
    if before is not None:
        surname = before.pos is Pos.NAME and likelihood < RARE and parts == 1
        led = before.pos is Pos.ADP and likelihood < _COMPOUND and town
        named = before.tag != "APPRART" and (named or surname or led)
    return replace(token, lemma=token.text, pos=Pos.NAME, tag="NE") if named else token
