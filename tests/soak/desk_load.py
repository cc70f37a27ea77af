"""A desk in a child, and programs that decide at it over HTTP on this machine."""

from __future__ import annotations

import http.client
import json
import random
import socket
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from sqlalchemy import insert

from tests.soak.killing import kill, start
from verifier.config import Settings
from verifier.services.desk_stores import kept_store
from verifier.services.manage_tokens import add_token
from verifier.services.open_store import now
from verifier.store.tables import dispute
from verifier.store.users import user_id
from verifier.web.serve import make_server

VERDICTS = ("open", "resolved", "dismissed")
LIMIT = 10**9


@dataclass
class Target:
    """A dispute, and the version of it one has last heard of."""

    uid: str
    version: str = "0.0"


@dataclass
class Answer:
    """What the desk said; status 0 is no answer at all."""

    status: int
    body: str = ""


@dataclass
class Tally:
    """What one reviewer was told."""

    statuses: Counter[int] = field(default_factory=Counter)
    accepted: dict[tuple[str, str], str] = field(default_factory=dict)


class Desk:
    """A desk in a child; its limit on decisions is lifted (decision_limit), for it is not the question."""

    def __init__(self, settings: Settings, port: int) -> None:
        lifted = settings.model_copy(update={"decision_limit": LIMIT})
        self.child = start(lambda: make_server(lifted, "127.0.0.1", port).run())
        while self.child.is_alive():
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.05)
        raise RuntimeError("the desk has ended before it answered")

    def kill(self) -> bool:
        return kill(self.child)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def add_targets(settings: Settings, count: int) -> list[Target]:
    """Disputes to decide on."""
    uids = [f"soak{n:04}" for n in range(count)]
    with kept_store(settings).write() as connection:
        rows = [{"uid": uid, "question": f"What became of ship {uid}?", "live": True} for uid in uids]
        connection.execute(insert(dispute), rows)
    return [Target(uid) for uid in uids]


def reviewer_token(settings: Settings, name: str) -> str:
    with kept_store(settings).write() as connection:
        user_id(connection, name, now())
    return add_token(settings, name, "soak", "write", 1)


def submit(port: int, token: str, target: Target, *, note: str, key: str = "", version: str = "") -> Answer:
    """One verdict; without ``version`` it asks for no check."""
    form = {"verdict": VERDICTS[len(note) % 3], "note": note}
    form |= ({"key": key} if key else {}) | ({"version": version} if version else {})
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/x-www-form-urlencoded"}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", f"/disputes/{target.uid}/decide", urlencode(form), headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.read().decode())
    except (OSError, http.client.HTTPException):
        return Answer(0)
    finally:
        connection.close()


def review(port: int, token: str, name: str, uids: list[str], count: int, seed: int) -> Tally:
    """Decide ``count`` times on targets others decide on as well; every tenth form is sent twice."""
    chance, told, known = random.Random(seed), Tally(), dict.fromkeys(uids, "0.0")
    for number in range(count):
        uid = chance.choice(uids)
        note, key, version = f"{name} no. {number}", f"{name}-{number}", known[uid]
        answer = submit(port, token, Target(uid), note=note, key=key, version=version)
        told.statuses[answer.status] += 1
        if answer.status == 302:
            assert (uid, version) not in told.accepted
            told.accepted[uid, version] = note
            if number % 10 == 0:
                again = submit(port, token, Target(uid), note=note, key=key, version=version)
                assert again.status == 302, again
        elif answer.status == 409:
            known[uid] = json.loads(answer.body)["version"]
    return told
