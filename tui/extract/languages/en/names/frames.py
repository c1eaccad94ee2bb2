"""What the words beside a name say that it is: "the broadcaster X", "X – 23.4 %", "X's MPs".

A :class:`Told` is what one place says; a name has what all its places say together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from tui.extract.languages.en import words as word_lists
from tui.model import ActorType

_KINDS = word_lists.table("names/kinds")


def listed(section: str, key: str) -> frozenset[str]:
    """One list of words of ``kinds.toml``."""
    return frozenset(_KINDS[section][key].split())


TYPE_NOUNS: dict[str, ActorType] = {
    noun.replace("_", " "): kind
    for kind in ("party", "coalition", "media", "institution", "group")
    for noun in _KINDS["nouns"][kind].split()
}


OPENING_NOUNS = listed("nouns", "opening")
"""Those of these nouns that stand before a name in capitals where they open a sentence."""


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


_NOUNS = _any(frozenset(TYPE_NOUNS))
_OPEN, _CLOSE = "“„\"«»‘'", "”“\"»«’'"
_COUNT = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no)"
    r"(?:\sof\s(?:the\s|its\s)?\d[\d.,]*)?"
)
SEATS = r"(?:seats?|mandates?|deputies|MPs|lawmakers|councillors|councilors)\b"
SHARE = r"(?:%|per\s?cent\b|pct\b)"
_BRACKET = r"(?:\s?[(\[][^()\[\]\n]{1,30}[)\]])?"
_LITTLE = r"(?:(?:about|around|almost|nearly|some|only|just|also|at|least|over|a|total|of)\s){0,3}"
_GETS = (
    r"(?:won|wins|win|winning|take|taking|get|getting|gain|receive|poll|end|up|took|takes|secured|gained"
    r"|received|receives|got|gets|polled|scored|leads?|ended\sup|losing|lose|keep|keeping|hold|holding"
    r"|led|came|finished|stopped|was|is|were|are|be|been|placed|has|have|had|holds?|keeps?|lost|would|will"
    r"|could|may|might|should|also|projected|seen|expected|forecast|predicted|estimated|set|poised|likely"
    r"|course|track|to|fell|falls|rose|rises|slipped|dropped|climbed|down|from|just|stands?|stood"
    r"|(?:narrowly|first|second|third|fourth|last|ahead|in|place|with|on|at|by|then|followed))"
)
_OF_SOMEBODY = r"(?:\sof\s[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,2})?"
_LISTS = r"(?:\s(?:party|movement|coalition|alliance|list|bloc|ticket))?"
_ASIDE = (
    r"(?:,\s[^,.;:\n()]{3,50},|\s(?:in|at)\s(?:the\s)?(?:[\w’'.-]+\s){0,5}?(?:elections?|votes?|polls?|race)"
    r"(?=\s[a-z]))?"
)
_AFTER_NAME = (
    rf"[{_CLOSE}]?{_BRACKET}{_LISTS}{_OF_SOMEBODY}{_ASIDE}(?:\s?[–—:-]|,(?:\swhich\b)?)?\s?"
)
SEATS_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:{_GETS}\s){{0,5}}{_LITTLE}(?:\d[\d.,]*\s?{SHARE}[^.;\n]{{0,30}}?[\s(])?"
    rf"{_COUNT}\s(?:\w+\s)?{SEATS}"
)
_IN_PERCENT = rf"{_LITTLE}\d[\d.,]*\s?{SHARE}"
_LEADS_WITH = (
    r"(?:leads?|came\s(?:first|second|third)|finished\s\w+|placed\s\w+)\s(?:with|at|on)\s"
    rf"{_IN_PERCENT}"
)
SHARE_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:"
    rf"(?:(?:stopped|stands?|stood|is|are|was|were|remain\w*|stay\w*|finished|ended|came)\s"
    rf"(?:(?:out|outside|short|below|under|up|parliament|first|second|third|fourth|fifth|last|ahead)\s){{0,3}})?"
    rf"(?:(?:with|on|at|won|took|got|received|secured|polled|scored|gained)\s)?{_IN_PERCENT}"
    rf"|{_LEADS_WITH}|(?:{_GETS}\s){{1,5}}(?:{_LEADS_WITH}"
    rf"|{_IN_PERCENT}(?:\sof\s(?:the\s)?(?:votes?|ballots)|\s(?:support|and\s\d+\s{SEATS}))"
    rf"|{_LITTLE}\d[\d.,]*\svotes\b"
    rf"|(?:\w[\w’'-]*\s){{1,4}}?(?:elections?|votes?|polls?|ballot)\s(?:in\s\w+\s)?with\s{_IN_PERCENT})"
    rf"|(?:(?:is|was|are|were|is\salso)\s)?(?:projected|seen|expected|forecast|predicted|estimated"
    rf"|set|poised|likely|on\scourse|on\strack)\s(?:to\s)?(?:(?:win|take|get|receive|winning|taking|getting"
    rf"|at|on|reach)\s)?(?:with\s)?{_IN_PERCENT}"
    rf"|\d{{1,3}}\s\(\d[\d.,]*\s?{SHARE})"
)
STANDING_BEHIND = re.compile(
    rf"{_AFTER_NAME}(?:(?:{_GETS}|surged|jumped|slumped|grew|winning|taking|getting|heading|for)\s){{1,7}}{_IN_PERCENT}"
)
"""What stands behind somebody who has votes, in a text on an election."""
_VOTE_WORDS = ("election", "ballot", "poll", "referendum")
_VOTE_SAID = re.compile(r"\b(?:elections?|ballots?|exit\spoll|referendum)\b")


@lru_cache(maxsize=4)
def _on_a_vote(text: str) -> bool:
    """Whether a text speaks of an election."""
    return any(word in text for word in _VOTE_WORDS) and _VOTE_SAID.search(text) is not None


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
_NEWS = re.compile(r"\b(?:news|press|wire)\sagency\s.?$", re.IGNORECASE)
BACKED_BEFORE = re.compile(
    rf"\d\s?{SHARE}(?:\sof\s(?:[a-z]+\s){{1,3}}|\s)(?:(?:said|they|would|had|have|will)\s){{0,3}}(?:named|backed|support(?:ed)?|chose|picked|(?:voted?\s)?for)"
    rf"\s(?:the\s)?[{_OPEN}]?$"
)
_BACKING = frozenset("named backed support supported chose picked for".split())
"""What stands between a share of those asked and whom they are for."""
POLLED_BY = re.compile(
    r"\b(?:polls?|surveys?|projections?|estimates?|stud(?:y|ies))\s(?:\w+\s){0,2}by\s$",
    re.IGNORECASE,
)
POLL_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:(?:exit|opinion|latest|new|own)\s)?(?:polls?|surveys?|projections?|pollsters?)\b"
)
OBSERVERS_BEHIND = re.compile(r"(?:['’]s?)?\s(?:election\s)?(?:observers|monitors|volunteers)\b")
_ORGANISED = re.compile(
    rf"\b(?:{_any(listed('nouns', 'organised'))})[\s-](?:\w+\s)?group\b"
    r"|\bobservers\s(?:of|from)\s(?:the\s)?group\b"
)
CALLED = re.compile(
    rf"\b(?P<noun>party|coalition|alliance|list|bloc|ticket|movement|group|initiative|union|newspaper|website"
    rf"|portal|organi[sz]ation|company|platform)\b[^.;\n{_OPEN}]{{0,60}}?(?:,\s)?(?:called|named|known\sas|dubbed)\s"
    rf"(?:the\s)?[{_OPEN}]?$"
)
BANNERED = re.compile(
    rf"\b(?:r[au]n(?:ning|s)?|contest\w*|compet\w+|stand\w*|stood|unit\w+|joined|lists?|tickets?"
    rf"|coalition|appear\w+)\b[^.\n{_OPEN}]{{0,60}}\bunder\sthe\s(?:joint\s|common\s)?"
    rf"(?:banner|name|title|heading)\s(?:of\s)?(?:the\s)?[{_OPEN}]?$"
)
OWNED_BEFORE = re.compile(r"\b[A-Z][\w-]+['’]s?\s(?:own\s)?$")
LISTED_BEFORE = re.compile(
    rf"(?:\d\s?{SHARE}|{_COUNT}\s(?:\w+\s)?(?:(?P<seats>{SEATS})|votes\b))(?:[^.;\n]|\.(?=\d)){{0,300}}[\s,](?:the\s)?$"
)
_LIST = 340
BARE_BEHIND = re.compile(
    rf"{_LISTS}(?:\s(?:[–—-]|with|at|on|took|takes|won|wins|got|gets|had|has|just|only)){{0,2}}\s{_COUNT}"
    r"(?=[.,;]?(?:\s|$))(?!\s(?:(?!(?:and|each|or|in)\b)[a-z]|[A-Z][a-z]{2,8}\b))"
)
"""What stands before and behind a name in a list of results whose noun was told once."""
MEDIA_BEHIND = re.compile(
    rf"[{_CLOSE}]?\s(?:correspondent|television|TV|news|host|anchor|newsroom|radio|broadcast)\b"
)
NO_NAME_BEFORE = re.compile(r"\b(?:called|named|dubbed|term|word|slogan|reading|device)\s$")
_LEANING = listed("context", "ruling")
_RULING = frozenset("ruling governing co-ruling".split())
_NOUNS_BEFORE = (
    frozenset(noun.rpartition(" ")[2] for noun in TYPE_NOUNS)
    | {f"{noun}s" for noun in TYPE_NOUNS}
    | frozenset("called named as itself citizens partner partners dubbed banner name title".split())
)
_POSSESSIVES = ("'s", "’s", "s'", "s’")
CALLED_TYPES: dict[str, ActorType] = {
    **TYPE_NOUNS,
    "ticket": "coalition",
    "platform": "coalition",
}
_GOVERNORS = frozenset(
    """of for from leads heads founded joined quit left told telling with to on by""".split()
)
_TELLING = (
    frozenset(noun.partition(" ")[0] for noun in TYPE_NOUNS)
    | frozenset(word.lower() for word in listed("context", "officers"))
    | frozenset(
        """news television opposition ruling political deputy party parliamentary former senior
        mayoral presidential vice vice-president correspondent tv host anchor newsroom radio
        broadcast exit opinion latest new own poll polls survey surveys projection projections
        pollster pollsters observers monitors volunteers election""".split()
    )
)
"""Words one of which stands before or behind a name where a pattern finds anything: most names
have none of them, and a look at one word is soon done."""
_FOLLOWING = re.compile(rf"[{_CLOSE}]?{_BRACKET}(?:['’]s?)?\s(?P<word>\w+(?:-\w+)?)")
_DIGIT = re.compile(r"\d")
_COUNTED = ("seat", "mandate", "deputies", "MPs")
_APPOSING = frozenset("—–-([")
_ALL_MARKS = f"{_OPEN}{_CLOSE} \n\u00a0"
BEFORE = 60
BEHIND = 110
"""Characters before and behind a name in which the words stand that tell of it."""


def apposed(text: str, end: int) -> bool:
    """Whether what a name is stands behind it: "Ipsa, a polling firm", "Ipsa's latest survey"."""
    if text.startswith(("'s ", "’s "), end):
        return POLL_BEHIND.match(text, end) is not None
    return text.startswith(", ", end) and APPOSED.match(text, end, end + BEHIND) is not None


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
    polls: bool = False
    """Whether polls and projections are called by it."""
    owned: bool = False
    """Whether it is somebody's own: "Kos's Rural Bloc"."""
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

    def join(self, other: Told) -> None:
        """Take in what the words beside its abbreviation say."""
        self.noun = self.noun or other.noun
        for each in _FLAGS:
            if getattr(other, each):
                setattr(self, each, True)

    def add(self, text: str, start: int, end: int) -> None:
        """Take in what one place says."""
        before = text[max(0, start - BEFORE) : start]
        limit = min(len(text), end + BEHIND)
        if BARE_BEHIND.match(text, end, limit):
            # "A has 39 percent, B 27 percent and C 8."
            listed = LISTED_BEFORE.search(text, max(0, start - _LIST), start)
            self.share = self.share or listed is not None
            self.seats = self.seats or bool(listed and listed["seats"])
        last = self._before(before)
        told = last in _GOVERNORS and TOLD_BEFORE.search(before)
        if last in _BACKING and BACKED_BEFORE.search(before):
            self.share = True
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
            self._named_by(before.lower() if last in OPENING_NOUNS else before)
        if last in _LEANING:
            self.leaning = True
            self.ruling = self.ruling or last in _RULING
        if last in _GOVERNORS:
            self._governed(before)
        if last.endswith(_POSSESSIVES) or last == "own":
            self.owned = self.owned or OWNED_BEFORE.search(before) is not None
        return last

    def _named_by(self, before: str) -> None:
        found = NOUN_BEFORE.search(before)
        if found:
            noun = "party" if found["partner"] else found["noun"] or found["owned"]
            if noun == "agency" and _NEWS.search(before):
                noun = "newspaper"
            self._is(TYPE_NOUNS[noun], noun, before)
        elif CALLS_ITSELF.search(before) or BANNERED.search(before):
            self.noun = self.noun or "coalition"
        elif called := CALLED.search(before):
            self._is(CALLED_TYPES.get(called["noun"], "group"), called["noun"], before)

    def _is(self, kind: ActorType, noun: str, words: str) -> None:
        """What a noun says that it is: a "rights group" has its office, as an institute has."""
        if noun == "group" and _ORGANISED.search(words):
            kind = "institution"
        self.noun = self.noun or kind
        self.citizens = self.citizens or (noun == "group" and kind == "group")

    def _governed(self, before: str) -> None:
        self.officers = self.officers or OFFICERS_BEFORE.search(before) is not None
        self.chair = self.chair or CHAIR_BEFORE.search(before) is not None
        self.members = self.members or MEMBERS_BEFORE.search(before) is not None
        if POLLED_BY.search(before):
            self.noun = self.noun or "institution"

    def _behind(self, text: str, end: int, limit: int) -> None:
        counted = any(text.find(word, end, limit) >= 0 for word in _COUNTED)
        if counted or _DIGIT.search(text, end, limit):
            self.seats = self.seats or SEATS_BEHIND.match(text, end, limit) is not None
            self.share = self.share or SHARE_BEHIND.match(text, end, limit) is not None
            if not self.share and _on_a_vote(text):
                self.share = STANDING_BEHIND.match(text, end, limit) is not None
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
            self.polls = self.polls or POLL_BEHIND.match(text, end, limit) is not None
            if noun is None and OBSERVERS_BEHIND.match(text, end, limit):
                self.noun = self.noun or "institution"
        if noun:
            news = noun["noun"] == "agency" and "news " in noun[0]
            self._is("media" if news else TYPE_NOUNS[noun["noun"]], noun["noun"], noun[0])


_FLAGS = tuple(each.name for each in fields(Told) if each.name != "noun")
