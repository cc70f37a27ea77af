"""The areas the desk's navigation leads to, in order."""

from verifier.web.vocabulary import N_

AREAS = (
    ("queue", N_("Queue")),
    ("disputes", N_("Disputes")),
    ("findings", N_("Findings")),
    ("claims", N_("Claims")),
    ("documents", N_("Documents")),
    ("sources", N_("Sources")),
    ("reports", N_("Reports")),
    ("draft", N_("Draft")),
    ("history", N_("History")),
)
