"""Write one report of the sample articles in every format, and its page and print in German, beside this file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from verifier.config import Settings
from verifier.export.render import FORMATS
from verifier.paths import bundled
from verifier.services.build_report import build_report
from verifier.services.decide import decide, verify
from verifier.services.ingest_documents import ingest_documents
from verifier.services.list_stored import list_disputes
from verifier.services.pair_claims import pair_claims
from verifier.services.report_subject import Subject

HERE = Path(__file__).parent


def main() -> None:
    """One dispute, judged in part, in English and in German."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), newsroom="The Sample Desk")
        ingest_documents(settings, [str(bundled("seeds") / "tutorial")])
        pair_claims(settings)
        chosen = next(d for d in list_disputes(settings) if "killed" in d["question"])
        decide(settings, chosen["uid"], "open", "Both were asked for their lists.")
        for claim in chosen["claims"]:
            verify(settings, claim, attribution="confirmed", content="unverifiable", note="No list is public.")
        for lang, formats in (("en", list(FORMATS)), ("de", ["html", "pdf"])):
            made = build_report(settings, Subject("dispute", chosen["uid"]), formats, Path(folder) / lang, lang)
            for path in made.files:
                shutil.copyfile(path, HERE / f"report-{lang}{path.suffix}")


if __name__ == "__main__":
    main()
