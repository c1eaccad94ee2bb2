"""The rules for events: each reads one sentence and adds what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tui.extract import event_words as words
from tui.extract import lexicon as lex
from tui.extract import lexicon_events as events
from tui.extract.clauses import (
    DETERMINERS,
    RELATIVES,
    Verb,
    border,
    clause,
    sort_of,
    tokens_of,
    verbs,
)
from tui.extract.found import EventFound, Mention, Reported, TimeFound
from tui.extract.layout import Layout, Role, Span
from tui.model import EventStatus

_UPCOMING = frozenset("upcoming forthcoming looming".split())
_SCHEDULING = frozenset("schedule plan set call".split())
_PLANNING = frozenset("plan decide agree vow pledge intend prepare promise threaten".split())
_APART = frozenset("after before following despite until amid".split())
_NEW = frozenset("new early fresh snap repeat another second".split())
_ONGOING = frozenset("ongoing underway continuing".split())
_HOLDING_UNDATED = events.HOLDING - {"set", "call", "plan", "schedule", "take", "go", "lead"}
_ATTEMPTS = frozenset("attempt attempts effort efforts bid bids".split())
_HYPOTHETICAL = frozenset("if unless whether".split())
_FIRST_PERSON = frozenset("i we i'm i've we're we've we'll i'll".split())


class Sentence:
    """A sentence with its words, verbs, dates and names; the rules add to ``found``."""

    def __init__(
        self,
        layout: Layout,
        span: Span,
        role: Role,
        mentions: Sequence[Mention],
        times: Sequence[TimeFound],
        reported: Sequence[Reported],
    ) -> None:
        self.text = layout.text
        self.span = span
        self.role = role
        self.mentions = mentions
        self.times = times
        self.reported = reported
        self.tokens = tokens_of(layout, *span)
        self.dated = self._dated()
        self.verbs = [
            verb
            for verb in verbs(self.tokens)
            if not any(at in self.dated for at in range(verb.first, verb.head + 1))
        ]
        self.verbal = frozenset(
            at for verb in self.verbs for at in range(verb.first, verb.head + 1)
        )
        self.taken: set[int] = set()
        self.found: list[EventFound] = []

    # ------------------------------------------------------------------ asking

    def _dated(self) -> dict[int, TimeFound]:
        found: dict[int, TimeFound] = {}
        times = iter(self.times)
        time = next(times, None)
        for at, token in enumerate(self.tokens):
            while time is not None and time.end <= token.start:
                time = next(times, None)
            if time is not None and time.start <= token.start:
                found[at] = time
        return found

    def tokens_in(self, time: TimeFound) -> tuple[int, int]:
        within = [at for at, each in self.dated.items() if each is time]
        return (within[0], within[-1] + 1) if within else (0, 0)

    def lower(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def inside(self, at: int) -> Reported | None:
        """The innermost words of somebody that a token stands in."""
        start = self.tokens[at].start
        around = [each for each in self.reported if each.start <= start < each.end]
        return min(around, key=lambda each: each.end - each.start, default=None)

    def sort_at(self, at: int) -> str:
        """The sort of a noun of happening that heads its phrase, "" where none stands."""
        if not 0 <= at < len(self.tokens) or at in self.verbal or at in self.dated:
            return ""
        token = self.tokens[at]
        sort = events.noun_sort(token.lower.removesuffix("'s").removesuffix("'"))
        if not sort or (token.capital and at and self.tokens[at - 1].capital):
            return ""
        follows = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        compound = (
            follows is not None
            and not follows.gap.strip()
            and not border(self.tokens, at + 1)
            and at + 1 not in self.verbal
            and at + 1 not in self.dated
            and follows.lower not in DETERMINERS | lex.PREPOSITIONS | lex.CONJUNCTIONS
            and follows.lower not in lex.ADVERBS | lex.PRONOUNS | {"as", "to", "due"}
            and not follows.lower.endswith(("ed", "ing", "ly"))
        )
        return "" if compound or token.possessive else sort

    def nouns(self, first: int, last: int) -> Iterator[int]:
        """The nouns of happening between two positions, up to where the clause ends."""
        for at in range(first, min(last, len(self.tokens))):
            if at > first and border(self.tokens, at):
                return
            if self.sort_at(at):
                yield at

    def subject(self, verb: Verb) -> tuple[int, int]:
        """The tokens of who does it: ``last`` is where the verb begins."""
        first, _ = clause(self.tokens, verb.first)
        lead = self.governed_by(verb)
        if lead is None:
            return words.subject(self.tokens, verb, first)
        if verb.shape == "gerund" and self.lower(verb.first - 1) == "of":
            # "accused Serbia of attempting": who is accused.
            return lead.head + 1, verb.first - 1
        if verb.shape in ("gerund", "infinitive"):
            return self.subject(lead)
        at = verb.first
        while at > lead.head + 1 and self.lower(at - 1) in lex.ADVERBS:
            at -= 1
        if (
            at == lead.head + 1
            or self.lower(at - 1) in lex.CONJUNCTIONS
            or "," in self.tokens[at].gap
        ):
            # "won the vote and secured the seats": one subject for both.
            return self.subject(lead)
        begin = at - 1
        while begin > lead.head + 1 and "," not in self.tokens[begin].gap:
            begin -= 1
        return begin, verb.first

    def governed_by(self, verb: Verb) -> Verb | None:
        """The verb that an infinitive or gerund hangs on."""
        first, _ = clause(self.tokens, verb.first)
        before = [v for v in self.verbs if first <= v.first < verb.first and v.shape != "reduced"]
        return before[-1] if before else None

    def named(self, first: int, last: int) -> tuple[str, ...]:
        """The actors named between two tokens."""
        if first >= last:
            return ()
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        found = [m.actor for m in self.mentions if m.start < end and m.end > start]
        return tuple(dict.fromkeys(found))

    def hypothetical(self, verb: Verb) -> bool:
        first, _ = clause(self.tokens, verb.first)
        return self.lower(first) in _HYPOTHETICAL

    def first_person(self, verb: Verb) -> bool:
        first, last = self.subject(verb)
        return any(self.lower(at) in _FIRST_PERSON for at in range(first, last + 1))

    # ----------------------------------------------------------------- telling

    def status(self, verb: Verb, time: TimeFound | None) -> EventStatus | None:
        """How a verb's happening stands by the verb itself; None where it does not."""
        if verb.negated or self.hypothetical(verb):
            return None
        if verb.tense == "future":
            return "planned"
        if verb.tense == "modal":
            return None
        if time is not None and time.role in ("since", "frequency"):
            return "ongoing"
        return "ongoing" if verb.tense == "progressive" else "happened"

    def told(
        self, at: int, status: EventStatus, known: bool
    ) -> tuple[EventStatus, tuple[str, ...]]:
        """The standing of a head inside somebody's words, and whose words they are."""
        inside = self.inside(at)
        if inside is None or known:
            return status, ()
        if inside.stance == "demand":
            return "demanded", inside.speakers
        if inside.stance == "plan" or status == "planned":
            return "planned", inside.speakers
        return "alleged", inside.speakers

    def add_verb(
        self,
        rule: str,
        verb: Verb,
        sort: str,
        status: EventStatus,
        time: TimeFound | None = None,
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
            status, claimers = self.told(head, status, known)
        first, last = self.subject(verb)
        if (
            verb.shape == "gerund" and self.lower(verb.first - 1) not in ("after", "before", "of")
        ) or (self.lower(verb.first - 1) == "of" and not accusers(self, verb)):
            first = last = verb.first
        speech = sort == "speech"
        end = clause(self.tokens, verb.head)[1]
        span = Span(self.tokens[first].start, self.tokens[end - 1].end)
        actors = self.named(first, last)
        stop = self.tokens[-1].end if speech else span.end
        if speech:
            actors = (*actors, *self.named(verb.head + 1, min(end, verb.head + 6)))
        else:
            actors = (*actors, *self.named(verb.head + 1, end))
        opening = Span(self.tokens[first].start, self._apposition(first, last, verb))
        pieces = [opening, Span(self.tokens[verb.first].start, stop)]
        if first >= last:
            pieces = pieces[1:]
        self._add(rule, span, head, pieces, sort, status, time, actors, claimers, False)

    def add_noun(
        self,
        rule: str,
        at: int,
        status: EventStatus,
        time: TimeFound | None = None,
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
        first, last = words.noun_phrase(self.tokens, at, frozenset(self.dated), self.verbal)
        start, end = self.tokens[first].start, self.tokens[max(last, until) - 1].end
        if time is not None and time.end <= start and start - time.end < 60:
            start = time.start
        elif time is not None and 0 <= time.start - end < 80:
            end = max(end, time.end)
        piece = Span(self.tokens[first].start, self.tokens[last - 1].end)
        before = self.tokens[first - 1] if first else None
        definite = first < at and self.tokens[first].possessive
        if before is not None and not self.tokens[first].gap.strip():
            definite = definite or before.lower in ("the", "this", "that") or before.possessive
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
        time: TimeFound | None,
        actors: tuple[str, ...],
        claimers: tuple[str, ...],
        definite: bool,
    ) -> None:
        without = [Span(each.start, each.end) for each in self.times if each.role != "for"]
        title = words.title(self.text, pieces, without)
        if not title:
            return
        end = span.end
        while end > span.start + 1 and self.text[end - 1] in ".,;:":
            end -= 1
        span = Span(span.start, end)
        self.found.append(
            EventFound(
                start=span.start,
                end=span.end,
                head_start=self.tokens[head].start,
                head_end=self.tokens[head].end,
                title=title,
                status=status,
                time=time,
                actors=tuple(dict.fromkeys((*actors, *claimers))),
                claimed_by=claimers[0] if claimers else None,
                rule=rule,
                place=words.place(self.text, span.start, span.end, self.mentions),
                sort=sort,
                definite=definite,
            )
        )

    def _apposition(self, first: int, last: int, verb: Verb) -> int:
        """Where a subject ends for a title: before the words that explain it."""
        for at in range(first + 1, last):
            if "," in self.tokens[at].gap and (
                self.lower(at) in DETERMINERS | RELATIVES or self.lower(at) == "one"
            ):
                return self.tokens[at - 1].end
        return self.tokens[last - 1].end if last > first else self.tokens[verb.first].start


# ----------------------------------------------------------------------------- rules


def dated(read: Sentence) -> None:
    """A date beside a noun of happening, or with the verb of its clause."""
    for time in read.times:
        if time.role not in ("at", "since", "frequency") or not (time.edtf or time.note):
            continue
        if time.role == "frequency" and not time.edtf:
            continue
        first, last = read.tokens_in(time)
        if first == last:
            continue
        if not (_dates_noun_after(read, time, last) or _dates_noun_before(read, time, first)):
            _dates_verb(read, time, first, last)


def _dates_noun_after(read: Sentence, time: TimeFound, last: int) -> bool:
    """ "last Sunday’s parliamentary and local election", "the December 17 vote"."""
    if last >= len(read.tokens) or read.tokens[last].gap.strip():
        return False
    owned = read.tokens[last - 1].possessive or read.text[time.end - 1] in "’'"
    if not owned and (time.rule in ("day-word", "unit") or read.tokens[last].capital):
        return False
    for at in range(last, min(last + 7, len(read.tokens))):
        if read.sort_at(at):
            ahead = read.lower(last - 1 - (last - read.tokens_in(time)[0])) in ("of", "for")
            of = read.text[max(0, time.start - 10) : time.start].lower()
            planned = (ahead and of.endswith("ahead of ")) or _coming(read, time)
            read.add_noun("dated-noun", at, "planned" if planned else "happened", time, known=True)
            return True
        lower = read.lower(at)
        if (
            at in read.verbal
            or lower in lex.PREPOSITIONS | DETERMINERS | lex.PRONOUNS
            or border(read.tokens, at)
        ):
            break
    return owned


def _coming(read: Sentence, time: TimeFound) -> bool:
    said = read.text[time.start : time.end].lower().split()
    return said[0] in ("next", "coming", "tomorrow", "tomorrow's", "tomorrow’s")


def _dates_noun_before(read: Sentence, time: TimeFound, first: int) -> bool:
    """ "elections scheduled for Sunday", "a partial re-run on December the 30th"."""
    if first == 0 or read.tokens[first].gap.strip():
        return False
    held = next((v for v in read.verbs if v.head == first - 1 and v.shape == "reduced"), None)
    at = held.first - 1 if held is not None else first - 1
    if not read.sort_at(at):
        return False
    if held is not None:
        planned = held.lemma in _SCHEDULING
        read.add_noun("dated-noun", at, "planned" if planned else "happened", time, known=True)
        return True
    begin, _ = clause(read.tokens, at)
    before = [verb for verb in read.verbs if begin <= verb.first < at]
    if before and before[-1].lemma not in events.HOLDING | _PLANNING | events.DEMANDING:
        return False
    status: EventStatus = "happened"
    for verb in before:
        if verb.negated or verb.tense == "modal":
            return False
        if verb.tense == "future" or verb.lemma in _PLANNING | _SCHEDULING:
            status = "planned"
        elif verb.lemma in events.DEMANDING:
            status = "demanded"
    read.add_noun("dated-noun", at, status, time)
    return True


def _dates_verb(read: Sentence, time: TimeFound, first: int, last: int) -> None:
    verb = _verb_of(read, first, last)
    if verb is None:
        return
    status = read.status(verb, time)
    noun = _held_noun(read, verb)
    if noun is not None:
        if status is not None:
            _add_held(read, "dated-noun", verb, noun, status, time)
        return
    if status is None or verb.shape == "copula" or verb.lemma in events.STATES:
        return
    sort = sort_of(read.tokens, verb) or events.CLAIM_SORTS.get(verb.lemma, "")
    if not sort and (verb.lemma in lex.SPEECH or verb.lemma in lex.STANCE or verb.lemma == "speak"):
        sort = "speech"
    if not time.edtf and not sort:
        return
    if verb.lemma in events.ATTEMPTING:
        sort = sort or _attempted(read, verb)[1]
    read.add_verb("dated-verb", verb, sort or verb.lemma, status, time)


def _verb_of(read: Sentence, first: int, last: int) -> Verb | None:
    """The verb that a date stands with: the finite one before it in its clause, else the
    one after it; of a plan, what is planned."""
    if first and read.lower(first - 1) in _APART:
        return None
    begin = first
    while not border(read.tokens, begin):
        begin -= 1
    before = [verb for verb in read.verbs if begin <= verb.first and verb.head < first]
    fronted = first == begin or all(
        read.lower(at) in lex.CONJUNCTIONS | lex.ADVERBS for at in range(begin, first)
    )
    finite = [verb for verb in before if verb.shape in ("finite", "copula")]
    if finite:
        chosen = finite[-1]
        ahead = [v for v in before if v.first > chosen.head and v.shape == "infinitive"]
        if ahead and chosen.lemma in _PLANNING:
            planned = ahead[-1]
            return planned._replace(shape="finite", tense="future", first=chosen.first)
        return chosen
    reduced = [verb for verb in before if verb.shape == "reduced"]
    if reduced and not fronted:
        return reduced[-1]
    return _verb_after(read, last)


def _verb_after(read: Sentence, last: int) -> Verb | None:
    """The main verb behind a date that opens a clause, relative clauses passed over."""
    at = last
    while at < len(read.tokens):
        if border(read.tokens, at) and at > last:
            if read.lower(at) not in RELATIVES or "," not in read.tokens[at].gap:
                return None
            at += 1
            while at < len(read.tokens) and "," not in read.tokens[at].gap:
                at += 1
            if at == len(read.tokens):
                return None
        verb = next((v for v in read.verbs if v.first == at), None)
        if verb is not None and verb.shape in ("finite", "copula"):
            return verb
        at += 1
    return None


def _add_held(
    read: Sentence, rule: str, verb: Verb, noun: int, status: EventStatus, time: TimeFound | None
) -> None:
    """What is held: by its name where it is the subject, else as the clause tells it."""
    if noun < verb.first:
        read.add_noun(rule, noun, status, time, until=verb.head + 1)
    else:
        going_on = status == "ongoing" and verb.lemma in events.GOING_ON
        read.add_verb(rule, verb, read.sort_at(noun), status, time, head=noun, known=going_on)


def _held_noun(read: Sentence, verb: Verb) -> int | None:
    """The noun of happening that a verb of holding says to take place."""
    if verb.shape == "copula":
        if verb.lemma == "be":
            first, last = read.subject(verb)
            return last - 1 if last > first and read.sort_at(last - 1) else None
        return None
    place = verb.lemma == "take" and read.lower(verb.head + 1) == "place"
    if verb.passive or place:
        if verb.lemma in events.HOLDING and (verb.lemma != "take" or place):
            first, last = read.subject(verb)
            return next(read.nouns(first, last), None)
        return None
    if verb.lemma in events.GOING_ON | {"go"}:
        return _object(read, verb.head + 1, frozenset("on with up a the".split()))
    if verb.lemma not in events.HOLDING or verb.lemma in ("take", "set", "plan"):
        return None
    return _object(read, verb.head + 1, frozenset())


def _object(read: Sentence, first: int, through: frozenset[str]) -> int | None:
    for at in range(first, min(first + 8, len(read.tokens))):
        if border(read.tokens, at) or at in read.verbal or "," in read.tokens[at].gap:
            return None
        if read.sort_at(at):
            return at
        if (
            read.lower(at) in lex.PREPOSITIONS - through
            or read.lower(at) in lex.PRONOUNS - lex.DETERMINERS
        ):
            return None
    return None


def held(read: Sentence) -> None:
    """A verb of holding and its noun: "The rally was also staged", "went on hunger strike"."""
    for verb in read.verbs:
        going_on = verb.lemma in events.GOING_ON
        if verb.lemma not in _HOLDING_UNDATED | events.GOING_ON | {"go"}:
            continue
        if verb.tense == "present" and read.role != "caption" and not verb.passive:
            continue
        if verb.shape in ("copula", "gerund"):
            continue
        status = read.status(verb, None)
        if verb.shape == "infinitive":
            lead = read.governed_by(verb)
            if lead is None or lead.lemma not in _PLANNING or lead.negated:
                continue
            status = "planned"
        noun = _held_noun(read, verb)
        if noun is None or status is None or read.first_person(verb):
            continue
        if verb.lemma == "go" and read.sort_at(noun) != "strike":
            continue
        _add_held(read, "held", verb, noun, "ongoing" if going_on else status, None)


def telling_verbs(read: Sentence) -> None:
    """A verb that tells of a happening by itself: "dozens have been detained"."""
    for verb in read.verbs:
        sort = sort_of(read.tokens, verb)
        if not sort or sort in ("voters", "vote-buying") or verb.shape in ("copula", "infinitive"):
            continue
        if verb.shape == "gerund":
            continue
        if verb.tense == "present" and not verb.passive and read.role != "caption":
            continue
        if verb.lemma in ("gather", "rally", "march") and _transitive(read, verb):
            continue
        status = read.status(verb, None)
        if status is None or read.first_person(verb):
            continue
        read.add_verb("verb", verb, sort, status)


def _transitive(read: Sentence, verb: Verb) -> bool:
    """ "gather information": a thing is gathered, nobody gathers."""
    follows = read.lower(verb.head + 1)
    if not follows or border(read.tokens, verb.head + 1) or verb.head + 1 in read.dated:
        return False
    return (
        not (follows in lex.PREPOSITIONS or follows in lex.ADVERBS or follows.endswith("ly"))
        and read.tokens[verb.head + 1].gap.strip() == ""
    )


def attempts(read: Sentence) -> None:
    """An attempt: a fact where the article tells it, a claim inside somebody's words."""
    for verb in read.verbs:
        if verb.lemma not in events.ATTEMPTING or verb.shape == "copula":
            continue
        goal, sort = _attempted(read, verb)
        claimers = accusers(read, verb)
        if goal is None or not sort or read.first_person(verb):
            continue
        status = read.status(verb, None)
        claimed = bool(claimers) or read.inside(verb.head) is not None
        if status is None or (sort in events.CLAIM_SORTS.values() and not claimed):
            continue
        if verb.shape == "infinitive":
            continue
        if claimers:
            status = "alleged"
        read.add_verb("attempt", verb, sort, status, claimers=claimers)
        read.taken.add(goal.head)
    for verb in read.verbs:
        sort = events.CLAIM_SORTS.get(verb.lemma, "")
        if verb.shape != "infinitive" or not sort or read.inside(verb.head) is None:
            continue
        begin, _ = clause(read.tokens, verb.first)
        nouns = [at for at in range(begin, verb.first) if read.lower(at) in _ATTEMPTS]
        if nouns and verb.first - nouns[-1] < 14:
            _add_attempts(read, nouns[-1], verb, sort)


def _attempted(read: Sentence, verb: Verb) -> tuple[Verb | None, str]:
    goal = next((v for v in read.verbs if v.first == verb.head + 2), None)
    if goal is None or goal.shape != "infinitive":
        return None, ""
    return goal, sort_of(read.tokens, goal) or events.CLAIM_SORTS.get(goal.lemma, "")


def _add_attempts(read: Sentence, at: int, verb: Verb, sort: str) -> None:
    _, end = clause(read.tokens, verb.head)
    noun = verb._replace(first=at, head=at)
    if at not in read.taken:
        read.add_verb("attempt", noun, sort, "alleged")
        told = read.found[-1]
        if told.head_start == read.tokens[at].start:
            span = Span(read.tokens[at].start, read.tokens[end - 1].end)
            title = words.title(read.text, [span], ())
            read.found[-1] = _replaced(told, span, title)


def _replaced(event: EventFound, span: Span, title: str) -> EventFound:
    return replace(event, start=span.start, end=span.end, title=title)


def accusers(read: Sentence, verb: Verb) -> tuple[str, ...]:
    """Who accuses somebody of what a gerund says ("accused Serbia of attempting to ...")."""
    if verb.shape != "gerund" or read.lower(verb.first - 1) != "of":
        return ()
    lead = read.governed_by(verb)
    if lead is None or lead.lemma not in events.CLAIMING:
        return ()
    return read.named(*read.subject(lead))[:1]


def claimed(read: Sentence) -> None:
    """An act inside somebody's words: "foreign agents are provoking civil unrest"."""
    for verb in read.verbs:
        sort = events.CLAIM_SORTS.get(verb.lemma) or sort_of(read.tokens, verb)
        if not sort or verb.negated or verb.head in read.taken or verb.shape == "copula":
            continue
        claimers = accusers(read, verb)
        inside = read.inside(verb.head)
        if not claimers and (inside is None or inside.stance in ("demand", "plan")):
            continue
        if verb.lemma in ("allow", "promise", "beat") and not verb.passive:
            continue
        if verb.shape == "infinitive" or verb.tense in ("future", "modal"):
            continue
        if verb.tense == "present" and not verb.passive:
            continue
        if read.hypothetical(verb) or read.first_person(verb):
            continue
        read.add_verb("claimed", verb, sort, "alleged", claimers=claimers)


def demands(read: Sentence) -> None:
    """A demand and what is demanded: an annulment, an investigation, a new vote."""
    for verb in read.verbs:
        if verb.lemma not in events.DEMANDING or verb.shape in ("copula", "reduced"):
            continue
        if verb.negated or verb.tense == "modal" or (verb.passive and verb.lemma != "urge"):
            continue
        aimed = verb.lemma not in ("call", "push", "appeal") or "for" in (
            read.lower(verb.head + 1),
            read.lower(verb.head + 2),
        )
        if not aimed:
            aimed = verb.lemma == "call" and read.lower(verb.head + 1) in ("on", "upon")
        if not aimed:
            continue
        reach = 5 if verb.lemma in ("want", "seek") else 18
        head = _demanded(read, verb, reach)
        if head is None:
            continue
        claimers = read.named(*read.subject(verb))[:1]
        inside = read.inside(head)
        if not claimers and inside is not None:
            claimers = inside.speakers
        told = next((v for v in read.verbs if v.head == head), None)
        if told is not None:
            read.add_verb("demand", told, sort_of(read.tokens, told), "demanded", None, claimers)
        else:
            read.add_noun("demand", head, "demanded", known=True, claimers=claimers)


def _demanded(read: Sentence, verb: Verb, reach: int) -> int | None:
    for at in range(verb.head + 1, min(verb.head + reach, len(read.tokens))):
        if at > verb.head + 1 and border(read.tokens, at) and read.lower(at) != "that":
            return None
        sort = read.sort_at(at)
        if sort in events.PURPOSE_SORTS and at not in read.taken:
            near = {read.lower(back) for back in range(max(0, at - 4), at)}
            if sort != "vote" or near & _NEW:
                return at
        told = next((v for v in read.verbs if v.head == at and v.passive), None)
        if told is not None and sort_of(read.tokens, told) in events.PURPOSE_SORTS:
            return at
    return None


def upcoming(read: Sentence) -> None:
    """ "Kosovo’s upcoming local elections"."""
    for at, token in enumerate(read.tokens):
        if token.lower in _UPCOMING:
            noun = next(read.nouns(at + 1, at + 5), None)
            if noun is not None:
                read.add_noun("upcoming", noun, "planned", known=True)


def going_on(read: Sentence) -> None:
    """ "The investigation ... is still ongoing"."""
    for verb in read.verbs:
        if verb.lemma != "be" or verb.shape != "copula" or verb.negated:
            continue
        follows = {read.lower(at) for at in range(verb.head + 1, verb.head + 4)}
        if not (follows & _ONGOING or {"under", "way"} <= follows):
            continue
        noun = next(read.nouns(*read.subject(verb)), None)
        if noun is not None:
            read.add_noun("going-on", noun, "ongoing", until=verb.head + 1)


def victims(read: Sentence) -> None:
    """ "the killing of Oliver Ivanovic", "its invasion of Ukraine"."""
    for at in range(len(read.tokens) - 2):
        sort = read.sort_at(at)
        if sort not in events.VICTIM_SORTS or at in read.taken:
            continue
        if read.lower(at + 1) != "of" or read.tokens[at + 1].gap.strip():
            continue
        near = [read.tokens[n] for n in range(at + 2, min(at + 5, len(read.tokens)))]
        if not any(token.capital and not token.gap.strip() for token in near):
            continue
        before = [read.lower(n) for n in range(max(0, at - 3), at)]
        if "the" in before or any(read.tokens[n].possessive for n in range(max(0, at - 3), at)):
            read.add_noun("noun", at, "happened")


RULES: tuple[Callable[[Sentence], None], ...] = (
    dated,
    held,
    attempts,
    telling_verbs,
    claimed,
    demands,
    upcoming,
    going_on,
    victims,
)
