"""Clauses: verb groups with their subject, objects and prepositional phrases, passive and negation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.domain.span import Span
from verifier.extract.clause_bounds import clause_bounds, is_age, parted_subject, saying_noun, subject_before_insert
from verifier.extract.phrases import Phrase, find_phrases, is_linker
from verifier.extract.verbs import VerbGroup, find_verb_groups
from verifier.extract.words import load_words
from verifier.text.tokens import Form, Pos, Token

PLACING = ("AVQ", "PWAV")
"""Tags of what opens a clause that says what happened where or when: "where", "wo"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb group with what belongs to it, over the tokens ``[first, last)`` of its sentence.

    ``subject`` and ``objects`` are grammatical; ``preps`` are prepositional phrases in order.
    ``subordinator`` is the lemma of the word that opens a dependent clause. ``antecedent`` is the
    phrase a relative clause speaks of. ``inherited`` is true where the subject stands in another clause.
    """

    tokens: Sequence[Token]
    first: int
    last: int
    verb: VerbGroup
    subject: Phrase | None = None
    objects: tuple[Phrase, ...] = ()
    preps: tuple[Phrase, ...] = ()
    subordinator: str | None = None
    antecedent: Phrase | None = None
    inherited: bool = False

    @property
    def span(self) -> Span:
        """The clause from its first word to its last, marks at the edges left out."""
        return trimmed(self.tokens, self.first, self.last)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        own = (self.subject,) if self.subject and not self.inherited else ()
        return (*own, *self.objects, *self.preps)


def trimmed(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The span of the tokens ``[first, last)`` without leading and trailing marks."""
    while first < last - 1 and tokens[first].pos is Pos.PUNCT and tokens[first].text != '"':
        first += 1
    while last - 1 > first and tokens[last - 1].pos is Pos.PUNCT and tokens[last - 1].text != '"':
        last -= 1
    return Span(tokens[first].span.start, tokens[last - 1].span.end)


def find_clauses(tokens: Sequence[Token], lang: str) -> list[Clause]:
    """The clauses of one sentence in order of their verbs; a sentence without a verb has none."""
    phrases = find_phrases(tokens, lang)
    groups = find_verb_groups(tokens, phrases, lang)
    particles = {g.particle for g in groups if g.particle is not None}
    phrases = [replace(p, prep=None) if p.prep in particles else p for p in phrases]
    bounds = clause_bounds(tokens, phrases, groups, lang)
    clauses: list[Clause] = []
    for group, (first, last) in zip(groups, bounds, strict=True):
        inside = [p for p in phrases if first <= p.first and p.last <= last]
        clauses.append(_build(tokens, group, first, last, inside, phrases, clauses, lang))
    following = [*clauses[1:], None]
    return [_with_described(clause, after) for clause, after in zip(clauses, following, strict=False)]


def _with_described(clause: Clause, following: Clause | None) -> Clause:
    """What a participle describes is still the object of the clause before it ("downed 17 drones attacking …")."""
    if following is None or following.subject is None or following.inherited or following.verb.form is Form.FINITE:
        return clause
    described = following.subject
    between = clause.tokens[clause.verb.last : described.first]
    if following.first != described.first or clause.last > described.first or any(t.is_verbal for t in between):
        return clause
    if described.prep is not None:
        return replace(clause, preps=(*clause.preps, described))
    return replace(clause, objects=(*clause.objects, described)) if clause.subject is not None else clause


def _build(
    tokens: Sequence[Token],
    group: VerbGroup,
    first: int,
    last: int,
    inside: Sequence[Phrase],
    phrases: Sequence[Phrase],
    earlier: Sequence[Clause],
    lang: str,
) -> Clause:
    opener = next((t for t in tokens[first : group.first] if t.pos in (Pos.SUBJ, Pos.REL)), None)
    inside = _with_shared_prepositions(tokens, inside)
    placing = opener is not None and opener.tag in PLACING
    bare = [p for p in inside if p.prep is None and not _is_time_or_apposition(tokens, p, inside)]
    bare = [p for p in bare if p.noun is not opener] if placing else bare
    if lang == "de" and opener is not None:  # the verb of a German dependent clause stands last
        bare = [p for p in bare if p.first < group.last]
    preps = tuple(p for p in inside if p.prep is not None)
    perfect = any(token.pos is Pos.TO for token in tokens[group.first : group.last])  # "getäuscht zu haben"
    if lang == "de" and (group.form is Form.INFINITIVE or perfect):
        subject, objects = None, bare
    else:
        subject, objects = _arguments(group, bare, lang)
    clause = Clause(
        tokens, first, last, group, subject, tuple(objects), preps, opener.lemma.lower() if opener else None
    )
    if opener is not None and opener.pos is Pos.REL:
        clause = _resolve_relative(clause, phrases, placing)
    if clause.subject is None and not placing:
        clause = _inherit(clause, phrases, earlier, lang)
    return _share_voice(clause, earlier)


def _with_shared_prepositions(tokens: Sequence[Token], inside: Sequence[Phrase]) -> list[Phrase]:
    """Phrases listed after a prepositional one share its preposition ("of the navy and security service")."""
    shared: list[Phrase] = []
    for phrase in inside:
        before = shared[-1] if shared else None
        gap = tokens[before.last : phrase.first] if before is not None else ()
        listed = (
            bool(gap) and all(t.pos is Pos.CONJ or t.text == "," for t in gap) and any(t.pos is Pos.CONJ for t in gap)
        )
        if phrase.prep is None and before is not None and before.prep is not None and listed:
            verbal = any(t.is_verbal for t in tokens[phrase.last : phrase.last + 2])
            shared.append(phrase if verbal else replace(phrase, prep=before.prep))
            continue
        shared.append(phrase)
    return shared


def _share_voice(clause: Clause, earlier: Sequence[Clause]) -> Clause:
    """In "nine were killed and 14 injured" the bare participle shares the passive of the clause before."""
    if not clause.verb.participle_only or not earlier:
        return clause
    before = earlier[-1]
    joined = any(t.pos is Pos.CONJ for t in clause.tokens[before.verb.last : clause.verb.first])
    if joined and before.verb.passive:
        return replace(clause, verb=replace(clause.verb, passive=True))
    return clause


def _arguments(group: VerbGroup, bare: Sequence[Phrase], lang: str) -> tuple[Phrase | None, list[Phrase]]:
    """Subject and objects among the bare phrases: by order, and in German by article where it tells."""
    before = [p for p in bare if p.last <= group.finite]
    after = [p for p in bare if p.first > group.finite]
    if lang == "en":
        inside = [p for p in bare if group.finite < p.first < group.main]  # "at no point was the dam closed"
        subject = before[-1] if before else next(iter(inside), None)
        return subject, [p for p in after if p.first >= group.last]
    candidates = [p for p in (*before, *after) if not _is_oblique(p)]
    subject = next((p for p in candidates if not _is_when(p)), candidates[0] if candidates else None)
    return subject, [p for p in bare if p is not subject and not _is_when(p)]


def _is_when(phrase: Phrase) -> bool:
    """A German year or hour stands bare where it says when: "2019 lag die Quote bei 66 Prozent", "um 21 Uhr"."""
    if phrase.noun.text == "Uhr":
        return True
    word = phrase.words[0].text
    return len(phrase.words) == 1 and len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _is_oblique(phrase: Phrase) -> bool:
    """German articles and pronouns that cannot be a subject."""
    first = phrase.words[0].lower
    return (
        first in {"den", "dem", "einen", "einem", "einer", "ihm", "ihn", "ihnen", "ihr", "mir", "uns", "sich", "keinen"}
        and (first != "ihr" or len(phrase.words) == 1)
        and (first != "den" or len(phrase.words) > 1)
    )


def _is_time_or_apposition(tokens: Sequence[Token], phrase: Phrase, inside: Sequence[Phrase]) -> bool:
    """A bare phrase that only names a noun before it again ("Lublin, a city in …") or a German genitive."""
    before = tokens[phrase.first - 1] if phrase.first else None
    if before is None or not phrase.words:
        return False
    again = phrase.words[0].pos is Pos.DET or is_age(tokens, phrase.first)
    if again and before.text == "," and any(p.last == phrase.first - 1 for p in inside):
        return True
    genitive = phrase.words[0].lower in {"der", "des", "eines", "einer"} or phrase.words[0].lower.endswith("er")
    return (
        genitive
        and phrase.words[0].pos in (Pos.DET, Pos.ADJ)
        and any(p.last == phrase.first for p in inside)
        and (before.is_nominal)
    )


def _resolve_relative(clause: Clause, phrases: Sequence[Phrase], placing: bool) -> Clause:
    """Tie a relative clause to the phrase before it; a relative subject speaks of that phrase, "where" does not."""
    at = next(k for k in range(clause.first, clause.verb.first) if clause.tokens[k].pos is Pos.REL)
    antecedents = [p for p in phrases if p.last <= at and not (p.first and clause.tokens[p.first - 1].text == "(")]
    if not antecedents:
        return clause
    antecedent = antecedents[-1]
    if placing:
        return replace(clause, antecedent=antecedent)
    if clause.subject is None or (clause.subject.pronoun and clause.tokens[clause.subject.head].pos is Pos.REL):
        return replace(clause, antecedent=antecedent, subject=antecedent, inherited=True)
    return replace(clause, antecedent=antecedent)


def _inherit(clause: Clause, phrases: Sequence[Phrase], earlier: Sequence[Clause], lang: str) -> Clause:
    """A clause without a subject of its own takes the nearest one before it that fits."""
    if clause.verb.participle_only:
        before = [p for p in phrases if p.last <= clause.verb.first and not _is_setting(p, lang)]
        return replace(clause, subject=before[-1] if before else None, inherited=True)
    if earlier and lang == "en" and clause.first == clause.verb.first:
        parted = parted_subject(clause.tokens, phrases, earlier[-1].verb, clause.verb)
        parted = parted or subject_before_insert(clause.tokens, phrases, clause.verb)
        if parted is not None:
            return replace(clause, subject=parted, inherited=True)
    if earlier:
        if lang == "de" and (named := _named(clause, earlier[-1], phrases)) is not None:
            return replace(clause, subject=named, inherited=True)
        charged = _charged(clause, earlier[-1], lang)
        charged = charged or _expected(clause, earlier[-1], lang)
        if charged is not None:
            return replace(clause, subject=charged, inherited=True)
        if (described := _described_before(clause, earlier[-1])) is not None:
            return replace(clause, subject=described, inherited=True)
        main = next((c for c in reversed(earlier) if c.antecedent is None), earlier[-1])
        return replace(clause, subject=main.subject, inherited=True)
    before = [p for p in phrases if p.last <= clause.verb.first and p.prep is None]
    return replace(clause, subject=before[0] if before else None, inherited=True)


def _is_setting(phrase: Phrase, lang: str) -> bool:
    """Whether a name after a preposition only says where or when: "went on trial on Monday accused of"."""
    return phrase.prep is not None and phrase.noun.pos is Pos.NAME and not is_linker(phrase.tokens[phrase.prep], lang)


def _named(clause: Clause, before: Clause, phrases: Sequence[Phrase]) -> Phrase | None:
    """The noun whose content the clause before tells: "Berichte, die Armee sei geflohen, | träfen nicht zu"."""
    closes = clause.first == clause.verb.first and clause.verb.form is Form.FINITE and before.first > 1
    comma = before.first - 1
    noun = saying_noun(clause.tokens, comma) if closes and clause.tokens[comma].text == "," else None
    return next((p for p in phrases if p.head == noun and p.prep is None), None) if noun is not None else None


def _described_before(clause: Clause, before: Clause) -> Phrase | None:
    """The subject that a relative clause parts from its verb: "a man who was in the car had died"."""
    if before.antecedent is None or clause.verb.form is not Form.FINITE or clause.verb.participle_only:
        return None
    gap = clause.tokens[before.verb.last : clause.verb.first]
    goes_on = any(t.pos in (Pos.CONJ, Pos.SUBJ, Pos.REL) or t.text in {";", ":"} for t in gap)
    return before.antecedent if before.antecedent.prep is None and not goes_on else None


def _charged(clause: Clause, before: Clause, lang: str) -> Phrase | None:
    """Whom a verb charges with what the gerund after it tells: "accused the army of shelling the town"."""
    joint = clause.tokens[clause.verb.first - 1] if clause.verb.first else None
    if clause.verb.form is not Form.GERUND or joint is None or joint.pos is not Pos.ADP:
        return None
    charges = before.verb.lemma in load_words("syntax", lang)["accusing"] and not before.verb.passive
    return next((p for p in before.objects if p.last == clause.verb.first - 1), None) if charges else None


def _expected(clause: Clause, before: Clause, lang: str) -> Phrase | None:
    """Who is expected to do what the infinitive right after it tells: "expects 400 jobs to go"."""
    foretold = before.verb.lemma in load_words("syntax", lang)["governors"]["forecast"] and not before.verb.passive
    if lang != "en" or clause.verb.form is not Form.INFINITIVE or not foretold:
        return None
    return next((p for p in before.objects if p.last == clause.verb.first), None)
