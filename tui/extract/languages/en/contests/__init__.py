"""Which elections a text speaks of: those that the curated files know, and any others.

``phrases`` takes the words apart, ``known`` tells which election they mean, ``report`` settles
what the mentions of one report have to do with one another, and which it is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.findings import ContestMention, Mention, TimeMention
from tui.extract.languages.en.contests import home, phrases, report
from tui.extract.languages.en.contests.known import KnownContests
from tui.extract.languages.en.contests.report import main
from tui.extract.languages.en.contests.told_short import WORDS
from tui.extract.text.document import Document
from tui.model import UNKNOWN, KnownContest, When

__all__ = ["find", "main"]


def find(
    document: Document,
    contests: Sequence[KnownContest],
    times: Sequence[TimeMention],
    published: When = UNKNOWN,
    mentions: Sequence[Mention] = (),
) -> list[ContestMention]:
    """Every mention of an election whose words tell which it is, in order."""
    said = list(phrases.read(document, times))
    if not said and not document.anchors(WORDS):
        return []
    names = home.names_in(document.text, mentions)
    country = home.country(document, names)
    known = KnownContests(contests, document.text, published, country)
    found: list[ContestMention] = []
    for phrase in said:
        named = known.named(phrase)
        if phrase.loose and not any(each.known for each in named):
            undated = phrase._replace(time=None, loose=False)
            other = known.named(undated)
            if any(each.known for each in other):
                phrase, named = undated, other
        if named:
            known.earlier.update(each.id for each in named)
            rule = "known-contest" if any(each.known for each in named) else "contest"
            found.append(ContestMention(phrase.start, phrase.end, named, phrase.time, rule))
    return report.settled(document, found, times, mentions, published, contests, names, country)
