"""The words of happenings: verbs and nouns that name what takes place, by sort.

A sort gathers words for one kind of happening ("rally", "protest", "march"), so that two
passages can be seen to tell of the same one. Nothing here is about one country.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from tui.extract.languages.en import cues
from tui.extract.languages.en.morphology import IRREGULAR, forms
from tui.extract.languages.en.words import table


def _sorted(groups: Mapping[str, str]) -> dict[str, str]:
    return {word: sort for sort, words in groups.items() for word in words.split()}


VERB_SORTS = _sorted(
    {
        "protest": "protest rally march gather picket riot",
        "storm": "storm ransack overrun",
        "clash": "clash",
        "arrest": "arrest detain apprehend handcuff",
        "trial": "prosecute indict convict sentence jail imprison acquit",
        "kill": "kill murder assassinate shoot stab behead",
        "injury": "injure wound maim",
        "attack": "bomb shell ambush torch vandalise vandalize",
        "invasion": "invade annex",
        "explosion": "explode detonate",
        "resignation": "resign",
        "annulment": "annul invalidate",
        "rerun": "rerun re-run",
        "boycott": "boycott",
        "abduction": "kidnap abduct",
        "overthrow": "overthrow oust topple",
        "flight": "flee evacuate deport expel",
        "raid": "raid",
        "blockade": "blockade barricade",
        "entry": "re-enter",
        "suspension": "suspend",
        "ratification": "ratify",
        "inauguration": "inaugurate",
    }
)
"""Verbs that tell of a happening by themselves, whether or not a date stands with them."""

PHRASES: dict[tuple[str, str], str] = {
    ("gun", "down"): "kill",
    ("crack", "down"): "crackdown",
    ("break", "into"): "storm",
    ("break", "in"): "storm",
    ("step", "down"): "resignation",
    ("drop", "out"): "withdrawal",
    ("blow", "up"): "explosion",
    ("bring", "in"): "voters",
    ("buy", "votes"): "vote-buying",
    ("declare", "independence"): "independence",
    ("cast", "ballots"): "voters",
    ("block", "roads"): "blockade",
    ("enter", "race"): "entry",
}
"""A verb and the word that follows it, or ends its object, that tell of a happening."""

PHRASE_VERBS = frozenset(verb for verb, _ in PHRASES)

_ACTS = table("events")

ACTS = _sorted(_ACTS["acts"])
"""Verbs of the ordinary acts of the field, and their sorts."""

ACT_PHRASES: dict[tuple[str, str], str] = {
    (phrase.split()[0], phrase.split()[1]): sort for phrase, sort in _ACTS["phrases"].items()
}
"""The same for a verb with the word right behind it."""

PLANNED = frozenset(_ACTS["planned"]["verbs"].split())
"""Verbs that tell of an act where they stand in the future."""


NEEDS: dict[str, frozenset[str]] = {
    verb: frozenset(words.split()) for verb, words in _ACTS["needs"].items()
}
"""What stands beside a verb of many meanings where it tells of an act."""

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

_OBJECT_OF_ACTS = frozenset(_ACTS["with_object"]["verbs"].split())

WITH_OBJECT = _OBJECT_OF_ACTS | frozenset(
    """arrest detain apprehend prosecute indict convict sentence jail imprison acquit kill murder
    assassinate shoot stab behead injure wound maim kidnap abduct deport evacuate expel oust
    topple overthrow annul invalidate suspend""".split()
)
"""Verbs that have an object unless they are passive."""

CLAIM_SORTS = _sorted(
    {
        "fraud": "rig steal rob falsify tamper manipulate stuff bribe",
        "interference": "interfere meddle intervene",
        "provocation": "provoke incite instigate foment plant",
        "promise": "promise",
        "attack": "assault beat",
        "threat": "threaten intimidate",
        "voters": "allow",
    }
)
"""Verbs of acts that are told as somebody's claim; outside of one they prove nothing."""

CLAIMED = frozenset([*CLAIM_SORTS.values(), "vote-buying", "voters"])
"""Sorts of acts that are told as somebody's claim."""

NOUN_SORTS = _sorted(
    {
        "protest": "protest rally demonstration march sit-in riot gathering vigil",
        "vote": "election vote ballot referendum plebiscite run-off runoff primary caucus polling",
        "rerun": "re-run rerun repeat",
        "strike": "strike walkout",
        "clash": "clash",
        "arrest": "arrest detention",
        "trial": "trial hearing sentencing conviction indictment",
        "kill": "killing murder assassination shooting massacre slaying",
        "attack": "attack bombing ambush airstrike shelling",
        "explosion": "explosion blast",
        "invasion": "invasion annexation occupation",
        "investigation": "investigation inquiry probe",
        "resignation": "resignation",
        "annulment": "annulment cancellation",
        "boycott": "boycott",
        "abduction": "kidnapping abduction",
        "crackdown": "crackdown",
        "raid": "raid",
        "blockade": "blockade roadblock",
        "storm": "storming break-in",
        "independence": "independence",
        "coup": "coup uprising",
        "inauguration": "inauguration",
        "ceasefire": "ceasefire truce",
        "debate": "debate",
        "meeting": "meeting summit talk negotiation conference convention session",
        "speech": "speech address briefing interview statement announcement testimony",
        "visit": "visit trip",
        "recount": "recount",
        "ruling": "ruling decision verdict",
        "withdrawal": "withdrawal",
        "release": "release",
        "disaster": "earthquake flood fire crash",
    }
)
"""Nouns that name a happening where a date or a verb of holding stands with them."""

VICTIM_SORTS = frozenset(
    "kill arrest invasion abduction attack storm explosion resignation raid".split()
)
"""Sorts whose noun tells of a happening also undated: "the killing of", "its invasion of"."""

PURPOSE_SORTS = frozenset(
    "annulment rerun investigation resignation recount withdrawal ceasefire release vote".split()
)
"""What people demand."""

HOLDING = frozenset(
    """hold stage organise organize launch open begin start mount attend join lead conduct
    schedule call plan set go take""".split()
)
"""Verbs that say of a happening no more than that it takes place."""

GOING_ON = frozenset("continue push keep carry persist".split())
"""With "on", "up" or "with": verbs that say that a happening goes on."""

PLANNING = frozenset(
    """plan decide agree vow pledge intend prepare promise threaten undertake resolve opt choose
    swear commit""".split()
)
"""Verbs behind which is what somebody is to do."""

GATHERING = frozenset("gather come rally march protest turn assemble demonstrate strike".split())
"""What people are called to do together."""

ANNOUNCING = frozenset("announce call invite schedule convene".split())

ANNOUNCED = _sorted(_ACTS["announced"])
"""Nouns of what is still to come when it is announced, and their sorts."""

CALLING_ON = frozenset("call urge ask invite summon tell exhort".split())
"""Verbs with which people are called to do something together."""

DEMANDING = frozenset("demand urge want request call seek insist appeal push ask".split())

ATTEMPTING = frozenset("try attempt".split())

TELLING = cues.SPEECH | frozenset({"show", "indicate", "suggest"})
"""Verbs that say who tells what stands beside them."""

CLAIMING = frozenset("accuse allege charge suspect".split())

SAID_OF = frozenset("say allege report believe suspect think understand claim".split())
"""Verbs in the passive behind which is what somebody is said to have done."""

STATES = frozenset(
    """be have remain seem appear believe think know want need include own contain mean represent
    live love like hate cost equal resemble expect hope feel exist belong deserve depend consist
    comprise matter lack tend suppose consider understand see hear look sound date range total
    average involve concern affect apply refer relate compare regard base locate call name title
    entitle dub aim use let govern serve work support sit trail lag""".split()
)
"""Verbs of states, thoughts and names: a date beside one makes no event."""

_OTHER_VERBS = """approve adopt appoint elect reelect re-elect nominate veto enact repeal pass sign
    launch open close visit travel arrive depart return meet join quit leave win lose beat defeat
    lead hold take make give send bring buy sell pay go come fall rise grow run sit stand draw hit
    spend throw teach choose fly drive sue die try attempt become begin start end finish stop move
    campaign speak talk address say tell announce urge demand call warn accuse deny allege charge
    declare decide agree order rule file release publish issue post tweet write sign vow pledge
    attend host debate vote endorse introduce unveil propose reject block delay cancel postpone
    suspend fire hire replace retire marry divorce bear graduate enroll enter withdraw fight flee
    strike break steal stage organise organize conduct schedule plan push carry keep continue crack
    gun step drop set put get blow cast seek secure earn collapse merge create form build
    destroy raise cut increase decrease surge plunge serve"""

FORMS: dict[str, tuple[str, str]] = {}
"""A form of a verb: its base, and which form it is ("base", "s", "past", "part", "ing",
"past part" where two look the same)."""


def _fill() -> None:
    verbs = dict.fromkeys(
        [
            *_OTHER_VERBS.split(),
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

VERBS = frozenset(verb for verb, _ in FORMS.values())
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
    return wanted | {form for form, (lemma, _) in FORMS.items() if lemma in wanted}


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
