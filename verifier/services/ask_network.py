"""Asking the network whether statements exclude each other: once, then its answer is read from the store."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from functools import cache, partial

from sqlalchemy import Connection

from verifier.domain.claim import Claim
from verifier.domain.comparison import Comparison
from verifier.errors import ModelUnavailable
from verifier.pairing.exclusion.asking import Judged, Likelihoods, second_opinion
from verifier.pairing.exclusion.base import MISSING, is_installed
from verifier.pairing.exclusion.network import Asked, chosen, likelihoods, network_card
from verifier.pairing.ladder import compare_claims
from verifier.pairing.sides import Side
from verifier.store.embeddings import model_id
from verifier.store.engine import Store
from verifier.store.exclusions import add_likelihoods, load_likelihoods

NONE = "none"
_KEY = 16
_AT_ONCE = 128
"""How many answers are stored together: whoever stops a long pass loses no more."""
Told = Callable[[str], None]
"""Told what is being read."""


def asking(store: Store, network: str, progress: Told, *, keep: bool = True) -> Likelihoods | None:
    """How to ask the network named by the settings; None where it is ``none`` or not installed, which is said once.

    Answers are stored unless ``keep`` is false; those that are known are read from the store in any case.
    """
    if network == NONE:
        return None
    if not is_installed():
        _say(MISSING)
        return None
    return lambda pairs: _answers(store, pairs, progress, keep)


def known_answers(connection: Connection) -> Likelihoods:
    """The answers that are stored; whatever was never asked counts as not exclusive. No model is loaded."""

    def look_up(pairs: Sequence[Asked]) -> list[float]:
        keys = [_key(pair) for pair in pairs]
        known = load_likelihoods(connection, network_card().sha256, keys)
        return [known.get(key, 0.0) for key in keys]

    return look_up


def compare_as_stored(
    connection: Connection, pairs: Sequence[tuple[Claim, Claim]], *, trace: bool = False
) -> list[Comparison]:
    """What the rules and the stored answers of the network say of pairs of claims."""
    judged = [Judged(Side(one), Side(other), compare_claims(one, other, trace=trace)) for one, other in pairs]
    return second_opinion(judged, known_answers(connection))


def _answers(store: Store, pairs: Sequence[Asked], progress: Told, keep: bool) -> list[float]:
    keys = [_key(pair) for pair in pairs]
    with store.read() as connection:
        known = load_likelihoods(connection, network_card().sha256, keys)
    missing = dict[str, Asked]()
    for key, (one, other, always) in zip(keys, pairs, strict=True):
        if key not in known and (always or key not in missing):
            missing[key] = Asked(min(one, other), max(one, other), always)
    try:
        known |= _fresh(missing, progress, partial(_keep, store) if keep else _forget)
    except ModelUnavailable as unavailable:
        _say(str(unavailable))
    return [known.get(key, 0.0) for key in keys]


def _fresh(missing: dict[str, Asked], progress: Told, keep: Callable[[dict[str, float]], None]) -> dict[str, float]:
    """The network's answers, kept as they come; 0 of those that are not worth reading."""
    keys, asked = list(missing), list(missing.values())
    read = chosen(asked)
    answers = dict[str, float]()
    for begin in range(0, len(read), _AT_ONCE):
        progress(f"pairs of sentences, {begin} of {len(read)}")
        some = read[begin : begin + _AT_ONCE]
        fresh = dict(zip((keys[n] for n in some), likelihoods([asked[n] for n in some]), strict=True))
        keep(fresh)
        answers |= fresh
    unread = dict.fromkeys(missing.keys() - answers.keys(), 0.0)
    keep(unread)
    return answers | unread


def _keep(store: Store, answers: dict[str, float]) -> None:
    if answers:
        card = network_card()
        with store.write() as connection:
            model = model_id(connection, card.name, card.version, card.sha256, card.dims, kind="ranker")
            add_likelihoods(connection, model, answers)


def _forget(answers: dict[str, float]) -> None:
    """What is asked about a draft leaves no trace."""


def _key(pair: Asked) -> str:
    """The same in either order."""
    told = "\n".join(f"{lang} {' '.join(text.split())}" for text, lang in sorted((pair.one, pair.other)))
    return hashlib.blake2b(told.encode(), digest_size=_KEY).hexdigest()


@cache
def _say(missing: str) -> None:
    """Once for each reason."""
    logging.getLogger(__name__).warning("%s The rules decide alone.", missing)
