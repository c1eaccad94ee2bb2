"""What takes place, by the clauses of a Serbian text: protests, arrests, elections, filings,
decisions, sessions.

A clause tells an event where a form of a verb of happening stands in it, with whom or what it is
about. A time of the clause dates it, or one that the sentence opens with. What somebody is
reported to say is alleged, or demanded; what is to come is planned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.extract.findings import About, ContestMention, EventMention, Mention, Reported, TimeMention
from tui.extract.languages.sr import acts, cues
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import UNKNOWN, EventStatus, When

_PROSE = 2_000
"""Characters of a sentence; what is longer is a list or noise, and no prose to be read."""
_LONGEST = 160
"""Characters of the wording of an event."""
_SHORTEST = 3
"""Words of a clause that tells an event."""
_FRONTED = 9
"""Words of an opening that dates the clause behind it: "U nedelju, 17. decembra, ..."."""
_RELATIVES = frozenset(
    "koji koja koje kojeg kojem kojoj kojima kojim kojih koju ciji cija cije sto".split()
)
_PARTS = _RELATIVES | frozenset("a ali dok jer kada kad gde gdje i te da iako ako pa kako".split())
_AUXILIARIES = frozenset("su je ce cemo sam smo se".split())
_LEADING = _AUXILIARIES | frozenset("i a te pa ali".split())
_TRAILING = lists("grammar")["prepositions"] | lists("grammar")["conjunctions"]
_UNSAID = frozenset("da ako kad kada kako".split())
"""What opens a clause that tells of no fact where nobody is reported to say it."""
_NO_FACTS = frozenset(("to",))
"""What opens a clause that says what something is."""
_PAIRS = (("(", ")"), ("„", '“”"'), ("“", "”"), ('"', '"'), ("»", "«"), ("«", "»"))
_CLOSING = frozenset("“”\"»'’")
_SUBJUNCTIVE = frozenset("bude budu".split())
_TAKERS = frozenset(("person", "party", "coalition", "institution", "group"))


class _Clause(NamedTuple):
    first: int
    last: int
    """The words from ``first`` to before ``last``."""
    opener: str
    """The conjunction that it stands behind; "" for none."""


class _Told(NamedTuple):
    sort: str
    head: NameToken
    status: EventStatus


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    reported: Sequence[Reported],
    _published: When = UNKNOWN,
    marked: Sequence[QuotedSpan] = (),
    _elections: Sequence[ContestMention] = (),
) -> list[EventMention]:
    """The events of a text in its order, each passage by itself."""
    return list(_Reader(document, mentions, times, reported, marked).read())


class _Reader:
    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        reported: Sequence[Reported],
        marked: Sequence[QuotedSpan],
    ) -> None:
        self.document = document
        self.text = document.text
        self.words = tokens(document)
        self.starts = [word.start for word in self.words]
        self.people = sorted(mentions)
        self.people_at = [each.start for each in self.people]
        self.times = [each for each in times if each.role == "at"]
        self.times_at = [each.start for each in self.times]
        self.claims: InnermostInterval[Reported] = InnermostInterval(
            sorted(reported), lambda one: one.end - one.start
        )
        self.quoted = InnermostInterval(
            [(each.open, each.close) for each in marked if not each.nested], lambda one: one[0]
        )

    def read(self) -> Iterator[EventMention]:
        forms = acts.forms()
        done = -1
        for word in self.words:
            if word.key not in forms or word.start < done:
                continue
            sentence = self.document.sentence_at(word.start)
            if sentence is None or sentence.end - sentence.start > _PROSE:
                continue
            done = sentence.end
            role = self.document.paragraphs[sentence.paragraph].role
            if role in ("body", "caption", "lead-title"):
                yield from self._of_sentence(sentence)

    def _of_sentence(self, sentence: Sentence) -> Iterator[EventMention]:
        for clause in self._joined(sentence):
            told = self._told(clause)
            if told is None or self.quoted.at(told.head.start):
                continue
            event = self._event(told, clause, sentence)
            if event is not None:
                yield event

    def _joined(self, sentence: Sentence) -> Iterator[_Clause]:
        """The clauses of a sentence, a subject and what explains it with the verb behind them:
        "Ana Ilić, članica odbora, podnela je ostavku"."""
        waiting: list[_Clause] = []
        helped: _Clause | None = None
        """A clause with an auxiliary and without its verb, which a comma parts from it."""
        for clause in self._clauses(sentence):
            keys = [word.key for word in self.words[clause.first : clause.last]]
            verb = any(key in acts.forms() or key in cues.forms() for key in keys)
            aided = not _AUXILIARIES.isdisjoint(keys)
            if helped is not None and verb and not (aided or clause.opener):
                clause = clause._replace(first=helped.first, opener=helped.opener)
            helped = clause if aided and not verb else None
            verbless = not (verb or aided)
            if verbless and not clause.opener:
                waiting.append(clause)
                continue
            if len(waiting) == 2 and not clause.opener and keys[0] in acts.forms():
                clause = clause._replace(first=waiting[0].first)
            waiting = []
            yield clause

    def _clauses(self, sentence: Sentence) -> Iterator[_Clause]:
        """The clauses of a sentence: what commas and conjunctions part. An "i" parts only
        where a verb of its own stands on both sides."""
        low, high = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        first, opener = low, ""
        forms = acts.forms()
        acted = False
        for at in range(low, high):
            word = self.words[at]
            gap = self.text[self.words[at - 1].end : word.start] if at > low else ""
            parted = self._parts(gap, word) and not self._of_a_time(first, at)
            joins = word.key in _PARTS and (
                word.key not in ("i", "te", "pa") or (acted and self._verb_near(at + 1, high))
            )
            if parted or joins:
                if at > first:
                    yield _Clause(first, at, opener)
                first, opener, acted = (at + 1, word.key, False) if joins else (at, "", False)
            acted = acted or word.key in forms
        if high > first:
            yield _Clause(first, high, opener)

    def _parts(self, gap: str, word: NameToken) -> bool:
        """Whether what stands before a word parts clauses: not in a number ("51,9"), nor in the
        marks around a name or speech."""
        if set(gap).isdisjoint(",;:–—") or self.quoted.at(word.start - 1) is not None:
            return False
        return len(gap) > 1 or not word.key[:1].isdigit()

    def _of_a_time(self, first: int, at: int) -> bool:
        """Whether the comma before a word is one of a time inside a clause: "je u nedelju, 24.
        decembra, uhapsila"."""
        word, before = self.words[at], self.words[at - 1]
        index = bisect_left(self.times_at, before.start + 1) - 1
        near = self.times[max(0, index) : index + 2]
        beside = [
            each
            for each in near
            if each.start <= word.start < each.end or before.start < each.end <= word.start
        ]
        opens = self.words[first].start
        return bool(beside) and all(each.start > opens for each in beside)

    def _verb_near(self, at: int, high: int) -> bool:
        return any(word.key in acts.forms() for word in self.words[at : min(high, at + 3)])

    def _told(self, clause: _Clause) -> _Told | None:
        """What a clause tells, if anything."""
        words = self.words[clause.first : clause.last]
        keys = [word.key for word in words]
        if len(words) < _SHORTEST or clause.opener in _RELATIVES:
            return None
        asked = "li" in keys[:2]
        if asked or keys[0] in _NO_FACTS or not acts.words("negations").isdisjoint(keys):
            return None
        future = not acts.words("future").isdisjoint(keys)
        for number, word in enumerate(words):
            act = acts.forms().get(word.key)
            if act is None or (word.capital and not word.opens):
                continue
            if act.shape == "infinitive" and not future:
                continue
            if act.shape == "passive" and self._describes(words, number):
                continue
            sort = act.sort
            if sort == acts.THINGS:
                sort = self._thing(words, word)
                if not sort or (word.key in cues.forms() and self._behind_speech(words[0])):
                    continue
            elif word.key in cues.forms():
                continue
            planned = future or act.shape == "future"
            return _Told(sort, word, "planned" if planned else "happened")
        return None

    def _behind_speech(self, word: NameToken) -> bool:
        """Whether what is said in marks stands right before a word: „...“, objavila je"."""
        before = self.text[max(0, word.start - 3) : word.start]
        return not _CLOSING.isdisjoint(before) and "," in before

    def _describes(self, words: Sequence[NameToken], at: int) -> bool:
        """Whether a participle only describes a thing: "za ponovljene izbore"."""
        before = at - 1
        if before > 0 and (
            words[before].key in lists("grammar")["adverbs"] or words[before].key.endswith("no")
        ):
            before -= 1
        return before >= 0 and words[before].key in lists("grammar")["prepositions"]

    def _thing(self, words: Sequence[NameToken], verb: NameToken) -> str:
        """The sort of the thing that is nearest to a verb of many things."""
        near = sorted(
            (abs(word.start - verb.start), sort)
            for word in words
            if word is not verb and (sort := acts.sort_of(word.key))
        )
        return near[0][1] if near else ""

    def _event(self, told: _Told, clause: _Clause, sentence: Sentence) -> EventMention | None:
        first, last = clause.first, clause.last
        while first < last - 1 and self.words[first].key in _LEADING:
            first += 1
        while last - 1 > first and self.words[last - 1].key in _TRAILING:
            last -= 1
        begin, end = self.words[first].start, self.words[last - 1].end
        within = self.people[bisect_left(self.people_at, begin) : bisect_left(self.people_at, end)]
        actors = tuple(dict.fromkeys(each.actor for each in within if each.type in _TAKERS))
        claim = self.claims.at(told.head.start)
        if claim is None and clause.opener in _UNSAID:
            return None
        time = self._time(begin, end, sentence)
        if time is not None and told.status == "happened" and self._set_for(time):
            time = None  # "raspisao izbore za 2. jun"
        if time is None and not actors and not self._names_somebody(first, last, told):
            return None
        status = told.status
        wished = any(word.key in _SUBJUNCTIVE for word in self.words[first:last])
        if claim is not None and claim.stance == "demand":
            status = "demanded"
        elif wished:
            return None  # "da izbori budu poništeni" tells of nothing that is so.
        elif claim is not None and status == "happened":
            status = "alleged"
        return EventMention(
            start=begin,
            end=end,
            head_start=told.head.start,
            head_end=told.head.end,
            title=self._title(clause.first, first, last, told.head),
            status=status,
            time=time,
            actors=actors,
            claimed_by=claim.speakers if claim is not None else (),
            rule=f"told-{told.sort}",
            sort=told.sort,
            about=About(frozenset(actors), True, frozenset(), frozenset()),
            shared=told.sort in acts.shared(),
        )

    def _title(self, opens: int, first: int, last: int, head: NameToken) -> str:
        """The wording of a clause; an auxiliary that it opens with goes to its verb: "(da) će
        koalicija podneti" is "Koalicija će podneti"."""
        begin, end = self.words[first].start, self.words[last - 1].end
        if begin and self.text[begin - 1] in '"“„»':
            begin -= 1
        # „Most za sve“, "(RIK)": what is open is closed.
        for opening, closing in _PAIRS:
            if self.text[end : end + 1] in closing and opening in self.text[begin:end]:
                end += 1
        moved = " ".join(w.text for w in self.words[opens:first] if w.key in _AUXILIARIES)
        before = self.words[bisect_left(self.starts, head.start) - 1]
        verb = before if before.key == "biti" and before.start > begin else head
        at = verb.end if verb is self.words[first] else verb.start
        title = " ".join(f"{self.text[begin:at]} {moved} {self.text[at:end]}".split())
        if len(title) > _LONGEST:
            title = title[:_LONGEST].rsplit(" ", 1)[0] + " …"
        at = len(title) - len(title.lstrip('"“„»'))
        return title[:at] + title[at : at + 1].upper() + title[at + 1 :]

    def _names_somebody(self, first: int, last: int, told: _Told) -> bool:
        """Whether a clause says who does it, or what it is done to."""
        if acts.forms()[told.head.key].shape == "passive":
            return True
        if told.head.key.startswith(acts.of_itself()):
            return True
        return any(word.key in acts.words("people") for word in self.words[first:last])

    def _time(self, begin: int, end: int, sentence: Sentence) -> TimeMention | None:
        """The time of a clause: its own, or that with which its sentence opens."""
        own = self._times(begin, end)
        if own:
            return own[0]
        fronted = self._times(sentence.start, begin)
        low = bisect_left(self.starts, sentence.start)
        words = bisect_left(self.starts, begin) - low
        opens = fronted and words <= _FRONTED and fronted[0].start - sentence.start < 12
        return fronted[-1] if opens else None

    def _set_for(self, time: TimeMention) -> bool:
        """Whether a time is one that something is set for: "za 2. jun"."""
        near = self.text[max(0, time.start - 3) : time.start + 3].lower()
        return near.lstrip().startswith(("za ", "за ")) or near.endswith(("za ", "за "))

    def _times(self, begin: int, end: int) -> list[TimeMention]:
        low, high = bisect_left(self.times_at, begin), bisect_left(self.times_at, end)
        times = (each for each in self.times[low:high] if len(each.edtf) >= len("2023-12"))
        return [each for each in times if self.quoted.at(each.start) is None]  # „Beograd sutra“
