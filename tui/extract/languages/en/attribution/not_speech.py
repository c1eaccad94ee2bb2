"""What in marks is a name and no speech: of a list, a newspaper, a broadcast, a book, a song.

The words beside say so ("the list", "a song called"), or the outlet and the kind of work do ("on
CNN’s", "the author of"), where the words in the marks are written as names are. What is a name
once is one wherever the same words stand in marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from tui.extract.languages.en import lexicon as lex
from tui.extract.text.quotation_marks import QuotedSpan

LONGEST = 8
"""Words of the longest title: of more, somebody writes every word with a capital."""
_WORDS = re.compile(r"\w+(?:[’']\w+)*")
LONGEST_NAME = 80
"""Characters of the longest name of a list."""
_CALLERS = frozenset("has have had he she they it who which what we i also".split())
_SMALL = frozenset("a an the of in on at to for from with and or by as vs".split())

WORKS = re.compile(
    r"(?:\b[A-Z]{2,}(?:\s[A-Z]\w+){0,2}['’]s|\b(?:[Tt]elevision|[Rr]adio|[Cc]hannel|[Nn]etwork"
    r"|News|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s|\bknown\sas"
    r"|\b(?:shows?|program(?:me)?s?|podcasts?|books?|memoirs?|novels?|plays?|films?|movies?"
    r"|dramas?|sitcoms?|series|albums?|songs?|anthems?|musicals?|documentar(?:y|ies)|tunes?"
    r"|pseudonyms?|(?:episodes?|(?:co-)?(?:hosts?|authors?|editors?)|stars?|revival|version"
    r"|premiere|broadcasts?|tune|sounds|strains|edition|lyrics)\sof|starr?(?:ed|ing|s)\sin"
    r"|rights\sto|(?:rock|pop|country|soul)\s(?:classic|hit)|(?:stage|podium|hall|out|on)\sto"
    r"(?:\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?['’]s)?|host(?:s|ed|ing)|appear(?:ed|ing|s|ances?)?\son|interview(?:ed)?\s(?:with|on|by)"
    r"|t(?:old|ells?|elling)|said\son|sp(?:eaks?|eaking|oke)\s(?:on|to|with)),?)\s+$"
)
"""What stands before the marks around the name of a work: what it is, who made it, who
broadcasts it."""
BEHIND = re.compile(
    r"\s(?:(?:TV|radio|cable|talk|theme|reality)\s)?(?:shows?|program(?:me)?s?|podcasts?|series|songs?"
    r"|hats?|caps?|(?:t-)?shirts?|buttons?|stickers?|signs|banners|placards|rall(?:y|ies)|tours?"
    r"|pageants?|campaigns?)\b",
    re.IGNORECASE,
)
"""What stands behind it: what it is, or what it is written on."""
CAUSE = re.compile(r"\s(?:camp|movement)", re.IGNORECASE)
"""What stands behind the name of what some people want."""
_CHOICES = frozenset("yes no for against remain leave".split())
"""What a voter may mark in a referendum."""
_LONGEST_CHOICE = 8
_CHOSEN_BEHIND = re.compile(
    r"\s(?:votes?|ballots?|side|camp|campaign(?:ers)?|option|box|voters?|supporters)\b",
    re.IGNORECASE,
)
_CHOSEN_BEFORE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|ballots?|win|victory|support|majority|tick(?:ed)?|mark(?:ed)?|percent|%)"
    r"(?:\s(?:for|in\sfavou?r\sof))?(?:\s(?:a|the))?\s$"
)
"""What stands beside such a choice."""
SHOWN = re.compile(
    r"(?:['’]s|\b(?:on|in|spot|ad|essay|column|commentary|editorial|speech|entitled|a|an|his|her"
    r"|the \d{4}),?)\s$"
)
"""What may stand there too, and before speech as well."""

_ANOTHER_WORK = re.compile(
    WORKS.pattern.removesuffix(r"\s+$")
    + r"(?:\s(?:called|named|titled))?\s+[“\"]{1,2}[^“”\"\n]{2,50},?[”\"](?:,?\s(?:and|or)|,)\s$"
)
"""Another work before it in a row: "starred in “The Lake” and "."""

_GIVEN_NAME = re.compile(r"(?:^|\s)(?:(?:[A-Z]\.){1,3}|[^\W\d_a-z][^\W\d_]+)\s$")
_SURNAME = re.compile(r"\s[^\W\d_a-z][^\W\d_]+")
_OPENS_ITEM = re.compile(r"(?:[\n—–•*-]|^)[\s“\"]*$")
_BY_WRITER = re.compile(
    r"[,.]?\sby\s(?:(?:The\s|the\s)?(?:[A-Z][\w.]*\s){0,3}[A-Z][\w.]*['’]s?\s)?[A-Z][\w.'’-]*\s[A-Z]"
)

_BODIES = (
    r"list|coalition|party|movement|alliance|bloc|front|group\sof\scitizens|citizens['’]\sgroup"
)
_OUTLETS = (
    r"newspaper|daily|weekly|magazine|journal|portal|website|site|agency|broadcaster|station|channel"
    r"|outlet"
)
_VENUES = r"company|factory|hotel|restaurant|cinema|theatre|school|operation|project|foundation"
_BODY_BEFORE = re.compile(rf"\b(?:{_BODIES}),?\s+$")
_BODY_BEHIND = re.compile(rf"\s(?:(?:election|electoral|opposition)\s)?(?:{_BODIES})\b")
_KIND_BEFORE = re.compile(rf"\b(?:{_OUTLETS}|{_VENUES}),?\s+$")
_KIND_BEHIND = re.compile(rf"\s(?:{_OUTLETS}|{_VENUES})\b")
_TOLD_TO = re.compile(r"\b(?:told|tells?|telling|interview\s(?:with|for|to|in)|writes\sfor)\s+$")
_EXPLAINED = re.compile(rf",?\s*,\s(?:the|a|an)\s(?:[\w-]+\s){{0,4}}?(?:{_BODIES}|{_OUTLETS})\b")
"""Who somebody in marks is: ``"Green Dawn", the party of ...``."""
_SCORED = re.compile(
    r"\s*(?:\([^()\n]{1,30}\)\s*)?(?:[–—:-]|(?:with|on|at|has|had|have|won|got|took|received|gets|wins"
    r"|stands\sat|stopped\sat)\s)?\s*(?:about\s|around\s|only\s)?\d[\d.,]*\s?(?:%|per\s?cent|pct"
    r"|percent|seats|mandates|deputies|councillors|votes)"
)
"""What those on a ballot have behind them: votes, seats."""
_ACTS_BEFORE = re.compile(r"\b(?:the|that|[Tt]hat\sthe)\s+$")
_ACTS_BEHIND = re.compile(r"\s(?:is|was|has|had|have|will|would|are|were|won|lost|[a-z]{2,}ed)\s")
_NAMING = re.compile(
    r"\b(?P<so>so-)?(?:called|dubbed|nicknamed|named|label(?:l?ed))[\s,:]*$", re.IGNORECASE
)
_NAMES_ITSELF = re.compile(r"\b(?:call|nam)(?:ed|s|ing)\s(?:itself|themselves)\s+$")
_LAST_WORD = re.compile(r"(\w+)\s$")
_ENDS = re.compile(r"[.?!…,;](?:\s|$)")


def is_title(text: str, quote: QuotedSpan) -> bool:
    """Whether the words before say that the marks hold a name or a title."""
    return (
        (lex.titled(text, quote.open) and not _judges(text, quote) and not _answers(text, quote))
        or quote.name
        or is_work(text, quote)
        or _is_listed(text, quote)
        or _is_nickname(text, quote)
        or not any(map(str.isalpha, text[quote.start : quote.end]))
        or text[quote.open - 1 : quote.open] == "="  # ``<a href="...">``, meant for a browser
        or CAUSE.match(text, quote.close) is not None
    )


def _is_nickname(text: str, quote: QuotedSpan) -> bool:
    """Whether one word stands between somebody's names: "C.L. “Butch” Otter"."""
    if " " in text[quote.start : quote.end] or not text[quote.start].isupper():
        return False
    return _stands(_GIVEN_NAME, text, quote, 20) and _SURNAME.match(text, quote.close) is not None


def _is_listed(text: str, quote: QuotedSpan) -> bool:
    """Whether an article is told of by its headline and its writer: "— “Council counts,” by Ana
    Weaver"."""
    begins = _OPENS_ITEM.search(text, max(0, quote.open - 4), quote.open) is not None
    return begins and _BY_WRITER.match(text, quote.close) is not None


def _answers(text: str, quote: QuotedSpan) -> bool:
    """Whether a colon and a sentence tell that it is said: "answered with one word: “No!”"."""
    before = text[max(0, quote.open - 3) : quote.open].rstrip()
    return before.endswith(":") and text[quote.end - 1] in ".!?"


def _judges(text: str, quote: QuotedSpan) -> bool:
    """Whether somebody calls something what the marks hold ("Kos called “a farce”"), where a
    name would have a capital ("a movement called “Dawn”")."""
    naming = _NAMING.search(text, max(0, quote.open - 40), quote.open)
    if naming is None or naming["so"]:
        return False
    before = text[max(0, naming.start() - 30) : naming.start()]
    subject = _LAST_WORD.search(before)
    if subject is None:
        return False  # "Voters, dubbed “winners”, left": nobody here calls them so.
    acts = subject[1].lower() in _CALLERS or subject[1][0].isupper()
    return acts or text[quote.start].islower()


def with_names(text: str, marked: Sequence[QuotedSpan]) -> list[QuotedSpan]:
    """The quotations, of which those that are names are told to be."""
    named = [is_name(text, quote) or _acts(text, quote) for quote in marked]
    if not any(named):
        return list(marked)
    # To act as a subject is no proof: a catchword may, that elsewhere somebody says.
    words = {
        _bare(text, quote)
        for quote, is_one in zip(marked, named, strict=True)
        if is_one and quote.end - quote.start <= LONGEST_NAME and not _acts(text, quote)
    }
    return [
        replace(quote, name=True) if is_one or _bare(text, quote) in words else quote
        for quote, is_one in zip(marked, named, strict=True)
    ]


def _bare(text: str, quote: QuotedSpan) -> str:
    return text[quote.start : min(quote.end, quote.start + LONGEST_NAME + 2)].rstrip(".,").lower()


def is_name(text: str, quote: QuotedSpan) -> bool:
    """Whether what stands beside the marks says that they hold the name of a list, a party, an
    outlet, a work."""
    if _is_choice(text, quote):
        return True
    if quote.end - quote.start > LONGEST_NAME or not _begins(text, quote):
        return False
    if _stands(_BODY_BEFORE, text, quote, 40) or _stands(_NAMES_ITSELF, text, quote, 30):
        return True
    if any(each.match(text, quote.close) for each in (_BODY_BEHIND, _EXPLAINED, _SCORED)):
        return True
    words = len(_words(text, quote))
    if 0 < words <= 3 and (
        _stands(_KIND_BEFORE, text, quote, 40)
        or _KIND_BEHIND.match(text, quote.close)
        or _stands(_TOLD_TO, text, quote, 40)
    ):
        return True
    return is_work(text, quote)


def _is_choice(text: str, quote: QuotedSpan) -> bool:
    """Whether the marks hold what voters chose between: the "Yes" campaign, a win for "No"."""
    if quote.end - quote.start > _LONGEST_CHOICE:
        return False
    if text[quote.start : quote.end].rstrip(".,").lower() not in _CHOICES:
        return False
    behind = _CHOSEN_BEHIND.match(text, quote.close)
    return behind is not None or _stands(_CHOSEN_BEFORE, text, quote, 40)


def _acts(text: str, quote: QuotedSpan) -> bool:
    """Whether a verb has what the marks hold for its subject: "the “Green Dawn” is leading"."""
    before = text[max(0, quote.open - 20) : quote.open].rstrip()
    if not before.endswith(("the", "that")) or not _stands(_ACTS_BEFORE, text, quote, 20):
        return False
    if not _ACTS_BEHIND.match(text, quote.close):
        return False
    return 2 <= len(_words(text, quote)) <= 5 and _capital(text, quote) > 1


def _begins(text: str, quote: QuotedSpan) -> bool:
    """Whether a name may begin so: with a capital, and no sentence ends in it."""
    if not (text[quote.start].isupper() or text[quote.start].isdigit()):
        return False
    return (
        _ENDS.search(text, quote.start, quote.end - 1) is None and text[quote.end - 1] not in "?!…"
    )


def is_work(text: str, quote: QuotedSpan) -> bool:
    """Whether the marks hold the name of a work, which is a name as others are."""
    # Most quotations are speech, of which the second word tells as much.
    if _capital(text, quote) == 0:
        return False
    behind = BEHIND.match(text, quote.close) is not None
    return behind or _stands(WORKS, text, quote, 40) or _stands(_ANOTHER_WORK, text, quote, 120)


def may_be_title(text: str, quote: QuotedSpan, said: bool) -> bool:
    """Whether the words in the marks are written as a title is; where a cue governs them, the
    words before have to allow it too."""
    words = [word for word in _words(text, quote) if len(word) > 3]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    return not said or _stands(SHOWN, text, quote, 30)


def _stands(what: re.Pattern[str], text: str, quote: QuotedSpan, room: int) -> bool:
    return what.search(text, max(0, quote.open - room), quote.open) is not None


def _words(text: str, quote: QuotedSpan) -> list[str]:
    words = _WORDS.finditer(text, quote.start, quote.end)
    found = [word[0] for word in islice(words, LONGEST + 1)]
    return found if len(found) <= LONGEST else []


def _capital(text: str, quote: QuotedSpan) -> int:
    """How many words that carry a meaning are written with a capital; 0 where not all are."""
    capital = 0
    for count, found in enumerate(_WORDS.finditer(text, quote.start, quote.end), 1):
        word = found[0]
        small = word.lower() in _SMALL
        if count > LONGEST or (word[0].islower() and not small):
            return 0
        capital += not small
    return capital
