"""Publishers of documents by name and by domain."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from verifier.reference.model import OutletEntry
from verifier.reference.words import Lexicon


class OutletIndex:
    """Lookups over the outlet entries."""

    def __init__(self, entries: Iterable[OutletEntry]) -> None:
        self.entries = {entry.slug: entry for entry in entries}
        self.names: Lexicon[OutletEntry] = Lexicon(("any",))
        self.domains: dict[str, OutletEntry] = {}
        for entry in self.entries.values():
            for name in entry.names:
                self.names.add(name, "any", entry)
            for domain in entry.domains:
                self.domains.setdefault(domain, entry)

    def named(self, words: str) -> OutletEntry | None:
        """The outlet ``words`` name, or None; in small letters only what writes itself so (dpa, taz)."""
        found = self.names.find(words, "any")
        if not found or (words == words.lower() and words.strip() not in found[0].names):
            return None
        return found[0]

    def of_domain(self, address: str) -> OutletEntry | None:
        """The outlet a host or a whole address belongs to; a listed domain covers its subdomains."""
        try:
            host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
        except ValueError:
            return None
        labels = host.split(".")
        for start in range(len(labels) - 1):
            if entry := self.domains.get(".".join(labels[start:])):
                return entry
        return None
