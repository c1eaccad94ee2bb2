"""Who says a figure, and how settled it is by who says it and what the report says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from decimal import Decimal

from tui.extract.findings import Mention, Reported
from tui.extract.languages.en.figures import measures, statuses, words
from tui.extract.languages.en.figures.rows import Rows
from tui.extract.languages.en.figures.view import FigurePart
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.extract.text.lazy_property import lazy_property
from tui.model import ActorType, FigureStatus

LONG = 1500
"""Characters before a sentence in its paragraph that bear on its figures."""

OPENING = 700
"""Characters of a report in which it says that its results are final."""

MOST_ROWS = 60
"""Rows of a list above which what leads in to it is looked for."""

MANY = 100
"""Fewer people than this are counted, and not estimated."""

LOOK_BACK = 400
"""Characters before a paragraph that tell of what result "such a result" speaks."""

BESIDE = 60
"""Characters beside a name in which its bearer is described."""

_RIGHT_BEHIND = 30
"""Characters behind a number of people in which it is told what was done to them."""

_PARTISAN = re.compile(
    r"\b(?:leaders?|leads|candidate|challenger|heads?\sthe\s(?:[\w-]+\s)?list|campaign|opposition"
    r"|ruling\sparty|runner-up|presidents?\sof\sthe\s(?:party|list)|prime\sminister|incumbent)\b",
    re.IGNORECASE,
)
"""What somebody is who stands to gain by a result."""
_OWN = re.compile(
    r"\b(?:his|her|their|our)\s(?:party|list|coalition|bloc|alliance)\b|\b[Ww]e\s(?:have\s)?(?:won|lead)\b"
)
"""What somebody says who stands to gain."""
_OUR_OWN = re.compile(
    r"\b(?:[Oo]ur|[Mm]y)\s(?:party|list|coalition|bloc|alliance)\b|\b[Ww]e\s(?:have\s)?(?:won|lead)\b"
)
"""The same in their own words, in which "his party" is that of another."""
_COUNTING = re.compile(
    r"\b(?:[Ee]lections?|[Ee]lectoral)\s(?:[Cc]ommission|[Aa]uthority|[Tt]ribunal|[Oo]ffice"
    r"|[Bb]ureau|[Cc]ouncil|[Bb]oard)\b"
)
"""What somebody is of who counts the votes."""
_SETTLED_TOO = measures.VOTE_MEASURES | {"margin", "percent"}
"""The measures that have the status of a result."""
_FORETOLD = _SETTLED_TOO | {"poll_share", "change"}
"""The measures that a poll at the polling stations or a projection tells."""
_POLLED = re.compile(r"\bpolls?\b|\bpollsters?\b|\bprojected\b", re.IGNORECASE)
"""What in a report on exit polls tells that a figure is theirs."""
_WOULD = re.compile(
    r"\bwould\s(?:then\s|thus\s)?(?:give|leave|bring|mean|hand|put|win|get|have(?!\sbeen|\s[a-z]+ed\b)|take|secure|end|control|hold|translate|amount)\b"
)
"""What tells of a result that is not yet there."""
_CROWD = re.compile(
    r"\b(?:protest\w*|rall\w+|crowds?|march\w*|gather\w*|demonstrat\w+|participants|attend\w*|turned\sout|square|streets?|came(?!\sunder)"
    r"|puts?\sthe\sturnout)\b"
)
_SAYS = (
    r"\b(?:puts?|putting|estimat\w+|counted|spoke\sof|according\sto|said|says?|stat(?:ed?|es)"
    r"|claim\w*|by\s(?:the|its|their)\s(?:[\w’'-]+\s){0,3}(?:reckoning|count))\b"
)
_COUNTED_AT = re.compile(rf"{_SAYS}(?:(?!\b(?:which|where|whom)\b)[^.;“”\"])*$", re.IGNORECASE)
_RECKONED = re.compile(
    r",?\s(?:by|according\sto)\s(?:the|its|their|an?)\s(?:[\w’'-]+\s){0,3}(?:reckoning|count|estimates?)\b"
)
_COUNTED_BY = re.compile(rf"[^.;“\"]*?[”\"]?{_SAYS}", re.IGNORECASE)
"""What tells, ahead of a crowd or behind it, that it has been estimated by somebody."""
_PROCESSED = re.compile(
    r"(?:\s(?:had|have|has|were|was|been|already|now|so|far))*"
    r"\s(?:counted|processed|tallied|reporting|reported|in(?=\s?[,.;)]))"
)
"""What stands behind the stations whose votes have been counted so far."""
_PUT_AT = re.compile(
    r"(?<=[\w,])\s(?:later\s|had\s|has\s)?(?:puts?\s[^.;,]{0,50}\sat|estimated\s[^.;,]{0,50}\sat|spoke\sof)\s(?:about\s|some\s|around\s|nearly\s|more\sthan\s|over\s|at\sleast\s)?$"
)
"""What stands between whoever estimates a crowd and the number."""
_CLAUSE = re.compile(r"(?:[;,]\s(?:and|but|while|whereas)|;)\s|\b(?:while|whereas|but)\s")
"""Where a clause begins."""
_COUNTER = re.compile(
    r"\W*(?:(?:But|Later|Still)\s)?(?:[Tt]he\s)?(?:[a-z]+['’]s\s)?(?:[Oo]rgani[sz]ers,?\s(?:(?:from|of)\s)?(?:the\s)?)?"
    r"(?:[a-z]+\s){0,1}(?:(?:movement|group|union|party|network|organi[sz]ation)\s)?"
)
"""What stands before a name that is the subject: "Organizers from the student movement "."""
_ACCORDING = re.compile(r"\baccording\sto\b")


class FigureSources:
    """Who says what in a text, and who they are."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        reported: Sequence[Reported],
        rows: Rows,
        own: Set[str],
    ) -> None:
        self.document = document
        self.text = document.text
        self.mentions = mentions
        self._reported = reported
        self._rows = rows
        self._own = own
        self._told_last: tuple[Sentence, statuses.ReportedAs] | None = None
        self._roles: dict[tuple[str, str], bool] = {}

    # What follows is asked where a number counts something; most texts have few that do.

    @lazy_property
    def _claims(self) -> InnermostInterval[Reported]:
        return InnermostInterval(sorted(self._reported), lambda one: one.end - one.start)

    @lazy_property
    def _confirmed(self) -> bool:
        return statuses.confirmed(self.text[:OPENING])

    @lazy_property
    def _exit_polls(self) -> bool:
        return words.on_exit_polls(self.text)

    @lazy_property
    def _lead(self) -> FigureStatus | None:
        """What the beginning of the report tells of its results."""
        return statuses.of_lead(self.text[:OPENING])

    @lazy_property
    def _types(self) -> dict[str, ActorType]:
        return {mention.actor: mention.type for mention in self.mentions}

    def claim(self, part: FigurePart, sentence: Sentence) -> Reported | None:
        """What the article tells as somebody's words and has the figure in it."""
        claim = self._claims.at(part.at)
        return claim if claim and self._reaches(claim, part, sentence) else None

    def estimated_by(self, part: FigurePart, sentence: Sentence) -> tuple[str, ...]:
        """Who says how large a crowd is, outside of what is told as somebody's words: "Police put
        the crowd at 2,000"."""
        said = _PUT_AT.search(self.text, sentence.start, part.start)
        of_crowd = part.counted.measure == "people" and not part.counted.note
        if said is None or not (of_crowd and self._estimated(part, sentence)):
            return ()
        begin = max(
            (each.end() for each in _CLAUSE.finditer(self.text, sentence.start, said.start())),
            default=sentence.start,
        )
        who = [
            one
            for one in self.mentions
            if begin <= one.start and one.end <= said.start() <= one.end + len(", ")
        ]
        alone = who and _COUNTER.fullmatch(self.text, begin, who[0].start)
        return (who[0].actor,) if alone else ()

    def is_list(self, actor: str) -> bool:
        """Whether an actor is a party or a coalition."""
        return self._types.get(actor) in ("party", "coalition")

    def status(
        self,
        part: FigurePart,
        sentence: Sentence,
        claim: Reported | None,
        contest: str | None,
        subject: str | None,
    ) -> FigureStatus:
        """How settled a figure of a contest is, that is somebody's."""
        told = self.told_in(sentence)
        counted = part.counted
        if told.settled == "official" and self._lead == "preliminary":
            ended = statuses.ended(self.text[sentence.start : sentence.end])
            told = told if ended else told._replace(settled="preliminary")
        if counted.measure == "people" and not counted.note and self._estimated(part, sentence):
            return "party-claim" if claim and self.is_party(claim) else "estimate"
        if counted.measure == "polling_stations" and _PROCESSED.match(self.text, counted.end):
            return "preliminary"
        settled = counted.measure in _SETTLED_TOO or (
            told.settled in ("exit-poll", "projection") and counted.measure in _FORETOLD
        )
        fallback = None
        papers = counted.unit == "ballots" and not subject
        if settled and not told.settled and not papers:
            fallback = self.of_report(claim, contest, subject, counted.measure)
        return statuses.status(
            told,
            part.start,
            self.text[part.start : counted.end],
            settled,
            claim,
            self.is_party(claim) or bool(claim and subject and subject in claim.speakers),
            fallback,
        )

    def _estimated(self, part: FigurePart, sentence: Sentence) -> bool:
        """Whether somebody says how large a crowd is."""
        bounds = sentence.start, sentence.end
        number = part.number
        if number is None or number.form == "plural" or Decimal(number.value) < MANY:
            return False
        beside = (
            max(bounds[0], part.start - BESIDE),
            min(bounds[1], part.counted.end + _RIGHT_BEHIND),
        )
        if words.HARMED.search(self.text, *beside):
            return False
        paragraph = self.document.paragraphs[sentence.paragraph]
        about = _CROWD.search(self.text, max(paragraph.start, sentence.start - LONG), sentence.end)
        told = _RECKONED.match(self.text, part.counted.end, bounds[1]) or (
            about
            and (
                _COUNTED_AT.search(self.text, bounds[0], part.start)
                or _COUNTED_BY.match(self.text, part.counted.end, bounds[1])
            )
        )
        return told is not None

    def withdrawn(self, part: FigurePart, sentence: Sentence) -> bool:
        """Whether a figure is told as an error: by an earlier version, or as "not 3,100"."""
        before = self.text[max(sentence.start, part.start - 200) : part.start]
        return words.WITHDRAWN.search(before) is not None

    def told_in(self, sentence: Sentence) -> statuses.ReportedAs:
        """What the sentence and its paragraph tell of all its figures; the last is kept."""
        if self._told_last is None or self._told_last[0] != sentence:
            paragraph = self.document.paragraphs[sentence.paragraph]
            begin = max(self._lead_in(sentence, paragraph.start), sentence.start - LONG)
            told = statuses.told(self.text, begin, sentence.start, sentence.end)
            polled = self._exit_polls and _POLLED.search(self.text, begin, sentence.end)
            over = polled and statuses.leaves_poll(self.text, begin, sentence.start, sentence.end)
            if polled and not over and told.settled in (None, "projection"):
                told = told._replace(settled="exit-poll")
            would = told.settled is None and _WOULD.search(self.text, sentence.start, sentence.end)
            if would and not words.POLLS.search(self.text, paragraph.start, sentence.end):
                before = self._told_before(paragraph.start)
                counted = before in ("exit-poll", "preliminary")
                told = told._replace(settled=before if counted else "projection")
            self._told_last = sentence, told
        return self._told_last[1]

    def _told_before(self, end: int) -> FigureStatus | None:
        """What stands before a place tells of its figures."""
        return statuses.settled(self.text[max(0, end - LOOK_BACK) : end])

    def _lead_in(self, sentence: Sentence, start: int) -> int:
        """Where what is said of a row begins: with the paragraph ahead of the list."""
        index = sentence.paragraph
        if not self._rows.begins(sentence.start):
            return start
        for _ in range(MOST_ROWS):
            if index == 0 or not self._rows.begins(self.document.paragraphs[index].start):
                break
            index -= 1
        return self.document.paragraphs[index].start

    def is_party(self, claim: Reported | None) -> bool:
        """Whether a claim is made by somebody who stands to gain, not by who counts."""
        if claim is None or not claim.speakers:
            return False
        actor = claim.speakers[0]
        kind = self._types.get(actor)
        if kind != "person":
            return kind in ("party", "coalition")
        in_marks = self.text[claim.start - 1 : claim.start] in ("“", '"', "\n")
        own_words = _OUR_OWN if in_marks else _OWN
        own = own_words.search(self.text, claim.start, min(claim.end, claim.start + LONG))
        return own is not None or self._described(_PARTISAN, actor)

    def _described(self, as_what: re.Pattern[str], actor: str) -> bool:
        """Whether the words beside one of the names of an actor say something of it."""
        key = as_what.pattern, actor
        if key not in self._roles:
            self._roles[key] = any(
                as_what.search(self.text, *self._beside(one))
                for one in self.mentions
                if one.actor == actor
            )
        return self._roles[key]

    def _beside(self, one: Mention) -> tuple[int, int]:
        """Where the words beside a name stand, within its sentence."""
        sentence = self.document.sentence_at(one.start)
        start, end = max(0, one.start - BESIDE), one.end + BESIDE
        return (max(start, sentence.start), min(end, sentence.end)) if sentence else (start, end)

    def of_report(
        self, claim: Reported | None, contest: str | None, subject: str | None, measure: str
    ) -> FigureStatus | None:
        """What the report as a whole, or who counts and is cited, says of a result."""
        if claim and claim.speakers and self._described(_COUNTING, claim.speakers[0]):
            return "preliminary" if self._lead == "preliminary" else "official"
        if contest not in self._own and (contest or self._own):
            return None
        if self._confirmed:
            return "official"
        counted = measure == "turnout" and self._lead == "preliminary"
        return self._lead if subject or counted or self._lead == "official" else None

    def _reaches(self, claim: Reported, part: FigurePart, sentence: Sentence) -> bool:
        """Whether a claim reaches a figure: behind a semicolon "according to" names another."""
        cut = self.text.rfind(";", sentence.start, part.start)
        return cut <= claim.start or not _ACCORDING.search(self.text, cut, sentence.end)
