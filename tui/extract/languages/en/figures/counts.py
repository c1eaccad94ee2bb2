"""What a number without a unit counts: seats, votes, stations, people; and sums of money."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.extract.languages.en.figures import changes, words
from tui.extract.languages.en.figures.casualties import casualties
from tui.extract.languages.en.figures.crowds import crowd
from tui.extract.languages.en.figures.margins import CLEARLY_VOTES, margin
from tui.extract.languages.en.figures.members import sitting
from tui.extract.languages.en.figures.numbers import Number
from tui.extract.languages.en.figures.view import Counted, NumberContext, Rule, Setting
from tui.extract.text.late_pattern import late


def _noun_phrase(gap: str) -> bool:
    """Whether the words between a number and its noun are adjectives only."""
    between = gap.lower().split()
    return not any(w in words.NO_ADJECTIVE or w.endswith(("’s", "'s")) for w in between)


def _needed(view: NumberContext, end: int) -> str:
    """The note that nobody has a number, and somebody would have to get it."""
    told = words.NEEDED.match(view.after, end) or words.NEEDING.search(view.before)
    return "needed" if told else ""


def _about_seats(setting: Setting, guard: re.Pattern[str]) -> bool:
    """Whether the seats of a sentence are those of a chamber: its words say so, or else what
    it is a part of."""
    text, start, end = setting.text, setting.start, setting.end
    if guard.search(text[start:end]):
        return True
    known = setting.row or setting.report or setting.previous == "vote_share"
    return known and not words.UNSEATED.search(text, start, end)


def _noun(
    pattern: re.Pattern[str], measure: str, unit: str, rule: str, guard: re.Pattern[str] | None
) -> Rule:
    """A rule for a count that its noun alone explains."""

    def read(view: NumberContext) -> Counted | None:
        if view.number.form == "fraction":
            return None
        found = pattern.match(view.after) or (
            view.number.form == "plural" and pattern.match(view.after.replace(" of ", " ", 1))
        )
        if not found or not _noun_phrase(found["gap"]):
            return None
        ahead = words.MARGIN.search(view.before)
        if ahead and not ahead.group().startswith("majority of"):
            return None
        if guard and not _about_seats(view.setting, guard):
            return None
        if "more" in found["gap"].split() and words.THAN.match(view.after, found.end()):
            return None  # By how many somebody is ahead, not how many.
        # Where "of" stands between, the pattern has matched without its three characters.
        skipped = 3 if not pattern.match(view.after) else 0
        note = _needed(view, found.end())
        return view.counted(measure, unit, rule, found.end() + skipped, note=note)

    return read


_seats = _noun(words.SEATS, "seats", "seats", "seats", words.SEATED)
delegates = _noun(words.DELEGATES, "delegates", "delegates", "delegates", None)
_stations = _noun(words.STATIONS, "polling_stations", "polling stations", "polling-stations", None)
_towns = _noun(words.TOWNS, "municipalities", "municipalities", "municipalities", None)


def municipalities(view: NumberContext) -> Counted | None:
    """``won in four of the nine towns``, in a report on an election."""
    setting = view.setting
    told = setting.election or (setting.report and words.CONQUERED.search(view.before))
    return _towns(view) if told and view.number.form in ("digits", "words") else None


def stations(view: NumberContext) -> Counted | None:
    """``30 polling stations``, and "30 stations" where such are told of."""
    found = _stations(view)
    setting = view.setting
    if found is None and view.number.form != "fraction":
        bare = setting.told == "polling_stations" and words.BARE_STATIONS.match(view.after)
        bare = bare or (setting.report and words.ONLY_STATIONS.match(view.after))
        bare = bare or (setting.tables and words.BARE_TABLES.match(view.after))
        if bare:
            return view.counted(
                "polling_stations", "polling stations", "polling-stations", bare.end()
            )
    return found


signatures = _noun(words.SIGNATURES, "signatures", "signatures", "signatures", None)


def seats(view: NumberContext) -> Counted | None:
    """``49 seats``; seats that were lost or gained since another election are a change."""
    if words.SHORT_OF.match(view.after):
        return view.counted("margin", "seats", "seats", 6)
    if _CONSTITUENCIES.match(view.after) and words.CONQUERED.search(view.before):
        return view.counted("seats", "seats", "constituencies", len(" constituencies"))
    found = _seats(view)
    if found is None:
        some = changes.OF_ITS_SEATS.match(view.after) and changes.LOST.search(view.before)
        return view.counted("seats_change", "seats", "seats") if some else None
    changed = changes.of_seats(view.before, view.after)
    return found._replace(measure="seats_change") if changed else found


_CONSTITUENCIES = late(r"\sconstituencies\b")
"""Of which each has one seat."""


def registered(view: NumberContext) -> Counted | None:
    """``the number of registered voters is 5.2 million``."""
    told = words.NUMBER_OF_VOTERS.search(view.before)
    return view.counted("people", "people", "labelled") if told else None


def cast(view: NumberContext) -> Counted | None:
    """``1,874,000 citizens had cast a ballot``: so many votes."""
    found = words.CAST.match(view.after)
    if found is None and view.setting.previous == "votes":
        found = _ALSO_VOTED.match(view.after)
    if not found or view.number.form not in ("digits", "words"):
        return None
    if _PART_OF.search(view.before):
        return None  # "Some 2.4 million of the 5.1 million voters cast ballots."
    return view.counted("votes", "votes", "cast", found.end())


_ALSO_VOTED = re.compile(r"\svoted(?=\sfor\b)")
_PART_OF = re.compile(r"\bof\s(?:(?:the|its|all)\s)?(?:[\w-]+['’]s\s)?$")


def stood(view: NumberContext) -> Counted | None:
    """``Ana Ilic (Green Bloc) 1,204, Bo Kos (Blue List) 987``: votes, of two or more who stood."""
    number, setting = view.number, view.setting
    if number.form != "digits" or not _STANDS_AHEAD.search(view.before):
        return None
    if Decimal(number.value) < words.MANY or not _ENDS.match(view.after):
        return None
    told = sum(1 for _ in _STOOD.finditer(setting.text, setting.start, setting.end)) > 1
    return view.counted("votes", "votes", "votes") if told else None


_STOOD = late(
    r"[^\W\d_a-z][\w.’'-]+\s\((?:the\s)?[^()\d]{2,40}\)[,:]?\s(?:[–-]\s)?[0-9][0-9,]*(?=\s?[,;.)]|\s(?:and|to)\b|$)"
)
_STANDS_AHEAD = late(r"\w\s\([^()\d]{2,40}\)[,:]?\s(?:[–-]\s)?$")
_ENDS = late(r"\s?(?:[,;.)]|$)|\s(?:and|to)\b")
"""Who stood and for whom, with a number; what of it stands before the number and behind it."""


def bare_votes(view: NumberContext) -> Counted | None:
    """``she polled 6,730,413, representing 51.6 percent``: so many votes, without the noun."""
    number, setting = view.number, view.setting
    if number.form != "digits" or not (setting.report or setting.election):
        return None
    value = Decimal(number.value)
    least = words.MANY if words.POLLED.search(view.before) else _BARE
    if value < least or value % 1 or not words.GAINED_BARE.search(view.before):
        return None
    if not words.BARE_BEHIND.match(view.after):
        return None
    return view.counted("votes", "votes", "votes")


_BARE = 1000
"""Fewer than this may be anything that somebody got."""


def backers(view: NumberContext) -> Counted | None:
    """``she was supported by 647,855 voters``: so many votes of hers."""
    found = words.BACKERS.match(view.after)
    if not found or view.number.form != "digits" or not words.BACKED_BY.search(view.before):
        return None
    return view.counted("votes", "votes", "backers", found.end())


def members(view: NumberContext) -> Counted | None:
    """``the list has 18 deputies``: seats, by those who sit on them."""
    beside = view.setting.previous in ("vote_share", "votes")
    found = sitting(view.before, view.after, beside)
    if not found or view.number.form == "fraction":
        return None
    return view.counted("seats", "seats", "members", found.end())


def jobs(view: NumberContext) -> Counted | None:
    """``350,000 jobs``; who works two or three jobs is counted nowhere."""
    found = words.JOBS.match(view.after)
    if not found or not _noun_phrase(found["gap"]):
        return None
    if Decimal(view.number.value) < words.MANY or view.number.form == "fraction":
        return None
    return view.counted("jobs", "jobs", "jobs", found.end())


def votes(view: NumberContext) -> Counted | None:
    """``212,205 votes``; a handful of votes or "two ballots" is no result."""
    invalid = view.setting.previous in ("votes", "people") and words.INVALID.match(view.after)
    told = (
        (view.number.form == "digits" and invalid)
        or words.MOST_VOTES.search(view.before)
        or (
            words.SHARE_IN_BRACKETS.match(view.after)
            and Decimal(view.number.value) >= CLEARLY_VOTES
        )
    )
    if told and view.number.form == "digits":
        return view.counted("votes", "votes", "votes")
    found = words.VOTES.match(view.after)
    if not found or not _noun_phrase(found["gap"]):
        return None
    papers = found["noun"] in ("papers", "envelopes")
    if papers and not (view.setting.report and words.BALLOT_PAPERS.search(view.setting.text)):
        return None
    if "electoral" in found["gap"] and not words.MARGIN.search(view.before):
        note = _needed(view, found.end())
        return view.counted("electoral_votes", "electoral votes", "votes", found.end(), note=note)
    few = 2 if view.setting.recount else words.MANY
    if Decimal(view.number.value) < few or view.number.form == "fraction":
        return None
    if words.VOTES_MORE.match(view.after):
        return None  # Whether they are more or less no record of a change tells.
    ahead = words.MARGIN.search(view.before) or words.BETWEEN_THEM.match(view.after)
    if words.TO_OTHERS.match(view.after) and not view.before.endswith("from "):
        return view.counted("votes", "votes", "votes", found.end())
    if ahead or "more" in found["gap"].split() or words.LEAD.match(view.after, found.end()):
        # By how many somebody won, not how many.
        return view.counted("margin", "votes", "margin", found.end())
    unit = "ballots" if papers or found["noun"].startswith("ballot") else "votes"
    return view.counted("votes", unit, "votes", found.end())


def chamber(view: NumberContext) -> Counted | None:
    """``54 votes in favour, 12 against and 3 abstentions``."""
    number = view.number
    if number.form not in ("digits", "words") or not (found := words.CHAMBER.match(view.after)):
        return None
    setting = view.setting
    if words.MARGIN.search(view.before):
        return None
    if not words.OF_CHAMBER.search(setting.text, setting.start, setting.end):
        return None
    return view.counted("votes", "votes", "chamber", found.end())


def money(view: NumberContext) -> Counted | None:
    """``€90 million of funds``; what a coffee costs is of no interest."""
    unit = view.number.unit
    if unit in ("", "percent", "points") or Decimal(view.number.value) < words.MUCH:
        return None
    return view.counted("money", unit, "money")


def countries(view: NumberContext) -> Counted | None:
    """``27 member states``; "the two countries" is no count."""
    if view.number.form in ("fraction", "plural"):
        return None
    found = words.COUNTRIES.match(view.after)
    if not found or not _noun_phrase(found["gap"]):
        return None
    if found["member"]:
        return view.counted("member_states", "countries", "member-states", found.end())
    if Decimal(view.number.value) < 4:
        return None
    return view.counted("countries", "countries", "countries", found.end())


def population(view: NumberContext) -> Counted | None:
    """``population of 1.4 million people``."""
    if view.number.form == "fraction" or Decimal(view.number.value) < 100:
        return None
    people = words.POPULATION_AFTER.match(view.after)
    before = words.POPULATION_BEFORE.search(view.before)
    if before and (people or before.group().startswith("population")):
        return view.counted("population", "people", "population", people.end() if people else 0)
    if inhabitants := re.match(r"\sinhabitants\b", view.after):
        return view.counted("population", "people", "population", inhabitants.end())
    return None


def people(view: NumberContext) -> Counted | None:
    """``some 40,000 people``, ``hundreds of residents``, ``dozens have been detained``."""
    number = view.number
    if number.form == "fraction":
        return None
    length = _people_length(view)
    if length is None:
        return None
    if words.RATE.search(view.before):
        return None
    # Of two verbs the one behind is theirs: "17 were arrested and six people were injured".
    crowd = words.CROWD.search(view.before)
    harmed = None if crowd else words.HARMED_AFTER.match(view.after[length:])
    harmed = harmed or words.HARMED_BEFORE.search(view.before)
    harm = next(filter(None, harmed.groups()), "") if harmed else ""
    if Decimal(number.value) < words.FEW and not harm and not crowd:
        return None
    if harm and words.DETAINED.match(harm):
        return view.counted("detained", "people", "people-detained", length)
    return view.counted("people", "people", "people", length, note=harm or "")


def _people_length(view: NumberContext) -> int | None:
    """How far behind the number its people stand; 0 where only a verb or a crowd shows that
    people are counted; None where they are not."""
    found = words.PEOPLE.match(view.after)
    if found and _counts_people(view.number, found):
        return found.end()
    if view.number.form == "plural" and words.CROWD_VERB.match(view.after):
        return 0
    told = words.CROWD_VERB.match(view.after)
    enough = view.number.form == "digits" and Decimal(view.number.value) >= _CROWD
    if told and enough and _TOOK_PART.fullmatch(told["verb"]) and _SAID.search(view.before):
        return 0
    bare = not re.match(r"\s?[%$-]|\s(?:[\w-]+\s){0,2}" + words.MEASURED, view.after)
    return 0 if bare and words.CROWD.search(view.before) else None


_CROWD = 50
"""Fewer than this are no crowd of which the noun may be left out."""
_TOOK_PART = re.compile(
    r"rall(?:y|ied)|gathered|protested|march(?:ed)?|attended|demonstrated|took\s(?:to|part)|taken\s(?:to|part)|turned\sout|joined|came"
)
_SAID = re.compile(
    r"(?:^|[,;:“\"]\s?|\b(?:said|says?|that|estimated|claimed|reported|and|but|while|when|where)\s)(?:[a-z]+\s){0,2}$"
)
"""What stands before a number of people who are not named."""


def _counts_people(number: Number, found: re.Match[str]) -> bool:
    if found["gap"].strip() and not _noun_phrase(found["gap"]):
        return False
    if not _noun_phrase(found["more"].removeprefix("other ")):  # "14 other people were hurt"
        return False
    if found["of"] and re.match(r"of\s(?:his|her|their|its)\s", found["of"]):
        return True
    if number.form == "plural":
        # "hundreds outside people’s homes": without "of" a plural counts only its own noun.
        more = found["gap"].split() + found["more"].split()
        return bool(found["of"]) or not more or more == ["more"]
    return not found["of"]


FEWEST_THINGS = 4
"""Fewer things than this are no figure: "the two candidates"."""


def things(view: NumberContext) -> Counted | None:
    """``391 complaints``, ``31 districts``: what a report on an election counts."""
    number = view.number
    found = words.THING.match(view.after)
    if found is None or number.form not in ("digits", "words") or not _noun_phrase(found["gap"]):
        return None
    if Decimal(number.value) < FEWEST_THINGS or Decimal(number.value) % 1:
        return None
    measure = words.MEASURE_OF_THING[found["noun"]]
    return view.counted(measure, measure, measure, found.end())


COUNTS: tuple[Rule, ...] = (
    registered,
    backers,
    bare_votes,
    stood,
    cast,
    chamber,
    seats,
    members,
    margin,
    votes,
    delegates,
    stations,
    municipalities,
    countries,
    population,
    jobs,
    signatures,
    people,
    crowd,
    casualties,
    things,
)
