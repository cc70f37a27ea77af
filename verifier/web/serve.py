"""Run the desk: on this machine, or behind a proxy that speaks HTTPS for it."""

from __future__ import annotations

import gc
import ipaddress
import logging
import sys
import webbrowser
from logging.handlers import RotatingFileHandler
from typing import Any

from verifier.config import Settings
from verifier.errors import VerifierError
from verifier.services.manage_users import has_admin
from verifier.services.sign_in import issue_login
from verifier.web import create_app
from verifier.web.security import named_hosts

_MEGABYTE = 1024 * 1024
_OBJECTS = 20_000
"""How many new objects the collector of garbage waits for: some pages' worth."""


def run(settings: Settings, *, host: str | None = None, port: int | None = None, open_browser: bool = False) -> None:
    """Serve until stopped; prints an address that signs in once, and opens it if wished. Raises VerifierError."""
    address, wanted = host or settings.host, settings.port if port is None else port
    check_address(settings, address, asked=host is not None)
    token = issue_login(settings)
    _log_to(settings)
    server = make_server(settings, address, wanted)
    place = f"{_place(settings, address, server.effective_port)}/login?token={token}"
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


def make_server(settings: Settings, address: str, port: int) -> Any:
    """The listening server. Raises VerifierError where the port cannot be had."""
    from waitress import create_server

    believed = {
        "trusted_proxy": settings.proxy,
        "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto x-forwarded-host",
    }
    desk = create_app(settings)
    _spare_what_stays()
    try:
        return create_server(
            desk, host=address, port=port, ident=None, threads=4, clear_untrusted_proxy_headers=True,
            **(believed if settings.proxy else {}),
        )  # fmt: skip
    except OSError as error:
        raise VerifierError(f"Port {port} on {address} cannot be used: {error.strerror or error}.") from error


def _spare_what_stays() -> None:
    """Let the collector of garbage pass over what was loaded at the start, and look less often at short-lived pages."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def check_address(settings: Settings, address: str, *, asked: bool) -> None:
    """Raises VerifierError where others could reach the desk and not all that protects it is in place."""
    if _is_local(address):
        return
    if not asked:
        raise VerifierError(f"Others could reach the desk on {address}: say so with --host {address}.")
    if not has_admin(settings):
        raise VerifierError(
            "Others may reach the desk only when there is an admin: “verifier user add NAME --role admin”."
        )
    if not settings.proxy:
        raise VerifierError(
            "Passwords must not travel in the clear: put a proxy that speaks HTTPS in front, and name its address in "
            "VERIFIER_PROXY."
        )
    if not settings.hosts:
        raise VerifierError("Say under which names others reach the desk, in VERIFIER_HOSTS.")


def _is_local(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _place(settings: Settings, address: str, port: int) -> str:
    if settings.proxy and settings.hosts:
        return f"https://{named_hosts(settings)[0]}"
    shown = f"[{address}]" if ":" in address else address
    return f"http://{shown}:{port}"


def _log_to(settings: Settings) -> None:
    handler = RotatingFileHandler(settings.home / "desk.log", maxBytes=_MEGABYTE, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("verifier").addHandler(handler)
