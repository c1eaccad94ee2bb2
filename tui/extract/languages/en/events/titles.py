"""The title of an event, from the article's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import (
    ASIDE,
    ASIDE_MARKS,
    DETERMINERS,
)
from tui.extract.languages.en.events.title_checks import has_verb
from tui.extract.languages.en.events.undated import without_times
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "events")
LONGEST = 100
"""Characters of a title; a longer one is cut where a phrase ends."""
_CUTS = 3
"""Places that are tried for a cut, from the last one on."""
_CUT = re.compile(
    r"(?<!\bhand)(?<!\btake)\s(?=over\s)"
    r"|\s(?=(?:in|on|at|for|by|with|from|during|after|before|against|about|as|amid"
    r"|outside|near|under|following|through|into|onto|between|among|across|despite|because|while|that|where|including|without)\s)"
    r"|(?<=\w{4})\s(?=(?:demanding|calling|seeking|opposing|protesting|accusing|urging|carrying"
    r"|chanting|waving|banning|allowing|requiring|saying|claiming|alleging)\s)"
    r"|(?<!tried)(?<!trying)(?<!attempted)(?<!due)\s(?=to\s)|,\s"
)
_DANGLERS = _WORDS["danglers"]
"""Words that a title cannot end with."""
_DANGLING = re.compile(
    rf"(?:[\s,;:–—-]+|\s(?:{'|'.join(sorted(_DANGLERS))}"
    r"|(?:\w+\s)?(?:years?|months?|weeks?|days?|hours?)\s(?:before|after)))+$",
    re.IGNORECASE,
)
_LOOSE = (
    "ed",
    "ing",
    " end",
    "time",
    " day",
    "moment",
    "point",
    "'s",
    "’s",
    "soon",
    "long",
    "far",
    "little",
    "much",
    "accordance",
    "attempt",
    "effort",
    " bid",
)
"""Ends of words behind which more would have to stand."""
_GLUED = re.compile(r"(?<=[a-z]{3})\.(?=[A-Z][a-z])")
"""The end of a sentence that has no space behind it."""
_GOES_ON = re.compile(r",\s(?:adding|noting|arguing|stressing|telling|writing|saying)\b.*$")
"""What somebody says besides."""
_MEANWHILE = re.compile(r",?\s(?:as|while|when|because)\s(?:he|she|it|they)\s\w+$")
"""What is left of a clause about the same: "congratulated them as they battle | for a place"."""
_HOWEVER = re.compile(r",\s(?:however|though|meanwhile|too)$")
_BUT = re.compile(r",\sbut\s[^,]*$")
"""What is left of a clause that tells something else, where no words of somebody end."""
_SAYING_THAT = re.compile(r"\s\w+ing that$")
"""A participle whose content is cut: "emailed an article reporting that"."""
_LOOSE_END = re.compile(
    r"\s(?:(?:at a|since the) (?:day|time|moment|point)|as (?:soon|long|far|little|much)"
    r"|in accordance|calling|demanding|urging|accusing|requiring"
    r"|in an? (?:attempt|bid|effort)"
    r"|ranging|according"
    r"|and\s\w+(?:ed|ing)|and\s(?:an\s)?end"
    r"|(?:by|for|in|of|without|before|after|while|when)\s(?!warning)\w+ing"
    r"|(?:associated|related|linked|tied|connected|aimed|designed|intended|dedicated|devoted))$|[’']s$"
)
"""What is left of a clause that is cut: "by declaring", "and supervised"."""
_UNFINISHED = re.compile(
    r"\s(?:is|are|was|were|has|had|have|would|will|be|been|can|could|do|does|did|done|may|might|should|not|to|that"
    r"(?:\s(?:it|he|she|they))?)(?:\s\w+ly)?$"
)
_MARKS = re.compile(r"[“”\"„«»]")
_STAGE = re.compile(r"[.?!]?\s\[[a-z][^\]]*\].*$", re.DOTALL)
"""What is told of the room between two sentences of a turn, and all behind it."""
_BEFORE_MARK = re.compile(r"\s(?=[,.;:’])")
_COUNTS = rf"(?:{'|'.join(sorted(UP_TO_TEN))}|some|about|at least|more than)\b"
_OPENING = re.compile(
    r"^(?:(?i:and|or|but|so|yet)\s|One\s(?:day|evening|morning|night),?\s(?=[A-Z])|"
    r"(?:[Ll]ate|[Ee]arly),?\s(?=[A-Z])"
    r"|(?:[Ss]o\s)?[Ff]ar\s(?=\d|(?!East|Left|Right|West)[A-Z]|" + _COUNTS + r"))"
)
"""What stands before a subject: of "late Sunday, Kos" the day is left out, of "so far 12" more."""


def title(text: str, pieces: Iterable[Span], without: Sequence[Span]) -> str:
    """Words of the article as a title: without times and asides, cut where a phrase ends."""
    return shortened(phrase(text, pieces, without))


def phrase(text: str, pieces: Iterable[Span], without: Sequence[Span]) -> str:
    """Words of the article without times, asides and the marks at their ends."""
    words = " ".join([without_times(text, piece, without) for piece in pieces])
    if not ASIDE_MARKS.isdisjoint(words):
        words = ASIDE.sub("", words)
    words = " ".join(_STAGE.sub("", words).split())
    return _paired(_BEFORE_MARK.sub("", words).strip(" ,;:.–—-"))


def _paired(words: str) -> str:
    """Words without a quotation mark that has no other."""
    if len(_MARKS.findall(words)) % 2:
        return _MARKS.sub("", words).strip()
    return words


def shortened(words: str) -> str:
    """A title of some words: not too long, and with nothing left open at its end."""
    if len(words) <= LONGEST:
        return _closed(words)
    cuts = [cut.start() for cut in _CUT.finditer(words) if 24 <= cut.start() <= LONGEST]
    closed = (_closed(words[:cut]) for cut in reversed(cuts[-_CUTS:]))
    return next(filter(None, closed), "")


def _closed(words: str) -> str:
    """Words without what is left open at their ends; none where that cannot be left out."""
    words = _OPENING.sub("", _GLUED.split(words.lstrip(" ,;:.–—-"), maxsplit=1)[0])
    if ", " in words:
        words = _GOES_ON.sub("", words)
    words = _HOWEVER.sub("", _MEANWHILE.sub("", words))
    words = words if ":" in words else _BUT.sub("", words)
    words = _undangled(_without_content(_SAYING_THAT.sub("", words)))
    if words.endswith(_LOOSE):
        words = _undangled(_LOOSE_END.sub("", words))
    if _UNFINISHED.search(words):
        return ""
    words = _paired(words.strip(" ,;:.–—-"))
    return words[:1].upper() + words[1:]


def _without_content(words: str) -> str:
    """Words without the beginning of what is said or doubted: "voiced doubts that the list"."""
    before, that, content = words.rpartition(" that ")
    opening, *more = content.split() or [""]
    stated = that and before.rpartition(" ")[2].lower() not in lex.PREPOSITIONS
    begins = opening in DETERMINERS or opening in lex.PRONOUNS or opening[:1].isupper()
    if not (stated and begins) or has_verb(more):
        return words
    return "" if before.rpartition(" ")[2] in cues.LEMMAS else before


def _undangled(words: str) -> str:
    """Words without those at their end that lead to others."""
    before, _, last = words.lower().rpartition(" ")
    if last in ("her", "both") and before.endswith("ed") and len(words) < LONGEST:
        return words  # "Kos congratulated her"
    if last == "against" and before.endswith(" voted"):
        return words
    if last == "against" and before.endswith((*"0123456789%", "percent", "per cent")):
        return words  # "121 votes in favour and 96 against"
    closed = last[-1:].isalnum() and last not in _DANGLERS
    return words if closed else _DANGLING.sub("", words)


def of_owner(owner: str, words: str) -> str:
    """ "Kos’s deputy", "the Greens’ list"."""
    return f"{owner}’ {words}" if owner.endswith("s") else f"{owner}’s {words}"
