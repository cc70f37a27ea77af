"""A tour of the desk over what is stored: a card on each of a few pages, kept in a cookie."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flask import Blueprint, Flask, g, redirect, request, url_for
from werkzeug.wrappers import Response

from verifier.config import Settings
from verifier.services.desk_disputes import list_disputes
from verifier.services.desk_items import Wanted
from verifier.services.desk_lists import list_documents
from verifier.services.desk_queue import neighbours_of
from verifier.web.context import settings
from verifier.web.preferences import keep
from verifier.web.vocabulary import N_

bp = Blueprint("tour", __name__)
OVER = "over"


class Step(NamedTuple):
    """A card: what it is about, what it says, and the page it is shown on."""

    title: str
    text: str
    page: Callable[[Settings], str]


def _first_item(settings: Settings) -> str:
    first = neighbours_of(settings, Wanted(), "").next
    return url_for("queue.index") if first is None else url_for(f"{first[0]}s.show", uid=first[1])


def _first_dispute(settings: Settings) -> str:
    found = list_disputes(settings, "", None, 1)[0].items
    return url_for("disputes.show", uid=found[0].uid) if found else url_for("disputes.index")


def _first_document(settings: Settings) -> str:
    found = list_documents(settings, size=1).items
    return url_for("documents.show", uid=found[0].uid) if found else url_for("documents.index")


STEPS = (
    Step(
        N_("What asks for a verdict"),
        N_("The queue holds what may conflict, the most pressing first. Filters stand in the address, so that a "
           "narrowed queue can be passed on or kept under a name."),
        lambda _: url_for("queue.index"),
    ),
    Step(
        N_("Two claims side by side"),
        N_("Above are the words in their place and how they reached us; below, slot by slot, what agrees and what "
           "does not. What the text does not tell stays “not stated”: nothing is guessed."),
        _first_item,
    ),
    Step(
        N_("One key for each verdict"),
        N_("The bar below gives a verdict by click or by the key shown on it, and goes on to the next item. z takes "
           "the last one back, whatever page you are on. A wrong slot is corrected with e."),
        _first_item,
    ),
    Step(
        N_("One question, its answers"),
        N_("Claims that contest one question make a dispute: who says what, on how many independent origins it rests, "
           "and when. From here a report is built."),
        _first_dispute,
    ),
    Step(
        N_("The article itself, marked"),
        N_("Every claim is marked where it stands. If one was missed, select its words and mark it."),
        _first_document,
    ),
    Step(
        N_("Before you publish"),
        N_("Paste a draft to see what in it conflicts with what is stored. Nothing of it is kept."),
        lambda _: url_for("draft.index"),
    ),
)  # fmt: skip


def init_app(app: Flask) -> None:
    """Tell every template which card to show."""
    app.context_processor(lambda: {"tour": _card() if g.get("person") else None})


@bp.post("/tour")
def go() -> Response:
    """Go to the page of a step, or end the tour."""
    asked = request.form.get("step", "")
    number = int(asked) if asked.isdecimal() and len(asked) == 1 else len(STEPS)
    if number < len(STEPS):
        return keep(redirect(STEPS[number].page(settings())), "tour", str(number))
    return keep(redirect(url_for("queue.index")), "tour", OVER)


def _card() -> dict[str, object] | None:
    """The step that is on; the invitation (number None) for who has never answered it; nothing once it is over."""
    kept = request.cookies.get("tour", "")
    if kept.isdecimal() and len(kept) == 1 and int(kept) < len(STEPS):
        return {"step": STEPS[int(kept)], "number": int(kept), "of": len(STEPS)}
    return {"step": None, "number": None, "of": len(STEPS)} if not kept else None
