"""The sample articles keep the shapes and traps they are shipped for."""

from __future__ import annotations

import re

import pytest

from verifier.paths import bundled

_NBSP = "\u00a0"


def _article(name: str) -> str:
    return (bundled("seeds") / "articles" / name).read_text(encoding="utf-8")


def test_the_decisive_sentence_holds_no_break_spaces() -> None:
    assert f"New{_NBSP}York Times{_NBSP}found" in _article("fifty-thousand-in-kursk.txt")


def test_every_heading_of_the_navigated_live_blog_stands_twice() -> None:
    lines = _article("fifty-thousand-in-kursk.txt").split("\n")
    copies = [line.removeprefix("Skip next section ") for line in lines if line.startswith("Skip next section ")]
    assert len(copies) > 8
    assert all(copy in lines for copy in copies)


def test_a_title_and_its_dates_share_one_line() -> None:
    first = _article("drones-and-crimea.txt").split("\n", 1)[0]
    assert re.search(r"[a-z]Published September 14, 2023last updated September 14, 2023$", first)


def test_the_german_article_has_no_date_and_unbalanced_quotation_marks() -> None:
    text = _article("raketen-aus-nordkorea.txt")
    assert "“ „" in text
    assert text.count("„") != text.count("“")
    assert "Published" not in text


@pytest.mark.parametrize("name", ["quake-in-port-ardan", "warnstreik-in-norderau", "vote-in-halvern"])
def test_the_further_samples_name_outlet_and_date(name: str) -> None:
    text = (bundled("seeds") / "more" / f"{name}.md").read_text(encoding="utf-8")
    assert re.match(r"---\noutlet: .+\npublished: \d{4}-\d{2}-\d{2}\nlang: (en|de)\n---\n# ", text)
