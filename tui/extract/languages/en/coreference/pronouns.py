"""Whom a pronoun stands for: the speaker before, or the subject of a sentence before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import islice

from tui.extract.findings import BODY_TYPES, Mention, NamedActor, Speaker
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "coreference")

PERSON_PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
FIRST_PERSON = frozenset("i we you me us my our your".split())
_OF_TWO = {"the former": 0, "the latter": -1}
"""Which of the last two people each stands for."""
PRONOUNS = (
    FIRST_PERSON | PERSON_PRONOUNS.keys() | _OF_TWO.keys() | {"they", "it", "who", "their", "its"}
)
PLURAL_TYPES = BODY_TYPES | {"state"}
BOTH = re.compile(
    r"(?:the two|both|the pair|the couple|the duo)"
    r"(?: (?:of them|men|women|leaders|politicians|candidates|rivals|lawmakers|ministers))?"
)
"""What stands for two people who are named together."""
_ONE = frozenset({"it", "its"})
_PLURAL_BUT_STATES = PLURAL_TYPES - {"state"}
_JOINT = re.compile(r",?\s(?:and|or)\s(?:[a-z]+\s){0,3}")
_LONGEST_LABEL = 60
"""Characters of a name before a colon that tells whose turn it is."""
REACH = 6
"""How many sentences back a pronoun or a nominal looks."""


def speaker(told: Background, word: str, source: Span) -> Speaker:
    if word in _OF_TWO:
        actor = _of_two(told, source.start, word)
        return Speaker((actor,) if actor else (), source, "pronoun", 0.8 if actor else 0.3)
    if word in FIRST_PERSON:
        return Speaker((), source, "first-person", 0.3)
    if word == "they" or BOTH.fullmatch(word):
        together = _together_before(told, source.start)
        if together:
            return Speaker(together, source, "pronoun", 0.75)
        if word != "they":
            return Speaker((), source, "pronoun", 0.3)
    if word in PERSON_PRONOUNS:
        gender = PERSON_PRONOUNS[word]
        actor = _person_behind(told, source, gender) or _person_before(told, source.start, gender)
        if actor is not None:
            # From now on the other pronoun is somebody else.
            told.names.actors[actor].usual = gender
    else:
        actor = _group_before(told, source.start, word)
    if actor is None:
        return Speaker((), source, "pronoun", 0.3)
    return Speaker((actor,), source, "pronoun", 0.8)


def _person_behind(told: Background, source: Span, gender: str) -> str | None:
    """Who "he" is in a clause that opens a sentence whose subject is named behind it: "When he
    left, Kos said"."""
    sentence = told.document.sentence_at(source.start)
    if sentence is None or not _FRONT.fullmatch(told.text, sentence.start, source.start):
        return None
    comma = told.text.find(", ", source.end, sentence.end)
    behind = told.within(comma, sentence.end) if comma >= 0 else ()
    if not behind or behind[0].type != "person":
        return None
    actor = told.names.actors[behind[0].actor]
    leads = _LEADS.fullmatch(told.text, comma + 2, behind[0].start) is not None
    if _ANOTHER.search(told.text, behind[0].end, sentence.end):
        return None  # "When he left, Kos had called him": him is not Kos.
    return actor.id if leads and actor.gender in ("", gender) else None


def _person_before(told: Background, position: int, gender: str) -> str | None:
    """The last speaker, or else the subject of a sentence before, that fits."""
    sentences = told.document.sentences
    index = told.document.number_at(position)
    if index < 0:
        return None

    own = _labels(told, sentences[index].paragraph)

    def fits(actor: str) -> bool:
        found = told.names.actors[actor]
        return found.type == "person" and found.gender in ("", gender) and actor not in own

    first = sentences[max(0, index - REACH)].start
    for back in range(index, max(-1, index - REACH - 1), -1):
        sentence = sentences[back]
        stop = min(sentence.end, position)
        unknown = told.unknown(sentence.start, stop)
        for at, spoke in reversed(told.spoken_at(sentence.start, stop)):
            if at < unknown:
                break
            for actor in spoke.actors:
                if fits(actor):
                    return actor
        if unknown >= 0:
            return None
        if _goes_on(told.text, sentence.start, stop, gender):
            continue  # "She has overtaken Kos. She said": whom she overtook did not.
        if _another(told.text, sentence.start, stop, gender):
            return None
        office = _OFFICE.match(told.text, sentence.start, stop)
        noun = office["noun"].lower() if office else ""
        if office is not None and noun in lex.ROLE_NOUNS:
            holder = _holder(told, noun, fits)
            said = (words for each in told.described.values() for words in each)
            if holder or office["of"] or any(noun in _WORD.findall(words) for words in said):
                return holder
        people = [
            mention
            for mention in told.outside_marks(sentence.start, stop)
            if mention.type == "person"
            and fits(mention.actor)
            and not (back == index and _addressed(told.text, sentence.start, mention))
        ]
        if not people and _who_is_told(told, sentence.start, stop):
            return None
        if people and _of_role(told.text, sentence.start, people[0]):
            return None
        if people:
            return None if _joined(told.text, people) else people[0].actor
    for at, spoke in reversed(told.last):
        if at < first - 3_000:
            break
        for actor in spoke.actors:
            if at < position and fits(actor):
                return actor
    return None


def _labels(told: Background, paragraph: int) -> set[str]:
    """Whose turn a paragraph is, as its label says: of himself nobody says "he"."""
    block = told.document.paragraphs[paragraph]
    start = block.start
    colon = told.text.find(":", start, min(block.end, start + _LONGEST_LABEL))
    named = told.within(start, colon) if colon >= 0 else ()
    return {each.actor for each in named if each.start == start and each.end == colon}


def _holder(told: Background, noun: str, fits: Callable[[str], bool]) -> str | None:
    """The one person who is described by an office, if a pronoun fits: of "The envoy left. She
    said" the envoy."""
    holders = [
        actor
        for actor, words in told.described.items()
        if any(noun in (said := _WORD.findall(each)) and _NOT_IN.isdisjoint(said) for each in words)
    ]
    people = [actor for actor in holders if told.person(actor)]
    return people[0] if len(people) == 1 and fits(people[0]) else None


def _goes_on(text: str, start: int, stop: int, gender: str) -> bool:
    """Whether a stretch of text opens with the pronoun of a gender."""
    opens = _OPENS.match(text, start, stop)
    return opens is not None and PERSON_PRONOUNS[opens["who"].lower()] == gender


def _another(text: str, start: int, stop: int, gender: str) -> bool:
    """Whether a stretch of text opens with somebody of a gender without a name: "Her husband
    disagreed", "At the next stall a woman laughs"."""
    newcomer = _NEWCOMER.match(text, start, stop)
    if newcomer is not None and newcomer["noun"] in lex.ROLE_NOUNS:
        return True
    opens = _KIN.match(text, start, stop)
    if opens is None:
        return False
    noun = opens["noun"].lower()
    return noun not in (lex.FEMALE_ROLES if gender == "m" else lex.MALE_ROLES)


def _of_role(text: str, start: int, mention: Mention) -> bool:
    """Whether a sentence tells of somebody by an office, and a small word governs the first name
    in it: "The mayor has a picture of Kos"."""
    found = _BY_OFFICE.search(text, start, mention.start)
    return found is not None and not lex.ROLE_NOUNS.isdisjoint(found["words"].split()[:4])


def _who_is_told(told: Background, start: int, stop: int) -> bool:
    """Whether a stretch of text tells of somebody by an office alone: "the mayor who left"; not in
    what another says."""
    return any(
        found["noun"] in lex.ROLE_NOUNS and not told.marked(found.start())
        for found in _WHO.finditer(told.text, start, stop)
    )


def _addressed(text: str, start: int, mention: Mention) -> bool:
    """Whether a sentence opens with whom its subject turns to: "To his rival Kos, he said"."""
    return _ADDRESSES.fullmatch(text, start, mention.start) is not None


def _together_before(told: Background, position: int) -> tuple[str, ...]:
    """The two people who spoke together last, or of whom the sentence before is told together;
    nobody where somebody else has spoken since."""
    sentences = told.document.sentences
    index = told.document.number_at(position)
    for back in range(index, max(-1, index - 3), -1):
        sentence = sentences[back]
        stop = min(sentence.end, position)
        for spoke in told.spoken(sentence.start, stop):
            people = [actor for actor in spoke.actors if told.person(actor)]
            return tuple(people) if len(people) > 1 else ()
        named = [m for m in told.outside_marks(sentence.start, stop) if m.type != "state"]
        if named:
            first = [m for m in named[:2] if m.type == "person"]
            return (first[0].actor, first[1].actor) if _joined(told.text, first) else ()
    return ()


def _of_two(told: Background, position: int, words: str) -> str | None:
    """The former or the latter of the two people whom the sentence before names last."""
    index = told.document.number_at(position)
    start = told.document.sentences[max(0, index - 1)].start if index >= 0 else position
    named = [(each.start, each.actor) for each in told.outside_marks(start, position)]
    spoke = [(at, actor) for at, each in told.spoken_at(start, position) for actor in each.actors]
    people = [actor for _, actor in sorted([*named, *spoke]) if told.person(actor)]
    # Named once more, somebody stands where the name stands last.
    two = list(dict.fromkeys(reversed(people)))[1::-1]
    return two[_OF_TWO[words]] if len(two) == 2 else None


def _joined(text: str, people: Sequence[Mention]) -> bool:
    """Whether the first of some people stands beside another, so that either may be meant."""
    if len(people) < 2 or people[0].actor == people[1].actor:
        return False
    return _JOINT.fullmatch(text, people[0].end, people[1].start) is not None


def _group_before(told: Background, position: int, word: str) -> str | None:
    sentences = told.document.sentences
    index = told.document.number_at(position)
    if index < 0:
        return None
    kinds = _PLURAL_BUT_STATES if word == "they" else PLURAL_TYPES
    if index and told.text.endswith(", ", 0, position):
        # "..., it said": whoever spoke before goes on, whatever the words are about.
        before = sentences[index - 1]
        for spoke in told.spoken(before.start, before.end):
            for actor in spoke.actors:
                if told.names.actors[actor].type in kinds:
                    return actor
    for back in range(index, max(-1, index - 3), -1):
        sentence = sentences[back]
        stop = min(sentence.end, position)
        for spoke in told.spoken(sentence.start, stop):
            for actor in spoke.actors:
                found = told.names.actors[actor]
                if found.type in PLURAL_TYPES and not (word in _ONE and _many(found)):
                    return actor
        if told.unnamed(sentence.start, stop):
            return None
        if word == "they" and _of_many(told, sentence.start, stop):
            return None
        for mention in told.outside_marks(sentence.start, stop):
            if word in _ONE and mention.type in kinds and _attributive(told.text, mention):
                return None
            if mention.type in kinds and not _owns(told.text, mention):
                if word in _ONE and _many(told.names.actors[mention.actor]):
                    continue
                if word == "it" and _object(told.text[sentence.start : mention.start]):
                    break
                return mention.actor
    return None


def _of_many(told: Background, start: int, stop: int) -> bool:
    """Whether a sentence tells first of many people who are nobody known: "Dozens of protesters
    marched", "In the capital, some residents fled"."""
    named = [each.start for each in told.outside_marks(start, stop) if each.type in PLURAL_TYPES]
    for found in islice(_WORD.finditer(told.text, start, stop), _OPENING):
        word = found[0].lower()
        if found.start() in named or word in _TELLING:
            return False
        if word in _MANY:
            return True
    return False


def _many(actor: NamedActor) -> bool:
    """Whether a group without a name is many people ("officials"), and no body."""
    last = actor.name.rsplit(" ", 1)[-1].lower()
    return actor.rule == "nominal" and (last.endswith("s") or last in lex.PLURAL_PEOPLE)


def _object(before: str) -> bool:
    """Whether a verb stands before a name in its sentence, so that the name is not its subject."""
    words = _WORD.findall(before.lower())
    return any(word in cues.LEMMAS or word in lex.AUXILIARIES for word in words)


_OPENS = re.compile(
    r"\W*(?:(?:But|And|Then|Yet|Still|Later|Earlier|Now|Instead|However,|Meanwhile,)\s)?"
    r"(?P<who>[Hh]e|[Ss]he)\s"
)
_KIN = re.compile(
    r"\W*(?:His|Her|Their|My)\s(?:(?:[a-z-]+)\s)?(?P<noun>husband|wife|brother|sister|father|mother|son"
    r"|daughter|uncle|aunt|cousin|neighbou?r|colleague|partner|deputy|lawyer|adviser|aide|assistant"
    r"|friend|rival|predecessor|successor|spokes(?:man|woman|person))\s(?=[a-z])"
)
_NEWCOMER = re.compile(
    r"\W*(?:(?:At|In|On|Near|Outside|Inside|Behind|By|Among)\s(?:[\w-]+\s){1,4}an?|An?)\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z]+)"
    r"\s(?:is|was|has|had|[a-z]+(?:s|ed))\b"
)
"""A sentence that opens with somebody of whom it tells first."""
_NOT_IN = frozenset(("former", "ex", "deputy", "vice", "outgoing", "acting"))
"""Words with which somebody does not hold an office, or not just that one."""
_OFFICE = re.compile(
    r"\W*(?:(?:Meanwhile|However|But|Then|And|Yet),?\s)?[Tt]he\s(?:[a-z-]+\s){0,2}?(?P<noun>[A-Za-z]+)"
    r"(?P<of>\sof\s(?:the\s)?(?:[^\W\d_a-z][\w-]+\s?){1,3})?\s?(?=[a-z])(?!who\b|of\b|and\b)"
)
"""A sentence that opens with somebody by an office, or by that of a state or a body."""
_ADDRESSES = re.compile(
    r"\W*(?:To|With|Against|Unlike|Like|About|Beside|Alongside|(?:Asked|Speaking|Writing|Turning"
    r"|Addressing|Replying|Responding|Referring)(?:\s(?:to|about|of|with))?)\s(?:[a-z][\w-]*\s){0,3}"
    r"(?:[A-Z][a-z]+\s){0,2}"
)
_FRONT = re.compile(r"\W*(?:When|While|After|Although|Though|If|Once|Until)\s")
_LEADS = re.compile(r"(?:[a-z][\w-]*\s){0,3}(?:[A-Z][\w.’'-]*\s){0,3}")
"""What stands before a name that is the subject behind a comma."""
_ANOTHER = re.compile(r"\b(?:him|his|hers?)\b")
_BY_OFFICE = re.compile(
    r"\b[Tt]he\s(?P<words>(?:[a-z-]+\s){2,8})"
    r"(?:of|with|to|for|by|against|from|about)\s(?:[A-Za-z-]+\s){0,3}$"
)
_WHO = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+),?\swho\b")
_MANY = lex.PLURAL_PEOPLE | {"authorities", "crowd", "crowds"}
_TELLING = cues.LEMMAS.keys() | lex.AUXILIARIES
_OPENING = 12
"""Words of a sentence up to the noun that heads its subject, at most."""
_WORD = re.compile(r"[^\W\d_]+")
_BEHIND = re.compile(r"\s([a-z]+)\b")
_OWNED = lex.ORG_WORDS | lex.ROLE_NOUNS | _WORDS["owned"]
"""What a state or a body has, and is not."""


def _owns(text: str, mention: Mention) -> bool:
    """Whether a name tells whose something is: "Fiji's", "the Fiji embassy"."""
    if text.startswith(("’s", "'s"), mention.end):
        return True
    return _attributive(text, mention)


def _attributive(text: str, mention: Mention) -> bool:
    """Whether a name stands before the noun for what it has: "the Fiji embassy"."""
    behind = _BEHIND.match(text, mention.end)
    return behind is not None and behind[1] in _OWNED
