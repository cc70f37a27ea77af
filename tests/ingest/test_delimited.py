"""Cells of delimited text with their places."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import InputRefused
from verifier.ingest.delimited import read_cells

_CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


@given(st.lists(st.lists(_CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_cells_are_those_of_the_standard_reader(rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows(rows)
    text = written.getvalue()
    found = list(read_cells(text, delimiter))
    assert [[cell.value for cell in row] for row in found] == rows
    for cell in (cell for row in found for cell in row):
        assert cell.span.of(text).replace('""', '"') == cell.value


def test_a_mark_that_never_closes_is_refused() -> None:
    with pytest.raises(InputRefused, match="character 7"):
        list(read_cells('a,b\nc,"d\ne,f\n'))


def test_empty_lines_are_no_rows() -> None:
    assert [[c.value for c in row] for row in read_cells("a,b\n\n1,2\r\n\r\n")] == [["a", "b"], ["1", "2"]]
