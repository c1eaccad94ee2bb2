"""What a figure was before: "46 percent, up from 40 in 2020", "it fell from 60 seats to 46".

The other value has the noun and the owner of the one beside it, and another election: that of a
year told with it, or the one before.
"""

from __future__ import annotations

from functools import lru_cache

from tui.extract.text.late_pattern import late

_LITTLE = (
    r"(?:(?:just|only|about|around|some|nearly|almost|roughly|a\s(?:mere|record)|its|their|his"
    r"|her|the)\s){0,2}"
)
_MOVES = (
    r"(?:f[ae]ll(?:s|ing|en)?|dropp?(?:s|ed|ing)?|slipp?(?:s|ed|ing)?|slid(?:es?|ing)?|sank|sinks?|plung(?:es?|ed|ing)"
    r"|plummet(?:s|ed|ing)?|slump(?:s|ed|ing)?|tumbl(?:es?|ed|ing)|declin(?:es?|ed|ing)|shr[aiu]nk(?:s|ing)?|decreas(?:es?|ed|ing)"
    r"|r[io]s(?:es?|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?"
    r"|increas(?:es?|ed|ing)|improv(?:es?|ed|ing)|doubl(?:es?|ed|ing)|tripl(?:es?|ed|ing)|went|goes|going|recover(?:s|ed|ing)?|crash(?:es|ed|ing)?"
    r"|collaps(?:es?|ed|ing)|leap(?:s|t|ed|ing)?|sw[eo]ll(?:s|ed|en)?|crept|creeps?|inch(?:es|ed|ing)|edg(?:es|ed)|bounc(?:es|ed)|nosediv(?:es|ed)"
    r"|halv(?:es|ed|ing)|advanc(?:es|ed|ing)|retreat(?:s|ed|ing)?|erod(?:es|ed|ing)|dwindl(?:es|ed|ing))"
)
MOVES = late(rf"\b{_MOVES}\b")
"""A verb of what becomes more or less."""
MOVED_TO = late(
    rf"(?:\b{_MOVES}|\b(?:up|down))\s(?:(?:[a-z]+ly|by|[\d.]+|points?|percentage|back|further|again|votes?|seats?|support|its|their|his|her|the|national|vote|share|of|representation|result)\s){{0,6}}"
    rf"(?:to|from)\s{_LITTLE}$"
)
"""What stands before the figure that something became, or was before."""
_FROM = late(
    rf"(?:\b{_MOVES}|\b(?:up|down|better|worse))\s(?:(?:[a-z]+ly|back|its|their|the|share|of|votes?)\s){{0,5}}from\s{_LITTLE}$"
)
_BETWEEN = (
    r"(?:\s(?:of|in|for)\s(?:the\s|all\s)?(?:[\w’'-]+\s?){1,4}|\s(?:seats|votes|support)"
    r"|\s?\([^()]{1,20}\))?"
)
BESIDE = late(
    rf"{_BETWEEN}(?:,?\s(?:(?:well\s|slightly\s|sharply\s|just\s)?(?:up|down|rising|falling|improving|dropping|rose|fell)\s)?from"
    rf"|,?\s(?:as\s)?(?:compared\s(?:with|to)|against|versus|as\sopposed\sto|instead\sof))\s{_LITTLE}"
)
"""What between two figures makes the second the earlier one of the same thing."""
_OLD_HOUSE = (
    r"(?:\sseats|\sdeputies|\smandates|\sof\s(?:the\s)?[\d,]+(?:\sseats)?)?\sin\sthe\s(?:outgoing|old|previous|last|current"
    r"|present|departing)"
    r"\s(?:\d+-(?:seat|member)\s)?(?:parliament|assembly|council|chamber|house|legislature|senate)"
)
TO = late(
    rf"(?:\s(?:of\sthe\svotes?))?,?\s(?:to|at|and\snow\s(?:has|holds)|(?:leaving|which\sleaves)\s(?:it|them)\swith|and\sended\sup\swith)\s{_LITTLE}"
    rf"|(?:{_OLD_HOUSE}),?\s(?:and\s|but\s|it\s)?(?:(?:now\s)?has|will\s(?:now\s)?(?:have|hold|get)"
    rf"|won|took|keeps)\s(?:now\s)?{_LITTLE}"
)
"""What between what something was and a number makes that what it became."""
_TIME = late(
    r"(?:\s?(?:%|per\s?cent|percent|pct|seats|mandates|votes|deputies|points)|\sof\sthe\svotes?)?,?\s(?:in\s(?:the\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|19|20|outgoing|previous|last|current|old|\w+['’]s)"
    r"|now\b|at\s(?:present|the\s(?:last|previous))|currently|previously|last\s(?:time|year|month|week)|(?:\w+\s){1,2}(?:years?|months?|weeks?)\s(?:ago|earlier|before)"
    r"|(?:a\s(?:year|month|week)\s)?(?:ago|earlier|before)\b|it\s(?:has|had|won)|they\s(?:has|have|won))"
)
"""What stands behind a figure that was so at another time."""


LOST = late(
    r"\b(?:los(?:es?|t|ing)|shed|sheds|shedding|dropped|forfeited|(?:is|was|are|were)\s(?:down|up))\s(?:a\stotal\sof\s|all\s|its\s|some\s|about\s)?$"
)
"""What stands before seats that somebody has no more."""
_GAINED = late(
    r"\b(?:gain(?:s|ed|ing)?|pick(?:s|ed|ing)?\sup|add(?:s|ed|ing)?)\s(?:a\stotal\sof\s|just\s|only\s|some\s|about\s)?$"
)
"""What stands before seats that somebody has won, or has won more than before."""
_SINCE = late(
    r"\b(?:since|compared\s(?:to|with)|than|relative\sto|(?:on|from)\s(?:its|their|the)\s(?:last|previous)"
    r"|los(?:es?|t|ing)\s(?:all\s)?\w+|shed(?:s|ding)?\s\w+)\b"
)
"""What tells, behind seats that were gained, that they are more than before."""
_EXTRA = late(
    r"\b(?:additional|extra|further|net\s(?:gain|loss)\sof|net(?:s|ted|ting)?(?:\san?\s(?:additional|extra))?)\s$"
)
_MORE_SEATS = late(
    r"\s(?:(?:more|fewer|less)\s)?(?:[a-z]+\s)?(?:seats|mandates)\s(?:more|fewer|less)\b|\s(?:more|fewer|less)\s(?:[a-z]+\s)?(?:seats|mandates)\b"
)
"""What stands behind a number of seats more or less than before."""
OF_ITS_SEATS = late(r"\sof\s(?:its|their|his|her)\s(?:[a-z]+\s){0,2}(?:seats|mandates)\b")
"""What stands behind some of the seats that somebody had."""


def of_seats(before: str, after: str) -> bool:
    """Whether seats between two stretches of a sentence are those won or lost since another
    election, and not all that somebody has."""
    if LOST.search(before) or _EXTRA.search(before) or _MORE_SEATS.match(after):
        return True
    return _GAINED.search(before) is not None and _SINCE.search(after) is not None


_IN_THE_OLD = late(_OLD_HOUSE)
_BEHIND = 24
"""Characters behind a number in which "in the outgoing parliament" begins."""
_NO_NOUN = late(
    r"\s?(?:$|[,.;:)%”\"»–—]|(?:per\s?cent|percent|pct|seats|mandates|votes|deputies|points|in|at|on|now|the|a|and"
    r"|to|but|while|when|of\sthe|last|previously|earlier|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""What stands behind a number that has the noun of the one before it."""


_IN_BRACKETS = late(
    r"(?:\sof\s(?:the\s)?(?:[a-z]+\s)?(?:votes?|ballots?))?\s\((?:(?P<year>(?:19|20)[0-9]{2}):\s)?"
)
"""What stands between a figure and what it was before, in brackets behind it."""
_WRITES_SO = late(
    r"(?:%|\b(?:per\s?cent|pct))(?:\sof\s(?:the\s)?(?:[a-z]+\s)?(?:votes?|ballots?))?"
    r"\s\((?:19|20)[0-9]{2}:\s[0-9]"
)
"""Where a text tells first of which year such brackets are: "12.3 percent (2016: 14.1)"."""


_SHARE_BEFORE = late(r"(?:\d\s?(?:%|per\s?cent|pct)|\b[Tt]urnout\s[^.;]{0,40}\d)$")
_SHARE = late(r"\d{1,2}(?:[.,]\d{1,2})?")


def _is_share(text: str, since: int, at: int, end: int) -> bool:
    """Whether a number in brackets is a share as the one before it is."""
    share = _SHARE_BEFORE.search(text, max(0, since - 60), since)
    return share is not None and _SHARE.fullmatch(text, at, end) is not None


@lru_cache(maxsize=1)
def _writes_so(text: str) -> bool:
    """Whether brackets behind a text's shares have those of the election before."""
    return _WRITES_SO.search(text) is not None


def was(text: str, start: int, at: int, end: int, since: int | None = None) -> bool:
    """Whether a number at a place of a sentence is what something was before. ``since`` is where
    the figure before it in the sentence ends."""
    if "in the " in text[end : end + _BEHIND] and _IN_THE_OLD.match(text, end):
        return True
    if "from " in text[max(start, at - 60) : at] and _FROM.search(text, max(start, at - 60), at):
        return True
    if since is None:
        return False
    bracket = text.startswith((")", "%)", " %)"), end) and _IN_BRACKETS.fullmatch(text, since, at)
    if bracket and (bracket["year"] or (_is_share(text, since, at, end) and _writes_so(text))):
        return True
    beside = BESIDE.fullmatch(text, since, at)
    if beside is None:
        return False
    if "from" in beside[0] and _NO_NOUN.match(text, end):
        return True
    return _TIME.match(text, end) is not None
