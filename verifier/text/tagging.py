"""Parts of speech and lemmas by HanTa, mapped to one coarse tag set for English and German."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from verifier.domain.span import Span
from verifier.text.openers import OPENERS, opens_clause
from verifier.text.tokens import Form, Pos, Token, split_words

_MODELS = {"en": "morphmodel_en.pgz", "de": "morphmodel_ger.pgz"}

_ENGLISH: dict[str, Pos] = {
    "NN0": Pos.NOUN, "NN1": Pos.NOUN, "NN2": Pos.NOUN, "NP0": Pos.NAME, "CRD": Pos.NUM, "ORD": Pos.ADJ,
    "AJ0": Pos.ADJ, "AJC": Pos.ADJ, "AJS": Pos.ADJ, "AV0": Pos.ADV, "AVP": Pos.ADV, "AVQ": Pos.REL,
    "AT0": Pos.DET, "DT0": Pos.DET, "DPS": Pos.POSS, "DTQ": Pos.REL, "PNP": Pos.PRON, "PNI": Pos.PRON,
    "PNQ": Pos.REL, "PNX": Pos.PRON, "PRP": Pos.ADP, "PRF": Pos.ADP, "CJC": Pos.CONJ, "CJS": Pos.SUBJ,
    "CJT": Pos.SUBJ, "XX0": Pos.NEG, "TO0": Pos.TO, "POS": Pos.GENITIVE, "EX0": Pos.PRON,
}  # fmt: skip
_GERMAN: dict[str, Pos] = {
    "NN": Pos.NOUN, "NNA": Pos.NOUN, "NNI": Pos.NOUN, "NE": Pos.NAME, "FM": Pos.NAME, "CARD": Pos.NUM,
    "ADJ(A)": Pos.ADJ, "ADJ(D)": Pos.ADJ, "ADV": Pos.ADV, "PROAV": Pos.ADV, "ART": Pos.DET, "PIAT": Pos.DET,
    "PIDAT": Pos.DET, "PDAT": Pos.DET, "PIS": Pos.PRON, "PPER": Pos.PRON, "PDS": Pos.PRON, "PRF": Pos.PRON,
    "PPOSAT": Pos.POSS, "PPOSS": Pos.PRON, "PRELS": Pos.REL, "PRELAT": Pos.REL, "PWS": Pos.REL,
    "PWAT": Pos.REL, "PWAV": Pos.REL, "APPR": Pos.ADP, "APPRART": Pos.ADP, "APPO": Pos.ADP, "APZR": Pos.ADP,
    "KON": Pos.CONJ, "KOKOM": Pos.CONJ, "KOUS": Pos.SUBJ, "KOUI": Pos.SUBJ, "PTKNEG": Pos.NEG,
    "PTKZU": Pos.TO, "PTKVZ": Pos.PREFIX, "PTKA": Pos.ADV, "PTKANT": Pos.ADV,
}  # fmt: skip
_FORMS = {"FIN": Form.FINITE, "IMP": Form.FINITE, "INF": Form.INFINITIVE, "IZU": Form.INFINITIVE, "PP": Form.PARTICIPLE}
_LEMMAS = {"geborgen": "bergen"}
"""Forms whose lemma the German model gets wrong."""
_PASTS = {"rose": "rise"}
_ADJECTIVE_ENDINGS = ("e", "en", "er", "em", "es")
_NEVER_CAPITAL = (Pos.VERB, Pos.AUX, Pos.MODAL, Pos.ADV)
_FORMS_KEPT = 50_000
_LONGEST_FORM = 60
"""What goes on beyond is no word; the analysis of a form takes more than linear time."""
_PLACE_ENDINGS = ("ach", "au", "berg", "born", "brück", "burg", "dorf", "felde", "felden", "furt", "hafen", "hausen",
                  "heim", "hofen", "ingen", "kirchen", "mund", "münde", "reuth", "rode", "stedt", "stein")  # fmt: skip
_UNKNOWN, _COMPOUND, _RARE = -28.0, -19.0, -14.0
"""Below these log probabilities the German model does not know a word, knows its parts only, has hardly met it."""
_FOREIGN, _STRANGE = -20.0, -30.0
"""Below these the English model does not know a word, or nothing of it at all."""
_PEOPLE = frozenset({"injured", "wounded", "dead", "missing", "killed"})
_BOUNDS = ("at", "up", "about", "around", "over")
_NUMERAL = re.compile(r"[0-9][0-9.,]*%?$")
_PREFIXES = {"ab", "an", "auf", "aus", "bei", "durch", "mit", "nach", "vor", "zu", "um"}
"""Prepositions that are verb prefixes at the end of a clause."""


@lru_cache(maxsize=len(_MODELS))
def _model(lang: str) -> Any:
    """HanTa with its two analyses of word forms kept: most words of a text have been met before."""
    from HanTa.HanoverTagger import HanoverTagger

    model = HanoverTagger(_MODELS[lang])
    model._tag_word = lru_cache(_FORMS_KEPT)(model._tag_word)
    model._analyze = lru_cache(_FORMS_KEPT)(model._analyze)
    return model


def tag_words(shadow: str, spans: Sequence[Span], lang: str) -> list[Token]:
    """The tokens at ``spans`` of ``shadow``, tagged as one sentence; unknown languages as English."""
    lang = lang if lang in _MODELS else "en"
    words = [shadow[span.start : min(span.end, span.start + _LONGEST_FORM)] for span in spans]
    if not words:
        return []
    tagged = _model(lang).tag_sent(words)
    tokens = [
        _token(span, word, lemma, tag, lang) for span, word, (_, lemma, tag) in zip(spans, words, tagged, strict=True)
    ]
    if lang == "de":
        return [_corrected_german(tokens, i) for i in range(len(tokens))]
    named = [_named(tokens, i) for i in range(len(tokens))] if _is_prose(tokens) else tokens
    corrected = [_corrected(named, i) for i in range(len(named))]
    return [_as_opener(corrected, i) for i in range(len(corrected))]


def _as_opener(tokens: Sequence[Token], i: int) -> Token:
    """A preposition that opens a clause is a conjunction: "after three passengers died"."""
    token = tokens[i]
    opens = token.lower in OPENERS and token.pos is Pos.ADP and opens_clause(tokens, i)
    return replace(token, tag="CJS", pos=Pos.SUBJ) if opens else token


def _is_prose(tokens: Sequence[Token]) -> bool:
    """Whether a line writes its words small, as titles in capitals do not."""
    words = [token for token in tokens[1:] if token.pos is not Pos.NAME and token.text[0].isalpha()]
    return sum(token.text[0].isupper() for token in words) <= len(words) / 3


def _named(tokens: Sequence[Token], i: int) -> Token:
    """A capital within an English sentence makes a name of what looks like a verb or adverb: "Denis", "Reddy".

    So it does of a noun that the model does not know: "near Tarsun".
    """
    token = tokens[i]
    capital = token.text[0].isupper() and token.text[1:].islower()
    alone = i == 0 or tokens[i - 1].pos is Pos.ADP  # a common noun would have an article there
    if token.tag in ("NN0", "NN1") and capital and alone and _is_unknown(token.text, _FOREIGN if i else _STRANGE):
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)
    opens = i == 0 or (tokens[i - 1].pos is Pos.PUNCT and tokens[i - 1].text not in {",", "-", "(", "/"})
    if token.pos not in _NEVER_CAPITAL or not capital or opens:
        return token
    return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)


def _is_of_more(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb's form is what there is more of: "8 percent more pay"."""
    measured = i > 1 and tokens[i - 1].lower == "more" and tokens[i - 2].pos is Pos.NOUN
    return measured and tokens[i].tag in ("VVB", "VVI")


def _leads_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether initials that no list knows stand before the rest of a name: "IG Metall"."""
    return i + 1 < len(tokens) and tokens[i + 1].pos is Pos.NAME


def _corrected_german(tokens: Sequence[Token], i: int) -> Token:
    """A word the German model takes amiss: "geborgen", a surname, "werde … stehen", "dass … beginnen"."""
    token = tokens[i]
    if token.lower in _LEMMAS:
        return replace(token, lemma=_LEMMAS[token.lower])
    if token.pos is Pos.VERB and token.text[0].isupper() and i and tokens[i - 1].pos is Pos.NAME:
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NE", form=None)
    if token.tag == "VV(INF)" and _ends(tokens, i) and _closes_clause(tokens, i):
        return replace(token, tag="VV(FIN)", form=Form.FINITE)
    if token.tag == "PRELS" and _opens_main_clause(tokens, i):
        return replace(token, tag="ART", pos=Pos.DET)
    if token.tag == "NN":
        return _german_name(tokens, i)
    if token.pos is Pos.ADP and token.lower in _PREFIXES and _ends(tokens, i) and _has_verb(tokens, i):
        return replace(token, tag="PTKVZ", pos=Pos.PREFIX)
    if token.tag == "VV(FIN)" and _ends(tokens, i) and _awaits_participle(tokens, i):
        participle = verb_of_participle(token.lower)
        return replace(token, lemma=participle, tag="VV(PP)", form=Form.PARTICIPLE) if participle else token
    if token.tag != "VV(FIN)" or not token.lower.endswith("n") or not (_ends(tokens, i) and _is_governed(tokens, i)):
        return token
    return replace(token, tag="VV(INF)", form=Form.INFINITIVE)


def _opens_main_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether "die" before a name is its article, for the verb stands second: "…, die UN sprachen von 15.000"."""
    words = [t for t in _segment(tokens, i) if t.pos is not Pos.PUNCT]
    named = len(words) > 3 and words[0] is tokens[i] and words[1].pos is Pos.NAME
    return named and words[2].pos is Pos.VERB and words[2].form is Form.FINITE and not words[-1].is_verbal


def _closes_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether ``i`` is the only verb of a clause with a conjunction, whose verb is finite and stands last."""
    words = _segment(tokens, i)
    governed = any(t.pos is Pos.TO or (t.is_verbal and t is not tokens[i]) for t in words)
    return words[0].tag == "KOUS" and not governed


def _ends(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 == len(tokens) or tokens[i + 1].pos in (Pos.PUNCT, Pos.CONJ)


def _has_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a finite verb stands before ``i`` in its clause, whose prefix may close it: "gab die Zahl mit 36 an"."""
    return any(t.form is Form.FINITE and t.span.start < tokens[i].span.start for t in _segment(tokens, i))


def _is_governed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the finite verb before ``i`` is one that asks for an infinitive and has none yet."""
    verbs = [token for token in _segment(tokens, i) if token.is_verbal and token.span.start < tokens[i].span.start]
    return len(verbs) == 1 and (verbs[0].pos is Pos.MODAL or (verbs[0].lemma == "werden"))


def _awaits_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether the only verb before ``i`` in its clause is "haben" or "sein": "habe den Austausch vermittelt"."""
    words = _segment(tokens, i)
    verbs = [token for token in words if token.is_verbal and token.span.start < tokens[i].span.start]
    joined = any(token.pos is Pos.CONJ for token in words)
    return len(verbs) == 1 and verbs[0].pos is Pos.AUX and verbs[0].lemma in ("haben", "sein") and not joined


def _german_name(tokens: Sequence[Token], i: int) -> Token:
    """A German name taken for a noun: a word without article that is not known, or put together like a town's name."""
    token = tokens[i]
    before = tokens[i - 1] if i else None
    if before is not None and before.pos in (Pos.DET, Pos.POSS, Pos.ADJ, Pos.NUM):
        return token
    likelihood, parts = _likelihood(token.text)
    town = token.lower.endswith(_PLACE_ENDINGS)
    named = likelihood < _UNKNOWN and (parts == 1 or town)
    if before is not None:
        surname = before.pos is Pos.NAME and likelihood < _RARE and parts == 1
        led = before.pos is Pos.ADP and likelihood < _COMPOUND and town
        named = before.tag != "APPRART" and (named or surname or led)
    return replace(token, lemma=token.text, pos=Pos.NAME, tag="NE") if named else token


@lru_cache(_FORMS_KEPT)
def verb_of_participle(word: str) -> str | None:
    """The German verb of a past participle, with the ending of an adjective or without: "abgeschossenen"."""
    for ending in ("", *_ADJECTIVE_ENDINGS):
        form = word.removesuffix(ending)
        if ending and form == word:
            continue
        lemma, tag = _model("de").analyze(form, pos="VV(PP)")
        if tag == "VV(PP)" and lemma != form:
            return str(lemma)
    return None


def is_rare_noun(word: str) -> bool:
    """Whether the German model has hardly met a noun that is no compound: a name as likely as not."""
    likelihood, parts = _likelihood(word)
    return likelihood < _RARE and parts == 1 and not word.endswith(("in", "innen"))


@lru_cache(_FORMS_KEPT)
def _is_unknown(word: str, below: float) -> bool:
    """Whether the English model has met neither a word nor its parts; ``below`` is a log probability."""
    return float(_model("en")._tag_word(word)[0][1]) < below


@lru_cache(_FORMS_KEPT)
def _likelihood(word: str) -> tuple[float, int]:
    """The log probability of a German word's likeliest reading, and the number of its stems and links."""
    model = _model("de")
    stems = [part for part, tag in model.analyze(word, taglevel=3)[1] if not tag.startswith("SUF")]
    return float(model._tag_word(word)[0][1]), len(stems)


def _corrected(tokens: Sequence[Token], i: int) -> Token:
    """A word the English model takes amiss: "cannot", "tear gas", "they shelled it", "the camp houses 400 people"."""
    token = tokens[i]
    if token.lower == "cannot":
        return replace(token, lemma="can", pos=Pos.MODAL, tag="VM0", form=Form.FINITE)
    if token.pos in (Pos.NOUN, Pos.ADV) and (form := _missing_verb(tokens, i)) is not None:
        lemma = _PASTS.get(token.lower) or (token.lower.removesuffix("s") if form == "VVZ" else token.lower)
        return replace(token, lemma=lemma, pos=Pos.VERB, tag=form, form=Form.FINITE)
    if token.pos is Pos.OTHER and token.text.isalpha() and token.text.isupper() and _leads_name(tokens, i):
        return replace(token, lemma=token.text, pos=Pos.NAME, tag="NP0", form=None)
    if (token.lower == "tear" and i + 1 < len(tokens) and tokens[i + 1].lower == "gas") or _is_of_more(tokens, i):
        return replace(token, lemma=token.lower, pos=Pos.NOUN, tag="NN1", form=None)
    if token.pos is Pos.NOUN and 0 < i < len(tokens) - 1:
        return _verb_with_article(tokens, i)
    if token.lower in _PEOPLE and _stands_for_people(tokens, i):
        return replace(token, lemma=token.lower, pos=Pos.NOUN, tag="NN2", form=None)
    if _goes_on_with_act(tokens, i):
        return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVD", form=Form.FINITE)
    if token.tag != "AJ0" or not token.lower.endswith("ed") or not 0 < i < len(tokens) - 1:
        return token
    before, after = tokens[i - 1], tokens[i + 1]
    if before.pos is Pos.NUM and _shares_passive(tokens, i):
        return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVN", form=Form.PARTICIPLE)
    opens = after.pos in (Pos.DET, Pos.POSS, Pos.NUM, Pos.NOUN, Pos.NAME)
    if before.lemma == "have" and opens:
        return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVN", form=Form.PARTICIPLE)
    alone = after.pos is Pos.ADP and not any(t.is_verbal for t in _segment(tokens, i))
    if not (before.tag in ("NN2", "NP0", "NN0") and (opens or alone)):
        return token
    return replace(token, lemma=_stem(token.lower), pos=Pos.VERB, tag="VVD", form=Form.FINITE)


def _goes_on_with_act(tokens: Sequence[Token], i: int) -> bool:
    """Whether an "-ed" after "and" is a second act: "killed three workers and injured (at least) 12"."""
    token, joint = tokens[i], tokens[i - 1] if i else None
    if token.tag not in ("AJ0", "VVN") or not token.lower.endswith("ed") or joint is None or joint.pos is not Pos.CONJ:
        return False
    verbs = [t for t in _segment(tokens, i) if t.is_verbal and t.span.start < token.span.start]
    following = [t for t in tokens[i + 1 : i + 5] if t.pos is not Pos.ADV]
    bounded = bool(following) and following[0].lower in _BOUNDS and following[0].pos is Pos.ADP
    counted = following[1:2] if bounded else following[:1]
    return bool(verbs) and verbs[-1].tag == "VVD" and bool(counted) and counted[0].pos is Pos.NUM


def _shares_passive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle after a number goes on with a passive: "five were killed and more than 20 wounded"."""
    joint = next((n for n in range(i - 1, max(-1, i - 6), -1) if tokens[n].pos is Pos.CONJ), None)
    ends = tokens[i + 1].pos in (Pos.PUNCT, Pos.ADP, Pos.SUBJ)
    return joint is not None and ends and joint > 0 and tokens[joint - 1].tag == "VVN"


def _missing_verb(tokens: Sequence[Token], i: int) -> str | None:
    """The tag of the verb a noun must be where its clause has no other: "cases rose to 31", "drones damage plant"."""
    if not 0 < i < len(tokens) - 1:
        return None
    before, token, after = tokens[i - 1], tokens[i], tokens[i + 1]
    if token.lower in _PASTS:
        free = after.pos is Pos.ADP and not any(t.form is Form.FINITE for t in _segment(tokens, i))
        return "VVD" if free else None
    if any(t.is_verbal for t in tokens) or token.text[0].isupper():
        return None
    opens = after.pos in (Pos.DET, Pos.NUM, Pos.NOUN, Pos.NAME)
    plural = before.tag == "NN2" or (before.tag == "CRD" and before.lower.endswith("s"))
    if plural and token.tag in ("NN1", "AVP"):
        return "VVB" if opens or after.pos is Pos.ADP else None
    acts = before.tag == "NP0" and token.tag == "NN2" and (after.tag == "NN2" or after.pos in (Pos.DET, Pos.NUM))
    return "VVZ" if acts else None


def _stands_for_people(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle names people: "counted nine injured", "the number of wounded rose"."""
    before, after = (tokens[i - 1] if i else None), (tokens[i + 1] if i + 1 < len(tokens) else None)
    if before is None or (after is not None and (after.is_nominal or after.pos in (Pos.ADJ, Pos.NUM))):
        return False
    if before.lower == "of":
        return True
    governed = any(t.form is Form.FINITE and t.lower not in ("was", "were") for t in _segment(tokens, i)[:-1])
    return before.pos is Pos.NUM and governed and any(t.is_verbal for t in tokens[:i])


def _verb_with_article(tokens: Sequence[Token], i: int) -> Token:
    """The verb that words with an article and no verb lack, if a noun may be one: "the camp houses 400 people"."""
    token, before, after = tokens[i], tokens[i - 1], tokens[i + 1]
    joined = before.is_nominal or before.pos is Pos.ADJ
    counted = after.pos is Pos.ADP and i + 2 < len(tokens) and tokens[i + 2].pos is Pos.NUM
    followed = counted or after.pos in (Pos.DET, Pos.NUM, Pos.POSS)
    segment = _segment(tokens, i)
    if not (joined and followed and segment[0].pos is Pos.DET) or any(t.is_verbal for t in segment):
        return token
    model = _model("en")
    tags = {model.int2tag[number] for number, _ in model._tag_word(token.text)}
    tag = next((tag for tag in ("VVD", "VVZ") if tag in tags), None)
    if tag is None:
        return token
    return replace(token, lemma=model.analyze(token.text, pos=tag)[0].lower(), pos=Pos.VERB, tag=tag, form=Form.FINITE)


def _segment(tokens: Sequence[Token], i: int) -> Sequence[Token]:
    """The words around ``i`` between two commas."""
    commas = [-1, *(n for n, token in enumerate(tokens) if token.text == ","), len(tokens)]
    first = max(n for n in commas if n < i)
    return tokens[first + 1 : min(n for n in commas if n > i)]


@lru_cache(_FORMS_KEPT)
def _stem(word: str) -> str:
    """The base of an English past tense."""
    return str(_model("en").analyze(word, pos="VVD")[0])


def tag_text(shadow: str, start: int, end: int, lang: str) -> list[Token]:
    """Split and tag one sentence of a shadow text."""
    return tag_words(shadow, split_words(shadow, start, end, lang), lang)


def _token(span: Span, word: str, lemma: str, tag: str, lang: str) -> Token:
    pos, form = _english(word, tag) if lang == "en" else _german(word, tag)
    if _NUMERAL.match(word):
        pos = Pos.NUM
    elif pos is Pos.NUM and word[0].isalpha() and word[-1].isdigit():
        pos = Pos.NAME
    keep_case = pos is Pos.NAME or (lang == "de" and pos is Pos.NOUN)
    return Token(span, word, lemma if keep_case else lemma.lower(), pos, tag, form)


def _english(word: str, tag: str) -> tuple[Pos, Form | None]:
    if tag[:2] in ("VV", "VB", "VH", "VD", "VM") and len(tag) == 3:
        form = {"I": Form.INFINITIVE, "N": Form.PARTICIPLE, "G": Form.GERUND}.get(tag[2], Form.FINITE)
        if tag[:2] == "VM":
            return Pos.MODAL, Form.FINITE
        return (Pos.VERB if tag[:2] == "VV" else Pos.AUX), form
    if tag == "POS":
        return Pos.GENITIVE, None
    if tag.startswith("PU") or not any(c.isalnum() for c in word):
        return Pos.PUNCT, None
    return _ENGLISH.get(tag, Pos.OTHER), None


def _german(word: str, tag: str) -> tuple[Pos, Form | None]:
    if tag[:2] in ("VV", "VA", "VM"):
        kind = {"VV": Pos.VERB, "VA": Pos.AUX, "VM": Pos.MODAL}[tag[:2]]
        return kind, _FORMS.get(tag[3:].rstrip(")"), Form.FINITE)
    if tag.startswith("$") or not any(c.isalnum() for c in word):
        return Pos.PUNCT, None
    return _GERMAN.get(tag, Pos.OTHER), None
