"""What somebody who is named did or is to do, in the article's own words, whatever the verb: the
news of a report is seldom told in the words of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tui.extract.findings import ACTING_TYPES, BODY_TYPES, Mention, Reported
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.recording import EventDraft, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.subjects import head_of, subject_of
from tui.extract.languages.en.morphology import forms
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document
from tui.model import EventStatus

_WORDS = lists("words", "events")

_VERBS = (
    cues.SPEECH
    | cues.STANCE
    | happenings.STATES
    | happenings.GOING_ON
    | happenings.PLANNING
    | happenings.DEMANDING
    | happenings.ATTEMPTING
    | happenings.CLAIMING
    | happenings.CLAIM_SORTS.keys()
    | _WORDS["verbs"]
)
_NO_DOINGS = _VERBS.union(forms(verb).past for verb in _VERBS)
"""Verbs of states, words and thoughts, and those that tell nothing by themselves; one that no list
has goes by its past."""
_NOT_TO_COME = happenings.STATES.union(cues.SPEECH, cues.STANCE) - {"ask", "call", "appeal"}
"""Of what is to come, those that tell of no act."""
_COUNTED = frozenset("share take get win make gather collect gain hold give contribute".split())
"""Verbs of which a number behind them tells what was done: "took nine of ten towns"."""
_NUMBERS = _WORDS["numbers"]
_TOLD = frozenset({"past", "perfect"})
_OPENERS = frozenset("while when after before as where".split()) | {""}
_WILL = frozenset("will shall".split())
_BEFALLING = frozenset("win lose fall collapse fail suffer face gain survive".split())
"""What somebody foretells of others."""
_LONGEST_NAME = 6
"""Words of a name with what stands before it, at most."""
_ACTING = frozenset(
    [
        *lex.PLURAL_PEOPLE,
        *lex.GROUP_NOUNS,
        *lex.MEDIA_WORDS,
        *lex.ROLE_NOUNS,
        *(f"{noun}s" for noun in lex.ROLE_NOUNS),
    ]
)

_WOULD = "would"
_BEFORE_NOUNS = _WORDS["before_nouns"]
_ENDING = frozenset(",.;:")

WORDS = frozenset(
    form
    for form, (lemma, which) in happenings.FORMS.items()
    if ("past" in which or "part" in which) and lemma not in _NO_DOINGS
) | (_WILL | {_WOULD})
"""Words of which a sentence that tells of a doing has one, or one in -ed."""

_COUNTING = frozenset(forms(verb).past for verb in _COUNTED & _NO_DOINGS)
LISTED = WORDS | _COUNTING


def unlisted(words: Iterable[str]) -> list[str]:
    """Those of some words that may tell of a doing besides: whatever ends in -ed."""
    return [word for word in words if word.endswith("ed") and word not in happenings.FORMS]


def sentences_with(
    document: Document,
    words: Iterable[str],
    mentions: Iterable[Mention],
    reported: Mapping[int, Sequence[Reported]],
) -> Iterator[int]:
    """The numbers of the sentences in which a word that may tell of a doing stands behind
    somebody who is named. ``words`` are those of the text that may, ``reported`` somebody's
    words, by the sentence."""
    starts = [sentence.start for sentence in document.sentences]
    acting = (*document.anchors(_ACTING), *(m.start for m in mentions if m.type in ACTING_TYPES))
    naming: dict[int, int] = {}
    for at in sorted(acting, reverse=True):
        naming[bisect_right(starts, at) - 1] = at
    telling = set[int]()
    for word in words:
        for at in document.places[word]:
            number = bisect_right(starts, at) - 1
            if number in telling or naming.get(number, at) >= at:
                continue
            if _may_tell(document, word, at, reported.get(number, ())):
                telling.add(number)
    yield from sorted(telling)


def _may_tell(document: Document, word: str, at: int, reported: Sequence[Reported]) -> bool:
    """Whether a word may tell of a doing where it stands: what others tell as done is theirs,
    "would" tells in their words alone, and no verb stands behind "the", or tells with nothing
    behind it."""
    inside = any(each.start <= at < each.end for each in reported)
    if word in _WILL:
        return True
    if word == _WOULD or inside:
        return word == _WOULD and inside
    number = bisect_left(document.columns.starts, at)
    if word in _COUNTING:
        follows = document.bare_lowers[number + 1 : number + 2]
        return any(each in _NUMBERS or each[:1].isdigit() for each in follows)
    before = document.bare_lowers[number - 1] if number else ""
    return before not in _BEFORE_NOUNS and _ENDING.isdisjoint(document.gaps[number + 1])


def doings(read: EventSentence) -> None:
    """What somebody who is named did, or is to do: "the ministry complied with the ruling"."""
    if read.role != "body":
        return
    for verb in read.alone:
        if verb.shape != "finite" or verb.head in read.taken:
            continue
        if verb.negated and read.says_so(verb) is None:
            continue
        told = verb.tense in _TOLD
        if verb.lemma in (_NO_DOINGS if told else _NOT_TO_COME) and not _of_number(read, verb):
            continue
        if told and (read.inside(verb.head) is not None or sort_of(read.tokens, verb)):
            continue  # Somebody's words, or a verb of a sort of its own, which has been judged.
        if verb.first in read.structure.reduced:
            continue
        own = not told and (read.says_so(verb) is not None or read.promised(verb))
        if not told and read.lower(verb.first) not in _WILL and not own:
            continue
        if read.in_marks(verb.head) or read.first_person(verb) or _ends(read, verb):
            continue
        if read.clause_of(verb).opener not in _OPENERS and not own:
            continue
        status = _status(read, verb, told, own)
        if status is not None and somebody_acts(read, verb):
            sort = sort_of(read.tokens, verb) or verb.lemma
            add_verb(read, verb, EventDraft("done", status, sort))


def _status(read: EventSentence, verb: Verb, told: bool, own: bool) -> EventStatus | None:
    """How it stands: told as done, or to be done by whose plan it is."""
    inside = read.inside(verb.head)
    if told:
        under_way = verb.tense == "past" and read.lower(verb.head).endswith("ing")
        beside = [read.dated[at] for at in range(verb.head, read.end(verb)) if at in read.dated]
        lasts = any(time.role == "since" or read.ahead(time) for time in beside)
        if under_way or lasts:
            return None
        return "happened" if read.status(verb, None) is not None else None
    if inside is not None and not own and not _of_theirs(read, verb, inside):
        return None
    return "planned" if read.status(verb, None) == "planned" else None


def _of_theirs(read: EventSentence, verb: Verb, inside: Reported) -> bool:
    """Whether what is to be done is the speaker's own to do, or that of a body of which somebody
    tells: "the group will go to court, its lawyer said"."""
    named = set(read.named(*read.subject(verb), True))
    bodies = all(read.types.get(each) in BODY_TYPES for each in named)
    officer = all(read.types.get(each) == "person" for each in inside.speakers)
    told = bodies and officer and bool(inside.speakers) and verb.lemma not in _BEFALLING
    return bool(named) and (told or not named.isdisjoint(inside.speakers))


def _of_number(read: EventSentence, verb: Verb) -> bool:
    follows = read.lower(verb.head + 1)
    counts = follows in _NUMBERS or follows[:1].isdigit()
    return counts and verb.lemma in _COUNTED and verb.tense in _TOLD


def somebody_acts(read: EventSentence, verb: Verb) -> bool:
    """Whether the subject of a verb names who acts."""
    first, last = read.subject(verb)
    if first >= last:
        return False
    body = verb.lemma in happenings.BY_BODIES and not _of_number(read, verb)
    if not (
        _named(read, first, last, BODY_TYPES if body else ACTING_TYPES)
        or not _ACTING.isdisjoint(read.lowers[first:last])
        or (verb.tense in _TOLD and not body and _by_name(read, first, last))
        or read.says_so(verb) is not None
    ):
        return False
    if next(read.nouns(first, last), None) is not None:
        return False  # "the arrest of Kos led to protests"
    return bool(subject_of(read, verb).words)


def _named(read: EventSentence, first: int, last: int, types: Set[str]) -> bool:
    start, end = read.tokens.starts[first], read.tokens.ends[last - 1]
    return any(m.type in types and m.start < end and m.end > start for m in read.mentions)


def _by_name(read: EventSentence, first: int, last: int) -> bool:
    """Whether a subject has the form of a name, of which nothing is known."""
    head = head_of(read, first, last)
    return head > 0 and read.tokens.capital(head) and last - first < _LONGEST_NAME


def _ends(read: EventSentence, verb: Verb) -> bool:
    """Whether what is done has nothing behind it, and so tells too little."""
    at = verb.head + 1
    ends = at >= len(read.tokens) or border(read.tokens, at) or at in read.tokens.commas
    return ends or read.lower(at) == "as"
