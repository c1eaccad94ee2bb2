"""The names of bodies: capitals, an adjective and the noun that it belongs to, listed names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from tui.digests import slug
from tui.extract.languages.sr.cues import forms, is_said
from tui.extract.languages.sr.letters import key, latin, with_ending
from tui.extract.languages.sr.names.declension import given
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import Noun, adjective, bodies
from tui.extract.languages.sr.words import list_names, lists
from tui.extract.text.document import Span, lines
from tui.model import ActorType

_POSSESSIVE = re.compile(r"\w{4}(?:ov|ev)(?:a|o|i|e|u|og|om|oj|im|ih|ima|oga)?$")
_ROMAN = re.compile(r"[IVXLC]+")
_IN_MARKS = re.compile(r"[„“\"»](?P<open>)[^„“”\"«»\n]{3,60}(?P<close>)[”“\"«]")
_CALLED = ("list", "koalicij", "grup")
_LED_BY = re.compile(r"[^\W\da-z_]\w+\s[^\W\da-z_]\w+\s[-–]\s")
"""How the name of a list begins that has the name of a person: „Ana Kos – Most za sve“."""
_LONGEST = 8
"""Letters of an abbreviation: longer words in capitals are emphasis."""
_OPENING, _CLOSING = frozenset('„“"»«'), frozenset('“”"«»')
_QUALITIES = ("no", "nu", "ne", "sku", "sko", "ska", "cku", "cko")
"""How adjectives end behind "za"."""
_ADJECTIVES = ("ne", "ske", "cke", "og", "eg", "ih")
_GENITIVE = ("ih", "a", "e", "og", "eg", "ja")


class OrganisationMention(NamedTuple):
    """A body as one place names it: the words from ``first`` to ``last``, its id and name."""

    first: int
    last: int
    end: int
    id: str
    name: str
    type: ActorType
    rule: str
    cases: frozenset[str]
    only_known: bool = False
    """Whether it is a body only where its name is a known one's: "Srpska lista"."""


def read(text: str, tokens: Sequence[NameToken], used: Set[int]) -> Iterator[OrganisationMention]:
    """The bodies that a text names, abbreviations under the names that they stand for."""
    listed = list(_lists(text, tokens))
    inside = {at for each in listed for at in range(each.first, each.last)}
    busy = used | inside
    capitals = [at for at, token in enumerate(tokens) if token.capital]
    whole = [found for at in capitals if (found := _named(tokens, at, busy))]
    whole = sorted([*listed, *whole])
    taken = {at for each in whole for at in range(each.first, each.last)}
    short = _initials(text, tokens, whole)
    yield from whole
    loud_lines = _loud_lines(text)
    loud_at = [line.start for line in loud_lines]

    def is_loud(token: NameToken) -> bool:
        line = bisect_right(loud_at, token.start) - 1
        return line >= 0 and token.start < loud_lines[line].end

    calm = {each.key for each in tokens if each.text.isupper() and not is_loud(each)}
    calm |= lists("words")["parties"] | lists("words")["states"]
    for at, token in enumerate(tokens):
        if not token.capital or at in taken or at in used:
            continue
        short_form = token.key not in _listed() and token.text[:2].isupper()
        if short_form and token.key not in calm and is_loud(token):
            continue
        abbreviation = _abbreviation(tokens, at) if short_form else ""
        if abbreviation:
            named = short.get(key(abbreviation))
            end = token.end
            if named is not None:
                yield named._replace(
                    first=at, last=at + 1, end=end, rule="abbreviation", cases=tail(token)
                )
                continue
            id, kind = slug(latin(abbreviation)), _type(key(abbreviation))
            yield OrganisationMention(
                at, at + 1, end, id, abbreviation, kind, "abbreviation", tail(token)
            )
        elif token.key in _listed():
            name, cases = _listed()[token.key]
            doubtful = token.opens or token.key != name
            if name in lists("words")["words_too"] and doubtful and not _alone(text, token):
                continue
            behind = tokens[at + 1 : at + 2]
            if behind and behind[0].joined and behind[0].capital and given(token.text):
                continue  # "ministrica Nina Kos"
            stem = _common(token.key, name)
            shown = with_ending(token.text, len(token.key) - stem, name[stem:])
            kind = "media" if name in lists("words")["media"] else "group"
            yield OrganisationMention(
                at, at + 1, token.end, slug(latin(shown)), shown, kind, "the-name", cases
            )


def _alone(text: str, token: NameToken) -> bool:
    """Whether a word stands in marks alone: objavilo je „Vreme“."""
    return (
        text[max(0, token.start - 1) : token.start] in _OPENING
        and text[token.end : token.end + 1] in _CLOSING
    )


def _initials(
    text: str, tokens: Sequence[NameToken], whole: Sequence[OrganisationMention]
) -> dict[str, OrganisationMention]:
    """The bodies by their initials, by those before their country, and by what stands behind them
    in brackets."""
    short: dict[str, OrganisationMention] = {}
    for each in whole:
        parts = key(each.name).split()
        initials = "".join(part[0] for part in parts)
        if len(initials) > 1:
            short.setdefault(initials, each)
        if len(initials) > 2 and parts[-1] in lists("words")["of_countries"]:
            short.setdefault(initials[:-1], each)
        bracket = tokens[each.last : each.last + 1]
        if bracket and bracket[0].text.isupper() and text[each.end : bracket[0].start] == " (":
            short[bracket[0].key] = each
    return short


def _called(text: str, tokens: Sequence[NameToken], starts: Sequence[int]) -> set[str]:
    """The names in marks that the text somewhere calls a list or a coalition."""
    called: set[str] = set()
    for found in _IN_MARKS.finditer(text):
        first, last = (bisect_left(starts, found.start(n)) for n in ("open", "close"))
        before = tokens[first - 1] if first else None
        beside = before is not None and text[before.end : found.start()] == " "
        by_name = beside and before is not None and _is_called(tokens, first - 1)
        led = _LED_BY.match(text, found.start("open"))
        if by_name or (led and not is_said(text, found.start(), found.end())):
            called.add(" ".join(each.key for each in tokens[first:last]))
    return called


def _is_called(tokens: Sequence[NameToken], at: int) -> bool:
    """Whether a word tells that a list or a coalition is called what stands behind it, and no
    paper: "u listu „Danas“"."""
    word = tokens[at].key
    paper = word == "list" or (word == "listu" and at > 0 and tokens[at - 1].key == "u")
    return word.startswith(_CALLED) and not paper


def _loud_lines(text: str) -> list[Span]:
    """The lines and the headings before colons that are in capitals throughout, where no word
    tells that it is an abbreviation."""
    found = []
    for line in lines(text):
        stops = (text.find(mark, line.start, line.end) for mark in ':!?"„“')
        for end in (line.end, *stops):
            words = text[line.start : max(end, line.start)]
            if words.isupper() and words.count(" ") > 1:
                found.append(Span(line.start, end))
                break
    return found


def _lists(text: str, tokens: Sequence[NameToken]) -> Iterator[OrganisationMention]:
    """The lists and coalitions whose names stand in marks: „Srbija protiv nasilja“."""
    starts = [each.start for each in tokens]
    known = _called(text, tokens, starts)
    for found in _IN_MARKS.finditer(text):
        first, last = (bisect_left(starts, found.start(n)) for n in ("open", "close"))
        words = tokens[first:last]
        if not words or not words[0].capital or len(words) > 9:
            continue
        before = tokens[first - 1] if first else None
        beside = before is not None and text[before.end : found.start()] == " "
        called = beside and before is not None and _is_called(tokens, first - 1)
        plain = " ".join(each.key for each in words)
        if len(words) == 1 and not called and plain not in known:
            continue
        if not called and plain not in list_names() and plain not in known:
            continue
        name = text[words[0].start : words[-1].end]
        id = slug(latin(name))
        yield OrganisationMention(
            first, last, words[-1].end, id, name, "coalition", "in-marks", frozenset()
        )


def tail(token: NameToken) -> frozenset[str]:
    """The cases of an abbreviation, by what a hyphen adds."""
    _, hyphen, tail = token.key.partition("-")
    if not hyphen:
        return frozenset("NGDAVIL")
    return frozenset({"a": "GA", "u": "DL", "om": "I", "em": "I"}.get(tail, "N"))


def _abbreviation(tokens: Sequence[NameToken], at: int) -> str:
    """The letters of an abbreviation, "" where a word is none."""
    token = tokens[at]
    head, _, tail = token.text.partition("-")
    told = lists("words")
    if key(head) in told["no_bodies"] | told["small"] or key(head) in bodies():
        return ""
    if not (head.isupper() and head.isalpha() and 2 <= len(head) <= _LONGEST):
        return ""
    if tail.isupper() and key(head) in told["parties"]:
        return token.text  # "SPS-JS": parties that stand together.
    if tail and (tail.isupper() or len(tail) > 3):
        return ""
    if _ROMAN.fullmatch(head) and len(head) < 4:
        return ""
    beside = [each for each in tokens[max(0, at - 1) : at + 2] if each is not token]
    if len(head) > 5 and (token.opens or any(each.text.isupper() for each in beside)):
        return ""
    if sum(each.text.isupper() and len(each.text) > 3 for each in beside) > 1:
        return ""
    return head


def _type(plain: str) -> ActorType:
    told = lists("words")
    if plain in told["media"]:
        return "media"
    if plain in told["parties"]:
        return "party"
    if plain in told["coalitions"] or plain.partition("-")[0] in told["parties"]:
        return "coalition"
    return "state" if plain in told["states"] else "institution"


def _named(tokens: Sequence[NameToken], at: int, used: Set[int]) -> OrganisationMention | None:
    """The body whose name begins at a word: adjectives and a noun that agree."""
    token = tokens[at]
    if not token.capital or token.text.isupper() or at in used:
        return None
    for last in range(at, min(at + 4, len(tokens))):
        if last > at and not tokens[last].joined:
            return None
        for noun in bodies().get(tokens[last].key, ()):
            parts = [adjective(each.text, noun) for each in tokens[at:last]]
            if any(_of_a_person(each) for each in tokens[at:last]):
                continue
            if None in parts or (last == at and noun.gender != "n"):
                continue
            if last > at and (token.key in bodies() or token.key in lists("words")["plain"]):
                continue
            words = [
                with_ending(each.text, *part)
                for each, part in zip(tokens[at:last], parts, strict=True)
                if part is not None
            ]
            if not words and not _genitives(tokens, last):
                continue
            if token.opens and words and not _official(token.key):
                continue
            return _body(tokens, at, last, words, noun)
    return None


def _of_a_person(token: NameToken) -> bool:
    """Whether an adjective tells whose a body is: "Kosanova vlada"."""
    return token.capital and _POSSESSIVE.search(token.key) is not None


def _official(plain: str) -> bool:
    """Whether an adjective that opens a sentence is a part of a name all the same."""
    return any(plain.startswith(stem) for stem in lists("words")["official"])


def _genitives(tokens: Sequence[NameToken], last: int) -> int:
    """How many words behind a ministry or a prosecution tell for what it is."""
    if tokens[last].key[:8] not in ("minister", "ministar"):
        return 0
    count = _small_genitives(tokens, last + 1)
    joined = tokens[last + count + 1 : last + count + 2]
    if count and joined and joined[0].key == "i" and joined[0].joined:
        # "državne uprave i lokalne samouprave": a noun, perhaps with its adjective.
        quality = tokens[last + count + 2 : last + count + 3]
        most = 1 + bool(quality and quality[0].key.endswith(_ADJECTIVES))
        further = min(most, _small_genitives(tokens, last + count + 2))
        count += further + 1 if further else 0
    return count


def _small_genitives(tokens: Sequence[NameToken], first: int) -> int:
    count = 0
    for each in tokens[first : first + 3]:
        if not each.joined or each.capital or not each.key.endswith(_GENITIVE) or len(each.key) < 4:
            break
        if each.key in forms() or each.key in lists("words")["small"]:
            break  # "u ministarstvu tvrde", "ministarstvo može"
        count += 1
    return count


def _purpose(tokens: Sequence[NameToken], last: int) -> int:
    """How many words behind an office tell what it is for: "zavod za statistiku", "zavod za javno
    zdravlje"."""
    if tokens[last].key[:5] not in lists("words")["of_purpose"]:
        return 0
    behind = [each.joined and not each.capital for each in tokens[last + 1 : last + 4]]
    if not all(behind[:2]) or [each.key for each in tokens[last + 1 : last + 2]] != ["za"]:
        return 0
    quality = len(behind) > 2 and behind[2] and tokens[last + 2].key.endswith(_QUALITIES)
    return 3 if quality else 2


def _of_country(tokens: Sequence[NameToken], last: int) -> int:
    """How many words behind a party or a body tell in which country it is."""
    behind = tokens[last + 1 : last + 3]
    if behind and behind[0].joined and behind[0].key in lists("words")["of_countries"]:
        return 1
    two = [each.key for each in behind if each.joined and each.capital]
    return 2 if two == ["crne", "gore"] else 0


def _body(
    tokens: Sequence[NameToken], at: int, last: int, words: list[str], noun: Noun
) -> OrganisationMention:
    head = tokens[last]
    stem = _common(head.key, noun.nominative)
    words.append(with_ending(head.text, len(head.key) - stem, noun.nominative[stem:]))
    stop = last + 1 + (_genitives(tokens, last) or _purpose(tokens, last))
    stop += _of_country(tokens, stop - 1)
    words += [each.text for each in tokens[last + 1 : stop]]
    name = " ".join(words)
    party = noun.nominative in ("stranka", "partija", "pokret", "savez")
    kind: ActorType = "party" if party else "institution"
    if noun.nominative == "koalicija":
        kind = "coalition"
    cases = noun.cases
    only_known = noun.nominative == "lista"
    return OrganisationMention(
        at,
        stop,
        tokens[stop - 1].end,
        slug(latin(name)),
        name,
        kind,
        "organisation",
        cases,
        only_known,
    )


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


@cache
def _listed() -> dict[str, tuple[str, frozenset[str]]]:
    """Listed names of one word by the key of every form: the nominative, and the cases."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    told = lists("words")
    for name in sorted(told["media"] | told["groups"]):
        found.setdefault(name, (name, frozenset("N")))
        if name[-1:] == "a":
            endings, stem = (("e", "G"), ("i", "DL"), ("u", "A"), ("om", "I")), name[:-1]
        elif name[-1:].isdigit() or name[-1:] in "eio":
            continue
        else:
            endings, stem = (("a", "GA"), ("u", "DL"), ("om", "I"), ("em", "I")), name
        for ending, cases in endings:
            found.setdefault(stem + ending, (name, frozenset(cases)))
    return found
