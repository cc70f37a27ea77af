"""A claim as the pages about it show it, and two claims slot by slot: put together in code, as pages have several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from flask import Flask
from markupsafe import Markup, escape

from verifier.domain.attribution import Step
from verifier.domain.comparison import SlotComparison
from verifier.services.desk_model import ClaimView, LookAlike
from verifier.web import telling, words
from verifier.web.cards import address_around
from verifier.web.fragments import item_url
from verifier.web.language import language, said, say
from verifier.web.marks import aspects, badge, outcome, slot_value
from verifier.web.passages import pieces
from verifier.web.rendering import quoted, quoted_plain, quoted_short, shorten, side_chip
from verifier.web.vocabulary import N_

_CHAIN = N_("How it reached us")
_PUBLISHED, _UNDATED, _STATED = N_("published %(day)s"), N_("undated"), N_("stated %(day)s")
_NO_CLAIM, _SOMEBODY = N_("no claim"), N_("somebody said that these words make none")
_BY_RULES = N_("read anew, these words make none")
_CORRECTED, _READING = N_("corrected"), N_("reading %(no)s, by %(name)s")
_AGAINST, _CAVEAT = N_("against its own interest"), N_("caveat")
_CAPTION, _COLUMNS = N_("Slot by slot"), (N_("Slot"), "", N_("Result"), "", N_("Why"))
_TIME = '<time datetime="%s">%s</time>'
_TITLE, _QUOTE, _REASON = 90, 220, 100_000


def init_app(app: Flask) -> None:
    """Give templates the parts as filters."""
    app.jinja_env.filters.update(claim_part=claim_part, chain=chain, slot_table=slot_table, resembling=resembling)


def claim_part(claim: ClaimView, heading: str, key: str | None = None) -> Markup:
    """Who said a claim, how it reached us, its words in their place; ``key`` is the one that opens its article."""
    lang = language()
    passage = "".join([f"<p>{pieces(each)!s}</p>" for each in claim.passage])
    who = f'<a href="{item_url("claim", claim.uid)}">{quoted(claim.claimant)!s}</a>'
    return Markup(  # noqa: S704 - every part is escaped where it is made
        f'<section class="claim" aria-label="{escape(heading)!s}">\n'
        f"<h2>{who}{side_chip(claim.side, claim.claimant)!s}</h2>\n"
        f'{chain(claim.chain)!s}\n<blockquote lang="{escape(claim.lang)!s}">{passage}</blockquote>\n'
        f'<p class="meta">\n{_place(lang, claim, key)}\n</p>\n{_notes(lang, claim)}</section>\n'
    )


def chain(steps: Sequence[Step]) -> Markup:
    """How the words of a claim reached us over others, the root claimant first."""
    if len(steps) < 2:
        return Markup("")
    lang = language()
    items = "".join([_step(lang, step, is_root=number == 0) for number, step in enumerate(steps)])
    label = said(lang, _CHAIN)
    return Markup(f'<ol class="chain" aria-label="{label}">\n{items}</ol>\n')  # noqa: S704 - escaped above


def slot_table(rows: Iterable[SlotComparison], left: ClaimView, right: ClaimView) -> Markup:
    """Two claims slot by slot: what each holds, how that compares, and why."""
    lang = language()
    heads = [quoted(left.claimant), quoted(right.claimant)]
    told = [said(lang, each) if each else heads.pop(0) for each in _COLUMNS]
    head = "".join([f'<th scope="col">{each!s}</th>' for each in told])
    body = "".join([_slot(lang, each, left, right) for each in rows])
    return Markup(  # noqa: S704 - every part is escaped where it is made
        f'<div class="table-wrap"><table class="slots">\n<caption>{said(lang, _CAPTION)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table></div>\n"
    )


def resembling(found: Sequence[LookAlike]) -> Markup:
    """Claims that resemble one, each with the reason why it does not compete."""
    before, after = address_around("pair", None)
    texts = [text for each in found for text in (each.voice.quote, telling.look_alike_reason(each))]
    told = iter(quoted_short(texts, (_QUOTE, _REASON) * len(found)))
    cards = [
        f'<li class="card item">\n<div class="row">{badge(each.relation)!s}{aspects(each.aspect)!s}</div>\n'
        f'<h3><a class="main" href="{before!s}{each.pair}{after!s}">{quoted(each.voice.claimant)!s}</a></h3>\n'
        f'<p class="voice-text">{next(told)}</p>\n<p class="why">{next(told)}</p>\n</li>\n'
        for each in found
    ]
    return Markup(f'<ul class="items">\n{"".join(cards)}</ul>\n')  # noqa: S704 - every part is escaped where it is made


def _step(lang: str, step: Step, *, is_root: bool) -> str:
    cue = f' <span class="cue">{quoted(step.cue)!s}</span>' if step.cue else ""
    role = said(lang, words.plain(step.role))
    who = f'<span class="{"who" if is_root else ""}">{quoted(step.actor.name)!s}</span>'
    return f'<li>{who}{cue} <span class="role">{role}</span></li>\n'


def _place(lang: str, claim: ClaimView, key: str | None) -> str:
    pressed = f' data-key="{escape(key)!s}"' if key else ""
    title = quoted_plain(shorten(claim.document_title, _TITLE))
    link = f'<a href="{item_url("document", claim.document)}#c-{claim.uid}"{pressed}>{title!s}</a>'
    published = _day(lang, _PUBLISHED, claim.published_on) or f"<span>{said(lang, _UNDATED)}</span>"
    return (
        f"{link}\n<span>{said(lang, claim.section)}</span><span>{said(lang, words.spoken(claim.lang))}</span>\n"
        f"{published}{_day(lang, _STATED, claim.stated_on)}"
    )


def _day(lang: str, message: str, day: date | None) -> str:
    if day is None:
        return ""
    shown = _TIME % ((day.isoformat()[:10],) * 2)
    return f"<span>{say(lang, message) % {'day': shown}}</span>"


def _notes(lang: str, claim: ClaimView) -> str:
    """What else there is to know: that people said it is none, or read it otherwise; caveats."""
    notes = []
    if claim.is_rejected:
        notes.append(("warm", _NO_CLAIM, f" <span>{said(lang, _SOMEBODY if claim.corrected_by else _BY_RULES)}</span>"))
    elif claim.version > 1 and claim.corrected_by:
        told = say(lang, _READING) % {"no": claim.version, "name": escape(claim.corrected_by)}
        notes.append(("part", _CORRECTED, f" <span>{told}</span>"))
    if claim.against_interest:
        notes.append(("part", _AGAINST, ""))
    notes += [("warm", _CAVEAT, f" <span>“{quoted(each)!s}”</span>") for each in claim.caveats]
    marked = [f'<span class="badge {tone}">{said(lang, label)}</span>{more}' for tone, label, more in notes]
    return "".join([f'<p class="meta">{each}</p>\n' for each in marked])


def _slot(lang: str, row: SlotComparison, left: ClaimView, right: ClaimView) -> str:
    return (
        f'<tr class="{row.outcome}"><th scope="row">{said(lang, words.slot(row.slot))}</th>\n'
        f"<td>{slot_value(row.left, row.slot, left)!s}</td>\n<td>{outcome(row.outcome)!s}</td>\n"
        f"<td>{slot_value(row.right, row.slot, right)!s}</td>\n"
        f'<td class="muted reason">{said(lang, row.reason)}</td></tr>\n'
    )
