"""Names, ids and designations with digits, by kind: none counts; and the same shapes where something does."""

from __future__ import annotations

import pytest

from verifier.extract.quantities import quantities_in

EN = """\
An F-16 crashed near the base.
F-16s patrolled the border.
A MiG-29 was lost.
A Boeing 737 skidded off the runway.
An Airbus A320 landed safely.
An Airbus A380-800 landed.
The A-10 Warthog flew low.
The Leopard 2A6 was shown.
M1A2 Abrams were sent.
A T-72 burned.
T-72 tanks burned.
The S-400 system was moved.
S-300 missiles were fired.
AK-47 rifles were found.
An MQ-9 Reaper fell.
A UH-60 Black Hawk crashed.
Kh-101 missiles hit the plant.
ATACMS and HIMARS are in use.
A Shahed-136 drone fell.
Storm Shadow and 9M729 missiles were named.
COVID-19 cases rose.
The H5N1 virus spread.
The G7 and the G20 met.
G7 leaders met.
Group of 20 leaders met.
The A8 is closed.
Route 66 was flooded.
Interstate 95 was blocked.
US 101 was closed.
The B27 is blocked.
Flight MH17 was shot down.
Flight 447 vanished.
British Airways flight BA2490 was diverted.
Article 5 was invoked.
Section 230 protects platforms.
Under § 218 it is a crime.
Paragraph 3 was struck.
Resolution 1701 was passed.
Chapter 11 bankruptcy was filed.
Title 42 ended in May.
The case number is 21-4567.
Docket No. 22-1871 was closed.
Call 0800 123 456 for help.
Call 911 at once.
He dialled 112.
Her number is 555-0123.
iOS 17.2 was released.
Version 2.0 is out.
Python 3.12 was released.
GPT-4 was trained.
The iPhone 15 sold well.
PlayStation 5 consoles sold out.
Falcon 9 lifted off.
Soyuz MS-25 docked.
Ariane 6 lifted off.
He lives at 10 Downing Street.
She lives at 221B Baker Street.
The office is at 1600 Pennsylvania Avenue.
The address is 12 Main Street.
ZIP code 90210 is known.
He wore the number 10 shirt.
The No. 9 scored.
Number 7 scored twice.
Arsenal won 3-1.
Arsenal beat Chelsea 2-0.
Germany lost 4-5 on penalties.
They won 21-17, 21-19.
Djokovic won 6-4, 7-6 (7-5), 6-3.
The Lakers won 112-108.
At 14:30 the train left.
The train left at 9 p.m.
The train left at 9 o'clock.
The bar was open until ten.
A shell fell shortly before three.
The gates opened at nine on Sunday.
The hall was full by half past six and empty after eleven.
He was born on 3 March 1990.
The law took effect on 1/1/2024.
On 2024-05-07 it rained.
In the 1990s it was cheap.
In the 90s it was cheap.
The 19th century was cold.
In 476 AD Rome fell.
The Class of 1999 met.
The 9/11 attacks shook the city.
The January 6 committee met.
Pope John Paul II spoke.
World War II ended.
Channel 4 reported it.
BBC Radio 4 reported it.
BBC Two showed it.
France 24 reported it.
Formula 1 returns.
Formula One returns.
The S&P 500 fell.
Season 3 starts.
Act 2 begins.
Psalm 23 was read.
John 3:16 was read.
Platform 9 was closed.
Gate B12 was closed.
Room 101 was empty.
Building 7 collapsed.
Unit 4 was shut down.
Reactor 3 melted down.
Vitamin B12 is vital.
CO2 is a gas.
PM2.5 was high.
A 5G network opened.
4K screens sold.
The mp3 file is lost.
The 24/7 service ended.
Catch-22 is a novel.
Area 51 is closed.
U-boat 505 sank.
Tesla Model 3 cars were recalled.
Tesla's Model 3 was recalled.
An Audi A4 was stolen.
A Porsche 911 was stolen.
The Ford F-150 sold best.
1. The mayor spoke.
2) The mayor spoke.
(3) The mayor spoke.
a) The mayor spoke.
See footnote 12.
Figure 3 shows it.
Table 2 shows it.
See pp. 12-14.
ISBN 978-3-16-148410-0 is listed.
The IP address 192.168.0.1 was blocked.
Tracking number 1Z999AA10123456784 was lost.
The ship has IMO number 9301234.
"""
DE = """\
Eine F-16 stürzte ab.
Eine Boeing 737 kam von der Bahn ab.
Leopard-2-Panzer wurden geliefert.
Kampfpanzer vom Typ Leopard 2 rollten.
Eine Su-34 stürzte ab.
Ein T-72 brannte.
Das S-400-System wurde verlegt.
Ein Mi-8-Hubschrauber stürzte ab.
Das Gesetz nach § 218 gilt.
Paragraf 218 gilt.
Nach § 129a StGB wird ermittelt.
Artikel 5 wurde ausgerufen.
Art. 16a GG wurde geändert.
Absatz 3 Satz 2 gilt.
Die A8 ist gesperrt.
Auf der A 100 staut es sich.
Die B 27 ist gesperrt.
Auf der B27 staut es sich.
Die L 1138 ist gesperrt.
Die Linie U6 fährt nicht.
Die S1 fährt nicht.
Die Buslinie 42 fährt nicht.
Der ICE 572 fiel aus.
Der RE 7 fiel aus.
Flug LH 400 fiel aus.
Flug MH17 wurde abgeschossen.
Gleis 9 ist gesperrt.
Die Resolution 1701 gilt.
Rufen Sie 0711 123456 an.
Rufen Sie die 110.
Der Notruf 112 fiel aus.
Telefon: 030/123456.
Die Postleitzahl 70173 gehört dazu.
Er wohnt in 70173 Stuttgart.
Er wohnt in der Hauptstraße 12.
Sie wohnt am Marktplatz 5.
Die Hausnummer 17 brannte.
Das iPhone 15 verkauft sich gut.
Apollo 11 landete.
Die Ariane 6 startete.
Bayern gewann 3:1.
Bayern gewann mit 3:1.
Sie siegte 6:4, 7:5.
Das Ergebnis von 21:19 stand fest.
Die Nummer 10 traf.
Um 14.30 Uhr fuhr der Zug.
Um 9 Uhr fuhr der Zug.
Um halb neun fuhr der Zug.
Um neun fuhr der Zug.
Die Sirenen heulten kurz vor drei.
Das Lokal blieb bis zehn geöffnet.
Das Museum öffnete gegen neun.
Er wurde am 3. März 1990 geboren.
Am 01.01.2024 trat es in Kraft.
Am 24. Dezember schneite es.
In den 1990er Jahren war es billig.
In den 90ern war es billig.
Im 19. Jahrhundert war es kalt.
Papst Johannes Paul II. sprach.
Die G7 trafen sich.
Die G-20-Staaten trafen sich.
Formel 1 kehrt zurück.
Formel Eins kehrt zurück.
Radio 4 meldete es.
Die Agenda 2030 gilt.
Die Agenda 2010 war umstritten.
Stuttgart 21 wird teurer.
Die Covid-19-Fälle stiegen.
Hartz IV wurde ersetzt.
Hartz 4 wurde ersetzt.
Block 3 wurde abgeschaltet.
Reaktor 4 explodierte.
CO2 ist ein Gas.
Ein 5G-Netz entstand.
Schalke 04 verlor.
Hannover 96 gewann.
Mainz 05 verlor.
1860 München gewann.
Die U-21 gewann.
Die U21 gewann.
1. Der Bürgermeister sprach.
Siehe Abb. 3.
Ein Audi A4 wurde gestohlen.
Ein Golf 7 wurde gestohlen.
Ein VW ID.3 brannte.
Die Klasse 7b fuhr mit.
Die IBAN lautet DE89 3704 0044 0532 0130 00.
Zimmer 101 war leer.
Das Tor 3 ist gesperrt.
"""
COUNTED = [
    ("en", "Three F-16s crashed.", [3]),
    ("en", "Ukraine received 45 F-16 jets.", [45]),
    ("en", "The A8 was blocked for 12 kilometres.", [12]),
    ("en", "On the bus 12 people died.", [12]),
    ("en", "The bus carried 40 people.", [40]),
    ("en", "Police called 12 witnesses.", [12]),
    ("en", "Two Boeing 737s collided.", [2]),
    ("en", "They counted 555 votes.", [555]),
    ("en", "Between 10 and 5000 people came.", [None]),
    ("en", "10-15 people came.", [None]),
    ("en", "Some 12 Oxford Street shops closed.", [12]),
    ("en", "14 people died in Downing Street.", [14]),
    ("en", "The range is 21-456 people.", [None]),
    ("en", "Unit sales rose 12 percent.", [12]),
    ("en", "The model sold 12 units.", [12]),
    ("en", "Last night 12 died.", [12]),
    ("en", "This week 12 died.", [12]),
    ("en", "In Kharkiv 5 people were hurt.", [5]),
    ("en", "The toll is 12.", [12]),
    ("en", "At nine sites 12 men dug.", [9, 12]),
    ("en", "The union called 12 strikes.", [12]),
    ("en", "Hospitals put the number of injured at four.", [4]),
    ("en", "The toll stood at nine.", [9]),
    ("en", "It stayed shut until ten guests had left.", [10]),
    ("en", "The dead rose to nine before three of them were named.", [9, 3]),
    ("en", "The army lost 21 men.", [21]),
    ("en", "350 people fled.", [350]),
    ("en", "The court heard 12 witnesses.", [12]),
    ("en", "12 Ukrainian drones fell.", [12]),
    ("en", "The Falcon carried 12 satellites.", [12]),
    ("en", "Twenty people died.", [20]),
    ("en", "COVID killed 300 people.", [300]),
    ("de", "Drei F-16 stürzten ab.", [3]),
    ("de", "Auf der A8 staute es sich auf 12 Kilometern.", [12]),
    ("de", "Im Bus 12 Menschen starben.", [12]),
    ("de", "Um neun Prozent stieg der Umsatz.", [9]),
    ("de", "Der Umsatz stieg um neun.", [9]),
    ("de", "Wirtin: Der alte Hund starb am Abend um drei", []),
    ("de", "Um zwölf Menschen trauert die Stadt.", [12]),
    ("de", "Die Stadt zählt 70173 Einwohner.", [70173]),
    ("de", "Stuttgart zählt 12 Museen.", [12]),
    ("de", "Die Polizei rief 12 Zeugen auf.", [12]),
    ("de", "Der Block hat 12 Wohnungen.", [12]),
    ("de", "Im Block 12 Familien wohnten.", [12]),
    ("de", "Am Tor 12 Fans standen.", [12]),
    ("de", "Am Abend 12 Menschen starben.", [12]),
    ("de", "Die FDP bekam 12 Sitze.", [12]),
    ("de", "Neun Menschen starben.", [9]),
    ("de", "Die Zahl der Verletzten liegt bei vier.", [4]),
    ("de", "Nach drei Toten stieg die Zahl.", [3]),
    ("de", "Gegen neun Männer wird ermittelt.", [9]),
    ("de", "Um neun Euro stieg der Preis.", [9]),
    ("de", "Die Zahl der Opfer liegt bei 12.", [12]),
    ("de", "Die 50 Männer flohen.", [50]),
    ("de", "Die Zahl stieg auf 110.", [110]),
    ("de", "Die Feuerwehr rettete 112 Menschen.", [112]),
    ("de", "Er rief 110 Menschen zusammen.", [110]),
    ("de", "Nach Angaben der Polizei starben 12.", [12]),
    ("de", "Laut Polizei starben 12.", [12]),
    ("de", "Die Bank senkte den Zins um 0,25 Punkte.", [0.25]),
    ("en", "Between 5 and 10 million people came.", [None]),
    ("en", "Two to three million came.", [None]),
    ("en", "Airbus delivered 60 A320s.", [60]),
]


def lines(text: str, lang: str) -> list[tuple[str, str]]:
    return [(lang, line) for line in text.splitlines() if line]


@pytest.mark.parametrize(("lang", "text"), lines(EN, "en") + lines(DE, "de"))
def test_is_no_quantity(lang: str, text: str) -> None:
    assert [quantity.surface for quantity in quantities_in(text, lang)] == []


@pytest.mark.parametrize(("lang", "text", "values"), COUNTED)
def test_is_a_quantity_in_the_same_shape(lang: str, text: str, values: list[float | None]) -> None:
    assert [quantity.point for quantity in quantities_in(text, lang)] == values
