"""What is said: where a content begins and ends."""

from __future__ import annotations

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
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Span

_BEGINS = frozenset(("da", "kako"))
_QUESTIONS = lists("grammar")["questions"]
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
            if token.text == ":" and form.kind != "clause":
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
        if (
            word in _WHOSE
            and form.lemma in _ASKING
            and index == at + 1 + (sentence.keys[at + 1] == "je")
        ):
            return index
        if behind_comma and (resumed := _behind_aside(sentence, at, index)):
            return resumed
        if word.startswith("koj"):
            return _behind_relative(sentence, index, form)
        if word in _BEGINS:
            begins = _clause_follows(word, form, comma, behind_comma)
            return index if begins else None
        if _asks(sentence, index) and (index == at + 1 or behind_comma or form.lemma in _ASKING):
            asked = word != "sto" or not behind_comma or form.lemma in _ASKING
            if asked and (word != "sto" or form.kind == "say"):
                return index
        elif comma and (word in CONJUNCTIONS or word in _PARTS):
            return None
        if _another_verb(sentence, index):
            return None
    return None


def begins(sentence: SentenceView, at: int) -> bool:
    """Whether what is said may begin at a token: "da ...", "kako ...", a question."""
    return sentence.keys[at] in _BEGINS or _asks(sentence, at)


def _asks(sentence: SentenceView, at: int) -> bool:
    """Whether a question begins at a token: "zašto ...", "hoće li ..."."""
    if sentence.keys[at] in _QUESTIONS:
        return True
    return sentence.keys[at + 1 : at + 2] == ["li"] and sentence.tokens[at].kind == "word"


_WHOSE = frozenset("ciji cija cije koji koja koje kojim kakav kakva kakvo".split())
_ASKING = frozenset("pitati upitati zapitati priupitati".split())
_ASKED = frozenset(("pitanje", "pitanja"))
"""What was asked is not said by who answers."""


def _behind_aside(sentence: SentenceView, at: int, first: int) -> int:
    """Where "da" or "kako" stands behind what commas set apart after a verb: "poručio je, nakon
    što je izašao, da ..."; 0 where it does not."""
    begins = at + 2 + (sentence.keys[at + 1] in AUXILIARIES)
    word = sentence.keys[first]
    if first != begins or not (word in PREPOSITIONS or sources.is_gerund(word)):
        return 0
    for index in range(first + 1, min(first + _FAR, len(sentence) - 1)):
        if sentence.is_mark(index, ",") and sentence.keys[index + 1] in _BEGINS:
            return index + 1
    return 0


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
    if sentence.keys[at - 1] in PREPOSITIONS or form.kind in ("deny", "demand", "clause"):
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
    if sentence.keys[at + 1 : at + 2] and sentence.keys[at + 1] in PREPOSITIONS:
        return False  # "u izjavi za medije da"
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
            of_role = sentence.keys[index - 1] in roles() and index + 1 < len(sentence)
            if sentence.keys[index - 1] in PREPOSITIONS or (
                of_role and sentence.names_person(index + 1)
            ):
                continue  # A name in marks belongs to a phrase, speech does not.
            return index
        if sentence.tokens[index].kind == "mark":
            text = sentence.tokens[index].text
            if text in ",;:" or text in "–—" or sentence.is_stop(index):
                return index
        elif sentence.forms[index] is not None:
            return index - 1 if sentence.keys[index - 1] in CONJUNCTIONS else index
        elif sentence.keys[index] in _GOES_ON or sentence.keys[index].startswith("koj"):
            return index - (sentence.keys[index - 1] in PREPOSITIONS)  # "ispred kuće u kojoj"
    return len(sentence)


_GOES_ON = frozenset("dok jer gde gdje".split())
"""What opens another clause behind whoever speaks."""


def past_commas(sentence: SentenceView, form: CueForm, source: Phrase, stop: int) -> Phrase | None:
    """Where a subject ends, and its clause, whose body has commas in its name: "direktor Centra
    za A, B i C Petar Kos"."""
    if "za" not in sentence.keys[source[0] : stop] or stop + 1 >= len(sentence):
        return None
    if not sentence.is_mark(stop, ",") or sentence.keys[stop + 1] in CONJUNCTIONS:
        return None
    end = source_end(sentence, stop)
    rest = sources.behind(sentence, form, stop + 1, end)
    if rest is None or not sentence.names_person(rest[1] - 1):
        return None
    if any(map(sentence.names_person, range(source[0], stop))):
        return None
    clause = AUXILIARIES.isdisjoint(sentence.keys[stop : rest[1]])
    return (rest[1], end) if clause else None


def past_aside(sentence: SentenceView, comma: int) -> int:
    """Where a sentence goes on behind what commas set apart after a verb: ", gostujući na
    RTS-u,", ", između ostalog,"; 0 where nothing is."""
    first = comma + 1
    if not sentence.is_mark(comma, ",") or first >= len(sentence):
        return 0
    word = sentence.keys[first]
    if not (word in PREPOSITIONS or word in ADVERBS or sources.is_gerund(word)):
        return 0
    for at in range(first + 1, min(first + _ASIDE, len(sentence))):
        if sentence.is_mark(at, ","):
            return at + 1
        form = sentence.forms[at]
        if sentence.keys[at] == "da" or (form is not None and form.tense != "gerund"):
            return 0
    return 0


_ASIDE = 16
"""Tokens of an aside between a verb and its subject, at the most."""
_DECIDES = frozenset(("odbaciti", "odbacivati", "pobiti", "pobijati"))
"""Verbs that may tell of a decision as well as of a denial."""
_UPON = frozenset(("insistirati", "inzistirati"))


def _past_whom(sentence: SentenceView, first: int) -> int:
    """Where a phrase goes on behind whom something is demanded of: "od Granične policije
    podatke", "od opštine ugovor"; -1 where it does not."""
    named = next(
        (at for at in range(first, min(first + 5, len(sentence))) if sentence.mention(at)), -1
    )
    if named < 0:
        named = first
        while sentence.keys[named : named + 1] and sentence.keys[named].endswith(_OF_ADJECTIVES):
            named += 1
    between = sentence.tokens[first : named + 1]
    return named + 1 if between and all(each.kind == "word" for each in between) else -1


_OF_ADJECTIVES = ("og", "eg", "ih", "oj")


def fronted_phrase(sentence: SentenceView, at: int) -> Phrase | None:
    """What opens a sentence and is denied behind it: "Te navode u Crti osporavaju"."""
    if not any(word.startswith(cues.denied()) for word in sentence.keys[:2]):
        return None
    if sentence.keys[0] in PREPOSITIONS or sentence.subject_at(0) is not None:
        return None
    end = 0
    while end < at and sentence.tokens[end].kind == "word":
        word = sentence.keys[end]
        named = sentence.mention(end) is not None and sentence.subject_at(end) is not None
        named = named and sentence.keys[end - 1] not in roles()
        if word in AUXILIARIES or word in PREPOSITIONS or (named and end > 0):
            break
        if end > 1 and end + 1 == at:
            break
        end += 1
    return (0, end) if end > 1 or sentence.keys[0].startswith(cues.denied()) else None


def phrase(sentence: SentenceView, at: int, form: CueForm) -> Phrase | None:
    """The noun phrase that is demanded, denied, or of which somebody is accused."""
    begin = at + 1
    while begin < len(sentence) and (
        sentence.keys[begin] in AUXILIARIES or sentence.keys[begin] in ADVERBS
    ):
        begin += 1
    if form.kind == "deny":
        words = sentence.keys[begin : begin + 3]
        listed = any(word.startswith(cues.denied()) for word in words)
        small = begin < len(sentence) and sentence.small(begin)
        if not listed and (form.lemma in _DECIDES or small):
            return None
    if form.kind == "accuse" or form.lemma == "založiti":
        limit = min(len(sentence), at + 12)
        begin = next((i + 1 for i in range(at + 1, limit) if sentence.keys[i] == "za"), 0)
        if not begin:
            return None
    elif form.lemma in _UPON and sentence.keys[begin : begin + 1] == ["na"]:
        begin += 1
    elif begin < len(sentence) and sentence.keys[begin] in ("od", "u", "na"):
        begin = _past_whom(sentence, begin + 1)
        if begin < 0:
            return None
    stop = begin
    while stop < len(sentence):
        if sentence.is_mark(stop, ",;:–—") or sentence.is_stop(stop):
            break
        if sentence.forms[stop] is not None:
            stop -= sentence.keys[stop - 1] in CONJUNCTIONS
            break
        if sentence.tokens[stop].kind == "quote" and sentence.keys[stop - 1] not in PREPOSITIONS:
            break
        stop += 1
    if stop <= begin or sentence.keys[begin] in PREPOSITIONS or sentence.keys[begin] in PRONOUNS:
        return None
    return begin, stop
