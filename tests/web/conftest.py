"""A small store written by hand, the desk over it, and a reviewer who is signed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.reviewing import address  # noqa: F401 - a fixture of every test here
from verifier.config import Settings
from verifier.domain.attribution import Actor, Step
from verifier.domain.claim import Claim, Reading, Term
from verifier.domain.comparison import Comparison, Finding, FindingPart, SlotComparison
from verifier.domain.document import Article, Section
from verifier.domain.enums import (
    ClaimKind,
    FindingKind,
    Polarity,
    Precision,
    QuantityKind,
    Relation,
    SectionKind,
    SlotOutcome,
    StepRole,
    Strength,
)
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.domain.span import Span
from verifier.domain.uids import claim_uid, dispute_uid, finding_uid, pair_uid
from verifier.services.desk_stores import close_stores
from verifier.services.open_store import open_store
from verifier.services.sign_in import issue_login
from verifier.store.claims import add_claims, version_ids
from verifier.store.disputes import DisputeRow, save_disputes
from verifier.store.documents import add_snapshot, identify
from verifier.store.findings import save_findings
from verifier.store.pairs import PairRow, save_pairs
from verifier.web import create_app

MOMENT = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
HARBOUR = (
    "Harbour fire: 40 hurt, port says\n"
    "The port authority said 40 people were hurt in the fire at the harbour.\n"
    "The dockers' union said that 65 people were hurt in the fire 🔥 at the harbour.\n"
    "The union also said <script>alert(1)</script> the alarm had failed.\n"
    "The governor, \u202eEva Lind, denied that the alarm had failed.\n"
)
HAFEN = "Brand im Hafen\nNach Angaben der Feuerwehr wurden 41 Menschen verletzt.\n"


@dataclass(frozen=True)
class Sample:
    """The uids of what the store holds."""

    port: str
    union: str
    alarm: str
    governor: str
    brigade: str
    headline: str
    quarrel: str
    denial: str
    lookalike: str
    finding: str
    dispute: str
    harbour: str
    hafen: str


def actor(name: str, side: str | None = None) -> Actor:
    return Actor("~" + name.lower(), name, "org", side)


def number(text: str, surface: str, start: int = 0) -> Quantity:
    at = text.index(surface, start)
    value = float(surface)
    span = Interval(value, value)
    return Quantity(Span(at, at + len(surface)), surface, QuantityKind.NUMBER, span, span, point=value, thing="person")


def make_claim(
    article: Article, quote: str, who: Actor | None, kind: ClaimKind, surface: str = "", **more: object
) -> Claim:
    identity = identify(article)
    start = article.text.index(quote)
    ordinal = next(n for n, part in enumerate(article.sections) if part.span.start <= start < part.span.end)
    chain = (Step(StepRole.CLAIMANT, who, "said"),) if who else ()
    quantities = (number(article.text, surface, start),) if surface else ()
    reading = Reading(kind, quote, quote, chain, Term("hurt", "hurt"), quantities=quantities, **more)  # type: ignore[arg-type]
    return Claim(
        uid=claim_uid(identity.snapshot, start, start + len(quote)), document=identity.document,
        document_name=article.name, span=Span(start, start + len(quote)), quote=quote, section=ordinal,
        section_kind=article.sections[ordinal].kind, passage=0, lang=article.lang or "en", reading=reading,
    )  # fmt: skip


def make_article(name: str, text: str, lang: str, published: datetime | None) -> Article:
    end = text.index("\n")
    sections = (Section(SectionKind.TITLE, Span(0, end)), Section(SectionKind.BODY, Span(end + 1, len(text))))
    precision = Precision.DAY if published else Precision.NONE
    return Article(name, text, sections, text[:end], published, date_precision=precision, lang=lang, raw=text.encode())


def make_pair(left: Claim, right: Claim, relation: Relation, priority: float, **more: object) -> PairRow:
    slots = (
        SlotComparison("predicate", SlotOutcome.SAME, "hurt", "hurt"),
        SlotComparison("quantity", SlotOutcome.DIFFERENT, "40", "65", "apart (hard)"),
        SlotComparison("place", SlotOutcome.UNKNOWN, None, "the harbour", "not told on both sides"),
    )
    one, other = sorted((left.uid, right.uid))
    judged = Comparison(relation, "R16", slots, would_change="a later count by either side", **more)  # type: ignore[arg-type]
    sentence = f"Two voices on one matter: {relation.value.lower()}."
    return PairRow(pair_uid(one, other), one, other, "same_document", priority, 0.5, ("thing",), judged, sentence)


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    yield Settings(home=tmp_path / "home", embedder="hash", user="rita")
    close_stores()


@pytest.fixture
def sample(settings: Settings) -> Sample:
    """Two documents, six claims, three pairs, a finding and a dispute."""
    harbour = make_article("harbour.md", HARBOUR, "en", datetime(2025, 3, 3))
    hafen = make_article("hafen.txt", HAFEN, "de", None)
    count, union = ClaimKind.QUANTITY, actor("the dockers' union", "union")
    headline = make_claim(harbour, "40 hurt", actor("port"), count, "40")
    port = make_claim(harbour, "40 people were hurt in the fire at the harbour", actor("port authority"), count, "40")
    hurt = make_claim(harbour, "65 people were hurt in the fire 🔥 at the harbour", union, count, "65")
    alarm = make_claim(harbour, "<script>alert(1)</script> the alarm had failed", union, ClaimKind.EVENT)
    denial = make_claim(
        harbour, "\u202eEva Lind, denied that the alarm had failed", actor("The governor"), ClaimKind.DENIAL,
        polarity=Polarity.NEGATIVE,
    )  # fmt: skip
    brigade = make_claim(hafen, "wurden 41 Menschen verletzt", None, count, "41")
    by_uid = {c.uid: c for c in (headline, port, hurt, alarm, denial, brigade)}
    quarrel = make_pair(port, hurt, Relation.DISPUTES, 0.9, strength=Strength.HARD, aspect="quantity", independent=True)
    denied = make_pair(alarm, denial, Relation.CONTRADICTS, 0.7, strength=Strength.SOFT, aspect="denial")
    near = make_pair(hurt, brigade, Relation.DIFFERENT_SCOPE, 0.1, aspect="time")
    parts = tuple(FindingPart(c.uid, c.span, c.quote) for c in (headline, port))
    told = Finding(
        FindingKind.HEADLINE_BODY, Strength.SOFT, "F1", port.document, parts, ("claimant",), "Told in two ways."
    )
    dispute = DisputeRow(
        dispute_uid([port.uid, hurt.uid]), "How many people were hurt?",
        (("40", "asserts", (port.uid,)), ("65", "asserts", (hurt.uid,))),
    )  # fmt: skip
    with open_store(settings) as store, store.write() as connection:
        for article in (harbour, hafen):
            identity = identify(article)
            snapshot_id, _ = add_snapshot(connection, article, identity, MOMENT)
            inside = [c for c in by_uid.values() if c.document == identity.document]
            add_claims(connection, snapshot_id, article.text, inside, MOMENT)
        save_pairs(connection, [quarrel, denied, near], version_ids(connection), "test@1", MOMENT, whole=True)
        save_findings(connection, [(told, 0.5)], "test@1", MOMENT)
        save_disputes(connection, [dispute], {})
    finding = finding_uid(identify(harbour).snapshot, "HEADLINE_BODY", [headline.uid, port.uid])
    return Sample(
        port.uid, hurt.uid, alarm.uid, denial.uid, brigade.uid, headline.uid, quarrel.uid, denied.uid, near.uid,
        finding, dispute.uid, port.document, brigade.document,
    )  # fmt: skip


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings, testing=True)


class Desk:
    """A reviewer's browser: reads pages, and fills in forms with the token they carry."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, status: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code, answer.text[:300])
        return answer.text

    def post(self, path: str, data: dict[str, str] | None = None, page: str = "/", status: int = 302) -> str:
        text = self.get(page)
        token = text.split('name="csrf_token" value="')[1].split('"')[0]
        answer = self.client.post(path, data={"csrf_token": token, **(data or {})})
        assert answer.status_code == status, (path, answer.status_code, answer.text[:300])
        return answer.headers.get("Location") or answer.text


@pytest.fixture
def visitor(app: Flask) -> Desk:
    """Somebody who is not signed in."""
    return Desk(app.test_client())


@pytest.fixture
def desk(settings: Settings, visitor: Desk) -> Desk:
    """The reviewer, signed in."""
    token = issue_login(settings)
    visitor.post("/login", {"token": token}, page=f"/login?token={token}")
    return visitor
