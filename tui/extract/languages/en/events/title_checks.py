"""Whether a title tells something: whom it is about, and what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import (
    DETERMINERS,
)
from tui.extract.languages.en.happenings import FORMS
from tui.extract.languages.en.morphology import forms
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "events")
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
    r"|Those\s\w+ing\s|Part\sof\s|(?:Facing|Accusing)\s|(?:Stricken|Hit)\sby\s|(?:\S+\s){1,4}(?:said|says|told|added)$"
)
_NAME_IN_MARKS = re.compile(r"[“\"„«][A-Z][^“”\"„«»,.?!]{2,50}[”\"“»](?:['’]s?)?\s[\w’']+\s")
"""A title that opens with a name in marks: "“Brod Now” activists blocked"."""
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
_REPORTED_ALONE = re.compile(
    r"\bsaid in (?:its|their|an?|the) (?:\w+ ){0,2}report$"
    r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )\breported"
    r"(?: (?:here|(?:in|on) (?:its|their|an?|the) [\w-]+(?: \w+)?))?$"
)
"""Of a report nothing is told: "the paper reported in its edition"."""
_BROADCAST = lex.MADE_PUBLIC | {"aired", "broadcast"}
"""What was done with an interview is nothing that was said in it."""
_CONDITIONS = frozenset("if unless after before when while as once although though because".split())


def tells(words: str) -> bool:
    """Whether a title tells something by itself: it has no pronoun for whom it is about, is no
    fragment that begins with a year or a preposition, and no bare "Kos said"."""
    last = words.rpartition(" ")[2].lower()
    open_end = last in _OPEN_WORDS or words.count("(") != words.count(")")
    opens = words[:1].isalnum() or _NAME_IN_MARKS.match(words) is not None
    return bool(last) and not open_end and not _EMPTY.match(words) and opens


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
    if _AS_SAYING.search(words) or _REPORTED_ALONE.search(words) or last in _ASKED:
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
    verbal = has_verb([word for word in content if word not in _BROADCAST])
    told = "that" in rest or words[stub.start() :].startswith(("told", "tells"))
    led = rest[:1] and rest[0] in lex.PREPOSITIONS | {"ahead"}
    return len(rest) > 1 and not led and (verbal or not told)


def _may_be_verb(word: str) -> bool:
    return (
        word.replace("’", "'") in lex.AUXILIARIES
        or word.endswith(("n't", "n’t", "ed"))
        or word in FORMS
        or (word[-2:] in ("’s", "'s") and word[:-2].lower() in lex.PRONOUNS)
    )


def has_verb(words: Sequence[str]) -> bool:
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
        return has_verb(content[comma + 1 :])
    return has_verb(content[2:] if opening in lex.PREPOSITIONS else content)


def _tells_on(word: str) -> bool:
    """Whether a word may be of what is told: "told N1 the vote was fair | before it began"."""
    return word not in ("after", "before", "when", "while", "as")
