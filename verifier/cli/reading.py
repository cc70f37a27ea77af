"""Commands that read texts: ingest, read, extract, compare, check-draft."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from verifier.cli.context import Day, State, format_option, pass_state, print_lines, print_rows, show_progress
from verifier.errors import InputRefused, VerifierError

_COLUMNS = ("kind", "claimant", "predicate", "quote")


def _hint_options(command: Any) -> Any:
    for option in (
        click.option("--outlet", help="Who published it."),
        click.option("--published", type=Day(), help="When it was published."),
        click.option("--lang", type=click.Choice(["en", "de"]), help="Its language; told from the text otherwise."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--jsonl", "json_lines", multiple=True, help="A file with one document a line.")
@click.option("--mapping", help="What the columns of the tables named mean, in TOML.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line a document.")
@_hint_options
@pass_state
def ingest(
    state: State, paths: tuple[str, ...], json_lines: tuple[str, ...], mapping: str | None, as_json: bool,
    outlet: str | None, published: date | None, lang: str | None,
) -> None:  # fmt: skip
    """Take in documents: files, folders, "-" for standard input."""
    from verifier.services.ingest_documents import Hints, ingest_documents

    if not paths and not json_lines:
        raise click.UsageError("Name at least one file or folder, or --jsonl FILE.")
    hints = Hints(outlet, published, lang)
    results = ingest_documents(
        state.settings, paths, hints, json_lines=json_lines, mapping=mapping, progress=show_progress
    )
    for result in results:
        if as_json:
            click.echo(json.dumps(result.as_json(), ensure_ascii=False))
        elif result.status == "refused":
            click.echo(f"{result.path} was refused: {result.reason}", err=True)
        else:
            click.echo(f"{result.path}: {result.status}, {result.claims} claims")
    if not results:
        raise VerifierError("There is no text or Markdown file in what was named.")
    if any(result.status == "refused" for result in results):
        sys.exit(1)


@click.command()
@pass_state
def reread(state: State) -> None:
    """Read all stored texts by the rules of this version; what people corrected or decided stays."""
    from verifier.services.reread_texts import reread_texts

    done = reread_texts(state.settings, progress=show_progress)
    for each in done.refused:
        click.echo(f"{each} (left as it was)", err=True)
    click.echo(
        f"{done.texts} texts: {done.changed} claims read otherwise, {done.added} are new, "
        f"{done.dropped} are none any more"
    )
    if done.kept:
        click.echo(f"{done.kept} that would be none stay, as people have decided on them or asked about them")
    if done.changed or done.added or done.dropped:
        click.echo("Run “verifier pair” to compare what has changed.")
    if done.refused:
        sys.exit(1)


@click.command()
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@_hint_options
def read(file: str, as_json: bool, outlet: str | None, published: date | None, lang: str | None) -> None:
    """Show a document as it would be stored; stores nothing."""
    from verifier.services.ingest_documents import Hints, read_article

    article = read_article(_bytes(file), _name(file), Hints(outlet, published, lang))
    sections = [
        {
            "kind": s.kind.value,
            "start": s.span.start,
            "end": s.span.end,
            "dated_on": s.dated_on.isoformat() if s.dated_on else None,
        }
        for s in article.sections
    ]
    if not as_json:
        for section, row in zip(article.sections, sections, strict=True):
            click.echo(f"{row['kind']:<12} {section.span.of(article.text)[:110]}")
        return
    record = {
        "title": article.title,
        "published": article.published_on.date().isoformat() if article.published_on else None,
        "updated": article.updated_on.date().isoformat() if article.updated_on else None,
        "lang": article.lang,
        "outlet": article.outlet,
        "url": article.url,
        "text": article.text,
        "sections": sections,
    }
    click.echo(json.dumps(record, ensure_ascii=False))


@click.command()
@click.argument("file", required=False)
@click.option("--jsonl", "json_lines", help="A file with one short text a line.")
@click.option(
    "--what", type=click.Choice(["claims", "quantities", "attributions", "dates"]), default="claims", show_default=True,
    help="What to read in each text of --jsonl.",
)  # fmt: skip
@format_option
@_hint_options
def extract(
    file: str | None, json_lines: str | None, what: str, layout: str, outlet: str | None, published: date | None,
    lang: str | None,
) -> None:  # fmt: skip
    """Print the claims of a document, one a line; stores nothing."""
    from verifier.services.extract_texts import extract_text, extract_texts
    from verifier.services.ingest_documents import Hints

    if json_lines is not None:
        print_lines(extract_texts(_records(json_lines), what))
        return
    if file is None:
        raise click.UsageError("Name a file, or --jsonl FILE.")
    rows = extract_text(_bytes(file), _name(file), Hints(outlet, published, lang))
    print_rows(rows, layout, _COLUMNS)


@click.command()
@click.option("--pairs", "path", required=True, help="A file with two texts a line.")
def compare(path: str) -> None:
    """Compare two texts a line; stores nothing."""
    from verifier.services.explain_pair import compare_texts

    print_lines(compare_texts(record) for record in _records(path))


@click.command("check-draft")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line for each claim that meets a stored one.")
@_hint_options
@pass_state
def check_draft(
    state: State, file: str, as_json: bool, outlet: str | None, published: date | None, lang: str | None
) -> None:
    """See what in a draft conflicts with, copies or refines stored claims; stores nothing."""
    from verifier.services.check_draft import check_draft as check
    from verifier.services.ingest_documents import Hints
    from verifier.services.lines import side_line

    claims, hits = check(state.settings, _bytes(file), Hints(outlet, published, lang))
    if as_json:
        print_lines(
            {
                "relation": hit.relation.value,
                "rule": hit.pair.comparison.rule,
                "explanation": hit.explanation,
                "draft": side_line(hit.draft),
                "stored": side_line(hit.stored),
            }
            for hit in hits
        )
        return
    told = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    click.echo(f"{told} read. Stored claims that conflict with, repeat or refine what it says: {len(hits)}.")
    for hit in hits:
        click.echo(f"\n{hit.relation.value}  {hit.explanation}\n  draft:  “{hit.draft.quote}”")
        click.echo(f"  stored: “{hit.stored.quote}” ({hit.stored.document_name})")


def _bytes(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputRefused(f"{file} cannot be read: {error.strerror or error}.") from error


def _name(file: str) -> str:
    return "stdin" if file == "-" else Path(file).name


def _records(path: str) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_bytes(path).decode("utf-8-sig", errors="replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputRefused(f"{path}, line {number}: it is no valid JSON.") from error
        if not isinstance(record, dict) or "id" not in record:
            raise InputRefused(f"{path}, line {number}: it has no “id”.")
        yield record


COMMANDS = (ingest, reread, read, extract, compare, check_draft)
