"""What is said: where a content begins and ends."""

from __future__ import annotations

import re

from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution import sources
from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    PRONOUNS,
    Phrase,
    SentenceView,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Span

_BEGINS = frozenset(("da", "kako"))
_QUESTIONS = lists("grammar")["questions"]
_JOINS = frozenset("i te a ali pa ".split())
_FAR = 24
"""Tokens between a verb of saying and what is said."""


def complement(sentence: SentenceView, at: int, form: CueForm) -> int | None:
    """Where what a verb governs begins behind it: "da", "kako", a question, a quotation."""
    comma = False
    for index in range(at + 1, min(len(sentence), at + _FAR)):
        token, word = sentence.tokens[index], sentence.keys[index]
        if token.kind == "quote" and sentence.keys[index + 1 : index + 2] in (["da"], ["kako"]):
            continue  # The name of something, with what is said behind it.
        if token.kind == "quote":
            return index if _quote_follows(sentence, index, form, comma) else None
        if token.kind == "mark":
            if token.text == ":":
                return index + 1 if index + 1 < len(sentence) else index
            if token.text == ",":
                comma = comma or not _parenthesis(sentence, index)
            elif sentence.is_stop(index) or token.text in ";–—":
                return None
            continue
        told = word in cues.nouns() or word in cues.demands()
        if (told and _owned(sentence, index)) or word in _ASKED:
            return None
        behind_comma = sentence.is_mark(index - 1, ",")
        if word.startswith("koj"):
            return _behind_relative(sentence, index, form)
        if word in _BEGINS:
            begins = _clause_follows(word, form, comma, behind_comma)
            return index if begins else None
        if word in _QUESTIONS and (index == at + 1 or behind_comma):
            if word != "sto" or form.kind == "say":
                return index
        elif comma and (word in CONJUNCTIONS or word in _PARTS):
            return None
        if _another_verb(sentence, index):
            return None
    return None


_ASKED = frozenset(("pitanje", "pitanja"))
"""What was asked is not said by who answers."""


def _behind_relative(sentence: SentenceView, at: int, form: CueForm) -> int | None:
    """Where "da" stands behind a relative clause between commas: whom somebody asks or accuses
    may have one."""
    if form.kind not in ("ask", "accuse") or not sentence.is_mark(at - 1, ","):
        return None
    for index in range(at + 1, min(len(sentence) - 1, at + _FAR)):
        if sentence.is_mark(index, ",") and sentence.keys[index + 1] == "da":
            return index + 1
    return None


_PARTS = frozenset("dok jer koji koja koje".split())


def _quote_follows(sentence: SentenceView, at: int, form: CueForm, comma: bool) -> bool:
    """Whether a quotation is what a verb governs, and no name or word in marks behind it."""
    if form.kind == "call":
        return not comma
    if sentence.keys[at - 1] in PREPOSITIONS or form.kind in ("deny", "demand"):
        return False
    return not comma or sentence.is_mark(at - 1, ":")


def _clause_follows(word: str, form: CueForm, comma: bool, behind_comma: bool) -> bool:
    """Whether "da" or "kako" begins what a verb governs. Behind a comma "kako" begins an aside."""
    if form.kind in ("only", "call") or (word == "kako" and form.kind in ("show", "ask", "demand")):
        return False
    return not comma or (word != "kako" and behind_comma)


def _another_verb(sentence: SentenceView, at: int) -> bool:
    """Whether another verb of saying stands at a token, or behind the conjunction there."""
    if sentence.forms[at] is not None:
        return sentence.keys[at] != "pise"
    joins = sentence.keys[at] in CONJUNCTIONS and at + 1 < len(sentence)
    return joins and sentence.forms[at + 1] is not None


def _owned(sentence: SentenceView, at: int) -> bool:
    """Whether behind a noun of saying somebody stands whose words they are: "ocenu ministra
    da"."""
    behind = range(at + 1, min(at + 8, len(sentence)))
    begins = next((i for i in behind if sentence.keys[i] in _BEGINS), 0)
    return begins > at + 1 and all(sentence.tokens[i].kind == "word" for i in range(at, begins))


def _parenthesis(sentence: SentenceView, comma: int) -> bool:
    """Whether a comma belongs to a pair around a few words: ", međutim,", ", dan kasnije,"."""
    for index in range(comma + 1, min(comma + 8, len(sentence))):
        if sentence.is_mark(index, ","):
            return True
        if sentence.forms[index] is not None or sentence.tokens[index].kind == "quote":
            return False
    back = range(comma - 1, max(-1, comma - 9), -1)
    return any(sentence.is_mark(index, ",") for index in back) and (
        comma + 1 < len(sentence) and sentence.keys[comma + 1] in _BEGINS
    )


def end(sentence: SentenceView, start: int, form: CueForm | None) -> tuple[int, list[Phrase]]:
    """Where what is said ends, and which words in it are the reporter's ("kako je naveo")."""
    holes: list[Phrase] = []
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
            if _reporter_goes_on(sentence, index, form):
                return index, holes
            if sentence.keys[index] == "i" and _does_more(sentence, start, index, form):
                return index, holes
        index += 1
    return len(sentence), holes


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


def _reporter_goes_on(sentence: SentenceView, at: int, form: CueForm | None) -> bool:
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
    fronted = form is not None and form.tense == "gerund" and not conjoined
    if fronted and sentence.is_mark(at, ",") and _another_speaks(sentence, index):
        return True
    other = sentence.forms[index]
    if other is not None:
        if form is None and sentence.is_mark(at, ",") and complement(sentence, index, other):
            return True
        if other.tense == "gerund":
            return sentence.is_mark(at, ",–—")
        if other.kind == "relay":
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


_MAN_DID = ("ao", "io", "eo", "uo")


def _does_more(sentence: SentenceView, start: int, at: int, form: CueForm | None) -> bool:
    """Whether "i" joins to the verb of saying another one that agrees with it and with nothing in
    what is said: "Rekao je da je most otvoren i pozdravio ..."."""
    if form is None or form.tense != "past" or form.number != "s" or form.gender == "n":
        return False
    if at + 1 >= len(sentence) or sentence.tokens[at + 1].kind != "word":
        return False
    endings = _MAN_DID if form.gender == "m" else ("la",)
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


def pieces(sentence: SentenceView, start: int, end: int, holes: list[Phrase]) -> list[Span]:
    """The stretches of what is said, without the words that are the reporter's."""
    found: list[Span] = []
    begin = start
    for first, last in [*holes, (end, end)]:
        if begin < first and (span := sentence.span((begin, first))):
            found.append(span)
        begin = last
    return found


def source_end(sentence: SentenceView, at: int) -> int:
    """Where the words end that may name the source behind a verb."""
    for index in range(at + 1, len(sentence)):
        if sentence.tokens[index].kind == "quote":
            if sentence.keys[index - 1] in PREPOSITIONS:
                continue  # A name in marks belongs to a phrase, speech does not.
            return index
        if sentence.tokens[index].kind == "mark":
            text = sentence.tokens[index].text
            if text in ",;:" or text in "–—" or sentence.is_stop(index):
                return index
        elif sentence.forms[index] is not None:
            return index - 1 if sentence.keys[index - 1] in CONJUNCTIONS else index
        elif sentence.keys[index] in ("koji", "koja", "koje", "dok", "jer"):
            return index
    return len(sentence)


def phrase(sentence: SentenceView, at: int, form: CueForm) -> Phrase | None:
    """The noun phrase that is demanded, denied, or of which somebody is accused."""
    begin = at + 1
    while begin < len(sentence) and (
        sentence.keys[begin] in AUXILIARIES or sentence.keys[begin] in ADVERBS
    ):
        begin += 1
    if form.kind == "deny":
        words = sentence.keys[begin : begin + 3]
        if not any(word.startswith(cues.denied()) for word in words):
            return None
    if form.kind == "accuse" or form.lemma == "založiti":
        limit = min(len(sentence), at + 12)
        begin = next((i + 1 for i in range(at + 1, limit) if sentence.keys[i] == "za"), 0)
        if not begin:
            return None
    elif begin < len(sentence) and sentence.keys[begin] in ("od", "u", "na"):
        # "od Granične policije podatke": of whom it is demanded.
        first = begin + 1
        while first < len(sentence) and sentence.mention(first) is None:
            if sentence.tokens[first].kind != "word" or first - begin > 4:
                return None
            first += 1
        begin = first + 1
    stop = begin
    while stop < len(sentence):
        if sentence.is_mark(stop, ",;:–—") or sentence.is_stop(stop):
            break
        if sentence.forms[stop] is not None:
            stop -= sentence.keys[stop - 1] in CONJUNCTIONS
            break
        if sentence.tokens[stop].kind == "quote":
            break
        stop += 1
    if stop <= begin or sentence.keys[begin] in PREPOSITIONS or sentence.keys[begin] in PRONOUNS:
        return None
    return begin, stop


def headline(sentence: SentenceView) -> tuple[int, Phrase] | None:
    """The colon of "X: ...", and X: a name, or what stands before the quotation of a headline."""
    colon = next((at for at in range(min(12, len(sentence))) if sentence.is_mark(at, ":")), None)
    if colon is None or colon + 1 >= len(sentence) or any(sentence.forms[:colon]):
        return None
    first = 0
    while first < colon and not _opens_a_name(sentence, first):
        first += 1
    while first < colon and sentence.is_mark(first, "–—-"):
        first += 1
    quoted = sentence.tokens[colon + 1].kind == "quote"
    short = sentence.headline or _is_subheading(sentence)
    named = [
        at
        for at in range(first, colon)
        if (subject := sentence.subject_at(at)) and sentence.mention(subject.phrase[0])
    ]
    if named and (short or quoted):
        last = named[0]
        while last + 2 < colon and sentence.keys[last + 1] == "i" and last + 2 in named:
            last += 2
        return colon, (named[0], last + 1)
    if sentence.headline and colon - first <= 3 and first < colon:
        word = sentence.keys[first]
        if (
            sentence.tokens[first].kind == "word"
            and not sentence.small(first)
            and word not in _NONE
            and not (colon - first == 1 and _is_place(sentence, first))
        ):
            return colon, (first, colon)
    return _short_label(sentence, first, colon) if short and not sentence.headline else None


_NONE = lists("grammar")["no_speakers"]


def _is_place(sentence: SentenceView, at: int) -> bool:
    """Whether something takes place in what a word names: "Zaječar: ..." and "u Zaječaru"."""
    word = sentence.tokens[at].text
    inside = rf"\b[uUуУ]\s{re.escape(word[:-1])}\w{{0,3}}\b"
    return len(word) > 3 and re.search(inside, sentence.text) is not None


def _short_label(sentence: SentenceView, first: int, colon: int) -> tuple[int, Phrase] | None:
    if colon - first != 1 or sentence.small(first) or sentence.keys[first] in _NONE:
        return None
    return colon, (first, colon)


def _opens_a_name(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].kind == "word" and not sentence.keys[at][:1].isdigit()


def _is_subheading(sentence: SentenceView) -> bool:
    """Whether a short paragraph of its own ends without a stop: a heading within the text."""
    unit = sentence.unit
    paragraph = unit.document.paragraphs[unit.paragraph]
    if unit.start != paragraph.start or unit.end != paragraph.end:
        return False
    words = sentence.text[unit.start : unit.end]
    return len(words) < 120 and words[-1:] not in ".!?…"
