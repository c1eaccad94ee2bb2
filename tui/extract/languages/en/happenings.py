"""The words of happenings: verbs and nouns that name what takes place, by sort.

A sort gathers words for one kind of happening ("rally", "protest", "march"), so that two
passages can be seen to tell of the same one. Nothing here is about one country.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from tui.extract.languages.en import cues
from tui.extract.languages.en.morphology import IRREGULAR, forms
from tui.extract.languages.en.words import lists, table

_ACTS = table("events")
_CLASSES = lists("events", "classes")


def _sorted(groups: Mapping[str, str]) -> dict[str, str]:
    return {word: sort for sort, words in groups.items() for word in words.split()}


def _pairs(phrases: Mapping[str, str]) -> dict[tuple[str, str], str]:
    return {(phrase.split()[0], phrase.split()[1]): sort for phrase, sort in phrases.items()}


VERB_SORTS = _sorted(_ACTS["verb_sorts"])
"""Verbs that tell of a happening by themselves, whether or not a date stands with them."""

PHRASES = _pairs(_ACTS["verb_phrases"])
"""A verb and the word that follows it, or ends its object, that tell of a happening."""

PHRASE_VERBS = frozenset(verb for verb, _ in PHRASES)

ACTS = _sorted(_ACTS["acts"])
"""Verbs of the ordinary acts of the field, and their sorts."""

ACT_PHRASES = _pairs(_ACTS["phrases"])
"""The same for a verb with the word right behind it."""

PLANNED = frozenset(_ACTS["planned"]["verbs"].split())
"""Verbs that tell of an act where they stand in the future."""


NEEDS: dict[str, frozenset[str]] = {
    verb: frozenset(words.split())
    for verbs, words in _ACTS["needs"].items()
    for verb in verbs.split()
}
"""What stands beside a verb of many meanings where it tells of an act."""

BY_BODIES = frozenset(_ACTS["by_bodies"]["verbs"].split())
"""Such verbs of which a body's act is news, a person's none."""

ALSO: dict[str, dict[str, frozenset[str]]] = {
    verb: {sort: frozenset(words.split()) for sort, words in meanings.items()}
    for verb, meanings in _ACTS["also"].items()
}
"""Second meanings of such verbs: a sort, and what stands beside them where they have it; the
sort "" is of no act."""

REFUSED = frozenset(_ACTS["refused"]["verbs"].split())
"""Verbs of acts that are news when they are refused: "will not recognise the results"."""

ACT_SORTS = frozenset(
    [
        *ACTS.values(),
        *ACT_PHRASES.values(),
        *(sort for meanings in ALSO.values() for sort in meanings),
    ]
) - {"", "voters", *VERB_SORTS.values()}

BEGINNING = frozenset({"begin", "start"})
"""Verbs that tell of what is begun: "began to fire"."""

OF_HAPPENINGS = BEGINNING | {"end", "resume"}
"""Verbs that tell of an act with any noun of happening beside them."""

ACT_VERBS = frozenset(ACTS) | {verb for verb, _ in ACT_PHRASES}

WITH_OBJECT = frozenset(_ACTS["with_object"]["verbs"].split()) | _CLASSES["with_object"]
"""Verbs that have an object unless they are passive."""

CLAIM_SORTS = _sorted(_ACTS["claim_sorts"])
"""Verbs of acts that are told as somebody's claim; outside of one they prove nothing."""

CLAIMED = frozenset([*CLAIM_SORTS.values(), "vote-buying", "voters"])
"""Sorts of acts that are told as somebody's claim."""

NOUN_SORTS = _sorted(_ACTS["noun_sorts"])
"""Nouns that name a happening where a date or a verb of holding stands with them."""

VICTIM_SORTS = _CLASSES["victim_sorts"]
"""Sorts whose noun tells of a happening also undated: "the killing of", "its invasion of"."""

PURPOSE_SORTS = _CLASSES["purpose_sorts"]
"""What people demand."""

HOLDING = _CLASSES["holding"]
"""Verbs that say of a happening no more than that it takes place."""

GOING_ON = _CLASSES["going_on"]
"""With "on", "up" or "with": verbs that say that a happening goes on."""

PLANNING = _CLASSES["planning"]
"""Verbs behind which is what somebody is to do."""

GATHERING = _CLASSES["gathering"]
"""What people are called to do together."""

ANNOUNCING = _CLASSES["announcing"]

ANNOUNCED = _sorted(_ACTS["announced"])
"""Nouns of what is still to come when it is announced, and their sorts."""

CALLING_ON = _CLASSES["calling_on"]
"""Verbs with which people are called to do something together."""

DEMANDING = _CLASSES["demanding"]

ATTEMPTING = frozenset("try attempt".split())

TELLING = cues.SPEECH | frozenset({"show", "indicate", "suggest"})
"""Verbs that say who tells what stands beside them."""

CLAIMING = _CLASSES["claiming"]

SAID_OF = _CLASSES["said_of"]
"""Verbs in the passive behind which is what somebody is said to have done."""

STATES = _CLASSES["states"]
"""Verbs of states, thoughts and names: a date beside one makes no event."""

FORMS: dict[str, tuple[str, str]] = {}
"""A form of a verb: its base, and which form it is ("base", "s", "past", "part", "ing",
"past part" where two look the same)."""


def _fill() -> None:
    verbs = dict.fromkeys(
        [
            *_ACTS["classes"]["other_verbs"].split(),
            *VERB_SORTS,
            *CLAIM_SORTS,
            *(verb for verb, _ in PHRASES),
            *sorted(ACT_VERBS),
            *cues.LEMMAS.values(),
            *HOLDING,
            *sorted(STATES - {"be", "have"}),
            *IRREGULAR,
        ]
    )
    for verb in verbs:
        base, third, past, participle, gerund = forms(verb)
        if past == participle:
            FORMS.setdefault(past, (verb, "past part"))
        else:
            FORMS.setdefault(past, (verb, "past"))
            FORMS.setdefault(participle, (verb, "part"))
        FORMS.setdefault(gerund, (verb, "ing"))
        FORMS.setdefault(third, (verb, "s"))
        FORMS.setdefault(base, (verb, "base"))
        if verb.endswith("el") and past == f"{verb}ed":  # "cancelled" beside "canceled"
            FORMS.setdefault(f"{verb}led", (verb, "past part"))
            FORMS.setdefault(f"{verb}ling", (verb, "ing"))


_fill()

_FORMS_OF: dict[str, list[str]] = {}
for _form, (_verb, _) in FORMS.items():
    _FORMS_OF.setdefault(_verb, []).append(_form)

VERBS = frozenset(_FORMS_OF)
"""The verbs that are known."""


def _plurals() -> dict[str, str]:
    found: dict[str, str] = {}
    for noun, sort in NOUN_SORTS.items():
        found[f"{noun}s"] = found[f"{noun}es"] = sort
        if noun.endswith("y"):
            found[f"{noun[:-1]}ies"] = sort
    return found | NOUN_SORTS


NOUNS = _plurals()
"""The nouns of happening and their sorts, singular and plural."""


def noun_sort(word: str) -> str:
    """The sort of happening that a noun names, singular or plural; "" for none."""
    return NOUNS.get(word, "")


def verb_forms(*lemmas: Collection[str]) -> frozenset[str]:
    """The words that may be a form of one of some verbs."""
    wanted = frozenset[str]().union(*lemmas)
    return wanted.union(*(_FORMS_OF.get(verb, ()) for verb in wanted))


def _companions() -> dict[str, frozenset[str]]:
    found = {}
    for form in verb_forms(PHRASE_VERBS, ACT_VERBS):
        meant = [_told_with(verb) for verb in {form, FORMS.get(form, (form, ""))[0]}]
        if None not in meant:
            found[form] = frozenset[str]().union(*filter(None, meant))
    return found


@cache
def _told_with(verb: str) -> frozenset[str] | None:
    """The words beside a verb with which it tells of a happening; None where it does alone."""
    if verb in VERB_SORTS or (verb in ACTS and verb not in NEEDS):
        return None
    phrases = {word for lemma, word in (*PHRASES, *ACT_PHRASES) if lemma == verb}
    happens = frozenset(NOUNS) if verb in OF_HAPPENINGS else frozenset[str]()
    begun = verb_forms(VERB_SORTS, ACTS) if verb in BEGINNING else frozenset[str]()
    also = frozenset[str]().union(*ALSO.get(verb, {}).values())
    return NEEDS.get(verb, frozenset()).union(phrases, happens, begun, also)


THIRD_PERSON = frozenset(form for form, (_, which) in FORMS.items() if which == "s")
"""The forms of verbs that are in the present."""

COMPANIONS = _companions()
"""Words that tell of a happening only with one of some others in their sentence."""


def nouns(sorts: Collection[str]) -> frozenset[str]:
    """The nouns of some sorts, singular and plural."""
    return frozenset(noun for noun, sort in NOUNS.items() if sort in sorts)
