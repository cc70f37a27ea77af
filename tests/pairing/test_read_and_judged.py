"""Short news read and judged: what contradicts, what asks for a slot, and the look-alikes beside them."""

from __future__ import annotations

import pytest

from tests.pairing.reading import claims_of
from verifier.domain.comparison import Comparison
from verifier.pairing.ladder import compare_claims


def _judged(text: str, lang: str, left: str, right: str) -> Comparison:
    """The comparison of the claims whose quotes hold ``left`` and ``right``."""
    claims = claims_of(text, lang)
    one, other = (next(c for c in claims if words in c.quote) for words in (left, right))
    return compare_claims(one, other)


# None of what another counts is a dispute of numbers; of something else, or elsewhere, it is none.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The mayor said 14 miners died in Zelmov on Monday. The company said nobody died in Zelmov on Monday.",
            "en", "14 miners", "nobody", "DISPUTES",
        ),
        (
            "Die Feuerwehr sagte, in Zelmov seien am Montag 14 Menschen gestorben. "
            "Der Betreiber sagte, in Zelmov sei am Montag niemand gestorben.",
            "de", "14 Menschen", "niemand", "DISPUTES",
        ),
        (
            "The mayor said 14 people died in Zelmov on Monday. The company said nobody was hurt in Zelmov on Monday.",
            "en", "14 people", "nobody", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_none_against_some(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# One matter in the same words, once denied, contradicts even where no list knows the verb; another matter does not.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The operator said the turbine in Zelmov had been lubricated. "
            "Inspectors said the turbine in Zelmov had not been lubricated.",
            "en", "had been lubricated", "had not been", "CONTRADICTS",
        ),
        (
            "The operator said the turbine in Zelmov had been lubricated. "
            "Inspectors said the kitchen had not been swept.",
            "en", "lubricated", "swept", "UNRELATED",
        ),
    ],
)  # fmt: skip
def test_a_matter_negated(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


def test_sums_in_two_currencies_ask_for_the_rate() -> None:
    text = "The ministry said the bridge cost 40 million euros. The auditors said the bridge cost 61 million dollars."
    found = _judged(text, "en", "40 million", "61 million")
    assert (found.relation, found.aspect) == ("UNDETERMINED", "unit")


def test_what_one_side_did_is_not_what_it_underwent() -> None:
    text = "Ukraine said it shot down 61 drones. Russia's ministry said 21 Ukrainian drones were shot down."
    found = _judged(text, "en", "61 drones", "21 Ukrainian")
    assert (found.relation, found.aspect) == ("DIFFERENT_SCOPE", "role")


def test_a_figure_many_times_the_other_is_hardly_of_one_event() -> None:
    text = "Police said 12 people were arrested in Zelmov. The union said 2,400 people were arrested by officers."
    assert _judged(text, "en", "12 people", "2,400").relation == "UNDETERMINED"


# A figure that only counts again answers the one before; a state of the past is none of today.
@pytest.mark.parametrize("counter", ["The organisers counted 3,000.", "The organisers put the number at 3,000."])
def test_a_bare_count_answers_the_figure_before(counter: str) -> None:
    text = f"Police said 800 people marched in Zelmov on Monday. {counter}"
    assert _judged(text, "en", "800 people", "3,000").relation == "DISPUTES"


def test_what_was_before_is_asked_for_its_time() -> None:
    text = "The council says 4,000 people live in Zelmov. Before the dam burst 9,000 people lived in Zelmov."
    assert _judged(text, "en", "4,000", "9,000").relation != "DISPUTES"


# Two who name one thing in rival ways differ; the same word twice is support.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The mayor called the attack a massacre; the general staff called it an error.",
            "en", "massacre", "error", "DIFFERS",
        ),
        (
            "Der Bürgermeister nannte den Marsch friedlich, die Polizei nannte ihn gewalttätig.",
            "de", "friedlich", "gewalttätig", "DIFFERS",
        ),
        (
            "The mayor called the attack a massacre; the governor called the flood a disaster.",
            "en", "massacre", "disaster", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_rival_characterisations(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# What is whole was neither hit nor destroyed, and what stayed open was not closed; another building may have been.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The mayor said the bridge was untouched. Residents said the bridge had been damaged.",
            "en", "untouched", "damaged", "CONTRADICTS",
        ),
        (
            "The army said the dam remained intact. Engineers said a shell had hit the dam shortly before three.",
            "en", "intact", "shell", "CONTRADICTS",
        ),
        (
            "Die Schule blieb nach Angaben der Stadt unversehrt. Ein Sprecher sagte, die Schule sei zerstört worden.",
            "de", "unversehrt", "zerstört", "CONTRADICTS",
        ),
        (
            "Die Gemeinde sagte, das Wehr sei unbeschädigt. Anwohner sagten, das Wehr sei beschädigt worden.",
            "de", "unbeschädigt", "sei beschädigt", "CONTRADICTS",
        ),
        (
            "Varno's airport has been open since Monday, the army said. The airport remained closed, a pilot said.",
            "en", "open", "closed", "CONTRADICTS",
        ),
        (
            "Der Flughafen sei geöffnet, sagte der Betreiber. Der Flughafen bleibe geschlossen, sagte eine Sprecherin.",
            "de", "geöffnet", "geschlossen", "CONTRADICTS",
        ),
        (
            "Police said the road was open. The ministry said the bridge was closed.",
            "en", "open", "closed", "DIFFERENT_SCOPE",
        ),
        (
            "Die Klinik sei intakt, sagte der Bürgermeister. Die Armee sagte, das Kraftwerk sei zerstört worden.",
            "de", "intakt", "zerstört", "DIFFERENT_SCOPE",
        ),
        (
            "The army said the dam was intact. Engineers said shells had been fired at the dam.",
            "en", "intact", "fired", "UNRELATED",
        ),
    ],
)  # fmt: skip
def test_states_against_acts(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# Two who count one thing by verbs that only say so are of two minds; a firm's own customers are not those of a leak.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "Eine Auswertung der Universität kommt auf 3.000 Teilnehmer. Laut Polizei demonstrierten 5.000 Menschen.",
            "de", "3.000", "5.000", "DISPUTES",
        ),
        (
            "A review by the university came to 3,000 participants. Police said 5,000 people marched.",
            "en", "3,000", "5,000", "DISPUTES",
        ),
        (
            "City hall said the capital had 19,400 empty flats. A group said there were more than 30,000 empty flats.",
            "en", "19,400", "30,000", "DISPUTES",
        ),
        (
            "The agency lists 112 confirmed cases. The city said there were 97 cases.",
            "en", "112", "97", "DISPUTES",
        ),
        (
            "The regulator spoke of 4 million customers. Orvana has 9 million customers, the firm said.",
            "en", "4 million", "9 million", "DIFFERENT_SCOPE",
        ),
        (
            "There were 40 ferries in the harbour, the mayor said. The company said it had sold 12 ferries.",
            "en", "40 ferries", "12 ferries", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_verbs_that_only_count(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# A figure set against another is denied, and only that one.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "In Zelmov 12 people died, not 15, police said. In Zelmov 15 people died, the mayor said.",
            "en", "In Zelmov 12", "In Zelmov 15", "DISPUTES",
        ),
        (
            "The margin was 421 votes, not 412, the party said. The returning officer said the margin was 412 votes.",
            "en", "421", "was 412", "DISPUTES",
        ),
        (
            "In Zelmov starben 12 Menschen, nicht 15, sagte die Polizei. In Zelmov starben 15 Menschen, sagte Orva.",
            "de", "15, sagte", "In Zelmov starben 15", "CONTRADICTS",
        ),
        (
            "Die Summe betrage 4 Millionen Euro und nicht 6 Millionen, sagte Orva. Die Summe betrage 6 Millionen Euro.",
            "de", "4 Millionen", "betrage 6", "DISPUTES",
        ),
        (
            "In Zelmov 12 people died, not 15, police said. In Zelmov 12 people died, the mayor said.",
            "en", "not", "In Zelmov 12 people died", "CORROBORATES",
        ),
    ],
)  # fmt: skip
def test_a_figure_set_against_another(text: str, lang: str, left: str, right: str, relation: str) -> None:
    claims = claims_of(text, lang)
    one = next(c for c in claims if left in c.quote)
    other = next(c for c in reversed(claims) if right in c.quote)
    assert compare_claims(one, other).relation == relation


# Acts of many names: who was told, who lost work, what is over, who was sent back.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The ministry said it had notified the embassy. The envoy said the embassy had not been informed.",
            "en", "notified", "informed", "CONTRADICTS",
        ),
        (
            "Die Behörde habe das Dorf informiert, sagte Orva. Das Dorf sei nicht benachrichtigt worden, sagte Ude.",
            "de", "informiert", "benachrichtigt", "CONTRADICTS",
        ),
        (
            "No one will lose their job, the owner said. The union said 40 workers had lost their jobs.",
            "en", "No one", "40 workers", "DISPUTES",
        ),
        (
            "Niemand werde seine Stelle verlieren, so Orva. 30 Beschäftigte hätten ihre Kündigung erhalten, so Ude.",
            "de", "Niemand", "30 Beschäftigte", "DISPUTES",
        ),
        (
            "The mayor said the outbreak had ended. The agency said the outbreak was not over.",
            "en", "ended", "over", "CONTRADICTS",
        ),
        (
            "Der Streik sei vorbei, sagte der Minister. Der Streik sei nicht beendet, sagte die Gewerkschaft.",
            "de", "vorbei", "beendet", "CONTRADICTS",
        ),
        (
            "The army denied that lorries had been turned away. A driver said ten lorries had been sent back.",
            "en", "turned away", "sent back", "DISPUTES",
        ),
    ],
)  # fmt: skip
def test_acts_of_many_names(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# "Not a single one" counts what was named before, and "took 47 soldiers prisoner" counts soldiers.
@pytest.mark.parametrize(
    ("text", "lang", "left", "right", "relation"),
    [
        (
            "The rebels said 64 soldiers had been captured. The general said not a single one had been taken prisoner.",
            "en", "64", "single one", "DISPUTES",
        ),
        (
            "Die Rebellen hätten 64 Soldaten gefangen genommen. Kein einziger sei gefangen genommen worden, sagte Ude.",
            "de", "64", "einziger", "DISPUTES",
        ),
        (
            "Die Armee habe 12 Panzer zerstört, sagte Orva. Kein einziger sei zerstört worden, sagte der General.",
            "de", "12 Panzer", "einziger", "DISPUTES",
        ),
        (
            "The militia claims to have taken 47 soldiers prisoner. The army said no soldiers had been captured.",
            "en", "47", "no soldiers", "DISPUTES",
        ),
        (
            "Gunmen took 14 drivers hostage. Police said 9 drivers had been taken hostage.",
            "en", "14", "9 drivers", "DISPUTES",
        ),
        (
            "The march drew 900 people. Not one was arrested, police said.",
            "en", "900", "Not one", "DIFFERENT_SCOPE",
        ),
    ],
)  # fmt: skip
def test_not_a_single_one(text: str, lang: str, left: str, right: str, relation: str) -> None:
    assert _judged(text, lang, left, right).relation == relation


# A text's own words stand against a source only close by; what comes far behind tells of something else.
@pytest.mark.parametrize(("between", "is_queued"), [(1, True), (12, False)])
def test_a_source_far_from_the_texts_own_words(between: int, is_queued: bool) -> None:
    told = "Fourteen miners died in Zelmov on Monday. " + "Rain fell on the hills all day long. " * between
    text = told + "The company said nine miners died in Zelmov on Monday."
    assert _judged(text, "en", "Fourteen miners", "nine miners").relation.is_queued is is_queued


# What a text tells in its own voice and without numbers is new, unless a headline or like words tell it again.
@pytest.mark.parametrize(
    ("text", "left", "right", "relation"),
    [
        ("The army attacked on Monday. The army attacked from the woods, and shops closed.", "Monday", "woods", None),
        ("Police stopped the march. At the bridge the police stopped.", "march", "bridge", None),
        (
            "The guards in Zelmov shut the mill. So the guards shut the mill in Zelmov.",
            "The guards",
            "the guards",
            "DUPLICATE",
        ),
        (
            "At least 41 people were killed, police said. The last quake killed 212 people in 2015.",
            "212",
            "41",
            "UNDETERMINED",
        ),
    ],
)
def test_what_is_told_again(text: str, left: str, right: str, relation: str | None) -> None:
    found = _judged(text, "en", left, right).relation
    assert found in ((relation,) if relation else ("UNRELATED", "DIFFERENT_SCOPE"))


# What one source says of one thing in one text is rhetoric, not a dispute; what two say is one.
@pytest.mark.parametrize(("second", "relation"), [("Holt", "UNRELATED"), ("Berg", "CONTRADICTS")])
def test_one_source_in_one_text(second: str, relation: str) -> None:
    text = f"Holt said the army attacked Zelmov on Monday. {second} said the army did not attack Zelmov on Monday."
    assert _judged(text, "en", "attacked", "not attack").relation == relation
