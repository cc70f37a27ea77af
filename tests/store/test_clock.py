"""A clock that steps back: what is newest is told by its number, and nothing is lost or let in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from verifier.config import Settings
from verifier.errors import Throttled
from verifier.services import decide as deciding
from verifier.services import sign_in, throttle, undo_decision
from verifier.services.audit_log import export_audit, verify_audit
from verifier.services.decide import decide
from verifier.services.list_stored import list_disputes
from verifier.services.maintain_store import check_store
from verifier.services.sign_in import find_session, issue_login, use_login
from verifier.services.throttle import MINUTE, count_hit
from verifier.services.undo_decision import undo

LATE, EARLY = datetime(2025, 6, 1, 12, tzinfo=UTC), datetime(2024, 6, 1, 12, tzinfo=UTC)


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    for module in (deciding, undo_decision, sign_in, throttle):
        monkeypatch.setattr(module, "now", lambda: moment)


def test_the_newest_decision_holds_whatever_the_clock_says(bare: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, LATE)
    decide(bare, "d0", "resolved", "first")
    set_clock(monkeypatch, EARLY)
    decide(bare, "d0", "dismissed", "second")
    assert [d["status"] for d in list_disputes(bare) if d["uid"] == "d0"] == ["dismissed"]
    assert undo(bare).uid == "d0"
    assert [d["status"] for d in list_disputes(bare) if d["uid"] == "d0"] == ["resolved"]
    assert [line["seq"] for line in export_audit(bare)] == [1, 2, 3]
    assert verify_audit(bare).seq == 3
    assert check_store(bare) == []


def test_a_limit_is_counted_anew_and_holds(bare: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, LATE)
    count_hit(bare, "decide:rita", 1, MINUTE, "decisions")
    set_clock(monkeypatch, EARLY)
    count_hit(bare, "decide:rita", 1, MINUTE, "decisions")
    with pytest.raises(Throttled) as refused:
        count_hit(bare, "decide:rita", 1, MINUTE, "decisions")
    assert 0 < refused.value.retry_after <= 60


def test_sessions_and_addresses_of_a_later_clock_let_nobody_in(bare: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, LATE)
    session, address = use_login(bare, issue_login(bare)), issue_login(bare)
    assert session is not None
    set_clock(monkeypatch, LATE - timedelta(minutes=1))
    assert find_session(bare, session) is not None
    set_clock(monkeypatch, EARLY)
    assert find_session(bare, session) is None
    assert use_login(bare, address) is None
    set_clock(monkeypatch, LATE + timedelta(minutes=1))
    assert use_login(bare, address) is not None
