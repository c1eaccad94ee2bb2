"""Of which part of an election's voters a figure tells: "45 percent in the capital", "abroad".

What a district, a town or the young have voted is no result of the country. The part stands right
behind the figure, or opens its sentence; it is kept in the words of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.analysis import cell_numbers
from tui.extract.findings import ContestMention
from tui.extract.languages.en import tables
from tui.extract.languages.en.contests import implied
from tui.extract.languages.en.contests.home import NO_PLACE
from tui.extract.languages.en.contests.naming import is_local
from tui.extract.languages.en.names.mentions import countries
from tui.extract.languages.en.names.shapes import BODIES
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Sentence, Span

_CLAUSE = re.compile(r";|,?\s(?:and|but|while)\s")
"""What begins another clause."""
_WORDS = lists("words", "figures")

MEASURES = _WORDS["measures"]
"""The measures that a part of the voters has as well as the whole."""

_PLACES = (
    r"capital|city|cities|towns?|villages?|districts?|provinces?|regions?|count(?:y|ies)|municipalit(?:y|ies)"
    r"|constituenc(?:y|ies)|boroughs?|wards?|cantons?|suburbs?|outskirts|neighbou?rhoods?|settlements?"
    r"|north|south|east|west|northwest|northeast|southwest|southeast|centre|center|coast|interior|countryside"
    r"|areas?|strongholds?|heartlands?|enclaves?|islands?|diaspora|prisons?|polling\sstations?|precincts?"
)
_NAME = (
    r"[^\W\d_a-z][\w’'-]*[^\W\d_A-Z]"
    r"(?:[\s-](?:(?:na|nad|am|an\sder|upon|of|and|de|du|del|la)[\s-])?[^\W\d_a-z][\w’-]+){0,2}"
)
_NAMES = rf"{_NAME}(?:,\s{_NAME})*(?:,?\sand\s{_NAME})?"
_VOTERS = (
    r"(?:(?!(?:likely|registered|eligible|decided|all)\s)(?:the\s)?(?:[\w-]+\s){0,3}?(?:voters|respondents|women|men|people|residents|pensioners|students|expatriates)\b"
    r"|those(?=\s(?:under|over|aged|older|younger|between|living|with|without)\b))"
    r"(?:\s(?:[1-9][0-9]\s(?:and|or)\s(?:older|over|younger|under)|under|over|aged|older\sthan|younger\sthan|between|living"
    r"|abroad|with|without|in)(?:\s[\w-]+){0,4})?"
)
_ENDS = (
    r"(?=\s*$|['’]?[,.;:!?)–—]|\s(?:[–—-]|and|or|of|in|but|while|where|which|with|without|against|to|at|by|on|than|as"
    r"|from|for|after|before|was|is|were|are|has|had|have|turnout|support|voters|only|just|about|some|nearly|over|it|he|she|they|the|a|an|its|who)\b)"
)
"""What may follow a place; "in the city council" tells of no city."""
_FEW = r"(?:(?!(?:in|of|at|to|for|by|on|with|after|before|and|or|as|from)\b)[\w’'-]+\s)"
_PART = re.compile(
    rf"(?:(?P<far>[Aa]broad|[Oo]verseas){_ENDS}"
    rf"|(?:[Ii]n|[Aa]t|[Aa]cross|[Ii]nside|[Tt]hroughout)\s(?:"
    rf"(?P<place>(?:{_NAME}['’]s?\s)?{_FEW}{{0,4}}(?:{_PLACES})(?:\s(?:of|in)\s{_NAMES})?){_ENDS}"
    rf"|(?P<name>{_NAMES}){_ENDS})"
    rf"|(?P<out>[Oo]utside\s(?:the\s{_FEW}{{0,2}}(?:{_PLACES})|{_NAME})){_ENDS}"
    rf"|(?:[Aa]mong|[Aa]mongst)\s(?P<voters>{_VOTERS}))"
)
"""Where or among whom votes were cast; the last group that takes part holds the words for it."""
_LINK = re.compile(
    r"(?:\sto\s[\d.]+\s?(?:%|per\s?cent|pct))?(?:\s(?:of\s(?:the\s)?(?:[\w-]+\s)?(?:votes?|ballots?|seats|total)(?:\s(?:cast|counted))?"
    r"|support|(?:votes?|ballots)(?:\s(?:cast|counted))?|seats|points?))?(?:,(?=\samong))?\s"
)
"""What stands between a figure and the part of the voters that it is of."""
_BEGINS = re.compile(
    r"[,;:–—]\s|\b(?:and|but|while|whereas|that|with|(?:high|low|strong|weak|larg|small)est|best|worst|[Tt]urnout|[Vv]otes|[Rr]esults?"
    r"|won|led|leads?|counted|cast)\s"
)
"""What stands before a part of the voters that begins a clause, and so governs what follows."""
_WHERE = re.compile(
    rf"\b(?!(?:In|At|On|For|From|As)\b)(?P<part>{_NAME}),?\s(?:(?:a|an|the)\s[^,;:.]*,\s)?where\s[^;:.]*$"
)
"""A place and the clause that tells what is so there, up to a figure."""
WHOLE = re.compile(
    r"\b(?:(?:[Aa]cross|[Tt]hroughout|all\sover)\s(?:the\s(?:country|nation)|[A-Z]\w+)|[Nn]ation-?wide|[Nn]ational(?:ly)?|[Cc]ountrywide"
    r"|[Oo]verall|[Ii]n\stotal|[Aa]ltogether|[Aa]t\shome|[Aa]ll\s(?:the\s)?(?:votes|ballots|polling\sstations)\scounted"
    r"|(?:[Ii]n|of)\s(?:all\sof\s)?the\s(?:(?:whole|entire)\s)?country|rest\sof\sthe\scountry)\b"
)
"""What tells that a figure is of all who vote."""
_ANOTHER_CLAUSE = re.compile(r"\b(?:as|after|because|when|since)\b(?!\s(?:well|many|much))|:\s")
"""What stands between a place and a figure of which the place does not tell."""
_OPENS_WORDS = re.compile(r"[“”\"„«(\s]*")
_BODIES = BODIES | implied.WORDS
_ADVERBS = frozenset("Abroad Overseas Outside".split())
_GENERAL = frozenset("Republic Kingdom State Federation Federal".split())
"""Words of a country's name that tell nothing by themselves."""


class Voters:
    """The parts of the voters that the figures of a text are of, asked in their order."""

    def __init__(self, text: str, contests: Sequence[ContestMention]) -> None:
        self._text = text
        self._contests = {each.id: each for one in contests for each in one.contests}
        self._blocks = cell_numbers.blocks(text, tables.WORDS)
        self._opened: tuple[int, int, Span] | None = None
        """The part with which the last sentence that has one opens: its paragraph, its end."""
        self._last: tuple[Sentence, Span | None] | None = None
        """The last figure's sentence and its part."""

    def part(
        self,
        measure: str,
        contest: str | None,
        place: Span,
        sentence: Sentence,
        since: int,
        listed: bool = False,
        head: int | None = None,
    ) -> Span | None:
        """The words for the part of the voters that a figure at ``place`` is of; None where it is
        of all. What is said of it begins at ``since``, where somebody says it; ``listed`` tells
        that it has its noun from the figure before it, and so its part; ``head`` is where the line
        above its list begins."""
        own = self._own(measure, contest, place, sentence, since, head)
        if own is None and listed and self._last and self._last[0] == sentence:
            whole = WHOLE.search(self._text, place.start, sentence.end)
            own = None if whole else self._last[1]
        self._last = sentence, own
        return own

    def _own(
        self,
        measure: str,
        contest: str | None,
        place: Span,
        sentence: Sentence,
        since: int,
        head: int | None,
    ) -> Span | None:
        of = self._contests.get(contest or "")
        if of is None or measure not in MEASURES:
            return None
        whole = f"{of.place} {of.name}" if of.place else ""
        local = is_local(of) and of.place not in countries()
        text = self._text
        if block := cell_numbers.place_at(self._blocks, place.start):
            known = whole and within(text[slice(*block)], whole)
            return None if known else Span(*block)
        if head is not None:
            line = text.find("\n", head)
            return _before(text, head, line, whole, local) if line > 0 else None
        opens = _OPENS_WORDS.match(text, max(sentence.start, since), place.start)
        begin = opens.end() if opens else sentence.start
        behind = _behind(text, place.end, sentence.end, whole, local)
        if behind:
            return behind
        before = _before(text, begin, place.start, whole, local)
        if before:
            opening = before.start <= begin + len("throughout the ")
            self._opened = (sentence.paragraph, sentence.end, before) if opening else None
            if _ANOTHER_CLAUSE.search(text, before.end, place.start):
                return None
            return None if WHOLE.search(text, before.end, place.start) else before
        where = _WHERE.search(text, begin, place.start)
        if where and not within(where["part"], whole):
            return Span(*where.span("part"))
        return self._carried(measure, sentence)

    def _carried(self, measure: str, sentence: Sentence) -> Span | None:
        """The part with which the sentence right before opens: "In Brod, the list won 45 percent.
        The bloc took 30." A house is one of the whole."""
        if self._opened is None or measure in ("seats", "seats_change"):
            return None
        paragraph, end, part = self._opened
        next_one = not self._text[end : sentence.start].strip(' \n”"»')
        if paragraph != sentence.paragraph or not next_one or end > sentence.start:
            return None
        return None if WHOLE.search(self._text, sentence.start, sentence.end) else part


def in_a_sentence(words: str) -> str:
    """The words for a part as they stand within a sentence: "abroad" for "Abroad"."""
    return words[0].lower() + words[1:] if words.split()[0] in _ADVERBS else words


def _behind(text: str, end: int, limit: int, whole: str, local: bool) -> Span | None:
    """The part of the voters right behind a figure."""
    link = _LINK.match(text, end, limit)
    found = _PART.match(text, link.end(), limit) if link else None
    return (
        Span(*found.span(found.lastgroup or 0)) if found and _is_part(found, whole, local) else None
    )


def _before(text: str, begin: int, start: int, whole: str, local: bool) -> Span | None:
    """The part of the voters with which the sentence begins, or the last clause that has one."""
    ends = [begin, *(found.end() for found in _BEGINS.finditer(text, begin, start))]
    for at in reversed(ends):
        found = _PART.match(text, at, start)
        if found and _is_part(found, whole, local):
            return Span(*found.span(found.lastgroup or 0))
    return None


def _is_part(found: re.Match[str], whole: str, local: bool) -> bool:
    """Whether words tell of less than all who vote."""
    name = found["name"]
    if name is None:
        return not (local and found["place"])
    if not NO_PLACE.isdisjoint(name.split()) or not _BODIES.isdisjoint(name.lower().split()):
        return False
    return not within(name, whole)


def within(name: str, whole: str) -> bool:
    """Whether a place is that of the election, or of an election whose place is not known."""
    words = set(re.findall(r"[^\W\d_a-z]\w+", name)) - _GENERAL
    place = set(re.findall(r"[^\W\d_a-z]\w+", whole))
    called = countries().get(name)
    return not whole or words <= place or (called is not None and called.split()[-1] in place)


def of_other_clause(text: str, voters: Span, contest: Span, start: int) -> bool:
    """Whether a part of the voters stands in a clause before the contest of a figure that starts
    behind both: "37 percent in Lisen, and the Greens took Brod with 52"."""
    between = voters.end <= contest.start < start
    return between and _CLAUSE.search(text, voters.end, contest.start) is not None


_ABOUT_NAME = re.compile(r",\s(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3})\s[a-z]")
_NAME_BEFORE = re.compile(
    r"(?:^|\s)(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
    r"\s(?:represents?|makes?\sup|accounts?\sfor|is|has|contains|holds)\s$"
)


def about(text: str, measure: str, start: int, end: int, sentence: Sentence) -> str:
    """The place that a population or an electorate is of, in the article's words."""
    if measure == "population":
        found = _ABOUT_NAME.match(text, end, sentence.end)
    elif measure == "share_of_electorate":
        found = _NAME_BEFORE.search(text, sentence.start, start)
    else:
        return ""
    return f"about {found['name']}" if found else ""
