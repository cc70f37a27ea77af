"""The words of a report in one language, all read from one file of ``lang/``."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from verifier.errors import VerifierError
from verifier.export.outline import Said, Text

_FOLDER = Path(__file__).parent / "lang"
LANGUAGES = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


class Words:
    """Labels, closed vocabularies and sentences of one language."""

    def __init__(self, lang: str, table: Mapping[str, Any]) -> None:
        self.lang = lang
        self.table = table

    def label(self, key: str) -> str:
        """A heading or the name of a field."""
        return str(self.table["label"][key])

    def word(self, code: str | None, group: str = "words") -> str:
        """The word for a code; the code itself where the vocabulary does not hold it."""
        return str(self.table.get(group, {}).get(code, code)) if code is not None else self.label("not_told")

    def plain(self, group: str, key: str, **values: object) -> str:
        """A sentence with its names filled in, as plain text."""
        return str(self.table[group][key]).format(**values)

    def listed(self, parts: Sequence[str]) -> str:
        """Parts as a sentence lists them."""
        *most, last = parts
        return f"{', '.join(most)}{self.table['format']['and']}{last}" if most else last

    def fill(self, key: str, **values: str | Said | Text) -> Text:
        """A sentence of ``[text]`` whose gaps may hold words of others, which stay marked as theirs."""
        return fill_pattern(str(self.table["text"][key]), **values)


def fill_pattern(pattern: str, **values: str | Said | Text) -> Text:
    """``pattern`` with its gaps filled."""
    parts: list[str | Said] = []
    for literal, name, _, _ in string.Formatter().parse(pattern):
        if literal:
            parts.append(literal)
        if name is not None:
            value = values[name]
            parts.extend(value if isinstance(value, tuple) else (value,))
    return tuple(part for part in parts if part != "")


@cache
def load_words(lang: str) -> Words:
    """The words of ``lang``. Raises VerifierError for a language there is no file for."""
    if lang not in LANGUAGES:
        raise VerifierError(
            "Reports cannot be written in “%(lang)s”; choose %(choices)s.", lang=lang, choices=", ".join(LANGUAGES)
        )
    return Words(lang, tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8")))
