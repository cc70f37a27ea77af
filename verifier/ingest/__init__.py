"""Files become documents with sections."""

from verifier.ingest.documents import outlet_slug, read_document, read_json_lines

__all__ = ["outlet_slug", "read_document", "read_json_lines"]
