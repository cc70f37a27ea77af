"""What a sentence says did not happen by one preposition: "ended without arrests", "ohne Vorwarnung geöffnet"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.domain.enums import Aspect, Modality, Polarity
from verifier.extract.frames import Frame, verbal_frame
from verifier.extract.mood import read_mood
from verifier.extract.phrases import Phrase
from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words


def lacking_frames(sentence: Sentence, nominals: Sequence[Frame]) -> Iterator[Frame]:
    """Those of the ``nominals`` whose single event a clause that is told as a fact says it was without.

    What has no preposition of its own clause ("people without work") tells of no event.
    """
    lacking = load_words("syntax", sentence.lang)["negation"]["prepositions"]
    for frame in nominals:
        clause = frame.clause
        if frame.predicate is None or frame.predicate.aspect != Aspect.EVENT_COUNT or clause is None:
            continue
        phrase = _phrase_at(clause.preps, frame.at)
        if phrase is None or phrase.preposition not in lacking:
            continue
        mood = read_mood(sentence, verbal_frame(sentence, clause))
        if mood.modality is Modality.ACTUAL and mood.polarity is Polarity.POSITIVE and not mood.hedged:
            yield frame


def _phrase_at(phrases: Sequence[Phrase], at: int) -> Phrase | None:
    return next((p for p in phrases if p.first <= at < p.last), None)
