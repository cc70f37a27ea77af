"""The word models of HanTa: what they know of English and German word forms."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

MODELS = {"en": "morphmodel_en.pgz", "de": "morphmodel_ger.pgz"}
_ADJECTIVE_ENDINGS = ("e", "en", "er", "em", "es")
RARE = -14.0
"""Below this log probability the German model has hardly met a word."""
_FORMS_KEPT = 50_000


@lru_cache(maxsize=len(MODELS))
def model_of(lang: str) -> Any:
    """HanTa with its two analyses of word forms kept: most words of a text have been met before."""
    from HanTa.HanoverTagger import HanoverTagger

    model = HanoverTagger(MODELS[lang])
    model._tag_word = lru_cache(_FORMS_KEPT)(model._tag_word)
    model._analyze = lru_cache(_FORMS_KEPT)(model._analyze)
    return model


@lru_cache(_FORMS_KEPT)
def verb_of_participle(word: str) -> str | None:
    """The German verb of a past participle, with the ending of an adjective or without: "abgeschossenen"."""
    for ending in ("", *_ADJECTIVE_ENDINGS):
        form = word.removesuffix(ending)
        if ending and form == word:
            continue
        lemma, tag = model_of("de").analyze(form, pos="VV(PP)")
        if tag == "VV(PP)" and lemma != form:
            return str(lemma)
    return None


def is_rare_noun(word: str) -> bool:
    """Whether the German model has hardly met a noun that is no compound: a name as likely as not."""
    likelihood, parts = likelihood_of(word)
    return likelihood < RARE and parts == 1 and not word.endswith(("in", "innen"))


@lru_cache(_FORMS_KEPT)
def is_unknown(word: str, below: float) -> bool:
    """Whether the English model has met neither a word nor its parts; ``below`` is a log probability."""
    return float(model_of("en")._tag_word(word)[0][1]) < below


@lru_cache(_FORMS_KEPT)
def likelihood_of(word: str) -> tuple[float, int]:
    """The log probability of a German word's likeliest reading, and the number of its stems and links."""
    model = model_of("de")
    stems = [part for part, tag in model.analyze(word, taglevel=3)[1] if not tag.startswith("SUF")]
    return float(model._tag_word(word)[0][1]), len(stems)


@lru_cache(_FORMS_KEPT)
def verb_of_past(word: str) -> str:
    """The base of an English past tense."""
    return str(model_of("en").analyze(word, pos="VVD")[0])


@lru_cache(_FORMS_KEPT)
def is_past(word: str) -> bool:
    """Whether the likeliest English reading of a word is a past tense."""
    model = model_of("en")
    return bool(model.int2tag[model._tag_word(word)[0][0]] == "VVD")


def verb_of_gerund(word: str) -> str:
    """The base of an English "-ing" form."""
    return str(model_of("en").analyze(word, pos="VVG")[0])
