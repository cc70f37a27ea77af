"""Pictures of the desk for these documents: the sample articles in a new store, light and dark."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from playwright.sync_api import ViewportSize, sync_playwright
from waitress import create_server

from verifier.config import Settings
from verifier.services.desk_stores import close_stores
from verifier.services.list_stored import list_disputes, list_pairs
from verifier.services.run_demo import run_demo
from verifier.services.sign_in import issue_login
from verifier.web import create_app

IMAGES = Path(__file__).parent / "images"
SIZE = ViewportSize(width=1366, height=900)


def pages_of(settings: Settings, document: str) -> dict[str, str]:
    """The pages worth a picture by name."""
    pair = next(p for p in list_pairs(settings, queued=True) if p["relation"] == "CONTRADICTS")
    dispute = list_disputes(settings)[0]["uid"]
    claim = pair["left"]["claim"]
    return {
        "queue": "/",
        "pair": f"/pairs/{pair['uid']}",
        "dispute": f"/disputes/{dispute}",
        "claim": f"/claims/{claim}",
        "document": f"/documents/{document}",
        "sources": "/sources",
    }


def main() -> None:
    """Take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium is installed here.")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), embedder="hash", user="reviewer")
        run_demo(settings, (), Path(folder) / "out")
        server = create_server(create_app(settings), host="127.0.0.1", port=0)
        Thread(target=server.run, daemon=True).start()
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            for look in ("light", "dark"):
                context = browser.new_context(
                    base_url=f"http://127.0.0.1:{server.effective_port}", color_scheme=look, viewport=SIZE
                )
                context.add_cookies([{"name": "tour", "value": "over", "domain": "127.0.0.1", "path": "/"}])
                page = context.new_page()
                page.goto(f"/login?token={issue_login(settings)}")
                page.get_by_role("button", name="Sign in").click()
                document = page.request.get("/documents.json").json()["items"][0]["uid"]
                for name, path in pages_of(settings, document).items():
                    page.goto(path)
                    page.screenshot(path=IMAGES / f"{name}-{look}.png")
                context.close()
            browser.close()
        server.close()
        close_stores()


if __name__ == "__main__":
    main()
