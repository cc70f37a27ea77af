"""Words the English model takes amiss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.text.english_verbs import UNKNOWN, verb_instead, verb_of_clause
from verifier.text.openers import OPENERS, opens_clause
from verifier.text.tokens import Form, Pos, Token, segment
from verifier.text.word_models import is_unknown, model_of, verb_of_past

_NEVER_CAPITAL = (Pos.VERB, Pos.AUX, Pos.MODAL, Pos.ADV)
_STRANGE = -30.0
"""Below this log probability the English model knows nothing of a word."""
_PEOPLE = frozenset({"injured", "wounded", "dead", "missing", "killed"})
_UNDERGOING = frozenset({"rescued", "evacuated", "arrested", "detained", "displaced", "infected"})
"""Participles that name people only where their number is told."""
_NEGATIVE = ("no", "not", "never", "nor")
_TOLD = ("claims", "reports")
_COMPARED = ("many", "much", "few")
_SELVES = ("himself", "herself", "itself", "themselves")


def correct_english(tokens: Sequence[Token]) -> list[Token]:
    """The words of a sentence, where they stand in it."""
    named = [_named(tokens, i) for i in range(len(tokens))] if _is_prose(tokens) else tokens
    corrected = [_corrected(named, i) for i in range(len(named))]
    return [_as_opener(corrected, i) for i in range(len(corrected))]


def _as_opener(tokens: Sequence[Token], i: int) -> Token:
    """A preposition that opens a clause is a conjunction: "after three passengers died"; one that opens none is not."""
    token = tokens[i]
    if token.lower == "as" and 0 < i < len(tokens) - 1 and _is_meanwhile(tokens, i):
        return replace(token, tag="CJS", pos=Pos.SUBJ)
    if token.lower not in OPENERS:
        return token
    if token.pos is Pos.SUBJ and _leads_phrase(tokens, i):
        return replace(token, tag="PRP", pos=Pos.ADP)
    opens = token.pos is Pos.ADP and opens_clause(tokens, i)
    return replace(token, tag="CJS", pos=Pos.SUBJ) if opens else token


def _is_meanwhile(tokens: Sequence[Token], i: int) -> bool:
    """Whether "as" opens what happens at the same time: "kills two as rivers rise"; not "as many as 300 died"."""
    before, after = tokens[i - 1], tokens[i + 1]
    compares = after.pos in (Pos.ADJ, Pos.ADV) or after.lower in _COMPARED
    return (before.is_nominal or before.pos is Pos.NUM) and not compares and opens_clause(tokens, i)


def _leads_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma ends the words after a conjunction before any verb: "Since Friday, 14 people have …"."""
    closing = next((k for k in range(i + 1, len(tokens)) if tokens[k].text == "," or tokens[k].is_verbal), None)
    return i == 0 and closing is not None and tokens[closing].text == ","


def _is_prose(tokens: Sequence[Token]) -> bool:
    """Whether a line writes its words small, as titles in capitals do not."""
    words = [token for token in tokens[1:] if token.pos is not Pos.NAME and token.text[0].isalpha()]
    return sum(token.text[0].isupper() for token in words) <= len(words) / 3


def _named(tokens: Sequence[Token], i: int) -> Token:
    """A capital within an English sentence makes a name of what looks like a verb or adverb: "Denis", "Reddy".

    So it does of a noun that the model does not know: "near Tarsun".
    """
    token = tokens[i]
    capital = token.text[0].isupper() and token.text[1:].islower()
    alone = i == 0 or tokens[i - 1].pos in (Pos.ADP, Pos.VERB)  # a common noun would have an article there
    if token.tag in ("NN0", "NN1") and capital and alone and is_unknown(token.text, UNKNOWN if i else _STRANGE):
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)
    opens = i == 0 or (tokens[i - 1].pos is Pos.PUNCT and tokens[i - 1].text not in {",", "-", "(", "/"})
    if token.pos not in _NEVER_CAPITAL or not capital or opens:
        return token
    return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)


def _is_of_more(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb's form is what there is more of: "8 percent more pay"."""
    measured = i > 1 and tokens[i - 1].lower == "more" and tokens[i - 2].pos is Pos.NOUN
    return measured and tokens[i].tag in ("VVB", "VVI")


def _leads_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether initials that no list knows stand before the rest of a name: "IG Metall"."""
    return i + 1 < len(tokens) and tokens[i + 1].pos is Pos.NAME


def _corrected(tokens: Sequence[Token], i: int) -> Token:
    """A word the English model takes amiss: "cannot", "tear gas", "they shelled it", "the camp houses 400 people"."""
    token = tokens[i]
    if token.lower == "cannot":
        return replace(token, lemma="can", pos=Pos.MODAL, tag="VM0", form=Form.FINITE)
    if token.lower in _SELVES and _stresses(tokens, i):
        return replace(token, pos=Pos.ADV, tag="AV0")
    if (verb := verb_instead(tokens, i)) is not None:
        return verb
    if token.pos is Pos.OTHER and token.text.isalpha() and token.text.isupper() and _leads_name(tokens, i):
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)
    if (token.lower == "tear" and i + 1 < len(tokens) and tokens[i + 1].lower == "gas") or _is_of_more(tokens, i):
        return replace(token, lemma=token.lower, pos=Pos.NOUN, tag="NN1", form=None)
    if _is_object(tokens, i) or (token.lower in _PEOPLE | _UNDERGOING and _stands_for_people(tokens, i)):
        return replace(token, lemma=token.lower.removesuffix("s"), pos=Pos.NOUN, tag="NN2", form=None)
    if (told := verb_of_clause(tokens, i)) is not None:
        return told
    if token.pos is Pos.NOUN and 0 < i < len(tokens) - 1:
        return _verb_with_article(tokens, i)
    if token.tag not in ("AJ0", "VVD") or not token.lower.endswith("ed") or not 0 < i < len(tokens) - 1:
        return token
    return _ending_in_ed(tokens, i)


def _stresses(tokens: Sequence[Token], i: int) -> bool:
    """Whether a reflexive only stresses the subject before its verb: "the minister himself said"."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].is_nominal and tokens[i + 1].is_verbal


def _ending_in_ed(tokens: Sequence[Token], i: int) -> Token:
    """An "-ed" that is no adjective, but a participle or a past: "had closed the road", "they shelled it"."""
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
    opens = after.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.NOUN, Pos.NAME)
    adjective = token.tag == "AJ0"
    shared = adjective and before.pos is Pos.NUM and _shares_passive(tokens, i)
    if shared or (adjective and before.lemma == "have" and opens) or _awaits_participle(tokens, i):
        return replace(token, lemma=verb_of_past(token.lower), pos=Pos.VERB, tag="VVN", form=Form.PARTICIPLE)
    alone = after.pos in (Pos.ADP, Pos.SUBJ) and not any(t.is_verbal for t in segment(tokens, i))
    if not (adjective and before.tag in ("NN2", "NP0", "NN0") and (opens or alone)):
        return token
    return replace(token, lemma=verb_of_past(token.lower), pos=Pos.VERB, tag="VVD", form=Form.FINITE)


def _awaits_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form of "be" that a negation turned round is the only verb yet: "at no point was the dam breached"."""
    words = segment(tokens, i)
    verbs = [n for n, t in enumerate(words) if t.is_verbal and t is not tokens[i]]
    if len(verbs) != 1 or words[verbs[0]].lemma != "be" or not tokens[i - 1].is_nominal:
        return False
    turned = any(t.lower in _NEGATIVE for t in words[: verbs[0]]) and words[verbs[0]].span.end < tokens[i].span.start
    return turned and words[verbs[0] + 1].pos in (Pos.DET, Pos.POSS, Pos.NAME, Pos.NOUN)


def _is_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether the second of two verbs in a row is what the first is done to: "denied reports that …".

    So are those that open a sentence and those after "as": "Claims that …", "dismissed as nonsense claims that …".
    """
    if tokens[i].tag != "VVZ" or i + 1 >= len(tokens) or tokens[i + 1].lower not in ("that", "of"):
        return False
    named = i > 1 and tokens[i - 1].pos in (Pos.NOUN, Pos.ADJ) and tokens[i - 2].lower == "as"
    told = tokens[i].lower in _TOLD and (i == 0 or named)
    return told or (i > 0 and tokens[i - 1].pos is Pos.VERB)


def _shares_passive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle after a number goes on with a passive: "five were killed and more than 20 wounded"."""
    joint = next((n for n in range(i - 1, max(-1, i - 6), -1) if tokens[n].pos is Pos.CONJ), None)
    ends = tokens[i + 1].pos in (Pos.PUNCT, Pos.ADP, Pos.SUBJ)
    return joint is not None and ends and joint > 0 and tokens[joint - 1].tag == "VVN"


def _stands_for_people(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle names people: "counted nine injured", "the number of wounded rose"."""
    before, after = (tokens[i - 1] if i else None), (tokens[i + 1] if i + 1 < len(tokens) else None)
    if before is None or (after is not None and (after.is_nominal or after.pos in (Pos.ADJ, Pos.NUM))):
        return False
    if before.lower == "of" or tokens[i].lower in _UNDERGOING:
        return before.lower == "of"
    governed = any(t.form is Form.FINITE and t.lower not in ("was", "were") for t in segment(tokens, i)[:-1])
    return before.pos is Pos.NUM and governed and any(t.is_verbal for t in tokens[:i])


def _verb_with_article(tokens: Sequence[Token], i: int) -> Token:
    """The verb that words with an article and no verb lack, if a noun may be one: "the camp houses 400 people"."""
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
    joined = before.is_nominal or before.pos is Pos.ADJ
    counted = after.pos is Pos.ADP and i + 2 < len(tokens) and tokens[i + 2].pos is Pos.NUM
    followed = counted or after.pos in (Pos.DET, Pos.NUM, Pos.POSS)
    words = segment(tokens, i)
    if not (joined and followed and words[0].pos is Pos.DET) or any(t.is_verbal for t in words):
        return token
    model = model_of("en")
    tags = {model.int2tag[number] for number, _ in model._tag_word(token.text)}
    tag = next((tag for tag in ("VVD", "VVZ") if tag in tags), None)
    if tag is None:
        return token
    return replace(token, lemma=model.analyze(token.text, pos=tag)[0].lower(), pos=Pos.VERB, tag=tag, form=Form.FINITE)
