"""Compare the stored claims and keep what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verifier.config import Settings
from verifier.pairing.exclusion.asking import Likelihoods
from verifier.pairing.keys import key_rows
from verifier.pairing.ladder import RULESET
from verifier.pairing.pipeline import judge
from verifier.pairing.priority import finding_priority
from verifier.services.ask_network import asking
from verifier.services.desk_open import catch_up
from verifier.services.keep_disputes import keep_disputes
from verifier.services.meet_claims import SMALL_STORE
from verifier.services.open_store import now, open_store
from verifier.services.pair_changes import Paired, pair_changes, pair_row
from verifier.services.question_vectors import question_vectors
from verifier.store.claims import load_current
from verifier.store.corrections import hand_pairs
from verifier.store.engine import PATIENT_SECONDS, Store
from verifier.store.findings import save_findings
from verifier.store.keys import file_keys, unfile
from verifier.store.pairs import save_pairs
from verifier.store.passes import changes_since_last, last_ruleset, record_pass


def pair_claims(settings: Settings, *, full: bool = False, progress: Callable[[str], None] = lambda _: None) -> Paired:
    """Compare what was read since the last pass with all that is stored, or everything; decisions stay as they are.

    A small store is compared whole each time. ``progress`` is told what the network reads, which takes longest.
    """
    with open_store(settings, PATIENT_SECONDS) as store:
        ask = asking(store, settings.network, progress)
        with store.read() as connection:
            before = last_ruleset(connection)
            changes = changes_since_last(connection, RULESET, settings.embedder, full)
        if changes.size <= SMALL_STORE:
            with store.read() as connection:
                changes = changes_since_last(connection, RULESET, settings.embedder, full=True)
            done = _pair_whole(store, settings.embedder, [n for claims in changes.claims.values() for n in claims], ask)
        else:
            done = pair_changes(store, settings.embedder, changes, ask)
        with store.write() as connection:
            record_pass(connection, changes, RULESET, settings.embedder, done.crowded, now())
        catch_up(store)
        return replace(done, ruleset_before=before) if before != RULESET else done


def _pair_whole(store: Store, embedder: str, ids: list[int], ask: Likelihoods | None) -> Paired:
    """Compare everything with everything, in memory."""
    with store.read() as connection:
        live = load_current(connection, ids)
        by_hand = hand_pairs(connection)
    vectors = question_vectors(store, embedder, {version: claim for claim, version in live.values()})
    result = judge([claim for claim, _ in live.values()], vectors=vectors, by_hand=by_hand, ask=ask)
    claims = {claim.uid: claim for claim, _ in live.values()}
    versions = {claim.uid: version for claim, version in live.values()}
    rows = [pair_row(pair, claims) for pair in result.pairs]
    moment = now()
    with store.write() as connection:
        unfile(connection, ids)
        file_keys(connection, ((n, key_rows(claim)) for n, (claim, _) in live.items()))
        fresh = save_pairs(connection, rows, versions, RULESET, moment, whole=True)
        save_findings(connection, [(f, finding_priority(f)) for f in result.findings], RULESET, moment)
        keep_disputes(connection, result.disputes)
    queued = sum(pair.comparison.relation.is_queued for pair in result.pairs)
    return Paired(len(claims), len(rows), fresh, queued, len(result.findings), len(result.disputes))
