"""The clause of a verb as the title of an event: who, the verb, what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles
from tui.extract.languages.en.events.arguments import before_next
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.subjects import (
    Subject,
    name_of,
    subject_of,
    times_of,
    words_of,
)
from tui.extract.languages.en.events.title_ends import ahead_alone, whole_title
from tui.extract.languages.en.events.title_subjects import is_subject
from tui.extract.languages.en.happenings import CLAIM_SORTS, FORMS, WITH_OBJECT
from tui.extract.languages.en.morphology import forms, is_adverb
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "events")

_ASKING = frozenset("which whom whose what whether how".split())
_UNITS = _WORDS["units"]
_HOW_MUCH = frozenset("much many few little far long".split())
_COUNTS = UP_TO_TEN | {"a", "an", "few", "several"}
_JOINS = lex.CONJUNCTIONS | lex.SUBORDINATORS | {"to", "as"}
_OBJECTS = frozenset("him her them it".split())
_BEFORE_OBJECTS = lex.PREPOSITIONS | lex.ADVERBS | {"to"}
_BEHIND_HER = lex.PREPOSITIONS | lex.SUBORDINATORS | lex.CONJUNCTIONS | {"to", "a", "the"}
_QUALIFYING = _WORDS["qualifying"]
_OF_TWO_OBJECTS = _WORDS["of_two_objects"]
"""Verbs of which one object stands behind the passive: "Kos, named the head of the board"."""
"""Adverbs without which a verb says more than the text."""
_DESCRIBED = re.compile(r"^[^,]{10,80}, (?P<name>[A-Z][^,]{3,40}), (?=and\b)")
"""What somebody is, before the name: "the mayor of the town, Ana Low, and two others"."""
_LITTLE = 25
"""Characters behind a subject that tell little of what was done."""
_SEVERAL = frozenset("people men women police".split())


def title_of(
    read: EventSentence,
    verb: Verb,
    end: int,
    claimers: Sequence[str] = (),
    subject: Subject | None = None,
) -> str:
    """The clause of a verb as a title: who, the verb, what follows; "" where nobody is named."""
    who = subject if subject is not None else subject_of(read, verb)
    first, last = read.subject(verb)
    if first <= verb.first < last:
        return ""
    if not who.words:
        return _alleged(read, verb, end, claimers)
    if _lacks_object(read, verb) or not is_subject(read, verb):
        return ""
    begin, before, end = _opening(read, verb, _with_which(read, verb, end))
    while end - 1 > verb.head and _hangs(read, verb, end):
        end -= 1
    if read.lower(end) in ("after", "before") and read.lower(end - 1) in _UNITS:
        end -= 1  # "began hours | after"
        end -= read.lower(end - 1) in _COUNTS or read.lower(end - 1).isdigit()
    end = _before_another(read, verb, before_next(read, verb, end))
    if ahead_alone(verb) and read.lower(verb.head + 2) in _OBJECTS:
        end = verb.head + 1  # "is to report | on it"
    rest = titles.phrase(
        read.text,
        [Span(read.tokens.starts[begin], read.behind(begin, end))] if begin < end else [],
        times_of(read),
    )
    would = not before and rest.startswith("would ")
    dated = any(read.ahead(time) for time in read.dated.values())
    ahead = read.promised(verb) or (dated and read.was_to_come(verb))
    if would and (ahead or read.says_so(verb) is not None):
        rest = f"will {rest[len('would ') :]}"  # "said it would sue": it will
    parts = [who.words, before, rest, _object_before(read, verb, end)]
    words = " ".join(filter(None, parts))
    if len(words) > titles.LONGEST:
        short = _DESCRIBED.sub(r"\g<name> ", who.words)
        who, words = who._replace(words=short), words.replace(who.words, short, 1)
    title = whole_title(read, verb, who.words, words, end)
    name = _name_at_end(read, who.words) if len(words) > titles.LONGEST else ""
    if name:
        # "The leader of the opposition in the north, Ana Low, urged ..." as "Ana Low urged ..."
        less = words.replace(who.words, name, 1)
        short = whole_title(read, verb, name, less, end)
        told = len(title) - len(who.words)
        if short and (not title or (told < _LITTLE and len(short) == len(less))):
            who, words, title = who._replace(words=name), less, short
    # A title that is cut before the verb's object tells nothing.
    verbal = len(who.words) + len(before) + 1 + len(rest.partition(" ")[0])
    return "" if len(title) < min(len(words), verbal) else title


def _name_at_end(read: EventSentence, who: str) -> str:
    """The name of the one person with which a subject ends: "the town's mayor | Ana Low"."""
    people = (m for m in read.mentions if m.type == "person" and m.named)
    names = (read.text[m.start : m.end] for m in people)
    if " and " in who:
        return ""
    name = next((name for name in names if " " in name and who.endswith(f" {name}")), "")
    office = takewhile(lambda word: word not in lex.PREPOSITIONS, who.lower().split())
    held = [word for word in office if word not in name.lower().split()]
    return name if held and held[-1] in lex.ROLE_NOUNS else ""


def _alleged(read: EventSentence, verb: Verb, end: int, claimers: Sequence[str]) -> str:
    """What somebody alleges that nobody in particular did: "Kos alleges buying votes"."""
    names = [name for each in claimers if (name := name_of(read, each))]
    leads, whom = read.lower(verb.first - 1), read.lower(verb.first - 2)
    general = leads not in ("for", "from") and (leads != "of" or whom not in lex.PRONOUNS)
    if verb.shape != "gerund" or not names or not (general or verb.lemma in CLAIM_SORTS):
        return ""  # "accused him of visiting Brod", "kept from leaving"
    span = Span(read.tokens.starts[verb.first], read.tokens.ends[end - 1])
    rest = titles.phrase(read.text, [span], times_of(read))
    alleges = "allege" if read.several(claimers[0]) else "alleges"
    return titles.shortened(f"{names[0]} {alleges} {rest}") if rest.count(" ") > 1 else ""


def _opening(read: EventSentence, verb: Verb, end: int) -> tuple[int, str, int]:
    """The token with which the words of a title begin behind its subject, the word that stands
    before them and not in the text, and where the clause ends."""
    first, last = read.subject(verb)
    lead = read.governed_by(verb) if verb.shape in ("infinitive", "gerund") else None
    while lead is not None and lead.shape == "infinitive":
        lead = read.governed_by(lead)  # "decided to press Kos to freeze it"
    of_subject = lead is not None and read.subject(lead) == (first, last)
    accused = lead is not None and lead.passive and read.lower(verb.first - 1) == "of"
    if lead is not None and of_subject and (verb.shape == "infinitive" or accused):
        return lead.first, "", end
    if verb.shape in ("gerund", "infinitive"):
        # "accused Kos of trying": Kos tried.
        end = _first_of_row(read, verb.head + 1, end)
        if verb.passive:
            return verb.head, _was(read, first, last), end
        return verb.head + 1, _past_of(verb.lemma), end
    reduced = verb.shape == "reduced" and not _takes_object(read, verb)
    if reduced or _goes_on_passive(read, verb):
        return verb.first, _was(read, first, last), end
    qualified = read.lower(verb.first - 1) in _QUALIFYING and verb.first not in read.tokens.commas
    return verb.first - (qualified and last < verb.first), "", end


def _takes_object(read: EventSentence, verb: Verb) -> bool:
    """Whether a participle is none, by the object behind it: "a member of the club, Blue Lake, |
    attended | the rally"."""
    return read.lower(verb.head + 1) in DETERMINERS and verb.lemma not in _OF_TWO_OBJECTS


def _with_which(read: EventSentence, verb: Verb, end: int) -> int:
    """Where a clause ends together with the one that says whom or what it is about: "campaigned
    with mothers | who have lost a child"; where it would be too long, or says which one of
    some, it ends before."""
    opener = read.lower(end).partition("'")[0]
    if opener not in ("who", "that") or end in read.tokens.commas | read.tokens.apart:
        return end
    behind = [each for each in read.verbs if each.shape in ("finite", "copula")]
    told = next((each for each in behind if each.first in (end, end + 1)), None)
    noun = read.lower(end - 1)
    first, last = read.structure.phrases.antecedent_of(end)
    general = first < last and read.lower(first) not in DETERMINERS and noun.endswith("s")
    if told is None or told.passive or not (general or noun in lex.PLURAL_PEOPLE):
        return end
    stop = read.end(told)
    ends = {*read.tokens.commas, *read.tokens.apart, len(read.tokens)}
    if stop not in ends and read.lower(stop) not in _JOINS - {"that", "what"}:
        return end
    begin = read.tokens.starts[max(0, read.subject(verb)[0])]
    return stop if read.tokens.ends[stop - 1] - begin < titles.LONGEST else end


def _goes_on_passive(read: EventSentence, verb: Verb) -> bool:
    """Whether a participle goes on what is done to somebody: "was born and raised in Brod"."""
    if verb.tense != "past" or verb.first != verb.head or verb.shape != "finite":
        return False
    if read.lower(verb.first - 1) not in ("and", "or"):
        return False
    at = verb.first - 2
    passive = any(
        (each.passive and each.head == at) or (each.shape == "copula" and each.head == at - 1)
        for each in read.verbs
    )
    return passive and (
        read.lower(verb.head + 1) in lex.PREPOSITIONS or verb.head + 1 in read.dated
    )


def _first_of_row(read: EventSentence, begin: int, end: int) -> int:
    """Where the first of several things that somebody is accused of ends."""
    for at in range(begin + 1, end):
        row = at in read.tokens.commas or read.lower(at) in ("and", "or")
        behind = at + (read.lower(at) in ("and", "or"))
        behind += read.lower(behind) in ("not", "of") or is_adverb(read.lower(behind))
        if row and read.lower(behind).endswith("ing"):
            return at
    return end


def _past_of(lemma: str) -> str:
    """The past of a verb; of one that no list has, by its form in -ing."""
    unknown = lemma.endswith("ing") and lemma not in FORMS
    return f"{lemma[:-3]}ed" if unknown else forms(lemma).past


def _lacks_object(read: EventSentence, verb: Verb) -> bool:
    """Whether what is done stands elsewhere: "Kos spent [Monday] in Brod"."""
    active = verb.shape == "finite" and not verb.passive
    return active and verb.lemma == "spend" and verb.head + 1 in read.dated


def _before_another(read: EventSentence, verb: Verb, end: int) -> int:
    """Where a clause ends behind which the subject of the next one was taken for its own: "the
    music blared | and the miners | danced"."""
    follows = any(each.first == end and each.shape == "finite" for each in read.verbs)
    apart = end in read.tokens.commas | read.tokens.apart
    if not follows or apart or read.lower(end - 1) in _JOINS:
        return end
    for at in range(end - 2, verb.head, -1):
        if read.lower(at) == "and":
            return at
        if read.lower(at) in lex.PREPOSITIONS or at in read.verbal:
            return end
    return end


def leaves_open(read: EventSentence, verb: Verb, title: str) -> bool:
    """Whether a title is about somebody or something that only the text before names: "called on
    her to resign", "has promised to veto it"."""
    lead = verb
    while lead.shape in ("infinitive", "gerund") and read.lower(lead.first - 1) != "of":
        over = read.governed_by(lead)
        if over is None:
            break
        lead = over
    at = _behind(read, lead)
    whom = read.lower(at)
    if whom not in _OBJECTS or f" {whom} " not in f"{title} ":
        return False
    behind = read.lower(at + 1)
    if at + 1 in read.verbal:
        return False  # "said it was late"
    return whom != "her" or not behind or behind in _BEHIND_HER or at + 1 in read.dated


def _behind(read: EventSentence, lead: Verb) -> int:
    """The first word behind a verb, and the verbs and prepositions that go on from it, which may
    name whom or what it is about."""
    at = lead.first
    while at in read.verbal or at in read.dated or read.lower(at) in _BEFORE_OBJECTS:
        at += 1
    return at


def _hangs(read: EventSentence, verb: Verb, end: int) -> bool:
    """Whether the last word of a clause belongs to another: "thanked them in | what was"."""
    asked = end < len(read.tokens) and read.lower(end) in _ASKING
    return asked and read.lower(end - 1) in lex.PREPOSITIONS


def _object_before(read: EventSentence, verb: Verb, end: int) -> str:
    """What is done to what stands before its clause: "the vote, which the Greens boycotted"."""
    clause_of = read.clause_of(verb)
    content = clause_of.opener == "that" and clause_of.begin - 1 in read.verbal
    if (
        content
        or clause_of.opener not in ("which", "that", "whom")
        or end > verb.head + 1
        or verb.passive
        or (clause_of.opener == "that" and verb.lemma not in WITH_OBJECT)
    ):
        return ""
    before = read.structure.phrases.antecedent_of(clause_of.begin)
    if before == clause_of.subject or before[0] >= before[1]:
        return ""
    if read.lower(before[0]) in _HOW_MUCH:
        return ""  # "how much that judge appointed will change"
    return words_of(read, *before)


def wish_of(read: EventSentence, verb: Verb, claimers: Sequence[str]) -> str:
    """The title of what somebody asks for in a clause: "Kos demands that the vote be void"."""
    names = [name for each in claimers if (name := name_of(read, each))]
    first, last = read.subject(verb)
    wanted = read.lower(verb.first) == "be" and read.lower(verb.first - 1) != "to"
    if not names or first >= last or not wanted:
        return ""
    span = Span(read.tokens.starts[first], read.behind(first, read.end(verb)))
    wish = titles.phrase(read.text, [span], times_of(read))
    wants = "demand" if read.several(claimers[0]) else "demands"
    return titles.shortened(f"{names[0][:1].upper()}{names[0][1:]} {wants} that {wish}")


def _was(read: EventSentence, first: int, last: int) -> str:
    """ "was" or "were", by the words of a subject."""
    noun = read.lower(last - 1)
    start = read.tokens.starts[last - 1]
    if any(m.type == "person" and m.named and m.start <= start < m.end for m in read.mentions):
        return "were" if "and" in read.lowers[first:last] else "was"
    several = noun.endswith("s") or read.lower(first)[:1].isdigit() or noun in _SEVERAL
    return "were" if several or "and" in read.lowers[first:last] else "was"
