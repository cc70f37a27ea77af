"""Where sentences begin and end, in both languages."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of


def _split(text: str, lang: str) -> list[str]:
    shadow = shadow_of(text)
    return [span.of(text) for span in split_sentences(shadow, 0, len(shadow), lang)]


# Each case lists the sentences; joined by one blank they are the text.
@pytest.mark.parametrize(
    "sentences",
    [
        ["Sen. Ann Lee met Rev. Paul Ray at approx. 5 p.m. on Tuesday.", "They left."],
        ["He moved to the U.S. in May.", "The U.S. President spoke.", "She left the U.S.", "The army stayed."],
        ["On Sept. 14 the rate rose by 3.5 percent.", "No. 5 fell.", "He said no.", "Nobody minded."],
        ["J. R. Miller runs Plan B.", "The rest is open.", "George W. Hill came, i.e. Bush vs. Hill."],
        ['"Was it worth it?" Miller asked.', '"Stop!" he said.', '"Go!"', "The crowd went home."],
        ["Nobody knows...", "Why not?!", "17 people (aged 3 to 80) left."],
        ["They met at 5 p.m.", "The talks failed at 9 a.m. Kyiv time."],
    ],
)
def test_english_sentences(sentences: list[str]) -> None:
    assert _split(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Am 6. September starben rd. 3 Mio. Menschen.", "Die Suche geht weiter."],
        ["Sie kam am 3. Mai.", "Am 4. reiste sie ab.", "Die Zahl stieg auf 17.", "Die Polizei zählte 12."],
        ["Viele fehlen, z. B. Die Grünen, u. a. in Bonn.", "Dr. Ada Maier und Prof. K. Lund fehlten."],
        ["Vgl. Abs. 3 und Nr. 5 der Liste.", "Karl III. Müller sah den 2. Weltkrieg.", "Es kostete 2,5 Mrd. Euro."],
        ["Das Spiel endete 3:1.", "Torjäger Hill traf um 20:15."],
        ["„Es reicht.“", "„Wir gehen jetzt.“", "Dann gingen sie."],
        ["„Wer weiß das?“, fragte sie.", "„Halt!“ rief er.", "Niemand hielt an."],
    ],
)
def test_german_sentences(sentences: list[str]) -> None:
    assert _split(" ".join(sentences), "de") == sentences


# What damaged texts look like: no blank after a stop, quotation marks that touch, no end at all.
@pytest.mark.parametrize(
    ("text", "lang", "sentences"),
    [
        ("The town burned.Nobody was hurt.", "en", ["The town burned.", "Nobody was hurt."]),
        ("„Sie kommen.“„Wir gehen.“", "de", ["„Sie kommen.“", "„Wir gehen.“"]),
        ("See example.com or v1.2.Rest", "en", ["See example.com or v1.2.Rest"]),
        ("First line\nSecond. Third", "en", ["First line", "Second.", "Third"]),
        ("No\u00a0break.\u00a0Here it is.", "en", ["No\u00a0break.", "Here it is."]),
        ("   ", "en", []),
        ("Plain words. In another tongue.", "xx", ["Plain words.", "In another tongue."]),
        ("Plain words. In another tongue.", "../en", ["Plain words.", "In another tongue."]),
    ],
)
def test_damaged_and_odd_texts(text: str, lang: str, sentences: list[str]) -> None:
    assert _split(text, lang) == sentences


def test_only_the_part_asked_for_is_split() -> None:
    text = "One. Two. Three."
    assert [(span.start, span.end) for span in split_sentences(text, 5, 9, "en")] == [(5, 9)]


@given(st.text(alphabet='aB .!?"\n17Mio\u00a0', max_size=200), st.sampled_from(["en", "de"]))
def test_sentences_are_trimmed_ordered_and_cover_the_text(text: str, lang: str) -> None:
    shadow = shadow_of(text)
    spans = split_sentences(shadow, 0, len(shadow), lang)
    assert all(span.of(shadow) == span.of(shadow).strip() != "" for span in spans)
    assert all("\n" not in span.of(shadow) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(shadow) for span in spans).split()) == "".join(shadow.split())


@pytest.mark.parametrize("unit", [".", '."', "a. ", ".'", "U.S.", "a.B ", "?! ", "x" * 40 + ". "])
def test_hostile_lines_take_linear_time(unit: str) -> None:
    line = unit * (200_000 // len(unit)) + "x"
    began = time.process_time()
    split_sentences(line, 0, len(line), "de")
    assert time.process_time() - began < 2
