"""Whose words they are: the subject of a verb of saying, before it or behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tui.extract.languages.sr.attribution.noun_subjects import any_noun, first_noun, fits
from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    CLITICS,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Phrase,
    SentenceView,
    SubjectPhrase,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.roles import bodies, roles
from tui.extract.languages.sr.words import DID, lists

_WITH_ROLE = 6
"""Words between two names that may be the role of the second."""
_PLACE = 5
"""Words behind a verb that may tell where something is said, before who says it."""
_ONE = frozenset(("jedan", "jedna"))
_WHO = frozenset("koji koja koje".split())
_WHOM = frozenset("kojeg kog koga kojem kome kojoj kojima koju".split())
_OPENERS = SUBORDINATORS | _WHOM
_OUTLETS = lists("grammar")["outlets"]
_OUT_OF = frozenset("iz u od".split())
"""What stands before a body whose people say something: "iz RIK-a kažu"."""
_WRITTEN = frozenset(("pisati", "stajati", "navoditi", "istaknuto", "rečeno", "navedeno"))
_GERUNDS = ("uci", "eci", "vsi")
_LIKE_GERUNDS = lists("grammar")["like_gerunds"]
_PASSIVE = tuple(end + gender for end in ("en", "an") for gender in ("", "a", "o", "i", "e"))


def behind(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """The subject that stands behind a verb, between two positions."""
    begin = first
    while begin < last and (sentence.keys[begin] in AUXILIARIES or sentence.keys[begin] in ADVERBS):
        begin += 1
    subjects = list(_subjects(sentence, begin, last))
    # "ispred komisije (RIK)": an abbreviation in brackets has the case of its name.
    subjects = [each for each in subjects if not sentence.is_mark(each.phrase[0] - 1, "(")]
    found = [each for each in subjects if sentence.agrees(each, form)]
    if form.tense == "passive" or (form.lemma == "navoditi" and "se" in sentence.keys[first:last]):
        return _of_a_body(sentence, form, begin, last)
    named = [each for each in found if sentence.mention(each.phrase[0]) is not None]
    several = _several(sentence, subjects) if form.number == "p" else None
    if named or several:
        people = [each for each in named if sentence.gender(each.phrase[0])] or named
        whole = several or people[0]
        phrase = sentence.phrase_of(whole, begin, last)
        return phrase[0], _with_apposition(sentence, phrase[1], last)
    if found:
        return sentence.phrase_of(found[0], begin, last)[0], _phrase_end(sentence, found[0], last)
    body = _of_a_body(sentence, form, begin, last) or any_noun(sentence, form, begin, last)
    if body is None and sentence.keys[begin : begin + 1] and sentence.keys[begin] in PREPOSITIONS:
        # "objavilo je na Iksu Ministarstvo": behind where it is told.
        behind = range(begin + 2, min(begin + _PLACE, last))
        heads = (
            at for at in behind if any("N" in n.cases for n in bodies().get(sentence.keys[at], ()))
        )
        body = next((any_noun(sentence, form, at, last) for at in heads), None)
    return body


def before(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """The subject that stands before a verb, between two positions: in the part right before it,
    or in front of what commas set apart."""
    while first < last and (sentence.is_mark(first, ",–—-…") or sentence.keys[first] == "i"):
        first += 1
    if first >= last:
        return None
    written = form.lemma in _WRITTEN and sentence.keys[first] in _OUT_OF
    if form.tense == "passive" or written:
        if sentence.keys[first] in _OUT_OF and (body := _of_a_body(sentence, form, first, last)):
            return body
        relative = next((i for i in range(first, last) if sentence.keys[i].startswith("koj")), 0)
        if relative > first + 1:
            # "X je objavio izveštaj u kom piše da ...": X it is.
            active = CueForm("", "say", "present", "", "")
            return before(sentence, active, first, relative - 1)
        return _of_a_body(sentence, form, first, last)
    if (whose := _of_relative(sentence, form, first, last)) is not None:
        return whose
    parts = _parts(sentence, first, last)
    for number, (begin, end) in enumerate(reversed(parts)):
        if number == 0 and _tells_of(sentence, begin):
            return _opens_with(sentence, form, parts)
        if _subordinate(sentence, begin, end) or sentence.keys[begin] in _WHOM:
            if number == 0 and (own := _own_subject(sentence, form, begin, end, last)):
                return own
            if number == 0 and end == last and sentence.keys[begin] in _WHOM:
                # "X je pozvao Y, kojem je poručio da": X, or who is told of before.
                clause = parts[-2] if len(parts) > 1 else (first, first)
                near = list(_subjects(sentence, *clause))
                agree = [each for each in near if sentence.agrees(each, form)]
                people = [each for each in agree if sentence.names_person(each.phrase[0])]
                if people:
                    return sentence.phrase_of(people[0], *clause)
                if near and not agree:
                    return None
            if begin == first and (main := _main_subject(sentence, form, begin, end)):
                return main
            continue
        found = _subject_in(sentence, form, begin, end, parts[0][0])
        if found is not None:
            return _apposed(sentence, form, parts[: len(parts) - number], found) or found
        nearest = number == 0 or sentence.keys[end - 1] in AUXILIARIES
        if nearest and (body := _of_a_body(sentence, form, begin, end)):
            return body
        verb = begin != first and sentence.keys[begin].endswith(DID)
        if (nearest or begin == first) and not verb:
            noun = first_noun(sentence, form, begin, end)
            if noun is not None:
                one = sentence.keys[begin] in _ONE  # "Ana Kos, jedna od autorki, kaže"
                told = parts[: len(parts) - number]
                return (one and _apposed(sentence, form, told, noun)) or noun
    return None


def _tells_of(sentence: SentenceView, at: int) -> bool:
    """Whether a clause behind a preposition tells of somebody: ", za kojeg je rekao da"."""
    return sentence.keys[at] in PREPOSITIONS and sentence.keys[at + 1] in _WHOM


def _opens_with(sentence: SentenceView, form: CueForm, parts: list[Phrase]) -> Phrase | None:
    """The subject that a sentence opens with, before others that it tells of."""
    found = [each for each in _subjects(sentence, *parts[0]) if sentence.agrees(each, form)]
    return sentence.phrase_of(found[0], *parts[0]) if found and len(parts) > 1 else None


def of_next_clause(sentence: SentenceView, form: CueForm, first: int) -> Phrase | None:
    """The subject of the clause behind one that opens a sentence and has none: "iako kaže da je
    A, X tvrdi da B"."""
    behind = range(first, len(sentence))
    verb = next((at for at in behind if sentence.forms[at] is not None), first)
    found = before(sentence, form, first, verb)
    subjects = list(_subjects(sentence, *found)) if found else []
    # "Kad je rekao da je A, Ana Kos tvrdi": he is somebody else.
    return found if all(sentence.agrees(each, form) for each in subjects) else None


def _own_subject(
    sentence: SentenceView, form: CueForm, first: int, end: int, last: int
) -> Phrase | None:
    """The subject that a clause under another has itself: "iako X tvrdi", "jer su iz X rekli"."""
    if any(sentence.is_mark(at, ",–—") for at in range(end, last)):
        return None  # The verb stands behind the clause: "X, koji je Y video, rekao je".
    opens = (
        at
        for at in range(end - 1, first - 1, -1)
        if sentence.keys[at] in _OPENERS or sentence.keys[at].startswith("koj")
    )
    begin = next(opens, end) + 1
    while begin < end and (sentence.keys[begin] in AUXILIARIES or sentence.keys[begin] in CLITICS):
        begin += 1
    if begin >= end:
        return None
    found = _subject_in(sentence, form, begin, end, begin)
    found = found or _of_a_body(sentence, form, begin, end)
    # "Iako vlast tvrdi da A, ..."
    return found or (first_noun(sentence, form, begin, end) if begin == 1 else None)


def _main_subject(sentence: SentenceView, form: CueForm, first: int, end: int) -> Phrase | None:
    """The subject of the clause that opens a sentence and governs another: "X nije hteo da
    otkrije kada, ali je ocenio"."""
    if sentence.keys[first : first + 2] == ["da", "li"]:
        first += 2  # "Da li je X slagao kada je rekao da ...?"
    opens = (at for at in range(first, end) if sentence.keys[at] in SUBORDINATORS)
    stop = next(opens, first)
    if stop == first:
        return None
    found = _subject_in(sentence, form, first, stop, first)
    if found is None and sentence.keys[stop] in _WHO:
        return first_noun(sentence, form, first, stop)  # "Građani koji su došli uzvikivali su"
    return found


def _of_relative(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """What stands before the comma of ", koji tvrdi da": no name, which is found as others are."""
    at = last - 1
    while at > first and (sentence.keys[at] in AUXILIARIES or sentence.keys[at] in ADVERBS):
        at -= 1
    if at <= first + 1 or sentence.keys[at] not in _WHO:
        return None
    if not sentence.is_mark(at - 1, ","):
        # "građani koji su uzvikivali": they, in whatever case they stand.
        whose = sentence.tokens[at - 1].kind == "word" and sentence.keys[at - 1] not in PREPOSITIONS
        whose = whose and sentence.keys[at - 1] not in CONJUNCTIONS
        return (at - 1, at) if whose else None
    end = at - 1
    begin = end
    while begin > first and sentence.tokens[begin - 1].kind == "word":
        word = sentence.keys[begin - 1]
        if word in AUXILIARIES or word in CONJUNCTIONS or word in RELATIVES or word in ADVERBS:
            break
        if word in PREPOSITIONS or sentence.forms[begin - 1] is not None:
            break
        begin -= 1
    if begin == end or (begin > first and sentence.keys[begin - 1] in PREPOSITIONS):
        return None
    if any(sentence.subject_at(index) is not None for index in range(begin, end)):
        return None
    return (begin, end) if fits(sentence.keys[begin], form) else None


def _apposed(
    sentence: SentenceView, form: CueForm, parts: list[Phrase], found: Phrase
) -> Phrase | None:
    """The name that a role stands behind between commas: "Ana Kos, advokatica, kaže"."""
    if len(parts) < 2 or any(sentence.names_person(at) for at in range(*found)):
        return None
    begin, end = parts[-2]
    if not sentence.is_mark(parts[-1][1], ",–—") and end - begin > 1:
        return None  # "Kako kaže Ana Kos, advokat je rekao": another one.
    subject = sentence.subject_at(end - 1)
    if subject is None or sentence.mention(end - 1) is None or not sentence.agrees(subject, form):
        return None
    return sentence.phrase_of(subject, begin, end)[0], found[1]


def _parts(sentence: SentenceView, first: int, last: int) -> list[Phrase]:
    """What commas part, without what is empty."""
    found: list[Phrase] = []
    begin = first
    for at in range(first, last + 1):
        if at == last or sentence.is_mark(at, ",–—"):
            if any(word not in AUXILIARIES for word in sentence.keys[begin:at]):
                found.append((begin, at))
            begin = at + 1
    return found or [(first, last)]


def _subordinate(sentence: SentenceView, first: int, last: int) -> bool:
    """Whether a part is a clause under another, or tells only on what occasion."""
    keys = sentence.keys[first:last]
    if any(word in SUBORDINATORS or word.startswith("koj") for word in keys):
        return True
    word = sentence.keys[first]
    if word.startswith("upitan") or is_gerund(word):
        return True
    # "Izveštaj, predstavljen u utorak, pokazuje": what the part before is told to be.
    small = sentence.tokens[first].kind == "word" and not sentence.tokens[first].capital
    apart = sentence.is_mark(first - 1, ",") and sentence.is_mark(last, ",")
    return apart and small and len(word) > 5 and word.endswith(_PASSIVE) and word not in roles()


def is_gerund(word: str) -> bool:
    """Whether a word ends as "govoreći" and "rekavši" do, and is no adjective."""
    return word.endswith(_GERUNDS) and word not in _LIKE_GERUNDS


def _subject_in(
    sentence: SentenceView, form: CueForm, first: int, last: int, opens: int
) -> Phrase | None:
    subjects = list(_subjects(sentence, first, last))
    found = [each for each in subjects if sentence.agrees(each, form)]
    # "On je, za Televiziju Most (TVM), rekao": what stands in brackets has the case of its name.
    outside = [each for each in found if not sentence.is_mark(each.phrase[0] - 1, "(")]
    bracketed = len(found) - len(outside)
    if bracketed and (bracketed < len(subjects) or sentence.keys[first] in PREPOSITIONS):
        found = outside
    named = [each for each in found if sentence.mention(each.phrase[0]) is not None]
    if form.number == "p" and (several := _several(sentence, subjects)):
        return sentence.phrase_of(several, opens, last)
    if named:
        people = [each for each in named if sentence.gender(each.phrase[0])] or named
        chosen = people[-1]
        return sentence.phrase_of(chosen, opens, last)
    if found:
        phrase = sentence.phrase_of(found[0], first, last)
        return phrase[0], _phrase_end(sentence, found[0], last)
    return None


def _subjects(sentence: SentenceView, first: int, last: int) -> Iterator[SubjectPhrase]:
    for at in range(first, last):
        subject = sentence.subject_at(at)
        if subject is not None:
            yield subject


def _several(sentence: SentenceView, subjects: list[SubjectPhrase]) -> SubjectPhrase | None:
    """The first names that "i" and commas join: "Ana Kos i Petar Lim"."""
    named = [each for each in subjects if sentence.mention(each.phrase[0]) is not None]
    for number, first in enumerate(named):
        end = first.phrase[1]
        joined = 1
        for each in named[number + 1 :]:
            between = sentence.keys[end : each.phrase[0]]
            if not between or between[0] not in (",", "i"):
                break
            # "Petar Kos i ministarka Ana Lim": the second with a role.
            if len(between) > 1 and not (len(between) < _WITH_ROLE and between[1] in roles()):
                break
            end = each.phrase[1]
            joined += 1
        if joined > 1:
            return SubjectPhrase((first.phrase[0], end), "", "p")
    return None


def _with_apposition(sentence: SentenceView, end: int, last: int) -> int:
    """Where a name ends with what tells, behind a comma or "iz", who that is."""
    at = end
    if at < last and sentence.keys[at] == "iz":
        at += 1
        while at < last and sentence.tokens[at].kind == "word" and sentence.forms[at] is None:
            at += 1
        return at
    return end


def _phrase_end(sentence: SentenceView, subject: SubjectPhrase, last: int) -> int:
    """Where a phrase ends that a role heads: "gradonačelnik glavnog grada te zemlje"."""
    at = subject.phrase[1]
    if subject.phrase[1] - subject.phrase[0] == 1 and sentence.keys[at - 1] in ("on", "ona", "oni"):
        return at
    while at < last:
        if sentence.tokens[at].kind != "word" or sentence.forms[at] is not None:
            break
        word = sentence.keys[at]
        if word in AUXILIARIES or word in ADVERBS or word in RELATIVES or word in CONJUNCTIONS:
            break
        if word in PREPOSITIONS:
            break
        at += 1
    return at


def _of_a_body(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """ "Iz RIK-a", "u CIK-u": whose people say something, or in what it is written."""
    passive = form.tense == "passive"
    written = passive or form.lemma in _WRITTEN
    if not (form.number == "p" or written):
        return None
    for at in range(first, last - 1):
        word = sentence.keys[at]
        if word not in _OUT_OF and not (passive and word == "na"):
            continue
        inner = at > first and sentence.tokens[at - 1].kind == "word"
        if inner and not passive and sentence.keys[at - 1] not in AUXILIARIES | ADVERBS:
            return None
        end = _end_of_words(sentence, at + 1, last)
        names = [i for i in range(at + 1, end) if sentence.mention(i) is not None]
        people = any(sentence.keys[i].startswith(bodies_of_people()) for i in range(at + 1, end))
        if word == "na" and names:
            return names[-1], names[-1] + 1
        directly = any(
            sentence.forms[i] is not None for i in range(end, min(end + 2, len(sentence)))
        )
        people = people or (directly and sentence.tokens[at + 1].capital)
        nowhere = word == "u" and not (names or written or people)
        if word == "na" or nowhere or end == at + 1:
            continue
        return (at, end) if word == "iz" else (at + 1, end)
    return None


def _is_told(sentence: SentenceView, at: int) -> bool:
    """Whether a token names a medium, to which somebody speaks."""
    actor = sentence.names.actors.get(sentence.actor(at))
    return (actor is not None and actor.type == "media") or sentence.keys[at] in _OUTLETS


@cache
def bodies_of_people() -> tuple[str, ...]:
    """How words begin that name where people speak for a body: "u opštini kažu"."""
    return tuple(sorted(lists("grammar")["bodies_of_people"]))


def _end_of_words(sentence: SentenceView, first: int, last: int) -> int:
    """Where a phrase behind a preposition ends."""
    end = first
    while end < last and (sentence.tokens[end].kind == "word" or sentence.is_mark(end, ".")):
        word = sentence.keys[end]
        if word in AUXILIARIES or word in RELATIVES or word in ADVERBS:
            break
        if word == "za" and end + 1 < last and _is_told(sentence, end + 1):
            break  # "u stranci za Danas kažu"
        if sentence.forms[end] is not None:
            break
        end += 1
    return end
