"""Parts of pages that are kept once they are made, and addresses that are worked out once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from flask import Flask, current_app, url_for
from markupsafe import Markup

from verifier.web.asked import asked
from verifier.web.language import language

_MOST = 500
_kept: OrderedDict[Hashable, Markup] = OrderedDict()
_lock = Lock()
_ANY = "~uid~"
"""Stands for a uid in addresses that are remembered."""


def init_app(app: Flask) -> None:
    """Give templates ``fragment``, and addresses that are remembered."""
    app.jinja_env.globals.update(fragment=fragment, url_for=address_of, item_url=item_url)


def fragment(*names: Hashable, caller: Callable[[], str]) -> Markup:
    """What a template's call block makes, made once for a key and a language.

    ``names`` have to tell all that the block shows; a form's token must never stand in one.
    """
    key = (language(), *names)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = Markup(caller())  # noqa: S704 - a part of a template, which escapes what it is given
    with _lock:
        _kept[key] = made
        while len(_kept) > _MOST:
            _kept.popitem(last=False)
    return made


def address_of(endpoint: str, **values: Any) -> str:
    """``url_for`` for templates: the address of a route below where the desk stands.

    What differs from page to page, a uid and the way back, is put into an address that is remembered. An address that
    names the host is made anew: another request may have come by another name.
    """
    if values.get("_external"):
        return url_for(endpoint, **values)
    if not values:
        return _address(asked().root, endpoint, ())
    uid, back = values.get("uid"), values.pop("back", None)
    if uid:
        values["uid"] = _ANY
    address = _address(asked().root, endpoint, tuple(values.items()))
    if uid:
        address = address.replace(_ANY, uid)
    return address if back is None else f"{address}{'&' if '?' in address else '?'}{urlencode({'back': back})}"


def item_url(kind: str, uid: str, query: Mapping[str, Any] | None = None) -> str:
    """The page of a pair, finding, claim, document, dispute, as reached from a filtered list."""
    stem = _address(asked().root, f"{kind}s.show", (("uid", _ANY),))
    return f"{stem.replace(_ANY, uid)}{_tail(tuple(query.items())) if query else ''}"


@lru_cache(maxsize=4_096)
def _address(root: str, endpoint: str, values: tuple[tuple[str, Any], ...]) -> str:
    if values and not _is_filled(endpoint) and not any(name.startswith("_") for name, _ in values):
        return f"{_address(root, endpoint, ())}{_tail(tuple([each for each in values if each[1] is not None]))}"
    return url_for(endpoint, **dict(values))


@lru_cache(maxsize=256)
def _is_filled(endpoint: str) -> bool:
    """Whether the path of a route has something to be filled in: else what it is given follows the question mark."""
    return any(rule.arguments for rule in current_app.url_map.iter_rules(endpoint))


@lru_cache(maxsize=1_024)
def _tail(query: tuple[tuple[str, Any], ...]) -> str:
    return f"?{urlencode(query, doseq=True)}" if query else ""
