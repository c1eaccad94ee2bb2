"""Marks around the name of a list, a party, a paper or a work, or around a word held at arm's
length: no speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.languages.sr.cues import is_said
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import list_names, lists
from tui.extract.text.quotation_marks import QuotedSpan

_WORD = re.compile(r"[^\W_]+")
_LEADS_A_LIST = re.compile(
    r"(?:[^\W\d_a-zа-яšđčćžђјљњћџ][^\W\d_]+\.?\s){2,3}[–—-]\s[^\W\d_a-zа-яšđčćžђјљњћџ]"
)
""" „Ana Kos – Most za sve“: who leads a list, and its name."""
_LONGEST = 9
"""Words of a name in marks."""
_SHORT = 4
"""Words in marks that are somebody's speech only where a cue says so."""


def is_title(text: str, quote: QuotedSpan) -> bool:
    """Whether the word before, and a capital, say that the marks hold a name."""
    words = _WORD.findall(text, quote.start, min(quote.end, quote.start + 200))
    if not words or len(words) > _LONGEST or not words[0][:1].isupper():
        return False
    if text[quote.end - 1] in ".!?…":
        return False
    told = lists("words")
    led = _LEADS_A_LIST.match(text, quote.start, quote.end)
    if _is_list(list(map(key, words))) or (led and not is_said(text, quote.open, quote.close)):
        return True
    if len(words) == 1 and _medium(key(words[0])):
        return True
    before = _WORD.findall(text, max(0, quote.open - 48), quote.open)
    gap = text[quote.open - 2 : quote.open]
    if not before or not (gap[-1:].isspace() and gap[:1].isalnum()):
        return False
    heads = tuple(told["of_works"])
    if key(before[-1]).startswith(heads):
        return True
    # "Grupa građana „Most“": the noun behind the head is in the genitive.
    return len(before) > 1 and before[-1][-1:] in "aа" and key(before[-2]).startswith(heads)


def _is_list(words: Sequence[str]) -> bool:
    """Whether words are the name of a list, in whatever case its first is."""
    names = list_names()
    if " ".join(words) in names:
        return True
    stem, rest = words[0][:-1], words[1:]
    return bool(rest) and any(" ".join((stem + end, *rest)) in names for end in "aeo")


def _medium(plain: str) -> bool:
    told = lists("words")["media"] | lists("words")["in_marks"]
    return any(plain.removesuffix(end) in told for end in ("", "u", "a", "om", "ma", "ima", "i"))


def may_be_title(text: str, quote: QuotedSpan, said: bool) -> bool:
    """Whether a few words in marks, under no cue, are held at arm's length."""
    if said:
        return False
    words = _WORD.findall(text, quote.start, min(quote.end, quote.start + 200))
    if len(words) <= _SHORT:
        return True
    return text[quote.start].islower() and len(words) <= _LONGEST
