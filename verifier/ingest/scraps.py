"""Last lines that belong to another page: rows of scraps that say nothing."""

from __future__ import annotations

from verifier.ingest.lines import Line
from verifier.text.tagging import tag_text
from verifier.text.tokens import Form

_FEWEST = 3
_FEW_WORDS = 4


def is_scraps(line: Line, lang: str | None) -> bool:
    """Whether a line is a row of scraps without a verb or a number: "Gamer. Web fanatic. Zombie pioneer."."""
    scraps = line.scraps
    if len(scraps) < _FEWEST or any(len(scrap.split()) > _FEW_WORDS for scrap in scraps):
        return False
    if any(c.isdigit() for c in line.text):
        return False
    tokens = [token for scrap in scraps for token in tag_text(scrap, 0, len(scrap), lang or "en")]
    return not any(token.is_verbal and token.form in (Form.FINITE, Form.PARTICIPLE) for token in tokens)
