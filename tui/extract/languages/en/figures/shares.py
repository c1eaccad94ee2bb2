"""What a share is of: votes, turnout, the count, those who were asked."""

from __future__ import annotations

import re

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.figures import changes, words
from tui.extract.languages.en.figures import count_words as count
from tui.extract.languages.en.figures.view import Counted, NumberContext, Rule
from tui.extract.text.late_pattern import late

_VOTED = late(r"\b(?:voted|cast|turned\sout|took\spart)\b[^.;]{0,40}$")
_HAD_VOTED = late(r",?\s(?:(?:had|have|has)\s)?(?:voted|cast\s|turned\sout|taken\spart|took\spart)")
_WHO_VOTED = late(
    r"\b(?:people|voters|citizens|ballots)\b[^.;%]{0,60}\b(?:voted|cast|exercised\stheir\sright)\b[^.;%\d]{0,60}(?:which\sis|that\sis|or)\s(?:just\s|only\s|about\s)?$"
)
"""What stands before the part of all voters that so many are."""


_TURNOUT = re.compile(r"\bturn-?out\b", re.IGNORECASE)


def turnout(view: NumberContext) -> Counted | None:
    """``turnout of 58.7 percent``."""
    told = _TURNOUT.search(view.setting.text, view.setting.start, view.setting.end)
    if told and _CHANGED.search(view.before):
        return view.counted("change", "percent", "moved")
    if _WHO_VOTED.search(view.before):
        return view.counted("turnout", "percent", "turnout")
    if count.TURNOUT_APPOSED.search(view.before) and count.APPOSITION_ENDS.match(view.after):
        return view.counted("turnout", "percent", "turnout")
    if count.TURNOUT_AFTER.match(view.after) or count.TURNOUT_BEFORE.search(view.before):
        return view.counted("turnout", "percent", "turnout")
    if (told or _VOTED.search(view.before)) and count.OF_REGISTERED.match(view.after):
        return view.counted("turnout", "percent", "turnout")
    return None


def swing(view: NumberContext) -> Counted | None:
    """``a swing of 8.2 points``, ``an 8.2 percent swing``: by how much votes have changed."""
    if view.number.form == "fraction":
        return None
    told = _SWING.search(view.before) or view.after.startswith(" swing")
    return view.counted("change", view.number.unit, "points") if told else None


_SWING = late(
    r"\b[Ss]wing\b(?:\s[^.;,\d]{0,70}?)?\s(?:of|was|is|at)\s(?:just\s|only\s|about\s|some\s)?$"
)


def counted_part(view: NumberContext) -> Counted | None:
    """``with 98 percent of the votes counted`` is how far the count is, nobody's share."""
    bare = count.COUNTED_BARE.match(view.after)
    if (
        bare
        or count.COUNTED_ASIDE.search(view.before)
        or count.COUNTED_PART.match(view.after)
        or (count.COUNTED_BEFORE.search(view.before) and count.COUNTED_WHOLE.match(view.after))
    ):
        return view.counted("counted", "percent", "counted-part")
    return None


def share_of_votes(view: NumberContext) -> Counted | None:
    """``46.72% of the votes``."""
    if not (found := words.OF_VOTES.match(view.after)):
        return None
    if words.MARGIN.search(view.before):
        return None
    if words.UNDONE.search(view.before):
        return view.counted("percent", "percent", "share-of-votes")
    if re.match(r"\s(?:among|by\s(?:women|men))\b", view.after[found.end() :]):
        return None  # A part of the voters, not the vote.
    whole = found["words"].lower()
    had = words.WHAT_IT_HAD.match(view.after, found.end())
    if had or {"its", "their"} & set(whole.split()):
        return None  # "Two-thirds of its votes" is a part of what it had.
    if words.INVALID.match(view.after, found.end()):
        return view.counted("percent", "percent", "share-of-votes")
    base = ""
    if "valid" in whole:
        base = "valid votes"
    elif re.search(r"\ball\b|\bballots? cast\b|\bvotes cast\b", whole):
        base = "all ballots" if "ballot" in whole else "votes cast"
    asked = view.setting.polls and not words.WON.search(view.before)
    measure = "poll_share" if asked else "vote_share"
    return view.counted(measure, "percent", "share-of-votes", base=base)


def share_of_stations(view: NumberContext) -> Counted | None:
    """``the sheets of 74 percent of the polling stations``."""
    them = view.setting.told == "polling_stations" and _OF_THEM.match(view.after)
    if view.number.form == "fraction" or not (them or count.PART_OF_STATIONS.match(view.after)):
        return None
    return view.counted("percent", "percent", "share-of-stations")


_OF_THEM = late(r"\s?of\s(?:them|these|those)\b")


def share_of_electorate(view: NumberContext) -> Counted | None:
    """``about a quarter of Serbia’s electorate``."""
    if not (found := words.ELECTORATE.match(view.after)):
        return None
    if _VOTED.search(view.before) or _HAD_VOTED.match(view.after, found.end()):
        return view.counted("turnout", "percent", "turnout")
    length = found.end() if view.number.form == "fraction" else 0
    return view.counted("share_of_electorate", "percent", "share-of-electorate", length)


def share_in_poll(view: NumberContext) -> Counted | None:
    """``46 percent of those surveyed``, ``with 22 percent support``."""
    if not view.setting.polls or words.WON.search(view.before):
        return None
    setting = view.setting
    if _FORECASTERS.search(setting.text, setting.start, view.number.start):
        return None
    if words.UNDECIDED.match(view.after):
        return view.counted("percent", "percent", "undecided")
    # How somebody is liked, and not for whom they vote.
    if words.LIKED.search(view.after) or words.OPINION.match(view.after):
        of = words.OF_PEOPLE.match(view.after) if view.number.form == "fraction" else None
        return view.counted("percent", "percent", "opinion", of.end() if of else 0)
    if words.WOULD_VOTE.match(view.after):
        return view.counted("poll_share", "percent", "share-in-poll")
    if of := words.OF_PEOPLE.match(view.after):
        length = of.end() if view.number.form == "fraction" else 0
        if words.CHOOSE.match(view.after, of.end()) or words.CHOSEN_BY.search(view.before):
            return view.counted("poll_share", "percent", "share-in-poll", length)
        return view.counted("percent", "percent", "opinion", length)
    two_sides = view.number.link == "versus"
    if view.number.form == "fraction" or _moved(view) or (_of_some(view) and not two_sides):
        return None
    told = (
        two_sides
        or words.POLL_AFTER.match(view.after)
        or (
            words.AFTER_SHARE.match(view.after)
            and not view.after.lstrip().startswith("of ")
            and (words.GAINED.search(view.before) or view.setting.previous == "poll_share")
        )
    )
    return view.counted("poll_share", "percent", "share-in-poll") if told else None


_OF_SOME = late(
    r"\b[Aa]mong\s(?:[\w-]+\s){0,2}[a-z-]+s,?\s[^.;]{0,50}$"
    r"|\b(?:won|carried|lost|with|of)\s(?:[\w-]+\s){0,3}(?:voters|women|men|Hispanics|Latinos|blacks|whites|workers|youths?)\b[^.;]{0,50}$"
)
_FORECASTERS = late(
    rf"\b(?i:{'|'.join(sorted(lex.FORECASTERS))})\s(?:[a-z]+\s){{0,2}}?"
    r"(?:(?:polled|surveyed)\b|(?:expect(?:ed)?|forecast|predict(?:ed)?)\s[^,;]{0,80}$)"
)
"""Who is asked what prices or an economy will do, and not for whom they vote; or who foretells a
number, and does not comment on a poll."""
_AMONG = late(r"(?:\sto\s\d[\d.]*\s?(?:%|per\s?cent|percent|pct))?\samong\b")


def _of_some(view: NumberContext) -> bool:
    """Whether a share is one of a part of the voters: "by 71 percent to 27 among women"."""
    if _AMONG.match(view.after):
        return True
    return view.number.link == "versus" and _OF_SOME.search(view.before) is not None


def _moved(view: NumberContext) -> bool:
    """Whether a number tells by how much something has changed, and not what it became."""
    if view.number.link == "versus" or not words.MOVED.search(view.before):
        return False
    return changes.MOVED_TO.search(view.before) is None


def share_in_contest(view: NumberContext) -> Counted | None:
    """``secured 23.5 per cent``, where the sentence speaks of an election."""
    if view.number.unit != "percent":
        return None
    if view.setting.polls and not words.WON.search(view.before):
        return None
    setting = view.setting
    if _of_some(view) or _OTHER_RATE.search(setting.text, setting.start, view.number.start):
        return None
    known = view.setting.previous in ("vote_share", "seats", "votes") or view.setting.election
    if not known or not words.AFTER_SHARE.match(view.after) or _moved(view):
        return None
    if re.match(r"\s?of\s", view.after):
        return None
    holds = (
        words.GAINED.search(view.before)
        or view.number.link == "versus"
        or re.search(r"\($|['’]s?\s$", view.before)
        or re.match(r"\sfor\s", view.after)
        or view.setting.previous == "vote_share"
        or (view.setting.previous == "votes" and _OR.search(view.before))
    )
    return view.counted("vote_share", "percent", "share-in-contest") if holds else None


_OR = late(r"\bvotes,?\sor\s$")


_SPOKEN_TO = late(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Madam|Minister|President|Professor|Mayor)\.?\s[^\W\d_a-z][\w’'-]+,\s"
)
"""Whom a question speaks to, before a number that is not theirs: "Mrs Kos, 50 per cent for it?"."""


def share_of_somebody(view: NumberContext) -> Counted | None:
    """``the list at 34.8 percent``, in a report on an election: a share of the vote where the
    sentence gives it to somebody who stands there; see who asks."""
    setting = view.setting
    if view.number.unit != "percent" or not (setting.report or setting.election):
        return None
    if _of_some(view) or _OTHER_RATE.search(setting.text, setting.start, view.number.start):
        return None
    if _SPOKEN_TO.fullmatch(setting.text, setting.start, view.number.start):
        return None
    if setting.row:
        measure = "poll_share" if setting.polls else "vote_share"
        return view.counted(measure, "percent", "share-of-somebody")
    if setting.polls and not words.WON.search(view.before):
        return None
    if not words.AFTER_SHARE.match(view.after) or _moved(view):
        return None
    if re.match(r"\s?of\s", view.after):
        return None
    asked = words.POLL_AFTER.match(view.after) and words.POLLS.search(setting.text)
    measure = "poll_share" if asked else "vote_share"
    return view.counted(measure, "percent", "share-of-somebody")


_CHANGED = late(
    rf"(?:{changes.MOVES.pattern}|\b(?:up|down))\s(?:(?:its|his|her|their)\s(?:[a-z]+\s)?(?:share|vote|result)\s)?(?:by\s)?(?:just\s|only\s|about\s|some\s)?$"
)
"""What stands before the points by which something has changed."""


_OTHER_RATE = late(
    r"\b(?:unemployment|jobless|inflation|interest|tax|growth|poverty|crime|literacy|birth|mortality|approval|mortgage)\srates?\b",
    re.IGNORECASE,
)
"""What has shares that are none of the vote."""
_MARKET = late(r"\b(?:index|stocks?|shares|Dow|Nasdaq|yields?|inflation|interest\srates?)\b")
"""What has points of another kind."""


def share_of_voters(view: NumberContext) -> Counted | None:
    """``two thirds of voters backed the list``, ``55.5 percent voted for independence``."""
    setting = view.setting
    if setting.polls or not (setting.report or setting.election):
        return None
    if not words.OF_VOTERS.match(view.after):
        return None
    return view.counted("vote_share", "percent", "share-of-voters")


def points(view: NumberContext) -> Counted | None:
    """``ahead by nine points``, ``13 points fewer than in 2020``."""
    setting = view.setting
    if not (setting.report or setting.election or setting.polls):
        return None
    if _MARKET.search(setting.text, setting.start, setting.end):
        return None
    if found := swing(view):
        return found
    if words.POINTS_MORE.match(view.after) or _CHANGED.search(view.before):
        return view.counted("change", "points", "points")
    if words.POINTS_BEHIND.match(view.after) or words.POINTS_AHEAD.search(view.before):
        return view.counted("margin", "points", "points")
    return None


SHARES: tuple[Rule, ...] = (
    swing,
    counted_part,
    turnout,
    share_of_votes,
    share_of_voters,
    share_of_stations,
    share_of_electorate,
    share_in_poll,
    share_in_contest,
    share_of_somebody,
)
