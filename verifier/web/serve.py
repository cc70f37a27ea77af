"""Run the desk on this machine."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.open_store import open_store
from verifier.web import create_app
from verifier.web.security import LOCAL_HOSTS

_LOCAL = {"127.0.0.1", "localhost", "::1"}
_MEGABYTE = 1024 * 1024


def run(settings: Settings, *, host: str | None = None, port: int | None = None) -> None:
    """Serve until stopped; prints an address that signs in once. Raises VerifierError."""
    from waitress import create_server

    address, wanted = host or settings.host, settings.port if port is None else port
    if address not in _LOCAL:
        raise VerifierError(f"The desk has no accounts yet, so it listens on this machine only, not on {address}.")
    open_store(settings).close()
    _log_to(settings)
    app = create_app(settings)
    try:
        server = create_server(app, host=address, port=wanted, ident=None, threads=4)
    except OSError as error:
        raise VerifierError(f"Port {wanted} on {address} cannot be used: {error.strerror or error}.") from error
    token = app.extensions["verifier.logins"].issue()
    print(f"The review desk is open: http://{LOCAL_HOSTS[0]}:{server.effective_port}/login?token={token}")
    print("This address works once. Stop the desk with Ctrl+C.", flush=True)
    try:
        server.run()
    except KeyboardInterrupt:
        print("Closed.", file=sys.stderr)


def _log_to(settings: Settings) -> None:
    handler = RotatingFileHandler(settings.home / "desk.log", maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("verifier").addHandler(handler)
