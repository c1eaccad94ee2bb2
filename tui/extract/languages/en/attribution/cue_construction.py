"""How a cue stands: finite, a participle, in the passive; or that it is a noun here."""

from __future__ import annotations

from tui.extract.analysis.tokens import Token
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "attribution")

_PLURAL = lex.SUBJECT_PRONOUNS | lex.PLURAL_PEOPLE
_JOINS = lex.CONJUNCTIONS | lex.SUBORDINATORS
_WHOLE_AUXILIARIES = lex.AUXILIARIES - lex.CLITICS
_BEFORE_NOUN = lex.BEFORE_NOUN | lex.POSSESSIVES
_BEFORE_NOUN_ALONE = _BEFORE_NOUN - {"that"}
_COUNTED = _WORDS["counted"]
_BEFORE_NOUN_ONLY = (
    _BEFORE_NOUN
    - _COUNTED
    - frozenset("that this these those it all both one another others many some few her us".split())
)
"""Of these the words that are never a subject by themselves."""
_BEFORE_PARTICIPLES = frozenset("by while before after without and when".split())
_BEFORE_VERB = lex.ADVERBS - {"there"}
_ALONE = frozenset("many most some few several those these both others all".split())
"""What may be a subject by itself: "Most believe that ..."."""
_MORE = frozenset("more fewer new further other recent such similar".split())
_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "ary", "less", "able", "ible")
_NO_ADJECTIVES = lex.ROLE_NOUNS | _COUNTED | _WORDS["no_adjectives"]
_ONLY_VERBS = _WORDS["only_verbs"]
"""Cues whose base form is no noun."""


def construction(tokens: list[Token], at: int, lower: str) -> str:
    """How a cue stands, or "" when it is a noun or an adjective here."""
    before = word_at(tokens, at - 1)
    back = at - 1
    while back >= 0 and tokens[back].lower in lex.ADVERBS and back > 0:
        back -= 1
        before = tokens[back].lower
    following = word_at(tokens, at + 1)
    prior = tokens[back] if back >= 0 else None
    if lower.endswith("ing"):
        return _of_ing_form(tokens, at, back)
    if before == "to":
        return "infinitive"
    if lower in cues.PLURAL_NOUNS and (_second_verb(tokens, at) or _parted(tokens, at)):
        return ""
    if lower in cues.PLURAL_NOUNS and (before in _MORE or following in _WHOLE_AUXILIARIES):
        return ""  # "gave rise to more questions", "student protests have gone on"
    if _states(tokens, at, back) or (lower == "pledged" and following.startswith("delegate")):
        return ""
    base_or_s = not lower.endswith("ed") and lower not in ("said", "told", "wrote", "thought")
    counted = before in _COUNTED and lower not in cues.PLURAL_NOUNS  # "Four in ten say"
    counted = counted or (before in _ALONE and lower in _ONLY_VERBS)
    if base_or_s and (
        (before in _BEFORE_NOUN and not counted) or (prior is not None and _adjective(prior))
    ):
        return ""
    if lower == "accused" and following == "of":
        return ""  # "Three men accused of theft": nobody says so here.
    if lower.endswith("ed") or lower in ("seen", "known", "told", "written", "found", "said"):
        return _of_participle(tokens, at, back)
    noun = _day(tokens, back) or not _plural_subject(prior) or _verb_behind(tokens, at)
    # "lawyers who were standing in the first row maintain that"
    states = following == "that" and not cues.cue_verb(lower).plural_noun
    states = states or (lower in _ONLY_VERBS and _plural_ahead(tokens, back))
    if noun and not states and lower not in ("read", "put") and _base(lower):
        return ""  # "The Dec. 25 protest", "the protest drew thousands"
    if prior is not None and prior.capital and _base(lower) and _may_be_noun(tokens, back, lower):
        return ""
    if before in lex.CONJUNCTIONS and lower.endswith("s") and word_at(tokens, at + 1) in ("of",):
        return ""
    if prior is None and base_or_s and following:
        # A headline may open with a verb, a sentence does not.
        return ""
    if following in ("of", "as") and lower in cues.PLURAL_NOUNS:
        return ""  # "the claims of fraud", "32 percent of Republican claims as false"
    return "finite"


def _of_ing_form(tokens: list[Token], at: int, back: int) -> str:
    """How a cue in -ing stands, with the word at ``back`` before its adverbs."""
    lower, following = tokens[at].lower, word_at(tokens, at + 1)
    if lower == "asking" and following in ("price", "prices"):
        return ""
    prior = tokens[back] if back >= 0 else None
    before = word_at(tokens, back)
    if before in ("is", "are", "was", "were", "been", "be", "'s", "'re", "'m", "am"):
        return "finite"
    if prior is None or (prior.kind == "mark" and prior.text in (",", "—", "–")):
        return "participle"
    if prior.kind == "quote" or before in _BEFORE_PARTICIPLES or (before == "in" and not back):
        return "participle"
    # Who issues a statement saying something says it; "with Kos calling it “theft”".
    return "participle" if before in cues.DOCUMENTS or with_name(tokens, back) else ""


def _of_participle(tokens: list[Token], at: int, back: int) -> str:
    """How a cue stands that may be a past participle: "told", "announced"."""
    lower, following, before = tokens[at].lower, word_at(tokens, at + 1), word_at(tokens, back)
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
    return "" if before in _BEFORE_NOUN_ONLY else "finite"


def with_name(tokens: list[Token], back: int) -> bool:
    """Whether a name stands before a participle that tells what it says: "with Kos calling it
    “theft”", "footage of Kos saying"."""
    at = back
    while at > 0 and tokens[at].capital and tokens[at].kind == "word":
        at -= 1
    return at < back and tokens[at].lower in ("with", "of", "heard", "seen", "saw", "hear")


def _base(lower: str) -> bool:
    """Whether a cue is in its base form, which the singular has not."""
    return lower == cues.LEMMAS.get(lower, "point")


def _parted(tokens: list[Token], at: int) -> bool:
    """Whether a word opens the sentence and a comma follows: "Cost estimates, he said, rose"."""
    first = at == 1 and tokens[0].kind == "word"
    return first and at + 1 < len(tokens) and tokens[at + 1].text == ","


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
    joined = "and" in (word_at(tokens, back - 1), word_at(tokens, back - 2))
    return cues.cue_verb(lower).plural_noun and not (plural or joined)


def _verb_behind(tokens: list[Token], at: int) -> bool:
    """Whether a verb follows a word that may be its subject: "the Friday protest also saw"."""
    index = at + 1
    while index < len(tokens) and tokens[index].lower in _BEFORE_VERB:
        index += 1
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    token = tokens[index]
    if token.lower.endswith("ing"):
        return False  # "the police deny having shot"
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
    return verb.tag in ("finite", "past") and word_at(tokens, at - 1) not in _BEFORE_NOUN_ALONE


def _plural_subject(prior: Token | None) -> bool:
    """Whether a base form may be the verb of what stands before it ("critics say")."""
    if prior is None:
        return False
    lower = prior.lower
    return (
        prior.kind != "word"
        or lower in lex.SUBJECT_PRONOUNS
        or lower in lex.AUXILIARIES
        or lower in lex.ADVERBS
        or _plural(lower)
        or prior.capital
    )


def _plural(lower: str) -> bool:
    """Whether a noun is one of several, or a number is."""
    ends = lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s"))
    return ends or lower in lex.PLURAL_PEOPLE or lower in _COUNTED or lower[0].isdigit()


def _plural_ahead(tokens: list[Token], back: int) -> bool:
    """Whether a noun in the plural, or what counts as one, stands before the words behind a
    subject: "proponents of the law say", "those surveyed say"."""
    for at in range(back, -1, -1):
        if tokens[at].kind != "word":
            return False
        if _plural(tokens[at].lower) or tokens[at].lower in _ALONE:
            return True
    return False


def _adjective(token: Token) -> bool:
    lower = token.lower
    ends = not token.capital and lower.endswith(_ADJECTIVE_ENDINGS)
    return ends and lower not in _NO_ADJECTIVES


def word_at(tokens: list[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
