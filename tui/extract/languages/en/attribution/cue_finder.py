"""As much grammar as attribution needs: which words are verbs of saying, and whose.

There is no tagger: closed word lists, endings and what stands beside a word decide.
"""

from __future__ import annotations

from itertools import compress, count, pairwise

from tui.extract.analysis.attribution import Cue
from tui.extract.analysis.tokens import REMEMBERED, Token
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.tokeniser import TOKENISER
from tui.extract.text.document import Document
from tui.extract.text.token_cache import TokenCache

CLITICS = frozenset({"'s", "'re", "'ve", "'d", "'ll", "'m", "n't"})
POSSESSIVES = frozenset({"'s", "'"})
OWNERS = frozenset("his her their its my our your".split())
TIME_NOUNS = lex.CALENDAR | frozenset(
    """past week month year day afternoon evening night weekend today yesterday tomorrow noon
    morning midnight""".split()
)
_PLURAL = lex.SUBJECT_PRONOUNS | lex.PLURAL_PEOPLE
_JOINS = lex.CONJUNCTIONS | lex.SUBORDINATORS
_WHOLE_AUXILIARIES = lex.AUXILIARIES - CLITICS
RELATIVES = frozenset({"who", "which", "that", "whom"})


BEFORE_NOUN = (
    lex.DETERMINERS
    | (
        lex.PREPOSITIONS
        - {"to", "since", "until", "till", "after", "before", "like", "up", "down", "out", "off"}
    )
    | frozenset({"'s", "'"})
)


_BEFORE_NOUN_ALONE = BEFORE_NOUN - {"that"}
_COUNTED = frozenset(
    """n't not and both all two three four five six seven eight nine ten others percent half thirds
    quarters majority minority dozen hundred thousand million""".split()
)
_BEFORE_NOUN_ONLY = (
    BEFORE_NOUN
    - _COUNTED
    - frozenset("that this these those it all both one another others many some few her us".split())
)
"""Of these the words that are never a subject by themselves."""
_BEFORE_PARTICIPLES = frozenset("by while before after without and when".split())
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


def may_report(document: Document, numbers: tuple[int, int]) -> bool:
    """Whether one of some words, told by their numbers, may be a cue outside a headline."""
    starts, _, texts = document.columns
    words = texts[slice(*numbers)]
    if not _SURE.isdisjoint(words):
        return True  # As most that do: told by one look at them all.
    return any(
        _may_open(document.text, starts[at])
        for at in compress(count(numbers[0]), map(_MAY_BE_CUE.__getitem__, words))
    )


_MAY_BE_CUE: TokenCache[bool] = TokenCache(
    lambda word: (word.lower() if word.isalnum() else TOKENISER.first(word).lower) in CUE_WORDS,
    REMEMBERED,
)
"""Whether the first token of a word may be a cue."""


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


def is_word(token: Token) -> bool:
    return token.kind == "word"


VOTERS = frozenset(word for word in lex.PLURAL_PEOPLE if word.endswith("s"))


def maybe_verb(tokens: list[Token], at: int) -> bool:
    """Whether a word may be the verb of a clause: an auxiliary, a known past form, a cue that
    is no noun, or an -ed form behind its subject."""
    verb = tokens[at].tag
    if not verb:
        return False
    if verb == "finite":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb == "clitic":
        return following is not None and (
            following.lower.endswith("ing") or following.lower in ("been", "not", "a")
        )
    if not at or tokens[at - 1].lower in BEFORE_NOUN:
        return False
    if verb == "cue" and following is not None and following.tag in ("cue", "finite", "past"):
        lemma = cues.LEMMAS[tokens[at].lower]
        if cues.cue_verb(lemma).plural_noun:
            return False  # "The council report found", "the Novigrad claims were"
    if verb == "cue" and following is not None and following.lower == "as":
        return tokens[at].lower not in cues.PLURAL_NOUNS  # "rated claims as false"
    # "registered voters" are no verb, and "backed by" only describes.
    return (
        verb == "cue"
        or following is None
        or (following.lower != "by" and following.lower not in VOTERS)
    )


def verb_among(tokens: list[Token], first: int, end: int) -> bool:
    """Whether one of some tokens may be a verb."""
    for at in range(first, end):
        if not tokens[at].tag:
            continue  # As most words: told without a call for each.
        if maybe_verb(tokens, at):
            return True
    return False


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


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _cue_at(tokens: list[Token], at: int, headline: bool) -> Cue | None:
    token = tokens[at]
    if not is_word(token):
        return None
    lower = token.lower
    if lower == "according" and _word(tokens, at + 1) == "to":
        return Cue(at, at + 1, "according", "according")
    if lower == "per" and _cites(tokens, at):
        return Cue(at, at, "according", "according")
    if lower in cues.OPINIONS:
        begin = _opinion(tokens, at)
        if begin is not None:
            return Cue(begin, at, "according", "opinion")
    lemma = cues.LEMMAS.get(lower)
    if (
        lower in cues.NOUNS
        and _word(tokens, at + 1) == "that"
        and (lemma is None or not _construction(tokens, at, lower))
    ):
        return Cue(at, at, cues.NOUNS[lower], "noun")
    if lemma is None:
        return _phrase_at(tokens, at, lower)
    if token.capital and at > 0 and tokens[at - 1].kind == "word" and not headline:
        return None
    if _unnamed(tokens, at):
        return None
    shape = _construction(tokens, at, lower)
    if not shape:
        return None
    last = at
    if lemma == "call":
        nxt = _word(tokens, at + 1)
        if nxt in ("on", "for", "upon"):
            last = at + 1
        elif nxt in ("a", ""):
            return None
    if lemma == "appeal" and _word(tokens, at + 1) in ("to", "for"):
        last = at + 1
    return Cue(at, last, lemma, shape)


def _cites(tokens: list[Token], at: int) -> bool:
    """Whether "per" names a source behind a comma or a quotation: "..., per the party's rules"."""
    apart = at > 0 and (tokens[at - 1].kind == "quote" or tokens[at - 1].text == ",")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return apart and following is not None and (following.capital or following.lower == "the")


def _opinion(tokens: list[Token], at: int) -> int | None:
    """Where "in his words", "in Kos's opinion", "in the view of" begins, told by its noun."""
    owned = _word(tokens, at + 1) == "of" and _word(tokens, at - 1) == "the"
    for index in range(at - 1, max(-1, at - 6), -1):
        lower = tokens[index].lower
        if lower == "in":
            opens = index == 0 or tokens[index - 1].kind != "word" or at + 1 == len(tokens)
            return index if owned and (opens or tokens[at].lower == "words") else None
        if tokens[index].kind != "word":
            return None
        owned = owned or lower in POSSESSIVES or lower in OWNERS
        if owned and lower not in POSSESSIVES and _word(tokens, index - 1) == "in":
            parted = index - 1 == 0 or tokens[index - 2].kind != "word"
            return index - 1 if parted or at + 1 == len(tokens) else None
    return None


def _phrase_at(tokens: list[Token], at: int, lower: str) -> Cue | None:
    """The cue that a verb and the word behind it are: "pointed out"."""
    phrase = cues.PHRASES.get(lower)
    if phrase is None or _word(tokens, at + 1) != phrase.second:
        return None
    if not phrase.lemma:
        goes_on = _word(tokens, at + 2) == "to"
        following = cues.LEMMAS.get(_word(tokens, at + 3), "") if goes_on else ""
        return Cue(at, at + 3, following, "finite") if following in cues.SPEECH else None
    construction = _construction(tokens, at, lower) if phrase.second == "out" else "finite"
    return Cue(at, at + 1, phrase.lemma, construction)


def _unnamed(tokens: list[Token], at: int) -> bool:
    """Whether what is asked or declined is a name: "asked not to be named". That tells how
    somebody spoke, and is not what was said."""
    words = [token.lower for token in tokens[at + 1 : at + 5]]
    return ("be" in words or "give" in words) and any(
        pair in (("be", "named"), ("be", "identified"), ("be", "quoted"))
        or (pair[0] == "give" and pair[1] in OWNERS)
        for pair in pairwise(words)
    )


def _construction(tokens: list[Token], at: int, lower: str) -> str:
    """How a cue stands, or "" when it is a noun or an adjective here."""
    before = _word(tokens, at - 1)
    back = at - 1
    while back >= 0 and tokens[back].lower in lex.ADVERBS and back > 0:
        back -= 1
        before = tokens[back].lower
    following = _word(tokens, at + 1)
    prior = tokens[back] if back >= 0 else None
    if lower.endswith("ing"):
        if lower == "asking" and following in ("price", "prices"):
            return ""
        if before in ("is", "are", "was", "were", "been", "be", "'s", "'re", "'m", "am"):
            return "finite"
        if prior is None or (prior.kind == "mark" and prior.text in (",", "—", "–")):
            return "participle"
        if prior.kind == "quote" or before in _BEFORE_PARTICIPLES or (before == "in" and not back):
            return "participle"
        # Who issues a statement saying something says it.
        return "participle" if before in cues.DOCUMENTS else ""
    if before == "to":
        return "infinitive"
    if lower in cues.PLURAL_NOUNS and _second_verb(tokens, at):
        return ""
    if _states(tokens, at, back) or (lower == "pledged" and following.startswith("delegate")):
        return ""
    base_or_s = not lower.endswith("ed") and lower not in ("said", "told", "wrote", "thought")
    counted = before in _COUNTED and lower not in cues.PLURAL_NOUNS  # "Four in ten say"
    if base_or_s and (
        (before in BEFORE_NOUN and not counted) or (prior is not None and _adjective(prior))
    ):
        return ""
    if lower.endswith("ed") or lower in ("seen", "known", "told", "written", "found", "said"):
        if following == "by" or (
            following in ("in", "on", "as") and before in ("was", "were", "been", "is", "are", "be")
        ):
            return "passive"
        if before in ("was", "were", "is", "are", "be", "been", "being", "'re"):
            if cues.cue_verb(cues.LEMMAS.get(lower, "")).addressee:
                return "passive"
            if back == 1 and tokens[0].lower in ("this", "that"):
                return "passive"  # "This was announced by Kos"
            return "" if lower != "said" and following not in ("that", "to") else "impersonal"
        if before in _BEFORE_NOUN_ONLY:
            return ""
        return "finite"
    noun = _day(tokens, back) or not _plural_subject(prior) or _verb_behind(tokens, at)
    if noun and lower not in ("read", "put") and _base(lower):
        return ""  # "The Dec. 25 protest", "the protest drew thousands"
    if prior is not None and prior.capital and _base(lower) and _may_be_noun(tokens, back, lower):
        return ""
    if before in lex.CONJUNCTIONS and lower.endswith("s") and _word(tokens, at + 1) in ("of",):
        return ""
    if prior is None and base_or_s and following not in ("",) and lower != "said":
        # A headline may open with a verb, a sentence does not.
        return ""
    if following in ("of", "as") and lower in cues.PLURAL_NOUNS and lower != "says":
        return ""  # "the claims of fraud", "32 percent of Republican claims as false"
    return "finite"


def _base(lower: str) -> bool:
    """Whether a cue is in its base form, which the singular has not."""
    return lower == cues.LEMMAS.get(lower, "point")


def _second_verb(tokens: list[Token], at: int) -> bool:
    """Whether a clause has its verb before a word, so that this is no second one."""
    for index in range(at - 1, -1, -1):
        token = tokens[index]
        if token.kind != "word" or token.lower in _JOINS:
            return False
        if token.lower in _WHOLE_AUXILIARIES or (index < at - 1 and _acts(tokens, index)):
            return True
    return False


def _may_be_noun(tokens: list[Token], back: int, lower: str) -> bool:
    """Whether a base form behind a name in the singular is a noun: "the Novigrad attack"."""
    name = tokens[back].lower
    plural = name.endswith("s") or name in _PLURAL
    joined = "and" in (_word(tokens, back - 1), _word(tokens, back - 2))
    return cues.cue_verb(lower).plural_noun and not (plural or joined)


_BEFORE_VERB = lex.ADVERBS - {"there"}


def _verb_behind(tokens: list[Token], at: int) -> bool:
    """Whether a verb follows a word that may be its subject: "the Friday protest also saw"."""
    index = at + 1
    while index < len(tokens) and tokens[index].lower in _BEFORE_VERB:
        index += 1
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    token = tokens[index]
    inflected = token.tag == "cue" and not _base(token.lower)
    return inflected or token.tag == "finite" or token.lower in _WHOLE_AUXILIARIES


def _day(tokens: list[Token], at: int) -> bool:
    """Whether a number is the day of a month: "Dec. 25"."""
    month = at - 1 - (at > 1 and tokens[at - 1].text == ".")
    return month >= 0 and tokens[at].text.isdigit() and tokens[month].lower in lex.CALENDAR


def _states(tokens: list[Token], at: int, back: int) -> bool:
    """Whether "state" and "states" are places: nobody states but with "that" or a quotation."""
    if tokens[at].lower not in ("state", "states"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    said = following is not None and (following.kind != "word" or following.lower == "that")
    prior = tokens[back] if back >= 0 else None
    return not said or prior is None or prior.lower.endswith("ing") or prior.lower in _COUNTED


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a past form is the verb of a clause: "staged last year's protests"."""
    verb = tokens[at]
    return verb.tag in ("finite", "past") and _word(tokens, at - 1) not in _BEFORE_NOUN_ALONE


def _plural_subject(prior: Token | None) -> bool:
    """Whether a base form may be the verb of what stands before it ("critics say")."""
    if prior is None:
        return False
    lower = prior.lower
    return (
        prior.kind != "word"
        or lower in lex.SUBJECT_PRONOUNS
        or lower in lex.AUXILIARIES
        or lower in lex.PLURAL_PEOPLE
        or lower in _COUNTED
        or lower[0].isdigit()
        or lower in lex.ADVERBS
        or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s")))
        or prior.capital
    )


def _adjective(token: Token) -> bool:
    lower = token.lower
    return (
        token.kind == "word"
        and not token.capital
        and lower.endswith(("al", "ive", "ous", "ful", "ic", "ary", "less", "able", "ible"))
        and lower not in lex.ADVERBS
        and lower not in lex.ROLE_NOUNS
        and lower
        not in (
            "official",
            "editorial",
            "rival",
            "individual",
            "general",
            "professional",
            "executive",
            "representative",
            "critic",
            "public",
            "republic",
        )
    )
