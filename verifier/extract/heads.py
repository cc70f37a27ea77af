"""What the head of a noun phrase says: that it was nobody, what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.cues import cues_of
from verifier.extract.phrases import Phrase
from verifier.extract.things import named_thing
from verifier.reference import load
from verifier.text.tokens import Pos, Token

NOBODY = ("nobody", "no-one", "niemand", "keiner")
NOTHING = ("none", "nothing", "nichts")


def is_nobody(phrase: Phrase) -> bool:
    """Whether a pronoun says that it was none: "nobody", "no one", "niemand", "nichts"."""
    before = phrase.tokens[phrase.first - 1].lower if phrase.first else ""
    word = phrase.noun.lower
    no_one = word == "one" and "no" in (before, phrase.words[0].lower)
    return no_one or word in (*NOBODY, *NOTHING)


def common_noun(phrase: Phrase) -> Token | None:
    """The noun before a name that says what it is: "die Stadt Varno", not "Ms Varno"."""
    before = phrase.words[: phrase.head - phrase.first]
    if phrase.noun.pos is not Pos.NAME or not before or before[-1].pos is not Pos.NOUN:
        return None
    titled = any(before[-1].lower in cues_of(lang).lists["titles"] for lang in ("de", "en"))
    return None if titled else before[-1]


def things_of(phrases: Sequence[Phrase | None], lang: str) -> list[str]:
    """The thing slugs the head nouns of ``phrases`` mean, in order; unknown nouns are left out."""
    reference = load()
    things = []
    for phrase in phrases:
        if phrase is None or phrase.pronoun:
            continue
        common = common_noun(phrase)
        entry = named_thing(phrase.tokens, phrase.head, lang)
        entry = entry or (reference.thing_of_noun(common.lemma, lang) if common is not None else None)
        if entry is not None:
            things.append(entry.slug)
        elif reference.actor_of_adjective(phrase.noun.text, lang) and phrase.noun.text[:1].isupper():
            things.append("person")
    return things
