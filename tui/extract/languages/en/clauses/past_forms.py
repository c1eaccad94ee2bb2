"""Verbs that their past form or participle tells: "adopted", "held on Monday"."""

from __future__ import annotations

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import (
    DETERMINERS,
    RELATIVES,
    ClauseTokens,
    border,
    clause,
)
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.happenings import (
    ACT_PHRASES,
    ATTEMPTING,
    FORMS,
    HOLDING,
    PLANNING,
    WITH_OBJECT,
    noun_sort,
)
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists

_ACTING = ATTEMPTING | PLANNING | {"fail", "refuse"}
"""Verbs that are no participles before "to"."""
_LEADING = lex.ARTICLES | {"both"}
_KEPT = frozenset("seat seats mandates places".split())
USUALLY = frozenset("usually often sometimes typically generally frequently always".split())
"""What usually happens is no happening; it counts as little as what does not happen."""
NEVER = frozenset("not never hardly".split())
_GOVERNING = frozenset("under by with for against from".split())
_RELATING = RELATIVES | {"whose", "whom", "where"}
_CLOSED = _RELATING | {"by"}
"""What opens an aside that the next comma closes: ", by the count of the police,"."""
_NUMBERS = UP_TO_TEN | {"several", "dozens", "scores"}
_ADJECTIVES = (*lex.ADJECTIVE_ENDINGS, "ly")
NOUN_NEXT = DETERMINERS | lex.BEFORE_NOUN | frozenset("very more most so as".split())
_OF_SEVERAL = frozenset("these those all many some".split())
_NOUN_RIGHT_NEXT = NOUN_NEXT - _OF_SEVERAL - {"that", "this"}
NO_BASES = DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS
SUBJECTS = RELATIVES | lex.SUBJECT_PRONOUNS
_COPULAR = lists("words", "clauses")["copular"]
_OPENERS = frozenset("where when while because although as after before since until".split())
_OPENING = frozenset("open start".split())
"""Verbs of what is opened, or opens by itself."""
_LATELY = frozenset("only just last late early earlier recently originally first two".split())
"""What stands between a participle and its date: ", founded only a year earlier,"."""


_BY_SO_MUCH = frozenset("win lose rise fall grow lead drop increase decrease".split())
_AMOUNTS = frozenset("roughly about nearly almost over more just only less fewer".split())


def _amount(tokens: ClauseTokens, at: int) -> bool:
    """Whether an amount stands at a position: "won by 200 votes"."""
    return tokens.lower(at)[:1].isdigit() or tokens.lower(at) in _AMOUNTS | _NUMBERS


def past_at(tokens: ClauseTokens, at: int, lemma: str, form: str) -> Verb | None:
    if at == 0:
        return None
    before, follows = tokens.lowers[at - 1], tokens.lower(at + 1)
    # "cut" or "split" may be a noun as well.
    if tokens.lowers[at] == lemma and lemma in FORMS and not _heads(tokens, at):
        return None
    if before in lex.ARTICLES and at not in tokens.commas and at not in tokens.apart:
        return None  # "an “unprecedented” plot"
    undone = tokens.lowers[at][:2] == "un" and tokens.lowers[at][2:] in FORMS
    if undone and follows.isalpha() and follows not in NO_BASES and not border(tokens, at + 1):
        return None  # "that unsanctioned protests will erupt"
    if not tokens.marked(at) and _describes_noun(tokens, at, lemma):
        return None
    if before == "those" and "part" in form:
        return Verb(at, at, lemma, "reduced", "past", True)  # "two of those detained"
    if at in tokens.commas and tokens.lowers[at] not in FORMS and _before_noun(tokens, at):
        return None  # "On Monday, masked men attacked"
    if "part" in form:
        comma = at in tokens.commas
        leads = follows in lex.PREPOSITIONS or follows in _LATELY or _to_somebody(tokens, at)
        apart = comma and leads and not _closes_aside(tokens, at, lemma)
        apart = apart and not (lemma in cues.SPEECH and lemma != "accuse")
        whose = before in RELATIVES and before != "that"  # "who conceded by telephone"
        by = not whose and (follows == "by" or _by_somebody(tokens, at))
        by = by and not tokens.lower(at + 2).endswith("ing")
        by = by and not (lemma in _BY_SO_MUCH and _amount(tokens, at + 2))
        if by or apart or (follows == "of" and lemma in ("convict", "accuse")):
            return Verb(at, at, lemma, "reduced", "past", True)
        if follows in ("on", "in") and _within_phrase(tokens, at):
            return Verb(at, at, lemma, "reduced", "past", True)
        if before in _KEPT and follows == "for":
            return Verb(at, at, lemma, "reduced", "past", True)  # "seats guaranteed for Serbs"
        named = noun_sort(before) or before in ("session", "event")
        if named and lemma in HOLDING and not (lemma in _OPENING and _heads_alone(tokens, at)):
            return Verb(at, at, lemma, "reduced", "past", True)
    if form == "part":
        return None
    # "never won" and "often travels" tell of nothing that takes place.
    never = before in NEVER or before in USUALLY
    return Verb(at, at, lemma, "finite", "past", False, never)


def _describes_noun(tokens: ClauseTokens, at: int, lemma: str) -> bool:
    """Whether a participle that no mark stands before says what a noun is like."""
    before, follows = tokens.lowers[at - 1], tokens.lower(at + 1)
    if before.endswith("-old"):
        return True  # "a 67-year-old retired miner"
    if before in _NOUN_RIGHT_NEXT or (before in _OF_SEVERAL and _before_noun(tokens, at)):
        return True
    if before.isdigit() and not (
        follows in lex.PREPOSITIONS
        or border(tokens, at + 1)
        or (_is_year(tokens, at - 1) and not _before_noun(tokens, at))
    ):
        return True  # "12 injured officers"
    if _seems(tokens, at - 1) or (lemma == "turn" and follows in lex.ROLE_NOUNS):
        return True  # "feel squeezed", "a rebel leader turned president"
    if (
        before.endswith(_ADJECTIVES)
        and not tokens.capital(at - 1)
        and tokens.lower(at - 2) in lex.PREPOSITIONS
    ):
        return True  # "dozens of local elected officials"
    joined = before.endswith("ly") and tokens.lower(at - 2) in ("and", "or")
    if joined and _describes(tokens, at):
        return True  # "the poor and politically divided nation"
    if before in ("and", "or") and (_describes(tokens, at) or _joins_nouns(tokens, at)):
        return True
    if before in _OPENERS and tokens.lowers[at].endswith("ed") and _before_noun(tokens, at):
        return True  # "where masked men smashed"
    if tokens.possessive(at - 1) and before not in ("its",):
        return True
    owned = at > 1 and tokens.possessive(at - 2)
    noun = noun_sort(before) or before in lex.GROUP_NOUNS
    adverb = before.endswith("ly") and not noun
    counted = tokens.lower(at - 2).isdigit()
    return adverb and (counted or owned or tokens.lower(at - 2) in DETERMINERS)


def is_participle(tokens: ClauseTokens, verb: Verb, before: Verb) -> bool:
    """Whether a past form behind another verb describes the noun before it: it lacks its object,
    which the verb before does not need."""
    if verb.first != verb.head or verb.tense != "past" or verb.lemma not in WITH_OBJECT:
        return False
    behind = verb.head + 1
    lacks = behind in tokens.apart or tokens.lower(behind) in lex.PREPOSITIONS
    pronoun = tokens.lower(verb.first - 1) in lex.SUBJECT_PRONOUNS
    return lacks and not pronoun and before.lemma not in WITH_OBJECT


def may_be_participle(tokens: ClauseTokens, verb: Verb) -> bool:
    """Whether a past form is a participle as well: "held", and not "began" or "failed to"."""
    acting = verb.lemma in _ACTING and tokens.lower(verb.head + 1) == "to"
    return not acting and "part" in FORMS.get(tokens.lowers[verb.head], ("", "part"))[1]


def _is_year(tokens: ClauseTokens, at: int) -> bool:
    """Whether a number is the year of something: "the ban that passed in 1993 garnered"."""
    return len(tokens.lowers[at]) == len("1993") and tokens.lower(at - 1) in lex.PREPOSITIONS


def _seems(tokens: ClauseTokens, at: int) -> bool:
    """Whether a verb that says how something is stands at a position, adverbs passed over."""
    while at > 0 and (tokens.lowers[at].endswith("ly") or tokens.lowers[at].endswith("selves")):
        at -= 1
    return FORMS.get(tokens.lowers[at], ("", ""))[0] in _COPULAR


def _joins_nouns(tokens: ClauseTokens, at: int) -> bool:
    """Whether a participle between "and" and a noun in the plural goes on a row of nouns, no verb
    standing before it: "party leaders and elected officials"."""
    begin, _ = clause(tokens, at)
    before = tokens.lowers[begin : at - 1]
    told = any(word in FORMS or word in lex.AUXILIARIES or word.endswith("ed") for word in before)
    return _before_noun(tokens, at) and not told


def _within_phrase(tokens: ClauseTokens, at: int) -> bool:
    """Whether a participle stands behind a noun that a preposition governs, which is no subject:
    "under an agreement signed on Monday"."""
    if not tokens.lowers[at - 1].isalpha() or tokens.capital(at - 1):
        return False
    for n in range(at - 1, max(0, at - 5), -1):
        if tokens.marked(n):
            return False
        if tokens.lowers[n] in lex.ARTICLES:
            return tokens.lowers[n - 1] in _GOVERNING
    return False


def _before_noun(tokens: ClauseTokens, at: int) -> bool:
    """Whether a participle stands right before a noun in the plural."""
    follows = tokens.lower(at + 1)
    people = follows.endswith("s") or follows in lex.PLURAL_PEOPLE
    return people and follows not in lex.PREPOSITIONS and follows not in DETERMINERS


_BEFORE_TIMES = frozenset("on in at last yesterday today".split())


def _to_somebody(tokens: ClauseTokens, at: int) -> bool:
    """ "a letter, emailed to delegates": and not ", voted to annul"."""
    base = FORMS.get(tokens.lower(at + 2), ("", ""))[1] == "base"
    return tokens.lower(at + 1) == "to" and not base and tokens.lowers[at] not in FORMS


def _by_somebody(tokens: ClauseTokens, at: int) -> bool:
    """ "the protocol presented on Saturday by Kos"."""
    follows = tokens.lower(at + 1)
    if follows not in lex.CALENDAR and follows not in _BEFORE_TIMES:
        return False
    for n in range(at + 2, min(at + 6, len(tokens) - 1)):
        if n in tokens.commas or n in tokens.apart:
            return False
        if tokens.lowers[n] == "by":
            return tokens.capital(n + 1)
    return False


def _describes(tokens: ClauseTokens, at: int) -> bool:
    """ "the largest and criticized move": a participle between an article and a noun."""
    follows = tokens.lower(at + 1)
    noun = follows.isalpha() and follows not in NO_BASES and follows not in lex.ADVERBS
    near = tokens.lowers[max(0, at - 5) : at - 1]
    return noun and not _LEADING.isdisjoint(near) and FORMS.keys().isdisjoint(near)


def _heads(tokens: ClauseTokens, at: int) -> bool:
    """Whether such a word heads a clause: behind a name, a plural or "who", and before what
    it is done to."""
    before, follows = tokens.lowers[at - 1], tokens.lower(at + 1)
    if before in ("who", "which"):
        return True
    subject = tokens.capital(at - 1) or before in SUBJECTS or before.endswith("s")
    phrase = FORMS[tokens.lowers[at]][0], follows
    if phrase in ACT_PHRASES and before not in DETERMINERS:
        return before not in NOUN_NEXT and before not in lex.CONJUNCTIONS and before != "to"
    behind = (
        follows in DETERMINERS
        or follows in _NUMBERS
        or follows in lex.PREPOSITIONS
        or follows.isdigit()
    )
    return subject and (behind or (at + 1 < len(tokens) and tokens.capital(at + 1)))


def _heads_alone(tokens: ClauseTokens, at: int) -> bool:
    """Whether no other verb follows in a clause: "An inquiry opened on Monday"."""
    _, end = clause(tokens, at)
    behind = tokens.lowers[at + 1 : end]
    return not any(
        word in lex.AUXILIARIES or word.endswith("ed") or FORMS.get(word, ("", ""))[1] == "past"
        for word in behind
    )


def _closes_aside(tokens: ClauseTokens, at: int, lemma: str) -> bool:
    """Whether the comma before a position ends what a comma began: ", who ...," or, behind a
    name or another subject, ", the head of the list,"; before a verb that has no object, also
    ", appointed by Kos,"."""
    verbal = False
    for back in range(at - 1, max(0, at - 16), -1):
        if back in tokens.apart:
            return False
        verbal = verbal or tokens.lowers[back] in FORMS
        if back in tokens.commas:
            begin, _ = clause(tokens, back - 1)
            opening = tokens.lowers[begin]
            done = "part" in FORMS.get(tokens.lowers[back], ("", ""))[1]
            if done and tokens.lower(back + 1) == "by" and lemma not in WITH_OBJECT:
                return True
            return tokens.lowers[back] in _CLOSED or not (
                verbal
                or opening in lex.PREPOSITIONS
                or opening in lex.ADVERBS
                or opening in lex.CALENDAR
            )
    return False
