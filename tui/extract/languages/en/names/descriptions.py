"""How a text describes an actor: what stands before the name, and the apposition behind it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tui.extract.findings import Mention
from tui.extract.languages.en import cues, morphology
from tui.extract.languages.en import lexicon as lex
from tui.extract.text.document import Document, Span

BRACKET = re.compile(r"\s?\({1,2}[^()]{1,40}\){1,2}")
_WORDS = (
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|[A-Z])\.(?=[\s\w])"
    r"|\([A-Z]{2,8}\)(?=\s[a-z])|[^,.;:—–()\n])*"
)
"""Words up to a mark that ends them, which the full stop of "Mr." is not, nor are the brackets of
initials: "a Lowland Electoral Board (LEB) spokesman"."""
APPOSITION = re.compile(
    r"(?:,|\s[—–-])\s+(?P<words>(?:a|an|the|one of|its|his|her|their|another|head|leader"
    r"|chairman|president|spokesm[ae]n|spokeswoman|director|chief|former|[^\W\d_]+['’]s)\s"
    + _WORDS
    + r"(?:\s?\({1,2}[^()]{1,40}\){1,2})?)",
)
COPULA = re.compile(r"\s(?:is|was|remains|became)\s(?P<words>(?:a|an|the|one of)\s[^,.;:—–()\n]+)")
ROLE_AHEAD = re.compile(
    r"(?:^|[.!?\"”]\s+|\n|[—–-]\s|\b[Bb]ut\s|,\s)(?P<words>[^,.;:—–()\n\"“”]{3,70}),\s$"
)
ROLE_IS = re.compile(
    r"\b(?:[Oo]ne such|[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne)\s"
    r"(?P<words>[^,.;:()\n\"“”]{3,50})\s(?:is|was)\s$"
)
STOPS = re.compile(
    r"\s(?:who|which|that|when|where|told|said|says|say|was|were|is|are|has|have|had|will|would"
    r"|and (?:said|told|added|announced))\b"
)
_RELATIVES = frozenset("who which that when where".split())
HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
DESCRIBING = re.compile(
    r".+-.+|.+(?:an|ian|ish|ese|ive|al|ist|ant|ent|ous|ful|ary|ic|or|er|ee|man|woman)|.*mate"
)
"""Words that say of a person what he or she is, one by one."""
_AUXILIARIES = sorted(lex.AUXILIARIES - {"'s"}, key=lambda each: (-len(each), each))
VERBS = re.compile(
    rf"\b(?:(?:{'|'.join(_AUXILIARIES)})\s"
    r"(?:\w+\s)??(?:(?:\w+ed|given|told|made|held|seen|shown|led|read|said|written)\s)?)"
    r"(?:(?:by|to|with|from|as)\s)?"
)
_ACTS = re.compile(rf"\s(?:{'|'.join(_AUXILIARIES)})\b")
_PARTICLES = frozenset("von van der de".split())
_REACH = 110
_OFFICE_OF = re.compile(
    r"\b(?:[A-Z][\w-]+\s){0,3}(?P<role>[A-Za-z-]+)\s(?:of|for|to|in)\s(?:the\s)?"
    r"(?:[A-Z][\w’'-]*\s(?:(?:and|of|for|to|the)\s){0,2}){1,6}$"
)
_NEW_PHRASE = re.compile(r"(?<!\w)(?P<before>[\w’'-]+)\s(?=(?:the|an?|his|her|its|their)\s)")
"""Where another phrase begins behind a verb: "Kos said the owner, Ana Simic"."""
_APART = re.compile(r"\s(?:[–—-]|after|before|against|by|with|from)\s|\*{2,}")
"""What parts a role from words that tell of something else: a dateline, "the death of"."""
_WHOSE = re.compile(r"(?:[\w’'-]+\s){0,3}?(?P<noun>[\w’'-]+)\sof\s")
"""What somebody has, who is the one described: "the accounts of his brother, Ivo Kos"."""
_FRONTED = re.compile(
    r"\W*(?:In|At|On|By|With|After|For|Under|Through)\s(?:an?|the|his|her|its|their)\s"
)
"""What opens a sentence and is nobody: "In a separate opinion Kos wrote"."""
_DOES = re.compile(r"[a-z]+[^sui]s")
GOVERNED = re.compile(r"\b(?:of|for|from|with|by|to|against|about|like)\s$")
RELATION = re.compile(
    r"\b(?:of|to|for|with|by|in|from|under|at|on|against|and|or|who|as|behind|near)\s"
)
POSSESSED = re.compile(r"['’]")
LETTERS = re.compile(r"[^\W\d_]+")
MAX_WORDS = 14
GENERIC = (
    frozenset("p.m a.m pm am mr mrs ms dr sir the a an this that these those other both".split())
    | lex.FEMALE_HONORIFICS
    | lex.MALE_HONORIFICS
)
_LASTING = frozenset(
    """ruling governing leading outgoing incoming acting sitting standing reigning founding managing
    opposing rising visiting presiding surviving remaining aspiring bestselling""".split()
)
"""Participles that say what somebody is, and not what somebody does."""
_OF_PAPERS = frozenset(
    """final recent latest new last previous earlier preliminary interim joint annual regular urgent
    binding non-binding draft full first second third upcoming forthcoming extraordinary""".split()
)
"""What a paper or a meeting of a body is, and no body."""
_NO_MODIFIERS = (
    lex.PREPOSITIONS
    | lex.CONJUNCTIONS
    | lex.SUBORDINATORS
    | lex.AUXILIARIES
    | lex.PRONOUNS
    | lex.DETERMINERS
    | lex.ADVERBS
    | morphology.PASTS
    | lex.CALENDAR
)
_OWNERS = ("his ", "her ", "their ")
_JOINING = _NO_MODIFIERS - morphology.PASTS - {"that"}


def read(document: Document, mentions: Sequence[Mention]) -> list[tuple[str, Span]]:
    """The descriptions of the named actors, in order of text: (actor id, the words)."""
    text = document.text
    named = {mention.start: mention for mention in mentions if mention.named}
    ends = {mention.end: mention for mention in named.values()}
    starts = sorted(named)
    found: list[tuple[str, Span]] = []
    for mention in named.values():
        before = _office_of(document.text, mention) or before_name(document, mention, ends)
        if before is not None:
            found.append((mention.actor, before))
        behind = _behind(text, mention, named, starts)
        if behind is not None:
            found.append((mention.actor, behind))
        ahead = _ahead(text, mention)
        if ahead is not None:
            found.append((mention.actor, ahead))
    return sorted(set(found), key=lambda each: (each[1], each[0]))


def _office_of(text: str, mention: Mention) -> Span | None:
    """The office right before a name, with what it is of: "Minister of Labour and Trade"."""
    if mention.type != "person":
        return None
    found = _OFFICE_OF.search(text, max(0, mention.start - _REACH), mention.start)
    if found is None or found["role"].lower() not in lex.ROLE_NOUNS - lex.KIN:
        return None
    last = text[found.start() : mention.start].rsplit(None, 1)[-1].lower().rstrip(".")
    if last in (lex.ROLE_NOUNS | lex.HONORIFICS) - {"justice"}:
        return None  # "the spokesman for President Kos"
    words = found[0]
    while (first := words.split()[0].lower()) in lex.CALENDAR | lex.PREPOSITIONS:
        words = words[len(first) :].lstrip()  # "On Monday Minister of Labour"
    return Span(found.end() - len(words), found.end() - len(words) + len(words.rstrip()))


def before_name(document: Document, mention: Mention, ends: dict[int, Mention]) -> Span | None:
    """The words right before a name that say what it is: "Opposition leader"."""
    text = document.text
    sentence = document.sentence_at(mention.start)
    if sentence is None or mention.type in ("state", "media"):
        return None
    begin = mention.start
    kept: list[str] = []
    for word in document.words_before(mention.start, sentence.start):
        if text[word.end : begin].strip(" \u00a0") or len(kept) >= MAX_WORDS:
            break
        lower = word.lower.rstrip(".")
        if not kept and lower in _PARTICLES:
            return None  # "President von der | Leyen"
        if lower in GENERIC or lower.replace("’", "'").partition("'")[0] in lex.SUBJECT_PRONOUNS:
            verb = len(kept) > 1 and lower in lex.SUBJECT_PRONOUNS and kept[-1].islower()
            begin += len(kept[-1]) + 1 if verb else 0  # "He replaces General Kos"
            break
        if word.lower.endswith(("'s", "s'")):
            # "Serbia's", "President Vucic's": the possessor, and what stands before it.
            owner = ends.get(word.end - 2) or ends.get(word.end - 1)
            if owner is not None and owner.type in ("institution", "media"):
                break  # "the Council's Office" names a part and describes nobody.
            kept.append(word.text)
            begin = owner.start if owner is not None else word.start
            continue
        if (
            kept
            and kept[-1].lower().replace("’", "'").endswith(("'s", "s'"))
            and not (word.text[0].isupper())
        ):
            break
        if word.end in ends:
            named = ends[word.end]
            if named.type == "person" or not (kept or mention.type == "person"):
                return None  # "Kos leads rival Ana Simic", and "the LEB Office" is part of it.
            kept.append(text[named.start : named.end])
            begin = named.start
            continue
        # A capital says nothing where a sentence opens, and in a title: "Prime Minister".
        titled = bool(kept) and kept[-1].istitle()
        if not _modifier(word.text, lower, titled or word.start == sentence.start):
            break
        kept.append(word.text)
        begin = word.start
    end = mention.start
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end <= begin or not _says_who(document, mention, kept, Span(begin, end), sentence.start):
        return None
    return Span(begin, end)


def _says_who(
    document: Document, mention: Mention, kept: Sequence[str], words: Span, opening: int
) -> bool:
    """Whether the words before a name tell what it is; ``kept`` are they from the last on, and
    their sentence begins at ``opening``."""
    text = document.text
    if kept[0] == "own" or kept[0].endswith(("'s", "’s", "s'", "s’")):
        return False  # Whose it is describes nobody.
    who = kept[0] in lex.ROLE_NOUNS | lex.GROUP_NOUNS or DESCRIBING.fullmatch(kept[0])
    if (
        mention.type == "person"
        and kept[0].islower()
        and not who
        and _ACTS.match(text, mention.end)
    ):
        return False  # "the last election Kos can win"
    does = kept[0].islower() and _DOES.fullmatch(kept[0])
    if does and kept[0] not in lex.PLURAL_PEOPLE:
        return False  # "The deal makes Ana Simic prime minister"
    if mention.type != "person" and kept[0].lower() in _OF_PAPERS:
        return False  # "the final LEB report"
    parts = HYPHENED.findall(text[words.start : words.end].lower())
    if not any(
        part in lex.ROLE_NOUNS or part in lex.GROUP_NOUNS or len(part) > 3 for part in parts
    ):
        return False
    fronted = _FRONTED.fullmatch(text, opening, words.start) is not None
    if fronted and parts[-1] not in lex.ROLE_NOUNS | lex.GROUP_NOUNS:
        return False
    # "to mourn Ana Simic": a verb as likely as a description.
    lone = mention.type == "person" and len(parts) == 1 and text[words.start].islower()
    return not lone or parts[0] in lex.ROLE_NOUNS or DESCRIBING.fullmatch(parts[0]) is not None


def _modifier(word: str, lower: str, opens: bool) -> bool:
    if lower in _NO_MODIFIERS:
        return False
    if lower in lex.ROLE_NOUNS:
        return True
    if lower.endswith("ing") and lower not in _LASTING and "-" not in lower:
        return False  # "beating rival Ana Simic", "Ivo Kos succeeding Ana Simic"
    if word[0].isupper():
        return opens
    if lower in cues.LEMMAS or lower.endswith(("ed", "ly")) or word.isdigit():
        return lower in ("united", "ruling", "leading", "governing", "outgoing", "acting")
    return True


def _ahead(text: str, mention: Mention) -> Span | None:
    """The role that a name between commas explains: "Opposition candidate for X, Y Z,"."""
    if mention.type != "person" or text[mention.end : mention.end + 1] not in (",", "."):
        return None  # Only between commas, or at the end of "One such deputy is Y Z.".
    if text[mention.start - 2 : mention.start - 1] not in (",", "s"):
        return None  # As before most names: neither a comma nor "is" or "was".
    window = max(0, mention.start - 90), mention.start
    found = ROLE_AHEAD.search(text, *window) or ROLE_IS.search(text, *window)
    if found is None:
        return None
    start, end = found.span("words")
    for verb in VERBS.finditer(text, start, end):
        start = verb.end()  # "It was opened by the head of the office, Ana Simic."
    for inner in _NEW_PHRASE.finditer(text, start, end):
        joins = inner["before"].lower() in _JOINING
        start = start if joins else inner.end()
    start = _apart(text, start, end)
    while (whose := _WHOSE.match(text, start, end)) and whose["noun"].lower() not in lex.ROLE_NOUNS:
        start = whose.end()
    words = LETTERS.findall(text[start:end].lower())
    if not words or words[0] in lex.PREPOSITIONS or not set(words) & lex.ROLE_NOUNS:
        return None
    return Span(start, end)


def _apart(text: str, start: int, end: int) -> int:
    """Where the words of a role begin behind what parts them from others; a role before that is
    somebody's own: "the deputy sued by the mayor"."""
    for apart in _APART.finditer(text, start, end):
        if lex.ROLE_NOUNS.isdisjoint(LETTERS.findall(text[start : apart.start()].lower())):
            start = apart.end()
    return start


def _behind(
    text: str, mention: Mention, named: Mapping[int, Mention], starts: Sequence[int]
) -> Span | None:
    """The words right behind a name that say what it is; ``starts`` are those of the names."""
    position = mention.end
    bracket = BRACKET.match(text, position) if "(" in text[position : position + 2] else None
    if bracket:
        position = bracket.end()
    window = min(len(text), position + 240)
    # One character tells which of the two it may be.
    copula = text[position + 1 : position + 2].isalpha()
    if copula and GOVERNED.search(text, max(0, mention.start - 12), mention.start):
        return None  # "A vote for Ana Simic is a vote against ...".
    found = (COPULA if copula else APPOSITION).match(text, position, window)
    if found is None:
        return None
    start, end = found.span("words")
    if text.endswith("ccording to ", 0, mention.start) and text[end : end + 1] != ",":
        return None  # "According to Kos, the vote went well": a clause of its own.
    if mention.type in ("state", "media") and text.startswith(_OWNERS, start):
        return None  # "told the Courier his new plan"
    place = bisect_right(starts, start)
    if place < len(starts) and starts[place] < end:
        other = named[starts[place]]
        owned = mention.type == "person" and " of " in text[start : other.start]
        if text.startswith("the ", start) and not owned:
            return None  # The next name of a list, or a clause of its own.
        titled = other.type == "person" and not RELATION.search(text, start, other.start)
        if titled and not POSSESSED.match(text, other.end):
            return None  # "Ana Simic, former mayor Ivo Kos": the next of a list.
    stop = STOPS.search(text, start, end)
    if stop:
        if text.startswith("the ", start) and stop.group().strip() not in _RELATIVES:
            return None  # "According to Kos, the vote was fair": a clause of its own.
        end = stop.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end - start > 4 else None
