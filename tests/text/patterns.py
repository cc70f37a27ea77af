"""Every regular expression of the package, and hostile strings made for each from its own parts."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import verifier
from verifier.extract.quantity_ages import _age_patterns
from verifier.ingest.stamps import _labels

_ROOT = Path(verifier.__file__).parent
_FUNCTIONS = {"compile", "sub", "subn", "search", "match", "fullmatch", "findall", "finditer", "split"}
_ANCHORED = {"match", "fullmatch"}
_MADE: dict[str, tuple[tuple[re.Pattern[str], bool], ...]] = {
    "verifier.extract.quantity_ages": tuple(
        (made, anchored)
        for lang in ("en", "de")
        for made, anchored in zip(_age_patterns(lang), (True, False), strict=True)
    ),
    "verifier.ingest.stamps": ((_labels(), False),),
    "verifier.web.rendering": ((re.compile("(a|ab|aab|aaab)", re.IGNORECASE), False),),  # words of a search, escaped
}
"""The patterns of modules that build some from data, and whether they are tried at one place only."""

_WINDOWS = {"verifier.text.sentences:_WORD": 24}
"""Patterns that never see more than so many characters, for they are searched in a window of that width."""

_POOL = "aA0é \n\t.,;:!?'\"-–/()[]<>*_`#&%+|@=~^“\x00"
_ANY = _POOL + "".join(map(chr, range(1, 0x250)))
_MANY = 20


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern, where it stands, whether it is only ever tried at one place of a text, and the most it ever sees."""

    where: str
    pattern: re.Pattern[str]
    anchored: bool = False
    window: int = sys.maxsize

    def run(self, text: str) -> None:
        """Find everything in ``text``, as the package would."""
        if self.anchored:
            self.pattern.match(text)
        else:
            for _ in self.pattern.finditer(text):
                pass


def patterns() -> list[Used]:
    """Every pattern the package compiles. A call whose pattern this cannot know fails by KeyError."""
    return [used for path in sorted(_ROOT.rglob("*.py")) for used in _patterns_in(path)]


def _patterns_in(path: Path) -> Iterator[Used]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name = ".".join((path.relative_to(_ROOT.parent)).with_suffix("").parts)
    named = {id(n.value): n.targets[0].id for n in tree.body if isinstance(n, ast.Assign) if _is_name(n.targets[0])}
    methods: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and _is_name(node.value):
            methods.setdefault(node.value.id, set()).add(node.attr)  # type: ignore[attr-defined]
    made = False
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _FUNCTIONS):
            continue
        if not (_is_name(call.func.value) and call.func.value.id == "re"):  # type: ignore[attr-defined]
            continue
        if id(call) in named:
            known = named[id(call)]
            where, pattern = f"{name}:{known}", getattr(importlib.import_module(name), known)
            yield Used(where, pattern, methods.get(known, set()) <= _ANCHORED, _WINDOWS.get(where, sys.maxsize))
        elif isinstance(call.args[0], ast.Constant):
            yield Used(f"{name}:{call.lineno}", re.compile(call.args[0].value), call.func.attr in _ANCHORED)
        else:
            made = True
    if made:
        yield from (Used(name, pattern, anchored) for pattern, anchored in _MADE[name])


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


def pumps(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """What may be repeated to make a pattern labour, each with what is to stand before it.

    These are single characters it tells apart, the bodies of its loops after what leads there, and its own beginnings.
    """
    parsed = parser.parse(pattern.pattern, pattern.flags)
    singles = dict.fromkeys(c for c in _POOL if _tells_apart(c, pattern))
    found = [("", single) for single in singles]
    found += [(before, body) for before, body in _loops(list(parsed), "")]
    parts = [_sample([part]) for part in parsed]
    found += [("", "".join(parts[:n])) for n in range(1, len(parts) + 1)]
    return [pair for pair in dict.fromkeys(found) if pair[1]]


def _tells_apart(char: str, pattern: re.Pattern[str]) -> bool:
    return any(_takes(char, node) for node in _leaves(parser.parse(pattern.pattern, pattern.flags)))


def _leaves(nodes: Any) -> Iterator[Any]:
    """Every node that stands for one character."""
    for op, value in nodes:
        if op in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
            yield op, value
        else:
            for inner in _inner(op, value):
                yield from _leaves(inner)


def _inner(op: Any, value: Any) -> Sequence[Any]:
    """The sequences inside a node."""
    if op is codes.BRANCH:
        return list(value[1])
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return [value[2]]
    if op is codes.SUBPATTERN:
        return [value[3]]
    if op in (codes.ASSERT, codes.ASSERT_NOT):
        return [value[1]]
    return [value] if op is codes.ATOMIC_GROUP else []


def _takes(char: str, node: Any) -> bool:
    """Whether a node that stands for one character may stand for this one."""
    op, value = node
    if op is codes.ANY:
        return True
    if op in (codes.LITERAL, codes.NOT_LITERAL):
        return (ord(char) == value) == (op is codes.LITERAL)
    negated = value[0][0] is codes.NEGATE
    return negated != any(_in_set(char, *item) for item in value[negated:])


def _in_set(char: str, op: Any, value: Any) -> bool:
    if op is codes.LITERAL:
        return ord(char) == value
    if op is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    word, digit, space = char.isalnum() or char == "_", char.isdigit(), char.isspace()
    told = {codes.CATEGORY_WORD: word, codes.CATEGORY_DIGIT: digit, codes.CATEGORY_SPACE: space}
    against = {codes.CATEGORY_NOT_WORD: word, codes.CATEGORY_NOT_DIGIT: digit, codes.CATEGORY_NOT_SPACE: space}
    return told[value] if value in told else not against[value]


def _sample(nodes: Any) -> str:
    """A short string the nodes match, lookarounds left aside."""
    text = ""
    for op, value in nodes:
        if op in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY):
            text += chr(value) if op is codes.LITERAL else next(c for c in _ANY if _takes(c, (op, value)))
        elif op is codes.BRANCH:
            text += _sample(value[1][0])
        elif op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            text += _sample(value[2]) * max(1, value[0])
        elif op in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            text += _sample(_inner(op, value)[0])
    return text


def _loops(nodes: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    """The body of every long loop, with what leads there; each branch of the body is one."""
    for op, value in nodes:
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and value[1] > _MANY:
            yield before, _sample(value[2])
            yield from ((before, char) for char in _POOL if any(_takes(char, leaf) for leaf in _leaves(value[2])))
        for inner in _inner(op, value):
            yield from _loops(list(inner), before)
        if op not in (codes.ASSERT, codes.ASSERT_NOT):
            before += _sample([(op, value)])
