"""Where what is said ends, and the reporter goes on."""

from __future__ import annotations

from tui.extract.languages.sr.attribution import sources
from tui.extract.languages.sr.attribution.contents import complement
from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    NEGATIONS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    Phrase,
    SentenceView,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.words import DID, MAN_DID

_BEGINS = frozenset(("da", "kako"))
_JOINS = frozenset("i te a ali pa ".split())
_AFTERWARDS = frozenset("posle nakon poslije".split())
_UNDER = frozenset("iako mada premda dok kad kada".split())
"""What opens a clause that another follows behind a comma: "iako X tvrdi da je A, Y kaže da B"."""
_WHOM = frozenset("kom kome kog koga".split())
_RELAYS = frozenset(("pisati", "javljati", "prenositi", "preneti"))
"""By which a medium tells what somebody has told it."""
_IN_ANSWER = frozenset((("na", "sta"), ("na", "sto")))
_UNANSWERED = ("oglasi", "odgovori", "komentari", "zakljucenja", "izjasni")
"""How words begin by which a reporter says that somebody has not answered."""
_FEWEST = 3
"""Tokens of a clause, its full stop with them."""
_ASIDE = 8
"""Words between a conjunction and the verb that it joins, at the most."""


def end(sentence: SentenceView, start: int, form: CueForm | None) -> tuple[int, list[Phrase]]:
    """Where what is said ends, and which words in it are the reporter's ("kako je naveo")."""
    holes: list[Phrase] = []
    relative = _in_relative(sentence, start)
    under = opens_under(sentence, start)
    index = start + 1
    while index < len(sentence):
        if sentence.is_stop(index) and index == len(sentence) - 1:
            return index, holes
        if sentence.tokens[index].kind == "mark" and sentence.tokens[index].text in ";":
            return index, holes
        comma = sentence.is_mark(index, ",–—")
        if comma or sentence.keys[index] in _JOINS:
            if comma and (hole := _hole(sentence, index)):
                holes.append((index, hole))
                index = hole
                continue
            if _reporter_goes_on(sentence, index, form, under) or _remark(sentence, index):
                return index, holes
            if relative and comma and _resumes(sentence, index):
                return index, holes
            if under and comma and _is_main_clause(sentence, index):
                return index, holes
            if sentence.keys[index] == "i" and _does_more(sentence, start, index, form):
                return index, holes
        index += 1
    return len(sentence), holes


def opens_under(sentence: SentenceView, start: int) -> bool:
    """Whether what is said from a position on is that of a clause that opens the sentence and
    that another follows: "iako X tvrdi da A, Y kaže da B"."""
    if sentence.keys[0] not in _UNDER:
        return False
    return not any(sentence.is_mark(at, ",;:–—") for at in range(1, start - 1))


def _is_main_clause(sentence: SentenceView, comma: int) -> bool:
    """Whether the last comma of a sentence parts the clause that opens it from its own: "Iako vlast
    tvrdi da A, radnici čekaju"."""
    behind = range(comma + 1, len(sentence))
    if len(behind) < _FEWEST or any(sentence.is_mark(at, ",;:–—") for at in behind):
        return False
    word = sentence.keys[comma + 1]
    return not (word in SUBORDINATORS or word in RELATIVES or word in _JOINS)


def told_of(sentence: SentenceView, at: int) -> int:
    """Where the clause begins that tells of somebody and ends with the comma before a verb: "X,
    kome je Y rekao da A, tvrdi da B"; 0 where none does."""
    if not sentence.is_mark(at - 1, ","):
        return 0
    return next((each for each in range(1, at - 1) if _opens_relative(sentence, each)), 0)


def _opens_relative(sentence: SentenceView, at: int) -> bool:
    word = sentence.keys[at]
    return (word.startswith("koj") or word in _WHOM) and sentence.is_mark(at - 1, ",")


def _in_relative(sentence: SentenceView, start: int) -> bool:
    """Whether the verb before what is said stands in a clause that tells of somebody: ", kome je
    X rekao da", ", koja kaže da"."""
    for at in range(start - 1, max(0, start - _ASIDE), -1):
        if _opens_relative(sentence, at):
            return True
        if sentence.tokens[at].kind != "word":
            return False
    return False


def _resumes(sentence: SentenceView, comma: int) -> bool:
    """Whether a verb right behind a comma is that of whoever a clause has told of."""
    at = comma + 1
    if at + 1 >= len(sentence):
        return False
    form = sentence.forms[at]
    if form is not None:
        return complement(sentence, at, form) is not None
    word = sentence.keys[at]
    return word.endswith(DID) and len(word) > 4 and sentence.keys[at + 1] in AUXILIARIES


def end_of_subject(sentence: SentenceView, start: int, end: int) -> int:
    """Where a clause ends that is itself the subject: "Tvrdnja da je most skup | nije dokazana"."""
    for at in range(start + 3, end - 1):
        word, following = sentence.keys[at : at + 2]
        if word in ("je", "nije") and following.endswith(("na", "la")):
            return at
        if word.endswith("la") and following == "je":
            return at
    return end


def _hole(sentence: SentenceView, comma: int) -> int:
    """One past ", kako je naveo," or ", dodao je," in what somebody says; 0 where none is."""
    at = comma + 1
    as_said = at < len(sentence) and sentence.keys[at] == "kako"
    if as_said:
        at += 1
    verb = False
    while at < len(sentence) and at - comma < 7:
        if sentence.is_mark(at, ","):
            return at + 1 if verb else 0
        form = sentence.forms[at]
        if form is not None and form.tense != "gerund":
            verb = True
        elif (
            sentence.tokens[at].kind != "word"
            or sentence.keys[at] in ("da", "i", "a", "ali")
            or (not as_said and not verb and sentence.keys[at] not in AUXILIARIES)
        ):
            return 0
        at += 1
    return 0


def _reporter_goes_on(sentence: SentenceView, at: int, form: CueForm | None, under: bool) -> bool:
    """Whether a comma or a conjunction leads back from what is said to who says it: to another
    verb of saying of the same subject, or of another one that is named."""
    index = at + 1
    while index < len(sentence) and sentence.keys[index] in _JOINS:
        index += 1
    conjoined = sentence.keys[at] in _JOINS or index > at + 1
    while index < len(sentence) and (
        sentence.keys[index] in AUXILIARIES or sentence.keys[index] in ADVERBS
    ):
        index += 1
    if index >= len(sentence):
        return False
    if conjoined:
        index = _onward(sentence, index)
    # "Na ocenu X da je A, Y kaže da B", "tvrdeći da je A, Y je rekao da B".
    fronted = form is None or form.tense == "gerund" or under
    fronted = fronted and not conjoined and sentence.keys[index] not in SUBORDINATORS
    if fronted and sentence.is_mark(at, ",") and _another_speaks(sentence, index):
        return True
    other = sentence.forms[index]
    if other is not None:
        if form is None and sentence.is_mark(at, ",") and complement(sentence, index, other):
            return True
        if other.tense == "gerund":
            return sentence.is_mark(at, ",–—")
        if other.kind == "relay" or (other.lemma in _RELAYS and other.tense == "present"):
            return True
        if not conjoined:
            return False
        same = form is None or not form.number or not other.number or form.number == other.number
        if same and form is not None and form.gender and other.gender:
            same = form.gender == other.gender and form.tense == other.tense
        mixed = form is not None and form.tense == "past" and other.tense == "present"
        return (same and not (mixed and sentence.keys[at] not in ("a", "ali", ","))) or (
            mixed and same and _follows_clause(sentence, index)
        )
    if (conjoined and sentence.is_mark(at, ",")) or sentence.keys[index : index + 1] == ["dok"]:
        return _another_speaks(sentence, index)
    return False


def _remark(sentence: SentenceView, comma: int) -> bool:
    """Whether a comma leads to what happened then, or to who has not answered."""
    if not sentence.is_mark(comma, ","):
        return False
    first, second, *_ = [*sentence.keys[comma + 1 : comma + 3], "", ""]
    if first in _AFTERWARDS and second == "cega":
        return True
    if (first, second) in _IN_ANSWER:
        return True
    words = sentence.keys[comma + 1 : comma + 14]
    denied = not NEGATIONS.isdisjoint(words)
    return first == "dok" and denied and any(word.startswith(_UNANSWERED) for word in words)


def _onward(sentence: SentenceView, first: int) -> int:
    """The verb of saying that stands behind a few words that lead in to it: "i, uz osmeh,
    dodao", "i na kraju dodao"; where they begin if none does."""
    if sentence.keys[first] not in PREPOSITIONS and not sentence.is_mark(first, ","):
        return first
    for at in range(first + 1, min(first + _ASIDE, len(sentence))):
        form = sentence.forms[at]
        if form is not None:
            return at if form.tense in ("past", "present") else first
        quoted = sentence.tokens[at].kind == "quote"
        if quoted or sentence.keys[at] in _BEGINS or sentence.keys[at] in RELATIVES:
            return first
    return first


def _does_more(sentence: SentenceView, start: int, at: int, form: CueForm | None) -> bool:
    """Whether "i" joins to the verb of saying another one that agrees with it and with nothing in
    what is said: "Rekao je da je most otvoren i pozdravio ..."."""
    if form is None or form.tense != "past" or form.number != "s" or form.gender == "n":
        return False
    if at + 1 >= len(sentence) or sentence.tokens[at + 1].kind != "word":
        return False
    endings = MAN_DID if form.gender == "m" else ("la",)
    if not sentence.keys[at + 1].endswith(endings) or sentence.mention(at + 1) is not None:
        return False
    return not any(word.endswith(endings) for word in sentence.keys[start:at])


def _follows_clause(sentence: SentenceView, at: int) -> bool:
    return any(word in _BEGINS for word in sentence.keys[at + 1 : at + 4])


def _another_speaks(sentence: SentenceView, first: int) -> bool:
    """Whether somebody who is named says something else: ", a X je rekao da"."""
    if sentence.keys[first : first + 1] == ["dok"]:
        first += 1
    for at in range(first, min(first + 10, len(sentence))):
        if sentence.is_mark(at, ",") or sentence.tokens[at].kind == "quote":
            return False
        form = sentence.forms[at]
        if form is None:
            if sentence.keys[at] in _BEGINS:
                return False
            continue
        named = sources.before(sentence, form, first, at)
        return named is not None and complement(sentence, at, form) is not None
    return False
