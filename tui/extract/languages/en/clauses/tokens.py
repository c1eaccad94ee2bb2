"""The words of a sentence by their places, and where its clauses end.

What stands in round brackets or between dashes is passed over, so that "the party (SNS) won"
reads as one clause; so is the mark around a few words that may be a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.token_cache import TokenCache

_WORDS = lists("words", "clauses")

ASIDE = re.compile(r"\([^()]{0,80}\)|\s[—–―]\s[^—–―;:.!?]{1,180}\s[—–―](?=\s)")
ASIDE_MARKS = frozenset("(—–―")
_ASIDE_MARK = re.compile("[(—–―]")
_NAMED = re.compile(r"[“\"„«»]([^“”\"„«»\n]{1,60})[”\"“«»]")
"""A few words in marks, which may be a name or a fragment; speech ends in a mark of its own."""
_HARD_GAP = re.compile(r"[;:—–―“”\"„«»]| - |--|\.\.\.|…|''|``")
_PARTS_CLAUSES: TokenCache[bool] = TokenCache(lambda gap: bool(_HARD_GAP.search(gap)), 1 << 12)
_NO_PARTICIPLES = _WORDS["no_participles"]
_MORE = frozenset("more less fewer other rather".split())
"""With "than" behind them no clause ends: "more than 200 professors"."""
_BEHIND_COMMA = frozenset("as and so or with".split())
BORDER_WORDS = _WORDS["border_words"]
RELATIVES = lex.RELATIVES - {"whom"}
"""What may be the subject of the clause that it opens."""
DETERMINERS = lex.DETERMINERS | frozenset({"another", "much", "no", "own"})


class ClauseTokens:
    """The words of a sentence outside its asides, by their places in it: what is known of
    each stands in lists and sets, since a record for every word would take longer to make
    than the rules take to read the few that they look at."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self.text = text = document.text
        self.start = start
        numbers = document.numbers(start, end)
        asides = _asides(text, start, end)
        if numbers is not None and not asides:
            first, last = numbers
            starts, ends = document.columns.starts[first:last], document.columns.ends[first:last]
            lowers = document.bare_lowers[first:last]
            gaps = document.gaps[first + 1 : last]
            marked = [0, *[at for at, gap in enumerate(gaps, 1) if gap != " "]] if starts else []
        else:
            starts, ends, _, lowers = document.within(start, end)
            for begin, stop in reversed(asides):
                first, behind = bisect_left(starts, begin), bisect_left(starts, stop)
                starts, ends = starts[:first] + starts[behind:], ends[:first] + ends[behind:]
                lowers = lowers[:first] + lowers[behind:]
            lowers = [lower.rstrip(".") for lower in lowers]
            marked = list(range(len(starts)))
        self.starts, self.ends = starts, ends
        for at, lower in enumerate(lowers if "us" in lowers else ()):
            if lower == "us" and text[starts[at]] == "U":
                lowers[at] = "u.s"  # The state is no pronoun.
        self.lowers = lowers
        """In small letters, apostrophes straight, no full stop behind."""
        self.commas: set[int] = set()
        """Before which words a comma stands; that of "10,000" is none."""
        self.apart: set[int] = set()
        """Before which words a mark stands that no clause goes across."""
        self.named = named = _named(text, start, end)
        """The stretches of a few words in marks that a clause goes across."""
        # Between most words stands one space, which is no mark.
        for at in marked:
            behind, begin = ends[at - 1] if at else start, starts[at]
            if text[behind:begin] != " ":
                gap = self.gap(at)
                for first, last in named:
                    if first < begin and behind < last:
                        gap = "" if first < behind and begin < last else _QUOTES.sub("", gap)
                if "," in gap and gap != ",":
                    self.commas.add(at)
                if _PARTS_CLAUSES[gap]:
                    self.apart.add(at)

    def __len__(self) -> int:
        return len(self.starts)

    def lower(self, at: int) -> str:
        """A word in small letters; "" beyond the sentence."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def text_of(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        return self.text[self.starts[at]].isupper()

    def capital_or_end(self, at: int) -> bool:
        """Whether a word begins with a capital, or the sentence ends before it."""
        return at >= len(self.starts) or self.capital(at)

    def possessive(self, at: int) -> bool:
        lower = self.lowers[at]
        return lower.endswith(("'s", "s'")) or lower in lex.OWNERS

    def gap(self, at: int) -> str:
        """The marks and spaces between a word and the word before, asides left out."""
        gap = self.text[self.ends[at - 1] if at else self.start : self.starts[at]]
        return gap if ASIDE_MARKS.isdisjoint(gap) else ASIDE.sub("", gap)

    def marked(self, at: int) -> bool:
        """Whether any mark stands between a word and the word before."""
        if self.text[self.ends[at - 1] if at else self.start : self.starts[at]] == " ":
            return False
        return bool(self.gap(at).strip())

    @lazy_property
    def borders(self) -> list[int]:
        """The words before which a clause ends, and the end of the last, in order."""
        found = self.apart | {0, len(self)}
        found.update(
            [
                at
                for at, lower in enumerate(self.lowers)
                if lower in BORDER_WORDS and not (lower == "than" and self.lower(at - 1) in _MORE)
            ]
        )
        for at in self.commas:
            lower = self.lowers[at]
            if lower in _BEHIND_COMMA or (lower.endswith("ing") and lower not in _NO_PARTICIPLES):
                found.add(at)
        return sorted(found)


_QUOTES = re.compile(r"[“”\"„«»]")


def _named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The few words in marks that a clause goes across: "the party “Free City”"."""
    if not _QUOTES.search(text, start, end):
        return []
    return [
        found.span()
        for found in _NAMED.finditer(text, start, end)
        if (found[1][0].islower() or found[1][-1] not in ",.?!")
        and text[max(start, found.start() - 2) : found.start()].strip() != ":"
    ]


def _asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if _ASIDE_MARK.search(text, start, end) is None:
        return []
    return [found.span() for found in ASIDE.finditer(text, start, end)]


def border(tokens: ClauseTokens, at: int) -> bool:
    """Whether a clause ends before the word at a position."""
    borders = tokens.borders
    index = bisect_left(borders, at)
    return index == len(borders) or borders[index] == at or at < 0


def clause(tokens: ClauseTokens, at: int) -> tuple[int, int]:
    """The first token of the clause that a position lies in, and the one behind its last."""
    behind = bisect_right(tokens.borders, at)
    return tokens.borders[behind - 1], tokens.borders[behind]
