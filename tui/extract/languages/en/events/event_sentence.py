"""A sentence as the rules for events read it: how what it tells stands, and whose words it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tui import dates
from tui.extract.findings import EventMention, Reported, TimeMention
from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_text import EventText
from tui.extract.languages.en.events.sentence_words import SentenceWords
from tui.extract.languages.en.words import lists
from tui.model import EventStatus

_WORDS = lists("words", "events")

_NOT_ONE = ["not", "even", "one"]
_WHICH_ONE = re.compile(r"\d|\b(?:last|next|this|coming|past|previous|following)\b")
_WEEK = timedelta(days=7)
_NEWS = timedelta(days=31)
"""For how long what "has" been done is told with its day."""
ALLEGATIONS = _WORDS["allegations"]
"""Nouns of which the clause behind is no fact."""
_UNPROVED = ALLEGATIONS | {"true"}
ALLEGEDLY = frozenset("allegedly reportedly supposedly purportedly".split())
_PRESENT = frozenset("has have 's 've".split())
_COME_TOGETHER = frozenset("gather assemble converge".split())
"""Verbs of which the perfect tells what is so now: "hundreds have gathered"."""
_WRONGLY = _WORDS["wrongly"]
_GROUNDS = frozenset("reason reasons explanation warrant warning cause grounds provocation".split())
_OF_ONESELF = {"he": True, "she": True, "it": False, "they": False}
"""Pronouns for whoever speaks, and whether a person is meant."""
_ON_TERMS = frozenset("if unless".split())
_WHOM = 5
"""Words of whom something is told, at most."""
_WAS = frozenset({"was", "were"})
_BEFORE_NOW = frozenset({"past", "perfect"})
_MAY = frozenset("could may might".split())
_PROOFS = frozenset("evidence proof indication indications sign signs suggestion".split())
_NEAR_NO = 5
"""Words of "there was no clear sign | that", at most."""
_ASKING = frozenset("how what where why".split())
_KNOWN = lex.PREPOSITIONS | frozenset("know clear unclear sure unsure certain see learn".split())
_CHANCES = frozenset("likely maybe perhaps possibly presumably probably".split())
_FORESEEN = _WORDS["foreseen"]
"""What somebody says that they or others will do, and is no plan."""
_FORESEEING = _WORDS["foreseeing"]
_TALLIED = frozenset("arrest injury treatment death flight".split())
"""Sorts of acts that are counted: whoever reports them, they took place."""
_BY_THE_WAY = frozenset("who which where when after before since while because although".split())
_OF_TIME = frozenset("after before since".split())
_KEEPING_COUNT = frozenset("institution state media group".split())


class EventSentence(SentenceWords):
    """A sentence as the rules read it: how what its verbs tell stands. They add to ``found``."""

    def __init__(
        self, known: EventText, number: int, before: Callable[[], EventSentence | None]
    ) -> None:
        super().__init__(known, number)
        self.before = before
        """Gives the sentence before in its paragraph."""
        self.days: dict[int, TimeMention] = {}
        """Where in the text verbs of the story stand that have a date, and these dates."""
        self.taken: set[int] = set()
        self.found: list[EventMention] = []

    # ---------------------------------------------------------------- standing

    def status(self, verb: Verb, time: TimeMention | None) -> EventStatus | None:
        """How a verb's happening stands by the verb itself; None where it does not."""
        first, last = self.subject(verb)
        nobody = first < last and self.lower(first) in lex.NOBODY
        nobody = nobody or self.lowers[max(0, first - 2) : first + 1] == _NOT_ONE
        able = self.lower(verb.first) == "can"
        refused = verb.tense == "future" and verb.negated and verb.lemma in happenings.REFUSED
        refused = refused or (verb.negated and self.says_so(verb) is not None)
        if refused and not nobody and time is None and not self.hypothetical(verb):
            return "planned" if self.lower(verb.first + 1) == "not" else None
        nothing = time is None and self.lower(verb.head + 1) in lex.NOBODY
        nothing = nothing or self._goes_on_negated(verb)
        if verb.negated or nobody or nothing or able or self.hypothetical(verb):
            return None
        if self.ahead(time) and verb.tense in ("past", "perfect") and verb.shape == "finite":
            # What has been done cannot have the date that lies ahead.
            return None
        if verb.tense == "future" and time is None and self.lower(verb.first) in _WAS:
            return None  # "the freeze was to expire": whether it did is left open
        if self.left_open(verb) or self._dates_another(verb, time):
            return None
        if verb.tense == "modal" and self.lower(verb.first) in _MAY:
            return None
        if verb.tense == "future" or self.ahead(time):
            return "planned"
        if verb.tense == "modal":
            if time is not None and self.lower(verb.first) == "must" and self.to_come(time):
                return "planned"
            to_come = self.was_to_come(verb) and self.ahead(time)
            return "planned" if to_come or self.promised(verb) else None
        if verb.tense == "progressive" and time is not None and self.lower(verb.first) in _WAS:
            return "happened"  # "was on course to lose its majority on Sunday"
        if time is not None and time.role in ("since", "frequency"):
            return "ongoing"
        present = verb.tense == "perfect" and self.lower(verb.first) in _PRESENT
        going_on = verb.tense == "progressive" or (present and verb.lemma in _COME_TOGETHER)
        return "ongoing" if going_on else "happened"

    def _goes_on_negated(self, verb: Verb) -> bool:
        """Whether a verb goes on one that is negated: "has not won both and still won the vote"."""
        if verb.first != verb.head or verb.first in self.tokens.commas:
            return False
        lead = [each for each in self.verbs if each.head < verb.first]
        joined = "and" in self.lowers[lead[-1].head : verb.first] if lead else False
        perfect = joined and lead[-1].tense == "perfect" and lead[-1].negated
        return perfect and self.subject(lead[-1]) == self.subject(verb)

    def left_open(self, verb: Verb) -> bool:
        """Whether it is left open that something takes place: "will probably win", "no sign that
        he saw it", "it is not known how they will vote"."""
        told = self.clause_of(verb)
        if told.opener == "that" and self._unproved(verb):
            return True
        before = self.lowers[max(0, told.begin - 2) : told.begin + 1]
        if "anytime" in self.lowers[verb.head :] or before[-2:] == ["way", "that"]:
            return True
        if verb.tense not in ("present", "future", "modal"):
            return False
        if self._foreseen(verb) or self._of_any(verb):
            return True
        if verb.tense not in ("future", "modal"):
            return False
        known = told.begin - 1 in self.verbal or self.lower(told.begin - 1) in _KNOWN
        asked = told.opener == "how" or (known and told.opener in _ASKING)
        chances = self.lowers[max(0, verb.first - 1) : verb.head]
        return asked or not _CHANCES.isdisjoint(chances)

    def _foreseen(self, verb: Verb) -> bool:
        """Whether somebody only foresees, hopes or fears what is to come, as whoever says that
        they will win does."""
        told = self.clause_of(verb)
        if verb.lemma in _FORESEEN and self.inside(verb.head) is not None:
            return True
        asked = self.subject(verb)[0] < told.begin and told.opener in RELATIVES
        before = [told.begin - 1, told.begin - 2]
        before += [at - 1 for at in range(1, verb.first) if self.lower(at) == "that"]
        return not asked and any(self.lower(at) in _FORESEEING for at in before)

    def _of_any(self, verb: Verb) -> bool:
        """Whether a clause only says what kind is meant: "a judge who will sue the state"."""
        told, first = self.clause_of(verb), self.subject(verb)[0]
        if first >= told.begin or told.opener not in RELATIVES:
            return False
        return told.begin not in self.tokens.commas and self.lower(first) in ("a", "an")

    def _unproved(self, verb: Verb) -> bool:
        """Whether there is said to be no sign of it: "found no evidence that he knew or asked"."""
        if "that" not in self.lowers[: verb.first]:
            return False
        that = verb.first - 1 - self.lowers[: verb.first][::-1].index("that")
        before = self.lowers[max(0, that - _NEAR_NO) : that]
        return "no" in before and before[-1] in _PROOFS

    def _dates_another(self, verb: Verb, time: TimeMention | None) -> bool:
        """Whether a date cannot be that of a verb: "has been preparing for May", "is accused of a
        theft in 2011"."""
        if time is None:
            return False
        over = time.role == "at" and bool(time.edtf) and self.row is None
        if verb.tense == "progressive":
            if self.lower(verb.first) in ("is", "are") and self.role != "caption":
                return over and dates.bounds(time.edtf)[1] < self.published
            return self.ahead(time) and self.lower(verb.first) in _PRESENT | {"had"}
        if verb.tense == "perfect" and self.lower(verb.first) in _PRESENT and over:
            # What "has blossomed" has done so by now, and not "in the 1950s" or "in July 1992".
            return self._long_over(time)
        told = verb.tense == "present" and verb.passive and verb.lemma in happenings.CLAIMING
        return told and over and dates.bounds(time.edtf)[1] < self.published

    def _long_over(self, time: TimeMention) -> bool:
        """Whether a time lies too far back for what "has" been done: a year, or over a month."""
        last = dates.bounds(time.edtf)[1]
        if not last or not self.published:
            return False
        if len(time.edtf.rstrip("~?")) == len("195X"):
            return last < self.published
        return date.fromisoformat(last) < date.fromisoformat(self.published) - _NEWS

    def promised(self, verb: Verb) -> bool:
        """ "said it would form a government": what who speaks is to do, or has done for them."""
        if self.lower(verb.first) != "would" or verb.negated or self.hypothetical(verb):
            return False
        inside = self.inside(verb.head)
        if inside is None or self.in_marks(verb.head) or self.clause_of(verb).begin == 0:
            return False
        if "have" in self.lowers[verb.first + 1 : verb.head]:
            return False  # "would have won"
        first, last = self.subject(verb)
        own = last == first + 1 and self.lower(first) in lex.SUBJECT_PRONOUNS
        own = own or self.lower(first) in lex.OWN
        named = set(inside.speakers) & set(self.named(first, last, True))
        times = [self.dated[at] for at in range(verb.head + 1, self.end(verb)) if at in self.dated]
        dated = any(self.to_come(time) for time in times)
        return own or bool(named) or inside.stance == "plan" or verb.passive or dated

    def was_to_come(self, verb: Verb) -> bool:
        """Whether a report tells with "would" what was to come when it was written: "The miners
        would vote on Friday"."""
        would = self.lower(verb.first) == "would" and self.lower(verb.first + 1) != "have"
        if not would or verb.negated or verb.lemma in happenings.STATES:
            return False
        terms = self.clause_of(verb).opener or not _ON_TERMS.isdisjoint(self.lowers)
        return not terms and self.inside(verb.head) is None

    def says_so(self, verb: Verb) -> Verb | None:
        """The verb with which somebody says what they are to do: "Kos said he would resign"."""
        if verb.tense != "future" and self.lower(verb.first) != "would":
            return None
        inside = self.inside(verb.head)
        if inside is None or len(inside.speakers) != 1 or self.in_marks(verb.head):
            return None
        first, last = self.subject(verb)
        if last != first + 1 or self.lower(first) not in _OF_ONESELF:
            return None
        speaker, person = inside.speakers[0], _OF_ONESELF[self.lower(first)]
        of_others = verb.passive if person else self.lower(first) == "it" and speaker.endswith("s")
        if of_others or person != (self.types.get(speaker) == "person"):
            return None
        begin = first - (self.lower(first - 1) == "that")
        between = [each for each in self.verbs if first < each.first < verb.first]
        joined = self.lower(verb.first - 1) in ("and", "but", "or")
        on_terms = self.lower(self.end(verb)) in _ON_TERMS
        if (between and not joined) or on_terms:
            return None
        saying = next((each for each in self.verbs if self._leads_to(each, begin)), None)
        if saying is None:
            return None
        opening, named = self.subject(saying)[0], self.named(*self.subject(saying), True)
        speaks = speaker in named if named else self.lower(opening) in DETERMINERS
        return saying if speaks and not self.lower(opening)[:1].isdigit() else None

    def _leads_to(self, saying: Verb, begin: int) -> bool:
        """Whether what somebody says with a verb begins at a token: right behind it, or behind
        whom it is said to."""
        if saying.lemma not in happenings.TELLING or saying.shape != "finite":
            return False
        between = range(saying.head + 1, begin)
        reach = _WHOM if saying.lemma in ("tell", "assure", "promise") else 0
        spoken = len(between) <= reach or all(at in self.dated for at in between)
        return saying.head < begin and spoken and not self.tokens.commas & {*between}

    def by_tense(self, time: TimeMention, ahead: bool) -> TimeMention:
        """A date of which only the day of the week is told, as the tense of its verb has it:
        "will meet on Saturday" is the next one, "met on Saturday" the last."""
        words = self.text[time.start : time.end].lower()
        if time.rule != "weekday" or len(time.edtf) != len("2024-01-01") or not self.published:
            return time
        if _WHICH_ONE.search(words):
            return time
        told = date.fromisoformat(time.edtf)
        if ahead and time.edtf < self.published:
            return replace(time, edtf=(told + _WEEK).isoformat())
        if not ahead and time.edtf > self.published:
            return replace(time, edtf=(told - _WEEK).isoformat())
        return time

    def ahead(self, time: TimeMention | None) -> bool:
        """Whether a time lies wholly after the day of publication."""
        if time is None or not time.edtf or not self.published or time.role == "since":
            return False
        return dates.bounds(time.edtf)[0] > self.published

    def when(self, verb: Verb) -> TimeMention | None:
        """The date that a clause goes on from: "since November 1, when a canopy collapsed"."""
        clause_of = self.clause_of(verb)
        if clause_of.opener != "when":
            return None
        time = self.dated.get(clause_of.begin - 1)
        if time is None or time.role == "at":
            return time
        first = time.edtf.strip("./") if time.role == "since" else ""
        return replace(time, edtf=first, role="at") if first else None

    def to_come(self, time: TimeMention) -> bool:
        """Whether a time, or the end of one, lies after the day of publication."""
        return bool(time.edtf and self.published) and dates.bounds(time.edtf)[1] > self.published

    def until(self, verb: Verb) -> TimeMention | None:
        """The day by which what a verb tells is to be done; None where none stands with it."""
        times = (self.dated[at] for at in range(verb.head + 1, self.end(verb)) if at in self.dated)
        return next((time for time in times if time.role == "until" and self.to_come(time)), None)

    def told(
        self, verb: Verb | None, at: int, status: EventStatus, sort: str, known: bool
    ) -> tuple[EventStatus, tuple[str, ...]]:
        """The standing of a head inside somebody's words, and whose words they are. ``verb``
        is the one that tells of it, if a verb does."""
        inside = self.inside(at)
        own = inside is not None and verb is not None and verb.head == at
        if own and inside is not None and verb is not None and self._begins_before(verb, inside):
            inside = None
        hearsay = verb is not None and (self.in_allegation(verb) or self.hearsay(verb))
        if hearsay and status in ("happened", "ongoing"):
            return "alleged", inside.speakers if inside is not None else ()
        if inside is None or known:
            return status, ()
        by_the_way = verb is not None and self._by_the_way(verb, at, inside)
        if inside.stance == "demand":
            wanted = verb is None or (
                sort in happenings.PURPOSE_SORTS and verb.tense in ("", "modal")
            )
            if wanted or status == "demanded":
                return "demanded", inside.speakers
        if by_the_way:
            return status, ()
        if inside.stance == "plan" and verb is not None and verb.tense in _BEFORE_NOW:
            return status, ()  # "pledged help to the town that lost its school"
        if inside.stance == "plan" or status == "planned":
            return "planned", inside.speakers
        if inside.stance == "statement" and self._known_to(inside, verb, at, sort):
            return status, ()
        return "alleged", inside.speakers

    def _begins_before(self, verb: Verb, inside: Reported) -> bool:
        """Whether a clause of the sentence's own goes on behind somebody's words: "the men accused
        of setting fire | were jailed"."""
        first, last = self.subject(verb)
        plain = verb.shape == "finite" and not self.clause_of(verb).opener
        outside = first < last and self.tokens.starts[first] < inside.start
        return plain and outside and not self.in_marks(verb.head)

    def in_allegation(self, verb: Verb) -> bool:
        """Whether a clause is that of an allegation ("the claim that they were beaten")."""
        begin = self.clause_of(verb).begin
        return self.lower(begin) == "that" and self.lower(begin - 1) in _UNPROVED

    def hearsay(self, verb: Verb) -> bool:
        """Whether a verb is told as what is alleged: "were allegedly paid"."""
        words = self.lowers[max(0, verb.first - 1) : verb.head + 2]
        return not ALLEGEDLY.isdisjoint(words)

    def _blamed(self, verb: Verb) -> bool:
        """Whether what is told is told as wrong: "were thrown out unlawfully"."""
        words = self.lowers[verb.first : self.end(verb)]
        without = "without" in words and not _GROUNDS.isdisjoint(words)
        return without or not _WRONGLY.isdisjoint(words)

    def _by_the_way(self, verb: Verb, at: int, inside: Reported) -> bool:
        """Whether a clause within reported words only tells what was before: "a ban after a man
        killed two guards"."""
        clause_of = self.clause_of(verb)
        within = self.tokens.starts[clause_of.begin] > inside.start
        comma = clause_of.begin in self.tokens.commas and clause_of.opener in ("who", "which")
        before = clause_of.opener in _OF_TIME
        stated = comma or before or inside.stance not in ("claim", "denial")
        which = self.lower(clause_of.begin) == "that" and self.subject(verb)[0] < clause_of.begin
        aside = which or clause_of.opener in _BY_THE_WAY
        return stated and within and aside and not self.in_marks(at)

    def _known_to(self, inside: Reported, verb: Verb | None, at: int, sort: str) -> bool:
        """Whether who reports an act may be taken at their word: it is their own, or they are
        an office, an outlet or a group that keeps count of such acts; no accusation is."""
        if verb is None or sort in happenings.CLAIMED or self.in_marks(at):
            return False
        if self.teller(verb) is not None or self.conceded(verb):
            return True
        if self._blamed(verb):
            return False
        if sort in _TALLIED and (verb.passive or sort == "treatment"):
            return True
        # What is done to somebody is none of their acts.
        doing = () if verb.passive else self.named(*self.subject(verb), True)
        return all(
            speaker in doing or self.types.get(speaker) in _KEEPING_COUNT
            for speaker in inside.speakers
        )

    def several(self, actor: str) -> bool:
        """Whether an actor is a number of people by its name: "the teachers", "the Greens"."""
        span = self.names.get(actor)
        name = self.text[span.start : span.end].lower() if span is not None else ""
        plural = name.endswith("s") and not name.endswith(("as", "is", "ss", "us"))
        return plural and self.types.get(actor) in ("group", "party", "coalition")

    def planned_by(self, head: int) -> bool:
        """Whether the words around a head are a plan, of which its maker claims nothing."""
        inside = self.inside(head)
        return inside is not None and inside.stance == "plan"
