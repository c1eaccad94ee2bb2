"""How an event is shown: its title from the article's own words, its place, its stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.extract import lexicon as lex
from tui.extract.events.clauses import ASIDE, DETERMINERS, RELATIVES, Token, Verb, border
from tui.extract.events.lexicon import noun_sort
from tui.extract.found import Mention
from tui.extract.layout import Span

LONGEST = 100
"""Characters of a title; a longer one is cut where a phrase ends."""

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


def subject(tokens: list[Token], verb: Verb, first: int) -> tuple[int, int]:
    """The tokens that a verb's clause opens with: who does it, as far as order tells.

    A relative pronoun stands for the words before it; words that set the scene ("On
    Sunday, ...") are passed over.
    """
    if first < verb.first and tokens[first].lower in ("but", "and", "while", "when", "where", "as"):
        first += 1
    if first < len(tokens) and tokens[first].lower in RELATIVES:
        if tokens[first].lower != "that" or first + 1 == verb.first:
            return antecedent(tokens, first)
        first += 1
    opens = first < verb.first and (
        tokens[first].lower in lex.PREPOSITIONS or tokens[first].lower in _OPENERS
    )
    if opens:
        commas = [at for at in range(first + 1, verb.first) if tokens[at].comma]
        first = commas[0] if commas else first
    while first < verb.first and tokens[first].lower in _OPENERS:
        first += 1
    return _behind_conjunction(tokens, first, verb.first), verb.first


_OPENERS = frozenset("when while where as and but so or then also meanwhile because".split())


def _behind_conjunction(tokens: list[Token], first: int, last: int) -> int:
    """Where the subject begins behind words that open a clause of its own: "a day after
    supporters assaulted", "before he dropped out"."""
    for at in range(last - 2, first, -1):
        lower, follows = tokens[at].lower, tokens[at + 1].lower
        if lower in ("because", "as", "once"):
            return at + 1
        sets_scene = tokens[first].lower in lex.PREPOSITIONS | lex.ADVERBS
        person = follows in lex.SUBJECT_PRONOUNS or follows.isdigit()
        if lower in ("after", "before", "since") and (person or sets_scene):
            return at + 1
    return first


def antecedent(tokens: list[Token], at: int) -> tuple[int, int]:
    """The noun phrase right before a position."""
    first = at
    capital = at > 0 and tokens[at - 1].capital
    if at > 1 and capital and tokens[at - 2].capital and _demonym(tokens[at - 2].text):
        return at - 1, at
    while first > 0 and at - first < 8:
        token = tokens[first - 1]
        if capital and not token.capital:
            break
        if not capital and (token.lower in lex.PREPOSITIONS or token.lower in lex.AUXILIARIES):
            break
        first -= 1
        if token.lower in DETERMINERS or token.gap.strip():
            break
    return first, at


def noun_phrase(
    tokens: list[Token], at: int, dated: frozenset[int], verbs: frozenset[int]
) -> tuple[int, int]:
    """The tokens of the phrase around a noun: its adjectives, and what it is "of"."""
    first = at
    while first > 0 and at - first < 8 and not tokens[first].gap.strip(" ,"):
        token = tokens[first - 1]
        if first - 1 in dated or first - 1 in verbs:
            break
        if token.lower in DETERMINERS or token.lower in lex.PREPOSITIONS | lex.PRONOUNS:
            break
        if token.lower in lex.SUBORDINATORS | lex.AUXILIARIES or border(tokens, first):
            break
        if token.lower in lex.CUES and not token.lower.endswith("ed"):
            break
        if token.possessive:
            first -= 1 if token.capital else 0
            break
        if tokens[first].comma and not token.lower.endswith(("al", "ic", "ary", "ed")):
            break
        first -= 1
    while first < at and tokens[first].lower in ("and", "or", "snap", "also"):
        if tokens[first].lower == "snap":
            break
        first += 1
    last = at + 1
    while last < len(tokens) and last - at < 12:
        token = tokens[last]
        if token.gap.strip() or last in verbs or border(tokens, last):
            break
        if last in dated and not any(
            tokens[n].possessive for n in range(last, last + 2) if n in dated
        ):
            break
        if last == at + 1 and token.lower not in _JOINS:
            break
        if token.lower in lex.SUBORDINATORS | lex.AUXILIARIES | frozenset({"to"}):
            break
        if token.lower.endswith("ing") and tokens[last - 1].lower not in lex.PREPOSITIONS:
            break
        last += 1
    while last > at + 1 and tokens[last - 1].lower in lex.PREPOSITIONS | DETERMINERS | {"and"}:
        last -= 1
    return first, last


def title(text: str, pieces: Iterable[Span], without: Sequence[Span]) -> str:
    """Words of the article as a title: without times and asides, cut where a phrase ends."""
    words = " ".join(_without(text, piece, without) for piece in pieces)
    words = " ".join(ASIDE.sub("", words).split())
    words = re.sub(r"\s+([,.;:’])", r"\1", words).strip(" ,;:.–—-\"“”‘'")
    if len(words) > LONGEST:
        cuts = [cut.start() for cut in _CUT.finditer(words) if 24 <= cut.start() <= LONGEST]
        cut = cuts[-1] if cuts else words.rfind(" ", 0, LONGEST)
        words = _DANGLING.sub("", words[:cut]) if cuts else f"{words[:cut]} …"
    words = re.sub(r"^(?:and|or|but|so|yet)\s", "", words)
    words = _UNFINISHED.sub("", words)
    if words.count("“") > words.count("”"):
        words = words.replace("“", "")
    return words[:1].upper() + words[1:]


_EMPTY = re.compile(
    r"(?:(?:1[89]|20)\d\d\s|By\b|Of\b|In\b|At\b|On\b|To\b)"
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
