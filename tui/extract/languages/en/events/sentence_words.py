"""The words, verbs, dates and names of a sentence, as the rules for events look them up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set

from tui.extract.findings import Mention, Reported, TimeMention
from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.phrases import antecedent
from tui.extract.languages.en.clauses.structure import NO_CLAUSE, EventClause, Structure
from tui.extract.languages.en.clauses.tokens import DETERMINERS, border, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.clauses.verbs import clauses
from tui.extract.languages.en.events.chronicle import told_in_present
from tui.extract.languages.en.events.event_text import EventText
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span
from tui.extract.text.lazy_property import lazy_property

_WORDS = lists("words", "events")

_FIRST_PERSON = frozenset("i we i'm i've we're we've we'll i'll".split())

_NO_COMPOUND = (
    DETERMINERS
    | lex.PREPOSITIONS
    | lex.CONJUNCTIONS
    | lex.ADVERBS
    | lex.PRONOUNS
    | {"as", "to", "due"}
)
"""What may follow a noun that heads its phrase."""
_TELLING_SOMEBODY = _WORDS["telling_somebody"]
"""Verbs whose object does what the infinitive behind it says."""
_FACTIVE = frozenset("acknowledge admit announce concede confirm disclose".split())
"""Verbs of which what is said is so."""
_PLACING = frozenset("in from near inside across outside at neighbouring neighboring".split())


class SentenceWords:
    """A sentence with its words, verbs, dates and names."""

    def __init__(self, known: EventText, number: int) -> None:
        document = known.document
        start, end, paragraph = document.sentences[number]
        self.text = document.text
        self.span = span = Span(start, end)
        self.role = document.paragraphs[paragraph].role
        self.mentions = known.mentioned.within(span)
        self.times = known.timed.within(span)
        self.reported = known.reported.get(number, ())
        self.marked = known.in_marks.around(span)
        self.names = known.names
        self.types = known.types
        self.published = known.told_until
        self.row = known.rows.get(paragraph)
        """The date of the row of a chronicle that it stands in, whose present tells what was."""
        self.tokens = clauses(document, *span)
        self.lowers = self.tokens.lowers
        self.dated = self._dated() if self.times else {}
        self.alone = self.tokens.verbs if self.row is None else told_in_present(self.tokens)
        if self.dated:
            self.alone = [
                verb
                for verb in self.alone
                if verb.first not in self.dated and verb.head not in self.dated
            ]
        """The verbs as each is by itself: its lemma and tense, as a rule its shape."""
        self.lemmas = {verb.lemma for verb in self.alone}
        self._subjects: dict[Verb, tuple[int, int]] = {}

    # ------------------------------------------------------------------ asking

    @lazy_property
    def structure(self) -> Structure:
        """How its clauses lie in one another, which few rules need know of most sentences."""
        return Structure(self.tokens, self.alone, self.dated)

    @lazy_property
    def verbs(self) -> list[Verb]:
        """The verbs with what the clauses tell of their shapes."""
        reduced = self.structure.reduced
        if not reduced:
            return self.alone
        return [
            verb._replace(shape="reduced", passive=True) if verb.first in reduced else verb
            for verb in self.alone
        ]

    def verbs_of(self, lemmas: Set[str]) -> list[Verb]:
        """Those of some lemmas. Most sentences have none, which asks for no clauses."""
        if lemmas.isdisjoint(self.lemmas):
            return []
        return [verb for verb in self.verbs if verb.lemma in lemmas]

    @lazy_property
    def apart(self) -> frozenset[int]:
        """The places of verbs, dates and names: no words of their own."""
        starts = self.tokens.starts
        named = [
            range(bisect_left(starts, each.start), bisect_left(starts, each.end))
            for each in self.mentions
        ]
        return self.verbal.union(self.dated, *named)

    @lazy_property
    def verbal(self) -> frozenset[int]:
        """The places of the words of verbs."""
        return frozenset(at for verb in self.alone for at in range(verb.first, verb.head + 1))

    def _dated(self) -> dict[int, TimeMention]:
        """The words of dates by their places, each with its date."""
        found: dict[int, TimeMention] = {}
        starts = self.tokens.starts
        for time in self.times:
            if self.in_a_name(time):
                continue  # "the list “Brod Tomorrow”"
            first = bisect_left(starts, time.start)
            for at in range(first, bisect_left(starts, time.end, first)):
                found.setdefault(at, time)
        return found

    def in_a_name(self, time: TimeMention) -> bool:
        """Whether the words of a date are part of a name."""
        named = [(m.start, m.end) for m in self.mentions if m.named]
        return any(
            start <= time.start and time.end <= end for start, end in (*named, *self.tokens.named)
        )

    def behind(self, first: int, last: int) -> int:
        """Where the words from one token to another end, with a sign of percent or the mark
        that closes one among them."""
        stop = self.tokens.ends[last - 1]
        sign = self.text[stop : stop + 1]
        begin = self.tokens.starts[first] - 1
        closes = any(begin <= start < stop < end <= stop + 1 for start, end in self.tokens.named)
        if sign in ("/", ":") and self.text[stop + 1 : stop + 2].isdigit():
            return self.tokens.ends[last]  # "the attacks of 9/11", "at 9:30"
        return stop + 1 if sign == "%" or closes else stop

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
        lower = self.lower(at)
        bare = lower.removesuffix("'s").removesuffix("'") if "'" in lower else lower
        sort = happenings.noun_sort(bare)
        if not sort:
            return ""  # As of most words.
        follows = self.lower(at + 1)
        if at in self.verbal or at in self.dated or tokens.possessive(at):
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

    def compound(self, at: int) -> bool:
        """Whether the noun behind a noun heads its phrase: "the rally organisers"."""
        follows = self.lower(at + 1)
        return (
            follows.isalpha()
            and not self.tokens.marked(at + 1)
            and at + 1 not in self.dated
            and at + 1 not in self.verbal
            and follows not in lex.PREPOSITIONS
            and follows not in lex.CONJUNCTIONS
            and not border(self.tokens, at + 1)
        )

    def nouns(self, first: int, last: int) -> Iterator[int]:
        """The nouns of happening between two positions, up to where the clause ends."""
        for at in range(first, min(last, len(self.tokens))):
            if at > first and border(self.tokens, at):
                return
            if self.sort_at(at):
                yield at

    def subject(self, verb: Verb) -> tuple[int, int]:
        """The tokens of who does it, or whom it is done to; none where nothing tells."""
        # Of verbs in a row each asks for that of the one before.
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb)
        return self._subjects[verb]

    def _subject(self, verb: Verb) -> tuple[int, int]:
        if verb.first in self.structure.clauses:
            return self.structure.clauses[verb.first].subject
        if verb.shape == "reduced":
            before = self.lower(verb.first - 1)
            if before in lex.CONJUNCTIONS or before in happenings.FORMS:
                return 0, 0
            return antecedent(self.tokens, verb.first)
        lead = self.governed_by(verb)
        if lead is None:
            return 0, 0
        if verb.shape == "gerund" and self._of_wrong(verb, lead) and not lead.passive:
            # "accused Serbia of attempting": who is accused.
            return self.structure.phrases.trimmed(lead.head + 1, verb.first - 1)
        if verb.shape == "infinitive" and lead.lemma in _TELLING_SOMEBODY and not lead.passive:
            first = lead.head + 1 + (self.lower(lead.head + 1) in ("on", "for", "upon"))
            if first < verb.first - 1:
                return self.structure.phrases.trimmed(first, verb.first - 1)
        return self.subject(lead)

    def clause_of(self, verb: Verb) -> EventClause:
        """How the clause of a verb lies among the others."""
        return self.structure.clauses.get(verb.first, NO_CLAUSE)

    def end(self, verb: Verb) -> int:
        """The token behind the last of a verb's clause, which ends with the words of somebody
        that it stands in: "Two men fled, | Ivan Kos, a miner, said"."""
        end = self.structure.end(verb)
        said = self.inside(verb.head)
        if said is None or self.text[said.end : said.end + 1] != ",":
            return end
        return max(verb.head + 1, min(end, bisect_left(self.tokens.starts, said.end)))

    def governed_by(self, verb: Verb) -> Verb | None:
        """The verb that an infinitive or gerund hangs on."""
        adds = verb.shape == "gerund" and verb.first in self.tokens.commas
        first, _ = clause(self.tokens, verb.first - adds)
        last = bisect_left(self.alone, verb.first, key=lambda each: each.first) - 1
        if self.lower(verb.first - 1) == "of" and verb.first - 1 in self.tokens.commas:
            # "accused Kos, who had left, of lying"
            accusing = [v for v in self.verbs[: last + 1] if v.lemma in happenings.CLAIMING]
            return accusing[-1] if accusing else None
        for at in range(last, -1, -1):
            before = self.verbs[at]
            if before.first < first:
                return None
            if before.shape != "reduced":
                return before
        return None

    def accusers(self, verb: Verb) -> tuple[str, ...]:
        """Who accuses somebody of what a gerund says ("accused Serbia of attempting to ...")."""
        lead = self.governed_by(verb) if verb.shape == "gerund" else None
        if lead is None or not self._of_wrong(verb, lead):
            return ()
        if lead.lemma not in happenings.CLAIMING or lead.passive:
            return ()
        return self.named(*self.subject(lead))[:1]

    def _of_wrong(self, verb: Verb, lead: Verb) -> bool:
        """Whether a form in -ing is what somebody is accused "of", or charged "with"."""
        before = self.lower(verb.first - 1)
        return before == "of" or (before == "with" and lead.lemma == "charge")

    def accused(self, verb: Verb) -> bool:
        """Whether a verb says what somebody is accused of, or is said to have done."""
        lead = self.governed_by(verb)
        if lead is None:
            return False
        if verb.shape == "gerund":
            return self._of_wrong(verb, lead) and lead.lemma in happenings.CLAIMING
        said = lead.passive and lead.lemma in happenings.SAID_OF
        return verb.shape == "infinitive" and said and self.lower(verb.first) == "have"

    def conceded(self, verb: Verb) -> bool:
        """Whether somebody announces or admits what a clause tells, which makes it a fact:
        "the board announced that its head was stepping down"."""
        begin = self.clause_of(verb).begin
        near = {begin - 1, begin - 2, begin - 1 - (begin - 1 in self.dated)}
        inside = self.inside(verb.head)
        end = inside.end if inside is not None else 0
        for each in self.alone:
            behind = self.tokens.starts[each.first] >= end and each.head == len(self.tokens) - 1
            if each.lemma in _FACTIVE and (each.head in near or behind):
                return True  # "Kos was freed on Monday, the court announced"
        return False

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
            return after in ("'s", "’s")
        place = before[-1].endswith(",") and before[-1][0].isupper()
        return place or before[-1].lower() in _PLACING

    def hypothetical(self, verb: Verb) -> bool:
        """Whether a verb stands in a condition or a question."""
        lead = self.governed_by(verb) if verb.shape in ("infinitive", "gerund") else None
        return self.clause_of(verb).hypothetical or (
            lead is not None and self.clause_of(lead).hypothetical
        )

    def first_person(self, verb: Verb) -> bool:
        """Whether who speaks is the subject of a verb, and is not known to us by name."""
        first, last = self.subject(verb)
        own = any(self.lower(at) in _FIRST_PERSON for at in (*range(first, last), verb.first))
        return own and self.teller(verb) is None

    def teller(self, verb: Verb) -> str | None:
        """Who tells of an act of their own in a turn ("In October we filed a complaint")."""
        first, last = self.subject(verb)
        if last != first + 1 or self.lower(first) not in ("i", "we"):
            return None
        inside = self.inside(verb.head)
        if inside is None or len(inside.speakers) != 1 or self.in_marks(verb.head):
            return None
        past = verb.tense in ("past", "perfect") and sort_of(self.tokens, verb)
        return inside.speakers[0] if past else None

    def in_marks(self, at: int) -> bool:
        """Whether a token stands in quotation marks."""
        start = self.tokens.starts[at]
        return any(each.start <= start < each.end for each in self.marked)
