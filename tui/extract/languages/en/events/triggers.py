"""Words that tell of a happening by themselves, with or without a date."""

from __future__ import annotations

from tui.extract.findings import EventMention
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles
from tui.extract.languages.en.events.clause_titles import title_of, wish_of
from tui.extract.languages.en.events.event_sentence import ALLEGATIONS, EventSentence
from tui.extract.languages.en.events.held import (
    add_held,
    attempted,
    held_noun,
    rallied_around,
    without_object,
)
from tui.extract.languages.en.events.occasions import occasion, time_of
from tui.extract.languages.en.events.recording import EventDraft, add, add_noun, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.subjects import times_of
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "events")

_NEW = frozenset("new early fresh snap repeat another second".split())
ONGOING = frozenset("ongoing underway continuing".split())
HELD = (
    happenings.HOLDING - {"set", "call", "plan", "schedule", "take", "lead"}
) | happenings.GOING_ON
ATTEMPTS = frozenset("attempt attempts effort efforts bid bids".split())
CALLING = frozenset("call push appeal".split())
"""Verbs of which what is demanded stands behind a preposition."""
ADDRESSES = frozenset("address briefing interview letter conference speech".split())
AUDIENCES = frozenset("rally hall conference congress forum session parliament assembly".split())
"""Whom somebody speaks to in a formal way: "told a rally"."""
_OWN = frozenset("stump convention".split())
_OPINIONS = frozenset("report reports criticism idea notion suggestion comparison".split())
_SAID = ALLEGATIONS | _OPINIONS
_THEN = frozenset("after before since when while".split())
_ASKED = happenings.ACTS.keys() - _WORDS["asked"]
"""Acts that are news when they are asked for; what voters are asked to do is none."""
_STOPPING = frozenset("stop end cease halt prevent avoid".split())
LASTING = {"strike": "strike", "custody": "arrest", "detention": "arrest"}
"""What people are on or in, and the sort of happening that it is."""
_IN = (["on"], ["in"])
_BREAKING_OUT = frozenset("protest strike clash attack explosion disaster kill".split())
"""Sorts of which "there was" says that they took place."""
_UNDONE = happenings.PLANNING | {"deny"}  # of others the killing of somebody is a known fact
_HARDLY = frozenset("any few fewer hardly less little no".split())
_NEAR = 6
"""Words from "there was" to such a noun, at most."""
_MANNERS = frozenset("remain stay show keep respect refrain vote calm avoid".split())
"""What people are asked for that is no act."""


def held(read: EventSentence) -> None:
    """A verb of holding and its noun: "The rally was also staged", "went on hunger strike"."""
    for verb in read.verbs:
        going_on = verb.lemma in happenings.GOING_ON
        if verb.lemma not in HELD:
            continue
        if verb.tense == "present" and read.role != "caption" and not verb.passive:
            continue
        if verb.shape != "finite":
            continue
        status = read.status(verb, None)
        noun = held_noun(read, verb)
        if noun is None or status is None or read.first_person(verb):
            continue
        if verb.lemma == "go" and read.sort_at(noun) != "strike":
            continue
        draft = EventDraft("held", "ongoing" if going_on else status)
        add_held(read, verb, noun, draft)


def telling_verbs(read: EventSentence) -> None:
    """A verb that tells of a happening by itself: "dozens have been detained"."""
    if not any(verb.shape == "finite" and sort_of(read.tokens, verb) for verb in read.alone):
        return
    for verb in read.alone:
        sort = sort_of(read.tokens, verb)
        if not sort or sort in ("voters", "vote-buying") or verb.shape != "finite":
            continue
        if verb.lemma == "shoot" and read.lower(verb.head + 1) in ("up", "out", "back"):
            continue
        if verb.tense == "present" and read.role != "caption" and not _put_off(verb, sort):
            continue
        under_way = verb.tense == "past" and read.lower(verb.head).endswith("ing")
        if sort in happenings.ACT_SORTS and (under_way or read.in_marks(verb.head)):
            continue
        if verb.lemma in ("dismiss", "reject") and _of_words(read, verb):
            continue
        if verb.lemma in ("gather", "rally", "march") and _transitive(read, verb):
            continue
        if without_object(read, verb):
            continue
        if verb.lemma == "gather" and rallied_around(read, verb):
            continue
        if verb.first in read.structure.reduced:
            continue  # Asked last: most sentences have no verb that comes as far as this.
        status = read.status(verb, None)
        if status is None or read.first_person(verb):
            continue
        if read.promised(verb) and sort in ("winning", "losing", "finish"):
            continue  # "said it would win": nobody can promise that
        time = None
        if read.times:
            time = read.until(verb) if status == "planned" else occasion(read, verb, sort)
        add_verb(read, verb, EventDraft("verb", status, sort, time))


def _of_words(read: EventSentence, verb: Verb) -> bool:
    """ "dismissed the sheets as forged", "rejected the claim": what is said of what is said."""
    behind = range(verb.head + 1, read.end(verb))
    end = next((at for at in behind if read.lower(at) in _THEN), behind.stop)
    follows = set(read.lowers[verb.head + 1 : end])
    return "as" in follows or not follows.isdisjoint(_SAID)


def _put_off(verb: Verb, sort: str) -> bool:
    """ "is postponed": what is told in the present has happened."""
    return verb.passive and sort == "postponement"


def _transitive(read: EventSentence, verb: Verb) -> bool:
    """ "gather information": a thing is gathered, nobody gathers."""
    if verb.passive:
        return True
    follows = read.lower(verb.head + 1)
    if not follows or border(read.tokens, verb.head + 1) or verb.head + 1 in read.dated:
        return False
    return not (
        follows in lex.PREPOSITIONS or follows in lex.ADVERBS or follows.endswith("ly")
    ) and not read.tokens.marked(verb.head + 1)


def attempts(read: EventSentence) -> None:
    """An attempt: a fact where the article tells it, a claim inside somebody's words."""
    for verb in read.verbs_of(happenings.ATTEMPTING):
        if verb.shape == "copula":
            continue
        goal, sort = attempted(read, verb)
        claimers = read.accusers(verb)
        if goal is None or read.first_person(verb):
            continue
        status = read.status(verb, None)
        claimed = bool(claimers) or read.inside(verb.head) is not None
        if not sort and not (claimed or goal.lemma in happenings.STATES or goal.passive):
            sort = goal.lemma  # whatever is tried, in the article's own words
        if not sort:
            continue
        if status is None or (sort in happenings.CLAIM_SORTS.values() and not claimed):
            continue
        adjective = verb.shape == "gerund" and _tells_which(read, verb)
        if verb.shape == "infinitive" or adjective:
            continue
        if claimers or read.accused(verb):
            status = "alleged"
        add_verb(read, verb, EventDraft("attempt", status, sort, claimers=claimers))
        read.taken.add(goal.head)


def named_attempts(read: EventSentence) -> None:
    """An attempt that a noun names, inside somebody's words: "their attempts to rig it"."""
    for verb in read.alone:
        sort = happenings.CLAIM_SORTS.get(verb.lemma, "")
        if verb.shape != "infinitive" or not sort or read.inside(verb.head) is None:
            continue
        begin, _ = clause(read.tokens, verb.first)
        nouns = [at for at in range(begin, verb.first) if read.lower(at) in ATTEMPTS]
        if nouns and verb.first - nouns[-1] < 14:
            _add_attempts(read, nouns[-1], verb, sort)


def _tells_which(read: EventSentence, verb: Verb) -> bool:
    """Whether a participle only says which one is meant: "gave money to Kos, a man | trying to
    win a seat"."""
    before = read.lower(verb.first - 1)
    plain = verb.first not in read.tokens.commas and before not in lex.PREPOSITIONS
    return plain and before not in lex.CONJUNCTIONS and verb.first - 1 not in read.verbal


def _add_attempts(read: EventSentence, at: int, verb: Verb, sort: str) -> None:
    """Attempts that a noun names, with what is attempted: "attempts by others to rig it"."""
    if at in read.taken:
        return
    read.taken.add(at)
    end = read.end(verb)
    span = Span(read.tokens.starts[at], read.tokens.ends[end - 1])
    _, claimers = read.told(None, at, "alleged", sort, False)
    add(
        read,
        at,
        EventMention(
            start=span.start,
            end=span.end,
            head_start=read.tokens.starts[at],
            head_end=read.tokens.ends[at],
            title=titles.title(read.text, [span], ()),
            status="alleged",
            time=None,
            actors=read.named(at, end),
            claimed_by=claimers,
            rule="attempt",
            sort=sort,
        ),
    )


def demands(read: EventSentence) -> None:
    """A demand and what is demanded: an annulment, an investigation, a new vote."""
    for verb in read.verbs:
        if verb.lemma not in happenings.DEMANDING or verb.shape in ("copula", "reduced"):
            continue
        short_of = read.lowers[max(0, verb.first - 2) : verb.first] == ["short", "of"]
        if (
            verb.negated
            or short_of
            or verb.tense in ("modal", "future")
            or (verb.passive and verb.lemma != "urge")
        ):
            continue
        aimed = verb.lemma not in CALLING or "for" in (
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
            if read.in_marks(head) and read.lower(read.subject(verb)[0]) == "they":
                continue  # "They ask for a rerun," Kos said: others do
            claimers = inside.speakers
        told = next((v for v in read.verbs if v.head == head), None)
        if told is not None:
            title = title_of(read, verb, read.end(verb))
            if read.lower(told.head) not in title.lower():
                title = wish_of(read, told, claimers)
            sort = sort_of(read.tokens, told)
            if title:
                draft = EventDraft("demand", "demanded", sort, None, claimers, title=title)
                add_verb(read, told, draft)
        else:
            draft = EventDraft("demand", "demanded", claimers=claimers, known=True)
            add_noun(read, head, draft, verb)


def _demanded(read: EventSentence, verb: Verb, reach: int) -> int | None:
    """What a verb demands: a noun, "that the vote be repeated", "the court to annul it"."""
    verbs = {each.head: each for each in read.verbs}
    for at in range(verb.head + 1, min(verb.head + reach, len(read.tokens))):
        opener = at in read.structure.openers and read.lower(at) != "that"
        if at in read.tokens.apart or opener or (at in read.tokens.commas and at in verbs):
            return None
        sort = read.sort_at(at)
        if sort in happenings.PURPOSE_SORTS and at not in read.taken:
            near = {read.lower(back) for back in range(max(0, at - 4), at)}
            if sort != "vote" or near & _NEW:
                return at
        told = verbs.get(at)
        if told is not None and told is not verb and at not in read.taken:
            own = read.lower(told.first - 1) == "to" and told.first - 2 == verb.head
            wished = read.lower(told.first) == "be" and told.passive and not own
            asked = told.shape == "infinitive" and verb.lemma not in ("seek", "want", "push")
            of_act = bool(sort_of(read.tokens, told)) or told.lemma in _ASKED
            called = verb.lemma == "call" and told.lemma not in happenings.STATES | _MANNERS
            of_act = of_act or (called and read.lower(verb.head + 1) in ("on", "upon"))
            of_act = of_act and told.lemma not in ("vote", "join")
            if (wished or asked) and of_act and read.lower(told.first - 2) != "not":
                return at
            if told.shape == "reduced" or told.lemma in _STOPPING:
                return None  # "demanded that they stop their arrests"
    return None


def going_on(read: EventSentence) -> None:
    """ "The investigation ... is still ongoing"."""
    for verb in read.verbs:
        if verb.lemma != "be" or verb.shape != "copula" or verb.negated:
            continue
        follows = {read.lower(at) for at in range(verb.head + 1, verb.head + 4)}
        if not (follows & ONGOING or {"under", "way"} <= follows):
            continue
        noun = next(read.nouns(*read.subject(verb)), None)
        if noun is not None:
            end = clause(read.tokens, verb.head)[1]
            add_noun(read, noun, EventDraft("going-on", "ongoing"), until=end)


def lasting(read: EventSentence) -> None:
    """What goes on with somebody: "has been on hunger strike since Monday", "are in custody"."""
    for verb in read.verbs:
        if verb.lemma != "be" or verb.shape != "copula" or verb.head in read.taken:
            continue
        behind = read.lowers[verb.head + 1 : verb.head + 4]
        sort = next((LASTING[word] for word in behind[1:] if word in LASTING), "")
        if behind[:1] not in _IN or not sort or verb.tense not in ("present", "perfect"):
            continue
        if read.status(verb, None) is not None and not read.first_person(verb):
            dated = (read.dated[at] for at in range(verb.head, read.end(verb)) if at in read.dated)
            add_verb(read, verb, EventDraft("going-on", "ongoing", sort, next(dated, None)))


def there_was(read: EventSentence) -> None:
    """ "There were clashes outside the hall": what took place, by its noun."""
    for verb in read.verbs:
        if verb.lemma != "be" or verb.shape != "copula" or read.lower(verb.first - 1) != "there":
            continue
        status = read.status(verb, None)
        if status is None or verb.tense not in ("past", "perfect") or read.inside(verb.head):
            continue
        end = read.end(verb)
        noun = next((at for at in range(verb.head + 1, end) if read.sort_at(at)), None)
        if noun is None or read.sort_at(noun) not in _BREAKING_OUT or noun - verb.head > _NEAR:
            continue
        if not _HARDLY.isdisjoint(read.lowers[verb.head + 1 : noun]):
            continue
        around = (read.dated[at] for at in range(max(0, verb.first - 4), end) if at in read.dated)
        span = Span(read.tokens.starts[verb.head + 1], read.behind(verb.head + 1, end))
        title = titles.title(read.text, [span], times_of(read))
        time = next(around, None)
        draft = EventDraft("there", status, read.sort_at(noun), time, title=title)
        add_verb(read, verb, draft, noun)


def victims(read: EventSentence) -> None:
    """ "the killing of Oliver Ivanovic", "its invasion of Ukraine"."""
    tokens = read.tokens
    for at in range(len(tokens) - 2):
        if tokens.lowers[at + 1] != "of" or tokens.marked(at + 1):
            continue
        if read.sort_at(at) not in happenings.VICTIM_SORTS or at in read.taken:
            continue
        near = range(at + 2, min(at + 5, len(tokens)))
        if not any(tokens.capital(n) and not tokens.marked(n) for n in near):
            continue
        before = [read.lower(n) for n in range(max(0, at - 3), at)]
        if "the" in before or any(tokens.possessive(n) for n in range(max(0, at - 3), at)):
            killed = read.sort_at(at) == "kill"
            if not (killed and any(v.head == at - 2 for v in read.verbs_of(_UNDONE))):
                add_noun(read, at, EventDraft("noun", "happened", known=killed))


def told_to(read: EventSentence) -> None:
    """What somebody tells many at once: "told a rally that the vote was stolen"."""
    for verb in read.alone:
        if verb.lemma != "tell" or verb.shape != "finite" or verb.passive:
            continue
        behind = read.lowers[verb.head + 1 : verb.head + 16]
        heard = any(
            read.lower(at) in AUDIENCES
            and not read.compound(at)
            and not read.tokens.possessive(at)
            and "of" not in read.lowers[verb.head + 1 : at]
            for at in range(verb.head + 1, verb.head + 5)
        )
        if not heard or "that" not in behind or read.inside(verb.head):
            continue
        if read.status(verb, None) == "happened" and read.named(*read.subject(verb)):
            add_verb(read, verb, EventDraft("spoken", "happened", "speech"))


def spoken(read: EventSentence) -> None:
    """An act of speaking that has a name: "said in an address to the nation"."""
    for verb in read.verbs:
        if (
            verb.lemma not in cues.SPEECH
            or verb.lemma == "continue"
            or verb.shape != "finite"
            or verb.passive
            or read.inside(verb.head)
        ):
            continue
        first, last = read.subject(verb)
        begin = max((at for at in read.tokens.apart if at <= first), default=0)
        around = [*range(begin, first), *range(verb.head + 1, min(verb.head + 9, len(read.tokens)))]
        for at in around:
            if at > verb.head + 1 and border(read.tokens, at):
                break
            named = read.lower(at) in ADDRESSES and read.lower(at - 1) not in _OWN
            lead = {read.lower(n) for n in range(max(0, at - 4), at)}
            if named and lead & {"in", "at", "during"} and lead & lex.DETERMINERS:
                status = read.status(verb, None)
                if status == "happened" and read.named(first, last):
                    time = time_of(read, at)  # "in an address on Sunday, she called for"
                    time = None if time is None else read.by_tense(time, False)
                    time = None if read.ahead(time) else time
                    add_verb(read, verb, EventDraft("spoken", status, "speech", time))
                break
