"""The pages of a pair, a finding and a claim."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.errors import NotFound
from verifier.pairing.ladder import MEANINGS
from verifier.pairing.origins import count_origins
from verifier.services.claim_care import read_about, read_check, read_contacts
from verifier.services.desk_data import read_history
from verifier.services.desk_items import competing_items, read_item
from verifier.services.desk_model import ClaimPage, DeskItem, FindingPage, PairPage
from verifier.services.desk_open import open_desk
from verifier.services.desk_views import claim_view, look_alikes, read_placed
from verifier.services.desk_work import read_work
from verifier.store.claims import load_claims
from verifier.store.pairs import slots_of
from verifier.store.prepared import Prepared
from verifier.store.reviews import newest_decision, unknown
from verifier.store.submissions import name_version
from verifier.store.tables import comparison, pair, standing

FINDING_MEANINGS = {
    "HEADLINE_BODY": "One proposition stands in a headline and again in the body, told differently.",
    "PART_EXCEEDS_WHOLE": "A number given as a part is larger than the whole it is said to be part of.",
    "SUM_MISMATCH": "The parts add up to more than the whole.",
    "COPY_CHANGED": "A near-copy of another document in which something that matters has changed.",
}
_COMPARED = Prepared(
    select(
        pair.c.id,
        comparison.c.slots,
        comparison.c.would_change,
        pair.c.independent,
        pair.c.direction,
        pair.c.live,
        comparison.c.seq,
        newest_decision("pair").label("decided"),
    )
    .select_from(pair)
    .outerjoin(comparison, pair.c.id == comparison.c.pair_id)
    .where(pair.c.uid == bindparam("uid"))
    .order_by(comparison.c.seq.desc())
    .limit(1)
)
_VERDICTS = Prepared(select(standing.c.question, standing.c.verdict).where(standing.c.target_uid == bindparam("uid")))


def pair_page(settings: Settings, uid: str) -> tuple[PairPage, list[Claim]]:
    """A pair with all a reviewer needs, and its two claims. Raises NotFound."""
    with open_desk(settings) as connection:
        row = _COMPARED.first(connection, uid=uid)
        if row is None:
            raise unknown(uid)
        item = read_item(connection, "pair", uid)
        placed = read_placed(connection, [voice.claim for voice in item.voices])
        if row.seq is None:
            raise NotFound("The pair “%(uid)s” has not been compared.", uid=uid)
        slots = slots_of(row.slots)
        left, right = views = [claim_view(each, slots) for each in placed]
        page = PairPage(
            item=item,
            left=left,
            right=right,
            slots=slots,
            rule_meaning=MEANINGS.get(item.rule, ""),
            would_change=row.would_change,
            independent=bool(row.independent),
            direction=row.direction,
            is_live=row.live,
            look_alikes=tuple(
                (view, look_alikes(connection, each.id, view.uid)) for view, each in zip(views, placed, strict=True)
            ),
            history=tuple(read_history(connection, "pair", uid)) if row.decided else (),
            work=read_work(connection, uid, [each.id for each in placed], row.id),
            version=name_version(row.decided, row.seq),
        )
        return page, [each.claim for each in placed]


def finding_page(settings: Settings, uid: str) -> tuple[FindingPage, list[Claim]]:
    """A finding with its parts, and their claims. Raises NotFound."""
    with open_desk(settings) as connection:
        item = read_item(connection, "finding", uid)
        placed = read_placed(connection, [voice.claim for voice in item.voices])
        parts = tuple(map(claim_view, placed))
        history = tuple(read_history(connection, "finding", uid))
        work = read_work(connection, uid, [each.id for each in placed])
        page = FindingPage(item, FINDING_MEANINGS.get(item.relation, ""), parts, history, work)
        return page, [each.claim for each in placed]


def _supporters(connection: Connection, uid: str, found: Sequence[DeskItem]) -> list[Claim]:
    """The claims that corroborate or repeat one."""
    agreeing = [item for item in found if item.relation in ("CORROBORATES", "DUPLICATE")]
    uids = {v.claim for item in agreeing for v in item.voices} - {uid}
    return sorted(load_claims(connection, uids, live=False), key=lambda each: each.uid) if uids else []


def claim_page(settings: Settings, uid: str) -> tuple[ClaimPage, list[Claim]]:
    """A claim with its verdicts, pairs and look-alikes. Raises NotFound."""
    with open_desk(settings) as connection:
        decided, reading, grade = read_about(connection, uid)
        [placed] = read_placed(connection, [uid])
        verdicts = dict(_VERDICTS.all(connection, uid=uid))
        found = competing_items(connection, placed.id)
        true_as_of, recheck_on = read_check(connection, uid) if "content" in verdicts else (None, None)
        page = ClaimPage(
            claim=claim_view(placed),
            attribution=verdicts.get("attribution"),
            content=verdicts.get("content"),
            origins=count_origins([placed.claim, *_supporters(connection, uid, found)]),
            pairs=tuple(item for item in found if item.kind == "pair"),
            findings=tuple(item for item in found if item.kind == "finding"),
            look_alikes=look_alikes(connection, placed.id, uid),
            history=tuple(read_history(connection, "claim", uid)) if decided else (),
            work=read_work(connection, uid, [placed.id]),
            contacts=read_contacts(connection, uid),
            true_as_of=true_as_of,
            recheck_on=recheck_on,
            grade=grade,
            version=name_version(decided, reading),
        )
        return page, [placed.claim]
