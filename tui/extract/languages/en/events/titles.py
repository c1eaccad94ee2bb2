"""How an event is shown: its title from the article's own words, its place, its stretch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from tui.extract.findings import Mention
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import (
    ASIDE,
    ASIDE_MARKS,
    DETERMINERS,
)
from tui.extract.languages.en.events.undated import without_times
from tui.extract.languages.en.happenings import FORMS, noun_sort
from tui.extract.languages.en.morphology import forms
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
    r"|outside|near|under|through|into|onto|between|among|across|despite|because|while|that|where|including|without)\s)"
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
_PLACE_NAME = r"[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?"
_PLACE = re.compile(
    r"(?<![Pp]rize\s)\b(?:in|outside|near|at|inside|across|invasion of)\s(?:the\s)?"
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
    if not (stated and begins) or _has_verb(more):
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
    r"\s(?:at a (?:time|moment|point)|as (?:soon|long|far|little|much)|in accordance"
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
_EMPTY = re.compile(
    r"(?:(?:1[89]|20)\d\d\s|By\b|Of\b|In\b|At\b(?!\sleast\s)|On\b|To\b|For\b|As\b|With\b|Than\b|Alone\b|Saying\b)"
    r"|[A-Z][a-z]+ing\s(?:to|the|an?|his|her|their|its)\s"
    r"|The\s(?:event|move|incident)\s(?:took\splace|occurred|happened|came)$"
    r"|The\s(?:two|three|four|former|latter|pair|duo)\s"
    r"(?:will|would|ha[ds]|have|are|is|also|then|both|finally)\s"
    r"|(?:The|A)\s(?:party|coalition|alliance|bloc|candidate|movement)\s(?:(?:has|had)\s)?"
    r"(?:won|received|secured|took|got|gained|garnered|obtained)\s(?:[a-z]+\s){0,2}?(?:\d|majority\b|votes\b)"
    r"|(?:Led|Headed|Backed|Supported|Endorsed|Nominated|Founded|Chaired)\sby\s|Together\s|Follows?\s(?:from|by)\s"
    r"|(?:I|We|You|He|She|It|They|This|That|Who|Which|What|There|Here)\s"
    r"|Those\s\w+ing\s|(?:\S+\s){1,4}(?:said|says|told|added)$"
)


def tells(words: str) -> bool:
    """Whether a title tells something by itself: it has no pronoun for whom it is about, is no
    fragment that begins with a year or a preposition, and no bare "Kos said"."""
    last = words.rpartition(" ")[2].lower()
    open_end = last in _OPEN_WORDS or words.count("(") != words.count(")")
    return bool(last) and not open_end and not _EMPTY.match(words) and words[0].isalnum()


_OPEN_WORDS = frozenset("he she they we i who nobody everybody which whose one all".split())
_STUB = re.compile(
    r"\b(?:said|says|told|tells|added|noted|argued|stressed)\b(?P<rest>.*)",
    re.DOTALL,
)
_BEING = (" be", " was", " were", " been", " is", " are")
_OPEN_ENDS = _WORDS["open_ends"]
_OPEN_END = re.compile(
    rf"(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\b(?:{'|'.join(sorted(_OPEN_ENDS))})$"
)
_ASKED = frozenset("how what when where which who why".split())
_AS_SAYING = re.compile(r"\bas saying(?: (?:in|at|on|by|to|that|of)\b.*)?$")
_OCCASION = re.compile(
    r"\b(?:address|briefing|interview|letter|conference|speech|statement|tweet|post|report)s?\b"
)


_ROUTINE = re.compile(r"\bsaid\s(?:at|during|in)\s.*\b(?:briefing|conference)\b")
_SAID = lex.SUBJECT_PRONOUNS | lex.AUXILIARIES | {"that"}
"""Of these words what is said has one behind the place where it is said."""
_NOTHING_SAID = re.compile(
    r"\bthat,?\s(?:(?:after|before|when|while|if|as|once)\b(?!.*,)|it\s(?:will|would|is|was)(?:\snot)?\sbe(?:en)?\s\w+$"
    r"|it\s(?:is|was)\s\w+$)"
)
"""What of somebody's words tells nothing: what is left of a clause that was cut."""


def says(words: str) -> bool:
    """Whether the title of an act of speaking tells what is said, or names the act."""
    stub = _STUB.search(words)
    before, _, last = words.rpartition(" ")
    lemma = cues.LEMMAS.get(last, "")
    past = lemma and last in forms(lemma)[2:4] and last != lemma
    says_on = (lemma in cues.SPEECH or lemma in cues.STANCE) and (past or last == "insist")
    if (last in _OPEN_ENDS and _OPEN_END.search(words)) or (
        says_on and not before.endswith(_BEING)
    ):
        return False
    if _AS_SAYING.search(words) or last in _ASKED:
        return False
    if stub is None:
        return True
    rest = stub["rest"].split()
    if _ROUTINE.search(words) and rest[:1] and rest[0] in lex.PREPOSITIONS:
        return not _SAID.isdisjoint(rest)  # "Kos said at a briefing" tells nothing.
    if _OCCASION.search(words) and ("that" not in rest or _whole(rest[rest.index("that") + 1 :])):
        return True
    if "that" in rest and _NOTHING_SAID.search(stub["rest"]):
        return False
    content = rest[rest.index("that") + 1 :] if "that" in rest else list(takewhile(_tells_on, rest))
    verbal = _has_verb([word for word in content if word not in _BROADCAST])
    told = "that" in rest or words[stub.start() :].startswith(("told", "tells"))
    return len(rest) > 1 and rest[0] not in lex.PREPOSITIONS and (verbal or not told)


_BROADCAST = lex.MADE_PUBLIC | {"aired", "broadcast"}
"""What was done with an interview is nothing that was said in it."""


def _may_be_verb(word: str) -> bool:
    return (
        word.replace("’", "'") in lex.AUXILIARIES
        or word.endswith(("n't", "n’t", "ed"))
        or word in FORMS
        or (word[-2:] in ("’s", "'s") and word[:-2].lower() in lex.PRONOUNS)
    )


def _has_verb(words: Sequence[str]) -> bool:
    """Whether one of some words may be a finite verb: behind "to" or "the" a base form is none."""
    return any(
        _may_be_verb(word)
        and not (FORMS.get(word, ("", ""))[1] == "base" and _leads_to_noun(before.lower()))
        for before, word in pairwise(["", *words])
    )


def _leads_to_noun(word: str) -> bool:
    """Whether no finite verb in its base form follows a word: "to", "the", "Kos's"."""
    return word == "to" or word in DETERMINERS or word.endswith(("'s", "’s"))


def _whole(content: Sequence[str]) -> bool:
    """Whether the words of what is said are a clause by themselves: not "if it is true", nor "in a
    poor state"."""
    opening = content[0].lower() if content else ""
    if opening in lex.SUBORDINATORS or opening in _CONDITIONS:
        comma = next((n for n, word in enumerate(content) if word.endswith(",")), len(content))
        return _has_verb(content[comma + 1 :])
    return _has_verb(content[2:] if opening in lex.PREPOSITIONS else content)


_CONDITIONS = frozenset("if unless after before when while as once although though because".split())


def _tells_on(word: str) -> bool:
    """Whether a word may be of what is told: "told N1 the vote was fair | before it began"."""
    return word not in ("after", "before", "when", "while", "as")


def of_owner(owner: str, words: str) -> str:
    """ "Kos’s deputy", "the Greens’ list"."""
    return f"{owner}’ {words}" if owner.endswith("s") else f"{owner}’s {words}"


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
