"""How an event is shown: its title from the article's own words, its place, its stretch."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from tui.extract.findings import Mention
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.events.clauses import (
    ASIDE,
    DETERMINERS,
    RELATIVES,
    Tokens,
    Verb,
    border,
    clause,
)
from tui.extract.languages.en.events.lexicon import noun_sort
from tui.extract.text.document import Span

LONGEST = 100
"""Characters of a title; a longer one is cut where a phrase ends."""

_ENDS_PHRASE = lex.SUBORDINATORS | lex.AUXILIARIES | {"to"}
_NO_ADJECTIVES = DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS | lex.SUBORDINATORS | lex.AUXILIARIES
_DANGLES = lex.PREPOSITIONS | DETERMINERS | {"and"}
_JOINS = frozenset("including of in into on over for against between by with at to".split())
_CUT = re.compile(
    r"\s(?=(?:in|on|at|for|of|by|with|from|during|after|before|over|against|about|as|and|or|amid"
    r"|outside|near|under|through|despite|because|while|that|where|including|without)\s)"
    r"|(?<!tried)(?<!trying)(?<!attempted)\s(?=to\s)|,\s"
)
_DANGLING = re.compile(
    r"(?:[\s,;:–—-]+|\s(?:and|or|but|to|of|in|on|at|for|by|with|from|the|a|an|as|that|which|who|his|her|their"
    r"|its|said|also|so))+$",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"(?:[\s,;:–—-]+|\s(?:and|or|but|of|the|a|an|than|more|less|that|from|with|such|along))+$"
)
_PLACE_NAME = r"[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?"
_PLACE = re.compile(
    r"\b(?:in|outside|near|at|inside|across|invasion of)\s(?:the\s)?"
    r"(?:(?:[A-Z]\w+\s)?(?:capital|city|town|village|region|province)(?:\s(?:of|city))?,?\s"
    r"|(?:(?!(?:from|by|to|with|for|and|or|on|at|that|who|which)\b)[a-z][\w’'-]{0,20}\s){0,5}?)"
    rf"(?P<place>{_PLACE_NAME}(?:\s{_PLACE_NAME}){{0,3}}(?:,\s{_PLACE_NAME})?)"
    r"(?!\w|['’]s\s[A-Z])"
)
_AFTER_PLACE = (
    lex.PREPOSITIONS
    | lex.CONJUNCTIONS
    | lex.ADVERBS
    | lex.SUBORDINATORS
    | lex.AUXILIARIES
    | frozenset({"to", "as"})
)


def subject(tokens: Tokens, verb: Verb, first: int) -> tuple[int, int]:
    """The tokens that a verb's clause opens with: who does it, as far as order tells.

    A relative pronoun stands for the words before it; words that set the scene ("On
    Sunday, ...") are passed over.
    """
    lowers = tokens.lowers
    if first < verb.first and lowers[first] in ("but", "and", "while", "when", "where", "as"):
        first += 1
    if first < len(tokens) and lowers[first] in RELATIVES:
        if lowers[first] != "that" or first + 1 == verb.first:
            return antecedent(tokens, first)
        first += 1
    if first < verb.first and (lowers[first] in lex.PREPOSITIONS or lowers[first] in _OPENERS):
        commas = [at for at in range(first + 1, verb.first) if at in tokens.commas]
        first = commas[0] if commas else first
    if lowers[first] in FRONTING and fronts(tokens, verb):
        first += 1
    while first < verb.first and lowers[first] in _OPENERS:
        first += 1
    return behind_conjunction(tokens, first, verb.first), verb.first


FRONTING = frozenset("after before since once as because when while although though".split())
"""Words that open a clause before the sentence's own."""


def fronts(tokens: Tokens, verb: Verb) -> bool:
    """Whether such a word stands before a verb in its clause, and a comma behind it: "After Kos
    resigned, ..."."""
    begin, end = clause(tokens, verb.head)
    return not FRONTING.isdisjoint(tokens.lowers[begin : verb.first]) and any(
        at in tokens.commas for at in range(verb.head + 1, end)
    )


_OPENERS = frozenset(
    "when while where as and but so or then also meanwhile because according".split()
)


def behind_conjunction(tokens: Tokens, first: int, last: int) -> int:
    """Where the subject begins behind words that open a clause of its own: "a day after
    supporters assaulted", "before he dropped out"."""
    for at in range(last - 2, first, -1):
        lower = tokens.lowers[at]
        if lower in ("because", "as", "once"):
            return at + 1
        if lower in ("after", "before", "since"):
            opening, follows = tokens.lowers[first], tokens.lowers[at + 1]
            sets_scene = opening in lex.PREPOSITIONS or opening in lex.ADVERBS
            if sets_scene or follows in lex.SUBJECT_PRONOUNS or follows.isdigit():
                return at + 1
    return first


def antecedent(tokens: Tokens, at: int) -> tuple[int, int]:
    """The noun phrase right before a position."""
    first = at
    capital = at > 0 and tokens.capital(at - 1)
    if at > 1 and capital and tokens.capital(at - 2) and _demonym(tokens.text_of(at - 2)):
        return at - 1, at
    while first > 0 and at - first < 8:
        lower = tokens.lowers[first - 1]
        if capital and not tokens.capital(first - 1):
            break
        if not capital and (lower in lex.PREPOSITIONS or lower in lex.AUXILIARIES):
            break
        first -= 1
        if lower in DETERMINERS or tokens.marked(first):
            break
    return first, at


def noun_phrase(
    tokens: Tokens, at: int, dated: Collection[int], verbs: Collection[int]
) -> tuple[int, int]:
    """The tokens of the phrase around a noun: its adjectives, and what it is "of"."""
    lowers = tokens.lowers
    first = at
    while first > 0 and at - first < 8 and not tokens.gap(first).strip(" ,"):
        lower = lowers[first - 1]
        if first - 1 in dated or first - 1 in verbs:
            break
        if lower in _NO_ADJECTIVES or border(tokens, first):
            break
        if lower in cues.LEMMAS and not lower.endswith("ed"):
            break
        if tokens.possessive(first - 1):
            first -= 1 if tokens.capital(first - 1) else 0
            break
        if first in tokens.commas and not lower.endswith(("al", "ic", "ary", "ed")):
            break
        first -= 1
    while first < at and lowers[first] in ("and", "or", "also"):
        first += 1
    last = at + 1
    while last < len(tokens) and last - at < 12:
        lower = lowers[last]
        if tokens.marked(last) or last in verbs or border(tokens, last):
            break
        if last in dated and not any(
            tokens.possessive(n) for n in range(last, last + 2) if n in dated
        ):
            break
        if last == at + 1 and lower not in _JOINS:
            break
        if lower in _ENDS_PHRASE:
            break
        if lower.endswith("ing") and lowers[last - 1] not in lex.PREPOSITIONS:
            break
        last += 1
    while last > at + 1 and lowers[last - 1] in _DANGLES:
        last -= 1
    return first, last


def title(text: str, pieces: Iterable[Span], without: Sequence[Span]) -> str:
    """Words of the article as a title: without times and asides, cut where a phrase ends."""
    words = " ".join([_without(text, piece, without) for piece in pieces])
    words = " ".join(ASIDE.sub("", words).split())
    words = _BEFORE_MARK.sub("", words).strip(" ,;:.–—-\"“”‘'")
    if len(words) > LONGEST:
        cuts = [cut.start() for cut in _CUT.finditer(words) if 24 <= cut.start() <= LONGEST]
        cut = cuts[-1] if cuts else words.rfind(" ", 0, LONGEST)
        words = _DANGLING.sub("", words[:cut]) if cuts else f"{words[:cut]} …"
    words = _OPENING.sub("", words)
    words = _UNFINISHED.sub("", words)
    if words.count("“") > words.count("”"):
        words = words.replace("“", "")
    return words[:1].upper() + words[1:]


_BEFORE_MARK = re.compile(r"\s(?=[,.;:’])")
_OPENING = re.compile(r"^(?:and|or|but|so|yet)\s")
_EMPTY = re.compile(
    r"(?:(?:1[89]|20)\d\d\s|By\b|Of\b|In\b|At\b(?!\sleast\s)|On\b|To\b)"
    r"|(?:He|She|It|They|This|That|Who|Which|What)\s\w+$"
    r"|(?:He|She|They)\s(?:said|told|says|added)\b|(?:\S+\s)?\S+\s(?:said|says)$"
)


def tells(words: str) -> bool:
    """Whether a title tells something by itself: no fragment that begins with a year or a
    preposition, and no bare "He said"."""
    return not _EMPTY.match(words)


def _without(text: str, piece: Span, without: Sequence[Span]) -> str:
    kept, at = [], piece.start
    for start, end in without:
        if at <= start < piece.end:
            kept.append(text[at:start].rstrip(" ,") + " ")
            at = end
    kept.append(text[at : piece.end])
    return "".join(kept)


def place(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """Where it takes place, as the words say it; "" where they do not."""
    for found in _PLACE.finditer(text, start, min(end, start + 400)):
        at, words = found.start("place"), found["place"]
        follows = re.match(r"\s([a-z]+)", text[found.end() : found.end() + 20])
        adjective = follows and follows[1] not in _AFTER_PLACE
        if words.split()[0].lower() in lex.CALENDAR or adjective:
            continue
        over = [m for m in mentions if m.start < at + len(words) and m.end > at and m.named]
        if any(mention.type in ("person", "party", "coalition", "media") for mention in over):
            continue
        if noun_sort(words.split()[-1].lower()):
            continue
        return words
    return ""


def _demonym(word: str) -> bool:
    return bool(re.fullmatch(r"\w{3,}(?:ian|ean|ish|ese|can)s?", word))
