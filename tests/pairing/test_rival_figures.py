"""Two figures in one text: which of them answer one question, and the look-alikes beside them."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.pairing.reading import claims_of
from verifier.domain.claim import Claim
from verifier.pairing.ladder import compare_claims


def _claims(text: str, lang: str) -> list[Claim]:
    return claims_of(text, lang)


def _conflicts(text: str, lang: str) -> list[tuple[str, ...]]:
    """The figures of each pair that goes to a reviewer."""
    pairs = ((a, b) for a, b in combinations(_claims(text, lang), 2) if compare_claims(a, b).relation.is_queued)
    return [tuple(c.reading.quantity.surface if c.reading.quantity else c.quote for c in pair) for pair in pairs]


# One verb for two sources, a clause for each, or a source beside each figure.
@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "The union estimated the turnout at 12,000, the mayor at 7,000.", ("12,000", "7,000")),
        ("en", "The electoral commission put the turnout at 58 per cent, opposition observers at 31 per cent.",
         ("58 per cent", "31 per cent")),
        ("en", "Officials say 120 people are missing; relatives speak of more than 300.", ("120", "more than 300")),
        ("de", "Die Armee gab die Zahl der Toten mit 12 an, die Rebellen mit 40.", ("12", "40")),
        ("de", "Augenzeugen sprachen von 30 Toten, das Büro des Gouverneurs von neun.", ("30", "neun")),
        ("de", "Dem Verband zufolge fielen 1.200 Flüge aus, laut Flughafen waren es 700.", ("1.200", "700")),
        ("de", "Nach Angaben des Insolvenzverwalters wurden 1,2 Millionen Euro sichergestellt, das Finanzministerium "
         "nannte 900.000 Euro.", ("1,2 Millionen Euro", "900.000 Euro")),
    ],
)  # fmt: skip
def test_two_sources_in_one_sentence(lang: str, text: str, figures: tuple[str, str]) -> None:
    assert _conflicts(text, lang) == [figures]


# What opens the second sentence, owns its figure or measures a gap makes it a figure of something else.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Der Verband zählte in Zelmov 60 Brände. Im ersten Winter waren es nur 20 gewesen."),
        ("de", "Die Reparatur kostet laut Reederei 700.000 Euro. Für die Mole rechnet der Hafen mit 250.000 Euro."),
        ("de", "Zum Fest kamen nach Angaben der Stadt 40.000 Gäste. Am zweiten Samstag allein waren es 6.000."),
        ("de", "Bis Mittag stauten sich laut Polizei 300 Laster. Die Zahl stieg bis zum Abend auf 700."),
        ("en", "The ministry says pumping costs 17 million euros a year. The mayor spoke of 17.2 million euros."),
        ("en", "The union said 400 votes were cast for the strike. The board spoke of a majority of 30 votes."),
        ("de", "Zum Fest kamen laut Polizei 40.000 Gäste. Der Wirt sprach allein beim Umzug von 6.000."),
        ("de", "Die Bürgermeisterin siegte laut Wahlleiter mit 52 Prozent der Stimmen. Ihr Gegner kam auf 38 Prozent."),
        ("en", "Nine people died in the flood, civil defence said. Seven of them died in Chala, two in Atico."),
        ("en", "The ministry says the bridge costs 3 million euros. The mayor speaks of 9 billion euros."),
        ("en", "Police say the firm cut no posts. The firm cut eleven posts last year, the union said."),
        ("en", "The clerk counted 900 visitors in the hall. The mayor counted 200 visitors above the limit."),
    ],
)
def test_a_figure_of_something_else(lang: str, text: str) -> None:
    assert _conflicts(text, lang) == []


# The same opening, or a source in it, keeps the question.
@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("de", "Das Haus war nach Zahlen der Stadt nur zu 41 Prozent ausgelastet. Für dieselbe Spielzeit kam der "
         "Intendant auf 78 Prozent.", ("41 Prozent", "78 Prozent")),
        ("de", "Für Wartung gab das Werk dem Bericht zufolge 4 Millionen Euro aus. Laut Rechnungshof waren es "
         "2 Millionen.", ("4 Millionen Euro", "2 Millionen")),
    ],
)  # fmt: skip
def test_the_same_opening(lang: str, text: str, figures: tuple[str, str]) -> None:
    assert _conflicts(text, lang) == [figures]


# The second figure takes up the first by a word that only points back.
@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "Forty-two lorries crossed into Bunia on Monday, the United Nations said. A rebel spokesman put the "
         "number of lorries at 60.", ("Forty-two", "60")),
        ("en", "About 9,000 litres of diesel leaked into the river, the fire service said. The environment agency put "
         "the amount at 14,000 litres.", ("About 9,000 litres", "14,000 litres")),
        ("en", "Some 200 tonnes of rice are missing in Juba, the World Food Programme said. A charity estimated the "
         "loss at 350 tonnes.", ("Some 200 tonnes", "350 tonnes")),
        ("en", "The ministry says rents in Turin have risen by 11 per cent. Tenants' associations put the increase at "
         "19 per cent.", ("11 per cent", "19 per cent")),
        ("en", "According to police, 8,000 marched in Cork on Sunday. The organisers counted 20,000.",
         ("8,000", "20,000")),
        ("en", "More than 3,000 nurses joined the strike, the union said. Fewer than 900 took part, according to the "
         "hospital board.", ("More than 3,000", "Fewer than 900")),
        ("en", "The union said 40 dockers had been dismissed in Gdynia. The port operator said none had been "
         "dismissed.", ("40", "none")),
        ("en", "The coastguard said 38 people had died off Bohol. The Red Cross gave a death toll of at least 51.",
         ("38", "at least 51")),
        ("en", "The strike cost the company 85 million crowns, its director said. The union put the cost of the strike "
         "at 30 million crowns at most.", ("85 million crowns", "30 million crowns at most")),
        ("en", "The company is cutting 280 jobs in Weiden, it said. The union expects 410 jobs to go.",
         ("280", "410")),
        ("de", "Die Regierung beziffert den Schaden auf 310 Millionen Euro. Die Opposition schätzt den Schaden auf "
         "eine halbe Milliarde.", ("310 Millionen Euro", "eine halbe Milliarde")),
        ("de", "Aus der Stadt sind nach Schätzung der Caritas 25.000 Menschen geflohen. Die Vereinten Nationen gingen "
         "von 12.000 Geflüchteten aus.", ("25.000", "12.000")),
        ("de", "Die Zahl der bei dem Beschuss getöteten Zivilisten gab das Ärztekomitee mit 36 an. Die Armee sprach "
         "von 14 toten Zivilisten.", ("36", "14")),
    ],
)  # fmt: skip
def test_a_figure_that_points_back(lang: str, text: str, figures: tuple[str, str]) -> None:
    assert _conflicts(text, lang) == [figures]


# Parts, other towns, other years, other things, plans and figures that say what they leave out.
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Organisers said 8,000 people marched in Cork. Last year it was 20,000, police said."),
        ("de", "In Graz kamen laut Polizei 8.000 Menschen, in Linz waren es den Veranstaltern zufolge 20.000."),
        ("de", "Laut Veranstaltern kamen 8.000 Menschen. Im Vorjahr waren es laut Polizei 20.000."),
        ("en", "Twelve houses burned down, the mayor said. The office put the number of houses in the village at 40."),
        ("en", "The ministry said exports rose by 11 percent. The chamber put the increase in imports at 19 percent."),
        ("en", "The rebels spoke of 40 dead soldiers, the army of 12 dead rebels."),
        ("de", "Nach Angaben der Polizei wurden 14 Menschen verletzt, nach Angaben der Klinik schweben drei in "
         "Lebensgefahr."),
        ("en", "Police put the number of demonstrators at 4,000 and the number of arrests at 120."),
        ("de", "Der Verband meldete 300 Insolvenzen im März, das Statistikamt 290 im Februar."),
        ("en", "The government put the damage at 310 million euros. The insurers' association put it at 190 million "
         "euros, but counts only insured buildings."),
        ("de", "Das Ministerium meldete 410 Verletzte. Das Rote Kreuz kam auf 120, ohne die ambulant Behandelten."),
        ("de", "Die Gewerkschaft rechnet mit dem Wegfall von 400 Stellen bis 2030. Das Unternehmen hat im vergangenen "
         "Jahr 280 Stellen abgebaut."),
        ("en", "Twenty-one drones were intercepted, the defence ministry in Kyiv said. Fourteen of them were brought "
         "down over Odesa region. The air force said 25 drones had been intercepted by other means on 2 May."),
        ("en", "Thousands march in Hull\n\nThe organisers said 8,000 people marched in Hull."),
        ("en", "The institute counted 9,000 deaths at sea in 2021, after 7,000 in the year before."),
        ("en", "On the contrary, the institute counted 9,000 deaths at sea in 2021, after 7,000 in the year before."),
        ("en", "About one in four marches reached its aim within five years. Within twenty years it was one in two."),
        ("en", "The campaign saw 41,000 children die in 2019. Over the past twelve months 28,000 children died."),
        ("en", "The mill, which has 140 employees, lost its licence. The dealer, Norvex, has three employees."),
        ("en", "Eleven states have such a law, the ministry said. A court declared one void in 2019."),
        ("en", "Of the crew, 14 were saved, the coast guard said. One of them told reporters that he had slept."),
        ("en", "About one in five found work within two years, the agency said. Within ten years it was one in two, "
         "according to the union."),
        ("en", "In 1971 three hundred people died in Larvik, the mayor said. On Monday four people died in Larvik, the "
         "police said."),
        ("en", "Thirty people were still digging in the upper village, a shepherd said. Her village has 400 "
         "inhabitants, the teacher said."),
    ],
)  # fmt: skip
def test_look_alikes_are_left_alone(lang: str, text: str) -> None:
    assert _conflicts(text, lang) == []


# The text's own words dispute a source only right beside it.
@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The syrup costs 4 euros, a mother said. It is 9 on her own receipt.", [("4 euros", "9")]),
        ("The syrup costs 4 euros, a mother said. The shop stands by the harbour, where the fishing boats come in at "
         "dawn every day. The syrup costs 9 euros.", []),
    ],
)  # fmt: skip
def test_own_words_beside_a_source(text: str, figures: list[tuple[str, str]]) -> None:
    assert _conflicts(text, "en") == figures
