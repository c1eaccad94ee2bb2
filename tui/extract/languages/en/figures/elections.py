"""Which election a figure is of: the one in its clause, in its paragraph, or of the report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.extract.findings import ContestMention, NamedContest
from tui.extract.languages.en.contests import towns
from tui.extract.languages.en.contests.naming import fits, may_have
from tui.extract.languages.en.contests.told_short import COMPARED_WITH, in_brackets
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures import local_votes, measures, sections
from tui.extract.languages.en.figures.chosen import (
    NONE,
    Chosen,
    begin_of,
    chosen,
    is_of_town,
    is_of_towns,
)
from tui.extract.languages.en.figures.voters import WHOLE
from tui.extract.languages.en.names.mentions import countries
from tui.extract.text.document import Document, Sentence, Span

NEAR = 1500
"""Characters before a sentence in its paragraph that bear on its figures."""

_MEASURES = measures.VOTE_MEASURES | {
    "poll_share",
    "delegates",
    "polling_stations",
    "municipalities",
    "margin",
    "complaints",
}
"""What an election has."""
_OF_VOTE = frozenset(("share-of-votes", "share-of-stations", "labelled", "undecided", "table"))
"""The rules by which a figure is one of a vote, whatever its measure."""
_OF_VOTERS = re.compile(
    r"\bvoters?\b|\b(?:entitled|eligible|right|able|registered)\sto\s(?:vote|cast)|\b(?:electoral|voter)\s(?:rolls?|registers?|lists?)"
    r"|\bvoted\b|\bregistered\sabroad\b|\bobservers\b|\bcandidates\b"
)
"""What tells of people that they are those of an election."""
_ANYBODY = re.compile(
    r"\b(?:people|persons|citizens|voters|residents|electors|observers|candidates)\b|\d$",
    re.IGNORECASE,
)
_SAMPLE = re.compile(r"\b(?:polls?|survey(?:s|ed)?|likely)\b(?!\sstations?)")
"""What tells that people were asked, and have not voted."""
_WON = re.compile(r"\b(?:won|lost)\s(?:the\s)?$")
_ANAPHOR = re.compile(r"the\s(?<=\bthe\s)(?:vote|voting|elections?|ballot|polls?|race)\b")
_PARTED = re.compile(
    r"[;,]|\d|\b(?:more|less|fewer|higher|lower|up|down|than|and|but|to|into|before|ahead|after)\b"
)
"""What between a figure and an election parts the two."""
_NUMBER = re.compile(r"\d|;|\b(?:while|whereas)\b")
"""What between a figure and an election behind it tells that this is of another figure."""
_APART = re.compile(r"[;,](?!\d)|\b(?:it|they|he|she|who|which)\b")
_PAIR = re.compile(
    r"(?:\sof\s(?:the\s)?votes?)?,?\s(?:and|or)\s[0-9][0-9.,]*\s?(?:%|per\s?cent|pct|seats|mandates|votes)?"
    r"\s(?:in\s(?:the\s)?)?"
)
"""A share and its seats have one election: "46 percent and 34 seats in 2008"."""
_OPENING = re.compile(
    r"(?:(?:In|At)\s(?:the\s)?|The\s)?(?:(?:previous|preceding)\s)?"
    r"(?:(?:the\s)?(?:previous|preceding|last)\s(?:[a-z]+\s)?(?:elections?|vote),?\s)?"
)
"""What may stand before a year past that opens a sentence."""
_WHEN = re.compile(r",?\swhen\s")
"""What stands behind an election of which a sentence goes on to tell."""
_ROW_BELOW = re.compile(r"\s*\n\s*[^\n]*[^\n\s.!?:”\"]\s*(?:\n|$)")
_PRIMARIES = re.compile(r"\b(?:primaries|caucuses)\b", re.IGNORECASE)
_REFERENDUM = "referendum"


class Elections:
    """The elections that a text names, as its figures may be of them."""

    def __init__(
        self,
        document: Document,
        contests: Sequence[ContestMention],
        about: ContestMention | None,
    ) -> None:
        self.document = document
        self.text = document.text
        self.contests = list(contests)
        if about is not None and len(about.contests) > 1:
            about = self._alone(about)
        self.about = None if about is not None and self._of_many(contests, about) else about
        self.towns = next((one for one in self.contests if is_of_towns(one)), None)
        """The elections of several towns that the text names together."""
        parts = [one for one in self.contests if one.rule in ("chamber", towns.RULE)]
        self.own = {each.id for one in parts for each in one.contests}
        """The elections that a report is on: one, or those of its towns or chambers."""
        if about is not None:
            self.own.add(about.contests[0].id)
        self._starts = [contest.start for contest in self.contests]
        self._headings = sections.headings(document)
        self._items = sections.items(document)

    def _of_many(self, contests: Sequence[ContestMention], about: ContestMention) -> bool:
        """Whether a report is on primaries or caucuses of no one place: its figures may be of
        any of them, or of all."""
        if any(each.place for each in about.contests):
            return False
        return any(
            _PRIMARIES.search(self.text, each.start, each.end)
            for each in contests
            if each.contests == about.contests
        )

    def _alone(self, about: ContestMention) -> ContestMention:
        """Of elections that are named together first the one that is named alone later on."""
        alone = {
            one.contests: one
            for one in self.contests
            if len(one.contests) == 1 and one.contests[0] in about.contests
        }
        return next(iter(alone.values())) if len(alone) == 1 else about

    def within(self, start: int, end: int) -> list[ContestMention]:
        """Those that are named between two places."""
        first = bisect_left(self._starts, start)
        return self.contests[first : bisect_right(self._starts, end - 1)]

    def of(
        self,
        measure: str,
        rule: str,
        start: int,
        end: int,
        sentence: Sentence,
        named: Sequence[ContestMention],
        past: bool = False,
        house: int | None = None,
        head: int | None = None,
    ) -> Chosen:
        """The contest of a figure that stands between two places of a sentence; ``past`` is one
        with which that of the election itself is compared, ``house`` of how many seats it tells
        some; ``head`` is where the line above its list begins, where it is of one."""
        if measure == "votes" and measures.OF_A_HOUSE.search(self.text, sentence.start, start):
            return NONE
        if rule == "chamber" or not (
            measure in _MEASURES or self._of_voters(measure, rule, start, end, sentence)
        ):
            return NONE
        if measure == "vote_share" and clause.is_answer(self.text, sentence.start, start, end):
            return self._of_referendum()
        on_body = local_votes.ON_BODY.match(self.text, end)
        if measure in measures.VOTE_MEASURES and on_body:
            return self._on_body(on_body, self._nearest(start, end, named))
        if measure == "municipalities":
            return self._of_all_towns(start, end, named)
        if past and measure != "poll_share":
            return self._before(start, end, named)
        named = [one for one in named if not in_brackets(self.text, one)]
        anaphor = _ANAPHOR.search(self.text, sentence.start, sentence.end)
        span = Span(*anaphor.span()) if anaphor else None
        headed = head is not None and any(map(is_of_town, self.within(head, sentence.start)))
        if self.towns and not headed and (not named or named == [self.towns]):
            return self._of_town(self.towns, start, end, sentence)
        one = self._nearest(start, end, named) or self._governing(sentence, head)
        national = one is not None and not named and one.contests[0].known and not is_of_town(one)
        place = (sentence.start, start, end, sentence.end)
        if national and (said := local_votes.said(self.text, *place)):
            local = self._locals(said)
            one = next(iter(local.values())) if len(local) == 1 else None
        over = one is not None and one not in named and self._is_over(one)
        if measure == "poll_share" and over:
            return NONE
        if measure == "poll_share" and one not in named and self._is_before(one):
            one = self.about
        if one is None and measure == "poll_share" and not self._items:
            one = self._asked_of()
        if house and (one is None or one.contests[0].seats != house):
            one = self._with_seats(house) or (one if one and not one.contests[0].seats else None)
        if one is not None and one not in named and not may_have(one.contests[0], measure):
            one = self.about  # Seats behind what is told of a president's election.
        if one is not None and is_of_town(one) and local_votes.elsewhere(self.text, *place, one):
            return NONE
        if one is None or not may_have(one.contests[0], measure):
            return Chosen(None, span if measure in measures.VOTE_MEASURES else None, "")
        return chosen(one, None if one in named else span)

    def _on_body(self, on_body: re.Match[str], one: ContestMention | None) -> Chosen:
        """The one local election that a text names, for seats on a council, where the sentence
        names none of another day."""
        local = self._locals(on_body)
        found = next(iter(local.values())) if len(local) == 1 else None
        if found is None or (one and not fits(one.contests[0], found.contests[0])):
            return NONE
        return chosen(found, None)

    def _of_all_towns(self, start: int, end: int, named: Sequence[ContestMention]) -> Chosen:
        """The election of the towns that somebody won, of which none is the one."""
        named = [one for one in named if one.rule != towns.RULE]
        near = self._nearest(start, end, named) or self.about
        if near is None or (is_of_town(near) and near.contests[0].place not in countries()):
            return NONE
        return chosen(near, None)

    def _of_referendum(self) -> Chosen:
        """The one referendum that a text names: only there are Yes and No."""
        named = {one.contests: one for one in self.contests if _REFERENDUM in one.contests[0].id}
        return chosen(next(iter(named.values())), None) if len(named) == 1 else NONE

    def _is_before(self, one: ContestMention | None) -> bool:
        """Whether an election was in a year before that of the report: no poll is on it."""
        if one is None or self.about is None:
            return False
        year, now = (each.contests[0].edtf[:4] for each in (one, self.about))
        return bool(year and now) and year < now

    def _is_over(self, one: ContestMention) -> bool:
        """Whether an election is told of as won: a poll is on none such."""
        return _WON.search(self.text, max(0, one.start - 16), one.start) is not None

    def _locals(self, said: re.Match[str]) -> dict[tuple[NamedContest, ...], ContestMention]:
        """The elections of towns that a text names, as words that tell of one may mean them."""
        return {
            each.contests: each
            for each in self.contests
            if is_of_town(each) and not (said["capital"] and each.contests[0].place in countries())
        }

    def _with_seats(self, house: int) -> ContestMention | None:
        """The one election that a text names whose body has so many seats."""
        found = {
            one.contests: one
            for one in self.contests
            if one.rule != "earlier" and one.contests[0].seats == house
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _of_voters(self, measure: str, rule: str, start: int, end: int, sentence: Sentence) -> bool:
        """Whether people, points or a part of the ballots are those of an election."""
        if measure == "change" or rule in _OF_VOTE:
            return True
        if measure != "people":
            return False
        if _SAMPLE.search(self.text, sentence.start, sentence.end):
            return False
        if not _ANYBODY.search(self.text, start, end):
            return False
        limit = min(sentence.end, end + 60)
        return _OF_VOTERS.search(self.text, start, limit) is not None

    def _before(self, start: int, end: int, named: Sequence[ContestMention]) -> Chosen:
        """The election of a figure that was before: the one told right beside it, or else the
        only earlier one that the text speaks of."""
        for one in named:
            if in_brackets(self.text, one) and self.text[one.end : start] == ": ":
                return chosen(one, None)
            if one.start >= end and not _PARTED.search(self.text, end, one.start):
                return chosen(one, None)
        earlier = [one for one in self.contests if one.rule == "earlier"]
        if len({one.contests for one in earlier}) != 1:
            return NONE
        return chosen(earlier[0], None)

    def of_place(self, words: str) -> Chosen | None:
        """The one local election that a text names for a place that words tell of."""
        local = {one.contests[0]: one for one in self.contests if is_of_town(one)}
        found = [
            one
            for contest, one in local.items()
            if contest.place and re.search(rf"\b{re.escape(contest.place)}\b", words)
        ]
        return chosen(found[0], None) if len(found) == 1 else None

    def of_year(self, year: str) -> Chosen | None:
        """The one election of a year that a text names."""
        found = {
            one.contests: one
            for one in self.contests
            if len(one.contests) == 1 and one.contests[0].edtf.startswith(year)
        }
        return chosen(next(iter(found.values())), None) if len(found) == 1 else None

    def _governing(self, sentence: Sentence, head: int | None) -> ContestMention | None:
        """The contest of figures whose own sentence names none: that of the sentences before it
        in its paragraph or of the line above its list, or else the one that the report is about."""
        since = self.document.paragraphs[sentence.paragraph].start if head is None else head
        near = self.within(max(since, sentence.start - NEAR), sentence.start)
        near = [one for one in near if not self._compared(one) and self._carries(one)]
        if near and near[-1].rule == towns.RULE:
            whole = WHOLE.search(self.text, sentence.start, sentence.end)
            return self.about if whole else near[-1]
        # Of those named together the one that is named alone behind is meant.
        if near and all({*near[-1].contests} <= {*one.contests} for one in near):
            return near[-1]
        about = self.about
        if about and (len(about.contests) > 1 or not self._in_item(about, sentence)):
            about = None
        if not near and head is None and (local := self._of_section(sentence)):
            return local
        if near and about:
            # Of several the one that the report is about, unless a file knows them all.
            told = any(one.contests == about.contests for one in near)
            return about if told and not about.contests[0].known else None
        return about

    def _in_item(self, about: ContestMention, sentence: Sentence) -> bool:
        """Whether the item of a digest with a sentence names an election; true of another text."""
        item = next((one for one in self._items if one.start <= sentence.start < one.end), None)
        return not item or any(one.contests == about.contests for one in self.within(*item))

    def _of_section(self, sentence: Sentence) -> ContestMention | None:
        """The local election that was told last in a section whose heading names one: what stands
        below "The count in Brod" is of no national election."""
        at = bisect_right(self._headings, sentence.start)
        since = self._headings[at - 1] if at else None
        if since is None:
            return None
        told = [one for one in self.within(since, sentence.start) if one.rule != "earlier"]
        if told and told[0].rule == towns.RULE and told[0].start == since:
            # Of the rows below a town are no sentences that follow.
            rows = _ROW_BELOW.match(self.text, told[0].end)
            return None if rows and self.text[sentence.end - 1] in ".!?" else told[0]
        if (
            not told
            or "\n" in self.text[since : told[0].start]
            or not local_votes.heads(self.text, since, told[0].start, told[0].end)
            or local_votes.national(self.text, since, sentence.end)
        ):
            return None
        return told[-1] if is_of_town(told[0]) and is_of_town(told[-1]) else None

    def _of_town(self, towns: ContestMention, start: int, end: int, sentence: Sentence) -> Chosen:
        """The election of the town that stands right behind a figure, or else last before it in
        its paragraph: "83.9 percent in Brod"."""
        places = {each.place: each for each in towns.contests}
        names = "|".join(map(re.escape, places))
        behind = re.compile(rf"\s(?:\w+\s)?in\s(?P<place>{names})\b").match(self.text, end)
        paragraph = self.document.paragraphs[sentence.paragraph]
        since = max(paragraph.start, sentence.start - NEAR)
        if towns.start < start:
            since = max(since, towns.end)
        one_of = rf"\b[Ii]n\s(?P<place>{names}|the\slatter|the\sformer)\b"
        before = list(re.finditer(one_of, self.text[since:start]))
        found = behind or (before[-1] if before else None)
        if found is None:
            return chosen(headed, None) if (headed := self._of_section(sentence)) else NONE
        ends = {"the former": towns.contests[0], "the latter": towns.contests[-1]}
        return Chosen((places | ends)[found["place"]].id, Span(towns.start, towns.end), "")

    def _asked_of(self) -> ContestMention | None:
        """The one election that a text names, held or to come: a poll is on it."""
        named = [one for one in self.contests if one.rule != "earlier"]
        return named[0] if len({one.contests for one in named}) == 1 else None

    def _governs(self, one: ContestMention, start: int) -> bool:
        """Whether an election reaches a figure behind it: a year that only dates something
        else in the sentence ("founded in 2008, it won 12 percent") does not."""
        if one.rule != "earlier":
            return True
        if _WHEN.match(self.text, one.end):
            return True
        return self._carries(one) or not _APART.search(self.text, one.end, start)

    def _carries(self, one: ContestMention) -> bool:
        """Whether an election governs the sentences behind its own: a year past only where it
        opens one ("In the previous elections, in 2014, ...")."""
        sentence = self.document.sentence_at(one.start)
        opens = sentence is not None and _OPENING.fullmatch(self.text, sentence.start, one.start)
        return one.rule != "earlier" or bool(opens)

    def _compared(self, one: ContestMention) -> bool:
        """Whether an election is only what another is compared with ("than four years ago")."""
        if _WHEN.match(self.text, one.end):
            return False
        return COMPARED_WITH.search(self.text, max(0, one.start - 40), one.start) is not None

    def _nearest(
        self, start: int, end: int, named: Sequence[ContestMention]
    ) -> ContestMention | None:
        """Of the contests of a sentence the one in the figure's own clause: behind the
        figure before ahead of it; else the last one before it, which still governs."""
        for one in named:
            begin = begin_of(one)
            if begin >= end and (
                not _PARTED.search(self.text, end, begin) or _PAIR.fullmatch(self.text, end, begin)
            ):
                return one
        others = [one for one in named if not self._compared(one)]
        before = [one for one in others if one.end <= start and self._governs(one, start)]
        if before:
            year = [one for one in before if one.rule == "earlier"]
            # "In 2020 the turnout in Brod was 36 percent": the year tells more than the town.
            return year[-1] if year and before[-1].rule == towns.RULE else before[-1]
        others = [
            one
            for one in others
            if one.rule != "earlier" and not _NUMBER.search(self.text, end, begin_of(one))
        ]
        return others[0] if others else None
