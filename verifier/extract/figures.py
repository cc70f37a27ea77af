"""What a bare figure is about: the noun whose size it is, and what the people it counts did or underwent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.domain.enums import Aspect, QuantityKind
from verifier.domain.quantity import Quantity
from verifier.extract.bids import bid_frame
from verifier.extract.casualties import casualty_frame
from verifier.extract.clauses import Clause
from verifier.extract.frames import Frame, is_idiom, things_of, verbal_frame
from verifier.extract.phrases import Phrase, linked_phrase
from verifier.extract.prices import price_frame
from verifier.extract.scales import scale_frame
from verifier.extract.sentence import Sentence
from verifier.extract.stances import stance_frame
from verifier.extract.states import predicative
from verifier.extract.tolls import toll_frame
from verifier.extract.words import load_words
from verifier.reference import load
from verifier.reference.model import PredicateEntry
from verifier.text.tagging import verb_of_participle
from verifier.text.tokens import Form, Pos, Token

_MEASURED = "amount"
_EXISTENCE = "exist"
_MOTION = "travel"
_LOSS = "die"
CHANGES = ("change", "change-down")
VOTER, VOTING = "voter", "voting"
_CROWDS, _FILLING = "attendance", "fill-place"
HARM = frozenset({"death", "injury", "missing", "displacement", "captivity", "arrest"})
"""Families of what only people undergo."""
_SAID = ("confirmation", "record")
"""Families of what is only said of the counted: "112 confirmed cases"."""


def figured(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The frame of a figure, made clear where its verb only states, counts or measures.

    "The deficit was 2 billion" and "put the deficit at 2 billion" measure the deficit; "counted 71 dead" and "spoke of
    71 dead" tell that they died.
    """
    for own_frame in (stance_frame, bid_frame, toll_frame, price_frame, casualty_frame, scale_frame):
        if (told := own_frame(sentence, quantity)) is not None:
            return told
    if frame is not None and (gathering := _of_those_who_came(sentence, quantity, frame)) is not None:
        return replace(frame, predicate=gathering)
    if quantity.thing is None and (sized := _size_of(sentence, quantity)) is not None:
        clause = sentence.clause_of(sized.head)
        predicate = _of_cost(sentence, sized) or load().predicate(_MEASURED)
        booked = _books(sentence, clause, sized)
        if clause is not None and booked:
            return Frame(clause.verb.lemma, clause.verb.main, predicate, clause, clause.subject, (), measures=sized)
        return Frame(sized.noun.lemma, sized.head, predicate, clause, None, (), nominal=True, measures=sized)
    if frame is not None and _fills_with_things(quantity, frame):
        return replace(frame, predicate=None)
    if frame is not None and frame.nominal and not _names_scale(sentence, frame.lemma):
        return frame
    clause = frame.clause if frame is not None else _clause_at(sentence, quantity)
    if clause is None or _tells_state_of_part(sentence, quantity, clause) or _meets_nobody(sentence, quantity, clause):
        return frame
    if quantity.thing is None:
        return _measuring(sentence, quantity, clause) or _changing(sentence, quantity, frame)
    if (undergone := _other_victims(sentence, quantity, frame)) is not None:
        return Frame(clause.verb.lemma, clause.verb.main, undergone, clause, None, clause.objects)
    own = frame.predicate if frame is not None else None
    if own is not None and (is_idiom(sentence, clause) or _is_done_to(own, quantity)):
        return frame
    estimated = frame is None and _estimates(sentence, clause)
    if estimated or _only_counts(sentence, clause, quantity) or _tells_level(sentence, quantity, clause):
        return _implied(sentence, quantity, clause)
    return frame


def _of_those_who_came(sentence: Sentence, quantity: Quantity, frame: Frame) -> PredicateEntry | None:
    """What a turnout is of: a share of the voters voted, so many heads gathered; None where it is no turnout."""
    family = frame.predicate.family if frame.predicate is not None else None
    voters = load().is_kind_of(quantity.thing or "", VOTER)
    if family == _CROWDS and voters and quantity.kind is QuantityKind.SHARE:
        return load().predicate("vote")
    named = frame.nominal and frame.lemma in load_words("syntax", sentence.lang)["crowds"]
    return load().predicate("attend") if family == VOTING and named and not voters and _counts_heads(quantity) else None


def _fills_with_things(quantity: Quantity, frame: Frame) -> bool:
    """Whether a verb for crowds that fill a place has the counted for its object: "filled 200 sandbags"."""
    if frame.predicate is None or frame.predicate.slug != _FILLING:
        return False
    return frame.subject is None or not frame.subject.span.overlaps(quantity.thing_span or quantity.span)


def _counts_heads(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER and quantity.unit is None


def _is_done_to(act: PredicateEntry, quantity: Quantity) -> bool:
    """Whether a sense that a verb has of few things only is done to the counted: "accepted no bribes"."""
    return not act.tally and any(load().is_kind_of(quantity.thing or "", thing) for thing in act.objects)


def _tells_state_of_part(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a relative clause says how some of those counted are: "two of whom were in a serious condition"."""
    if quantity.part_of is None or clause.verb.plain not in load_words("syntax", sentence.lang)["copulas"]:
        return False
    subject = sentence.tokens[clause.first : clause.verb.main]
    return any(token.pos is Pos.REL or token.lower in ("whom", "which") for token in subject)


def _size_of(sentence: Sentence, quantity: Quantity) -> Phrase | None:
    """The kind of money an "of" ties a sum to: "a deficit of 2 billion", "Kosten von 4 Millionen"."""
    sum_phrase = sentence.phrase_at(quantity.span)
    if quantity.kind is not QuantityKind.MONEY or sum_phrase is None:
        return None
    for phrase in sentence.phrases:
        if linked_phrase(phrase, sentence.phrases, sentence.lang) is sum_phrase:
            owner = _of_that_size(sentence, phrase)
            things = things_of((owner or phrase,), sentence.lang)
            return owner or (phrase if things and load().is_kind_of(things[0], "money") else None)
    return None


def _books(sentence: Sentence, clause: Clause | None, sized: Phrase) -> bool:
    """Whether a verb only says that there is a sum, or who has it: "made a profit of", "es entstand ein Schaden"."""
    verbs = load_words("syntax", sentence.lang)["booking"]
    return clause is not None and clause.verb.lemma in verbs and sized in (clause.subject, *clause.objects)


def _of_that_size(sentence: Sentence, size: Phrase) -> Phrase | None:
    """What has the size a noun like "sum" ties to a figure: the damage in "ein Schaden in Höhe von 3 Millionen"."""
    if size.prep is None or size.noun.lemma not in load_words("quantities", sentence.lang)["sizes"]:
        return None
    before = next((p for p in sentence.phrases if p.last == size.prep), None)
    return before if before is not None and not before.pronoun and before.noun.pos is Pos.NOUN else None


def _of_cost(sentence: Sentence, sized: Phrase) -> PredicateEntry | None:
    """What a noun for a kind of money says by itself: that something costs so much."""
    things = things_of((sized,), sentence.lang)
    entry = load().thing(things[0]) if things else None
    return load().predicate(entry.tells) if entry is not None and entry.tells else None


def _clause_at(sentence: Sentence, quantity: Quantity) -> Clause | None:
    return sentence.clause_of(sentence.index_at(quantity.span.start))


def _measuring(sentence: Sentence, quantity: Quantity, clause: Clause) -> Frame | None:
    """The frame of a size: what is measured is the subject of "be" or "reach", the object of "put" or "have"."""
    words = load_words("syntax", sentence.lang)
    if quantity.kind is QuantityKind.AGE or _dimension(quantity) == "time":
        return None
    still = clause.verb.plain in (*words["copulas"], *words["amounting"])
    if (
        _dimension(quantity) == "speed"
        and clause.subject is not None
        and (not still or clause.verb.form is Form.GERUND)
    ):
        return Frame(clause.verb.lemma, clause.verb.main, load().predicate(_MOTION), clause, None, ())
    verb, subject = clause.verb, clause.subject
    before = [p for p in clause.objects if p.span.end <= quantity.span.start and not _is_counted(p)]
    level = _is_level(sentence, quantity)
    own = verbal_frame(sentence, clause).predicate
    noun: Phrase | None = None
    revised = level and {verb.plain, verb.lemma} & {*words["revising"], *words["pushing"]}
    if revised or {verb.plain, verb.lemma} & {*words["tally_verbs"], *words["owning"]}:
        noun = before[0] if before else None
        noun = noun or next((p for p in clause.phrases if _ends_before(p, quantity) and p is not subject), None)
        noun = noun or (subject if verb.passive else None)
    elif verb.plain in (*words["copulas"], *words["amounting"]) or (level and _is_change(own)):
        noun = (
            next((p for p in before if p.noun.pos is Pos.NOUN), None) if _is_change(own) and not verb.passive else None
        )
        noun = noun or subject
    if noun is None or noun.pronoun or noun.noun.pos is not Pos.NOUN:
        return None
    following = linked_phrase(noun, sentence.phrases, sentence.lang)
    predicate = _of_size(sentence, quantity, (noun, following, subject)) or load().predicate(_MEASURED)
    return Frame(verb.lemma, verb.main, predicate, clause, None, (), measures=noun)


def _changing(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> Frame | None:
    """The frame of how much something changed, with what did: the rents in "rents rose by 8 percent"."""
    if frame is None or frame.measures is not None or not _is_change(frame.predicate):
        return frame
    named = [p for p in frame.objects if p.noun.pos is Pos.NOUN and not p.pronoun and not _is_figure(sentence, p)]
    noun = next(iter(named), None) or frame.subject
    if noun is None or noun.pronoun or noun.noun.pos is not Pos.NOUN:
        return frame
    if noun.noun.lemma in load_words("quantities", sentence.lang)["tallies"]:
        noun = linked_phrase(noun, sentence.phrases, sentence.lang)
    before = sentence.tokens[sentence.index_at(quantity.span.start) - 1].lower
    if before in load_words("syntax", sentence.lang)["former_joints"]:  # "fell to 2.1 percent from 2.3 in July"
        return replace(frame, predicate=load().predicate(_MEASURED), measures=noun)
    return replace(frame, measures=noun)


def tells_change(frame: Frame | None) -> bool:
    """Whether a frame says of a noun that it rose or fell."""
    return frame is not None and frame.measures is not None and _is_change(frame.predicate)


def _is_figure(sentence: Sentence, phrase: Phrase) -> bool:
    return any(q.span.overlaps(phrase.span) for q in sentence.quantities)


def _is_counted(phrase: Phrase) -> bool:
    return any(token.pos is Pos.NUM for token in phrase.words)


def _of_size(sentence: Sentence, quantity: Quantity, phrases: Sequence[Phrase | None]) -> PredicateEntry | None:
    """The sense of a noun that has a size by itself: a turnout, an earthquake, a death toll, a crowd's attendance."""
    words, heads = load_words("syntax", sentence.lang), _counts_heads(quantity)
    told = [phrase for phrase in phrases if phrase is not None and not phrase.pronoun]
    for phrase in sorted(told, key=lambda phrase: _names_scale(sentence, phrase.noun.lemma)):
        senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang)
        gathered = [s for s in senses if s.family == _CROWDS and phrase.noun.lemma in words["crowds"]]
        if gathered and heads:
            return gathered[0]
        things = [entry for slug in things_of((phrase,), sentence.lang) if (entry := load().thing(slug)) is not None]
        if things and things[0].tells:
            return load().predicate(things[0].tells)
        sized = (s for s in senses if s.aspect == Aspect.ATTRIBUTE or s.family == VOTING)
        if (sense := next(sized, None)) is not None:
            return sense
    return None


def _names_scale(sentence: Sentence, noun: str) -> bool:
    """Whether a noun only says how strong something else is: the magnitude of an aftershock."""
    return noun in load_words("quantities", sentence.lang)["scales"]


def _is_change(predicate: PredicateEntry | None) -> bool:
    return predicate is not None and predicate.family in CHANGES


def _is_level(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is where a change ended ("to 9 billion", "auf 9 Milliarden"), not its size ("by 8 percent")."""
    index = sentence.index_at(quantity.span.start)
    joints = load_words("syntax", sentence.lang)["level_joints"]
    return any(token.lower in joints for token in sentence.tokens[max(0, index - 2) : index])


def _tells_level(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """ "The number of dead rose to 31", "die Zahl der Toten stieg auf 31": now there are so many."""
    if quantity.thing_span is None or quantity.thing_span.end > quantity.span.start:
        return False
    return _is_level(sentence, quantity) and changes_count(sentence, clause)


def changes_count(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb says that a count changed, was changed or stands somewhere."""
    words, verb = load_words("syntax", sentence.lang), clause.verb
    told = {verb.plain, verb.lemma} & {*words["revising"], *words["amounting"], *words["pushing"]}
    return bool(told) or _is_change(verbal_frame(sentence, clause).predicate)


def leads_to_level(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a clause gives a count by what leads to it: "rose to 31", "put at 31", "mit 31 angegeben"."""
    words, verb, index = load_words("syntax", sentence.lang), clause.verb, sentence.index_at(quantity.span.start)
    joints = {*words["level_joints"], *words["tally_joints"]}
    led = any(token.lower in joints for token in sentence.tokens[max(0, index - 2) : index])
    gives = {verb.plain, verb.lemma} & set(words["tally_verbs"])
    return led and (bool(gives) or changes_count(sentence, clause))


def _only_counts(sentence: Sentence, clause: Clause, quantity: Quantity) -> bool:
    """Whether a verb only says that there are so many: "counted 12", "came to 12", "kam auf 12"."""
    words = load_words("syntax", sentence.lang)
    verb = clause.verb
    counts = (*words["counting"], *words["tally_verbs"])
    joints = words["figure_joints"].get(verb.lemma, ())
    before = sentence.tokens[sentence.index_at(quantity.span.start) - 1].lower
    talk = clause.subject is not None and clause.subject.noun.lemma in words["talks"] and before in words["talk_joints"]
    counted = verb.plain in counts or verb.lemma in counts or before in joints
    return counted or talk or _is_existence(sentence, clause)


def _other_victims(sentence: Sentence, quantity: Quantity, frame: Frame | None) -> PredicateEntry | None:
    """What the counted underwent, where it is something else than the verb before them tells of.

    "Seven were killed and 16 wounded", "the blast left seven people dead", "der Sturm forderte sieben Menschenleben".
    """
    thing = load().thing(quantity.thing or "")
    if thing is None or frame is None:
        return None
    told = load().predicate(thing.tells) if thing.tells and load().is_kind_of(thing.slug, "victim") else None
    if frame.lemma in load_words("syntax", sentence.lang)["claiming_victims"]:
        lost = load().predicate(_LOSS) if thing.slug == "victim" else None
        return told or lost or _described(sentence, quantity)
    act, after = frame.predicate, quantity.span.start >= sentence.tokens[frame.at].span.end
    other = act is not None and told is not None and act.family in HARM - {told.family}
    return told if other and after else None


def _estimates(sentence: Sentence, clause: Clause) -> bool:
    """Whether a verb of saying gives a number: "gehen von 900 Vertriebenen aus"."""
    words = load_words("syntax", sentence.lang)["estimating"]
    return clause.verb.lemma in words or clause.verb.plain in words


def _meets_nobody(sentence: Sentence, quantity: Quantity, clause: Clause) -> bool:
    """Whether a verb by which figures are told has its own sense: "sprach mit keinem Menschen"."""
    verbs = load_words("syntax", sentence.lang)["figure_sayings"]
    return (
        quantity.is_none
        and bool({clause.verb.lemma, clause.verb.plain} & set(verbs))
        and not _is_existence(sentence, clause)
    )


def _is_existence(sentence: Sentence, clause: Clause) -> bool:
    """ "There were 12 cases", "es gab 12 Fälle"."""
    words = load_words("syntax", sentence.lang)["existence"]
    if _is_presence(sentence, clause):
        return True
    if clause.verb.plain not in words["verbs"]:
        return False
    return any(token.lower in words["subjects"] for token in sentence.tokens[clause.first : clause.last])


def _is_presence(sentence: Sentence, clause: Clause) -> bool:
    """ "60 people were on board": the counted are somewhere, and nothing else is said of them."""
    words = load_words("syntax", sentence.lang)
    stays = clause.verb.plain in words["copulas"] or clause.verb.lemma in words["existence"]["present"]
    counted = clause.subject is not None and any(t.pos is Pos.NUM for t in clause.subject.words)
    acts = any(phrase.noun.tag != "PRF" for phrase in clause.objects)
    idiom = clause.verb.plain in words["copulas"] and verbal_frame(sentence, clause).predicate is not None
    return stays and counted and bool(clause.preps) and not (acts or idiom) and predicative(sentence, clause) is None


def _implied(sentence: Sentence, quantity: Quantity, clause: Clause) -> Frame:
    """What the counted ones did by their very name: the dead died, participants took part."""
    reference = load()
    entry = reference.thing(quantity.thing or "")
    predicate = reference.predicate(entry.tells) if entry is not None and entry.tells else None
    predicate = _described(sentence, quantity) or _state_of(sentence, quantity) or predicate
    predicate = predicate or _act_of(sentence, quantity) or _undergone_by(sentence, quantity, clause)
    predicate = predicate or reference.predicate(_EXISTENCE)
    return Frame(clause.verb.lemma, clause.verb.main, predicate, clause, None, clause.objects)


def _state_of(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """The state that a phrase after the counted noun tells: "reported 70,000 homes without power"."""
    counted = sentence.phrase_at(quantity.thing_span or quantity.span)
    state = next((p for p in sentence.phrases if counted is not None and p.prep == counted.last), None)
    if state is None:
        return None
    words = f"{state.preposition} {state.noun.lemma}"
    wording = f"{words} sein" if sentence.lang == "de" else f"be {words}"
    senses = load().predicates_of_verb(wording, sentence.lang)
    return load().sense_for(senses, [quantity.thing] if quantity.thing else []) if senses else None


def _undergone_by(sentence: Sentence, quantity: Quantity, clause: Clause) -> PredicateEntry | None:
    """What a noun before a figure says the counted underwent: "put its losses at 300 soldiers"."""
    for phrase in clause.objects if quantity.thing is not None else ():
        senses = load().predicates_of_noun(phrase.noun.lemma, sentence.lang) if _ends_before(phrase, quantity) else []
        sense = load().sense_for(senses, [quantity.thing or ""]) if senses else None
        if sense is not None and sense.tally:
            return sense
    return None


def _act_of(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """The act that the counted noun names itself: "nine arrests"."""
    if quantity.thing_span is None:
        return None
    nouns = [t for t in sentence.tokens if quantity.thing_span.covers(t.span) and t.pos is Pos.NOUN]
    senses = load().predicates_of_noun(nouns[-1].lemma, sentence.lang) if nouns else []
    return load().sense_for(senses, []) if senses else None


def _ends_before(phrase: Phrase, quantity: Quantity) -> bool:
    return phrase.span.end <= quantity.span.start


def _described(sentence: Sentence, quantity: Quantity) -> PredicateEntry | None:
    """What the participle before the counted noun tells: "six wounded civilians", "110 zerstörte Häuser"."""
    phrase = sentence.phrase_at(quantity.thing_span or quantity.span)
    counted_after = phrase is not None and phrase.span.end > quantity.span.start
    for token in _around(phrase, sentence.lang) if phrase is not None else ():
        if token.pos not in (Pos.ADJ, Pos.VERB) or (counted_after and token.span.end <= quantity.span.start):
            continue
        if token.lemma.lower() in load_words("syntax", sentence.lang)["pointing_adjectives"]:
            continue
        name = f"{token.lemma.capitalize()}er" if sentence.lang == "de" else token.lower
        thing = load().thing_of_noun(name, sentence.lang)
        senses = [s for verb in _verbs_of(token, sentence.lang) for s in load().predicates_of_verb(verb, sentence.lang)]
        by_head = thing is not None and name not in thing.nouns.get(sentence.lang, ())
        if thing is not None and thing.tells and not (by_head and senses):  # an "Ausgefallener" is no "Gefallener"
            return load().predicate(thing.tells)
        sense = load().sense_for(senses, [quantity.thing] if quantity.thing else []) if senses else None
        if sense is not None and sense.family not in _SAID:
            return sense
    return None


def _around(phrase: Phrase, lang: str) -> Sequence[Token]:
    """The words of a phrase with the English participle right after it: "the number of people killed"."""
    after = phrase.tokens[phrase.last] if phrase.last < len(phrase.tokens) else None
    closed = phrase.last + 1 < len(phrase.tokens) and not phrase.tokens[phrase.last + 1].is_nominal
    follows = lang == "en" and after is not None and after.form is Form.PARTICIPLE and closed
    return phrase.tokens[phrase.first : phrase.last + follows]


def _verbs_of(token: Token, lang: str) -> tuple[str, ...]:
    """The verbs a participle may come from: "zerstört" from "zerstören", "wounded" from "wound"."""
    word = token.lemma.lower()
    if lang == "de":
        return (verb,) if (verb := verb_of_participle(token.lower)) is not None else ()
    stem = token.lower.removesuffix("ed").removesuffix("ing")
    return (word, stem, f"{stem}e") if stem != token.lower else (word,) if token.pos is Pos.VERB else ()


def _dimension(quantity: Quantity) -> str | None:
    unit = load().unit(quantity.unit) if quantity.unit else None
    return unit.dimension if unit is not None else None
