"""Whose a figure is: the party, coalition or person that a clause gives a share to.

There is no parser. The verb that gains ("won", "secured", "came") stands before the number;
what stands before that verb, back to where its clause begins, holds the subject. Where the
clause has a subject that nobody could resolve, there is none: never the nearest name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.findings import Mention


class Holding(NamedTuple):
    """A figure of the sentence with its subject, for those that follow it."""

    start: int
    end: int
    subject: str | None


class Stand(NamedTuple):
    """Where a figure stands: the clause's text, the names in it, the figures before it."""

    text: str
    start: int
    end: int
    """Of the sentence."""
    at: int
    """Where the figure's passage begins."""
    stop: int
    """Where it ends."""
    mentions: Sequence[Mention]
    before: Sequence[Holding]
    nominals: Mapping[str, str | None]
    """Whom "opposition coalition" and the like stand for in this text; see ``nominals``."""
    earlier: Mapping[str, str | None]
    """Whom the sentence before leaves for "it" and "she": a party, a person."""
    row: bool = False
    """Whether the words are a row of a list: a name, and what it got."""


_HOLDERS = frozenset({"person", "party", "coalition", "group", "institution"})
"""Who can win a share; a state or a newspaper that is named beside it does not."""
_COUNTERS = re.compile(
    r"\b(?:[Cc]ommission|[Oo]ffice|[Tt]ribunal|[Aa]uthority|[Bb]ureau|[Cc]ouncil|[Mm]inistry|[Ii]nstitute|[Cc]ourt"
    r"|[Cc]ommittee|[Pp]ollsters?|[Aa]ssembly|[Pp]arliament|[Pp]olice|[Mm]ission|[Ff]oundation|[Uu]niversity"
    r"|[Aa]gency|[Gg]overnment|[Cc]ongress|[Ss]enate|[Hh]ouse)\b|^(?:OSCE|ODIHR|CeSID|CRTA|IPSOS|Ipsos|EU|UN|RIK|CEC)$"
)
"""Who counts, asks or sits, and stands for no election."""

VERB = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|secur(?:es?|ed|ing)|earn(?:s|ed|ing)?|g[eo]t(?:s|ting)?"
    r"|receiv(?:es?|ed|ing)|takes?|took|taken|taking|garner(?:s|ed|ing)?|gain(?:s|ed|ing)?|polled"
    r"|scor(?:es?|ed|ing)|captur(?:es?|ed|ing)|collect(?:s|ed|ing)?|pick(?:s|ed|ing)\sup"
    r"|drew|draws?|drawn|claim(?:s|ed|ing)|holds?|held|holding|has|have|had|having|controls?"
    r"|controlled|los(?:es?|t|ing)|finish(?:es|ed|ing)?|comes?|came|coming|stands?|stood|trail(?:s|ed)"
    r"|reach(?:es|ed)?|attract(?:s|ed)|notch(?:es|ed)|snag(?:s|ged)|plac(?:es|ed)|rank(?:s|ed)|needs?|leads?|led"
    r"|leading|trailing|beats?|beating|defeat(?:s|ed|ing)|edg(?:es|ed|ing)|ended"
    r"|(?:is|was|are|were)(?=\s(?:at|on|in|second|third|ahead|leading)\b))\b"
)
_LEAD = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|beats?|beating|defeat(?:s|ed|ing)|edg(?:es|ed|ing)"
    r"(?:\sout)?|ahead\sof|behind|over|against|tops|topped|topping)\s"
)
_LED = re.compile(_LEAD.pattern + r"(?:the\s)?(?:[A-Z][a-z]+\.?\s){0,3}$")
"""The same right before a name: who is named there comes second."""
_OPENS = re.compile(
    r"[;:—–]|\s-\s|[“”\"]|,?\s(?:while|whereas|but|although|though|where|because|if|when|since)\s"
    r"|,?\s(?P<relative>who|which|that)\s|,\s(?:and|or|with)\s"
    r"|\b(?:said|says?|show(?:s|ed|n|ing)?|projected|projects|reported|reports|indicat\w+|suggest\w*"
    r"|found|finds|announced|declared|proclaimed|predicts?|predicted|forecast|estimated|gave|gives?|puts?|believes?|claim(?:s|ed))\s(?:that\s)?"
    r"|(?:\A|(?<=\s))(?:[Ww]hile|[Ww]hereas|[Aa]lthough|[Tt]hough)\s"
)
_BREAKS = re.compile(
    r";|,?\s(?:while|whereas|but|although|though|because|who|which|that)\s|[“\"]"
    r"|\b(?:said|says?)\s"
)
"""What between a verb and a number begins another clause."""
_BARE = re.compile(
    r"[\s,)”\"]*(?:(?:of|the|their|its|his|her|valid|popular|total|all|cast|votes?|ballots?|seats?"
    r"|and|or|also|then|but|has|have|had|having|will|would|could|be|been|being|is|are|was|were|to"
    r"|not|only|just|so|far|as|while|it|they|he|she|likely|set|expected|projected|forecast|thus"
    r"|in|both|nationwide|nationally|national|list|[a-z]+ly)\b[\s,]*)*"
)
_GOVERNED = re.compile(
    r"\b(?:by|of|from|in|with|against|around|over|for|at|on|between|among|behind|to|under|about"
    r"|including|like|near|versus)\s(?:the\s|a\s|an\s|its\s|his\s|her\s"
    r"|their\s)?(?:(?!the\s|a\s|an\s)(?:[a-z-]+|President|Prime|Minister|Mr|Mrs|Ms|Dr|Sen|Gov"
    r"|Former|Governor|Senator)\.?\s){0,3}$"
)
_NOMINAL = re.compile(
    r"\b(?P<kind>[\w-]+)\s(?P<noun>coalition|alliance|party|bloc|list|group|movement|grouping)"
    r"(?:\s(?:has|have|had|will|would))*\s?$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?P<kind>(?:ruling|governing|opposition|populist|conservative)\s(?:party|coalition|alliance|bloc|list))"
    r",?\s[“„\"»«]?$"
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_OWNS = re.compile(
    r"['’]s?\s(?:(?:own|paltry|mere|current|combined|first|remaining|existing|present|other)\s)?"
)
_BESIDE = re.compile(
    r"(?:\s?\([^()]{1,30}\))*(?:['’]s\ssupport)?,?\s?(?:\(|:\s|(?:now\s|also\s|still\s|currently\s"
    r"|who\s)?(?:(?:stands?|stood|is|was|were|sits|polls|polled|finished)\s)?(?:at|on|with)\s)"
    r"(?:just\s|only\s|a\s(?:mere|paltry)\s)?"
)
_PLACED = re.compile(r"\b(?:in|from|of|across|near|over)\s(?:the\s)?(?:[a-z-]+\s){0,2}$")
_WON_WITH = re.compile(r"\bwon,?\swith\s$")
_GOES_TO = re.compile(
    r"\s(?:(?:of|the|all|valid|votes?|ballots?|support|seats?|cast)\s){0,4}"
    r"(?:for|(?:of\s(?:[\w’'.-]+\s){1,6})?(?:who\s)?(?:would\s)?(?:support(?:ed|s)?|back(?:ed|s)?"
    r"|favou?r(?:ed|s)?|prefer(?:red|s)?|chose|choose|picked|named)|(?:went|going|goes|go)\sto|(?:were|was|are|is)?\s?(?:won|taken|secured|held)\sby|(?P<winner>by))\s"
    r"(?:the\s)?(?:[a-z-]+\s|[A-Z][a-z]+\.?\s){0,4}"
)
_TO = re.compile(
    r"\s?,?\s?(?:to|-|–|versus|vs\.?|against|compared\s(?:to|with)|over)\s?"
    r"(?:(?:her|his|its|their)\s)?"
)
_COORDINATED = re.compile(
    r"(?:\s?\([^()]{1,30}\))*,?\s(?:and|or)\s(?:the\s)?(?:[a-z-]+\s|[A-Z][a-z]+\.?\s){0,3}"
)
_PAIRED = re.compile(
    r"(?:\sof\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:votes?|ballots?)(?:\scast)?)?"
    r"(?:\s?[(\[|]\s?|(?:\s?\|)|,?\s(?:and|or|with|for|which\s(?:gives?|gave|means|meant|brings?|makes?)\s(?:it|them|her|him)?"
    r"|(?:winning|gaining|taking|securing|getting|receiving|giving\s(?:it|them)))\s)(?:also\s)?(?:a\stotal\sof\s)?"
)
"""What between two figures shows that they are of one."""
_OPENING_WITH = re.compile(r"With\s(?:just\s|only\s)?")
_THEN = re.compile(
    r"(?:\sof\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:votes?|ballots?)(?:\scast)?)?,\s(?:the\s)?(?:[a-z-]+\s){0,4}"
)
_PRONOUN_WITH = re.compile(
    r"(?:^|[,;]\s|\sand\s)(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s[^,;:]{0,50}\bwith\s(?:just\s|only\s)?$"
)
_OF_LIST = re.compile(r"['’]s?\s(?:list|slate|ticket|coalition|bloc)\b")
_UNTOLD = re.compile(r"\b[A-Z]")
_BULLET = re.compile(r"[\s•*·▪|–—-]*(?:[0-9]{1,2}[.)]\s)?(?:[Tt]he\s)?(?:[a-z]+\s){0,2}")
_WITH = re.compile(r"\bwith\s(?:just\s|only\s|a\s(?:mere|paltry)\s|a\stotal\sof\s)?$")
_OTHER_CLAUSE = re.compile(
    r"[;“”\"]|\b(?:said|says?|while|whereas|but|although|though|because|despite|compared)\b|\d"
)
_LESSER = re.compile(
    r"\b(?:of|in|from|against|over|ahead\sof|behind|for|at|between|among|near|before|after|than|beat|beating"
    r"|defeated|defeating|follows|following|trails|trailed|trailing|whose)\s(?:the\s|a\s|an\s|its\s|his\s|her\s|their\s)?(?:[a-z-]+\s){0,3}$"
)
"""What stands before somebody in a phrase that is not the clause's own."""
_GIVEN = re.compile(
    r"\b(?:giv(?:es?|ing)|gave|hand(?:s|ed|ing)|bring(?:s|ing)|brought|leav(?:es|ing)|left|earn(?:s|ed|ing)|puts?"
    r"|putting|had|has|sees|saw|predicted|projected)\s(?P<who>it|them|her|him|the\s(?:(?:ruling|governing|opposition)\s)?(?:party|list|coalition"
    r"|bloc|alliance|movement))\s(?:a\stotal\sof\s|just\s|only\s|on\s|at\s|ahead\s(?:on|at|with)\s)?$"
)
_PRONOUN = re.compile(
    r"(?:^|[\s,])(?P<who>it|they|he|she|the\s(?:party|list|coalition|bloc|alliance|movement))\b",
    re.IGNORECASE,
)
_ADJACENT = re.compile(r"(?:\s?\([^()]{1,30}\))?(?:,|\s?[–—:|-])?\s")
_SOURCE = re.compile(
    r"\b(?:according\sto|by|from|says?|said|in|for|of)\s(?:the\s)?(?:[a-z]+\s){0,2}$"
)
_TOGETHER = re.compile(r"\b(?:combined|together|jointly|between them|each)\b")


def holder(stand: Stand) -> str | None:
    """The actor whose figure this is; None where the clause does not let one know."""
    for rule in _RULES:
        found = rule(stand)
        if found is not NOT_HERE:
            return found
    return None


NOT_HERE = ""
"""What a rule answers where it does not apply; None is "applies, and nobody can be told"."""


def nominals(text: str, mentions: Sequence[Mention]) -> dict[str, str | None]:
    """The last two words of each phrase that was resolved to an actor ("Serbia's biggest
    opposition coalition"): the same words in another phrase mean the same actor. None where
    two actors are called so."""
    found: dict[str, str | None] = {}
    for mention in mentions:
        if mention.type not in _HOLDERS:
            continue
        if mention.named:
            called = _CALLED.search(text, max(0, mention.start - 30), mention.start)
            words = called["kind"].lower().split() if called else []
        else:
            words = text[mention.start : mention.end].lower().split()
        if len(words) > 1:
            key = " ".join(words[-2:])
            found[key] = mention.actor if found.get(key, mention.actor) == mention.actor else None
    return found


def owner(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    """The actor in whose possession the counted things are: ``the EU’s 27 member states``."""
    for mention in mentions:
        if mention.end <= start and _OWNS.fullmatch(text, mention.end, start):
            return mention.actor
        if mention.start >= end and re.fullmatch(r"\sof\s(?:the\s)?", text[end : mention.start]):
            return mention.actor
    return None


def holds(mention: Mention, words: str) -> bool:
    """Whether who is named so can win something in an election."""
    return mention.type in _HOLDERS and not (
        mention.type in ("institution", "group") and _COUNTERS.search(words)
    )


def _holders(stand: Stand, start: int, end: int) -> list[Mention]:
    """Those named between two places who can win something; ``mentions`` has no others."""
    return [mention for mention in stand.mentions if mention.start >= start and mention.end <= end]


def _of_row(stand: Stand) -> str | None:
    """A row of a list is of the name that it begins with."""
    if not stand.row:
        return NOT_HERE
    for mention in _holders(stand, stand.start, stand.at):
        if _BULLET.fullmatch(stand.text, stand.start, mention.start):
            return mention.actor
    return None


def _paired(stand: Stand) -> str | None:
    """``46 percent of the vote and 49 seats``, ``46 percent (49)``, ``came second with 46
    percent``: of whom the figure before it is."""
    if stand.before and _PAIRED.fullmatch(stand.text, stand.before[-1].end, stand.at):
        return stand.before[-1].subject
    return NOT_HERE


def _opening(stand: Stand) -> str | None:
    """``With 46 percent of the vote, the list ...``."""
    if not _OPENING_WITH.fullmatch(stand.text, stand.start, stand.at):
        return NOT_HERE
    for mention in _holders(stand, stand.stop, min(stand.end, stand.stop + 90)):
        if _THEN.fullmatch(stand.text, stand.stop, mention.start):
            return mention.actor
    return NOT_HERE


def _with(stand: Stand) -> str | None:
    """``the list came second with 46 percent``, ``followed by the list with 46 percent``."""
    opening = _WITH.search(stand.text, stand.start, stand.at)
    if opening is None:
        return NOT_HERE
    since = stand.before[-1].end if stand.before else stand.start
    for mention in reversed(_holders(stand, since, opening.start())):
        between = stand.text[mention.end : opening.start()]
        if _OTHER_CLAUSE.search(between):
            return NOT_HERE
        if _POSSESSIVE.match(stand.text, mention.end) or _LESSER.search(
            stand.text, max(stand.start, mention.start - 40), mention.start
        ):
            continue
        return mention.actor
    pronoun = _PRONOUN_WITH.search(stand.text, since, stand.at)
    return _meant(stand, pronoun["who"]) if pronoun and not stand.before else NOT_HERE


def _given(stand: Stand) -> str | None:
    """``which gives it 46 seats``: whoever was told of last."""
    found = _GIVEN.search(stand.text, stand.start, stand.at)
    if found is None:
        return NOT_HERE
    kind = found["who"].lower().removeprefix("the ")
    if kind in stand.nominals:
        return stand.nominals[kind]
    if stand.before and found["who"] not in ("her", "him"):
        return stand.before[-1].subject
    return _meant(stand, found["who"])


def _meant(stand: Stand, pronoun: str) -> str | None:
    """Whom a pronoun stands for that the sentence before leaves open for it."""
    person = pronoun.lower() in ("he", "she", "him", "her")
    here = {
        one.actor
        for one in _holders(stand, stand.start, stand.at)
        if (one.type == "person") == person
    }
    if len(here) == 1:
        return here.pop()
    return None if here else stand.earlier.get("person" if person else "party")


def _named_behind(stand: Stand) -> str | None:
    """``46 percent for the list``, ``44 percent went to the list``."""
    for mention in _holders(stand, stand.stop, min(stand.end, stand.stop + 90)):
        goes = _GOES_TO.fullmatch(stand.text, stand.stop, mention.start)
        if goes and (not goes["winner"] or _WON_WITH.search(stand.text, stand.start, stand.at)):
            return mention.actor
    return NOT_HERE


def _owning(stand: Stand) -> str | None:
    """``the list’s 46 percent``."""
    for mention in reversed(_holders(stand, stand.start, stand.at)):
        if _OWNS.fullmatch(stand.text, mention.end, stand.at):
            return mention.actor
    return NOT_HERE


def _beside(stand: Stand) -> str | None:
    """``the list (46 percent)``, ``the list at 46 percent``."""
    for mention in reversed(_holders(stand, stand.start, stand.at)):
        beside = _BESIDE.fullmatch(stand.text, mention.end, stand.at)
        if not beside and _ADJACENT.fullmatch(stand.text, mention.end, stand.at):
            ahead = max(stand.start, mention.start - 30)
            if _SOURCE.search(stand.text, ahead, mention.start) or _LED.search(
                stand.text, ahead, mention.start
            ):
                return NOT_HERE
            return mention.actor
        if beside and not _PLACED.search(stand.text, stand.start, mention.start):
            return mention.actor
    return NOT_HERE


def _second_side(stand: Stand) -> str | None:
    """``Ana led Bo 44 to 40 percent``: the second number is of the one who was led."""
    if not stand.before:
        return NOT_HERE
    first = stand.before[-1]
    if not _TO.fullmatch(stand.text, first.end, stand.at):
        return NOT_HERE
    for verb in _LEAD.finditer(stand.text, stand.start, first.start):
        for mention in _holders(stand, verb.end(), first.start):
            if mention.actor != first.subject:
                return mention.actor
    return None


def _subject(stand: Stand) -> str | None:
    """The subject of the last gaining verb before the number. A number in brackets belongs to
    what stands right before them, and to no subject further off."""
    if stand.text[stand.start : stand.at].endswith(("(", "[")):
        return None
    since = stand.before[-1].end if stand.before else stand.start
    verbs = list(VERB.finditer(stand.text, since, stand.at))
    if not verbs:
        return None
    verb = verbs[-1]
    if _BREAKS.search(stand.text, verb.end(), stand.at):
        return None
    if _TOGETHER.search(stand.text, verb.end(), stand.at):
        return None
    begin, relative = since, None
    for opening in _OPENS.finditer(stand.text, since, verb.start()):
        begin, relative = opening.end(), opening if opening["relative"] else None
    region = stand.text[begin : verb.start()]
    if verb.group().endswith("ing") and not _attached(stand, region, verb.start()):
        return None
    if relative is not None and region.rstrip().endswith(","):
        # "The list, which ran alone, had 46 percent": the verb is not the relative clause's.
        for mention in reversed(_holders(stand, stand.start, relative.start())):
            if re.fullmatch(r"(?:\s?\([^()]*\))?", stand.text[mention.end : relative.start()]):
                return mention.actor
        return None
    found = _governing(stand, begin, verb.start())
    if found is not NOT_HERE:
        return found
    pronoun = _PRONOUN.search(region)
    if pronoun and not stand.before and _BARE.fullmatch(region, pronoun.end()):
        return _meant(stand, pronoun["who"])
    if not _BARE.fullmatch(region):
        return None
    if relative is not None:
        for mention in reversed(_holders(stand, stand.start, relative.start())):
            behind = stand.text[mention.end : relative.start()]
            return mention.actor if re.fullmatch(r"[)\]”\"’]*", behind) else None
        return None
    if not stand.before or _UNTOLD.search(stand.text, since, verb.start()):
        return None  # Somebody whom no rule knows stands between.
    return stand.before[-1].subject


def _attached(stand: Stand, region: str, verb: int) -> bool:
    """Whether a participle is said of what stands before it: ``the list winning``, ``the list
    won 39 percent, getting``; not ``despite coming``."""
    beside = any(stand.text[mention.end : verb] == " " for mention in stand.mentions)
    return beside or region.rstrip().endswith((",", ")")) or not region.strip(" ,")


def _governing(stand: Stand, begin: int, end: int) -> str | None:
    """The mention that a stretch before a verb is headed by."""
    free = []
    held = _holders(stand, begin, end)
    for mention in held:
        if _POSSESSIVE.match(stand.text, mention.end) and (
            mention.type == "person" or not _OF_LIST.match(stand.text, mention.end)
        ):
            continue
        if not _GOVERNED.search(stand.text, begin, mention.start):
            free.append(mention)
    if not free and (phrase := _NOMINAL.search(stand.text, begin, end)):
        return stand.nominals.get(f"{phrase['kind']} {phrase['noun']}".lower())
    if not free:
        # A name that only owns or follows the subject leaves the subject untold.
        return None if held else NOT_HERE
    apposed = stand.text[free[-1].end : end].rstrip().endswith(",")
    if apposed:
        return free[0].actor
    last = free[-1]
    for other in free[:-1]:
        if other.actor != last.actor and _COORDINATED.fullmatch(stand.text, other.end, last.start):
            return None
    return last.actor


_RULES = (
    _of_row,
    _paired,
    _opening,
    _named_behind,
    _owning,
    _beside,
    _second_side,
    _given,
    _with,
    _subject,
)
"""How a figure's owner is told; the first that applies decides."""
