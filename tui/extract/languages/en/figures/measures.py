"""What a number counts: a share of votes, seats, polling stations, people, or nothing here.

Each rule looks at a number and the words on both sides of it and answers with what is
counted, or None. ``SHARES`` are asked of shares, then ``COUNTS`` of numbers without a unit, in
their order; the first answer holds. A number that no rule
knows is no figure: an ordinary count ("two parties", "nine days") says nothing that anyone
would compare.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from tui.extract.languages.en.figures import words
from tui.extract.languages.en.figures.numbers import Number

LOOK = 90
"""Characters on each side of a number that a rule may look at."""

VOTE_MEASURES = frozenset("vote_share votes seats turnout rank counted electoral_votes".split())
"""What an election is counted in; these ask for a contest and inherit its status."""


class Setting(NamedTuple):
    """Where a number stands: its sentence, and what that sentence is about."""

    text: str
    start: int
    end: int
    polls: bool = False
    """Whether opinion polls are spoken of."""
    election: bool = False
    """Whether an election or its results are spoken of."""
    previous: str = ""
    """The measure of the figure before it in the sentence."""
    report: bool = False
    """Whether the whole text is about an election."""
    seated: bool = False
    """Whether the sentence speaks of seats."""
    row: bool = False
    """Whether it is a row of a list of results."""


class Counted(NamedTuple):
    """What a number counts; ``end`` is where the passage with its unit ends."""

    measure: str
    unit: str
    value: str
    end: int
    rule: str
    base: str = ""
    note: str = ""


class View(NamedTuple):
    """A number with the words before and after it."""

    number: Number
    before: str
    after: str
    setting: Setting

    def counted(
        self, measure: str, unit: str, rule: str, length: int = 0, base: str = "", note: str = ""
    ) -> Counted:
        """The answer, its passage ``length`` characters longer than the number's own."""
        value = self.number.value
        if self.number.form == "fraction":
            value = f"{(Decimal(value) * 100).normalize():f}"
        end = self.number.end + length
        return Counted(measure, unit, value, end, rule, base, note)


Rule = Callable[[View], Counted | None]


def _noun_phrase(gap: str) -> bool:
    """Whether the words between a number and its noun are adjectives only."""
    between = gap.lower().split()
    return not any(w in words.NO_ADJECTIVE or w.endswith(("’s", "'s")) for w in between)


# ------------------------------------------------------------------------- rules for shares


def turnout(view: View) -> Counted | None:
    """``turnout of 58.7 percent``."""
    if words.TURNOUT_AFTER.match(view.after) or words.TURNOUT_BEFORE.search(view.before):
        return view.counted("turnout", "percent", "turnout")
    return None


def counted_part(view: View) -> Counted | None:
    """``with 98 percent of the votes counted`` is how far the count is, nobody's share."""
    if words.COUNTED_PART.match(view.after) or (
        words.COUNTED_BEFORE.search(view.before) and words.COUNTED_WHOLE.match(view.after)
    ):
        return view.counted("counted", "percent", "counted-part")
    return None


def share_of_votes(view: View) -> Counted | None:
    """``46.72% of the votes``."""
    if not (found := words.OF_VOTES.match(view.after)):
        return None
    if words.MARGIN.search(view.before):
        return None
    if re.match(r"\s(?:among|by\s(?:women|men))\b", view.after[found.end() :]):
        return None  # A part of the voters, not the vote.
    whole = found["words"].lower()
    base = ""
    if "valid" in whole:
        base = "valid votes"
    elif re.search(r"\ball\b|\bballots? cast\b|\bvotes cast\b", whole):
        base = "all ballots" if "ballot" in whole else "votes cast"
    asked = view.setting.polls and not words.WON.search(view.before)
    measure = "poll_share" if asked else "vote_share"
    return view.counted(measure, "percent", "share-of-votes", base=base)


def share_of_stations(view: View) -> Counted | None:
    """``the sheets of 74 percent of the polling stations``."""
    if view.number.form == "fraction" or not words.PART_OF_STATIONS.match(view.after):
        return None
    return view.counted("percent", "percent", "share-of-stations")


def share_of_electorate(view: View) -> Counted | None:
    """``about a quarter of Serbia’s electorate``."""
    if not (found := words.ELECTORATE.match(view.after)):
        return None
    length = found.end() if view.number.form == "fraction" else 0
    return view.counted("share_of_electorate", "percent", "share-of-electorate", length)


def share_in_poll(view: View) -> Counted | None:
    """``46 percent of those surveyed``, ``with 22 percent support``."""
    if not view.setting.polls or words.WON.search(view.before):
        return None
    if of := words.OF_PEOPLE.match(view.after):
        length = of.end() if view.number.form == "fraction" else 0
        return view.counted("poll_share", "percent", "share-in-poll", length)
    if view.number.form == "fraction" or words.MOVED.search(view.before):
        return None
    told = words.POLL_AFTER.match(view.after) or (
        words.AFTER_SHARE.match(view.after)
        and not view.after.lstrip().startswith("of ")
        and (words.GAINED.search(view.before) or view.setting.previous == "poll_share")
    )
    return view.counted("poll_share", "percent", "share-in-poll") if told else None


def share_in_contest(view: View) -> Counted | None:
    """``secured 23.5 per cent``, where the sentence speaks of an election."""
    if view.number.unit != "percent":
        return None
    if view.setting.polls and not words.WON.search(view.before):
        return None
    known = view.setting.previous in ("vote_share", "seats") or view.setting.election
    if not known or not words.AFTER_SHARE.match(view.after) or words.MOVED.search(view.before):
        return None
    if re.match(r"\s?of\s", view.after):
        return None
    holds = (
        words.GAINED.search(view.before)
        or view.number.link == "versus"
        or re.search(r"\($|['’]s?\s$", view.before)
        or re.match(r"\sfor\s", view.after)
        or view.setting.previous == "vote_share"
    )
    return view.counted("vote_share", "percent", "share-in-contest") if holds else None


def share_of_somebody(view: View) -> Counted | None:
    """``the list at 34.8 percent``, in a report on an election: a share of the vote where the
    sentence gives it to somebody who stands there; see who asks."""
    setting = view.setting
    if view.number.unit != "percent" or not (setting.report or setting.election):
        return None
    if setting.row:
        return view.counted("vote_share", "percent", "share-of-somebody")
    if setting.polls and not words.WON.search(view.before):
        return None
    if not words.AFTER_SHARE.match(view.after) or words.MOVED.search(view.before):
        return None
    if re.match(r"\s?of\s", view.after):
        return None
    asked = words.POLL_AFTER.match(view.after) is not None
    measure = "poll_share" if asked else "vote_share"
    return view.counted(measure, "percent", "share-of-somebody")


# ------------------------------------------------------------------------- rules for counts


def _noun(
    pattern: re.Pattern[str], measure: str, unit: str, rule: str, guard: re.Pattern[str] | None
) -> Rule:
    """A rule for a count that its noun alone explains."""

    def read(view: View) -> Counted | None:
        if view.number.form == "fraction":
            return None
        found = pattern.match(view.after) or (
            view.number.form == "plural" and pattern.match(view.after.replace(" of ", " ", 1))
        )
        if not found or not _noun_phrase(found["gap"]) or words.MARGIN.search(view.before):
            return None
        setting = view.setting
        if (
            guard
            and not (setting.row or setting.report)
            and not guard.search(setting.text[setting.start : setting.end])
        ):
            return None
        # Where "of" stands between, the pattern has matched without its three characters.
        skipped = 3 if not pattern.match(view.after) else 0
        needed = words.NEEDED.match(view.after, found.end())
        note = "needed" if needed else ""
        return view.counted(measure, unit, rule, found.end() + skipped, note=note)

    return read


seats = _noun(words.SEATS, "seats", "seats", "seats", words.SEATED)
delegates = _noun(words.DELEGATES, "delegates", "delegates", "delegates", None)
stations = _noun(words.STATIONS, "polling_stations", "polling stations", "polling-stations", None)
signatures = _noun(words.SIGNATURES, "signatures", "signatures", "signatures", None)


def jobs(view: View) -> Counted | None:
    """``350,000 jobs``; who works two or three jobs is counted nowhere."""
    found = words.JOBS.match(view.after)
    if not found or not _noun_phrase(found["gap"]):
        return None
    if Decimal(view.number.value) < words.MANY or view.number.form == "fraction":
        return None
    return view.counted("jobs", "jobs", "jobs", found.end())


def votes(view: View) -> Counted | None:
    """``212,205 votes``; a handful of votes or "two ballots" is no result."""
    found = words.VOTES.match(view.after)
    if not found or not _noun_phrase(found["gap"]):
        return None
    if "electoral" in found["gap"] and not words.MARGIN.search(view.before):
        needed = words.NEEDED.match(view.after, found.end())
        note = "needed" if needed else ""
        return view.counted("electoral_votes", "electoral votes", "votes", found.end(), note=note)
    if Decimal(view.number.value) < words.MANY or view.number.form == "fraction":
        return None
    ahead = words.LEADS.search(view.before) or words.BETWEEN_THEM.match(view.after)
    if ahead or "more" in found["gap"].split():
        # By how many somebody won, not how many.
        return view.counted("margin", "votes", "margin", found.end())
    unit = "ballots" if found["noun"].startswith("ballot") else "votes"
    return view.counted("votes", unit, "votes", found.end())


def chamber(view: View) -> Counted | None:
    """``388 votes in favour, 121 against and 67 abstentions``."""
    number = view.number
    if number.form not in ("digits", "words") or not (found := words.CHAMBER.match(view.after)):
        return None
    setting = view.setting
    if not words.OF_CHAMBER.search(setting.text, setting.start, setting.end):
        return None
    return view.counted("votes", "votes", "chamber", found.end())


def casualties(view: View) -> Counted | None:
    """``46 were detained``, ``17 injured``, ``the number of arrests at 130``."""
    if view.number.form not in ("digits", "words") or Decimal(view.number.value) % 1:
        return None
    behind = words.CASUALTIES.match(view.after)
    if behind and not words.NOT_BARE.search(view.before):
        harm = behind["harm"] or behind["alone"] or behind["noun"]
        measure = "detained" if words.DETAINED.match(harm) else "people"
        length = behind.end() if behind["noun"] else 0
        return view.counted(measure, "people", "casualties", length, note=harm)
    if before := words.CASUALTIES_BEFORE.search(view.before):
        measure = "detained" if words.DETAINED.match(before["harm"]) else "people"
        return view.counted(measure, "people", "casualties", note=before["harm"])
    return None


def money(view: View) -> Counted | None:
    """``€90 million of funds``; what a coffee costs is of no interest."""
    unit = view.number.unit
    if unit in ("", "percent", "points") or Decimal(view.number.value) < words.MUCH:
        return None
    return view.counted("money", unit, "money")


def countries(view: View) -> Counted | None:
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


def population(view: View) -> Counted | None:
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


def people(view: View) -> Counted | None:
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
    harmed = words.HARMED_AFTER.match(view.after[length:]) or words.HARMED_BEFORE.search(
        view.before
    )
    harm = (harmed.groupdict().get("harm") or harmed.groupdict().get("alone")) if harmed else ""
    if Decimal(number.value) < words.FEW and not harm and not words.CROWD.search(view.before):
        return None
    if harm and words.DETAINED.match(harm):
        return view.counted("detained", "people", "people-detained", length)
    return view.counted("people", "people", "people", length, note=harm or "")


def _people_length(view: View) -> int | None:
    """How far behind the number its people stand; 0 where only a verb or a crowd shows that
    people are counted; None where they are not."""
    found = words.PEOPLE.match(view.after)
    if found and _counts_people(view.number, found):
        return found.end()
    if view.number.form == "plural" and words.CROWD_VERB.match(view.after):
        return 0
    bare = not re.match(r"\s?[%$-]|\s(?:[\w-]+\s){0,2}" + words.MEASURED, view.after)
    return 0 if bare and words.CROWD.search(view.before) else None


def _counts_people(number: Number, found: re.Match[str]) -> bool:
    if found["gap"].strip() and not _noun_phrase(found["gap"]):
        return False
    if not _noun_phrase(found["more"]):
        return False
    if found["of"] and re.match(r"of\s(?:his|her|their|its)\s", found["of"]):
        return True
    if number.form == "plural":
        # "hundreds outside people’s homes": without "of" a plural counts only its own noun.
        more = found["gap"].split() + found["more"].split()
        return bool(found["of"]) or not more or more == ["more"]
    return not found["of"]


SHARES: tuple[Rule, ...] = (
    counted_part,
    turnout,
    share_of_votes,
    share_of_stations,
    share_of_electorate,
    share_in_poll,
    share_in_contest,
    share_of_somebody,
)
complaints = _noun(words.COMPLAINTS, "complaints", "complaints", "complaints", None)

COUNTS: tuple[Rule, ...] = (
    chamber,
    seats,
    votes,
    delegates,
    stations,
    countries,
    population,
    jobs,
    signatures,
    complaints,
    people,
    casualties,
)


def counted(number: Number, setting: Setting) -> Counted | None:
    """What a number in a sentence counts; None where it is no figure."""
    before = setting.text[max(setting.start, number.start - LOOK) : number.start]
    after = setting.text[number.end : min(setting.end, number.end + LOOK)]
    view = View(number, before, after, setting)
    if _is_share(view):
        for rule in SHARES:
            if found := rule(view):
                return found
    if not number.unit:
        for rule in COUNTS:
            if found := rule(view):
                return found
        return None
    return money(view)


def _is_share(view: View) -> bool:
    number = view.number
    if number.unit != "percent" and number.form != "fraction":
        return False
    limit = 1 if number.form == "fraction" else 100
    if words.TURNOUT_BEFORE.search(view.before):
        limit = 1000  # More than all can have voted where somebody cheated.
    return Decimal(number.value) <= limit and not words.LIMIT.match(view.after)
