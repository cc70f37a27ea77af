"""What the demo prints."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from verifier.services.run_demo import Demo

_WIDTH = 96
_LOOK_ALIKES = 8


def print_demo(demo: Demo) -> None:
    """Documents, flagged disputes, findings, and look-alikes with the reason why they are none."""
    _head("Documents")
    for document in demo.documents:
        reason = f": {document.reason}" if document.reason else ""
        click.echo(f"  {document.path.rsplit('/', 1)[-1]}  {document.status}, {document.claims} claims{reason}")
    queued = [pair for pair in demo.pairs if pair["queued"]]
    _head(f"Flagged: {len(queued)} pairs in {len(demo.disputes)} disputes")
    for pair in queued:
        _pair(pair)
    _head(f"Findings: {len(demo.findings)}")
    for finding in demo.findings:
        _paragraph(f"{finding['finding']} in {finding['document']}: {finding['explanation']}")
    _head("Look-alikes, and why they are no disputes")
    for pair in _look_alikes(demo.pairs):
        _pair(pair)
    _head("Report")
    for path in demo.report.files:
        click.echo(f"  {path}")
    click.echo(f"  sha256 {demo.report.sha256}")


def _look_alikes(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A few pairs with conflicting numbers or words, one for each kind of reason first."""
    scoped = [pair for pair in pairs if pair["relation"] == "DIFFERENT_SCOPE"]
    scoped.sort(key=lambda pair: (-(pair["similarity"] or 0), pair["uid"]))
    firsts = {pair["aspect"]: pair for pair in reversed(scoped)}
    chosen = list(firsts.values())
    chosen += [pair for pair in scoped if pair not in chosen]
    return chosen[:_LOOK_ALIKES]


def _head(words: str) -> None:
    click.echo(f"\n{click.style(words, bold=True)}")


def _pair(pair: dict[str, Any]) -> None:
    strength = f" {pair['strength']}" if pair["strength"] else ""
    aspect = f" ({pair['aspect']})" if pair["aspect"] else ""
    click.echo(
        f"\n  {click.style(pair['relation'] + strength + aspect, bold=pair['queued'])}  {pair['rule']}  {pair['uid']}"
    )
    for side in ("left", "right"):
        who = pair[side]["claimant"] or "the article itself"
        _paragraph(f"{who}: “{' '.join(pair[side]['quote'].split())}” ({pair[side]['document']})", "    · ", "      ")
    _paragraph(pair["explanation"], "    ", "    ")


def _paragraph(text: str, first: str = "  · ", rest: str = "    ") -> None:
    click.echo(textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=rest))
