"""Attributive superlatives: "the biggest attack", "der größte Angriff"."""

from __future__ import annotations

from verifier.extract.sentence import Sentence
from verifier.extract.words import load_words
from verifier.text.tokens import Pos


def is_superlative(sentence: Sentence, n: int) -> bool:
    """Whether the word at ``n`` makes what follows the most of its kind; "the latest attack" is none."""
    tokens, lists = sentence.tokens, load_words("syntax", sentence.lang)["superlatives"]
    token = tokens[n]
    if n == 0 or tokens[n - 1].pos not in (Pos.DET, Pos.POSS, Pos.GENITIVE) or token.lower in lists["never"]:
        return False
    german = sentence.lang == "de" and token.pos is Pos.ADJ and token.lower.endswith(tuple(lists["endings"]))
    graded = token.lower in lists["words"] and n + 1 < len(tokens) and tokens[n + 1].pos is Pos.ADJ
    return token.tag == "AJS" or graded or (german and not token.lemma.lower().endswith(("st", "sten")))
