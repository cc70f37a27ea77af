"""Asking the network whether statements exclude each other: once, then its answer is read from the store."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection

from verifier.pairing.exclusion.asking import Likelihoods
from verifier.pairing.exclusion.base import is_installed
from verifier.pairing.exclusion.network import TRAINED, Asked, load_network
from verifier.store.embeddings import model_id
from verifier.store.engine import Store
from verifier.store.exclusions import add_likelihoods, load_likelihoods

NONE = "none"
_KEY = 16
_PAIRS_AT_ONCE = 512
"""How many answers are made before they are stored."""


def asking(store: Store, network: str) -> Likelihoods | None:
    """How to ask the network named by the settings; None where it is ``none`` or not installed, which is said once."""
    if network == NONE:
        return None
    if not is_installed():
        _say_missing()
        return None
    return lambda pairs: _answers(store, pairs)


def known_answers(connection: Connection, network: str) -> Likelihoods | None:
    """The answers that are stored; whatever was never asked counts as not exclusive. No model is loaded."""
    if network == NONE:
        return None

    def look_up(pairs: Sequence[Asked]) -> list[float]:
        keys = [_key(pair) for pair in pairs]
        known = load_likelihoods(connection, _sha256(), keys)
        return [known.get(key, 0.0) for key in keys]

    return look_up


def _answers(store: Store, pairs: Sequence[Asked]) -> list[float]:
    keys = [_key(pair) for pair in pairs]
    with store.read() as connection:
        known = load_likelihoods(connection, _sha256(), keys)
    missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
    waiting = list(missing)
    for begin in range(0, len(waiting), _PAIRS_AT_ONCE):
        some = waiting[begin : begin + _PAIRS_AT_ONCE]
        network = load_network()
        fresh = dict(zip(some, network.likelihoods([missing[key] for key in some]), strict=True))
        card = network.card
        with store.write() as connection:
            add_likelihoods(connection, model_id(connection, card, "network"), fresh)
        known |= fresh
    return [known[key] for key in keys]


def _key(pair: Asked) -> bytes:
    """The same in either order."""
    told = "\n".join(f"{lang} {' '.join(text.split())}" for text, lang in sorted(pair))
    return hashlib.blake2b(told.encode(), digest_size=_KEY).digest()


@cache
def _sha256() -> str:
    return hashlib.sha256(TRAINED.read_bytes()).hexdigest()


@cache
def _say_missing() -> None:
    logging.getLogger(__name__).warning("The network is not installed (“make network”): the rules decide alone.")
