"""English prepositions that open a clause: "rose to eight after three passengers died", "since the outbreak began"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.text.tokens import Form, Pos, Token

OPENERS = frozenset({"after", "before", "since", "until", "till"})
_SAYING = frozenset({"say", "claim", "believe", "think", "estimate"})
_IN_PHRASE = (Pos.ADJ, Pos.NOUN, Pos.NAME, Pos.NUM, Pos.POSS, Pos.ADV, Pos.GENITIVE)


def opens_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun phrase and its finite verb follow the preposition at ``i``, and another verb is told beside them.

    "The number of people hurt after the blast rose" is one clause: what stands before has no verb of its own.
    """
    verb = _verb_after(tokens, i)
    if verb is None:
        return False
    if i == 0 or tokens[i - 1].text == ",":
        return any(t.form is Form.FINITE for t in tokens[verb + 1 :]) or _has_own_verb(tokens, i)
    return _has_own_verb(tokens, i)


def _verb_after(tokens: Sequence[Token], i: int) -> int | None:
    """The finite verb after one noun phrase, with what an "of" or "in" ties to it; None where something else stands."""
    for k in range(i + 1, len(tokens)):
        token = tokens[k]
        if token.is_verbal:
            return k if token.form is Form.FINITE and k > i + 1 else None
        if token.pos in (Pos.DET, Pos.PRON):
            if k > i + 1 and tokens[k - 1].pos is not Pos.ADP:
                return None  # "after the fire the mayor said"
        elif token.pos is Pos.ADP:
            if k == i + 1 or token.lower in OPENERS:
                return None
        elif token.pos not in _IN_PHRASE:
            return None
    return None


def _has_own_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words before ``i`` hold a clause of their own that is complete there."""
    before = next((k for k in range(i - 1, -1, -1) if tokens[k].is_verbal), None)
    if before is None:
        return False
    verb = tokens[before]
    finite = any(t.form is Form.FINITE for t in tokens[:i])
    describes = verb.form is Form.PARTICIPLE and before > 0 and tokens[before - 1].is_nominal
    opens = verb.lemma in _SAYING and i - before > 1 and tokens[before + 1].text not in (",", '"')
    return finite and not describes and not opens
