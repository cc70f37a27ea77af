"""Who speaks: offices and bodies with the town they are of, and where the words that name a source end."""

from __future__ import annotations

import pytest

from verifier.services.ingest_documents import Hints, extract_claims, read_article


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The mayor of Lauterbach, Ida Kern, said the bridge was closed.", "Ida Kern"),
        ("en", "The mayor of Lauterbach said the bridge was closed.", "The mayor of Lauterbach"),
        ("en", "The governor of Paris, Tom Hall, said the bridge was closed.", "Tom Hall"),
        ("en", "The head of the clinic in Sulina, Ana Ruiz, said the ward was closed.", "Ana Ruiz"),
        ("en", "The party of Angela Merkel said the office was closed.", "The party of Angela Merkel"),
        ("en", "Health minister Lauterbach said the clinic was closed.", "Karl Lauterbach"),
        ("de", "Die Bürgermeisterin von Lauterbach, Ida Kern, sagte, die Brücke sei gesperrt.", "Ida Kern"),
        ("de", "Der Bürgermeister von Lauterbach sagte, die Brücke sei gesperrt.", "Der Bürgermeister von Lauterbach"),
        ("de", "Gesundheitsminister Lauterbach sagte, die Klinik sei gesperrt.", "Karl Lauterbach"),
    ],
)  # fmt: skip
def test_the_town_of_an_office_is_not_its_holder(lang: str, text: str, name: str) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    assert claim.reading.claimant is not None
    assert claim.reading.claimant.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lawyers say six babies died in rooms that were never examined.", "Lawyers"),
        ("The road is safe, Ridley said. He denied that staff had left.", "Ridley"),
    ],
)
def test_all_that_is_said_has_its_speaker(text: str, name: str) -> None:
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang="en")))
    assert {claim.reading.claimant.name if claim.reading.claimant else None for claim in claims} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das Klinikum Wels sprach von sechs Toten.", "Klinikum Wels"),
        ("Nach Angaben des Landeskrankenhauses Graz starben sechs Menschen.", "Landeskrankenhaus Graz"),
        ("Sechs Menschen starben, wie die Universitätsklinik Graz mitteilte.", "Universitätsklinik Graz"),
        ("Die Stadtwerke Kiel bestätigten sechs Tote.", "Stadtwerke Kiel"),
        ("Bürgermeister Halle sprach von sechs Toten.", "Halle"),
        ("Die Stadt gab die Tragkraft mit 30 Tonnen an.", "Die Stadt"),
        ("ÖBB-Chef Karl Moser sagte, sechs Menschen seien gestorben.", "Karl Moser"),
        ("Gewerkschaftschef Jan Holt sagte, sechs Menschen seien gestorben.", "Jan Holt"),
    ],
)
def test_a_german_body_bears_the_name_of_its_town(text: str, name: str) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang="de")))
    assert claim.reading.claimant is not None
    assert claim.reading.claimant.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sechs Menschen starben nach Angaben der Feuerwehr bei dem Brand in Kiel.", "Feuerwehr"),
        ("Sechs Menschen waren nach Angaben der Polizei zum Zeitpunkt des Brandes im Haus.", "Polizei"),
        ("Sechs Menschen starben nach Angaben einer Sprecherin beim Landesamt.", "Sprecherin beim Landesamt"),
    ],
)
def test_when_and_where_it_happened_is_no_part_of_the_source(text: str, name: str) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang="de")))
    assert claim.reading.claimant is not None
    assert claim.reading.claimant.name == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nach Angaben des Betreibers starben sechs Menschen.", "operator"),
        ("Nach Einschätzung des Gutachters starben sechs Menschen.", "~gutachter"),
        ("Laut Angaben des Vereins starben sechs Menschen.", "~verein"),
        ("Nach Angaben eines Sprechers des Kreistags starben sechs Menschen.", "~sprecher des kreistags"),
    ],
)
def test_a_source_in_the_genitive_is_the_same_as_its_subject(text: str, key: str) -> None:
    (claim,) = extract_claims(read_article(text.encode(), "text.md", Hints(lang="de")))
    assert claim.reading.claimant is not None
    assert claim.reading.claimant.key == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jens Harder again denied that the germ came from his kitchen, saying a child had brought it.", "Jens Harder"),
        ("The minister rejected claims that the dam was old, saying it was built in 2019.", "The minister"),
        ("The union called off the strike, saying that 300 workers had been rehired.", "The union"),
    ],
)
def test_who_says_something_by_a_participle_is_the_subject_of_the_main_clause(text: str, name: str) -> None:
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang="en")))
    claimant = claims[-1].reading.claimant
    assert claimant is not None
    assert claimant.name == name


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "600 people protested, the organisers said. Police spoke of 90.", {"600": "organisers", "90": "police"}),
        ("en", "Nine owners complained, the city said on Monday.", {"Nine": "~city"}),
        ("en", "The minister himself said 40 people had died.", {"40": "minister"}),
        ("en", "The hospital itself put the number at 11.", {"11": "doctors"}),
        ("en", "The army said 87 of the drones and ships had been hit.", {"87": "armed-forces"}),
        (
            "de", "Dort lagen laut Stadt 40 Zentimeter Schnee, der Wetterdienst hatte 22 Zentimeter gemessen.",
            {"40 Zentimeter": "~stadt", "22 Zentimeter": "weather-service"},
        ),
        ("de", "Der Riss maß 40 Zentimeter, sagte der Gutachter.", {"40 Zentimeter": "~gutachter"}),
        (
            "de", "Laut Betreiber HHLA standen 14 Kräne still, Verdi zufolge liefen drei Kräne weiter.",
            {"14": "~hhla", "drei": "verdi"},
        ),
        (
            "en", "According to police, 40 people died, while according to doctors 60 people died.",
            {"40": "police", "60": "doctors"},
        ),
    ],
)  # fmt: skip
def test_each_figure_is_of_who_gives_it(lang: str, text: str, told: dict[str, str]) -> None:
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    givers = {q.surface: c.reading.claimant.key for c in claims if c.reading.claimant for q in c.reading.quantities}
    assert givers == told


@pytest.mark.parametrize(
    ("lang", "text", "key"),
    [
        ("en", "The ministry says more than 40 people have died since the flood began.", "ministry"),
        ("en", "The mayor said the attack showed that 40 people had left.", "mayor"),
        ("en", "The study showed that 40 people had left.", "~study"),
        ("en", "The investigation showed that 40 people had left.", "~investigation"),
        ("de", "Der Angriff zeige, dass 40 Menschen gegangen seien, sagte der Bürgermeister.", "mayor"),
        ("de", "Die Untersuchung zeigt, dass 40 Menschen starben.", "~untersuchung"),
    ],
)
def test_what_happened_is_no_source_and_a_clause_behind_a_number_is_told_too(lang: str, text: str, key: str) -> None:
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang=lang)))
    (figure,) = (c for c in claims if c.reading.quantities)
    assert figure.reading.claimant is not None
    assert figure.reading.claimant.key == key


def test_a_main_clause_goes_on_behind_what_was_said() -> None:
    text = "Direktor Urs Lang gab zu, dass es gebrannt habe, sprach aber von höchstens sechs Toten."
    claims = extract_claims(read_article(text.encode(), "text.md", Hints(lang="de")))
    assert [claim.quote for claim in claims] == ["es gebrannt habe", "sprach aber von höchstens sechs Toten"]
    assert {claim.reading.claimant.name for claim in claims if claim.reading.claimant is not None} == {"Urs Lang"}
