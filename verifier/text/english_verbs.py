"""English verbs that the model takes for something else: by what their clause lacks, or where they stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.text.tokens import Form, Pos, Token, segment
from verifier.text.word_models import is_past, is_unknown, verb_of_gerund, verb_of_past

UNKNOWN = -20.0
"""Below this log probability the English model does not know a word."""
_PASTS = {"rose": "rise"}
_CHARGING = ("accuse", "suspect", "charge", "convict")
_PARTICLES = ("over", "up", "out", "off", "down", "away", "in")
_INTRANSITIVE = frozenset(
    {"died", "happened", "occurred", "appeared", "disappeared", "vanished", "arrived", "remained"}
)
"""Pasts that describe no noun before them, for nobody undergoes them."""
_BOUNDS = ("at", "up", "about", "around", "over")
_CLOSING = ("claims", "estimates", "forecasts", "reports")


def verb_instead(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb that a word taken for a noun, an adverb or a preposition is; None where it is none."""
    token = tokens[i]
    if token.pos in (Pos.NOUN, Pos.ADV) and (form := _missing_verb(tokens, i)) is not None:
        lemma = _PASTS.get(token.lower) or (token.lower.removesuffix("s") if form == "VVZ" else token.lower)
        return replace(token, lemma=lemma, pos=Pos.VERB, tag=form, form=Form.FINITE)
    return _lasting(tokens, i) or _closing_verb(tokens, i) or _done_again(token)


def _lasting(tokens: Sequence[Token], i: int) -> Token | None:
    """ "Last" as a verb, and the "to" before it: "is expected to last six weeks"; not "compared to last week"."""
    at = i + 1 if tokens[i].lower == "to" else i
    if not 0 < at < len(tokens) - 1 or tokens[at].lower != "last" or tokens[at + 1].pos is not Pos.NUM:
        return None
    governor = tokens[at - 1]
    if governor.lower != "to" and governor.pos is not Pos.MODAL:
        return None
    if at > i:
        return replace(tokens[i], tag="TO0", pos=Pos.TO)
    return replace(tokens[i], lemma="last", pos=Pos.VERB, tag="VVI", form=Form.INFINITIVE)


def _closing_verb(tokens: Sequence[Token], i: int) -> Token | None:
    """The verb of saying that a plural after a comma and a name must be: "…, the United Nations estimates."""
    token = tokens[i]
    if token.lower not in _CLOSING or token.tag != "NN2" or i + 2 != len(tokens) or tokens[-1].pos is not Pos.PUNCT:
        return None
    words = segment(tokens, i)
    named = any(t.text[0].isupper() for t in words) and not any(t.is_verbal or t.pos is Pos.CONJ for t in words)
    told = named and any(t.form is Form.FINITE for t in tokens[:i])
    return replace(token, lemma=token.lower[:-1], pos=Pos.VERB, tag="VVZ", form=Form.FINITE) if told else None


def _done_again(token: Token) -> Token | None:
    """The past of a verb with "re-" that the model has not met: "retook", "resold"."""
    plain = token.lower.removeprefix("re")
    if token.pos is not Pos.NOUN or plain == token.lower or not is_unknown(token.lower, UNKNOWN):
        return None
    base = verb_of_past(plain) if is_past(plain) else plain
    return replace(token, lemma=f"re{base}", pos=Pos.VERB, tag="VVD", form=Form.FINITE) if base != plain else None


def _missing_verb(tokens: Sequence[Token], i: int) -> str | None:
    """The tag of the verb a noun must be where its clause has no other: "cases rose to 31", "drones damage plant"."""
    if not 0 < i < len(tokens) - 1:
        return None
    before, token, after = tokens[i - 1], tokens[i], tokens[i + 1]
    if token.lower in _PASTS:
        free = after.pos is Pos.ADP and not any(t.form is Form.FINITE for t in segment(tokens, i))
        return "VVD" if free else None
    if any(t.is_verbal for t in tokens) or token.text[0].isupper():
        return None
    opens = after.pos in (Pos.DET, Pos.NUM, Pos.NOUN, Pos.NAME)
    plural = before.tag == "NN2" or (before.tag == "CRD" and before.lower.endswith("s"))
    if plural and token.tag in ("NN1", "AVP"):
        return "VVB" if opens or after.pos is Pos.ADP else None
    acts = before.tag == "NP0" and token.tag == "NN2" and (after.tag == "NN2" or after.pos in (Pos.DET, Pos.NUM))
    return "VVZ" if acts else None


def verb_of_clause(tokens: Sequence[Token], i: int) -> Token | None:
    """The word as the form of a verb that the clause around it makes it; None where nothing does."""
    token = tokens[i]
    if token.tag == "NN1" and token.lower.endswith("ing") and _adds_figure(tokens, i):
        return replace(token, lemma=verb_of_gerund(token.lower), pos=Pos.VERB, tag="VVG", form=Form.GERUND)
    if _goes_on_with_act(tokens, i) or _names_told(tokens, i) or _follows_age(tokens, i):
        return replace(token, lemma=verb_of_past(token.lower), pos=Pos.VERB, tag="VVD", form=Form.FINITE)
    if token.tag == "VVN" and token.lower in _INTRANSITIVE and i and tokens[i - 1].is_nominal:
        return replace(token, tag="VVD", form=Form.FINITE)
    if token.tag == "VVD" and _is_charged(tokens, i):
        return replace(token, tag="VVN", form=Form.PARTICIPLE)
    return None


def _adds_figure(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "-ing" between a comma or "and" and a number is what came of an act: "capsized, killing 12"."""
    if not 1 < i < len(tokens) - 1 or tokens[i + 1].pos is not Pos.NUM:
        return False
    opens = tokens[i - 1].text == "," or tokens[i - 1].pos is Pos.CONJ
    return opens and any(t.is_verbal for t in tokens[:i])


def _goes_on_with_act(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "-ed" after "and" is a second act: "killed three workers and injured (at least) 12"."""
    token, joint = tokens[i], tokens[i - 1] if i else None
    if token.tag not in ("AJ0", "VVN") or not token.lower.endswith("ed") or joint is None or joint.pos is not Pos.CONJ:
        return False
    verbs = [t for t in segment(tokens, i) if t.is_verbal and t.span.start < token.span.start]
    following = [t for t in tokens[i + 1 : i + 5] if t.pos is not Pos.ADV]
    bounded = bool(following) and following[0].lower in _BOUNDS and following[0].pos is Pos.ADP
    counted = following[1:2] if bounded else following[:1]
    return bool(verbs) and verbs[-1].tag == "VVD" and bool(counted) and counted[0].pos is Pos.NUM


def _is_charged(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of charging after a whole clause only describes who was spoken of: "went on trial accused of"."""
    if _token_after(tokens, i) not in ("of", "with") or tokens[i].lemma not in _CHARGING:
        return False
    before = [t for t in segment(tokens, i) if t.span.start < tokens[i].span.start]
    joined = any(t.pos in (Pos.CONJ, Pos.SUBJ, Pos.REL) for t in before)
    return not joined and any(t.form is Form.FINITE for t in before)


def _token_after(tokens: Sequence[Token], i: int) -> str:
    return tokens[i + 1].lower if i + 1 < len(tokens) else ""


def _follows_age(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle after somebody's age is what they did: "Neil Garrity, 51, handed over the money"."""
    if tokens[i].tag != "VVN" or i < 4 or not _opens_object(tokens, i):
        return False
    name, opening, age, closing = tokens[i - 4 : i]
    return name.is_nominal and age.pos is Pos.NUM and (opening.text, closing.text) == (",", ",")


def _opens_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether what a verb is done to follows it, a particle between them or not."""
    at = i + 2 if i + 1 < len(tokens) and tokens[i + 1].lower in _PARTICLES else i + 1
    return at < len(tokens) and tokens[at].pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.NAME)


def _names_told(tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a participle names what was told: "the mayor called claims that … a lie"."""
    named = tokens[i].tag == "VVN" and i > 0 and tokens[i - 1].is_nominal and i + 2 < len(tokens)
    told = named and tokens[i + 1].tag in ("NN2", "VVZ") and tokens[i + 2].lower == "that"
    return told and not any(t.is_verbal for t in tokens[:i])
