"""The desk served to a browser, and a reviewer signed in with it."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from verifier.services.sign_in import issue_login

if TYPE_CHECKING:
    from flask import Flask

    from verifier.config import Settings


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    from waitress import create_server, wasyncore

    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    # Its own thread closes what it waits on: closed from here, it would now and then wait on a descriptor that is gone.
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    thread.join(5)
    assert not thread.is_alive()


class Reviewer:
    """A signed-in browser; ``trouble`` gathers errors of the console and requests to elsewhere."""

    def __init__(self, browser: Any, address: str, settings: Settings, name: str | None = None, **options: Any) -> None:
        self.address, self.trouble = address, []
        self.context = browser.new_context(base_url=address, **options)
        self.page = self.context.new_page()
        self.page.on("console", lambda said: self.trouble.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", lambda sent: None if sent.url.startswith(address) else self.trouble.append(sent.url))
        self.page.goto(f"/login?token={issue_login(settings, name)}")
        self.page.locator("main form button.primary").click()
        self.page.wait_for_url(f"{address}/")
