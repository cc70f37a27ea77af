"""The desk in two languages: nothing untranslated, nothing hard-coded, the reader's choice kept."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.catalogue import ROOT, extracted, translated
from tests.web.conftest import Desk
from tests.web.test_browser import PHRASE, pages_of
from verifier.domain import enums
from verifier.errors import Conflict, InputRefused, NotFound, VerifierError, Word
from verifier.export.desk_timeline_svg import Moment, timeline_svg
from verifier.pairing.ladder import MEANINGS
from verifier.services.desk_facets import STATE_LABELS
from verifier.services.desk_pages import FINDING_MEANINGS
from verifier.services.manage_users import add_user
from verifier.services.sign_in import issue_login
from verifier.store.tables.audit import ACTIONS
from verifier.web import language, telling, words

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Sample
    from verifier.config import Settings

GAP = re.compile(r"%\(\w+\)s|</?\w+>")
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if "export" not in path.parts)
TOKEN = re.compile(
    r"(?P<jinja>\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|(?P<tag><[!/]?[a-z](?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>)", re.S | re.I
)
SPOKEN = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"{]*[A-Za-z]{2}[^"{]*)')
OWN_NAMES = {"Verifier", "SHA-256"}


def test_every_message_is_translated_with_all_its_gaps() -> None:
    catalogue = translated("de")
    wanted = {(message.id, message.context): message for message in extracted() if message.id}
    for (text, context), message in wanted.items():
        one = text if isinstance(text, str) else text[0]
        found = catalogue.get(one, context)
        assert found is not None, one
        assert found.string, one
        assert all(found.string), one
        for english, german in zip(_forms(message.id), _forms(found.string), strict=True):
            assert sorted(GAP.findall(english)) == sorted(GAP.findall(german)), english
    assert {(m.id, m.context) for m in catalogue if m.id} == wanted.keys(), "the catalogue holds what nobody says"


def _forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_word_is_hard_coded_in_a_template(path: Path) -> None:
    assert hard_coded(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>{{ _('Fine') }} · 3</p>", []),
        ("<p>Not fine</p>", ["Not fine"]),
        ("<p>{{ n }} claims</p>", ["claims"]),
        ('<button aria-label="Go on">→</button>', ["Go on"]),
        ('<a title="{{ _(\'Go\') }}" href="{{ x }}"{% if y > 3 %} rel="next"{% endif %}>2</a>', []),
        ("<code>verifier serve</code> <kbd>Esc</kbd> Verifier", []),
    ],
)
def test_a_hard_coded_word_would_be_found(source: str, found: list[str]) -> None:
    assert hard_coded(source) == found


def hard_coded(source: str) -> list[str]:
    """Words of a template that are neither marked for translation, nor code, nor a key, nor our name."""
    found, place, quiet = [], 0, 0
    for token in [*TOKEN.finditer(source), None]:
        text = source[place : token.start() if token else len(source)].strip()
        if re.search(r"[A-Za-z]{2}", text) and not quiet and text.strip("· ") not in OWN_NAMES:
            found.append(text)
        if token is None:
            break
        place = token.end()
        if tag := token["tag"]:
            found += SPOKEN.findall(tag)
            if name := re.match(r"<(/?)(?:code|kbd|svg|title-)\b", tag):
                quiet += -1 if name[1] else 1
    return [text for text in found if text != "&amp;"]


def said(message: str, context: str = "") -> bool:
    found = translated("de").get(message, context or None)
    return found is not None and bool(found.string)


def test_closed_vocabularies_are_translated_whole() -> None:
    shown = (
        enums.ClaimKind, enums.SectionKind, enums.StepRole, enums.Aspect, enums.Modality, enums.CueClass,
        enums.Strength, enums.DisputeStatus, enums.SlotOutcome,
    )  # fmt: skip
    plain = {words.plain(member) for kind in shown for member in kind}
    plain |= {words.plain(action) for action in ACTIONS} | set(STATE_LABELS)
    assert [word for word in sorted(plain) if not said(word)] == []
    relations = {words.relation(member).label for kind in (enums.Relation, enums.FindingKind) for member in kind}
    assert [word for word in sorted(relations) if not said(word, "relation")] == []


def test_reasons_of_comparisons_are_translated() -> None:
    reasons = set()
    for path in (ROOT / "verifier" / "pairing" / "compare").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "SlotComparison" and node.args:
                last = node.args[-1]
                if isinstance(last, ast.Constant) and " " in str(last.value):
                    reasons.add(last.value)
    assert len(reasons) > 10
    assert [reason for reason in sorted(reasons) if not said(reason)] == []


def test_rules_are_told_in_german(app: object) -> None:  # noqa: ARG001 - the catalogues are those of the desk
    from verifier.export.words import load_words

    known = load_words("de").table["rule"]
    assert [rule for rule in MEANINGS if rule not in known] == []
    assert [text for text in FINDING_MEANINGS.values() if not said(text)] == []


class Missed(language.tables.NullTranslations):
    """Notes what a catalogue does not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: set[str] = set()

    def gettext(self, message: str) -> str:
        self.messages.add(message)
        return message

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the library's signature
        return self.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - the library's signature
        return self.gettext(msgid1)


def test_no_page_says_what_the_catalogue_does_not_hold(
    app: Flask, desk: Desk, settings: Settings, sample: Sample
) -> None:
    add_user(settings, "ada", "admin", PHRASE)
    admin = Desk(app.test_client())
    token = issue_login(settings, "ada")
    admin.post("/login", {"token": token}, page=f"/login?token={token}")
    desk.post(f"/pairs/{sample.denial}/decide", {"verdict": "unsure", "note": "ask again"})
    desk.post(f"/disputes/{sample.dispute}/report")
    german, missed = language.catalogue("de"), Missed()
    german.add_fallback(missed)
    try:
        admin.client.set_cookie("language", "de")
        for path in (*pages_of(sample).values(), "/account/", "/admin/", "/log"):
            assert '<html lang="de"' in admin.get(path)
    finally:
        german._fallback = None
    assert missed.messages == set()


@pytest.mark.parametrize(
    ("asked", "kept", "lang"),
    [
        ("de", "", "de"),
        ("de-AT,de;q=0.9,en;q=0.5", "", "de"),
        ("en-GB,de;q=0.5", "", "en"),
        ("fr,it;q=0.8", "", "en"),
        ("", "", "en"),
        ("de", "en", "en"),
        ("en", "de", "de"),
        ("de", "xx", "de"),
    ],
)
@pytest.mark.usefixtures("sample")
def test_the_browser_asks_and_the_reader_decides(desk: Desk, asked: str, kept: str, lang: str) -> None:
    if kept:
        desk.client.set_cookie("language", kept)
    page = desk.client.get("/", headers={"Accept-Language": asked}).text
    assert f'<html lang="{lang}"' in page
    assert ("Warteschlange" in page) is (lang == "de")


@pytest.mark.parametrize(
    ("path", "english", "german"),
    [
        ("/", "Narrow the list", "Liste eingrenzen"),
        ("/", "Second looks", "Zweite Blicke"),
        ("/claims", "Any", "Alle"),
        ("/queue/counts", " match.", " passen."),
    ],
)
@pytest.mark.usefixtures("sample")
def test_parts_of_pages_that_are_kept_are_kept_for_each_language(
    desk: Desk, path: str, english: str, german: str
) -> None:
    told = {}
    for lang in ("en", "de", "en"):
        desk.client.set_cookie("language", lang)
        told.setdefault(lang, []).append(desk.get(path))
    assert all(english in page for page in told["en"])
    assert all(german in page and english not in page for page in told["de"])


def test_sentences_of_pairs_and_disputes_are_told_in_the_language_of_the_page(desk: Desk, sample: Sample) -> None:
    english = {path: desk.get(path) for path in (f"/pairs/{sample.quarrel}", f"/disputes/{sample.dispute}")}
    desk.client.set_cookie("language", "de")
    pair, dispute = (desk.get(path) for path in english)
    assert "Two voices on one matter" in english[f"/pairs/{sample.quarrel}"]
    assert "Two voices on one matter" not in pair
    assert "Beim Wort genommen schließen die beiden Zahlen einander aus." in pair
    assert "nicht auf beiden Seiten angegeben" in pair
    assert "Who says what" in english[f"/disputes/{sample.dispute}"]
    assert "Wer sagt was" in dispute


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many? … people were hurt", "Welche Zahl stimmt? „… people were hurt“"),
        ("Is it so? the alarm had failed", "Ist es so? „the alarm had failed“"),
        ("Who rang the bell?", "Who rang the bell?"),
    ],
)
def test_questions_are_asked_in_german(app: Flask, question: str, told: str) -> None:
    with app.test_request_context(headers={"Accept-Language": "de"}):
        assert telling.question(question) == told
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert telling.question(question) == question


def test_the_switch_is_kept_and_refusals_follow_it(desk: Desk, sample: Sample) -> None:
    assert desk.post("/preferences", {"language": "de", "back": "/claims"}) == "/claims"
    assert "Wer was gesagt hat" in desk.get("/claims")
    assert "Nicht gefunden" in desk.get("/claims/0123456789abcdef", status=404)
    where = f"/claims/{sample.port}/correct"
    assert "Es wurde nichts geändert." in desk.post(where, page=where, status=400)
    desk.post("/preferences", {"language": "xx"})
    assert "Wer was gesagt hat" in desk.get("/claims")
    assert desk.client.get("/claims.csv").text.startswith("voice.claim,")


@pytest.mark.parametrize(
    ("error", "english", "german"),
    [
        (Conflict("You have a view called “%(name)s” already.", name="100 % mine"),
         "You have a view called “100 % mine” already.", "Eine eigene Ansicht „100 % mine“ gibt es schon."),
        (InputRefused("“%(words)s” ends before it begins.", words="2024..2023"),
         "“2024..2023” ends before it begins.", "„2024..2023“ endet, bevor es beginnt."),
        # a value that is a word of ours is told too, one that is not stays as it was written
        (Conflict("Report %(uid)s is %(state)s: only what is published can be withdrawn.", uid="draft",
                  state=Word("draft")),
         "Report draft is draft: only what is published can be withdrawn.",
         "Bericht draft hat den Stand „Entwurf“: Nur Veröffentlichtes lässt sich zurückziehen."),
        (InputRefused("The note has %(number)s characters; the limit is %(limit)s.", number="4,001", limit="4,000"),
         "The note has 4,001 characters; the limit is 4,000.", "Die Notiz hat 4,001 Zeichen; erlaubt sind 4,000."),
        (NotFound("No source is stored under the name “%(name)s”.", name="Nobody"),
         "No source is stored under the name “Nobody”.", "Unter dem Namen „Nobody“ ist keine Quelle gespeichert."),
        (InputRefused("One line has %(number)s characters; the limit is %(limit)s.", number="100,001", limit="100,000"),
         "One line has 100,001 characters; the limit is 100,000.",
         "Eine Zeile hat 100,001 Zeichen; erlaubt sind 100,000."),
        (VerifierError("There is no report format “%(format)s”; choose %(choices)s.", format="doc", choices="html"),
         "There is no report format “doc”; choose html.",
         "Ein Berichtsformat „doc“ gibt es nicht; zur Wahl stehen html."),
        (Conflict("A sentence of 100 % that no catalogue holds."),
         "A sentence of 100 % that no catalogue holds.", "A sentence of 100 % that no catalogue holds."),
    ],
)  # fmt: skip
def test_sentences_with_values_are_told_in_the_language_of_the_page(
    app: Flask, error: VerifierError, english: str, german: str
) -> None:
    assert str(error) == english
    for lang, expected in (("en", english), ("de", german)):
        with app.test_request_context(headers={"Accept-Language": lang}):
            assert language.told(error) == expected


def test_messages_of_templates_are_told_when_they_are_compiled(app: Flask) -> None:
    source = '{{ _("Queue") }} {{ _("%(num)s match.", num=who) }} {{ word("Waiting") }} {{ _("100 %% sure") }}'
    told = {}
    for lang in ("en", "de"):
        template = app.jinja_env.speaking(lang).from_string(source)
        with app.test_request_context(headers={"Accept-Language": lang}):
            told[lang] = template.render(who="<3>")
    assert told["en"] == "Queue &lt;3&gt; match. Waiting 100 % sure"
    assert told["de"].split(" ")[1] == "&lt;3&gt;"
    assert told["de"] != told["en"]


def test_pictures_are_described_in_the_language_of_the_page(app: Flask) -> None:
    moments = [Moment("port", date(2025, 3, 2), None, date(2025, 3, 4))]
    with app.test_request_context(headers={"Accept-Language": "de"}):
        told = timeline_svg(moments, language.translate)
    assert "<title>Wann es gilt und wann es gesagt wurde</title>" in told
    assert "für 2025-03-02 bis offenes Ende, gesagt am 2025-03-04" in told
