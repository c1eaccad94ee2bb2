"""Names that only their place tells from other words: in marks behind "the list", behind "a
coalition called", in the rows of a list of results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from itertools import islice

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.frames import (
    BANNERED,
    BEFORE,
    BEHIND,
    CALLED_TYPES,
    RANK_BEHIND,
    SEATS,
    SHARE,
    Told,
)
from tui.extract.languages.given_names import gender_of
from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Document
from tui.extract.text.late_pattern import late
from tui.model import ActorType

Framed = tuple[int, int, ActorType | None]
"""Where a name stands, and its type where its place tells it."""
_MEMBERS = late(r"\s?\((?P<items>[^()\n]{2,60})\)")
_OPEN = "“„\"«»‘'"

_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’"}
_MARK = late(r"[\"“„«»‘](?<!\w.)")
"""The mark first, which few places of a text have, and then what stands before it."""
IN_MARKS = {
    opening: late(
        rf"([^\W\d_a-z][^{closing}{opening}\n.!?]{{1,58}}[^\s{closing}{opening}\n,.!?]!?)[{closing}]"
    )
    for opening, closing in _MARKS.items()
}
"""A short row of words in marks that begins with a capital."""


def told(document: Document) -> Iterator[Framed]:
    """The names of sentences that the words beside them tell."""
    yield from in_marks(document.text)
    yield from named_so(document.text, document.columns.texts)
    yield from first_names(document.text, document.vocabulary)


def in_marks(text: str) -> Iterator[tuple[int, int, ActorType]]:
    """The names that stand in marks, each with its type: what a noun such as "the list"
    stands before, or what wins votes. A title, a slogan or a nickname is none of these."""
    spans: dict[str, list[tuple[int, int]]] = {}
    said: dict[str, Told] = {}
    named: set[str] = set()
    until = 0
    for opening in _MARK.finditer(text):
        if opening.start() < until:
            continue
        found = IN_MARKS[opening[0]].match(text, opening.end())
        if found is None:
            continue
        start, end = found.span(1)
        until = found.end()
        if text.count(" ", start, end) > 6:
            continue
        name = text[start:end]
        spans.setdefault(name, []).append((start, end))
        told = said.setdefault(name, Told())
        told.add(text, start, end)
        if name not in named and (
            (told.noun and _names_something(text, start, end))
            or BANNERED.search(text, max(0, start - BEFORE), start)
        ):
            named.add(name)
        if (members := _MEMBERS.match(text, end + 1)) and members["items"].count(",") > 0:
            told.noun = told.noun or "coalition"
        if RANK_BEHIND.match(text, end, end + BEHIND):
            told.share = True
        if _MEDIUM.search(text[max(0, start - 40) : start]):
            told.media = True
    for name, places in spans.items():
        told = said[name]
        kind: ActorType | None = None
        if told.wins or told.ruling:
            listed_as = told.noun in ("coalition", "party") or told.citizens
            kind = told.noun if listed_as else "party"
        elif name in named:
            kind = told.noun
        elif told.media:
            kind = "media"
        if kind:
            yield from ((start, end, kind) for start, end in places)


_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_SMALL = r"(?:(?:for|of|the|and|against|from|to|in|with|is)\s){0,2}"
_OWN = r"(?:\s|,\s(?=(?:My|Our|Your|Its|The)\b))"
_NOUNS = frozenset("party coalition alliance list bloc movement initiative group ticket".split())
_NAMED_SO = late(
    rf"\b(?P<noun>{'|'.join(sorted(_NOUNS))})\s"
    rf"(?:(?:called|named|itself)\s(?P<called>{_CAPITAL}(?:{_OWN}{_SMALL}{_CAPITAL}){{1,6}})"
    rf"|(?P<own>(?:For|Against|With|We|Together|Our|My|No|Not|Stop|Save|Vote|Choose|Enough|All|Yes|Let['’]s"
    rf"|Don['’]t|It['’]s)(?:\s{_SMALL}{_CAPITAL}){{1,6}}))"
    rf"|['’]s\s(?:own\s)?(?P<owned>(?:For|Against|With|Together|Enough)"
    rf"(?:,?\s{_SMALL}{_CAPITAL}){{1,6}})"
)
"""``a coalition called Brod, My Town``, ``the movement For Our River``, ``Kos's For Brod``"""
_LAST_WORD = late(r"(\w+)\s$")
_CALLED = late(r"(?:called|named|itself)\s[^\W\d_a-z]")
_OPENING_WORDS = frozenset(
    """For Against With We Together Our My No Not Stop Save Vote Choose Enough All Yes Let's Let’s
    Don't Don’t It's It’s""".split()
)
_UNNAMEABLE = late(
    r"\s(?<=[a-z]\s)(?:For|Against|With|We|Together|Our|My|No|Not|Stop|Save|Vote|Choose|Enough|All|Yes|Let|Don|It)\b"
)


def _may_name(text: str) -> bool:
    """Whether what tells that a name comes stands before a word that begins none elsewhere."""
    for found in _UNNAMEABLE.finditer(text):
        word = _LAST_WORD.search(text, max(0, found.start() - 14), found.start() + 1)
        if word and (word[1] in _NOUNS or word[1] in ("s", "own")):
            return True
    return False


def named_so(text: str, words: Iterable[str]) -> Iterator[tuple[int, int, ActorType]]:
    """The names whose first word begins none elsewhere, or that have a comma within, where a
    noun says that a name comes; each with its type. ``words`` are those of the text."""
    called = any(
        word[1] in _NOUNS
        for each in _CALLED.finditer(text)
        if (word := _LAST_WORD.search(text, max(0, each.start() - 14), each.start()))
    )
    if not called and (_OPENING_WORDS.isdisjoint(words) or not _may_name(text)):
        return
    for found in _NAMED_SO.finditer(text):
        group = next(each for each in ("called", "own", "owned") if found[each])
        start, end = found.span(group)
        if group == "called" and not (
            {",", "for", "of", "against"} & {*found[group], *found[group].split()}
        ):
            continue  # Its words show that it is a name.
        yield start, end, CALLED_TYPES.get(found["noun"] or "party", "group")


_FIRST_NAME = late(
    r"\b(?:g(?:ave|ives?|iving)\s(?:her|his|their)\s(?:first\s)?name\s(?:(?:only|just)\s)?as"
    r"|g(?:ave|ives?|iving)\s(?:only|just)\s(?:her|his|their)\s(?:first\s)?name,"
    r"|(?:introduc|identif)(?:es|ed|ies|ied)\s(?:him|her)self\s(?:only\s|just\s)?(?:as|by\shis\sfirst\sname,|"
    r"by\sher\sfirst\sname,))"
    r"\s?(?P<name>[^\W\d_a-z][^\W\d_]{1,20})\b(?!\s[^\W\d_a-z])"
)
"""``who gave her name only as Mila``"""
_ONESELF = frozenset("herself himself".split())
_GIVING = frozenset("gave give gives giving".split())


def first_names(text: str, words: Set[str]) -> Iterator[tuple[int, int, ActorType]]:
    """Those of whom no more is told than the name that they go by. ``words`` are those of the
    text, in small letters."""
    if _ONESELF.isdisjoint(words) and ("name" not in words or _GIVING.isdisjoint(words)):
        return
    for found in _FIRST_NAME.finditer(text):
        name = found["name"]
        if gender_of(name) and not re.search(rf"\b{name}\s[^\W\d_a-z]", text):
            yield (*found.span("name"), "person")  # and nobody has it with a surname


def _names_something(text: str, start: int, end: int) -> bool:
    """Whether words in marks behind a noun are a name, and not what was said: "told the
    newspaper “He lied”"."""
    before = text[max(0, start - BEFORE) : start]
    first, *rest = text[start:end].lower().split()
    if _SPEAKS_TO.search(before) or first in lex.PRONOUNS or first in lex.AUXILIARIES:
        return False
    return lex.AUXILIARIES.isdisjoint(rest)


_SPEAKS_TO = late(
    r"\b(?:told|tells?|telling|said|says|asked|called|wrote)\s[^\n.;]{0,40}$"
    r"|\b(?:court|company|bank|firm|agency|university|commission|ministry|institution)s?\s.$"
)
_MEDIUM = late(rf"\btold\s[{_OPEN}]$|\b(?:said|told)\s[\w\s]{{0,20}}\bfor\s[{_OPEN}]$")
_LED = late(
    r"-led\s(?:[a-z-]+\s){0,2}(?:coalition|alliance|list|bloc|block|ticket|grouping)\b(?!\s(?:forces?|troops|government))"
)
_LEADER = late(
    rf"\b(?!The\s)(?:{_CAPITAL}\s{_SMALL}){{1,5}}[^\W\d_a-z][\w’'–-]*$|[A-ZČĆŠŽĐ]{{2,6}}(?:-[A-ZČĆŠŽĐ]{{2,6}})?$"
)


def leading(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a party is named that leads others ("the Blue Dawn-led coalition"), and where the
    phrase ends that stands for all of them."""
    for found in _LED.finditer(text):
        if name := _LEADER.search(text, max(0, found.start() - 60), found.start()):
            yield name.start(), found.start(), found.end()


_CHANGE = r"\((?:[+−–-]\d|no\schange|unchanged)"
"""What stands in brackets behind a number, for what it was before."""
_PARTS = rf"(?:\s?[–—:|-]\s?|\t|[ ](?=\d[\d.,]*\s?{SHARE}[ \t]?$))"
"""What stands between a name and a number: only a space where nothing stands behind its share."""
ROW = late(
    rf"^[ \t{BULLETS}|-]{{0,6}}(?:\d{{1,2}}[.)]\s)?(?P<name>[^\W\d_a-z][^\n\d%:|\t“”\"()]{{1,70}}?)"
    rf"(?:\s?\((?P<members>[^\W_][\w.,/ –-]{{1,60}})\))?{_PARTS}\d[\d.,]*\s?"
    rf"(?:{SHARE}|{SEATS}|[|\t]|{_CHANGE})[^\n]{{0,60}}$",
    re.MULTILINE,
)
"""A line of a list of results: a name, a dash, what it has."""
_ROW_SIGN = late(rf"(?<=[–—:|\s-])\d[\d.,]*\s?(?:{SHARE}|{SEATS}|[|\t]|{_CHANGE})")
"""What every such line has, and few texts have at all."""
_LINE_END = late("\n")
ROWS = 3
"""Rows that make a list."""


def rows(document: Document) -> list[Framed]:
    """Where the names of a list of results stand, where there is such a list that is no table,
    each with its type where its members stand behind it."""
    text = document.text
    found: list[Framed] = []
    if len(list(islice(_ROW_SIGN.finditer(text), ROWS))) < ROWS:
        return found
    blocs = {each["name"].removeprefix("The ") for each in _BLOC.finditer(text)}
    end = 0
    for start in (0, *(line_end.end() for line_end in _LINE_END.finditer(text))):
        if start >= end and not document.in_table(start) and (match := ROW.match(text, start)):
            several = "," in (match["members"] or "") or match["name"] in blocs
            found.append((*match.span("name"), "coalition" if several else None))
            end = match.end()
    return found if len(found) >= ROWS and _SEATS_SAID.search(text) else []


_BLOC = late(
    r"(?<!\w)(?P<name>[A-Z][\w’'-]{0,30}(?:\s[A-Z][\w’'-]{0,30}){0,3})\s(?:coalition|alliance|bloc)\b"
)
_SEATS_SAID = late(r"(?i)\b(?:seats?|mandates?|threshold|coalition|votes)\b")
