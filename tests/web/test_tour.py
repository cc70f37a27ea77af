"""The tour: offered once, walked without scripts, ended for good, and taken again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.web.tour import STEPS

if TYPE_CHECKING:
    from tests.web.conftest import Desk, Sample


def test_the_tour_is_offered_where_there_is_something_to_see(desk: Desk) -> None:
    assert "Take the tour" not in desk.get("/")


def test_the_tour_walks_every_page_and_ends(desk: Desk, sample: Sample) -> None:
    assert "Take the tour" in desk.get("/")
    stops = []
    for number, step in enumerate(STEPS):
        place = desk.post("/tour", {"step": str(number)})
        page = desk.get(place)
        assert step.title in page
        assert f"Tour, {number + 1} of {len(STEPS)}" in page
        assert ("Next stop" in page) is (number + 1 < len(STEPS))
        stops.append(place)
    assert stops[1] == f"/pairs/{sample.quarrel}"
    assert stops[3] == f"/disputes/{sample.dispute}"
    desk.post("/tour", {"step": "over"})
    for place in ("/", stops[1]):
        assert 'class="tour"' not in desk.get(place)
    desk.post("/tour", {"step": "0"})
    assert STEPS[0].title in desk.get("/")


def test_a_tour_over_an_empty_store_leads_to_pages_that_say_what_to_do(desk: Desk) -> None:
    for number in range(len(STEPS)):
        assert STEPS[number].title in desk.get(desk.post("/tour", {"step": str(number)}))
