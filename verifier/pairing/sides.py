"""One side of a pair: a claim with what every pair it is part of asks of it alone, worked out once."""

from __future__ import annotations

from datetime import date

from verifier.domain.claim import Claim
from verifier.domain.enums import CueClass
from verifier.pairing.admissions import admits
from verifier.pairing.compare.telling import takes_back, tells_rest
from verifier.pairing.compare.wording import Grams, word_grams
from verifier.pairing.further import counts_further
from verifier.pairing.gists import gist_of
from verifier.pairing.lazy import lazy

_SURE = (CueClass.ASSERTED, CueClass.FOUND, CueClass.CONFIRMED, CueClass.QUOTED, CueClass.DENIED)


class Side:
    """A claim as one side of many pairs. ``root`` is the key of who answers for it."""

    def __init__(self, claim: Claim) -> None:
        self.claim, self.reading = claim, claim.reading
        self.gist = gist_of(claim)
        self.document, self.root = claim.document, claim.root_key
        self.quantity = claim.reading.quantity

    @lazy
    def is_none(self) -> bool:
        """Whether it gives zero of what it counts."""
        return self.quantity is not None and self.quantity.is_none

    @lazy
    def stated(self) -> date | None:
        """The day it was stated, else published."""
        return self.reading.stated_on or self.claim.published_on

    @lazy
    def is_unsure(self) -> bool:
        """Whether it is hedged, implied, distanced or anonymous."""
        told = self.reading
        anonymous = told.claimant is not None and told.claimant.is_anonymous
        return told.hedged or anonymous or told.commitment not in _SURE

    @lazy
    def counts_further(self) -> bool:
        """Whether its figure counts others than those counted before."""
        return counts_further(self.claim)

    @lazy
    def tells_rest(self) -> bool:
        """Whether its figure is how much is left of a state."""
        return self.quantity is not None and tells_rest(self.claim.quote, self.claim.lang)

    @lazy
    def takes_back(self) -> bool:
        """Whether its sentence says that its source gave another figure before."""
        return self.quantity is not None and takes_back(self.claim.context, self.claim.lang)

    @lazy
    def admits(self) -> bool:
        """Whether its source concedes it, or says it in place of its own former account."""
        return admits(self.claim)

    @lazy
    def grams(self) -> Grams:
        """The word 5-grams of its question."""
        return word_grams(self.reading.question_text)

    @lazy
    def is_tabular(self) -> bool:
        return self.claim.is_tabular
