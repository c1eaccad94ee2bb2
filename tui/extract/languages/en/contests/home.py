"""Which country or town a report is about: the place of an election that tells none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.findings import ContestMention, Mention, NamedContest
from tui.extract.languages.en.contests.known import country_of, stem
from tui.extract.languages.en.contests.naming import BY_ELECTION, NATIONAL, discovered, kind_of
from tui.extract.languages.en.names.mentions import countries
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document

_WORDS = lists("words", "contests")

LEAD = 6
"""Paragraphs of a report that tell what it is about, its headline apart."""
NAME = r"[A-Z][^\W\d_]+(?:[\s-][A-Z][^\W\d_]+){0,2}"
_STATE_HAS = (
    r"(?:new\s|outgoing\s|highest\s|top\s|long-time\s)*(?:[Pp]arliament(?:ary)?|[Pp]residential|[Ee]lections?"
    r"|[Ee]lectoral|[Gg]overnment|[Rr]uling|[Gg]overning|[Oo]pposition|[Cc]onstitutional|[Pp]rime\s[Mm]inister|[Pp]resident"
    r"|[Cc]apital|[Gg]eneral\s[Ee]lection|[Ss]upreme|[Cc]ourt|[Vv]oters|[Pp]eople|Central\s(?:[Ee]lection|[Ee]lectoral))\b"
)

_A_COUNTRY = (
    r",\s(?:an?|the)\s(?:(?!in\b|of\b|from\b)[\w-]+\s){0,4}?(?:country|nation|republic|kingdom)"
    r"(?=,|\s(?:of|in|on|with|that|where|which|whose|between|bordering)\b)"
)
_HAS_ELECTED = r"has\s(?:just\s)?(?:elected|voted)\b"
_OF_STATE = re.compile(
    rf"(?<![\w.’'-])(?P<place>{NAME})['’]s?\s{_STATE_HAS}"
    rf"|(?<![\w.’'-])(?P<ruled>{NAME})\s(?:still\s|now\s|again\s)?(?:has|had|is\swithout|lacks|gets|got)\s(?:no|a|a\snew)\sgovernment\b"
    rf"|\b(?:Commission|Office|Bureau|Tribunal|(?:Constitutional|Supreme)\sCourt|Republic|Kingdom|[Pp]resident|[Pp]rime\s[Mm]inister|[Gg]overnment|(?<!provincial\s)(?<!regional\s)[Cc]apital)(?:\s\([A-Z]{{2,6}}\))?\sof\s(?P<body>{NAME})"
    rf"|(?<![\w.’'-])(?P<told>{NAME}){_A_COUNTRY}"
    rf"|(?<![\w.’'-])(?P<electing>{NAME})\s{_HAS_ELECTED}"
)
"""The words that only a country has: a parliament, a president, voters."""
_OWNED = re.compile(
    rf"['’]s?\s{_STATE_HAS}|{_A_COUNTRY}|\s{_HAS_ELECTED}|\s(?:no|a|a\snew)\sgovernment\b"
)
_HEADED = re.compile(r"of\s[A-Z](?<=(?:ion|ice|eau|nal|ent|ter|tal|urt|lic|dom|..\))\sof\s[A-Z])")
"""The signs of either: few paragraphs have one, and a look for them is soon done."""

_IN_TITLE = re.compile(
    rf"\b(?:in|across)\s(?:the\s(?:north|south|east|west|centre)\sof\s)?(?P<within>{NAME})(?=[\s,.;:’'–—-]|$)"
    rf"|^(?P<label>{NAME})(?=:)|^(?P<first>{NAME})(?=,|\s(?:picks|votes|elects|chooses|goes\sto|heads\sto|holds|decides)\b)"
    r"|\b(?P<voting>(?:(?:New|North|South|East|West|Upper|Lower)\s)?[A-Z][^\W\d_]+)\sis\s(?:electing|choosing)\b"
    rf"|(?P<adjective>{NAME})\s(?:[Pp]arliamentary|[Pp]residential|[Gg]eneral|[Ee]lections?)\b"
)
"""What tells a place in a headline, where every word may have a capital."""

_DATELINE = re.compile(rf"(?:[A-Z][A-Z\s]+),\s(?P<dateline>{NAME})\s\(")

_TOWN = re.compile(rf"\b(?:city|town|municipality)\sof\s(?P<place>{NAME})")

_SEAT = re.compile(
    r"\b(?:MP|[Mm]ember|seat|constituency|ward)\s(?:for|of|in)\s"
    rf"(?P<place>{NAME}(?:\sand\s{NAME})?)(?=[\s,.;:’'])"
)
"""What tells of a seat, and of where it is."""
_SEAT_WORDS = frozenset("mp member seat constituency ward".split())
_OPENING_TOWN = re.compile(rf"In\s(?P<place>{NAME})\b")
_TOWN_WORDS = frozenset("city town municipality".split())

NO_PLACE = _WORDS["no_place"]


def names_in(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The names of those in a text who are no country, and the surnames of people."""
    named = {text[one.start : one.end] for one in mentions if one.type != "state"}
    people = {text[one.start : one.end] for one in mentions if one.type == "person"}
    surnames = {
        " ".join(words[at:]) for words in map(str.split, people) for at in range(1, len(words))
    }
    return frozenset(named | surnames) - countries().keys()


def country(document: Document, named: frozenset[str]) -> str:
    """The country that a report is about: it stands in the headline or the lead as one, and
    more often than any other in the text; "" where two do."""
    text = document.text
    told = [
        paragraph
        for paragraph in document.paragraphs
        if paragraph.role in ("title", "lead-title", "dateline", "body")
    ][: LEAD + 1]
    ranks: dict[str, int] = {}
    titled = set()
    for paragraph in told:
        title = paragraph.role in ("title", "lead-title")
        bounds = paragraph.start, paragraph.end
        of_state = _OWNED.search(text, *bounds) or _HEADED.search(text, *bounds)
        for pattern, sign in ((_OF_STATE, 1), (_IN_TITLE if title else _DATELINE, 0)):
            for found in pattern.finditer(text, *bounds) if of_state or not sign else ():
                rank, name = sign, _noun(text, next(each for each in found.groups() if each))
                if name in countries():
                    rank = 2
                    if title and (sign or found["label"]):
                        titled.add(name)
                elif (
                    (title and not sign and found["label"])
                    or name in named
                    or _has_mayor(text, name)
                    or _no_country(text, name, title=not sign)
                ):
                    continue
                ranks[name] = max(rank, ranks.get(name, 0))
    lower = text.lower()
    counts = {
        name: (ranks[name], _words_with(stem(name).lower(), lower)) for name in list(ranks)[:12]
    }
    ranked = sorted(counts, key=counts.__getitem__, reverse=True)
    if not ranked or (counts[ranked[0]][1] < 2 and ranked[0] not in titled):
        return ""
    if len(ranked) > 1 and counts[ranked[1]] == counts[ranked[0]]:
        return ""
    return ranked[0]


def _has_mayor(text: str, name: str) -> bool:
    """Whether a text tells of a place what only a town has."""
    if re.search(rf"\b[Cc]apital(?:,?\s|\scity,?\s(?:of\s)?){re.escape(name)}\b", text):
        return True
    at = text.find(f" of {name}")
    while at >= 0:
        if _TOWNS.search(text, max(0, at - 20), at):
            return True
        at = text.find(f" of {name}", at + 1)
    return False


_TOWNS = re.compile(
    r"\b(?:[Mm]ayor|city|town|outskirts|streets|suburbs?|centre|center|city\shall)$"
)


def _no_country(text: str, name: str, *, title: bool) -> bool:
    """Whether words are no country's name; in a headline, whether a place stands before the lead,
    as towns do: "BROD, May 3 (AP) – The ..."."""
    if name.isupper() or name.split()[0] in NO_PLACE:
        return True
    return title and None is not re.search(
        rf"^{re.escape(name.upper())},\s", text[:_HEAD], re.MULTILINE
    )


_HEAD = 1_000
"""Characters among which a report tells where it was written."""


def _words_with(opening: str, text: str) -> int:
    """How many words of a text open with some letters."""
    count, at = 0, text.find(opening)
    while at >= 0:
        opens = at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "_")
        count += opens
        at = text.find(opening, at + (len(opening) if opens else 1))
    return count


def place_of(found: Sequence[ContestMention]) -> str:
    """The one place of the national elections that a text names, "" where there are several."""
    places = {
        each.place
        for one in found
        for each in one.contests
        if each.place and not each.known and not NATIONAL.isdisjoint(kind_of(each).split())
    }
    return places.pop() if len(places) == 1 else ""


def _noun(text: str, name: str) -> str:
    """A country by the name that the text has for it: "Serbia" for "Serbian"."""
    if (country := country_of(name)) != name:
        return country
    short = name[:-1]
    return short if name.endswith("an") and re.search(rf"\b{re.escape(short)}\b", text) else name


def town_beside(document: Document, one: ContestMention) -> str:
    """The town that a sentence opens with ("In Brod, the list won the city election"), where
    it is no country."""
    sentence = document.sentence_at(one.start)
    found = _OPENING_TOWN.match(document.text, sentence.start, one.start) if sentence else None
    return found["place"] if found and found["place"] not in countries() else ""


def _seat(document: Document) -> str:
    """The one seat of a parliament or a council that a text speaks of: "the MP for Brod"."""
    tried = (_SEAT.match(document.text, at) for at in document.anchors(_SEAT_WORDS))
    seats = {found["place"] for found in tried if found} - {*countries(), *NO_PLACE}
    return seats.pop() if len(seats) == 1 else ""


def town(document: Document) -> str:
    """The one town that a text speaks of as such: its council is the one that is elected."""
    tried = (_TOWN.match(document.text, at) for at in document.anchors(_TOWN_WORDS))
    towns = {found["place"] for found in tried if found}
    return towns.pop() if len(towns) == 1 else ""


def seated(document: Document, found: Sequence[ContestMention], day: str) -> list[ContestMention]:
    """The mentions of a report, and in those of a by-election that tell no place the one seat
    that it speaks of; without any that of the year of the report, on a ``day``."""
    bare = NamedContest(BY_ELECTION, BY_ELECTION.capitalize(), "", "", False)
    if not any(bare in one.contests for one in found):
        return list(found)
    of_seat = discovered(BY_ELECTION, _seat(document), day[:4])
    return [replace(one, contests=(of_seat,)) if one.contests == (bare,) else one for one in found]
