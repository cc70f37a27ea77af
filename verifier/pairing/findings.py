"""Problems inside one document: headlines that say otherwise than the body, parts larger than their whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.domain.claim import Claim
from verifier.domain.comparison import Finding, FindingPart
from verifier.domain.enums import ClaimKind, CueClass, FindingKind, Qualifier, SectionKind, Strength
from verifier.domain.interval import Interval
from verifier.domain.quantity import Quantity
from verifier.pairing.alignment import Alignment
from verifier.pairing.compare.actors import compare_actors, is_same_root
from verifier.pairing.compare.quantities import Overlap, overlap_of
from verifier.pairing.compare.wording import is_near_copy
from verifier.pairing.explain import speaker
from verifier.pairing.sides import Side

_QUOTED = re.compile(r"[\"“”„'‘’]([^\"“”„'‘’\n]{6,120})[\"“”„'‘’]")
_SURE = (CueClass.ASSERTED, CueClass.FOUND, CueClass.CONFIRMED, CueClass.QUOTED)
_HEDGED = (Qualifier.BARE, Qualifier.EXACT)


def find_findings(claims: Sequence[Claim], pairs: Mapping[tuple[int, int], tuple[str, ...]]) -> list[Finding]:
    """The findings of all documents of ``claims``; ``pairs`` are the candidates as indices."""
    found = [*_quotes(claims), *_parts(claims), *_sums(claims), *find_copies(claims, pairs), *_headlines(claims, pairs)]
    return sorted(found, key=lambda f: (f.document, f.kind, f.parts[0].span))


def _headlines(claims: Sequence[Claim], pairs: Mapping[tuple[int, int], tuple[str, ...]]) -> Iterator[Finding]:
    """One finding for each proposition that headlines tell otherwise than the body, over all its claims."""
    differing: dict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for i, j in pairs:
        for head, body in ((i, j), (j, i)):
            aspects = _headline_aspects(claims[head], claims[body])
            if aspects:
                differing[head][body] = aspects
    for heads, bodies in _propositions(claims, differing):
        shown: dict[str, tuple[Claim, Claim]] = {}
        for head in heads:
            for body in sorted(bodies & differing[head].keys()):
                for aspect in differing[head][body]:
                    shown.setdefault(aspect, (claims[head], claims[body]))
        aspects = tuple(sorted(shown))
        strength = Strength.HARD if "number" in aspects else Strength.SOFT
        parts = [claims[n] for n in (*sorted(heads), *sorted(bodies))]
        parts.sort(key=lambda c: (not c.section_kind.is_headline, c.span))
        yield _finding(FindingKind.HEADLINE_BODY, strength, parts, aspects, _headline_sentence(parts[0], shown))


def _propositions(
    claims: Sequence[Claim], differing: Mapping[int, Mapping[int, tuple[str, ...]]]
) -> Iterator[tuple[set[int], set[int]]]:
    """Headlines grouped where they stand beside the same body claims: those of their passage, else the nearest."""
    groups: list[tuple[set[int], set[int]]] = []
    for head, bodies in sorted(differing.items()):
        own = {b for b in bodies if claims[b].passage == claims[head].passage}
        chosen = own or set(sorted(bodies, key=lambda b: (len(bodies[b]), claims[b].span))[:1])
        joined = [g for g in groups if g[1] & chosen]
        merged = ({head}, set(chosen))
        for group in joined:
            groups.remove(group)
            merged = (merged[0] | group[0], merged[1] | group[1])
        groups.append(merged)
    yield from groups


def _quotes(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Headlines that quote otherwise than the body below them."""
    for head in claims:
        if not head.section_kind.is_headline:
            continue
        for body in claims:
            below = (
                body.document == head.document and body.passage == head.passage and not body.section_kind.is_headline
            )
            if below and _other_quote(head.context, body.context):
                sentence = _headline_sentence(head, {"quote": (head, body)})
                yield _finding(FindingKind.HEADLINE_BODY, Strength.SOFT, [head, body], ("quote",), sentence)
                break


def _headline_aspects(head: Claim, body: Claim) -> tuple[str, ...]:
    """In what a headline claim and a body claim of one proposition differ; empty where they tell two things."""
    announces = head.section_kind.is_headline and not body.section_kind.is_headline
    if not announces or head.document != body.document or not _is_one_proposition(head, body):
        return ()
    left, right = head.reading, body.reading
    aspects = []
    if left.quantity is not None and right.quantity is not None:
        overlap = overlap_of(left.quantity, right.quantity)
        if overlap in (Overlap.HARD, Overlap.SOFT):
            aspects.append("number")
        elif (left.quantity.qualifier in _HEDGED) != (right.quantity.qualifier in _HEDGED):
            aspects.append("hedge")
    if left.chain and right.chain and _other_claimant(head, body):
        aspects.append("claimant")
    if (left.commitment in _SURE) != (right.commitment in _SURE):
        aspects.append("commitment")
    if left.predicate is not None and right.predicate is not None and left.predicate.key != right.predicate.key:
        aspects.append("verb")
    return tuple(aspects)


def _is_one_proposition(head: Claim, body: Claim) -> bool:
    """Same family or akin, same thing, parties, modality and polarity, nothing apart in place or time."""
    a = Alignment(Side(head), Side(body))
    if a.opposite_polarity or any(
        a.differs(slot) for slot in ("agent", "patient", "place", "time", "thing", "modality")
    ):
        return False
    if head.reading.kind is ClaimKind.OPINION or body.reading.kind is ClaimKind.OPINION:
        return False
    if a.near_copy:
        return True
    if not a.fits("predicate") or a.role_map is not None:
        return False
    numbers = head.reading.quantity is not None and body.reading.quantity is not None
    party = a.fits("agent") or a.fits("patient")
    bare = head.reading.thing is body.reading.thing is None
    if not numbers and bare and a.same_passage and a.is_same("predicate") and party:
        return True
    if numbers:
        placed = (a.fits("place") and not _is_listed(head, body)) or (head.reading.place is body.reading.place is None)
        near = (a.same_passage and not _is_listed(head, body)) or (a.overlap is Overlap.OK and placed)
        return a.is_same("thing") and near and (a.overlap is not Overlap.HARD or a.event_stated)
    if (head.reading.quantity is None) != (body.reading.quantity is None):
        return False
    return (
        party
        and a.fits("thing")
        and (a.same_passage or (a.is_same("agent", "thing") and head.section_kind is not SectionKind.HEADING))
    )


def _is_listed(*claims: Claim) -> bool:
    """Whether a claim is of several places at once: then another may be of a part of them."""
    return any(c.reading.place is not None and "+" in c.reading.place.key for c in claims)


def _other_claimant(head: Claim, body: Claim) -> bool:
    """Whether headline and body name claimants that do not speak for each other."""
    if is_same_root(head, body):
        return False
    one, other = head.reading.claimant, body.reading.claimant
    if one is None or other is None:
        return False
    if one.key.rpartition(":")[2] == other.key.rpartition(":")[2]:
        return False
    outcome = compare_actors("claimant", one, other).outcome.value
    return outcome == "different" or one.kind != other.kind or outcome == "unknown"


def _other_quote(head: str, body: str) -> bool:
    """Whether both quote nearly the same words, but not the very same."""
    for one in _QUOTED.findall(head):
        for other in _QUOTED.findall(body):
            words, others = one.lower().split(), other.lower().split()
            shared = len(set(words) & set(others))
            shorter = min(len(set(words)), len(set(others)))
            alike = shorter >= 3 and shared >= 0.8 * shorter
            near = words != others and alike and shared < len(set(others) | set(words))
            if near and " ".join(words).strip(".,!?") not in " ".join(others):
                return True
    return False


def _parts(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Parts that exceed the whole the text itself names."""
    for part, whole in _linked(claims):
        one, other = part.reading.quantity, whole.reading.quantity
        if one is None or other is None or one.unit != other.unit:
            continue
        strength = _exceeds(one, other)
        if strength is not None:
            words = f"“{one.surface}” is given as a part of “{other.surface}”, yet it is more."
            yield _finding(FindingKind.PART_EXCEEDS_WHOLE, strength, [part, whole], ("number",), words)


def _exceeds(part: Quantity, whole: Quantity) -> Strength | None:
    if part.hard.lo is not None and whole.hard.hi is not None and part.hard.lo > whole.hard.hi:
        return Strength.HARD
    if part.soft.lo is not None and whole.soft.hi is not None and part.soft.lo > whole.soft.hi:
        return Strength.SOFT
    return None


def _sums(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Two or more parts that together leave the whole's interval."""
    wholes: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    holders: dict[tuple[str, int], Claim] = {}
    for part, whole in _linked(claims):
        quantity = whole.reading.quantity
        if quantity is not None:
            wholes[whole.document, quantity.span.start].append(part)
            holders[whole.document, quantity.span.start] = whole
    for key, parts in sorted(wholes.items()):
        whole = holders[key]
        quantities = [p.reading.quantity for p in parts if p.reading.quantity is not None]
        if len(quantities) < 2 or whole.reading.quantity is None:
            continue
        strength = _over(quantities, whole.reading.quantity)
        if strength is not None:
            words = f"The parts of “{whole.reading.quantity.surface}” add up to more than it."
            yield _finding(FindingKind.SUM_MISMATCH, strength, [whole, *parts], ("number",), words)


def _over(parts: Sequence[Quantity], whole: Quantity) -> Strength | None:
    for pick, strength in ((_hard, Strength.HARD), (_soft, Strength.SOFT)):
        top = pick(whole).hi
        if top is not None and sum(pick(part).lo or 0 for part in parts) > top:
            return strength
    return None


def _hard(quantity: Quantity) -> Interval:
    return quantity.hard


def _soft(quantity: Quantity) -> Interval:
    return quantity.soft


def _linked(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims whose quantity the text makes a part of another claim's."""
    wholes = {(c.document, q.span.start): c for c in claims for q in c.reading.quantities}
    for claim in claims:
        quantity = claim.reading.quantity
        if quantity is None or quantity.part_of is None:
            continue
        whole = wholes.get((claim.document, quantity.part_of))
        if whole is None or whole is claim:
            continue
        of = next(q for q in whole.reading.quantities if q.span.start == quantity.part_of)
        yield claim, whole if whole.reading.quantity is of else _about(whole, of)


def _about(claim: Claim, quantity: Quantity) -> Claim:
    """The same claim, seen as one about another of its quantities."""
    others = tuple(q for q in claim.reading.quantities if q is not quantity)
    return replace(claim, reading=replace(claim.reading, quantities=(quantity, *others)))


def find_copies(claims: Sequence[Claim], pairs: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """Near-copies across documents in which a number or the polarity differs."""
    for i, j in pairs:
        left, right = claims[i], claims[j]
        if left.document == right.document:
            continue
        if not is_near_copy(left, right):
            continue
        one, other = left.reading.quantity, right.reading.quantity
        changed = one is not None and other is not None and one.point != other.point
        turned = left.reading.polarity is not right.reading.polarity
        if changed or turned:
            first, second = sorted((left, right), key=lambda c: c.uid)
            aspects = tuple(name for name, is_so in (("number", changed), ("polarity", turned)) if is_so)
            but = ", ".join(aspects)
            words = f"{second.document_name} repeats {first.document_name} nearly word for word, but for: {but}."
            yield _finding(FindingKind.COPY_CHANGED, Strength.SOFT, [first, second], aspects, words)


def _finding(
    kind: FindingKind, strength: Strength | None, claims: Sequence[Claim], aspects: tuple[str, ...], words: str
) -> Finding:
    parts = tuple(FindingPart(c.uid, c.span, c.quote) for c in claims)
    return Finding(kind, strength, kind.value, claims[0].document, parts, aspects, words)


def _headline_sentence(first: Claim, shown: Mapping[str, tuple[Claim, Claim]]) -> str:
    """What differs, each aspect with a headline and a body claim that show it."""
    told = (f"{name}: {_shown(name, head)} – {_shown(name, body)}" for name, (head, body) in sorted(shown.items()))
    words = "; ".join(told)
    return f"{first.section_kind.value.capitalize()} and body tell one thing in two ways ({words})."


def _shown(aspect: str, claim: Claim) -> str:
    """What a claim says in one aspect, in words."""
    reading = claim.reading
    if aspect in ("number", "hedge"):
        return f"“{reading.quantity.surface}”" if reading.quantity else "no number"
    if aspect == "claimant":
        return speaker(claim)
    if aspect == "commitment":
        return reading.commitment.value
    if aspect == "verb":
        return f"“{reading.predicate.name}”" if reading.predicate else "no verb"
    return next((f"“{words}”" for words in _QUOTED.findall(claim.context)), "no quotation")
