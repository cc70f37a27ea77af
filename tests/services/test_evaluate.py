"""The gold sets are whole, and reading and pairing stay above their floors on them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cli.main import cli
from verifier.config import Settings
from verifier.errors import InputRefused, NotFound
from verifier.paths import bundled
from verifier.services.evaluate import SETS, evaluate
from verifier.services.gold_cases import load_topics

RULES = [f"R{n}" for n in range(1, 18)]
TOPIC = '''
topic = "Two counts"
part = "{part}"

[documents.one]
lang = "en"
published = 2024-05-07
text = """Police said 800 people took part in the rally in Lyon.
Organisers said 3,000 people took part in the rally in Lyon."""

[[pairs]]
left = "one: {quote}"
right = "one: 3,000 people"
relation = "DISPUTES"
'''


def _gold(folder: Path, part: str = "dev", quote: str = "800 people", floor: float = 1.0) -> Path:
    (folder / "pairs").mkdir()
    (folder / "pairs" / "rally.toml").write_text(TOPIC.format(part=part, quote=quote), encoding="utf-8")
    (folder / "floors.toml").write_text(f'[pairs-dev]\n"queue precision" = {floor}\n', encoding="utf-8")
    return folder


def test_every_measure_reaches_its_floor(tmp_path: Path) -> None:
    done = evaluate(Settings(home=tmp_path, embedder="hash"))
    assert {m.set.partition("-")[0] for m in done.measures} == set(SETS)
    assert [(m.set, m.name, m.share.value, m.floor) for m in done.missed] == []


def test_every_rule_has_its_pairs_and_look_alikes() -> None:
    labels = [pair for topic in load_topics(bundled("seeds") / "gold" / "pairs") for pair in topic.pairs]
    decided = Counter(label.rule for label in labels)
    alike = Counter(r for label in labels if not label.relation.is_queued for r in {label.rule, label.near})
    assert {rule: decided[rule] for rule in RULES if decided[rule] < 2} == {}
    assert {rule: alike[rule] for rule in RULES if alike[rule] < 3} == {}


def test_documents_are_of_both_languages_and_most_are_news() -> None:
    topics = load_topics(bundled("seeds") / "gold" / "pairs")
    languages = Counter(document.lang for topic in topics for document in topic.documents)
    parts = Counter(topic.part for topic in topics for _ in topic.documents)
    assert min(languages["en"], languages["de"]) >= 25
    assert min(parts["press"], parts["plain"], parts["unseen"]) >= 0.15 * sum(parts.values())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"quote": "900 people"}, "stands 0 times"), ({"part": "train"}, "not dev or press or plain or unseen")],
)
def test_a_case_that_is_wrong_is_named(tmp_path: Path, change: dict[str, str], sentence: str) -> None:
    gold = _gold(tmp_path, **change)  # type: ignore[arg-type]
    with pytest.raises(InputRefused, match=sentence):
        evaluate(Settings(home=tmp_path / "home", embedder="hash"), ["pairs"], gold)


def test_an_unknown_set_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no gold set"):
        evaluate(Settings(home=tmp_path), ["numbers"])


def test_command_tells_measures_and_fails_below_a_floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_EMBEDDER", "hash")
    gold = _gold(tmp_path)
    done = CliRunner().invoke(cli, ["--home", str(tmp_path / "home"), "eval", "pairs", "--gold", str(gold)])
    assert done.exit_code == 0, done.output
    assert "dispute recall" in done.output
    (gold / "pairs" / "rally.toml").write_text(
        TOPIC.format(part="dev", quote="800 people").replace("DISPUTES", "CORROBORATES"), encoding="utf-8"
    )
    failed = CliRunner().invoke(
        cli, ["--home", str(tmp_path / "home"), "eval", "pairs", "--gold", str(gold), "--failures"]
    )
    assert failed.exit_code == 1
    assert "look-alike flagged" in failed.output
    assert "Below the floor: pairs-dev queue precision" in failed.output
