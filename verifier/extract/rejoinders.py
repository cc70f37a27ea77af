"""Acts of saying no without content of their own: "rejected the accusation", "bestritt das", "begged to differ"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.domain.span import Span
from verifier.extract.clauses import Clause, trimmed
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_STOPS = {".", ";", ":", ",", '"', "!", "-", "--", ")"}
_ELLIPSIS = 3
_AGENT = ("by", "von", "vom", "durch")


@dataclass(frozen=True, slots=True)
class Rejoinder:
    """One such act: the ``span`` of its words, the words for who denies, and the ``noun`` that takes up what is denied.

    What stands after ``span`` in its sentence is the denier's own statement where ``goes_on``.
    """

    span: Span
    denier: Phrase | None
    noun: Token | None
    goes_on: bool


def find_rejoinder(sentence: Sentence) -> Rejoinder | None:
    """The first act of denial in a sentence that leaves to the text before what is denied."""
    words = load_words("rejoinders", sentence.lang)
    for clause in sentence.clauses:
        found = _act(sentence, clause, words)
        if found is not None:
            return found
    return _opening(sentence, words)


def _act(sentence: Sentence, clause: Clause, words: dict[str, list[str]]) -> Rejoinder | None:
    verb = clause.verb
    plural = sentence.lang == "de" and verb.form is Form.INFINITIVE and not verb.chain  # "die Anwohner widersprechen"
    if verb.negated or not (plural or verb.form in (Form.FINITE, Form.GERUND)):
        return None
    end = _end(sentence, clause)
    inside = [t for t in sentence.tokens[clause.first : end] if t.pos is not Pos.PUNCT]
    untrue = any(_is_one_of(t, words["untruths"]) for t in inside)
    names = verb.lemma in words["naming"] and untrue
    if not (names or (verb.lemma in words["denying"] and not _has_content(sentence, clause, end, words))):
        return None
    if clause.subject is not None and _is_one_of(clause.subject.noun, words["divided"]):
        return None
    taken_up = _taken_up(sentence, clause, words, names)
    if taken_up is None:
        return None
    denier = clause.subject
    if verb.passive:
        denier = next((p for p in clause.preps if p.preposition in _AGENT), None)
        if denier is None:
            return None
    following = sentence.tokens[end].text if end < len(sentence.tokens) else "."
    span = trimmed(sentence.tokens, clause.first, end)
    return Rejoinder(span, denier, taken_up, following in (":", ";", ",") or _is_joined(sentence, end))


def find_matter(sentence: Sentence, span: Span) -> Token | None:
    """The word at ``span`` that tells what was said or who said it: "the charge of fraud", "Vorwürfe der Union"."""
    words = load_words("rejoinders", sentence.lang)
    inside = [t for t in sentence.tokens if span.covers(t.span)]
    for n, (noun, after) in enumerate(pairwise(inside)):
        if after.lower in words["about"] and _is_one_of(noun, words["sayings"]):
            return next((t for t in inside[n + 2 :] if t.is_nominal), None)
    return None


def _is_joined(sentence: Sentence, end: int) -> bool:
    return end < len(sentence.tokens) and sentence.tokens[end].pos is Pos.CONJ


def _end(sentence: Sentence, clause: Clause) -> int:
    """Where the act ends: with its clause, or at the first stop after its verb."""
    for i in range(clause.verb.last, min(clause.last, len(sentence.tokens))):
        if sentence.tokens[i].text in (":", ";", ","):
            return i
    return clause.last


def _has_content(sentence: Sentence, clause: Clause, end: int, words: dict[str, list[str]]) -> bool:
    """Whether a denial goes on with what is denied: "bestritt, dass …", "denied having …", "denied that …"."""
    following = [t for t in sentence.tokens[end : end + 2] if t.text not in (",", '"')]
    opener = following[0] if following else None
    if opener is not None and opener.lower in words["content_openers"]:
        return True
    inside = (t for t in sentence.tokens[clause.verb.last : end] if t.pos is not Pos.PRON)
    if any(t.lower in words["content_openers"] for t in inside):
        return True
    if opener is not None and opener.form is Form.GERUND and sentence.tokens[end].text != ",":
        return True
    infinitive = sentence.lang == "de" and end < len(sentence.tokens) and sentence.tokens[end].text == ","
    return infinitive and any(t.pos is Pos.TO or t.tag == "VV(IZU)" for t in sentence.tokens[end:])


def _taken_up(sentence: Sentence, clause: Clause, words: dict[str, list[str]], names: bool) -> Token | None:
    """The word that stands for what is denied; the verb itself where nothing does, None for an object of its own."""
    phrases = [p for p in (*clause.objects, *clause.preps) if p is not clause.subject]
    if clause.verb.passive:
        phrases = [clause.subject] if clause.subject is not None else []
    verb = clause.tokens[clause.verb.main]
    objects = [p for p in phrases if p.prep is None]
    untrue = [p for p in phrases if any(_is_one_of(t, words["untruths"]) for t in p.words)]
    rest = [p for p in objects if p not in untrue and not _is_date(sentence, p)]
    if not rest:
        alone = not clause.verb.passive and (names or not [p for p in phrases if p.prep is None and p not in untrue])
        return verb if alone else None
    head = rest[0].noun
    if rest[0].pronoun:
        return head if head.lower in words["pronouns"] else None
    return head if _is_one_of(head, (*words["sayings"], *words["faults"])) else None


def _is_date(sentence: Sentence, phrase: Phrase) -> bool:
    return any(date.span.overlaps(phrase.span) for date in sentence.dates)


def _opening(sentence: Sentence, words: dict[str, list[str]]) -> Rejoinder | None:
    """ "Not so, according to the auditors: …", "Im Gegenteil: …"."""
    low = [t.lower for t in sentence.tokens[:4]]
    for opening in words["openings"]:
        parts = opening.split()
        n = len(parts)
        if low[:n] == parts and len(sentence.tokens) > n and sentence.tokens[n].text in _STOPS:
            return Rejoinder(trimmed(sentence.tokens, 0, n), None, None, goes_on=True)
    return None


def takes_up(tokens: Sequence[Token], lang: str) -> tuple[bool, Token | None]:
    """Whether a negative statement is of "such a promise", and the noun it takes up."""
    words = load_words("rejoinders", lang)
    negated = any(t.pos is Pos.NEG or t.lower in words["negations"] for t in tokens)
    at = next((n for n, token in enumerate(tokens) if negated and token.lower in words["such"]), len(tokens))
    noun = next((t for t in tokens[at + 1 :] if t.is_nominal), None)
    return noun is not None, noun


def is_empty(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether words say nothing but that what was told is not so: "nothing of the kind", "das stimmt nicht"."""
    words = load_words("rejoinders", sentence.lang)
    text = " ".join(t.lower for t in tokens)
    if any(phrase in text for phrase in words["nothing"]) or _is_elliptic(tokens):
        return True
    inside = [c for c in sentence.clauses if sentence.tokens[c.verb.main] in tokens]
    return any(_calls_untrue(sentence, c, words) for c in inside)


def _is_elliptic(tokens: Sequence[Token]) -> bool:
    """Whether only a subject, an auxiliary and a negation are left: "it would not", "they had not"."""
    words = [t for t in tokens if t.pos not in (Pos.PUNCT, Pos.SUBJ)]
    if len(words) != _ELLIPSIS:
        return False
    subject, verb, negation = words
    return subject.pos in (Pos.PRON, Pos.NAME) and verb.pos in (Pos.AUX, Pos.MODAL) and negation.pos is Pos.NEG


def _calls_untrue(sentence: Sentence, clause: Clause, words: dict[str, list[str]]) -> bool:
    """Whether a clause says that something told is untrue: "das sei falsch", "that was a lie", "that is not true"."""
    subject, verb = clause.subject, clause.verb
    inside = sentence.tokens[clause.first : clause.last]
    opener = next((t for t in inside if t.pos is not Pos.PUNCT), None)
    if subject is None or subject.pronoun:
        pronoun = subject.noun if subject is not None else opener
        said = pronoun is not None and pronoun.lower in words["pronouns"]
    else:
        said = _is_one_of(subject.noun, words["sayings"])
    negated = verb.negated or any(t.pos is Pos.NEG or t.lower in words["negations"] for t in inside)
    holds = verb.lemma in words["holding"]
    copula = verb.plain in load_words("syntax", sentence.lang)["copulas"]
    if negated:
        return said and (holds or (copula and any(_is_one_of(t, words["truths"]) for t in inside)))
    named = subject.words if subject is not None else ()  # "false figures were given" says nothing of them
    untrue = [n for n, t in enumerate(inside) if t not in named and _is_one_of(t, words["untruths"])]
    ends = {inside[n].span.end for n in untrue}  # "it was wrong to withhold it" judges an act
    judged = any(t.pos is Pos.TO and before.span.end in ends for before, t in pairwise(sentence.tokens))
    return said and copula and bool(untrue) and not judged


def leaves(sentence: Sentence, span: Span) -> bool:
    """Whether a statement at ``span`` concedes, or goes on to what will be done about it."""
    listed = load_words("rejoinders", sentence.lang)["leaving"]
    inside = [t for t in sentence.tokens if t.span.start < span.end]
    return any(_is_one_of(t, listed) for t in inside)


def is_fault(noun: Token | None, lang: str) -> bool:
    """Whether a noun is what one is accused of ("responsibility") or an accusation: it answers no count."""
    words = load_words("rejoinders", lang)
    return noun is not None and _is_one_of(noun, (*words["faults"], *words["accusations"]))


def is_message(noun: Token, lang: str) -> bool:
    """Whether a noun stands for words sent or spoken to somebody: "letter", "call"."""
    return _is_one_of(noun, load_words("rejoinders", lang)["messages"])


def is_general(noun: Token | None, lang: str) -> bool:
    """Whether a noun stands for anything said, or a fault, rather than for one kind of act ("promise")."""
    words = load_words("rejoinders", lang)
    return noun is None or not noun.is_nominal or _is_one_of(noun, (*words["sayings"], *words["faults"]))


def _is_one_of(token: Token, listed: Collection[str]) -> bool:
    return token.lemma.lower() in listed or token.lower in listed
