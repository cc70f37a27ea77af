"""Commands for accounts, tokens and the log: what they print, and how they end."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verifier.cli.main import main
from verifier.services.desk_stores import close_stores

PHRASE = "seven green lanterns"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs one command line on a store of its own: exit code, standard output, standard error."""

    def command(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["verifier", "--home", str(tmp_path / "home"), *words])
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    yield command
    close_stores()


def test_the_first_admin_is_made_by_command(run: Run) -> None:
    assert run("user", "add", "anna", "--role", "admin", typed=PHRASE + "\n") == (0, "anna is admin.\n", "")
    code, out, _ = run("user", "list", "--format", "jsonl")
    anna = next(row for row in map(json.loads, out.splitlines()) if row["name"] == "anna")
    assert (code, anna["role"], anna["password"], anna["disabled"]) == (0, "admin", True, False)


@pytest.mark.parametrize(
    ("words", "typed", "code", "said"),
    [
        (("user", "add", "anna", "--role", "admin"), "", 1, "there was none"),
        (("user", "add", "anna", "--role", "admin"), "short\n", 1, "12 to 128 characters"),
        (("user", "add", "anna", "--role", "owner"), PHRASE, 2, "owner"),
        (("user", "add", "anna"), PHRASE, 2, "--role"),
        (("user", "disable", "nobody"), "", 1, "There is no account “nobody”."),
        (("token", "add", "nobody"), "", 1, "There is no account “nobody”."),
        (("token", "revoke", "7"), "", 1, "no living token 7"),
        (("audit", "verify", "--head", "f" * 64), "", 1, "No entry of the log has the hash"),
        (("erase", "decision", "7"), "", 1, "There is no decision 7."),
        (("erase", "correction", "7"), "", 1, "There is no correction 7."),
    ],
)
def test_what_is_refused_is_one_sentence(run: Run, words: tuple[str, ...], typed: str, code: int, said: str) -> None:
    got, out, err = run(*words, typed=typed)
    assert (got, out) == (code, "")
    assert said in err
    assert "Traceback" not in err


def test_accounts_and_tokens_leave_their_trace_in_the_log(run: Run) -> None:
    run("user", "add", "anna", "--role", "admin", typed=PHRASE)
    run("user", "add", "bert", "--role", "viewer", typed=PHRASE)
    run("user", "role", "bert", "editor")
    run("user", "password", "bert", typed="eight blue lanterns")
    code, secret, _ = run("token", "add", "bert", "--scope", "write", "--days", "2")
    assert (code, secret[:4]) == (0, "vrf_")
    assert secret.strip() not in run("token", "list")[1]
    run("token", "revoke", "1")
    run("user", "disable", "bert")
    code, _, err = run("user", "disable", "anna")
    assert (code, "last admin" in err) == (1, True)
    _, out, _ = run("audit", "export", "--format", "jsonl")
    lines = [json.loads(line) for line in out.splitlines()]
    acts = ["user_add", "user_add", "user_role", "user_password", "token_add", "token_revoke", "user_disable"]
    assert [line["action"] for line in lines] == acts
    code, out, _ = run("audit", "verify", "--head", lines[2]["sha256"])
    assert (code, out) == (0, f"The log is whole: 7 entries, head {lines[-1]['sha256']}.\n")
    assert run("erase", "user", "bert")[0] == 0
    assert "bert" not in run("audit", "export")[1]
    assert run("check")[0] == 0
