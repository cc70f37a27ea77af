"""The programming interface under /api/v1: the lists and pages as JSON, and writes, described by OpenAPI 3.1."""

from __future__ import annotations

from flask import Flask

from verifier.web.api import reading, writing


def init_app(app: Flask) -> None:
    """Add the interface, its description at /api/v1/openapi.json included."""
    app.register_blueprint(reading.bp)
    app.register_blueprint(writing.bp)
