"""Run the desk on this machine."""

from __future__ import annotations

import logging
import sys
import webbrowser
from logging.handlers import RotatingFileHandler

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.sign_in import issue_login
from verifier.web import create_app

_LOCAL = ("127.0.0.1", "localhost", "::1")
_MEGABYTE = 1024 * 1024


def run(settings: Settings, *, host: str | None = None, port: int | None = None, open_browser: bool = False) -> None:
    """Serve until stopped; prints an address that signs in once, and opens it if wished. Raises VerifierError."""
    from waitress import create_server

    address, wanted = host or settings.host, settings.port if port is None else port
    if address not in _LOCAL:
        raise VerifierError(f"The desk has no accounts yet, so it listens on this machine only, not on {address}.")
    token = issue_login(settings)
    _log_to(settings)
    app = create_app(settings)
    try:
        server = create_server(app, host=address, port=wanted, ident=None, threads=4)
    except OSError as error:
        raise VerifierError(f"Port {wanted} on {address} cannot be used: {error.strerror or error}.") from error
    shown = f"[{address}]" if ":" in address else address
    place = f"http://{shown}:{server.effective_port}/login?token={token}"
    print(f"The review desk is open: {place}")
    print("This address works once. Stop the desk with Ctrl+C.", flush=True)
    if open_browser:
        webbrowser.open(place)
    try:
        server.run()
    except KeyboardInterrupt:
        print("Closed.", file=sys.stderr)
    finally:
        server.close()


def _log_to(settings: Settings) -> None:
    handler = RotatingFileHandler(settings.home / "desk.log", maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("verifier").addHandler(handler)
