"""One dispute as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verifier.export.outline import Block, Facts, Heading, Items, Paragraph, Quote, Said, Table, Text, plain_text
from verifier.export.pictures import draw_numbers, draw_times
from verifier.export.sentences import cut, tell_finding, tell_relation, tell_scope
from verifier.export.shown import (
    NO_SIDE,
    Record,
    capital,
    quoted,
    show_answer,
    show_day,
    show_days,
    show_interval,
    show_number,
    show_side,
    show_slot,
    show_who,
)
from verifier.export.told_again import AGAIN, fold_repeated
from verifier.export.words import Words


def outline_dispute(words: Words, dispute: Record, level: int) -> Iterator[Block]:
    """What a report says of a dispute; ``level`` is that of the headings of its sections."""
    claims = {c["uid"]: c for p in dispute["positions"] for c in p["claims"]}
    told, dispute = len(claims), fold_repeated(dispute)
    ordered = [c for p in dispute["positions"] for c in p["claims"]]
    yield Paragraph(tell_finding(words, dispute, claims), "lead")
    more = (" ", words.plain("text", "more_claims", n=show_number(words, len(ordered)))) if len(ordered) > 2 else ()
    yield Paragraph((words.word(dispute["status"], "status"), *more))
    yield Heading(level, (words.label("at_a_glance"),))
    yield _glance(words, dispute)
    yield Heading(level, (words.label("who_says_what"),))
    for claim in ordered:
        anchor = f"claim-{claim['uid']}" if level == 2 else ""  # in a report on several questions it might stand twice
        yield Heading(level + 1, show_who(words, claim, first=True), anchor)
        yield Quote(Said(claim["quote"], claim["lang"]))
        yield Facts(tuple(_claim_facts(words, claim)))
    for picture in (draw_numbers(words, ordered, level), draw_times(words, ordered, level)):
        if picture is not None:
            yield picture
    yield Heading(level, (words.label("conflict"),))
    for number, judged in enumerate(dispute["conflicts"], 1):
        yield from _conflict(words, judged, claims, number)
    if not dispute["conflicts"]:
        yield Paragraph((words.plain("verdict_sentence", "none"),))
    if dispute["fitting"]:
        yield Heading(level, (words.label("fitting"),))
        yield Items(tuple(_fitting(words, judged, claims) for judged in dispute["fitting"]))
    if dispute["look_alikes"]:
        yield Heading(level, (words.label("look_alikes"),))
        yield Items(tuple(_look_alike(words, each) for each in dispute["look_alikes"]))
    yield Heading(level, (words.label("sources"),))
    yield _sources(words, dispute)
    yield Heading(level, (words.label("decisions"),))
    yield decision_table(words, dispute["decisions"], claims)
    if dispute["settle"]:
        yield Heading(level, (words.label("settle"),))
        yield Items(tuple((words.word(each, "settle"),) for each in dispute["settle"]))
    if questions := _open(words, dispute["open"], told):
        yield Heading(level, (words.label("open"),))
        yield Items(questions)


def _glance(words: Words, dispute: Record) -> Table:
    label = words.label
    columns = (label("claimant"), label("side"), label("answer"), label("event_time"), label("stated_on"))
    rows = [
        (
            show_who(words, claim, first=True),
            show_side(words, claim),
            show_answer(words, claim),
            (show_days(words, claim["event_time"]),),
            (show_day(words, claim["stated_on"]),),
        )
        for position in dispute["positions"]
        for claim in position["claims"]
    ]
    return Table(label("at_a_glance"), columns, tuple(dict.fromkeys(rows)))  # one row for what is told twice


def _claim_facts(words: Words, claim: Record) -> Iterator[tuple[str, Text]]:
    label = words.label
    if claim["number"] is not None:
        yield label("number"), _number(words, claim)
    yield label("commitment"), _commitment(words, claim)
    side_told = show_side(words, claim)
    if claim["kind_of_source"] or side_told != NO_SIDE:
        kind = (words.word(claim["kind_of_source"]),) if claim["kind_of_source"] else ()
        side = words.fill("side", side=side_told) if side_told != NO_SIDE else ()
        yield label("kind_of_source"), (*kind, *((", ",) if kind and side else ()), *side)
    if len(claim["chain"]) > 1:
        yield label("chain"), _chain(claim)
    if claim["event_time"]:
        yield label("event_time"), (show_days(words, claim["event_time"]),)
    if claim["stated_on"]:
        yield label("stated_on"), (show_day(words, claim["stated_on"]),)
    if claim["place"]:
        yield label("place"), (Said(claim["place"]),)
    for caveat in claim["caveats"]:
        yield label("caveat"), quoted(words, caveat, claim["lang"])
    if claim["against_interest"]:
        yield label("against_interest"), (words.word("yes"),)
    for question in ("attribution", "content"):
        if claim[question]:
            yield label(question), (words.word(claim[question]),)
    yield label("document"), _document(words, claim)
    for repeated in claim.get(AGAIN, ()):
        yield label("told_again"), _told_again(words, repeated)


def _number(words: Words, claim: Record) -> Text:
    """The number as written, then what its words entail and, where that is less, what a reader understands."""
    number = claim["number"]
    unit: Text = (" ", Said(number["unit"])) if number["unit"] else ()
    told = [*quoted(words, number["surface"], claim["lang"])]
    before = number["surface"]
    for name, key in (("hard", "interval"), ("soft", "understood")):
        bounds = show_interval(words, number[name])
        if bounds != before:
            told += words.fill(key, bounds=(bounds, *unit))
        before = bounds
    return tuple(told)


def _commitment(words: Words, claim: Record) -> Text:
    """How it is put, with the words that say so."""
    cue = claim["chain"][0]["cue"] if claim["chain"] else None
    put = words.word(claim["commitment"])
    return (put, " (", *quoted(words, cue, claim["lang"]), ")") if cue else (put,)


def _chain(claim: Record) -> Text:
    parts: list[str | Said] = []
    for step in claim["chain"]:
        parts += [" → "] if parts else []
        parts.append(Said(step["name"], claim["lang"]))
        if step["cue"]:
            parts += [" (", Said(step["cue"], claim["lang"]), ")"]
    return tuple(parts)


def _document(words: Words, claim: Record) -> Text:
    """What the claim was read in, and where in it."""
    title = claim["document_title"]
    parts: list[str | Said] = [Said(claim["document"])]
    if title and title != claim["document"]:
        parts = [*quoted(words, title, claim["lang"]), " (", Said(claim["document"]), ")"]
    if claim["outlet"]:
        parts += [", ", Said(claim["outlet"])]
    published = show_day(words, claim["published"]) if claim["published"] else words.label("undated")
    span = {"start": claim["start"], "end": claim["end"]}
    where = words.plain("label", "characters_of", **span, sha=claim["snapshot"][:16])
    return (*parts, f", {published}; {where}")


def _told_again(words: Words, claim: Record) -> Text:
    where = words.plain("label", "characters", start=claim["start"], end=claim["end"])
    return (*quoted(words, claim["quote"], claim["lang"]), f", {where}")


def _conflict(words: Words, judged: Record, claims: Mapping[str, Record], number: int) -> Iterator[Block]:
    """What two claims differ in, point by point; after the first pair one line names all points that are the same."""
    left, right = claims[judged["left"]], claims[judged["right"]]
    name = words.word(judged["relation"])
    kind = f"{name[:1].upper()}{name[1:]}" + (f" ({words.word(judged['strength'])})" if judged["strength"] else "")
    yield Paragraph((f"{kind}: {tell_relation(words, judged, claims)}",))
    sides = [plain_text(show_who(words, claim, first=True)) for claim in (left, right)]
    if sides[0] == sides[1]:
        sides = [words.label("left"), words.label("right")]
    columns = (words.label("slot"), sides[0], words.label("outcome"), sides[1])
    quotes = [quoted(words, cut(claim["quote"]), claim["lang"]) for claim in (left, right)]
    head = ((words.label("quote"),), quotes[0], ("",), quotes[1])
    rows = list(_slots(words, judged, left, right))
    alike = [row for row in rows if number > 1 and row[2] == (words.word("same"),)]
    kept = [row for row in rows if row not in alike]
    yield Table(f"{words.label('conflict')} {number}", columns, (head, *kept))
    facts: list[tuple[str, Text]] = [(words.label("rule"), (judged["rule"],))]
    if alike:
        facts.insert(0, (words.label("alike"), (", ".join(plain_text(row[0]) for row in alike),)))
    if judged["would_change"]:
        facts.append((words.label("would_change"), (words.word(judged["would_change"], "would_change"),)))
    if judged["verdict"]:
        facts.append((words.label("by_verdict"), (words.word(judged["verdict"]),)))
    yield Facts(tuple(facts))


def _slots(words: Words, judged: Record, left: Record, right: Record) -> Iterator[tuple[Text, ...]]:
    """The points compared that at least one side tells, without those that say nothing of this pair."""
    counted = left["number"] is not None and right["number"] is not None
    for each in judged["slots"]:
        slot = each["slot"]
        plain = slot in ("modality", "polarity") and each["outcome"] == "same"
        if (each["left"] is None and each["right"] is None) or (slot == "aspect" and not counted) or plain:
            continue
        values = [show_slot(words, slot, each[side]) for side in ("left", "right")]
        yield (capital(words.word(slot)),), values[0], (words.word(each["outcome"]),), values[1]


def _fitting(words: Words, judged: Record, claims: Mapping[str, Record]) -> Text:
    told = []
    for side in ("left", "right"):
        claim = claims[judged[side]]
        told.append((*show_who(words, claim, first=True), ": ", *quoted(words, cut(claim["quote"]), claim["lang"])))
    return (*told[0], " – ", *told[1], f". {tell_relation(words, judged, claims)} ({judged['rule']})")


def _look_alike(words: Words, each: Record) -> Text:
    where = words.plain("label", "characters", start=each["start"], end=each["end"])
    head = (*show_who(words, each, first=True), ": ", *quoted(words, each["quote"], each["lang"]))
    place: Text = (" (", Said(each["document"]), f", {where}). ")
    return (*head, *place, *tell_scope(words, each), f" ({each['rule']})")


def _sources(words: Words, dispute: Record) -> Table:
    label = words.label
    columns = (label("claimant"), label("kind_of_source"), label("side"), label("reliability"), label("claims"))
    rows = [
        (
            (Said(s["name"][:1].upper() + s["name"][1:]),),
            (words.word(s["kind"]) if s["kind"] else "–",),
            show_side(words, s),
            (s["grade"] or label("ungraded"), *((" – ", Said(s["basis"])) if s["basis"] else ())),
            (str(len(set(s["claims"]))),),
        )
        for s in dispute["sources"]
    ]
    return Table(label("sources"), columns, tuple(rows))


def decision_table(words: Words, decisions: list[Record], claims: Mapping[str, Record]) -> Block:
    """Decisions with their reasons and evidence."""
    label = words.label
    if not decisions:
        return Paragraph((label("no_decisions"),))
    columns = tuple(label(key) for key in ("decision_no", "on", "by", "about", "verdict", "note", "evidence"))
    rows = []
    for each in decisions:
        verdict = (
            words.word(each["verdict"]) if each["verdict"] else words.plain("label", "took_back", no=each["cancels"])
        )
        if each["cancelled"]:
            verdict += f" ({label('taken_back')})"
        rows.append(
            (
                (str(each["no"]),),
                (show_day(words, each["on"]),),
                (words.word(each["by"]) if each["by"] in words.table["words"] else Said(each["by"]),),
                _about(words, each, claims),
                (verdict,),
                (Said(each["note"]),) if each["note"] else ("–",),
                (Said("; ".join(each["evidence"])),) if each["evidence"] else ("–",),
            )
        )
    return Table(label("decisions"), columns, tuple(rows))


def _about(words: Words, each: Record, claims: Mapping[str, Record]) -> Text:
    if each["target"] == "claim":
        asked = words.word(f"claim_{each['question']}")
        claim = claims.get(each["uid"])
        return (asked, ": ", *quoted(words, cut(claim["quote"]), claim["lang"])) if claim else (asked,)
    return (words.word("dispute_target" if each["target"] == "dispute" else each["target"]),)


def _open(words: Words, questions: Record, claims: int) -> tuple[Text, ...]:
    found: list[Text] = []
    for key in ("one_sided", "untold"):
        if questions[key]:
            slots = ", ".join(words.word(slot) for slot in questions[key])
            found.append((words.plain("text", f"open_{key}", slots=slots),))
    for question, number in questions["unchecked"].items():
        if number:
            found.append((words.plain("text", f"unchecked_{question}", n=number, all=claims),))
    return tuple(found)
