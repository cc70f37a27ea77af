"""Verb groups: main verb, voice, negation and the verbs of wanting, trying and having to around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.extract.deadlines import is_due
from verifier.extract.phrases import Phrase
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

_QUOTES = {'"', "'"}
NEVER = {"never", "neither", "nor", "nie", "niemals", "keineswegs", "keinesfalls", "mitnichten", "weder"}
_GRADED = {"mehr", "weniger", "anders", "eher", "früher", "später"}
_OPENING = {'"', ":", ";"}
_HAVE = {"have", "haben"}
_BREAKS = {",", ";", ":", "(", ")", "-", "--"}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verbal words of one clause.

    ``lemma`` is the main verb with its particle ("shoot down") or separable prefix ("mitteilen");
    ``chain`` the lemmas of the verbs and modals that govern it ("need", "manage", "sollen").
    ``finite`` is the index of the first verbal word, ``main`` that of the main verb; ``first`` and
    ``last`` delimit the group (in German they may lie far apart).
    """

    lemma: str
    plain: str
    first: int
    last: int
    finite: int
    main: int
    form: Form
    passive: bool = False
    negated: bool = False
    participle_only: bool = False
    particle: int | None = None
    chain: tuple[str, ...] = ()


def find_verb_groups(tokens: Sequence[Token], phrases: Sequence[Phrase], lang: str) -> list[VerbGroup]:
    """The verb groups of a sentence, in order of their finite verb."""
    inside = {i for p in phrases for i in range(p.first, p.last)}
    verbal = [i for i, t in enumerate(tokens) if t.is_verbal and i not in inside and not only_compares(tokens, i)]
    runs = _german_runs(tokens, verbal) if lang == "de" else _with_inverted(tokens, _english_runs(tokens, verbal))
    return [_group(tokens, run, lang) for run in runs if run]


def only_compares(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle is what something is compared with: "schneller als erlaubt", "faster than planned"."""
    if i < 2 or tokens[i].form is not Form.PARTICIPLE:
        return False
    joint, compared = tokens[i - 1], tokens[i - 2]
    graded = compared.pos is Pos.ADJ and compared.lower.endswith("er") and compared.lemma.lower() != compared.lower
    return joint.lower == "than" or (joint.lower == "als" and (graded or compared.lower in _GRADED))


def _english_runs(tokens: Sequence[Token], verbal: Sequence[int]) -> list[list[int]]:
    """Verbal words belong together while only adverbs, negation and "to" stand between them."""
    runs: list[list[int]] = []
    for i in verbal:
        gap = tokens[runs[-1][-1] + 1 : i] if runs else []
        joined = runs and all(t.pos in (Pos.ADV, Pos.NEG, Pos.TO) or t.text in _QUOTES for t in gap)
        if joined and not _starts_again(tokens, runs[-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _with_inverted(tokens: Sequence[Token], runs: Sequence[list[int]]) -> list[list[int]]:
    """The runs; an auxiliary before its subject goes with its verb: "at no point was the dam closed", "had he left"."""
    joined: list[list[int]] = []
    for run in runs:
        if joined and _is_parted(tokens, joined[-1], run[0]):
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def _is_parted(tokens: Sequence[Token], run: Sequence[int], i: int) -> bool:
    """Whether only a subject stands between the lone auxiliary ``run`` that opens a clause and the verb at ``i``."""
    auxiliary, gap = tokens[run[0]], tokens[run[0] + 1 : i]
    if len(run) > 1 or auxiliary.pos not in (Pos.AUX, Pos.MODAL) or auxiliary.form is not Form.FINITE:
        return False
    broken = any(t.text in _BREAKS or t.pos in (Pos.SUBJ, Pos.REL, Pos.CONJ) for t in gap)
    named = any(t.is_nominal or t.pos is Pos.PRON for t in gap)
    bare = tokens[i].form in (Form.PARTICIPLE, Form.INFINITIVE) or auxiliary.lemma == "do" or auxiliary.pos is Pos.MODAL
    opens = run[0] == 0 or tokens[run[0] - 1].text in _OPENING
    return named and not broken and bare and (opens or opens_negative(tokens, run[0]))


def _before(tokens: Sequence[Token], i: int) -> str:
    """The words between the last mark, verb or conjunction and ``i``."""
    ends = (k + 1 for k in reversed(range(i)) if tokens[k].is_verbal or tokens[k].pos in (Pos.PUNCT, Pos.SUBJ))
    return " ".join(t.lower for t in tokens[next(ends, 0) : i])


def opens_negative(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing but words that deny what follows stands before the verb at ``i``: "at no point", "not once"."""
    return _before(tokens, i) in load_words("syntax", "en")["negation"]["openers"]


def _starts_again(tokens: Sequence[Token], run: Sequence[int], i: int) -> bool:
    """A verb after a main verb opens a group of its own, unless that verb only governs it ("need to pull")."""
    last = tokens[run[-1]]
    if last.pos is not Pos.VERB:
        return False
    if tokens[i].form in (Form.FINITE, Form.GERUND):
        return True
    governors = load_words("syntax", "en")["governors"]
    return not any(last.lemma in verbs for verbs in governors.values())


def _german_runs(tokens: Sequence[Token], verbal: Sequence[int]) -> list[list[int]]:
    """One group per clause: the verbal words between two breaks, a new finite verb opening another."""
    runs: list[list[int]] = []
    for i in verbal:
        if runs and not _broken(tokens, runs[-1], i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _broken(tokens: Sequence[Token], run: Sequence[int], i: int) -> bool:
    gap = tokens[run[-1] + 1 : i]
    if any(t.text in _BREAKS or t.pos in (Pos.SUBJ,) for t in gap):
        return not (tokens[i].form is not Form.FINITE and _open_bracket(tokens, run, i))
    second_finite = tokens[i].form is Form.FINITE and any(tokens[k].form is Form.FINITE for k in run)
    verb_last = tokens[i].form is Form.FINITE and i == run[-1] + 1
    conj = any(t.pos is Pos.CONJ for t in gap)
    return (second_finite and not verb_last) or (conj and tokens[i].pos is Pos.VERB and tokens[run[-1]].pos is Pos.VERB)


def _open_bracket(tokens: Sequence[Token], run: Sequence[int], i: int) -> bool:
    """A bare auxiliary still waits for its participle across an inserted relative clause."""
    if len(run) != 1 or tokens[run[0]].pos is Pos.VERB or tokens[i].form is Form.FINITE:
        return False
    gap = tokens[run[0] + 1 : i]
    return not any(t.pos is Pos.SUBJ for t in gap) and sum(t.text == "," for t in gap) % 2 == 0


def _group(tokens: Sequence[Token], run: Sequence[int], lang: str) -> VerbGroup:
    main = _main(tokens, run)
    last = run[-1] + 1
    particle = _particle(tokens, run, lang)
    finite = next((i for i in run if tokens[i].form is Form.FINITE), run[0])
    lemma = tokens[main].lemma
    if particle is not None:
        lemma = f"{tokens[particle].lower}{lemma}" if lang == "de" else f"{lemma} {tokens[particle].lower}"
        last = max(last, particle + 1)
    participle = tokens[main].form is Form.PARTICIPLE
    auxiliaries = {tokens[i].lemma for i in run if tokens[i].pos is Pos.AUX and i != main}
    return VerbGroup(
        lemma=lemma,
        plain=tokens[main].lemma,
        first=_with_negation(tokens, run[0]),
        last=last,
        finite=finite,
        main=main,
        form=tokens[finite].form or Form.FINITE,
        passive=participle and _is_passive(auxiliaries, tokens, run, lang),
        negated=denies(tokens[_with_negation(tokens, run[0]) : last])
        or (lang == "en" and opens_negative(tokens, run[0])),
        participle_only=len(run) == 1 and participle,
        particle=particle,
        chain=tuple(tokens[i].lemma for i in run if i != main and tokens[i].pos is not Pos.AUX) + _bound(tokens, run),
    )


def negates(token: Token) -> bool:
    """Whether a word denies the verb it stands by; "noch" does as the other half of "weder"."""
    return token.pos is Pos.NEG or token.lower in NEVER or (token.lower == "noch" and token.pos is Pos.CONJ)


def denies(words: Sequence[Token]) -> bool:
    """Whether the words of a verb deny it: "did not say", "has yet to say"."""
    yet = any(one.lower == "yet" and other.pos is Pos.TO for one, other in pairwise(words))
    return yet or any(negates(token) for token in words)


def _main(tokens: Sequence[Token], run: Sequence[int]) -> int:
    """The lexical verb: the last one in English, the last non-finite one (else the finite) in German."""
    lexical = [i for i in run if tokens[i].pos is Pos.VERB]
    nonfinite = [i for i in lexical if tokens[i].form is not Form.FINITE]
    return (nonfinite or lexical or list(run))[-1]


def _particle(tokens: Sequence[Token], run: Sequence[int], lang: str) -> int | None:
    if lang == "de":
        for i in range(run[-1] + 1, len(tokens)):
            if tokens[i].pos is Pos.PREFIX:
                return i
            if tokens[i].text in {",", ";", ":"} or tokens[i].is_verbal:
                break
        return None
    after = run[-1] + 1
    if (
        after < len(tokens)
        and tokens[after].lower in load_words("syntax", lang)["particles"]
        and tokens[after].pos in (Pos.ADV, Pos.ADP)
    ):
        return after if tokens[after].pos is Pos.ADV or _ends_phrase(tokens, after) else None
    return None


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is None or following.pos in (Pos.PUNCT, Pos.ADP, Pos.TO)


def _is_passive(auxiliaries: set[str], tokens: Sequence[Token], run: Sequence[int], lang: str) -> bool:
    if lang == "de":
        return "werden" in auxiliaries or any(tokens[i].lower == "worden" for i in run)
    return bool(auxiliaries & set(load_words("syntax", lang)["passive_auxiliaries"]))


def _bound(tokens: Sequence[Token], run: Sequence[int]) -> tuple[str, ...]:
    """What "to" makes of "have" and of a present "be": "has to leave", "is to be finished by June"."""
    governing = [tokens[a] for a, b in pairwise(run) if any(t.pos is Pos.TO for t in tokens[a + 1 : b])]
    told = ("be to" if is_due(token) else "have to" for token in governing if is_due(token) or token.lemma in _HAVE)
    return tuple(told)


def _with_negation(tokens: Sequence[Token], first: int) -> int:
    while first > 0 and (negates(tokens[first - 1]) or tokens[first - 1].pos is Pos.TO):
        first -= 1
    return first
