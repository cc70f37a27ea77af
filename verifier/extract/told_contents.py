"""Where a noun for what was said tells its content: "reports that …", "Berichte, wonach …", "rumours of a leak"."""

from __future__ import annotations

from verifier.extract.judging import is_one_of
from verifier.extract.names import known_actor
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.text.tokens import Form, Pos, Token

_THAT = ("that", "dass", "daß", "wonach")


def content_of(sentence: Sentence, n: int) -> int | None:
    """Where the content of the noun at ``n`` begins: after "that", "of" or a comma; None where it has none."""
    tokens, k = sentence.tokens, n + 1
    if k + 1 >= len(tokens):
        return None
    if sentence.lang == "de":
        comma = next((i for i in range(k, len(tokens) - 1) if tokens[i].text == "," or tokens[i].is_verbal), k)
        if tokens[comma].text == "," and opens_clause(sentence, comma + 1):
            return comma + 1 + is_that(tokens[comma + 1])
    if tokens[k].lower == "that" and not tokens[k + 1].is_verbal:
        return k + 1 if not _is_relative(sentence, k) else None
    words = load_words("rejoinders", sentence.lang)
    about = words["about"] if is_one_of(tokens[n], words["alleging"]) else ()
    ends = (i for i in range(k, len(tokens)) if tokens[i].is_verbal or tokens[i].pos in (Pos.PUNCT, Pos.SUBJ))
    joints = (i for i in range(k, next(ends, len(tokens)) - 1) if tokens[i].lower in about)
    starts = (i + (tokens[i].pos is Pos.ADP) for i in joints)
    return next((i for i in starts if _tells_act(sentence, n, i)), None)


def opens_clause(sentence: Sentence, k: int) -> bool:
    """Whether a clause with "that" or a main clause that is no mere verb begins at ``k``."""
    clause = next((c for c in sentence.clauses if c.first == k), None)
    main = clause is not None and clause.subordinator is None and clause.antecedent is None
    return is_that(sentence.tokens[k]) or (main and clause is not None and clause.verb.finite > k)


def is_that(token: Token) -> bool:
    return token.pos is Pos.SUBJ and token.lower in _THAT


def _is_relative(sentence: Sentence, k: int) -> bool:
    """Whether "that" at ``k`` only picks out a report: "the report that the army wrote"."""
    clause = next((c for c in sentence.clauses if c.verb.first > k), None)
    issuing = load_words("rejoinders", sentence.lang)["issuing"]
    return clause is not None and clause.verb.lemma in issuing and not clause.objects


def _tells_act(sentence: Sentence, n: int, k: int) -> bool:
    """Whether the noun at ``n`` is of an act or a figure named at ``k``, not of who tells it: "reports of a leak"."""
    phrase = next((p for p in sentence.phrases if p.first <= k < p.last), None)
    if phrase is None or phrase.pronoun:
        return sentence.tokens[k].form is Form.GERUND
    counts = is_one_of(sentence.tokens[n], load_words("rejoinders", sentence.lang)["counts"])
    if counts and any(t.pos is Pos.NUM for t in phrase.words):
        return True
    acts = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
    return bool(acts) and not counts and known_actor(phrase.noun.text, sentence.lang) is None
