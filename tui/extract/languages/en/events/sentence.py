"""A sentence as the rules for events see it: its words, verbs, dates, names, and whose words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tui import dates
from tui.extract.findings import ABOUT_NOBODY, About, EventMention, Mention, Reported, TimeMention
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.events import lexicon as happenings
from tui.extract.languages.en.events import titles as wording
from tui.extract.languages.en.events.arguments import SHARED, SORTS, about_of
from tui.extract.languages.en.events.clauses import (
    DETERMINERS,
    RELATIVES,
    Tokens,
    Verb,
    border,
    clause,
    verbs,
)
from tui.extract.text.document import Document, Role, Span
from tui.model import EventStatus

_HYPOTHETICAL = frozenset("if unless whether".split())
_FIRST_PERSON = frozenset("i we i'm i've we're we've we'll i'll".split())

_NOBODY = frozenset("no nobody none neither nothing".split())
_NO_COMPOUND = (
    DETERMINERS
    | lex.PREPOSITIONS
    | lex.CONJUNCTIONS
    | lex.ADVERBS
    | lex.PRONOUNS
    | {"as", "to", "due"}
)
"""What may follow a noun that heads its phrase."""
_EXPLAINS = DETERMINERS | RELATIVES | {"one"}
_PLACING = frozenset("in from near inside across outside at neighbouring neighboring".split())


class Sentence:
    """A sentence with its words, verbs, dates and names; the rules add to ``found``."""

    def __init__(
        self,
        document: Document,
        span: Span,
        role: Role,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        reported: Sequence[Reported],
        names: Mapping[str, Span],
        published: str,
    ) -> None:
        self.text = document.text
        self.span = span
        self.role = role
        self.mentions = mentions
        self.times = times
        self.reported = reported
        self.names = names
        self.published = published
        self.tokens = Tokens(document, *span)
        self.lowers = self.tokens.lowers
        self.dated = self._dated() if times else {}
        self.verbs = verbs(self.tokens)
        if self.dated:
            self.verbs = [
                verb
                for verb in self.verbs
                if not any(at in self.dated for at in range(verb.first, verb.head + 1))
            ]
        self._verb_starts = [verb.first for verb in self.verbs]
        self._subjects: dict[Verb, tuple[int, int]] = {}
        self.taken: set[int] = set()
        self.found: list[EventMention] = []

    # ------------------------------------------------------------------ asking

    @cached_property
    def apart(self) -> frozenset[int]:
        """The places of verbs, dates and names: no words of their own."""
        named = [at for at, begin in enumerate(self.tokens.starts) if self._in_name(begin)]
        return self.verbal.union(self.dated, named)

    def _in_name(self, at: int) -> bool:
        return any(each.start <= at < each.end for each in self.mentions)

    @cached_property
    def verbal(self) -> frozenset[int]:
        """The places of the words of verbs."""
        return frozenset(at for verb in self.verbs for at in range(verb.first, verb.head + 1))

    def _dated(self) -> dict[int, TimeMention]:
        """The words of dates by their places, each with its date."""
        found: dict[int, TimeMention] = {}
        starts = self.tokens.starts
        for time in self.times:
            first = bisect_left(starts, time.start)
            for at in range(first, bisect_left(starts, time.end, first)):
                found.setdefault(at, time)
        return found

    def tokens_in(self, time: TimeMention) -> tuple[int, int]:
        within = [at for at, each in self.dated.items() if each is time]
        return (within[0], within[-1] + 1) if within else (0, 0)

    def lower(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def inside(self, at: int) -> Reported | None:
        """The innermost words of somebody that a token stands in."""
        if not self.reported:
            return None
        start = self.tokens.starts[at]
        around = [each for each in self.reported if each.start <= start < each.end]
        # Words whose speaker is known tell more than the marks around them.
        return min(
            around, key=lambda each: (not each.speakers, each.end - each.start), default=None
        )

    def sort_at(self, at: int) -> str:
        """The sort of a noun of happening that heads its phrase, "" where none stands."""
        tokens = self.tokens
        lower, follows = self.lower(at), self.lower(at + 1)
        sort = happenings.noun_sort(lower.removesuffix("'s").removesuffix("'"))
        if not sort or at in self.verbal or at in self.dated or tokens.possessive(at):
            return ""
        if tokens.capital(at) and (lower in lex.CALENDAR or (at and tokens.capital(at - 1))):
            return ""
        compound = (
            follows
            and not tokens.marked(at + 1)
            and not border(tokens, at + 1)
            and at + 1 not in self.verbal
            and at + 1 not in self.dated
            and follows not in _NO_COMPOUND
            and not follows.endswith(("ed", "ing", "ly"))
        )
        return "" if compound else sort

    def nouns(self, first: int, last: int) -> Iterator[int]:
        """The nouns of happening between two positions, up to where the clause ends."""
        for at in range(first, min(last, len(self.tokens))):
            if at > first and border(self.tokens, at):
                return
            if self.sort_at(at):
                yield at

    def subject(self, verb: Verb) -> tuple[int, int]:
        """The tokens of who does it: ``last`` is where the verb begins."""
        # Of verbs in a row each asks for that of the one before.
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb)
        return self._subjects[verb]

    def _subject(self, verb: Verb) -> tuple[int, int]:
        first, _ = clause(self.tokens, verb.first)
        lead = self.governed_by(verb)
        if lead is None:
            return wording.subject(self.tokens, verb, first)
        if verb.shape == "gerund" and self.lower(verb.first - 1) == "of":
            # "accused Serbia of attempting": who is accused.
            return lead.head + 1, verb.first - 1
        if verb.shape in ("gerund", "infinitive"):
            return self.subject(lead)
        commas = self.tokens.commas
        opens = next((at for at in range(lead.head + 1, verb.first) if at in commas), None)
        if opens is not None and wording.fronts(self.tokens, lead):
            return opens, verb.first
        at = verb.first
        while at > lead.head + 1 and self.lower(at - 1) in lex.ADVERBS:
            at -= 1
        if at == lead.head + 1 or self.lower(at - 1) in lex.CONJUNCTIONS or at in commas:
            # "won the vote and secured the seats": one subject for both.
            return self.subject(lead)
        begin = at - 1
        while begin > lead.head + 1 and begin not in commas:
            begin -= 1
        if self.lower(begin) in lex.CONJUNCTIONS | wording.FRONTING:
            begin += 1
        return wording.behind_conjunction(self.tokens, begin, verb.first), verb.first

    def governed_by(self, verb: Verb) -> Verb | None:
        """The verb that an infinitive or gerund hangs on."""
        first, _ = clause(self.tokens, verb.first)
        for at in range(bisect_left(self._verb_starts, verb.first) - 1, -1, -1):
            before = self.verbs[at]
            if before.first < first:
                return None
            if before.shape != "reduced":
                return before
        return None

    def accusers(self, verb: Verb) -> tuple[str, ...]:
        """Who accuses somebody of what a gerund says ("accused Serbia of attempting to ...")."""
        if verb.shape != "gerund" or self.lower(verb.first - 1) != "of":
            return ()
        lead = self.governed_by(verb)
        if lead is None or lead.lemma not in happenings.CLAIMING:
            return ()
        return self.named(*self.subject(lead))[:1]

    def named(self, first: int, last: int, acting: bool = False) -> tuple[str, ...]:
        """The actors named between two tokens; a country where nothing but the place or the
        owner of what acts is none of them."""
        if first >= last:
            return ()
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        found = [m for m in self.mentions if m.start < end and m.end > start]
        return tuple(dict.fromkeys(m.actor for m in found if acting or not self._scene(m)))

    def _scene(self, mention: Mention) -> bool:
        """Whether a state is named only as the place or the owner of what acts."""
        if mention.type != "state" or not mention.named:
            return False
        before = self.text[max(self.span.start, mention.start - 12) : mention.start].split()
        after = self.text[mention.end : mention.end + 2]
        if after in ("'s", "’s") or not before:
            return bool(before)
        place = before[-1].endswith(",") and before[-1][0].isupper()
        return place or before[-1].lower() in _PLACING

    def hypothetical(self, verb: Verb) -> bool:
        first, _ = clause(self.tokens, verb.first)
        return self.lower(first) in _HYPOTHETICAL

    def first_person(self, verb: Verb) -> bool:
        first, last = self.subject(verb)
        return any(self.lower(at) in _FIRST_PERSON for at in range(first, last + 1))

    # ----------------------------------------------------------------- telling

    def status(self, verb: Verb, time: TimeMention | None) -> EventStatus | None:
        """How a verb's happening stands by the verb itself; None where it does not."""
        first, last = self.subject(verb)
        nobody = first < last and self.lower(first) in _NOBODY
        if verb.negated or nobody or self.hypothetical(verb):
            return None
        if self.ahead(time) and verb.tense in ("past", "perfect") and verb.shape == "finite":
            # What has been done cannot have the date that lies ahead.
            return None
        if verb.tense == "future" or self.ahead(time):
            return "planned"
        if verb.tense == "modal":
            return None
        if time is not None and time.role in ("since", "frequency"):
            return "ongoing"
        return "ongoing" if verb.tense == "progressive" else "happened"

    def ahead(self, time: TimeMention | None) -> bool:
        """Whether a time lies wholly after the day of publication."""
        if time is None or not time.edtf or not self.published or time.role == "since":
            return False
        return dates.bounds(time.edtf)[0] > self.published

    def told(
        self, at: int, status: EventStatus, known: bool, wanted: bool = True
    ) -> tuple[EventStatus, tuple[str, ...]]:
        """The standing of a head inside somebody's words, and whose words they are."""
        inside = self.inside(at)
        if inside is None or known:
            return status, ()
        if inside.stance == "demand":
            # A fact told within a demand ("the assault that killed five") is not demanded.
            if wanted or status == "demanded":
                return "demanded", inside.speakers
            return ("planned" if status == "planned" else "alleged"), inside.speakers
        if inside.stance == "plan":
            return "planned", inside.speakers
        if status == "planned":
            return "planned", inside.speakers
        return "alleged", inside.speakers

    def add_verb(
        self,
        rule: str,
        verb: Verb,
        sort: str,
        status: EventStatus,
        time: TimeMention | None = None,
        claimers: tuple[str, ...] = (),
        head: int | None = None,
        known: bool = False,
    ) -> None:
        """An event that a verb tells: its subject, the verb and what follows in the clause."""
        head = verb.head if head is None else head
        if head in self.taken:
            return
        self.taken.add(head)
        if not claimers:
            wanted = sort in happenings.PURPOSE_SORTS and verb.tense in ("", "modal")
            status, claimers = self.told(head, status, known, wanted)
        first, last = self.subject(verb)
        if (
            verb.shape == "gerund" and self.lower(verb.first - 1) not in ("after", "before", "of")
        ) or (self.lower(verb.first - 1) == "of" and not self.accusers(verb)):
            first = last = verb.first
        speech = sort == "speech"
        starts, ends = self.tokens.starts, self.tokens.ends
        end = clause(self.tokens, verb.head)[1]
        finite = {each.first for each in self.verbs if each.shape == "finite"}
        main = max(finite, default=0) if wording.fronts(self.tokens, verb) else 0
        for at in range(verb.head + 1, end):
            if self.lower(at) in wording.FRONTING - {"as"} and any(
                at + 1 < v < end for v in finite
            ):
                end = at
                break
            if at in self.tokens.commas and (
                self.lower(at) in ("a", "an")
                or at in finite
                or at < main
                or self._attributes(at, end)
            ):
                end = at
                break
        span = Span(starts[first], ends[end - 1])
        until = self._apposition(first, last)
        relative = last < verb.first and self.lower(last) in RELATIVES
        actors = doing = self.named(first, until, relative)
        stop = ends[-1] if speech else span.end
        if speech:
            actors = (*actors, *self.named(verb.head + 1, min(end, verb.head + 6)))
        else:
            actors = (*actors, *self.named(verb.head + 1, end))
        opening = Span(starts[first], ends[max(first, until - 1)])
        if until == first + 1 and self.lower(first) in lex.SUBJECT_PRONOUNS:
            # A title stands alone, so "he" is there by name.
            opening = next((self.names[each] for each in doing[:1] if each in self.names), opening)
        lead = self.governed_by(verb)
        begin = lead if lead is not None and verb.shape == "infinitive" else verb
        pieces = [opening, Span(starts[begin.first], stop)]
        if first >= last:
            name = self._only_name_before(verb) if rule.startswith("dated") else []
            pieces = [*name, pieces[1]]
        if lead is not None and self.accusers(verb):
            span = Span(starts[self.subject(lead)[0]], span.end)
        about = about_of(self.tokens, verb, (first, until), self.apart)
        self._add(rule, span, head, pieces, sort, status, time, actors, claimers, False, about)

    def add_noun(
        self,
        rule: str,
        at: int,
        status: EventStatus,
        time: TimeMention | None = None,
        *,
        known: bool = False,
        claimers: tuple[str, ...] = (),
        until: int = 0,
    ) -> None:
        """An event that a noun names: its phrase, and the date beside it."""
        if at in self.taken:
            return
        self.taken.add(at)
        if not claimers:
            status, claimers = self.told(at, status, known)
        tokens = self.tokens
        first, last = wording.noun_phrase(tokens, at, frozenset(self.dated), self.verbal)
        start, end = tokens.starts[first], tokens.ends[max(last, until) - 1]
        if time is not None and time.end <= start and start - time.end < 60:
            start = time.start
        elif time is not None and 0 <= time.start - end < 80:
            end = max(end, time.end)
        piece = Span(tokens.starts[first], tokens.ends[last - 1])
        definite = first < at and tokens.possessive(first)
        if first and not tokens.marked(first):
            before = self.lower(first - 1)
            definite = definite or before in ("the", "this", "that") or tokens.possessive(first - 1)
        definite = definite or (time is not None and time.end <= piece.start)
        self._add(
            rule,
            Span(start, end),
            at,
            [piece],
            self.sort_at(at),
            status,
            time,
            self.named(first, last),
            claimers,
            definite,
        )

    def _add(
        self,
        rule: str,
        span: Span,
        head: int,
        pieces: list[Span],
        sort: str,
        status: EventStatus,
        time: TimeMention | None,
        actors: tuple[str, ...],
        claimers: tuple[str, ...],
        definite: bool,
        about: About = ABOUT_NOBODY,
    ) -> None:
        without = [Span(each.start, each.end) for each in self.times if each.role != "for"]
        title = wording.title(self.text, pieces, without)
        if not title or (head in self.verbal and " " not in title):
            return
        end = span.end
        while end > span.start + 1 and self.text[end - 1] in ".,;:":
            end -= 1
        span = Span(span.start, end)
        # Of what is said, the place where it is said stands before or right behind the verb.
        scene = self.tokens.ends[head] if sort == "speech" and "said" in self.lower(head) else end
        self.found.append(
            EventMention(
                start=span.start,
                end=span.end,
                head_start=self.tokens.starts[head],
                head_end=self.tokens.ends[head],
                title=title,
                status=status,
                time=time,
                actors=tuple(dict.fromkeys((*actors, *claimers))),
                claimed_by=claimers[0] if claimers and not self._planned(head) else None,
                rule=rule,
                place=wording.place(self.text, span.start, scene, self.mentions),
                sort=sort,
                definite=definite,
                about=about._replace(people=frozenset(actors)),
                shared=sort in SHARED,
                loose=sort not in SORTS,
            )
        )

    def _only_name_before(self, verb: Verb) -> list[Span]:
        """The one actor that a sentence names before a verb without a subject of its own."""
        start = self.tokens.starts[verb.first]
        before = [m for m in self.mentions if m.named and m.end <= start]
        one = before if len({m.actor for m in before}) == 1 else []
        return [Span(each.start, each.end) for each in one[-1:]]

    def _attributes(self, first: int, end: int) -> bool:
        """Whether the words from a comma on say who says it ("..., the group says")."""
        said = [v for v in self.verbs if first < v.first < end and v.shape == "finite"]
        return bool(said) and said[0].lemma in cues.SPEECH and said[0].first - first < 6

    def _planned(self, head: int) -> bool:
        """Whether the words around a head are a plan, of which its maker claims nothing."""
        inside = self.inside(head)
        return inside is not None and inside.stance == "plan"

    def _apposition(self, first: int, last: int) -> int:
        """Where a subject itself ends: before the words that explain it."""
        for at in range(first + 1, last):
            if at in self.tokens.commas and self.lower(at) in _EXPLAINS:
                return at
        return last
