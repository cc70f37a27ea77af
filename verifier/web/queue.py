"""The queue: pairs and findings that ask for a verdict, decided one by one or in bulk, and views of it."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from verifier.errors import InputRefused
from verifier.services.decide import VOCABULARY, decide_many
from verifier.services.desk_items import SORTS, Wanted
from verifier.services.desk_queue import count_queue, list_queue, read_queue, uids_in_queue
from verifier.services.desk_work import acts_of, assign, progress_of
from verifier.services.saved_views import list_views, remove_view, save_view
from verifier.services.second_looks import count_second_looks
from verifier.web import context

bp = Blueprint("queue", __name__)
_COLUMNS = (
    "kind", "uid", "relation", "strength", "aspect", "rule", "priority", "state", "verdict", "assignee", "explanation",
    "voices.0.claimant", "voices.0.quote", "voices.0.document_title", "voices.1.claimant", "voices.1.quote",
    "voices.1.document_title",
)  # fmt: skip


@bp.get("/")
def index() -> str:
    """The list."""
    wanted, reviewer = context.wanted(), context.reviewer()
    listing, facets, documents = list_queue(context.settings(), wanted, context.after())
    return render_template(
        "queue/index.html",
        listing=listing,
        kinds={item.kind for item in listing.items},
        facets=facets,
        wanted=wanted,
        narrowed=replace(wanted, sort="priority") != Wanted(wanted.state),
        documents=documents,
        query=context.query(),
        sorts=SORTS,
        acts=acts_of(context.settings(), reviewer),
        progress=progress_of(context.settings(), reviewer),
        views=list_views(context.settings()),
        looks=count_second_looks(context.settings()),
    )


@bp.get("/queue/counts")
def counts() -> str:
    """The states and filters of the list with everything counted to the end, for a page that shows a beginning."""
    wanted = context.wanted()
    total, facets = count_queue(context.settings(), wanted)
    return render_template(
        "queue/counts.html",
        total=total,
        facets=facets,
        wanted=wanted,
        narrowed=True,
        query=context.query(),
        sorts=SORTS,
        looks=count_second_looks(context.settings()),
    )


@bp.get("/queue.json")
def as_json() -> Response:
    """The list as JSON."""
    listing = read_queue(context.settings(), context.wanted(), context.after(), context.page_size())
    return context.json_twin(listing.items, listing.next)


@bp.get("/queue.csv")
def as_csv() -> Response:
    """The list as CSV."""
    return context.csv_twin(read_queue(context.settings(), context.wanted(), None, context.MOST).items, _COLUMNS)


@bp.post("/queue/decide")
def decide() -> BaseResponse:
    """Record one verdict on all that are chosen, or take them on; a verdict is given to the kind it fits."""
    verdict = request.form.get("verdict", "")
    chosen = set(request.form.getlist("item"))
    matching = uids_in_queue(context.settings(), context.wanted())
    kept = [(kind, uid) for kind, uid in matching if request.form.get("all") or uid in chosen]
    if not kept:
        raise InputRefused("Nothing was chosen: tick items, or “all that match”.")
    if verdict == "assign":
        assign(context.settings(), [uid for _, uid in kept], context.reviewer())
    else:
        fitting = [uid for kind, uid in kept if verdict in VOCABULARY[kind]]
        if not fitting:
            raise InputRefused("That verdict fits none of what was chosen.")
        decide_many(context.settings(), fitting, verdict, request.form.get("note", ""), context.reviewer())
    return redirect(url_for("queue.index", **context.query()))


@bp.post("/queue/views")
def keep_view() -> BaseResponse:
    """Keep the filters of the address under a name."""
    save_view(context.settings(), request.form.get("name", ""), context.query(), context.reviewer())
    return redirect(url_for("queue.index", **context.query()))


@bp.post("/queue/views/<int:key>/remove")
def forget_view(key: int) -> BaseResponse:
    """Forget a view of one's own."""
    remove_view(context.settings(), key, context.reviewer())
    return redirect(url_for("queue.index", **context.query()))
