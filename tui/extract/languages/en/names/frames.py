"""What the words beside a name say that it is: "the broadcaster X", "X – 23.4 %", "X's MPs".

A :class:`Told` is what one place says; a name has what all its places say together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en import words as word_lists
from tui.model import ActorType

_KINDS = word_lists.table("names/kinds")


def listed(section: str, key: str) -> frozenset[str]:
    """One list of words of ``kinds.toml``."""
    return frozenset(_KINDS[section][key].split())


TYPE_NOUNS: dict[str, ActorType] = {
    noun: kind
    for kind in ("party", "coalition", "media", "institution", "group")
    for noun in _KINDS["nouns"][kind].split()
}


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_NOUNS = _any(frozenset(TYPE_NOUNS))
_OPEN, _CLOSE = "“„\"«»‘'", "”“\"»«’'"
_COUNT = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no)"
    r"(?:\sof\s(?:the\s|its\s)?\d[\d.,]*)?"
)
_SEATS = r"(?:seats?|mandates?|deputies|MPs|lawmakers|councillors|councilors)\b"
_SHARE = r"(?:%|per\s?cent\b|pct\b)"
_BRACKET = r"(?:\s?[(\[][^()\[\]\n]{1,30}[)\]])?"
_LITTLE = r"(?:(?:about|around|almost|nearly|some|only|just|also|at|least|over|a|total|of)\s){0,3}"
_GETS = (
    r"(?:won|wins|win|take|get|gain|receive|poll|end|up|took|takes|secured|gained|received|receives|got"
    r"|gets|polled|scored|leads?|ended\sup"
    r"|led|came|finished|stopped|was|is|were|are|placed|has|have|had|holds?|keeps?|lost|would|will"
    r"|(?:narrowly|first|second|third|fourth|last|ahead|in|place|with|on|at|by|then|followed))"
)
_OF_SOMEBODY = r"(?:\sof\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})?"
_AFTER_NAME = rf"[{_CLOSE}]?{_BRACKET}{_OF_SOMEBODY}(?:\s?[–—:-]|,)?\s?"
SEATS_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:{_GETS}\s){{0,5}}{_LITTLE}(?:\d[\d.,]*\s?{_SHARE}[^.;\n]{{0,30}}?[\s(])?"
    rf"{_COUNT}\s(?:\w+\s)?{_SEATS}"
)
SHARE_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:(?:stopped|stands?|stood|is|are|was|were)\s)?(?:(?:with|on|at|won|took|got|received|secured|polled|scored|gained)\s)?"
    rf"{_LITTLE}\d[\d.,]*\s?{_SHARE}"
    rf"|{_AFTER_NAME}(?:{_GETS}\s){{1,5}}{_LITTLE}\d[\d.,]*\s?{_SHARE}(?:\sof\s(?:the\s)?(?:votes?"
    rf"|ballots)|\s(?:support|and\s\d+\s{_SEATS}))"
    rf"|{_AFTER_NAME}(?:{_GETS}\s){{0,4}}(?:leads?|came\s(?:first|second|third)|finished\s\w+"
    rf"|placed\s\w+)\s(?:with|at|on)\s{_LITTLE}\d[\d.,]*\s?{_SHARE}"
    rf"|{_AFTER_NAME}(?:{_GETS}\s){{1,3}}{_LITTLE}\d[\d.,]*\svotes\b"
)
RANK_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:(?:is|was|came|finished|are)\s)?in\s(?:first|second|third|fourth|fifth|last)\b"
)
NOUN_BEHIND = re.compile(
    rf"[{_CLOSE}]?{_BRACKET}\s(?:news\s|television\s|opposition\s|ruling\s|political\s)?(?P<noun>{_NOUNS})\b(?!['’-])"
)
_OFFICERS = _any(listed("context", "officers"))
OFFICERS_BEHIND = re.compile(
    rf"{_BRACKET}(?:['’]s?)?\s(?:(?:deputy|party|parliamentary|former|senior|mayoral|presidential)\s)?"
    rf"(?P<word>{_OFFICERS}|(?i:vice[- ]president))\b"
)
VOTING_OFFICERS = frozenset(
    "co-chair mp mps lawmaker lawmakers voters voter candidate candidates councillor".split()
)
APPOSED = re.compile(
    rf"[{_CLOSE}]?{_BRACKET}\s?[,—–-]+\s?(?:a|an|the|his|her|their|its)\s"
    rf"(?:(?!(?:of|for|in|from|with|to|by|at|on|and|who|which|that|leader|head|member)\b)[\w’'-]+\s){{0,4}}?"
    rf"(?P<noun>{_NOUNS})\b(?!['’]|\s(?:has|have|had|is|was|will|would|said|says|vowed)\b)"
)
NOUN_BEFORE = re.compile(
    rf"\b(?P<noun>{_NOUNS})s?(?:\sof\scitizens)?(?:\s(?:called|named|known\sas|itself))?"
    rf"(?:\s|:\s)[{_OPEN}]?$|['’]s?\s(?:own\s)?(?:(?!of\b)[a-z-]+\s)?(?P<owned>party|coalition|movement)"
    rf",\s(?:the\s)?[{_OPEN}]?$|\bcoalition\s(?P<partner>partner)s?,?\s(?:the\s)?[{_OPEN}]?$"
)
OFFICERS_BEFORE = re.compile(
    rf"(?:\b(?:{_OFFICERS}|list)\s(?:of|for|from)|\b(?:leads|heads|founded|joined|quit|left)"
    rf"|\b(?:vot(?:e|es|ed|ing)|ballots?)\sfor)\s(?:the\s)?[{_OPEN}]?$"
)
MEMBERS_BEFORE = re.compile(
    r"\b(?:members?|activists?|spokes\w+|headquarters|politicians?|supporters?)\s(?:of|for|from)\s"
    rf"(?:the\s)?[{_OPEN}]?$"
)
CHAIR_BEFORE = re.compile(
    r"\b(?:deputy\s)?(?:chair|chairman|chairwoman|vice-president|president|leader)\sof\s(?:the\s)?$"
)
TOLD_BEFORE = re.compile(
    rf"\b(?:told|telling|interview\s(?:with|to|for)|speaking\s(?:to|on)|reports?\sby)\s[{_OPEN}]?$"
)
TOLD_BEHIND = re.compile(
    rf"[{_CLOSE}.,:;]|\s(?:that|in|on|he|she|it|they|the|an?|about|during|after|before|by|at|for"
    r"|last|this|how|why|what|and|earlier|yesterday|today|late)\b|$"
)
"""Behind a medium that is told something; "told FBI agents" goes on otherwise."""
CALLS_ITSELF = re.compile(
    rf"\b(?:opposition|alliance|coalition)\b[^.\n]{{0,20}}\bcall(?:s|ed|ing)\sitself\s[{_OPEN}]?$"
)
_NEWS = re.compile(r"\b(?:news|press|wire)\sagency\s.?$")
POLLED_BY = re.compile(r"\b(?:polls?|surveys?|projections?|stud(?:y|ies))\s(?:\w+\s){0,2}by\s$")
MEDIA_BEHIND = re.compile(
    rf"[{_CLOSE}]?\s(?:correspondent|television|TV|news|host|anchor|newsroom|radio|broadcast)\b"
)
NO_NAME_BEFORE = re.compile(r"\b(?:called|named|dubbed|term|word|slogan|reading|device)\s$")
_LEANING = listed("context", "ruling")
_RULING = frozenset("ruling governing co-ruling".split())
_NOUNS_BEFORE = (
    frozenset(TYPE_NOUNS)
    | {f"{noun}s" for noun in TYPE_NOUNS}
    | frozenset("called named as itself citizens partner partners".split())
)
_GOVERNORS = frozenset(
    """of for from leads heads founded joined quit left told telling with to on by""".split()
)
_TELLING = (
    frozenset(TYPE_NOUNS)
    | frozenset(word.lower() for word in listed("context", "officers"))
    | frozenset(
        """news television opposition ruling political deputy party parliamentary former senior
        mayoral presidential vice vice-president correspondent tv host anchor newsroom radio
        broadcast""".split()
    )
)
"""Words one of which stands before or behind a name where a pattern finds anything: most names
have none of them, and a look at one word is soon done."""
_FOLLOWING = re.compile(rf"[{_CLOSE}]?{_BRACKET}(?:['’]s?)?\s(?P<word>\w+(?:-\w+)?)")
_COUNTED = re.compile(r"\d|seats?\b|mandates?\b|deputies|MPs")
_APPOSING = frozenset("—–-([")
_ALL_MARKS = f"{_OPEN}{_CLOSE} \n\u00a0"
BEFORE = 60
BEHIND = 110
"""Characters before and behind a name in which the words stand that tell of it."""


@dataclass(slots=True)
class Told:
    """What the words beside a name say, at all its places."""

    noun: ActorType | None = None
    seats: bool = False
    share: bool = False
    ruling: bool = False
    leaning: bool = False
    officers: bool = False
    chair: bool = False
    voting: bool = False
    media: bool = False
    members: bool = False
    """Whether it has members and the like, as a party has, and a club."""
    citizens: bool = False
    """Whether it is a group, and said to be no more."""

    @property
    def wins(self) -> bool:
        """Whether it has what only lists and those who stand for them have: votes, seats."""
        return self.seats or self.share

    @property
    def party(self) -> bool:
        """Whether anything says that it is a party."""
        return self.wins or self.ruling or self.leaning or self.officers

    def add(self, text: str, start: int, end: int) -> None:
        """Take in what one place says."""
        before = text[max(0, start - BEFORE) : start]
        limit = min(len(text), end + BEHIND)
        told = self._before(before) in _GOVERNORS and TOLD_BEFORE.search(before)
        if told and TOLD_BEHIND.match(text, end, limit):
            self.media = True
        sign = text[end : end + 1]
        if sign not in ("", ".", "\n"):
            self._behind(text, end, limit)

    def _before(self, before: str) -> str:
        """Takes in what stands before, and tells the last word of it."""
        words = before.rstrip(_ALL_MARKS).lower().rsplit(None, 3)
        last = words.pop() if words else ""
        if last == "the" and words:
            last = words.pop()
        last = last.strip(",:")
        if last in _NOUNS_BEFORE:
            self._named_by(before)
        if last in _LEANING:
            self.leaning = True
            self.ruling = self.ruling or last in _RULING
        if last in _GOVERNORS:
            self._governed(before)
        return last

    def _named_by(self, before: str) -> None:
        found = NOUN_BEFORE.search(before)
        if found:
            noun = "party" if found["partner"] else found["noun"] or found["owned"]
            if noun == "agency" and _NEWS.search(before):
                noun = "newspaper"
            self.noun = self.noun or TYPE_NOUNS[noun]
            self.citizens = self.citizens or noun == "group"
        elif CALLS_ITSELF.search(before):
            self.noun = self.noun or "coalition"

    def _governed(self, before: str) -> None:
        self.officers = self.officers or OFFICERS_BEFORE.search(before) is not None
        self.chair = self.chair or CHAIR_BEFORE.search(before) is not None
        self.members = self.members or MEMBERS_BEFORE.search(before) is not None
        if POLLED_BY.search(before):
            self.noun = self.noun or "institution"

    def _behind(self, text: str, end: int, limit: int) -> None:
        if _COUNTED.search(text, end, limit):
            self.seats = self.seats or SEATS_BEHIND.match(text, end, limit) is not None
            self.share = self.share or SHARE_BEHIND.match(text, end, limit) is not None
        noun = None
        if text[end] != " " or text[end + 1 : end + 2] in _APPOSING:
            noun = APPOSED.match(text, end, limit)
        following = _FOLLOWING.match(text, end, limit)
        if following and following["word"].lower() in _TELLING:
            noun = NOUN_BEHIND.match(text, end, limit) or noun
            officers = OFFICERS_BEHIND.match(text, end, limit)
            if officers:
                self.officers = True
                self.voting = self.voting or officers["word"].lower() in VOTING_OFFICERS
            self.media = self.media or MEDIA_BEHIND.match(text, end, limit) is not None
        if noun:
            news = noun["noun"] == "agency" and "news " in noun[0]
            self.noun = self.noun or ("media" if news else TYPE_NOUNS[noun["noun"]])


_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’"}
_OPENING = re.compile(r"[\"“„«»‘](?<!\w.)")
"""The mark first, which few places of a text have, and then what stands before it."""
IN_MARKS = {
    opening: re.compile(
        rf"([^\W\d_a-z][^{closing}{opening}\n.!?]{{1,58}}[^\s{closing}{opening}\n,.!?])[{closing}]"
    )
    for opening, closing in _MARKS.items()
}
"""A short row of words in marks that begins with a capital."""


def in_marks(text: str) -> Iterator[tuple[int, int, ActorType]]:
    """The names that stand in marks, each with its type: what a noun such as "the list"
    stands before, or what wins votes. A title, a slogan or a nickname is none of these."""
    spans: dict[str, list[tuple[int, int]]] = {}
    said: dict[str, Told] = {}
    named: set[str] = set()
    until = 0
    for opening in _OPENING.finditer(text):
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
        if told.noun and name not in named and _names_something(text, start, end):
            named.add(name)
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


def _names_something(text: str, start: int, end: int) -> bool:
    """Whether words in marks behind a noun are a name, and not what was said: "told the
    newspaper “He lied”"."""
    before = text[max(0, start - BEFORE) : start]
    first, *rest = text[start:end].lower().split()
    if _SPEAKS_TO.search(before) or first in lex.PRONOUNS or first in lex.AUXILIARIES:
        return False
    return lex.AUXILIARIES.isdisjoint(rest)


_SPEAKS_TO = re.compile(
    r"\b(?:told|tells?|telling|said|says|asked|called|wrote)\s[^\n.;]{0,40}$"
    r"|\b(?:court|company|bank|firm|agency|university|commission|ministry|institution)s?\s.$"
)
_MEDIUM = re.compile(rf"\btold\s[{_OPEN}]$|\b(?:said|told)\s[\w\s]{{0,20}}\bfor\s[{_OPEN}]$")
ROW = re.compile(
    rf"^[ \t•*·-]{{0,6}}(?P<name>[^\W\d_a-z][^\n\d%:“”\"]{{1,70}}?)"
    rf"(?:\s?\([^\W_][\w.-]{{1,9}}\))?\s?[–—:-]\s?\d[\d.,]*\s?"
    rf"(?:{_SHARE}|{_SEATS})[^\n]{{0,40}}$",
    re.MULTILINE,
)
"""A line of a list of results: a name, a dash, what it has."""
_ROW_SIGN = re.compile(rf"[–—:-]\s?\d[\d.,]*\s?(?:{_SHARE}|{_SEATS})")
"""What every such line has, and few texts have at all."""
_LINE_END = re.compile("\n")
ROWS = 3
"""Rows that make a list."""


def rows(text: str) -> list[tuple[int, int]]:
    """Where the names of a list of results stand, where there is such a list."""
    found: list[tuple[int, int]] = []
    if len(list(islice(_ROW_SIGN.finditer(text), ROWS))) < ROWS:
        return found
    end = 0
    for start in (0, *(line_end.end() for line_end in _LINE_END.finditer(text))):
        if start >= end and (match := ROW.match(text, start)):
            found.append(match.span("name"))
            end = match.end()
    return found if len(found) >= ROWS and _SEATS_SAID.search(text) else []


_SEATS_SAID = re.compile(r"\b(?:seats?|mandates?|threshold|coalition|votes)\b")
