"""Words of the article without the dates in them, which an event tells beside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS
from tui.extract.text.document import Span

_PART_OF_TIME = re.compile(
    r"\s(?:(?:(?:in|at|by|since|until|towards?)\s)?(?:the\s)?(?:end|beginning|start|middle"
    r"|(?:first|second|third|last|final)\s(?:\w+\s)?(?:days?|weeks?|weekend|months?))\sof"
    r"|as (?:early|late|recently) as|(?:(?:in|by|since|until)\s)?(?:early|late)"
    r"|(?:(?:on|from)\s)?\d{1,2}(?:,\s\d{1,2})*\s(?:and|or|to)(?=$)|(?:in|over|during)\s(?:this|these)"
    r"|earlier|later|only|including(?:\s(?:at|in|on|until))?"
    r"|beginning|starting|through|as of)$"
)
_GOES_ON_TIME = re.compile(
    r"\s(?:and|or)\s(?:(?:(?:early|mid|late)[\s-])?['’]?\d0s|so|two|three)\b(?!\s[a-z]+s\b)"
)
"""What goes on a time: the other of two decades ("the 1970s and '80s"), "or so"."""
_ARTICLE = re.compile(r"(?:^|\s)([Aa])n?$")
_GOVERNS = re.compile(
    r"(?:in|at|after|before|of|for|during|by|on|from|since|until)\b", re.IGNORECASE
)
"""The same within the words of a date."""
_GOVERNS_PHRASE = re.compile(
    rf"(?:{_GOVERNS.pattern}\s)?(?:the|an?|its|their|his|her)\b", re.IGNORECASE
)
_NOUN_BEHIND = re.compile(r"\s([a-z][a-z-]+)\b")
_NO_NOUNS = lex.PREPOSITIONS | lex.AUXILIARIES | lex.CONJUNCTIONS | lex.PRONOUNS | lex.ADVERBS


def without_times(text: str, piece: Span, without: Sequence[Span]) -> str:
    """The words of a piece of a text without those of dates: "in the vote" of "in May's vote"."""
    kept, at = [], piece.start
    for start, end in without:
        if text[end : end + 2] in ("'s", "’s"):
            end += 2  # "in February | 's vote"
        if at <= start < piece.end:
            before = _PART_OF_TIME.sub("", text[at:start].rstrip(" ,"))
            apart = before.endswith(",") or text[at:start].rstrip().endswith(",")
            before = before.rstrip(" ,")
            owns = text[max(start, end - 2) : end] in ("'s", "’s") or text[end - 1] in "'’"
            # "in last month's vote" is "in the vote".
            inner = _GOVERNS.match(text, start, end) if owns else _in_phrase(text, start, end)
            if inner:
                before += f" {inner[0]}"
            elif not owns and not before.endswith("that of"):
                before = before.removesuffix(" of")  # "the vote of 3 May to be annulled"
            the = owns and before and before.rpartition(" ")[2].lower() not in DETERMINERS
            more = _GOES_ON_TIME.match(text, end, piece.end)
            behind = more.end() if more else end
            apart = apart and text[behind : behind + 1] == ","
            at = behind + apart  # "had, earlier Tuesday, sent"
            article = _ARTICLE.search(before)
            if article is not None:  # "in a Thursday interview" is "in an interview"
                vowel = text[at : piece.end].lstrip()[:1].lower() in tuple("aeiou")
                before = before[: article.end(1)] + ("n" if vowel else "")
            kept.append(before + (" the " if the else " "))
    kept.append(text[at : piece.end])
    return "".join(kept)


def _in_phrase(text: str, start: int, end: int) -> re.Match[str] | None:
    """What governs a date that stands before its noun: "in the 27 October election"."""
    behind = _NOUN_BEHIND.match(text, end)
    if behind is None or behind[1] in _NO_NOUNS:
        return None
    return _GOVERNS_PHRASE.match(text, start, end)
