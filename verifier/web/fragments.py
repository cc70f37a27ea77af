"""Parts of pages that are kept once they are made, and addresses that are worked out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, partial
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from flask import Flask, request, url_for
from markupsafe import Markup

from verifier.web.language import language

_MOST = 500
_kept: OrderedDict[Hashable, Markup] = OrderedDict()
_lock = Lock()
_ANY = "~uid~"
"""Stands for a uid in addresses that are remembered."""


def init_app(app: Flask) -> None:
    """Give templates ``fragment``, and addresses that are remembered."""
    app.jinja_env.globals["fragment"] = fragment
    app.context_processor(_addresses)


def _addresses() -> dict[str, object]:
    """Functions that know where the desk stands, which takes long to ask for each address of a page."""
    root = request.script_root
    return {"url_for": partial(_address_of, root), "item_url": partial(_item_url, root)}


def fragment(*names: Hashable, caller: Callable[[], Markup]) -> Markup:
    """What a template's call block makes, made once for a key and a language.

    ``names`` have to tell all that the block shows; a form's token must never stand in one.
    """
    key = (language(), *names)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = caller()
    with _lock:
        _kept[key] = made
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made


def address_of(endpoint: str, **values: Any) -> str:
    """``url_for`` for templates: the address of a route below where the desk stands.

    What differs from page to page, a uid and the way back, is put into an address that is remembered.
    """
    return _address_of(request.script_root, endpoint, **values)


def _address_of(root: str, endpoint: str, **values: Any) -> str:
    uid, back = values.get("uid"), values.pop("back", None)
    address = _address(root, endpoint, tuple((values | {"uid": _ANY} if uid else values).items()))
    if uid:
        address = address.replace(_ANY, uid)
    return address if back is None else f"{address}{'&' if '?' in address else '?'}{urlencode({'back': back})}"


def item_url(kind: str, uid: str, query: Mapping[str, Any] | None = None) -> str:
    """The page of a pair, finding, claim, document, dispute, as reached from a filtered list."""
    return _item_url(request.script_root, kind, uid, query)


def _item_url(root: str, kind: str, uid: str, query: Mapping[str, Any] | None = None) -> str:
    stem = _address(root, f"{kind}s.show", (("uid", _ANY),))
    return f"{stem.replace(_ANY, uid)}{_tail(tuple(query.items())) if query else ''}"


@lru_cache(maxsize=4_096)
def _address(root: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:  # noqa: ARG001 - the root is part of the key
    return url_for(endpoint, **dict(values))


@lru_cache(maxsize=1_024)
def _tail(query: tuple[tuple[str, Any], ...]) -> str:
    return f"?{urlencode(query)}"
