"""Words that count none, beside the same words where they count nothing."""

from __future__ import annotations

import pytest

from verifier.extract.quantities import quantities_in


@pytest.mark.parametrize(
    ("lang", "text", "surface", "thing"),
    [
        ("en", "No hospital was hit.", "No", "hospital"),
        ("en", "There were no casualties.", "no", "victim"),
        ("en", "The raid harmed no civilians.", "no", "civilian"),
        ("en", "Nobody was killed.", "Nobody", "person"),
        ("en", "No one has been arrested yet.", "No one", "person"),
        ("en", "None of the divers drowned.", "None", "diver"),
        ("en", "Not a single train ran.", "Not a single", "train"),
        ("en", "Not one of the boats returned.", "Not one", "boat"),
        ("en", "No trees fell.", "No", "tree"),
        ("en", "No Russian drones came down.", "No", "drone"),
        ("en", "The plant recorded 0 accidents.", "0", "accident"),
        ("de", "Kein Krankenhaus wurde getroffen.", "Kein", "hospital"),
        ("de", "Es gab keine Verletzten.", "keine", "injured"),
        ("de", "Niemand wurde getötet.", "Niemand", "person"),
        ("de", "Bei dem Brand kam niemand ums Leben.", "niemand", "person"),
        ("de", "Keiner der Taucher ertrank.", "Keiner", "Taucher"),
        ("de", "Kein einziges Boot lief aus.", "Kein einziges", "boat"),
        ("de", "Die Polizei nahm keinen Demonstranten fest.", "keinen", "protester"),
        ("de", "Es wurden keine Bäume gefällt.", "keine", "tree"),
        ("de", "Es gab null Unfälle.", "null", "accident"),
    ],
)
def test_counts_none(lang: str, text: str, surface: str, thing: str) -> None:
    (quantity,) = quantities_in(text, lang)
    assert (quantity.surface, quantity.qualifier.value, quantity.point) == (surface, "none", 0)
    assert (quantity.hard.lo, quantity.hard.hi, quantity.soft.lo, quantity.soft.hi) == (0, 0, 0, 0)
    assert quantity.thing == thing


def test_none_of_a_whole_is_a_part_of_it() -> None:
    none, whole = quantities_in("None of the 40 passengers was hurt.", "en")
    assert (none.point, none.part_of) == (0, whole.span.start)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "There is no doubt that it works."),
        ("en", "He is no longer minister."),
        ("en", "The ministry had no comment."),
        ("en", "No one knows why the talks failed."),
        ("en", "Nobody likes waiting."),
        ("en", "There were no immediate reports of casualties."),
        ("en", "No serious injuries were reported."),
        ("en", "No further victims were found."),
        ("en", "He lives at No. 12."),
        ("en", "It is no wonder that they left."),
        ("en", "They have no plans to leave."),
        ("en", "A no-fly zone was declared."),
        ("en", "No money changed hands."),
        ("en", "Was it a hospital? No"),
        ("en", "They found not one"),
        ("en", "No, the boats did not sink."),
        ("de", "Kein Wunder, dass er ging."),
        ("de", "Das ist keine Frage."),
        ("de", "Es besteht kein Zweifel."),
        ("de", "Es gab keine weiteren Verletzten."),
        ("de", "Es gab keine Angaben zu Opfern."),
        ("de", "Er ist kein Minister mehr."),
        ("de", "Niemand weiß, warum."),
        ("de", "Es gab keine schweren Verletzungen."),
        ("de", "Er hatte keine Zeit."),
        ("de", "Auf keinen Fall wollte er gehen."),
    ],
)
def test_denies_without_counting(lang: str, text: str) -> None:
    assert quantities_in(text, lang) == []
