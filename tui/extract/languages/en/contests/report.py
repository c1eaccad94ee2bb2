"""The elections of one report: which mentions mean the same one, and which it is about.

A report on an election names it in full once, and then says "the election", "the run-off" or
"four years ago". What is told in short is filled in from what is told in full, where only one
can be meant: the place from the country that the report is about, the date from another
mention. ``main`` is the election of the headline or the lead.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tui.dates import bounds
from tui.extract.findings import ContestMention, Mention, NamedContest, TimeMention
from tui.extract.languages.en.contests.known import stem
from tui.extract.languages.en.names.mentions import countries
from tui.extract.text.document import Document
from tui.model import KnownContest, When, slug

LEAD = 6
"""Paragraphs of a report that tell what it is about, its headline apart."""

MANY = 24
"""Elections in one text beyond which it is about none of them."""

_LOCAL = frozenset(
    """local municipal mayoral council city communal cantonal regional provincial state
    primary""".split()
)
"""The kinds of elections that no country holds as one."""
_NATIONAL = frozenset("parliamentary presidential general legislative national referendum".split())
_GENERIC = frozenset(("election", "vote"))
_RUN_OFF = re.compile(r"\b(?:run-?off|second[\s-]round)\b", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:the\s)?(?P<nth>[Ff]irst|[Ss]econd)[\s-](?:electoral\s|voting\s)?round\b"
    r"(?!\sof\s(?:the\s)?(?:talks|negotiations|consultations|interviews|balloting|the\sdraft))"
    r"|(?<![\w-])(?P<run_off>[Rr]un-?off)\b(?!\s(?:water|area|play))"
)
_ELECTION_WORDS = frozenset("election elections".split())
_ELECTION = re.compile(r"elections?\b(?!\s(?:commission|office|day|observ|monitor|law|campaign))")
_SECOND = re.compile(
    r"(?i:run-?off)\b(?!\s(?:water|area|play))|(?<=second\s)round\b(?!\sof\s(?:talks|neg))"
)
_ROUND_WORDS = frozenset("round runoff run off".split())
_EARLIER = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})\syears\s(?:ago|earlier|before)"
    r"|(?:the|its|their)\s(?:last|previous|preceding)\s(?:parliamentary\s|general\s|presidential\s"
    r"|local\s)?(?:elections?|vote|ballot))\b",
    re.IGNORECASE,
)
_BODY_WORDS = frozenset("assembly council parliament".split())
_ELECTED = re.compile(r"\b(?:turned\sout|turnout|percent|per\s?cent|pct|seats|mandates|votes)\b|%")
_PREVIOUS = re.compile(r"\b(?:previous|preceding|last\stime.s)\s(?:[a-z]+\s)?$")
_EARLIER_WORDS = frozenset("years elections election vote ballot".split())
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NAME = r"[A-Z][^\W\d_]+(?:[\s-][A-Z][^\W\d_]+){0,2}"
_BODY = re.compile(
    r"\b(?:[Ff]or|[Ii]n)\s(?:the\s)?(?P<new>new\s)?(?P<body>(?:(?:[Nn]ational|[Ff]ederal|[Cc]ity|[Mm]unicipal|[Tt]own"
    r"|[Pp]rovincial|[Rr]egional)\s)(?:[Aa]ssembly|[Cc]ouncil|[Pp]arliament)|[Pp]arliament)\b"
    rf"(?:\sof\s(?P<place>{_NAME}))?"
)
_STATE_HAS = (
    r"(?:new\s|outgoing\s|highest\s|top\s|long-time\s)*(?:[Pp]arliament(?:ary)?|[Pp]residential|[Ee]lections?"
    r"|[Ee]lectoral|[Gg]overnment|[Rr]uling|[Oo]pposition|[Cc]onstitutional|[Pp]rime\s[Mm]inister|[Pp]resident"
    r"|[Cc]apital|[Gg]eneral\s[Ee]lection|[Ss]upreme|[Cc]ourt|[Vv]oters|[Pp]eople|Central\s(?:[Ee]lection|[Ee]lectoral))\b"
)
_OF_STATE = re.compile(
    rf"(?<![\w.’'-])(?P<place>{_NAME})['’]s?\s{_STATE_HAS}"
    rf"|\b(?:Commission|Office|Bureau|Tribunal|[Pp]resident|[Pp]rime\s[Mm]inister|[Gg]overnment|[Cc]apital)\sof\s(?P<body>{_NAME})"
)
"""The words that only a country has: a parliament, a president, voters."""
_IN_TITLE = re.compile(
    rf"\b(?:in|across)\s(?P<within>{_NAME})(?=[\s,.;:’'–—-]|$)"
    rf"|^(?P<first>{_NAME})(?=,|\s(?:picks|votes|elects|chooses|goes\sto|heads\sto|holds|decides)\b)"
    rf"|(?P<adjective>{_NAME})\s(?:[Pp]arliamentary|[Pp]residential|[Gg]eneral|[Ee]lections?)\b"
)
"""What tells a place in a headline, where every word may have a capital."""
_DATELINE = re.compile(rf"(?:[A-Z][A-Z\s]+),\s(?P<dateline>{_NAME})\s\(")
_TOWN = re.compile(rf"\b(?:city|town|municipality)\sof\s(?P<place>{_NAME})")
_TOWN_WORDS = frozenset("city town municipality".split())
_NO_PLACE = frozenset(
    """The A An On In At It Its His Her But And For With Sunday Monday Tuesday Wednesday Thursday
    Friday Saturday January February March April May June July August September October November
    December
    European Republican Democratic Prime President Opposition Presidential Parliamentary General
    Local Central National Former Early Snap City Constitutional
    Supreme High Interior Foreign State Vice Deputy
    Mr Mrs Ms Dr Congress Senate House Republican Republicans Democrats GOP Many Most Some
    All""".split()
)


def settled(
    document: Document,
    found: Sequence[ContestMention],
    times: Sequence[TimeMention],
    mentions: Sequence[Mention],
    published: When,
    contests: Sequence[KnownContest] = (),
) -> list[ContestMention]:
    """The mentions of a report with what each tells in short filled in from the others; and
    with the rounds and earlier elections that it speaks of."""
    if not found and not document.anchors(_ELECTION_WORDS | _ROUND_WORDS):
        return []
    named = _named_here(document.text, mentions)
    found = [_of_no_person(one, named) for one in found]
    home = _home(document, named) or _place_of(found)
    found = sorted([*found, *_bodies(document, found, home)], key=lambda one: one.start)
    found = [replace(one, rule="earlier") if _past(document.text, one) else one for one in found]
    town = _town(document)
    found = [_placed(one, home, town) for one in found]
    found = _merged(found, published)
    about = main(document, found, published)
    known = home and any(home == contest.place for contest in contests)
    if about is None and not known and (about := _unnamed(document, home)) is not None:
        found = sorted([*found, about], key=lambda one: one.start)
    if about is None:
        return list(found)
    election = about.contests[0]
    found = [_of_its_kind(one, election) for one in found]
    more = [*_rounds(document, found, election), *_earlier(document, found, election, times)]
    return sorted([*_merged(found, published), *more], key=lambda one: (one.start, one.end))


def _of_its_kind(one: ContestMention, election: NamedContest) -> ContestMention:
    """A mention of "the elections of 2020" in a report on others: of the same kind."""
    contest = one.contests[0]
    if election.known or _kind_of(contest) not in _GENERIC or not contest.edtf:
        return one
    if _fits(contest, election):
        return one
    same = _named(_kind_of(election), election.place or contest.place, contest.edtf)
    return replace(one, contests=(same,))


def main(
    document: Document, found: Sequence[ContestMention], published: When
) -> ContestMention | None:
    """The election that a report is about: of those that have been held, the first to be named
    in its headline or in its first paragraphs; else the one that it names most."""
    own = [one for one in found if one.rule != "earlier" and not _ahead(one, published)]
    if not own:
        return None
    told = [
        paragraph
        for paragraph in document.paragraphs
        if paragraph.role in ("title", "lead-title", "body")
    ][: LEAD + 1]
    first = [one for one in own if any(each.start <= one.start < each.end for each in told)]
    if first:
        return first[0]
    counted = Counter(one.contests[0].id for one in own)
    return max(own, key=lambda one: counted[one.contests[0].id])


def _past(text: str, one: ContestMention) -> bool:
    """Whether an election is told as the one before."""
    named = all(not each.known for each in one.contests)
    return named and bool(
        _PREVIOUS.search(text, max(0, one.start - 30), one.start)
        or re.match(r"(?:[a-z]+\s)?(?:previous|preceding)\s", text[one.start : one.end])
    )


def _unnamed(document: Document, home: str) -> ContestMention | None:
    """The election of a report that says no more of it than "the election", and its country."""
    if not home:
        return None
    for at in document.anchors(_ELECTION_WORDS):
        if word := _ELECTION.match(document.text, at):
            named = _named("election", home, "")
            return ContestMention(at, word.end(), (named,), None, "contest")
    for at in document.anchors(_ROUND_WORDS):
        if word := _SECOND.match(document.text, at):
            named = _named("run-off", home, "")
            return ContestMention(at, word.end(), (named,), None, "contest")
    return None


def _ahead(one: ContestMention, published: When) -> bool:
    """Whether an election is still to be held on the day of the report."""
    edtf = one.contests[0].edtf
    day = published.latest[:10] or (bounds(published.edtf)[1] if published.edtf else "")
    return bool(edtf and day) and (bounds(edtf)[0] or "") > day


# ------------------------------------------------------------------------------ places


def _named_here(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The names, and the last words of names, of those in a text who are no country."""
    named = {text[one.start : one.end] for one in mentions if one.type != "state"}
    return frozenset(named | {name.rpartition(" ")[2] for name in named})


def _of_no_person(one: ContestMention, named: frozenset[str]) -> ContestMention:
    """A mention whose contests have no place that is somebody's name ("Ana Simic's election")."""
    if not any(each.place in named and not each.known for each in one.contests):
        return one
    contests = tuple(
        _named(_kind_of(each), "", each.edtf) if each.place in named and not each.known else each
        for each in one.contests
    )
    return replace(one, contests=contests)


def _home(document: Document, named: frozenset[str]) -> str:
    """The country that a report is about: it stands in the headline or the lead as one, and
    more often than any other in the text; "" where two do."""
    text = document.text
    told = [
        paragraph
        for paragraph in document.paragraphs
        if paragraph.role in ("title", "lead-title", "dateline", "body")
    ][: LEAD + 1]
    ranks: dict[str, int] = {}
    for paragraph in told:
        title = paragraph.role in ("title", "lead-title")
        for pattern, sign in ((_OF_STATE, 1), (_IN_TITLE if title else _DATELINE, 0)):
            for found in pattern.finditer(text, paragraph.start, paragraph.end):
                rank, name = sign, _noun(text, next(each for each in found.groups() if each))
                if name in countries():
                    rank = 2
                elif name in named or name.isupper() or name.split()[0] in _NO_PLACE:
                    continue
                ranks[name] = max(rank, ranks.get(name, 0))
    counts = {
        name: (ranks[name], len(re.findall(rf"(?i)\b{re.escape(stem(name))}", text)))
        for name in list(ranks)[:12]
    }
    ranked = sorted(counts, key=counts.__getitem__, reverse=True)
    if not ranked or counts[ranked[0]][1] < 2:
        return ""
    if len(ranked) > 1 and counts[ranked[1]] == counts[ranked[0]]:
        return ""
    return ranked[0]


def _place_of(found: Sequence[ContestMention]) -> str:
    """The one place of the national elections that a text names, "" where there are several."""
    places = {
        each.place
        for one in found
        for each in one.contests
        if each.place and not each.known and not _NATIONAL.isdisjoint(_kind_of(each).split())
    }
    return places.pop() if len(places) == 1 else ""


def _noun(text: str, name: str) -> str:
    """A country by the name that the text has for it: "Ardonia" for "Ardonian"."""
    short = name[:-1]
    return short if name.endswith("an") and re.search(rf"\b{re.escape(short)}\b", text) else name


def _town(document: Document) -> str:
    """The one town that a text speaks of as such: its council is the one that is elected."""
    if not document.anchors(_TOWN_WORDS):
        return ""
    towns = {found["place"] for found in _TOWN.finditer(document.text)}
    return towns.pop() if len(towns) == 1 else ""


def _placed(one: ContestMention, home: str, town: str) -> ContestMention:
    """A mention whose contests have the report's country where they tell no place, and those
    of a town its town."""
    contests = []
    for each in one.contests:
        local = not _LOCAL.isdisjoint(_kind_of(each).split())
        place = town if local else home
        untold = not each.place or (
            home and each.place.lower().startswith(stem(home)) and not local
        )
        here = place and untold and not each.known and each.place != place
        contests.append(_named(_kind_of(each), place, each.edtf) if here else each)
    return replace(one, contests=tuple(contests))


# ----------------------------------------------------------------------------- merging


def _named(kind: str, place: str, edtf: str) -> NamedContest:
    """A contest under its kind, place and year."""
    year = edtf[:4] if _YEAR.match(edtf) else ""
    name = ", ".join(each for each in (f"{kind[:1].upper()}{kind[1:]}", place, year) if each)
    return NamedContest(slug(name), name, place, edtf, False)


def _kind_of(named: NamedContest) -> str:
    """The words of a discovered contest's name without its place and year."""
    words = named.name.partition(",")[0]
    return words.removeprefix(named.place).strip().lower()


def _merged(found: Sequence[ContestMention], published: When) -> list[ContestMention]:
    """A discovered contest named in short is the only one of its kind that is named in full."""
    full: dict[str, dict[str, NamedContest]] = {}
    held: dict[str, NamedContest] = {}
    for one in found:
        for named in one.contests:
            if one.rule != "earlier" and not named.known and (named.place or named.edtf):
                full.setdefault(_kind_of(named), {})[named.id] = named
                if not _ahead(one, published):
                    held[named.id] = named
    merged = []
    for one in found:
        if one.rule == "earlier":
            merged.append(one)
            continue
        contests = tuple(
            _in_full(named, held if _kind_of(named) in _GENERIC else full.get(_kind_of(named), {}))
            for named in one.contests
        )
        merged.append(replace(one, contests=tuple({each.id: each for each in contests}.values())))
    return merged


def _in_full(named: NamedContest, others: Mapping[str, NamedContest]) -> NamedContest:
    """The one of others that a contest is told in short for, or itself."""
    if named.known or len(others) > MANY:
        return named
    fitting = [
        each
        for each in others.values()
        if each.id != named.id and _fits(named, each) and _fuller(each, named)
    ]
    fitting = [
        each
        for each in fitting
        if not any(
            other is not each and _fits(each, other) and _fuller(other, each) for other in fitting
        )
    ]
    return fitting[0] if len(fitting) == 1 else named


def _fits(short: NamedContest, full: NamedContest) -> bool:
    """Whether two contests may be one: neither tells a place or a date against the other."""
    if short.place and full.place and short.place != full.place:
        return False
    if not short.edtf or not full.edtf:
        return True
    since, until = bounds(short.edtf)
    first, last = bounds(full.edtf)
    return (not until or first <= until) and (not since or last >= since)


def _fuller(one: NamedContest, other: NamedContest) -> bool:
    """Whether one contest tells more than another: its kind, a place, a nearer date."""
    return _told(one) > _told(other)


def _told(one: NamedContest) -> tuple[int, int, int]:
    return (_kind_of(one) not in _GENERIC, len(one.edtf), bool(one.place))


# ------------------------------------------------------------------- rounds and years past


def _free(found: Sequence[ContestMention], start: int, end: int) -> bool:
    """Whether no mention stands at a place; they are in order of text."""
    at = bisect_left(found, end, key=lambda one: one.start)
    return at == 0 or found[at - 1].end <= start


def _rounds(
    document: Document, found: Sequence[ContestMention], election: NamedContest
) -> Iterable[ContestMention]:
    """The first round and the run-off of the election that a report is about."""
    if election.known:
        return
    kind = _RUN_OFF.sub("election", _kind_of(election)).removeprefix("first round of the ")
    for number, _ in document.by_sentence(document.anchors(_ROUND_WORDS)):
        sentence = document.sentences[number]
        for match in _ROUND.finditer(document.text, sentence.start, sentence.end):
            if not _free(found, match.start(), match.end()):
                continue
            first = bool(match["nth"]) and match["nth"].lower() == "first"
            words = f"first round of the {kind}" if first else kind.replace("election", "run-off")
            same = not first and _RUN_OFF.search(_kind_of(election))
            contest = election if same else _named(words, election.place, election.edtf[:4])
            yield ContestMention(match.start(), match.end(), (contest,), None, "contest")


def _bodies(
    document: Document, found: Sequence[ContestMention], home: str
) -> Iterable[ContestMention]:
    """The elections that are told by what is elected: "for the National Assembly 64 percent
    turned out", "in the new City Council the list has 33 seats"."""
    if any(each.known for one in found for each in one.contests):
        return
    for number, _ in document.by_sentence(document.anchors(_BODY_WORDS)):
        sentence = document.sentences[number]
        if not _ELECTED.search(document.text, sentence.start, sentence.end):
            continue
        for match in _BODY.finditer(document.text, sentence.start, sentence.end):
            voted = match["new"] or match.group()[0] in "Ff"
            if not voted or not _free(found, match.start(), match.end()):
                continue
            body = match["body"].lower()
            local = not _LOCAL.isdisjoint(body.split())
            kind = f"{body} election" if local else "parliamentary election"
            place = match["place"] or ("" if local else home)
            start = match.start("body")
            yield ContestMention(start, match.end(), (_named(kind, place, ""),), None, "contest")


def _earlier(
    document: Document,
    found: Sequence[ContestMention],
    election: NamedContest,
    times: Sequence[TimeMention],
) -> Iterable[ContestMention]:
    """The election before, of which a report tells by "four years ago": the same one, in
    another year; without a year where none is told."""
    if election.known:
        return
    resolved = {time.start: time for time in times if time.edtf}
    for number, _ in document.by_sentence(document.anchors(_EARLIER_WORDS)):
        sentence = document.sentences[number]
        for match in _EARLIER.finditer(document.text, sentence.start, sentence.end):
            if not _free(found, match.start(), match.end()):
                continue
            time = resolved.get(match.start())
            year = time.edtf[:4] if time else ""
            kind = _kind_of(election) if year else f"previous {_kind_of(election)}"
            contest = _named(kind, election.place, year)
            yield ContestMention(match.start(), match.end(), (contest,), time, "earlier")
