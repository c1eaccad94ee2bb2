"""The words of a text as names are looked for in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Document

_OPENERS = "\"'“”„«»‘’–—-:;([.!?…|*•"
_CLOSERS = '"“”«’'
"""What closes a quotation where a space follows."""


class NameToken(NamedTuple):
    """A word: where it stands, itself without the stop behind it, and its key."""

    start: int
    end: int
    text: str
    key: str
    capital: bool
    opens: bool
    """Whether a sentence, a quotation or a line begins with it, so that its capital tells
    nothing."""
    joined: bool
    """Whether a space alone parts it from the word before."""


# A named tuple's own constructor is a Python function, and this runs for every word.
_a_token: Callable[[tuple[int, int, str, str, bool, bool, bool]], NameToken] = partial(
    tuple.__new__, NameToken
)


@lru_cache(2)
def tokens(document: Document) -> Sequence[NameToken]:
    """The words of a text, in order. Several stages ask, one after another."""
    starts, _, texts = document.columns
    gaps = document.gaps
    sentences = {each.start for each in document.sentences}
    sentences |= {each.start for each in document.paragraphs}
    found: list[NameToken] = []
    stopped = False
    for start, text, gap in zip(starts, texts, gaps, strict=False):
        opens = start in sentences or not found
        if gap == " ":  # as most are
            joined = not stopped and not opens
        else:
            mark = gap.rstrip()[-1:]
            if mark in _CLOSERS and gap[-1:] == " ":
                mark = ""  # „Most“ Ane Kos
            opens = opens or (mark != "" and mark in _OPENERS) or "\n" in gap
            joined = False
        bare, stopped = text, False
        if text[-1] == ".":
            bare = text.rstrip(".")
            stopped = len(bare) > 1 and not _short(bare)
        capital = bare[:1].isupper()
        found.append(_a_token((start, start + len(bare), bare, key(bare), capital, opens, joined)))
    return found


def _short(bare: str) -> bool:
    return key(bare) in lists("words")["titles"]


def runs(found: Sequence[NameToken]) -> Iterator[tuple[int, int]]:
    """The stretches of words with capitals that may be names of people: from where to where.
    Words in capitals throughout are abbreviations, or emphasis."""
    nobility = lists("words")["nobility"]
    at = 0
    while at < len(found):
        if not _nameable(found[at]):
            at += 1
            continue
        end = at + 1
        while end < len(found) and found[end].joined:
            if _nameable(found[end]):
                end += 1
                continue
            following = found[end + 1 : end + 2]
            if not (found[end].key in nobility and following and following[0].joined):
                break
            if found[end].key == "da" and found[end - 1].key.endswith("ic"):
                break  # "ocena Ane Kosić da Lim greši": a clause begins.
            if not _nameable(following[0]):
                break
            end += 2
        yield at, end
        at = end


def _nameable(token: NameToken) -> bool:
    text = token.text
    if not token.capital or len(text) < 2 or text.isupper() or any(map(str.isdigit, text)):
        return False
    return text[:2] in ("Mc", "Ma", "De") or not any(map(str.isupper, text[1:].partition("-")[0]))
