"""Every setting with its name, its default and its help line, in one place."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from verifier.errors import VerifierError


class Settings(BaseSettings):
    """Settings from the environment (``VERIFIER_…``); ``--home`` on the command line wins over it."""

    model_config = SettingsConfigDict(env_prefix="VERIFIER_", frozen=True)

    home: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("verifier", appauthor=False),
        description="Data folder: the database, backups, reports and the log of unexpected errors.",
    )
    database_url: str | None = Field(
        default=None, description="Database to use; the SQLite file verifier.db in the data folder where unset."
    )
    embedder: str = Field(
        default="use-multi",
        description="Similarity model: use-multi, minilm-en, hash (for tests) or st:<folder or model name>.",
    )
    network: str = Field(
        default="mpnet",
        description="Network asked about statements that the rules leave aside: mpnet, where it is installed, or none.",
    )
    user: str = Field(default="local", description="Name under which decisions from the command line are recorded.")
    newsroom: str = Field(default="Verifier", description="Who publishes: the name in reports, feeds and reviews.")
    site: str = Field(default="", description="Address under which published reports will stand, for links in feeds.")
    ratings: Path | None = Field(
        default=None, description="TOML file with the newsroom's own names for verdicts on claims."
    )
    docx_template: Path | None = Field(
        default=None, description="Word document whose styles, head and foot reports in DOCX take."
    )
    second_person: bool = Field(
        default=False, description="Whether a report is published by somebody else than who built it."
    )
    host: str = Field(default="127.0.0.1", description="Address the review desk listens on.")
    port: int = Field(default=8765, ge=0, le=65535, description="Port the review desk listens on; 0 takes a free one.")
    hosts: str = Field(
        default="", description="Names under which others reach the desk, with commas; this machine's own always work."
    )
    proxy: str = Field(
        default="",
        description="Address of the proxy that speaks HTTPS for the desk; what it forwards about clients is believed.",
    )
    login_limit: int = Field(default=10, ge=1, description="Sign-ins tried for one account in 15 minutes.")
    address_limit: int = Field(default=30, ge=1, description="Sign-ins tried from one address in 15 minutes.")
    decision_limit: int = Field(default=120, ge=1, description="Decisions of one account in a minute.")
    export_limit: int = Field(default=10, ge=1, description="Exports of one account in a minute.")
    import_limit: int = Field(
        default=10, ge=1, description="Imports of one account in a minute, comparisons of all claims too."
    )

    @property
    def url(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{self.database_path}"

    @property
    def database_path(self) -> Path:
        """The embedded database's file in the data folder."""
        return self.home / "verifier.db"

    @property
    def backups(self) -> Path:
        """Where copies of the database are kept."""
        return self.home / "backups"


def load_settings(home: Path | None = None) -> Settings:
    """The settings in force; ``home`` overrides ``VERIFIER_HOME``. Raises VerifierError for a value that is none."""
    try:
        return Settings() if home is None else Settings(home=home)
    except ValidationError as error:
        wrong = "; ".join(f"VERIFIER_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise VerifierError(f"A setting cannot be used: {wrong}.") from error
