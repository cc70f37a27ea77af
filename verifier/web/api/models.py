"""The shapes of requests and answers of the programming interface."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from verifier.domain.enums import AttributionVerdict, ContentVerdict
from verifier.services.desk_items import SORTS, STATES


class Page(BaseModel):
    """One page of a list; ``next`` is the token of the page after it."""

    items: list[dict[str, Any]]
    next: str | None = None


class Thing(BaseModel):
    """One thing with all its fields, named as in the JSON of its page."""

    model_config = ConfigDict(extra="allow")


class Problem(BaseModel):
    """A refusal, after RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


class Paging(BaseModel):
    """Which page of a list, and how many rows it holds."""

    next: str | None = None
    limit: int = Field(default=100, ge=1, le=10_000)


class Filters(Paging):
    """What a list is narrowed to, as in the address of the queue."""

    state: Literal[STATES] = "waiting"  # type: ignore[valid-type]
    relation: str = ""
    strength: Literal["", "hard", "soft"] = ""
    dispute: str = ""
    claimant: str = ""
    outlet: str = ""
    lang: str = ""
    place: str = ""
    date: str = Field(default="", description="Year, month or day of publication: 2024, 2024-05, 2024-05-07.")
    document: str = ""
    assignee: str = ""
    kind: str = ""
    sort: Literal[SORTS] = "priority"  # type: ignore[valid-type]


class Body(BaseModel):
    """A request body: what it does not know it refuses."""

    model_config = ConfigDict(extra="forbid")


class NewDocument(Body):
    """A text to take in."""

    name: str = Field(min_length=1, max_length=500)
    text: str = Field(min_length=1)
    published: date | None = None
    outlet: str | None = None
    lang: str | None = None
    url: str | None = None


class Keyed(Body):
    """A write that may be sent again: the same ``key`` with the same content is one."""

    key: str | None = Field(default=None, description="A name of this one write, chosen by the sender.")


class Seen(Body):
    """A write that is refused as late where the thing is not at ``version`` any more."""

    version: str | None = Field(default=None, description="The “version” of the thing as it was read.")


class Versioned(Keyed, Seen):
    """A write that may be sent again, and is refused as late."""


class Verdict(Versioned):
    """A verdict on a pair, finding or dispute."""

    uid: str
    verdict: str
    note: str = ""


class Bulk(Keyed):
    """One verdict on many pairs or findings."""

    uids: list[str] = Field(min_length=1, max_length=10_000)
    verdict: str
    note: str = ""


class ClaimVerdict(Versioned):
    """Whether a claim was said, and whether it is true."""

    attribution: AttributionVerdict | None = None
    content: ContentVerdict | None = None
    note: str = ""
    evidence: list[str] = []
    true_as_of: date | None = None
    recheck_on: date | None = None


class Slots(Seen):
    """Slots to set anew; an empty value makes a slot unknown."""

    slots: dict[str, str] = Field(min_length=1)
    reason: str = ""


class Marked(Body):
    """The characters of a document that make a claim."""

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    reason: str = ""


class TwoClaims(Body):
    """Two claims to be paired by hand."""

    left: str
    right: str
    reason: str = ""


class Why(Seen):
    """Why something is done."""

    reason: str = ""


class Said(Keyed):
    """A comment on a pair, finding, claim or dispute."""

    uid: str
    words: str


class Which(Body):
    """What an undo or redo is limited to; everything of one's own where empty."""

    uid: str | None = None
    seq: int | None = Field(
        default=None, description="The number of the decision or correction it is about; another one is refused."
    )
    what: Literal["verdict", "correction"] = "verdict"
