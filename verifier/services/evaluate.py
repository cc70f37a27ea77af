"""Score the pinned gold sets with the product's own reading and pairing, beside the floor of each measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from verifier.config import Settings
from verifier.errors import NotFound
from verifier.paths import bundled
from verifier.services.evaluate_pairs import score_pairs
from verifier.services.evaluate_reading import READING_SETS, score_reading
from verifier.services.evaluation import Evaluation, SetScore, evaluation_of
from verifier.services.gold_cases import PARTS, load_cases, load_floors, load_topics

PAIRS = "pairs"
SETS = (*READING_SETS, PAIRS)


def evaluate(
    settings: Settings,
    names: Sequence[str] = (),
    gold: Path | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Evaluation:
    """Score the named sets (all where none is named) of the folder ``gold`` (the bundled one by default).

    Raises NotFound for a set nobody knows, InputRefused for a file that cannot be read.
    """
    for name in names:
        if name not in SETS:
            raise NotFound(f"There is no gold set “{name}”; there are {', '.join(SETS)}.")
    folder = gold or bundled("seeds") / "gold"
    scores: list[SetScore] = []
    for name in names or SETS:
        progress(name)
        if name == PAIRS:
            topics = load_topics(folder / PAIRS)
            scores += [score_pairs(settings, part, [t for t in topics if t.part == part]) for part in PARTS]
        else:
            scores.append(score_reading(name, _cases(folder, name)))
    return evaluation_of(scores, load_floors(folder / "floors.toml"))


def _cases(folder: Path, name: str) -> list[dict[str, Any]]:
    return load_cases(folder / "reading" / f"{name}.toml")
