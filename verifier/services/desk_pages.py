"""The pages of the desk: a pair, a finding, a claim, a document, a dispute."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import select

from verifier.config import Settings
from verifier.domain.claim import Claim
from verifier.domain.enums import Relation, SectionKind
from verifier.domain.span import Span
from verifier.errors import NotFound
from verifier.pairing.compare.times import show_time
from verifier.pairing.ladder import MEANINGS
from verifier.services.desk_data import Desk, document_rows, open_desk, read_history
from verifier.services.desk_lists import document_list
from verifier.services.desk_model import (
    Block,
    ClaimPage,
    ClaimView,
    DeskItem,
    DisputePage,
    DisputeRow,
    DocumentPage,
    FindingPage,
    LookAlike,
    MarginNote,
    PairPage,
    Position,
)
from verifier.services.desk_passages import Highlight, around, cut_paragraphs
from verifier.store.pairs import slots_of
from verifier.store.tables import claim, comparison, dispute, dispute_claim, pair, report, section, snapshot

FINDING_MEANINGS = {
    "HEADLINE_BODY": "One proposition stands in a headline and again in the body, told differently.",
    "PART_EXCEEDS_WHOLE": "A number given as a part is larger than the whole it is said to be part of.",
    "SUM_MISMATCH": "The parts add up to more than the whole.",
    "COPY_CHANGED": "A near-copy of another document in which something that matters has changed.",
}


def pair_page(settings: Settings, uid: str) -> tuple[PairPage, list[Claim]]:
    """A pair with all a reviewer needs, and its two claims. Raises NotFound."""
    with open_desk(settings) as desk:
        item = _item(desk.pairs, uid, "pair")
        claims = [desk.claims[v.claim] for v in item.voices]
        row = desk.connection.execute(
            select(comparison, pair.c.independent.label("now"), pair.c.direction.label("way"))
            .join(pair, pair.c.id == comparison.c.pair_id)
            .where(pair.c.uid == uid)
            .order_by(comparison.c.seq.desc())
            .limit(1)
        ).first()
        if row is None:
            raise NotFound(f"The pair “{uid}” has not been compared.")
        left, right = (claim_view(desk, c, (c.span,)) for c in claims)
        page = PairPage(
            item, left, right, slots_of(row.slots), MEANINGS.get(item.rule, ""), row.would_change, bool(row.now), row.way,
            tuple((view, tuple(_look_alikes(desk, c.uid))) for view, c in zip((left, right), claims, strict=True)),
            tuple(read_history(desk.connection, "pair", uid)),
        )  # fmt: skip
        return page, claims


def finding_page(settings: Settings, uid: str) -> tuple[FindingPage, list[Claim]]:
    """A finding with its parts, and their claims. Raises NotFound."""
    with open_desk(settings) as desk:
        item = _item(desk.findings, uid, "finding")
        claims = [desk.claims[v.claim] for v in item.voices]
        parts = tuple(claim_view(desk, c, (c.span,)) for c in claims)
        history = tuple(read_history(desk.connection, "finding", uid))
        return FindingPage(item, FINDING_MEANINGS.get(item.relation, ""), parts, history), claims


def claim_page(settings: Settings, uid: str) -> tuple[ClaimPage, list[Claim]]:
    """A claim with its verdicts, pairs and look-alikes. Raises NotFound."""
    with open_desk(settings) as desk:
        if uid not in desk.claims:
            raise NotFound(f"No claim with the uid “{uid}” is stored.")
        each = desk.claims[uid]
        pairs = [i for i in desk.items if i.kind == "pair" and _has(i, uid) and i.relation != "DIFFERENT_SCOPE"]
        findings = [i for i in desk.items if i.kind == "finding" and _has(i, uid)]
        page = ClaimPage(
            claim_view(desk, each, (each.span,)),
            desk.verdicts.get((uid, "attribution")),
            desk.verdicts.get((uid, "content")),
            tuple(pairs),
            tuple(findings),
            tuple(_look_alikes(desk, uid)),
            tuple(read_history(desk.connection, "claim", uid)),
        )
        return page, [each]


def document_page(settings: Settings, uid: str) -> DocumentPage:
    """A document with its claims highlighted and findings in the margin. Raises NotFound."""
    with open_desk(settings) as desk:
        row = next((r for r in document_rows(desk.connection) if r.uid == uid), None)
        if row is None:
            raise NotFound(f"No document with the uid “{uid}” is stored.")
        claims = [c for c in desk.claims.values() if c.document == uid]
        marks = [Highlight(c.span, _tone(c), f"/claims/{c.uid}", f"c-{c.uid}") for c in claims]
        notes: dict[int, list[MarginNote]] = defaultdict(list)
        for item in desk.items:
            if item.state == "listed" or (item.kind == "pair" and item.state not in ("waiting", "decided")):
                continue
            here = [v.claim for v in item.voices if v.document == uid]
            if here:
                note = MarginNote(item.kind, item.uid, item.relation, item.strength, item.explanation)
                notes[desk.claims[here[0]].section].append(note)
        parts = desk.connection.execute(
            select(section).where(section.c.snapshot_id == row.snap).order_by(section.c.ordinal)
        )
        blocks = tuple(
            Block(p.kind, p.dated_on, cut_paragraphs(row.text, Span(p.start, p.end), marks), tuple(notes[p.ordinal]))
            for p in parts
            if SectionKind(p.kind) is not SectionKind.BOILERPLATE
        )
        listed = next(r for r in document_list(desk) if r.uid == uid)
        return DocumentPage(listed, row.canonical_url, row.text_sha256, len(row.text), blocks)


def dispute_rows(settings: Settings) -> list[DisputeRow]:
    """Every live dispute in short."""
    with open_desk(settings) as desk:
        return [_dispute_row(desk, row) for row in _disputes(desk)]


def dispute_page(settings: Settings, uid: str) -> tuple[DisputePage, list[Claim]]:
    """A dispute with its positions, and its claims. Raises NotFound."""
    with open_desk(settings) as desk:
        row = next((r for r in _disputes(desk) if r.uid == uid), None)
        if row is None:
            raise NotFound(f"No dispute with the uid “{uid}” is stored.")
        members = _members(desk, row.id)
        positions = []
        for (label, stance), uids in members.items():
            views = tuple(claim_view(desk, desk.claims[u], (desk.claims[u].span,)) for u in uids)
            positions.append(Position(stance, label, views))
        inside = {u for uids in members.values() for u in uids}
        pairs = [i for i in desk.items if i.kind == "pair" and {v.claim for v in i.voices} <= inside]
        contested = tuple(i for i in pairs if i.state in ("waiting", "decided", "stale"))
        made = desk.connection.execute(
            select(report.c.uid, report.c.title, report.c.inputs).order_by(report.c.id.desc())
        )
        reports = tuple((r.uid, r.title) for r in made if r.inputs.get("dispute") == uid)
        history = tuple(read_history(desk.connection, "dispute", uid))
        page = DisputePage(_dispute_row(desk, row), tuple(positions), contested, reports, history)
        return page, [desk.claims[u] for u in sorted(inside)]


def claim_view(desk: Desk, each: Claim, marked: tuple[Span, ...]) -> ClaimView:
    """A claim with its words in context."""
    voice, reading = desk.voice(each), each.reading
    row = desk.connection.execute(
        select(snapshot.c.text, section.c.start, section.c.end)
        .join(claim, claim.c.snapshot_id == snapshot.c.id)
        .join(section, (section.c.snapshot_id == snapshot.c.id) & (section.c.ordinal == claim.c.section))
        .where(claim.c.uid == each.uid)
    ).one()
    whole = around(row.text, each.span, Span(row.start, row.end))
    passage = cut_paragraphs(row.text, whole, [Highlight(span, "claim") for span in marked])
    slots = (
        ("what", reading.predicate.name if reading.predicate else None),
        ("who did it", reading.agent.name if reading.agent else None),
        ("to whom or what", reading.patient.name if reading.patient else None),
        ("counted or affected", reading.thing.name if reading.thing else None),
        ("where", reading.place.name if reading.place else None),
        ("when", show_time(reading.time)),
        ("kind of count", reading.aspect.value.replace("_", " ") if reading.aspect else None),
        ("put as", reading.modality.value),
        ("polarity", "denied" if reading.polarity.value == "-" else "affirmed"),
    )
    return ClaimView(
        each.uid, reading.kind.value, voice.claimant, voice.side, each.quote, passage, reading.chain, each.document,
        voice.document_title, each.lang, each.section_kind.value, each.published_on, reading.stated_on, slots,
        reading.quantities, reading.caveats, reading.against_interest, reading.commitment.value,
    )  # fmt: skip


def _item(items: Any, uid: str, kind: str) -> DeskItem:
    found = next((item for item in items if item.uid == uid), None)
    if found is None:
        raise NotFound(f"No {kind} with the uid “{uid}” is stored.")
    return found  # type: ignore[no-any-return]


def _has(item: DeskItem, uid: str) -> bool:
    return any(voice.claim == uid for voice in item.voices)


def _look_alikes(desk: Desk, uid: str) -> list[LookAlike]:
    """The pairs of a claim that do not compete, the nearest first, each with the reason."""
    near = [i for i in desk.pairs if _has(i, uid) and i.relation in (Relation.DIFFERENT_SCOPE, Relation.REFINES)]
    ordered = sorted(near, key=lambda i: (-i.priority, i.uid))
    return [
        LookAlike(i.uid, i.relation, i.aspect, i.explanation, next(v for v in i.voices if v.claim != uid))
        for i in ordered
    ]


def _tone(each: Claim) -> str:
    tones = {"quantity": "part", "event": "same", "state": "same", "denial": "different", "opinion": "unknown"}
    return tones.get(each.reading.kind.value, "violet")


def _disputes(desk: Desk) -> list[Any]:
    rows = desk.connection.execute(select(dispute).where(dispute.c.live.is_(True)).order_by(dispute.c.uid)).all()
    return [row for row in rows if _members(desk, row.id)]


def _members(desk: Desk, dispute_id: int) -> dict[tuple[str, str], list[str]]:
    """Claims by position label and stance."""
    query = (
        select(dispute_claim.c.label, dispute_claim.c.stance, claim.c.uid)
        .join(claim, claim.c.id == dispute_claim.c.claim_id)
        .where(dispute_claim.c.dispute_id == dispute_id)
        .order_by(dispute_claim.c.position, claim.c.uid)
    )
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in desk.connection.execute(query):
        if row.uid in desk.claims:
            found[row.label, row.stance].append(row.uid)
    return found


def _dispute_row(desk: Desk, row: Any) -> DisputeRow:
    members = _members(desk, row.id)
    inside = {u for uids in members.values() for u in uids}
    top = next((i for i in desk.items if i.kind == "pair" and {v.claim for v in i.voices} <= inside), None)
    firsts = tuple(desk.voice(desk.claims[uids[0]]) for uids in members.values())
    status = desk.verdicts.get((row.uid, ""), "open")
    return DisputeRow(
        row.uid, row.question, status, top.strength if top else None, top.relation if top else "", len(inside), firsts
    )
