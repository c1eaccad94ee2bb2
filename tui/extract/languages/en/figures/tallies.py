"""Whose two figures are that are told against each other: "Ana led Bo, 48 percent to 43".

Who is ahead has the larger one and the other side the smaller, whichever is told first; who
is ahead the last word before them tells by which two are compared.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.owners import meant, subject_of
from tui.extract.languages.en.figures.stand import NOT_HERE, Stand, named_in
from tui.extract.text.late_pattern import late

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_UNIT = r"(?:\s?(?:%|per\s?cent|pct)|\s(?:votes|seats))?"
_PAIR = late(
    rf"(?<![\d.,])(?P<first>{_NUMBER}){_UNIT}"
    r"(?:(?P<tally>[-–]|,?\sto\s)|,?\s(?:versus|vs\.?|against|compared\s(?:to|with)|over)\s)"
    rf"(?:(?:her|his|its|their)\s|(?:the\s)?Xx*['’]s?\s)?(?P<second>{_NUMBER})(?![\d,]*\d)"
)
_LONGEST = 60
"""Characters that a pair may take."""
_BEATS = (
    r"beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|edg(?:es|ed|ing)(?:\sout)?|trounc(?:es|ed|ing)|crush(?:es|ed|ing)"
    r"|rout(?:s|ed|ing)|thrash(?:es|ed|ing)|best(?:s|ed|ing)|tops|topped|topping|outpoll(?:s|ed|ing)"
)
_COMPARED = late(
    r"(?P<noun>(?:\b(?:an?|the|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s?)\s(?:(?!(?:in|the|of|over)\b)[a-z][a-z-]*\s){0,2}?(?:lead|advantage|edge)\b)"
    r"|\b(?:(?P<behind>trail(?:s|ed|ing)?|behind|los(?:es?|t|ing)(?:\sto)?)"
    r"|(?P<liked>prefer(?:s|red|ring)?|favou?r(?:s|ed|ing)?|back(?:s|ed|ing)?|support(?:s|ed|ing)?|ch(?:oo|o)ses?)"
    rf"|(?P<won>w[io]ns?|winning|carri(?:es|ed)|prevail(?:s|ed))"
    rf"|leads?|led|leading|ahead|up(?=\s[0-9])|{_BEATS})\b"
)
"""What compares two: a lead of somebody, a verb by which the subject is behind, one of liking by
which the one named behind it is ahead, or any other by which the subject is."""
_RIVAL = late(
    r"(?:\sout)?\s?(?:(?:of|over|against|to|by)\s)?(?:the\s)?(?:[A-Z][a-z]+\.?\s|(?!(?:and|in|by|with|among)\b)[a-z-]+\s){0,4}"
)
"""What stands between that word and the other side."""
_OVER = late(
    r"(?:\s?(?:%|per\s?cent|pct)|\s(?:votes|points|seats))?,?\s(?:over|against|ahead\sof)\s(?:the\s)?(?:[A-Z][a-z]+\.?\s){0,3}"
)
"""What stands between both figures and the other side."""
_LIKED = late(r"\s(?:the\s)?(?:[A-Z][a-z]+\.?\s){0,3}")
_LIKED_ENDS = late(r",|\s(?:[0-9]|(?:over|to|by|in|with|among|nationally)\b)")
"""What stands before and behind somebody whom people prefer."""
_OBJECT = late(r"(?:\sout)?\s(?:(?:of|over|against|to)\s)?(?P<who>him|her|them|it)\b")
_OWNER = late(r"\b(?P<who>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s")
_WITH = late(r"\s(?:with|holding|enjoying|(?:(?:is|are|was|were)\s)?in)\s(?:only\s|just\s)?")
"""What stands between somebody and a lead."""


def tally(stand: Stand) -> str | None:
    """``Ana led Bo, 48 percent to 43``, ``Bo trails Ana 43-48``, ``she beat him by 48 to 43``."""
    pair = None if stand.row else _pair(stand)
    if pair is None:
        return NOT_HERE
    second = stand.at >= pair.end("first")
    whole = stand._replace(
        at=pair.start(),
        stop=pair.end(),
        before=tuple(one for one in stand.before if one.end <= pair.start()),
    )
    word = _comparing(whole)
    if word is None or (word["won"] and not pair["tally"]):
        ahead = pair["tally"] and clause.NAMED_AHEAD.search(stand.text, stand.start, stand.at)
        # A name right before them may be that of who lost.
        return None if second or ahead else NOT_HERE
    leader, other = _sides(whole, word)
    first, last = (Decimal(pair[each].replace(",", "")) for each in ("first", "second"))
    if first == last:
        return None
    return leader if (first > last or bool(word["won"])) != second else other


def _pair(stand: Stand) -> re.Match[str] | None:
    """The two figures of which one is to be told."""
    begin = max(stand.start, stand.at - _LONGEST)
    for pair in _PAIR.finditer(stand.text, begin, min(stand.end, stand.stop + _LONGEST)):
        if pair.start() < stand.stop and stand.at < pair.end():
            return pair
    return None


def _comparing(stand: Stand) -> re.Match[str] | None:
    """The word before two figures by which two sides are compared."""
    words = list(_COMPARED.finditer(stand.text, stand.start, stand.at))
    if not words or clause.BREAKS.search(stand.text, words[-1].end(), stand.at):
        return None
    # "Ana, who led in Brod, has 46 percent to 40".
    return None if clause.VERB.search(stand.text, words[-1].end(), stand.at) else words[-1]


def _sides(stand: Stand, word: re.Match[str]) -> tuple[str | None, str | None]:
    """Who is ahead and who is behind."""
    if word["liked"]:
        liked = named_in(stand, word.end(), stand.at)
        if not liked or not _LIKED.fullmatch(stand.text, word.end(), liked[0].start):
            return None, None
        if not _LIKED_ENDS.match(stand.text, liked[0].end):
            return None, None  # "They support Ana’s plan".
        return liked[0].actor, _named(stand, liked[0].end, liked[0].actor)
    subject = _holding(stand, word) if word["noun"] else subject_of(stand, word, stand.start)
    rival = _rival(stand, word, subject)
    behind = word["behind"] or clause.BEATEN.search(stand.text, stand.start, word.end())
    return (rival, subject or None) if behind else (subject or None, rival)


def _rival(stand: Stand, word: re.Match[str], subject: str | None) -> str | None:
    """The other side, which is named or meant behind the word that compares."""
    if told := _OBJECT.match(stand.text, word.end(), stand.at):
        others = tuple(one for one in stand.mentions if one.actor != subject)
        return meant(stand._replace(mentions=others), told["who"])
    told_so = [one.end for one in stand.before if one.start > word.end()]
    if told_so and (named := named_in(stand, told_so[-1], stand.at)):
        # "Ana leads Bo by six points (46 to 40) and Cy by three (45 to 42)".
        return named[0].actor if len(named) == 1 else None
    return _named(stand, word.end(), subject)


def _named(stand: Stand, since: int, but: str | None) -> str | None:
    """Who is named right behind a place, behind "over" or behind both figures."""
    for mention in named_in(stand, since, stand.end):
        if mention.actor == but:
            continue
        if mention.end > stand.at:
            told = _OVER.fullmatch(stand.text, stand.stop, mention.start)
        else:
            told = _RIVAL.fullmatch(stand.text, since, mention.start) or clause.LED.search(
                stand.text, since, mention.start
            )
        if told:
            return mention.actor
    return None


def _holding(stand: Stand, word: re.Match[str]) -> str | None:
    """Whose a lead is: ``Ana’s lead``, ``her lead``, ``a lead for Ana``, ``Ana has a lead``."""
    if owner := _OWNER.match(word.group()):
        return meant(stand, owner["who"], word.start())
    before = named_in(stand, stand.start, word.start())
    if word.group()[0] in "'’":
        return before[-1].actor if before and before[-1].end == word.start() else None
    for mention in named_in(stand, word.end(), stand.at):
        if clause.FOR.fullmatch(stand.text, word.end(), mention.start):
            return mention.actor
    for mention in reversed(before):
        if _WITH.fullmatch(stand.text, mention.end, word.start()):
            return mention.actor
    verbs = list(clause.VERB.finditer(stand.text, stand.start, word.start()))
    return subject_of(stand, verbs[-1], stand.start) if verbs else None
