"""Recording the verdict on an item of the queue, and going on in the same queue."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from verifier.services.decide import decide
from verifier.services.desk_queue import neighbours_of
from verifier.web import context
from verifier.web.conflicts import submitted


def decide_and_go_on(uid: str) -> Response:
    """Record the form's verdict on a pair or finding; on to the next item of the filtered queue, else to its list."""
    following = neighbours_of(context.settings(), context.wanted(), uid).next
    verdict, note = request.form.get("verdict", ""), request.form.get("note", "")
    decide(context.settings(), uid, verdict, note, context.reviewer(), submitted())
    if following is None:
        return redirect(url_for("queue.index", **context.query()))
    kind, other = following
    return redirect(url_for(f"{kind}s.show", uid=other, **context.query()))
