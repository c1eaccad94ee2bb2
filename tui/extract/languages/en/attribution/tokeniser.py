"""How English words are split and tagged, and where quoted speech is attributed behind it."""

from __future__ import annotations

import re

from tui.extract.analysis.tokens import Tag, Tokeniser
from tui.extract.languages.en import cues, morphology
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.not_speech import is_work
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.en.words import lists
from tui.extract.text.quotation_marks import QuotedSpan

_WORDS = lists("words", "attribution")

_LETTERS = re.compile(r"[^\W\d_]+")
_CLITIC = re.compile(r"(?P<bare>.+?)(?P<clitic>['’](?:s|re|ve|d|ll|m)|n['’]t)$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?(?:[^\W\d_][\w.’'-]*(?:,\s(?:an?|the)\s[^,.;:!?\n]{1,40},)?\s+){1,6}?(?P<cue>[a-z]+)\b",
    re.IGNORECASE,
)


def _tag(text: str, lower: str) -> tuple[Tag, bool]:
    """How a word may be a verb, and whether it can only be one that heads a clause."""
    heads = lower in lex.AUXILIARIES or lower in morphology.PASTS
    if text[0].isupper():
        return "", heads
    if lower == "'s":
        return "clitic", heads
    if heads:
        return "finite", heads
    if lower.endswith("ed") and len(lower) > 4:
        return "past", heads
    return "cue" if lower in cues.LEMMAS and not lower.endswith("ing") else "", heads


def _split(whole: str) -> tuple[tuple[int, int], ...]:
    """A word's tokens: the word, an ending such as "'s"; a stop that ends the sentence is
    left out."""
    shown = whole[:-1] if whole.endswith(".") and not _keeps_stop(whole) else whole
    clitic = _CLITIC.match(shown) if "'" in shown or "’" in shown else None
    if clitic is None:
        return ((0, len(shown)),)
    bare = len(clitic["bare"])
    return (0, bare), (bare, len(shown))


def _keeps_stop(word: str) -> bool:
    lower = word[:-1].lower()
    return len(lower) == 1 or "." in lower or lower in lex.HONORIFICS or lower in lex.SHORT_TITLES


TOKENISER = Tokeniser(_split, _tag, is_work)


def attributed_behind(text: str, each: QuotedSpan) -> bool:
    """Whether a closed quotation is followed by its own "Name said"."""
    window = text[each.close : each.close + 90]
    window = window.split("\n", 1)[0]
    after = window.lstrip()
    if not after or after[0] in "\"“‘«„'":
        return False
    first = _LETTERS.match(after)
    if first and first.group().lower() in cues.DIALOGUE:
        return True
    for tail in _TAIL.finditer(window):
        if tail.start() > 0:
            break
        words = tail.group().split()
        if any(w.lower() in _CLAUSE_WORDS for w in words[:-1]):
            return False
        if tail["cue"].lower() in cues.DIALOGUE and tail["cue"].islower():
            rest = window[tail.end() :].lstrip()
            if not rest or rest[0] in ".,;:":
                return True
            return _breaks_off(text, each) and _no_content(tail["cue"], rest)
        words_rest = window.split()
        for count, word in enumerate(words_rest[:7]):
            if word.strip(",.").lower() in cues.DIALOGUE and word.strip(",.").islower():
                if word[-1] in ".," or count + 1 == len(words_rest):
                    return True
                rest = " ".join(words_rest[count + 1 :])
                return _breaks_off(text, each) and _no_content(word, rest)
        return False
    return False


def _breaks_off(text: str, each: QuotedSpan) -> bool:
    """Whether quoted words end as no sentence of a report does: "Now!", "And then..."."""
    return text[each.end - 1] != "." or text.startswith("...", each.end - 3)


def _no_content(cue: str, rest: str) -> bool:
    """Whether behind a cue stand no words that are said, but where, when or to whom they are."""
    words = rest.split()
    if "that" in rest[:40].split() or ":" in rest:
        return False
    addressed = cue_verb(cues.LEMMAS[cue.lower()]).addressee
    return addressed != "" or words[0].rstrip(".,") in _SETTING


_SETTING = _WORDS["setting"]
_CLAUSE_WORDS = frozenset("that but and because while when if after before".split())
