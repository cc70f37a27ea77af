"""The areas the desk's navigation leads to, in order."""

AREAS = (
    ("queue", "Queue"),
    ("disputes", "Disputes"),
    ("findings", "Findings"),
    ("claims", "Claims"),
    ("documents", "Documents"),
    ("sources", "Sources"),
    ("reports", "Reports"),
    ("draft", "Draft"),
    ("history", "History"),
)
