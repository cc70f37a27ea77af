"""The small marks of pages: a relation, a strength, an outcome, a verdict. Each is made once for a language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, wraps

from flask import Flask
from markupsafe import Markup, escape

from verifier.services.desk_model import ClaimView, DeskItem
from verifier.web import words
from verifier.web.language import language, say
from verifier.web.rendering import quoted
from verifier.web.vocabulary import N_

_SIGN = '<span class="{tone}"><span class="sign" aria-hidden="true">{sign}</span>{label}</span>'
_ANEW, _WITH, _OPEN = N_("read anew since the verdict"), N_("with %(name)s"), N_("not stated")


def init_app(app: Flask) -> None:
    """Give templates the marks as filters."""
    app.jinja_env.filters.update(
        badge=badge, strength=strength, outcome=outcome, verdict=verdict, aspects=aspects, slot_value=slot_value
    )


def _spoken(make: Callable[[str, str], str]) -> Callable[[str | None], Markup]:
    """A mark of a value in the language of the request; nothing for no value."""

    @lru_cache(maxsize=1_024)
    def made(lang: str, value: str) -> Markup:
        return Markup(make(lang, value))  # noqa: S704 - every part is escaped where it is made

    @wraps(make)
    def mark(value: str | None) -> Markup:
        return made(language(), value) if value else Markup()

    return mark


@_spoken
def badge(lang: str, value: str) -> str:
    """A relation, or the kind of a finding."""
    look = words.relation(value)
    label = escape(say(lang, look.label, "relation"))
    return _SIGN.format(tone=f"badge {look.tone}", sign=look.mark, label=label)


@_spoken
def strength(lang: str, value: str) -> str:
    """How strong a conflict is, its meaning as a title."""
    title, label = escape(say(lang, words.STRENGTHS[value])), escape(say(lang, value))
    return f'<span class="strength {value}" title="{title}"><i aria-hidden="true"></i>{label}</span>'


@_spoken
def outcome(lang: str, value: str) -> str:
    """How two values of a slot compare."""
    look = words.OUTCOMES[value]
    return _SIGN.format(tone=f"outcome {look.tone}", sign=look.mark, label=escape(say(lang, look.label)))


@_spoken
def verdict(lang: str, value: str) -> str:
    """A verdict of a person."""
    return _SIGN.format(tone="badge part", sign="●", label=escape(say(lang, words.verdict_label(value))))


@_spoken
def aspects(lang: str, value: str) -> str:
    """What a result is about: codes, parted by commas."""
    told = ", ".join(say(lang, words.slot(each)) for each in value.split(", "))
    return f'<span class="muted">{escape(told)}</span>'


def slot_value(value: str | None, slot: str | None, claim: ClaimView) -> Markup:
    """What a slot of a claim holds, with its name in the reader's language where the claim is of another."""
    lang = language()
    if value is None:
        return _not_stated(lang)
    if slot in words.CODED:
        return escape(say(lang, words.coded(value)))
    gloss = claim.glosses.get(slot or "", {}).get(lang)
    if not gloss or claim.lang == lang or gloss.lower() == value.lower():
        return quoted(value)
    return Markup('{} <span class="gloss">{}</span>').format(quoted(value), gloss)


@cache
def _not_stated(lang: str) -> Markup:
    return Markup('<span class="muted">{}</span>').format(say(lang, _OPEN))


def marks_of(lang: str, item: DeskItem, *, judged: bool = True) -> Markup:
    """The marks of a pair or finding in a list, its verdict among them if ``judged``; ``lang`` is the request's."""
    said = item.verdict if judged else None
    return _marks(lang, item.relation, item.strength, item.aspect, said, item.state == "stale", item.assignee)


@lru_cache(maxsize=4_096)
def _marks(
    lang: str,
    relation: str,
    strong: str | None,
    about: str | None,
    said: str | None,
    is_stale: bool,
    assignee: str | None,
) -> Markup:
    parts = [badge(relation), strength(strong), aspects(about), verdict(said)]
    if is_stale:
        parts.append(Markup('<span class="badge warm">{}</span>').format(say(lang, _ANEW)))
    if assignee:
        parts.append(Markup('<span class="muted">{}</span>').format(say(lang, _WITH) % {"name": assignee}))
    return Markup("").join(parts)
