"""As much grammar as attribution needs: which words are verbs of saying, and whose.

There is no tagger: closed word lists, endings and what stands beside a word decide.
"""

from __future__ import annotations

from itertools import pairwise

from tui.extract.analysis.attribution import Cue
from tui.extract.analysis.tokens import Token
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.cue_construction import construction, word_at
from tui.extract.languages.en.attribution.tokeniser import TOKENISER
from tui.extract.text.document import Document

CUE_WORDS = (
    frozenset(cues.LEMMAS)
    | {"according", "per"}
    | cues.PHRASES.keys()
    | cues.NOUNS.keys()
    | cues.OPINIONS
)
"""The words that a cue may begin with."""
_SURE = CUE_WORDS - cues.PHRASES.keys() - {"according", "per"}
"""Those that may be one whatever stands beside them, in small letters."""


_WITH = {"appeal": ("to", "for"), "ask": ("for",)}
"""What belongs to a cue where it stands behind it."""


def may_report(document: Document, numbers: tuple[int, int]) -> bool:
    """Whether one of some words, told by their numbers, may be a cue outside a headline."""
    starts, _, texts = document.columns
    first, last = numbers
    if not _SURE.isdisjoint(texts[first:last]):
        return True  # As most that do: told by one look at them all.
    return any(
        _may_open(document.text, starts[at])
        for at, word in enumerate(document.bare_lowers[first:last], first)
        if word in CUE_WORDS or ("'" in word and TOKENISER.first(texts[at]).lower in CUE_WORDS)
    )


def _may_open(text: str, at: int) -> bool:
    """Whether such a word may be a cue outside a headline, as far as what stands right beside
    it tells: not "the United States", not "went home"."""
    word, _, rest = text[at : at + 24].lower().partition(" ")
    phrase = cues.PHRASES.get(word)
    second = phrase.second if phrase else "to" if word == "according" else None
    if second is not None and word not in cues.LEMMAS:
        return second in rest
    named = text[at].isupper() and text[at - 1 : at] == " " and text[at - 2 : at - 1].isalnum()
    return second is not None or not named


def find(tokens: list[Token], headline: bool = False) -> list[Cue]:
    """The cues among a unit's tokens, in order; in a headline they may have capitals."""
    found: list[Cue] = []
    end = 0
    for at in [at for at, token in enumerate(tokens) if token.lower in CUE_WORDS]:
        if at < end:
            continue
        cue = _cue_at(tokens, at, headline)
        if cue is not None:
            found.append(cue)
            end = cue.last + 1
    return found


def _cue_at(tokens: list[Token], at: int, headline: bool) -> Cue | None:
    token = tokens[at]
    if token.kind != "word":
        return None
    lower = token.lower
    if lower == "according" and word_at(tokens, at + 1) == "to":
        return Cue(at, at + 1, "according", "according")
    if lower == "per" and _cites(tokens, at):
        return Cue(at, at, "according", "according")
    if lower in cues.OPINIONS:
        begin = _opinion(tokens, at)
        if begin is not None:
            return Cue(begin, at, "according", "opinion")
    lemma = cues.LEMMAS.get(lower)
    if (phrase := _phrase_at(tokens, at, lower)) is not None:
        return phrase
    if (
        lower in cues.NOUNS
        and word_at(tokens, at + 1) == "that"
        and (lemma is None or not construction(tokens, at, lower))
    ):
        return Cue(at, at, cues.NOUNS[lower], "noun")
    if lemma is None:
        return None
    if token.capital and at > 0 and tokens[at - 1].kind == "word" and not headline:
        return None
    if _unnamed(tokens, at):
        return None
    shape = construction(tokens, at, lower)
    if not shape:
        return None
    last = at
    if lemma == "continue" and word_at(tokens, at + 1) == "to":
        following = cues.LEMMAS.get(word_at(tokens, at + 2), "")
        return Cue(at, at + 2, following, shape) if following else None  # "continued to say"
    if lemma == "call":
        nxt = word_at(tokens, at + 1)
        if nxt in ("on", "for", "upon"):
            last = at + 1
        elif nxt in ("a", ""):
            return None
    if lemma == "appeal" and word_at(tokens, at + 1) == "against":
        return None
    if word_at(tokens, at + 1) in _WITH.get(lemma, ()):
        last = at + 1
    return Cue(at, last, lemma, shape)


def _cites(tokens: list[Token], at: int) -> bool:
    """Whether "per" names a source behind a comma or a quotation: "..., per the party's rules"."""
    apart = at > 0 and (tokens[at - 1].kind == "quote" or tokens[at - 1].text == ",")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return apart and following is not None and (following.capital or following.lower == "the")


def _opinion(tokens: list[Token], at: int) -> int | None:
    """Where "in his words", "in Kos's opinion", "in the view of" begins, told by its noun."""
    owned = word_at(tokens, at + 1) == "of" and word_at(tokens, at - 1) == "the"
    for index in range(at - 1, max(-1, at - 6), -1):
        lower = tokens[index].lower
        if lower == "in":
            opens = index == 0 or tokens[index - 1].kind != "word" or at + 1 == len(tokens)
            return index if owned and (opens or tokens[at].lower == "words") else None
        if tokens[index].kind != "word":
            return None
        owned = owned or lower in lex.POSSESSIVES or lower in lex.OWNERS
        if owned and lower not in lex.POSSESSIVES and word_at(tokens, index - 1) == "in":
            parted = index - 1 == 0 or tokens[index - 2].kind != "word"
            return index - 1 if parted or at + 1 == len(tokens) else None
    return None


def _phrase_at(tokens: list[Token], at: int, lower: str) -> Cue | None:
    """The cue that a verb and the word behind it are: "pointed out"."""
    phrase = cues.PHRASES.get(lower)
    if phrase is None or word_at(tokens, at + 1) != phrase.second:
        return None
    if not phrase.lemma:
        goes_on = word_at(tokens, at + 2) == "to"
        following = cues.LEMMAS.get(word_at(tokens, at + 3), "") if goes_on else ""
        return Cue(at, at + 3, following, "finite") if following in cues.SPEECH else None
    how = construction(tokens, at, lower) if phrase.second == "out" else "finite"
    return Cue(at, at + 1, phrase.lemma, how) if how else None


_NAMED = frozenset("named identified quoted".split())
_ASKING_US = (["us", "not"], ["me", "not"])


def _unnamed(tokens: list[Token], at: int) -> bool:
    """Whether what is asked or declined is a name: "asked not to be named", "asked us not to
    publish her name". That tells how somebody spoke, and is not what was said."""
    words = [token.lower for token in tokens[at + 1 : at + 8]]
    if words[:2] in _ASKING_US:
        return not {"name", "identify", "quote"}.isdisjoint(words)
    return any(one == "be" and other in _NAMED for one, other in pairwise(words[:4]))
