"""Who does it: the words by which a title names the subject of a verb, and the actors."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from tui.extract.findings import ACTING_TYPES
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import RELATIVES
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.not_subjects import is_hidden, is_part, no_subject
from tui.extract.languages.en.happenings import FORMS, TELLING
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Span

_WORDS = lists("words", "events")

_WHOSE = re.compile(r"\b(?:his|her|its|their) (?:1[89]|20)\d\d$")
"""A year that says which of somebody's things is meant: "ran her 2008 campaign"."""
_DEGREE = re.compile(r"\s(?:more|less) than$")
"""What belongs to a verb behind: "the Greens more than | doubled"."""
_SELF = re.compile(r"\s(?:(?:him|her|it)self|themselves)$")
_HONORIFICS = lex.FEMALE_HONORIFICS | lex.MALE_HONORIFICS
_NAMELESS = (lex.PRONOUNS - {"everyone"}) | _WORDS["nameless"]
"""What alone names nobody."""
_OF_PEOPLE = frozenset("he she his her".split())
_STANDING_IN = frozenset("he she it they this that".split())
"""What may stand for the subject of the sentence before; "all" does not say of what it is."""
_DEGREES = frozenset("far much many long often little well badly close few soon".split())
"""What "how" asks for: "how far the campaign came" tells of no subject "far"."""
_LONGEST_NAME = 60
_LONGEST_OWNER = 4
"""Words of an owner in a title ("the Electoral Commission’s ruling")."""
_FORMER = frozenset("former outgoing acting deputy".split())
"""What a title leaves out of no office: "the former | head of the board who left"."""
_ABOUT = frozenset("about almost nearly only roughly".split())
"""What belongs to the number behind: "only | one poll was taken"."""
_NEVER_SUBJECTS = lex.SUBJECT_PRONOUNS | {"them", "him", "us", "me"}
_STANDING_FOR_NOTHING = frozenset("there what my".split())
_INDEFINITE = frozenset(
    "something anything everything nothing someone somebody anyone anybody".split()
)


def times_of(read: EventSentence) -> list[Span]:
    """The words of dates, which a title leaves out; those within names ("Voice of Today") stay."""
    return [
        Span(each.start, each.end)
        for each in read.times
        if each.role != "for"
        and not read.text[each.start : each.end].endswith((" after", " before"))
        and not read.in_a_name(each)
        and not _WHOSE.search(read.text, max(0, each.start - 6), each.end)
    ]


class Subject(NamedTuple):
    """Who does it: words for a title, "" where nobody is named, and the actors."""

    words: str
    actors: tuple[str, ...] = ()


def subject_of(read: EventSentence, verb: Verb, ask: bool = True) -> Subject:
    """Who does it, by name where a pronoun stands. ``ask`` allows to look for whom it stands
    in the sentence before."""
    first, last = read.subject(verb)
    if first >= last or is_part(read, verb, first, last) or is_hidden(read, verb, last):
        return Subject("")
    lower = read.lower(first)
    named = read.named(first, last, read.clause_of(verb).opener in ("who", "which", "that"))
    name = _explained_by(read, last, verb.first)
    actors = (*named, *(read.named(last, verb.first, True)[:1] if name else ()))
    teller = read.teller(verb)
    if teller is not None:
        words = name_of(read, teller)
        return Subject(
            titles.of_owner(words, "side") if words and lower == "we" else words, (teller,)
        )
    if lower in _INDEFINITE:
        return Subject("")
    if last == first + 1:
        alone = _single(read, verb, first, name, actors, ask)
        if alone is not None:
            return alone
    by = lower.endswith("ed") and read.lower(first + 1) == "by"
    if by or lower in _NEVER_SUBJECTS or lower in ("no", "none") or lower in _STANDING_FOR_NOTHING:
        return Subject("")
    if lower in ("your", "our"):
        words = words_of(read, first + 1, last)
        told = read.lower(last - 1).endswith("s") or read.lower(last - 1) in lex.GROUP_NOUNS
        return Subject(words[:1].upper() + words[1:] if told else "", named)
    how = read.clause_of(verb).opener == "how" and lower in _DEGREES
    if how or no_subject(read, verb, first, last):
        return Subject("")
    one_of = lower == "one" and read.lower(first + 1) == "of"
    of_them = one_of and read.lower(first + 2) in _NAMELESS
    if lower in ("that", "this") or of_them or (one_of and name):
        return Subject(name, actors)
    if lower in lex.OWN:
        return Subject(name, actors) if name else _owned(read, verb, named, ask)
    return _described(read, verb, named, name, actors)


def _single(
    read: EventSentence, verb: Verb, at: int, name: str, actors: tuple[str, ...], ask: bool
) -> Subject | None:
    """A subject of one word that says nothing by itself; None where it does."""
    lower = read.lower(at)
    if lower in ("those", "these", "the"):
        return Subject("")  # "those who fled"; of "the election day" the day is left out
    if lower.isdigit() or lower in UP_TO_TEN:
        # "Three were arrested"; of "of which three were upheld" it is not told what they are.
        alone = verb.passive and not read.clause_of(verb).opener
        return Subject(lower if alone else "")
    if lower in _NAMELESS or lower in lex.DETERMINERS:
        own = name or _standing_for(read, at, at + 1)
        saying = None if own else read.says_so(verb)
        if saying is not None:
            who = subject_of(read, saying, ask)
            if 0 < len(who.words) <= _LONGEST_NAME:
                return who
            inside = read.inside(verb.head)
            speakers = inside.speakers if inside is not None else ()
            return Subject("".join(name_of(read, each) for each in speakers), speakers)
        ask = ask and lower in _STANDING_IN
        return Subject(own, actors) if own or not ask else _context(read, verb, lower)
    return None


def _owned(read: EventSentence, verb: Verb, named: tuple[str, ...], ask: bool) -> Subject:
    """A subject that opens with whose it is: "her party"."""
    first, last = read.subject(verb)
    owner = _standing_for(read, first, first + 1)
    owning = Subject(owner) if owner or not ask else _context(read, verb, read.lower(first))
    words = words_of(read, first + 1, last)
    owner_words = owning.words.split()
    if 0 < len(owner_words) <= _LONGEST_OWNER and lex.PREPOSITIONS.isdisjoint(owner_words):
        return Subject(titles.of_owner(owning.words, words), (*named, *owning.actors))
    plain = takewhile(lambda at: read.lower(at) not in lex.PREPOSITIONS, range(first + 1, last))
    head = [first, *plain][-1]
    capital = read.tokens.capital(head) and "and" not in read.lowers[first:last]
    capital = capital and head > first  # "his rival Ana Kos"
    return Subject(words[:1].upper() + words[1:] if capital else "", named)


def _described(
    read: EventSentence, verb: Verb, named: tuple[str, ...], name: str, actors: tuple[str, ...]
) -> Subject:
    """A subject by its words, and by the name that explains them."""
    first, last = read.subject(verb)
    lower = read.lower(first)
    end = last
    while end - 1 > first + 1 and end - 1 in read.dated:
        end -= 1
    done = end < last and "part" in FORMS.get(read.lower(end - 1), ("", ""))[1]
    words = words_of(read, first, end - 1 if done else last)  # "the deal signed [on Monday]"
    words = words.removesuffix(" of")  # "the vote of [3 May]"
    words = _SELF.sub("", words)
    words = words if last == verb.first else _DEGREE.sub("", words)
    start, stop = read.tokens.starts[first], read.tokens.ends[last - 1]
    if read.lower(first - 1) == "whose":
        owner_at = read.structure.phrases.antecedent_of(read.clause_of(verb).begin)
        owner = words_of(read, *owner_at)
        actors = (*named, *read.named(*owner_at, True))
        short = 0 < len(owner.split()) <= _LONGEST_OWNER
        return Subject(titles.of_owner(owner, words), actors) if short else Subject("")
    if name and lower in ("a", "an") and not named:
        return Subject(name, actors)
    if name[:1].isupper() and " and " in name and not named:
        return Subject(f"{words}, {name},", actors)  # "two lists, Our Town and New Wind,"
    if name and name[:1].isupper() and not named:
        return Subject(f"{words} {name}", actors)  # "the mayor, Ana Low,"
    unnamed = not any(m.named and start <= m.start < stop for m in read.mentions)
    if name.startswith("the ") and name[4:5].isupper() and unnamed and last - first > 1:
        return Subject(f"{words}, {name},", actors)  # "the largest party, the Greens,"
    if name and named and name[:1].isupper() and unnamed and last - first <= _LONGEST_OWNER:
        return Subject(f"{words} {name}", actors)  # "the largest party, Civic Renewal,"
    if name and lower == "the" and name[:1].isupper() and last - first > _LONGEST_OWNER:
        return Subject(name, actors)  # "the head of the Oath movement, Dragan Soldo,"
    about = read.lower(first - 1) if lower in UP_TO_TEN or lower[:1].isdigit() else ""
    former = read.lower(first - 1) in _FORMER and read.lower(first) not in lex.DETERMINERS
    words = f"{read.lower(first - 1)} {words}" if former else words
    return Subject(f"{about} {words}" if about in _ABOUT else words, named)


def words_of(read: EventSentence, first: int, last: int) -> str:
    """The words between two tokens, for a title."""
    start = read.tokens.starts[first]
    if any(start == begin + 1 for begin, _ in read.tokens.named):
        start -= 1
    span = Span(start, read.behind(first, last))
    return titles.phrase(read.text, [span], times_of(read))


def name_of(read: EventSentence, actor: str) -> str:
    """The fullest name by which the text first calls an actor."""
    span = read.names.get(actor)
    words = read.text[span.start : span.end] if span is not None else ""
    return words.title() if words.isupper() and " " in words else words


def _standing_for(read: EventSentence, first: int, last: int) -> str:
    """The name of the one actor that a pronoun stands for."""
    start, end = read.tokens.starts[first], read.tokens.ends[last - 1]
    standing = {m.actor for m in read.mentions if m.start <= start and m.end >= end}
    if len(standing) != 1:
        return ""
    return name_of(read, standing.pop())


def _context(read: EventSentence, verb: Verb, pronoun: str) -> Subject:
    """What a pronoun stands for, where no actor is known: the subject of the verb before, or of
    the sentence before, if it fits and nobody else is named there."""
    own = read.subject(verb)
    told = read
    earlier = [
        v for v in read.verbs if v.first < verb.first and read.subject(v) not in (own, (0, 0))
    ]
    # "The Greens won, the board said, but it lost": the board tells of the Greens.
    tellers = [
        v for v in earlier[1:] if v.lemma in TELLING and read.subject(v)[0] in read.tokens.commas
    ]
    if tellers and pronoun not in _OF_PEOPLE:
        return Subject("")
    passive = verb.passive and pronoun in ("it", "they", "this", "that")
    if passive:
        # What something is done to is seldom who acted before, unless they say so themselves.
        earlier = [v for v in earlier if v.lemma in cues.SPEECH]
    fitting = [v for v in earlier if _fits(told, v, pronoun)]
    # A subject of a clause within a clause is less in mind than that of the sentence.
    fitting = [v for v in fitting if told.clause_of(v).opener not in RELATIVES]
    further = not fitting and not passive
    last_told = read.before() if further else None
    if last_told is not None and not (earlier and pronoun in _OF_PEOPLE):
        told = last_told
        earlier = [v for v in told.verbs if v.shape in ("finite", "copula")]
        fitting = [v for v in earlier if _fits(told, v, pronoun) and not told.in_marks(v.head)]
    if pronoun in _OF_PEOPLE and len({told.subject(v) for v in fitting}) != 1:
        return Subject("")
    if not fitting or (told is read and _of_others(read, fitting[-1], verb, pronoun)):
        return Subject("")
    who = subject_of(told, fitting[-1] if told is read else fitting[0], False)
    gender = "m" if pronoun in ("he", "his") else "f"
    others = {
        m.actor
        for m in told.mentions
        if m.named and m.type == "person" and _gender(told, m.start) in (gender, "")
    } - {*who.actors}
    if len(who.words) > _LONGEST_NAME or (pronoun in _OF_PEOPLE and others):
        return Subject("")
    return who


def _of_others(read: EventSentence, before: Verb, verb: Verb, pronoun: str) -> bool:
    """Whether "they" may as well be those to whom the verb before does something: "Police held
    dozens of protesters as they broke in"."""
    between = read.lowers[before.head + 1 : read.clause_of(verb).begin]
    return pronoun in ("they", "their") and not lex.PLURAL_PEOPLE.isdisjoint(between)


def _fits(read: EventSentence, verb: Verb, pronoun: str) -> bool:
    """Whether a pronoun may stand for the subject of a verb."""
    first, last = read.subject(verb)
    if first >= last:
        return False
    head = head_of(read, first, last)
    start = read.tokens.starts[head]
    types = {m.type for m in read.mentions if m.named and m.start <= start < m.end}
    noun, opening = read.lower(head), read.lower(first)
    if pronoun in _OF_PEOPLE:
        gender = "m" if pronoun in ("he", "his") else "f"
        if "person" in types:
            return _gender(read, start) in (gender, "")
        other = lex.FEMALE_ROLES if gender == "m" else lex.MALE_ROLES
        return not types and noun in lex.ROLE_NOUNS - other
    many = noun in lex.PLURAL_PEOPLE or (noun.endswith("s") and types <= {"group"})
    people = noun in lex.PLURAL_PEOPLE or noun.removesuffix("s") in lex.ROLE_NOUNS
    if many and not (people or types or verb.lemma in cues.SPEECH):
        return False  # "the gates fell; they fled": no thing is meant
    if opening == "no":
        return False
    if "person" in types or many != (pronoun in ("they", "their")):
        return False
    if noun in lex.ROLE_NOUNS and not many:
        return False
    return bool(types) or opening in lex.ARTICLES or many or read.tokens.capital(first)


def _gender(read: EventSentence, at: int) -> str:
    """ "f" or "m" where a title or the given name of the person named at a position tells."""
    for m in read.mentions:
        if m.named and m.start <= at < m.end:
            before = read.text[max(0, m.start - 6) : m.start].lower().split()[-1:]
            if before and before[0] in _HONORIFICS:
                return "f" if before[0] in lex.FEMALE_HONORIFICS else "m"
            return gender_of(name_of(read, m.actor))
    return ""


def head_of(read: EventSentence, first: int, last: int) -> int:
    """The noun that heads a subject: the last word before what a preposition adds."""
    at = first + 1
    while at < last and read.lower(at) not in lex.PREPOSITIONS:
        at += 1
    return at - 1


def _explained_by(read: EventSentence, last: int, until: int) -> str:
    """The name that explains a subject: "her campaign chief, Ivo Ban, was held"."""
    if last >= until or last not in read.tokens.commas or last in read.verbal:
        return ""
    end = last + 1
    while end < until and end not in read.tokens.commas:
        end += 1
    start, stop = read.tokens.starts[last], read.tokens.ends[end - 1]
    named = [m for m in read.mentions if m.named and m.type in ACTING_TYPES]
    if not any(start <= m.start and m.end >= stop for m in named):
        return ""
    return titles.phrase(read.text, [Span(start, stop)], ())
