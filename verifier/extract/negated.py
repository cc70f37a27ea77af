"""How a clause is denied: by a negation at its verb or far from it, by a preposition, or by "anything but"."""

from __future__ import annotations

from verifier.extract.clauses import Clause
from verifier.extract.sentence import Sentence
from verifier.extract.verbs import NEVER, negates
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_CONTRASTING = (",", "-", "and", "but", "und", "aber")
_CLOSING = (Pos.PUNCT, Pos.CONJ, Pos.PREFIX, Pos.ADP)


def is_negated(sentence: Sentence, clause: Clause) -> bool:
    """Whether a word of its own denies what a clause tells."""
    late = _denies_copula(sentence, clause) or _is_negated_late(sentence, clause)
    return clause.verb.negated or late or _is_denied_apart(sentence, clause)


def _denies_copula(sentence: Sentence, clause: Clause) -> bool:
    """Whether what is ascribed is denied: "was not safe", "sei nicht sauber"."""
    if clause.verb.plain not in load_words("syntax", sentence.lang)["copulas"] or clause.verb.passive:
        return False
    inside = range(clause.first, clause.last)
    negations = (i for i in inside if negates(sentence.tokens[i]) and not is_contrast(sentence, i))
    return any(_is_plain(sentence.tokens[i + 1] if i + 1 < clause.last else None) for i in negations)


def _is_negated_late(sentence: Sentence, clause: Clause) -> bool:
    """Whether a German negation stands behind the finite verb: "räumte das Lager nicht", "kam es nicht zu Gewalt".

    Before other words than a preposition it denies only those; what "sondern" corrects is denied in part only.
    """
    if sentence.lang != "de" or any(t.lower == "sondern" for t in sentence.tokens):
        return False
    late = (i for i in range(clause.verb.main + 1, clause.last) if sentence.tokens[i].pos is Pos.NEG)
    following = (sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None for i in late)
    return any(t is None or t.pos in _CLOSING for t in following)


def _is_denied_apart(sentence: Sentence, clause: Clause) -> bool:
    """Whether words before an adjective, a verb or a German infinitive deny it: "anything but safe".

    So does a German adverb anywhere in its clause: "nie Geld genommen zu haben".
    """
    before: list[str] = []
    for token in sentence.tokens[clause.first : clause.last]:
        said = " ".join(before)
        told = token.is_verbal or token.pos in (Pos.ADJ, Pos.TO)
        if told and any(said.endswith(words) for words in load_words("syntax", sentence.lang)["negation"]["remote"]):
            return True
        before.append(token.lower)
    return sentence.lang == "de" and not NEVER.isdisjoint(before)


def is_contrast(sentence: Sentence, at: int) -> bool:
    """Whether a negation denies only the figure after it: "421, not 412", "421 und nicht 412"."""
    tokens = sentence.tokens
    if not 0 < at < len(tokens) - 1 or tokens[at].pos is not Pos.NEG:
        return False
    return tokens[at - 1].lower in _CONTRASTING and tokens[at + 1].pos is Pos.NUM


def _is_plain(after: Token | None) -> bool:
    """ "Not only" and "nicht nur" deny nothing."""
    return after is None or after.lower not in ("only", "nur", "just", "allein")


def is_none(sentence: Sentence, index: int) -> bool:
    """Whether a phrase opens with "no" or "kein"; before a number German "keine" only bounds it: "keine 300"."""
    token = sentence.tokens[index]
    bounds = sentence.lang == "de" and index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].pos is Pos.NUM
    return not bounds and token.lower in load_words("syntax", sentence.lang)["negation"]["determiners"]


def is_lacking(sentence: Sentence, clause: Clause) -> bool:
    """Whether a preposition before the clause says that it did not happen.

    "Without anybody losing their life", "ohne 40 Euro zu zahlen", "ohne dass jemand starb".
    """
    lacking = load_words("syntax", sentence.lang)["negation"]["prepositions"]
    tokens, verb = sentence.tokens, clause.verb
    if verb.form is Form.GERUND:
        beside = next((p.first for p in sentence.phrases if p.last == verb.first), verb.first)
        return any(at > 0 and tokens[at - 1].lower in lacking for at in (beside, verb.first))
    if verb.form is not Form.INFINITIVE and clause.subordinator != "dass":
        return False
    opening = [t for t in tokens[max(0, clause.first - 1) : verb.first] if t.pos is not Pos.PUNCT]
    return any(t.lower in lacking for t in opening[:2])
