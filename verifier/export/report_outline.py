"""A whole report as blocks, from its canonical content and its edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from verifier.export.dispute_outline import decision_table, outline_dispute
from verifier.export.edition import Edition
from verifier.export.outline import Block, Facts, Heading, Items, Outline, Paragraph, Said, Table, Text
from verifier.export.sentences import tell_count, tell_problem
from verifier.export.shown import Record, quoted, show_day, show_number, show_question
from verifier.export.words import Words, fill_pattern, load_words


def outline_report(body: Record, sha256: str, edition: Edition) -> Outline:
    """The report in the language of its edition."""
    words = load_words(edition.lang)
    return Outline(report_title(words, body), edition.lang, tuple(_blocks(words, body, sha256, edition)))


def report_title(words: Words, body: Record) -> Text:
    """The question of a single dispute, else what the report covers."""
    subject = body["subject"]
    if subject["kind"] == "dispute":
        return show_question(words, body["disputes"][0]["question"])
    name = _titles(body)[subject["name"]] if subject["kind"] == "document" else subject["name"]
    return fill_pattern(words.table["label"]["kind"][subject["kind"]], name=Said(name))


def _titles(body: Record) -> dict[str, str]:
    """What documents are called, by the name they were taken in under."""
    return {i["name"]: i["title"] or i["name"] for i in body["inputs"]}


def _blocks(words: Words, body: Record, sha256: str, edition: Edition) -> Iterator[Block]:
    single = body["subject"]["kind"] == "dispute"
    report, as_of = words.label("dispute_report" if single else "disputes_report"), _as_of(words, body["as_of"])
    yield Paragraph((f"{report} · ", Said(edition.newsroom), f" · {as_of}"), "meta")
    yield from _edition(words, edition)
    if single:
        yield from outline_dispute(words, body["disputes"][0], 2)
    else:
        yield from _overview(words, body)
        for dispute in body["disputes"]:
            yield Heading(2, show_question(words, dispute["question"]))
            yield from outline_dispute(words, dispute, 3)
    if body["findings"]:
        yield Heading(2, (words.label("findings"),))
        titles = {} if body["subject"]["kind"] == "document" else _titles(body)
        for finding in body["findings"]:
            yield from _finding(words, finding, titles.get(finding["document"], ""))
    yield from _method(words, body, sha256, edition.head)


def _as_of(words: Words, as_of: Record) -> str:
    if not as_of["decision"]:
        return words.label("as_of_none")
    return words.plain("label", "as_of", date=show_day(words, as_of["on"]), no=as_of["decision"])


def _edition(words: Words, edition: Edition) -> Iterator[Block]:
    """What became of this edition, and what it changed; nothing for a first draft."""
    if edition.state != "draft":
        note: Text = (" ", Said(edition.note)) if edition.note else ()
        yield Paragraph(words.fill(f"state_{edition.state}", date=show_day(words, edition.on), note=note), "notice")
    if edition.state == "corrected" and edition.corrections:
        yield Paragraph((words.plain("text", "corrections"),))
        yield Items(tuple(_change(words, key, values) for key, values in edition.corrections))
    if edition.superseded_by and edition.state != "corrected":
        yield Paragraph((words.plain("text", "superseded_by", sha=edition.superseded_by[:16]),), "notice")
    if edition.supersedes:
        yield Paragraph((words.plain("text", "supersedes", sha=edition.supersedes[:16]),), "notice")
        yield Items(tuple(_change(words, key, values) for key, values in edition.changes))


def _change(words: Words, key: str, values: Any) -> Text:
    pattern = words.table["change"][key]
    coded = ("old", "new") if key == "status" else ()
    filled = {name: (words.word(v) if name in coded else Said(v)) for name, v in values.items()}
    return fill_pattern(pattern, **filled)


def _overview(words: Words, body: Record) -> Iterator[Block]:
    chosen = body["subject"]["filter"]
    if chosen:
        yield Paragraph(words.fill("selected_by", filters=_selected(words, chosen)))
    number = len(body["disputes"])
    yield Paragraph(tell_count(words, body), "lead")
    if number > 1:
        yield Heading(2, (words.label("contents"),))
        yield Items(tuple(show_question(words, dispute["question"]) for dispute in body["disputes"]))


def _selected(words: Words, chosen: Record) -> Text:
    """The properties that a selection was made by, each with its name."""
    told: list[str | Said] = []
    for key, value in sorted(chosen.items()):
        named = words.table["filter_value"].get(value) or words.word(value)
        told += [", " if told else "", f"{words.table['filter'][key]} (", named if named != value else Said(value), ")"]
    return tuple(part for part in told if part)


def _finding(words: Words, finding: Record, title: str) -> Iterator[Block]:
    """A problem inside one document; ``title`` names that where it is not the whole report's."""
    kind = words.word(finding["finding"].partition("(")[0])
    yield Heading(3, (f"{kind}: ", Said(title)) if title else (kind,))
    strength = f" ({words.word(finding['strength'])})" if finding["strength"] else ""
    yield Paragraph((tell_problem(words, finding) + strength,))
    yield Items(
        tuple(
            (*quoted(words, q["quote"]), f" ({words.plain('label', 'characters', start=q['start'], end=q['end'])})")
            for q in finding["quotes"]
        )
    )
    if finding["decisions"]:
        yield decision_table(words, finding["decisions"], {})


def _quality(words: Words, quality: Record) -> str:
    """What the rules are held to, in words."""
    told = [
        words.plain("quality", name, share=words.plain("format", "percent", n=show_number(words, 100 * quality[name])))
        for name in words.table["quality"]
        if name in quality
    ]
    return words.plain("text", "quality", measures=", ".join(told))


def _method(words: Words, body: Record, sha256: str, head: str | None) -> Iterator[Block]:
    label, method = words.label, body["method"]
    yield Heading(2, (label("method"),))
    yield Paragraph((words.plain("text", "method"),))
    used = {j["rule"] for d in body["disputes"] for k in ("conflicts", "fitting", "look_alikes") for j in d[k]}
    rules = [(rule, method["rules"][rule]) for rule in sorted(used, key=lambda rule: int(rule[1:]))]
    if rules:
        yield Facts(tuple((rule, (words.table.get("rule", {}).get(rule, meaning),)) for rule, meaning in rules))
    model = method["model"]
    named = f"{model['name']} {model['version']}, SHA-256 {model['sha256']}" if model else label("no_model")
    yield Facts(
        (
            (label("ruleset"), (method["ruleset"],)),
            (label("extractor"), (method["extractor"],)),
            (label("model"), (Said(named),)),
            (label("quality"), (_quality(words, method["quality"]),)),
        )
    )
    yield Heading(2, (label("documents"),))
    columns = tuple(label(key) for key in ("document", "outlet", "published", "snapshot"))
    rows = tuple(
        (
            (Said(i["name"]),),
            (Said(i["outlet"]),) if i["outlet"] else ("–",),
            (show_day(words, i["published"]) if i["published"] else label("undated"),),
            (i["snapshot"],),
        )
        for i in body["inputs"]
    )
    yield Table(label("documents"), columns, rows)
    yield Heading(2, (label("hashes"),))
    chain: tuple[tuple[str, Text], ...] = ((label("audit_head"), (head,)),) if head else ()
    yield Facts(((label("content_sha256"), (sha256,)), *chain))
    yield Paragraph((words.plain("text", "reproduce"),), "meta")
