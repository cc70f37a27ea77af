"""Frames: what happens or holds in a clause or noun phrase, with its logical subject and objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.extract.clauses import Clause
from verifier.extract.empty_verbs import act_named
from verifier.extract.ground import is_armed, is_ground, is_place_noun, who_holds
from verifier.extract.heads import things_of
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.senses import sense_of_clause, sense_of_subject, undergoing
from verifier.extract.sentence import Sentence
from verifier.extract.states import state_told, undergoes_state
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tokens import Form, Pos

_TOWN, _EXIST = "town", "exist"


@dataclass(frozen=True, slots=True)
class Frame:
    """One predication. ``subject`` and ``objects`` are those of the active voice, whatever the grammar.

    ``predicate`` is None where the reference data does not know the word or nothing tells its sense;
    ``lemma`` is the word. ``at`` is the token index of the verb or noun; ``nominal`` marks nouns of
    action ("the downing of"), whose ``clause`` is the one they stand in. ``measures`` is the noun whose
    size a number tells ("the deficit was …").
    """

    lemma: str
    at: int
    predicate: PredicateEntry | None
    clause: Clause | None
    subject: Phrase | None = None
    objects: tuple[Phrase, ...] = ()
    nominal: bool = False
    measures: Phrase | None = None


def verbal_frame(sentence: Sentence, clause: Clause, counted: str | None = None) -> Frame:
    """The frame of a clause; ``counted`` is the thing a number in it counts, which helps to tell the sense."""
    verb = clause.verb
    if (held := who_holds(sentence, clause)) is not None:
        return Frame(verb.lemma, verb.main, held[0], clause, held[1], (held[2],))
    if (act := act_named(sentence, clause)) is not None:
        return Frame(act.noun.noun.lemma, verb.main, act.sense, clause, act.subject, act.objects)
    if (occurring := _event_that_came(sentence, clause) or _what_there_is(sentence, clause)) is not None:
        return occurring
    linked = [linked_phrase(phrase, sentence.phrases, sentence.lang) for phrase in clause.objects]
    things = things_of((clause.subject, *clause.objects, *linked, _measured(sentence, clause)), sentence.lang)
    things = [counted, *things] if counted is not None and load().thing(counted) is not None else things
    things += [_TOWN for phrase in undergoing(clause) if _is_town(sentence, phrase, clause)]
    state = state_told(sentence, clause, things)
    predicate = state or sense_of_clause(sentence, clause, things)
    if predicate is not None and state is None and counted is not None:
        predicate = _sense_of_counted(sentence, clause, predicate, counted)
    if predicate is not None and _is_of_subject_alone(sentence, clause, predicate, counted):
        predicate = sense_of_clause(sentence, clause, things_of(clause.objects, sentence.lang))
    if predicate is None or predicate.family in ("amount", "reach-strength"):
        predicate = sense_of_subject(sentence, clause, things) or predicate
    passive = verb.passive or (verb.participle_only and not is_bare_past(sentence, clause))
    if not passive and predicate is not None:
        passive = _is_reduced_passive(clause, predicate, sentence.lang)
    if clause.verb.form is not Form.FINITE and (succeeder := _succeeder(sentence, clause)) is not None:
        return Frame(verb.lemma, verb.main, predicate, clause, succeeder, clause.objects)
    if state is not None:
        passive = undergoes_state(state)
    if passive:
        agents = load_words("syntax", sentence.lang)["agents"]
        behind = verb.main if sentence.lang == "en" else clause.first  # "By Saturday 12 were killed" names no killer
        by = next((p for p in clause.preps if p.preposition in agents and p.first >= behind), None)
        undergoer = (clause.subject,) if clause.subject else ()
        return Frame(verb.lemma, verb.main, predicate, clause, by, (*undergoer, *clause.objects))
    return Frame(verb.lemma, verb.main, predicate, clause, clause.subject, _objects(sentence, clause, predicate))


def _sense_of_counted(sentence: Sentence, clause: Clause, sense: PredicateEntry, counted: str) -> PredicateEntry:
    """The sense a verb has of the counted things, where another is of others: of "lost 12 men and two trucks" two."""
    if load().thing(counted) is None or sense.is_fallback or sense.subjects or _is_done_to(sense, counted):
        return sense
    own = sense_of_clause(sentence, clause, [counted])
    return own if own is not None and _is_done_to(own, counted) else sense


def _is_done_to(sense: PredicateEntry, thing: str) -> bool:
    return any(load().is_kind_of(thing, kind) for kind in sense.objects)


def _is_of_subject_alone(sentence: Sentence, clause: Clause, sense: PredicateEntry, counted: str | None) -> bool:
    """Whether only the subject is what a sense expects as the object: "a soldier lost both legs" is no soldier lost."""
    passive = clause.verb.passive or clause.verb.participle_only
    if passive or sense.is_fallback or sense.subjects or clause.subject is None:
        return False
    linked = [linked_phrase(phrase, sentence.phrases, sentence.lang) for phrase in clause.objects]
    named = [p for p in clause.objects if p.noun.pos is Pos.NOUN and not p.pronoun]
    own = things_of((clause.subject,), sentence.lang)
    told = {*things_of((*clause.objects, *linked), sentence.lang), *({counted or ""} - set(own))}
    fits = {thing for thing in (*told, *own) for kind in sense.objects if load().is_kind_of(thing, kind)}
    return bool(named) and bool(fits & set(own)) and not fits & told


def _objects(sentence: Sentence, clause: Clause, predicate: PredicateEntry | None) -> tuple[Phrase, ...]:
    """The objects of a clause without those that make up the name of a state: "was an accident", "trug eine Waffe"."""
    if predicate is None or (predicate.subject, predicate.object) != ("patient", "none"):
        return clause.objects
    named = {word for words in predicate.verbs.get(sentence.lang, ()) for word in words.split()}
    return tuple(p for p in clause.objects if p.noun.lemma not in named and p.noun.text not in named)


def _is_town(sentence: Sentence, phrase: Phrase, clause: Clause) -> bool:
    """Whether a phrase is a town, so that what is done to it is done to a town: "gave up Varno", "hielten den Ort".

    What armed people take or hold and what bears a name nobody known has is one.
    """
    if phrase.prep is not None or phrase.pronoun or things_of((phrase,), sentence.lang):
        return False
    if is_place_noun(phrase.noun, sentence.lang):
        return True
    named = any(m.kind in ("city", None) and phrase.first <= m.first < phrase.last for m in sentence.places)
    armed = clause.subject is not phrase and is_armed(clause.subject, sentence.lang)
    return phrase.noun.pos is Pos.NAME and (named or (armed and is_ground(sentence, phrase)))


def _measured(sentence: Sentence, clause: Clause) -> Phrase | None:
    """What a subject is an amount of: the acid in "300 litres of acid"."""
    subject = clause.subject
    if subject is None or not any(q.unit is not None and subject.span.overlaps(q.span) for q in sentence.quantities):
        return None
    return linked_phrase(subject, sentence.phrases, sentence.lang)


def nominal_frames(sentence: Sentence) -> Iterator[Frame]:
    """The frames of the nouns of action of a sentence ("the death of 504 children", "der Abschuss von")."""
    reference = load()
    for phrase in sentence.phrases:
        if phrase.pronoun or phrase.noun.pos is not Pos.NOUN:
            continue
        senses = reference.predicates_of_noun(phrase.noun.lemma, sentence.lang)
        if not senses or _is_who_acts(phrase.noun.lemma, senses, sentence.lang):
            continue
        linked = linked_phrase(phrase, sentence.phrases, sentence.lang)
        predicate = reference.sense_for(senses, things_of((linked,), sentence.lang))
        if predicate is None and len(senses) == 1 and senses[0].object == "none":
            predicate = senses[0]  # what is linked acts: "zwölf Verstöße der Rebellen"
        by = next((p for p in _after(sentence, phrase) if p.preposition in ("by", "durch")), None)
        by = by or _wielded(sentence, phrase, predicate)
        undergoes = predicate is not None and (predicate.object != "none" or predicate.subject == "patient")
        objects = (linked,) if linked is not None and undergoes else ()
        subject = by or _blamed(sentence, phrase) or (linked if not objects else None)
        clause = sentence.clause_of(phrase.head)
        yield Frame(phrase.noun.lemma, phrase.head, predicate, clause, subject, objects, nominal=True)


def _wielded(sentence: Sentence, attack: Phrase, predicate: PredicateEntry | None) -> Phrase | None:
    """The weapons an attack was made with: "ein Angriff mit 20 Drohnen", "an attack with 20 drones"."""
    if predicate is None or predicate.family not in ("strike", "launch"):
        return None
    armed = (p for p in _after(sentence, attack) if p.preposition in ("with", "mit"))
    return next((p for p in armed if any(load().is_kind_of(t, "weapon") for t in things_of((p,), sentence.lang))), None)


def _is_who_acts(noun: str, senses: Sequence[PredicateEntry], lang: str) -> bool:
    """Whether a noun names people and is only like one of what they do: "Kämpfer" beside "Kämpfe"."""
    thing = load().thing_of_noun(noun, lang)
    people = thing is not None and load().is_kind_of(thing.slug, "person")
    return people and not any(noun in sense.nouns.get(lang, ()) for sense in senses)


def _blamed(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Who is charged with what a noun tells: "blamed the rebels for the attack"."""
    joint = phrase.prep
    before = next((p for p in sentence.phrases if p.last == joint), None) if joint is not None else None
    clause = sentence.clause_of(before.head) if before is not None else None
    charges = clause is not None and clause.verb.lemma in load_words("syntax", sentence.lang)["accusing"]
    return before if clause is not None and charges and before in clause.objects and not clause.verb.passive else None


def _event_that_came(sentence: Sentence, clause: Clause) -> Frame | None:
    """The event of a clause that has no subject but "es": "Es kam zu Zusammenstößen"."""
    came = load_words("syntax", sentence.lang).get("occurring", {})
    if clause.verb.lemma not in came.get("verbs", ()):
        return None
    if not any(t.lower in came["subjects"] for t in sentence.tokens[clause.first : clause.last]):
        return None
    for phrase in (*clause.preps, *clause.objects):
        senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
        before = sentence.tokens[phrase.first - 1].lower if phrase.first else ""
        if before in came["prepositions"] and senses:
            return Frame(phrase.noun.lemma, clause.verb.main, load().sense_for(senses, []), clause, None, (phrase,))
    return None


def _what_there_is(sentence: Sentence, clause: Clause) -> Frame | None:
    """What a clause with no subject but "es" says there is, was or will be: "Es habe keine Explosion gegeben"."""
    words = load_words("syntax", sentence.lang)
    if clause.verb.plain not in words["existence"]["verbs"] or clause.verb.plain in words["copulas"]:
        return None
    phrases = [p for p in (*clause.objects, clause.subject) if p is not None and not p.pronoun]
    if not phrases or not any(
        t.lower in words["existence"]["subjects"] for t in sentence.tokens[clause.first : clause.last]
    ):
        return None
    return Frame(clause.verb.lemma, clause.verb.main, load().predicate(_EXIST), clause, None, tuple(phrases[:1]))


def is_bare_past(sentence: Sentence, clause: Clause) -> bool:
    """Whether a bare participle is a past tense in truth: English, with a subject before it and an object after it.

    So it is as well where a whole sentence has no finite verb but later ones with subjects of their own.
    """
    if sentence.lang != "en" or clause.subject is None or clause.inherited:
        return False
    if any(phrase.first >= clause.verb.last for phrase in clause.objects):
        return True
    finite = [c for c in sentence.clauses if c.verb.form is Form.FINITE]
    alone = all(c.first >= clause.last and c.subject not in (None, clause.subject) for c in finite)
    return alone and clause.subordinator is None and sentence.tokens[-1].text == "." and not clause.antecedent


def _succeeder(sentence: Sentence, clause: Clause) -> Phrase | None:
    """Who does what succeeds: the dative in "es sei ihr gelungen, … anzugreifen"."""
    verbs = load_words("syntax", sentence.lang).get("dative_subjects", [])
    before = next((c for c in reversed(sentence.clauses) if c.verb.last <= clause.verb.first and c is not clause), None)
    if before is None or before.verb.lemma not in verbs:
        return None
    return next((p for p in before.objects if p.pronoun), None) or next(iter(before.objects), None)


def _is_reduced_passive(clause: Clause, predicate: PredicateEntry, lang: str) -> bool:
    """Headlines drop the auxiliary: of "17 drones downed" the drones are what the verb expects as its object."""
    if clause.objects or clause.inherited or clause.verb.form is not Form.FINITE or clause.verb.chain:
        return False
    if clause.tokens[clause.verb.main].tag not in ("VVD", "VVN") or lang != "en":
        return False
    reference, things = load(), things_of((clause.subject,), lang)
    expected = [o for o in predicate.objects if o != "any"]
    return any(reference.is_kind_of(t, o) for t in things for o in expected) and not any(
        reference.is_kind_of(t, s) for t in things for s in predicate.subjects
    )


def _after(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """The prepositional phrases that follow a phrase, up to the next verb."""
    following = []
    for other in sentence.phrases:
        if other.first < phrase.last:
            continue
        if any(t.is_verbal for t in sentence.tokens[phrase.last : other.first]):
            break
        if other.prep is not None:
            following.append(other)
    return following
