"""Asides that tell whose words a sentence gives: "prema rečima X", "kako kaže X"."""

from __future__ import annotations

from typing import NamedTuple

from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution import content_end, sources
from tui.extract.languages.sr.attribution.sentence import AUXILIARIES, Phrase, SentenceView
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists

_ROLE = 3
"""Words behind a comma among which a role stands that is somebody's."""
_OF = 4
"""Words between a document and the clause that tells of it."""
_CLAUSE = 16
"""Tokens of a clause that tells what a document is."""
_MOST = 8
"""Asides of one sentence, more than anybody writes."""


_MARKS = frozenset('„“”»«"')
_HAS = frozenset("ima imaju nema nemaju".split())
_WHERE = frozenset(("gde", "gdje", "jer"))
_WHY = frozenset(("sto", "dok"))
_OF_WHICH = frozenset(("kom", "kome"))


class Aside(NamedTuple):
    """An aside: its tokens, the cue in it, whose words it tells, and what is said. ``verb`` is
    its verb, -1 where it has none."""

    first: int
    last: int
    cue: Phrase
    lemma: str
    source: Phrase | None
    content: list[Phrase]
    rule: str
    verb: int


def read(sentence: SentenceView) -> list[Aside]:
    found: list[Aside] = []
    for at, word in enumerate(sentence.keys):
        if found and at < found[-1].last:
            continue
        if len(found) == _MOST:
            break
        one = None
        if word in ("prema", "po"):
            one = _according(sentence, at)
        elif word == "kako" and (
            at == 0 or sentence.is_mark(at - 1, ",–—(") or _opens(sentence, at)
        ):
            one = _as(sentence, at)
        if one is not None:
            found.append(one)
    return found


def _opens(sentence: SentenceView, at: int) -> bool:
    return at == 0 or not any(token.kind == "word" for token in sentence.tokens[:at])


def _as(sentence: SentenceView, at: int) -> Aside | None:
    verb = next(
        (i for i in range(at + 1, min(at + 7, len(sentence))) if sentence.forms[i] is not None), -1
    )
    if verb < 0 or any(
        sentence.tokens[i].kind != "word" and not sentence.is_mark(i, ".") for i in range(at, verb)
    ):
        return None
    form = sentence.forms[verb]
    if form is None or form.tense == "gerund":
        return None
    last = verb + 1
    while last < len(sentence) and not sentence.is_mark(last, ",–—)"):
        if sentence.is_stop(last) and last == len(sentence) - 1:
            break
        if sentence.tokens[last].kind == "quote" or sentence.keys[last] in ("da", "koji", "kako"):
            return None
        last += 1
    source = sources.behind(sentence, form, verb + 1, last)
    if source is not None:
        last = _past_apposition(sentence, last)
    if source is None:
        source = sources.before(sentence, form, at + 1, verb)
    content = _around(sentence, at, last)
    if content is None:
        return None
    return Aside(at, last, (at, verb + 1), form.lemma, source, content, "as", verb)


def _past_apposition(sentence: SentenceView, comma: int) -> int:
    """Where what tells who somebody is ends with a comma: "kako kaže X, direktor Puteva, ..."."""
    if not sentence.is_mark(comma, ","):
        return comma
    behind = range(comma + 1, min(comma + _CLAUSE, len(sentence)))
    end = next((at for at in behind if sentence.is_mark(at, ",")), comma)
    within = range(comma + 1, end)
    told = any(
        "N" in noun.cases for at in within[:_ROLE] for noun in roles().get(sentence.keys[at], ())
    )
    clause = any(
        sentence.forms[at] or sentence.keys[at] in AUXILIARIES or sentence.names_person(at)
        for at in within
    )
    return end if told and not clause else comma


def _according(sentence: SentenceView, at: int) -> Aside | None:
    words, documents = cues.according()
    of = at + 1
    whose: Phrase | None = None
    pronouns = _possessives()
    if of < len(sentence) and _is_of_which(sentence.keys[of]):
        return None  # "komisija, prema čijim podacima ..."
    if of < len(sentence) and (
        sentence.keys[of] in pronouns or (sentence.mention(of) and not _cases(sentence, of))
    ):
        whose, of = (of, of + 1), of + 1
    while of < min(at + 4, len(sentence)) and sentence.keys[of] not in words | documents:
        if sentence.tokens[of].kind != "word" or sentence.mention(of) is not None:
            break
        of += 1
    if whose and sentence.is_mark(whose[1], ",") and sentence.keys[at] == "po":
        return _aside(sentence, at, at, whose[1], whose)  # "Po njemu, ..."
    if of >= len(sentence):
        return None
    noun = sentence.keys[of]
    last = _end(sentence, of + 1)
    which = _which(sentence, of + 1)
    if noun in documents and which < len(sentence) and _is_which(sentence.keys[which]):
        # "Prema podacima koje je objavio X, ...": with no comma nothing tells where it ends.
        behind = range(which + 1, min(of + _CLAUSE, len(sentence)))
        last = next((index for index in behind if sentence.is_mark(index, ",")), 0)
        return _aside(sentence, at, at, last, (at + 1, last)) if last else None
    somebodys = whose or sentence.keys[at] == "po" or noun not in documents
    somebodys = somebodys or any(sentence.gender(index) for index in range(of + 1, last))
    if noun in words and somebodys:
        source = whose or _named(sentence, of + 1, last)
        if whose:
            last = of + 1
        if source is None:
            return None
        return _aside(sentence, at, of, last, source)
    if sentence.keys[at] == "po":
        named = sentence.mention(at + 1) is not None and sentence.gender(at + 1)
        alone = (
            named and sentence.is_mark(at + 2, ",") and _cases(sentence, at + 1) & frozenset("DL")
        )
        return _aside(sentence, at, at, at + 2, (at + 1, at + 2)) if alone else None
    if noun in documents:
        runs_on = any(word in _HAS or word[:1].isdigit() for word in sentence.keys[of + 1 : last])
        if runs_on and not sentence.is_mark(last, ",;:–—()"):
            return None  # "X prema rezultatima ima 7,3 odsto"
        told = sentence.text[sentence.starts[at] : sentence.ends[min(last, len(sentence) - 1)]]
        if not sentence.is_mark(last, ",") and not _MARKS.isdisjoint(told):
            return None  # "prema rezultatima lista „Most“ vodi": where it ends nothing tells.
        return _aside(sentence, at, at, last, (at + 1, last))
    if sentence.mention(of) is not None or _opens(sentence, at):
        # "Prema Crti, ...": whom it is according to, and no direction.
        last = _end(sentence, at + 1)
        if not sentence.is_mark(last, ",") or last - at > 6 or not _opens(sentence, at):
            return None
        if sentence.mention(of) is None or not _cases(sentence, of) & frozenset("DL"):
            return None
        return _aside(sentence, at, at, last, (at + 1, last))
    return None


def _which(sentence: SentenceView, first: int) -> int:
    """Where "koje" stands behind a document, or behind what it is of: "podacima komisije koje"."""
    at = first
    while at < min(first + _OF, len(sentence) - 1) and not _is_which(sentence.keys[at]):
        plain = sentence.tokens[at].kind == "word" and sentence.mention(at) is None
        if not plain or sentence.forms[at] is not None or sentence.keys[at] in AUXILIARIES:
            return first
        at += 1
    return at if at < len(sentence) and _is_which(sentence.keys[at]) else first


def _is_of_which(word: str) -> bool:
    return word in _OF_WHICH or word.startswith(("koj", "cij"))


def _is_which(word: str) -> bool:
    return word.startswith("koj")


def _possessives() -> frozenset[str]:
    told = lists("words")
    return told["pronouns_m"] | told["pronouns_f"] | told["pronouns_p"]


def _cases(sentence: SentenceView, at: int) -> frozenset[str]:
    return sentence.names.case[sentence.starts[at]]


def _end(sentence: SentenceView, first: int) -> int:
    """Where the words behind "prema" end: at a comma, else where a verb begins."""
    last = first
    while last < len(sentence):
        if sentence.is_mark(last, ",;:–—()") or sentence.tokens[last].kind == "quote":
            return last
        if sentence.is_stop(last):
            return last
        if sentence.forms[last] is not None or sentence.keys[last] in AUXILIARIES:
            # No comma: with the first name, or else the first word, it is over.
            names = (
                at + (not _is_subject(sentence, at))
                for at in range(first, last)
                if sentence.mention(at) is not None
            )
            return next(names, min(first + 1, last))
        last += 1
    return last


def _is_subject(sentence: SentenceView, at: int) -> bool:
    """Whether a name can be but a subject: "prema anketama Ana Kos je prva"."""
    return sentence.names_person(at) and _cases(sentence, at) == frozenset("N")


def _named(sentence: SentenceView, first: int, last: int) -> Phrase | None:
    """Whose words they are: what follows the noun in the genitive."""
    if last <= first:
        return None
    return first, last


def _aside(sentence: SentenceView, at: int, of: int, last: int, source: Phrase) -> Aside | None:
    content = _around(sentence, at, last)
    if content is None:
        return None
    return Aside(at, last, (at, of + 1), sentence.keys[of], source, content, "according", -1)


def _opens_clause(sentence: SentenceView, at: int) -> bool:
    """Whether a clause opens at a token that nobody has said what stands before: ", jer ...", ",
    gde ...", "zgrade gde ..."."""
    word = sentence.keys[at]
    return word in _WHERE or (word in _WHY and sentence.is_mark(at - 1, ","))


def _around(sentence: SentenceView, first: int, last: int) -> list[Phrase] | None:
    """What stands around an aside: behind it where it opens its sentence, else on both sides of
    it. None where it stands in the subordinate clause of another."""
    stop = len(sentence)
    while stop > last and sentence.is_mark(stop - 1, ".!?…"):
        stop -= 1
    after = last + 1 if sentence.is_mark(last, ",–—)") else last
    if after < stop and after > last and sentence.keys[after].startswith("koj"):
        # "Prema anketi, koja je objavljena juče, ...": of the poll that is told.
        behind_clause = range(after + 1, min(after + _CLAUSE, stop))
        after = next((at + 1 for at in behind_clause if sentence.is_mark(at, ",")), after)
    end, holes = content_end.end(sentence, after, None) if after < stop else (after, [])
    behind = [(after, min(end, stop))] if after < min(end, stop) else []
    del holes
    if _opens(sentence, first):
        return behind or None
    begin = 0
    while begin < first and sentence.is_mark(begin, "–—-"):
        begin += 1
    opens = (at for at in range(first - 1, begin, -1) if _opens_clause(sentence, at))
    begin = next(opens, begin)
    before = (begin, first)
    part = max((at for at in range(begin, first - 1) if sentence.is_mark(at, ",")), default=begin)
    if any(word.startswith("koj") for word in sentence.keys[part:first]):
        return None  # It stands in what is told of something else.
    if any(word in ("da", "kako") for word in sentence.keys[1:first]) and behind:
        return behind
    return [before, *behind]
