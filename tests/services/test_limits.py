"""Each limit, at it and just past it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from verifier.config import Settings
from verifier.errors import Conflict, InputRefused, VerifierError
from verifier.services import ingest_documents, leases, passwords
from verifier.services.claim_care import LONGEST, add_contact
from verifier.services.correct_claims import MAX_REASON, correct
from verifier.services.decide import MAX_EVIDENCE, MAX_NOTE, MAX_REFERENCE, decide, verify
from verifier.services.desk_stores import close_stores, kept_store
from verifier.services.desk_work import LONGEST_COMMENT, add_comment
from verifier.services.ingest_documents import extract_claims, read_article
from verifier.services.list_stored import list_claims
from verifier.services.manage_tokens import add_token
from verifier.services.manage_users import MAX_NAME, add_user
from verifier.services.saved_views import LONGEST_NAME, MOST_VIEWS, save_view
from verifier.services.slot_values import LONGEST as LONGEST_VALUE
from verifier.store.tables import dispute
from verifier.text.decode import MAX_BYTES, MAX_LINE, decode_text
from verifier.text.numbers import MAX_DIGITS, MAX_EXPONENT, parse_digits

PHRASE = "seven green lanterns"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    made = Settings(home=tmp_path / "home", embedder="hash", user="rita")
    with kept_store(made).write() as connection:
        connection.execute(insert(dispute).values(uid="d0", question="What became of the ship?", live=True))
    yield made
    close_stores()


def test_a_text_and_a_line() -> None:
    whole = (b"x" * 99 + b"\n") * (MAX_BYTES // 100)
    whole += b"x" * (MAX_BYTES - len(whole))
    assert len(decode_text(whole)) == MAX_BYTES
    with pytest.raises(InputRefused, match="limit for a text is 5 MiB"):
        decode_text(whole + b"x")
    assert decode_text(b"x" * MAX_LINE)
    with pytest.raises(InputRefused, match="limit is 200,000"):
        decode_text(b"x" * (MAX_LINE + 1))


def test_claims_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Police said 17 people were hurt in Porto. The mayor said 19 people were hurt in Lyon.\n"
    article = read_article(text.encode(), "two.txt")
    found = len(extract_claims(article))
    assert found >= 2
    monkeypatch.setattr(ingest_documents, "MAX_CLAIMS", found)
    assert len(extract_claims(article)) == found
    monkeypatch.setattr(ingest_documents, "MAX_CLAIMS", found - 1)
    with pytest.raises(InputRefused, match=f"limit for a document is {found - 1}"):
        extract_claims(article)


def test_a_note(settings: Settings) -> None:
    decide(settings, "d0", "resolved", "x" * MAX_NOTE)
    with pytest.raises(VerifierError, match="limit is 10,000"):
        decide(settings, "d0", "resolved", "x" * (MAX_NOTE + 1))


def test_references(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_text("Ten people were killed in a fire in Porto on Monday, police said.\n", encoding="utf-8")
    ingest_documents.ingest_documents(settings, [str(path)])
    uid = list_claims(settings)[0]["uid"]
    verify(settings, uid, content="misleading", evidence=["r" * MAX_REFERENCE] * MAX_EVIDENCE)
    for evidence in (["r"] * (MAX_EVIDENCE + 1), ["r" * (MAX_REFERENCE + 1)]):
        with pytest.raises(VerifierError, match="limit is"):
            verify(settings, uid, content="misleading", evidence=evidence)


def test_words_of_the_desk(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_text("Ten people were killed in a fire in Porto on Monday, police said.\n", encoding="utf-8")
    ingest_documents.ingest_documents(settings, [str(path)])
    uid = list_claims(settings)[0]["uid"]
    add_comment(settings, "d0", "x" * LONGEST_COMMENT, "rita")
    add_contact(settings, uid, "w" * LONGEST, date(2025, 3, 2), "o" * LONGEST, "rita")
    correct(settings, uid, {"stated_on": "2025-03-02"}, reason="x" * MAX_REASON)
    correct(settings, uid, {"thing": "x" * LONGEST_VALUE})
    refused = (
        lambda: add_comment(settings, "d0", "x" * (LONGEST_COMMENT + 1), "rita"),
        lambda: add_contact(settings, uid, "w" * (LONGEST + 1), date(2025, 3, 2), "", "rita"),
        lambda: correct(settings, uid, {"stated_on": "2025-03-03"}, reason="x" * (MAX_REASON + 1)),
        lambda: correct(settings, uid, {"thing": "x" * (LONGEST_VALUE + 1)}),
    )
    for write in refused:
        with pytest.raises(InputRefused, match=r"limit is|at most 2,000"):
            write()


def test_digits_and_exponents() -> None:
    assert parse_digits("9" * MAX_DIGITS, "en") == 10**MAX_DIGITS - 1
    assert parse_digits(f"1e{MAX_EXPONENT}", "en") == 10**MAX_EXPONENT
    assert parse_digits("9" * (MAX_DIGITS + 1), "en") is None
    assert parse_digits(f"1e{MAX_EXPONENT + 1}", "en") is None


def test_saved_views(settings: Settings) -> None:
    for number in range(MOST_VIEWS):
        save_view(settings, f"{number}".ljust(LONGEST_NAME, "x"), {}, "rita")
    with pytest.raises(InputRefused, match="at most 60"):
        save_view(settings, "x" * (LONGEST_NAME + 1), {}, "otto")
    with pytest.raises(InputRefused, match="50 views"):
        save_view(settings, "one more", {}, "rita")


def test_names_passwords_and_days(settings: Settings) -> None:
    add_user(settings, "n" * MAX_NAME, "viewer", PHRASE)
    with pytest.raises(VerifierError, match="80 characters"):
        add_user(settings, "n" * (MAX_NAME + 1), "viewer", PHRASE)
    long = "ten words are a good pass phrase for a desk " * 3
    for password, fits in (("a stone boat", True), ("a stone boa", False), (long[:128], True), (long[:129], False)):
        try:
            passwords.check_password(password, "anna")
        except VerifierError:
            assert not fits
        else:
            assert fits
    for days, fits in ((1, True), (366, True), (0, False), (367, False)):
        if fits:
            add_token(settings, "n" * MAX_NAME, "", "read", days)
        else:
            with pytest.raises(VerifierError, match="1 to 366"):
                add_token(settings, "n" * MAX_NAME, "", "read", days)


def test_hashings_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()

    class Slow:
        def hash(self, _: str) -> str:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.02)
            with lock:
                running -= 1
            return ""

    monkeypatch.setattr(passwords, "_hasher", Slow)
    threads = [threading.Thread(target=passwords.hash_password, args=(PHRASE,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2


def test_a_lease(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    leases.take_lease(settings, "d0", "rita")
    began = leases.now()
    monkeypatch.setattr(leases, "now", lambda: began + timedelta(minutes=9, seconds=50))
    with pytest.raises(Conflict, match="rita is looking at this"):
        leases.take_lease(settings, "d0", "otto")
    monkeypatch.setattr(leases, "now", lambda: began + timedelta(minutes=10))
    leases.take_lease(settings, "d0", "otto")
