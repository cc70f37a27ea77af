"""What thing of the reference data a noun names, together with the word before it or alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verifier.extract.cues import Cue, cues_of
from verifier.reference import load
from verifier.reference.model import ThingEntry
from verifier.text.tokens import Pos, Token

_MODIFIERS = (Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.VERB)


def is_no_statement(cue: Cue, tokens: Sequence[Token], lang: str) -> bool:
    """Whether what a verb refuses or yields is a thing, not what was said: "the union's offer", "defeat"."""
    lists = cues_of(lang).lists
    return any(cue.takes(how) and _is_any_of(tokens, lang, lists[how]) for how in ("refused", "yielded"))


def _is_any_of(tokens: Sequence[Token], lang: str, kinds: Collection[str]) -> bool:
    """Whether the head noun of an object is a thing of one of ``kinds``."""
    nouns = [i for i, token in enumerate(tokens) if token.pos is Pos.NOUN]
    ends = next((i for i, token in enumerate(tokens) if i and token.pos in (Pos.ADP, Pos.SUBJ, Pos.REL)), len(tokens))
    within = [i for i in nouns if i < ends]
    entry = named_thing(tokens, within[0 if lang == "de" else -1], lang) if within else None
    return entry is not None and any(load().is_kind_of(entry.slug, each) for each in kinds)


def named_thing(tokens: Sequence[Token], head: int, lang: str) -> ThingEntry | None:
    """The thing of the noun at ``head``: "sea drones" before "drones", as written or in its base form."""
    reference, noun = load(), tokens[head]
    words = [noun.lemma, noun.text]
    if head and tokens[head - 1].pos in _MODIFIERS:
        before = tokens[head - 1]
        pairs = ((before.text, noun.text), (before.text, noun.lemma), (before.lemma, noun.lemma))
        words = [*(" ".join(pair) for pair in pairs), *words]
    found = (reference.thing_of_noun(each, lang) for each in words)
    return next((entry for entry in found if entry is not None), None)
