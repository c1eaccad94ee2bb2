"""Whose words they are: the subject of a verb of saying, before it or behind it."""

from __future__ import annotations

from collections.abc import Iterator

from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    Phrase,
    Sentence,
    Subject,
)
from tui.extract.languages.sr.cues import Form

_OUT_OF = frozenset("iz u od".split())
"""What stands before a body whose people say something: "iz RIK-a kažu"."""
_WRITTEN = frozenset(("pisati", "stajati", "navoditi", "istaknuto", "rečeno", "navedeno"))
_DATIVES = ("ima", "ama")


def behind(sentence: Sentence, form: Form, first: int, last: int) -> Phrase | None:
    """The subject that stands behind a verb, between two positions."""
    begin = first
    while begin < last and (
        sentence.keys[begin] in AUXILIARIES or sentence.keys[begin] in ADVERBS
    ):
        begin += 1
    found = [each for each in _subjects(sentence, begin, last) if sentence.agrees(each, form)]
    if form.tense == "passive" or (form.lemma == "navoditi" and "se" in sentence.keys[first:last]):
        return _of_a_body(sentence, form, begin, last)
    named = [each for each in found if sentence.mention(each.phrase[0]) is not None]
    if named:
        whole = _together(sentence, named, form)
        phrase = sentence.phrase_of(whole, begin, last)
        return phrase[0], _with_apposition(sentence, phrase[1], last)
    if found:
        return sentence.phrase_of(found[0], begin, last)[0], _phrase_end(sentence, found[0], last)
    return _of_a_body(sentence, form, begin, last) or _any_noun(sentence, form, begin, last)


def before(sentence: Sentence, form: Form, first: int, last: int) -> Phrase | None:
    """The subject that stands before a verb, between two positions."""
    while first < last and (sentence.is_mark(first, ",–—-…") or sentence.keys[first] == "i"):
        first += 1
    found = [each for each in _subjects(sentence, first, last) if sentence.agrees(each, form)]
    named = [each for each in found if sentence.mention(each.phrase[0]) is not None]
    if form.tense == "passive":
        body = _of_a_body(sentence, form, first, last)
        if body is not None:
            return body
    if named:
        people = [each for each in named if sentence.gender(each.phrase[0])] or named
        chosen = _together(sentence, people, form) if form.number == "p" else people[-1]
        if form.number != "p" and _relative_before(sentence, first, chosen.phrase[0]):
            chosen = people[0]
        return sentence.phrase_of(chosen, first, last)
    if found:
        phrase = sentence.phrase_of(found[0], first, last)
        return phrase[0], _phrase_end(sentence, found[0], last)
    return _of_a_body(sentence, form, first, last) or _first_noun(sentence, form, first, last)


def _subjects(sentence: Sentence, first: int, last: int) -> Iterator[Subject]:
    for at in range(first, last):
        subject = sentence.subject_at(at)
        if subject is not None:
            yield subject


def _relative_before(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a relative clause stands between, whose subject a name may be."""
    return any(sentence.keys[index].startswith("koj") for index in range(first, at))


def _together(sentence: Sentence, named: list[Subject], form: Form) -> Subject:
    """The first of several names with those that "i" and commas join to it, where the verb
    tells of several."""
    first = named[0]
    if form.number == "s":
        return first
    end = first.phrase[1]
    for each in named[1:]:
        between = sentence.keys[end : each.phrase[0]]
        if len(between) > 1 or any(word not in (",", "i") for word in between):
            break
        end = each.phrase[1]
    return Subject((first.phrase[0], end), "" if end > first.phrase[1] else first.gender, "")


def _with_apposition(sentence: Sentence, end: int, last: int) -> int:
    """Where a name ends with what tells, behind a comma or "iz", who that is."""
    at = end
    if at < last and sentence.keys[at] == "iz":
        at += 1
        while at < last and sentence.tokens[at].kind == "word" and sentence.forms[at] is None:
            at += 1
        return at
    return end


def _phrase_end(sentence: Sentence, subject: Subject, last: int) -> int:
    """Where a phrase ends that a role heads: "ministar inostranih poslova ove zemlje"."""
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


def _of_a_body(sentence: Sentence, form: Form, first: int, last: int) -> Phrase | None:
    """ "Iz RIK-a", "u CIK-u": whose people say something, or in what it is written."""
    several = form.number == "p" or form.tense == "passive" or form.lemma in _WRITTEN
    if not several:
        return None
    for at in range(first, last - 1):
        if sentence.keys[at] in _OUT_OF or (form.tense == "passive" and sentence.keys[at] == "na"):
            if at > first and sentence.tokens[at - 1].kind == "word" and form.tense != "passive":
                if sentence.keys[at - 1] not in AUXILIARIES:
                    return None
            end = at + 1
            while end < last and (
                sentence.tokens[end].kind == "word" or sentence.is_mark(end, ".")
            ):
                if sentence.keys[end] in AUXILIARIES or sentence.keys[end] in RELATIVES:
                    break
                if sentence.forms[end] is not None or sentence.keys[end] in ADVERBS:
                    break
                end += 1
            names = [i for i in range(at + 1, end) if sentence.mention(i) is not None]
            if sentence.keys[at] == "na":
                if names:
                    return names[-1], names[-1] + 1
                continue
            if sentence.keys[at] == "u" and not names and form.lemma not in _WRITTEN:
                continue
            if end > at + 1:
                return (at, end) if sentence.keys[at] == "iz" else (at + 1, end)
    return None


def _first_noun(sentence: Sentence, form: Form, first: int, last: int) -> Phrase | None:
    """Any phrase that opens a clause and may be its subject: "Organizatori su tvrdili"."""
    while first < last and (sentence.keys[first] in ADVERBS or sentence.is_mark(first, ",")):
        first += 1
    if first >= last or sentence.tokens[first].kind != "word":
        return None
    word = sentence.keys[first]
    if word in PREPOSITIONS or word in AUXILIARIES or word in RELATIVES or word in CONJUNCTIONS:
        return None
    end = first
    while end < last:
        here = sentence.keys[end]
        if sentence.tokens[end].kind == "quote" or sentence.is_mark(end, ",;:()–—"):
            break
        if here in AUXILIARIES or (end > first and here in ADVERBS) or here in RELATIVES:
            break
        if sentence.forms[end] is not None:
            break
        end += 1
    if end == first or not _fits(word, form):
        return None
    if sentence.mention(first) is not None and "N" not in sentence.names.case[sentence.starts[first]]:
        return None
    return first, end


def _any_noun(sentence: Sentence, form: Form, first: int, last: int) -> Phrase | None:
    """Any phrase right behind a verb that may be its subject: "rekli su zvaničnici"."""
    if first >= last or sentence.tokens[first].kind != "word" or sentence.small(first):
        if first >= last or sentence.keys[first] not in ("nas", "jedan", "jedna", "neki", "svi"):
            return None
    word = sentence.keys[first]
    if word in PREPOSITIONS or word.endswith(_DATIVES) or not _fits(word, form):
        return None
    if sentence.mention(first) is not None:
        return None
    end = first
    while end < last and sentence.tokens[end].kind == "word":
        here = sentence.keys[end]
        if here in AUXILIARIES or here in RELATIVES or here in PREPOSITIONS or here in ADVERBS:
            break
        if sentence.forms[end] is not None or here in CONJUNCTIONS:
            break
        end += 1
    return (first, end) if end > first else None


def _fits(word: str, form: Form) -> bool:
    """Whether a word may be a nominative that agrees with a verb."""
    if word.endswith(_DATIVES):
        return False
    last = word[-1:]
    if form.tense == "past":
        if form.number == "p":
            return last in ("i" if form.gender == "m" else "ea")
        return {"m": last not in "eou", "f": last == "a" or last not in "eiou", "n": last in "oe"}[
            form.gender
        ]
    return last in "iea" if form.number == "p" else last not in "u"
