"""The same-length shadow of a text, on which all matching runs."""

from __future__ import annotations

_FOLD = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    **dict.fromkeys(
        "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", " "
    ),
    **dict.fromkeys("„“”«»‟", '"'),
    **dict.fromkeys("‘’‚‛‹›`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": ".",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\r": "\n",
}
_TABLE = str.maketrans(_FOLD)


def shadow_of(text: str) -> str:
    """``text`` with blanks, quotation marks and dashes folded to ASCII, one character for one.

    Offsets into the result are offsets into ``text``.
    """
    return text.translate(_TABLE)
