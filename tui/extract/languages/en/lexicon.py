"""Closed classes of English words, and classes of nouns, from ``words.toml``."""

from __future__ import annotations

import re

from tui.extract.languages.en.words import lists

_WORDS = lists("words")

ARTICLES = _WORDS["articles"]
DETERMINERS = _WORDS["determiners"]
PREPOSITIONS = _WORDS["prepositions"]
SUBORDINATORS = _WORDS["subordinators"]
CONJUNCTIONS = _WORDS["conjunctions"]
AUXILIARIES = _WORDS["auxiliaries"]
CLITICS = _WORDS["clitics"]
POSSESSIVES = frozenset({"'s", "'"})
RELATIVES = _WORDS["relatives"]
OWNERS = _WORDS["owners"]
OWN = frozenset("his her its their".split())
"""Those of somebody whom a text names."""
BEFORE_NOUN = DETERMINERS | (PREPOSITIONS - _WORDS["loose_prepositions"])
"""Words behind which a noun stands, and no verb."""
ADVERBS = _WORDS["adverbs"]
SUBJECT_PRONOUNS = _WORDS["subject_pronouns"]
NOBODY = _WORDS["nobody"]
LONE_SUBJECTS = _WORDS["lone_subjects"]
"""Those that can only be the subject of a clause of their own."""
PRONOUNS = SUBJECT_PRONOUNS | _WORDS["other_pronouns"]
ROLE_NOUNS = _WORDS["role_nouns"]
FEMALE_ROLES = _WORDS["female_roles"]
MALE_ROLES = _WORDS["male_roles"]
KIN = _WORDS["kin"]
MADE_PUBLIC = _WORDS["made_public"]
FORECASTERS = _WORDS["forecasters"]
GROUP_NOUNS = _WORDS["group_nouns"]
PLURAL_PEOPLE = _WORDS["plural_people"]
ORG_WORDS = _WORDS["org_words"]
MEDIA_WORDS = _WORDS["media_words"]
PLACE_WORDS = _WORDS["place_words"]
PARTS_OF_PLACES = _WORDS["parts_of_places"]
CALENDAR = _WORDS["calendar"]
TIME_NOUNS = CALENDAR | _WORDS["time_nouns"]
SHORT_TITLES = _WORDS["short_titles"]
HONORIFICS = _WORDS["honorifics"]
GIVEN_HONORIFICS = _WORDS["given_honorifics"]
LONE_PARTIES = _WORDS["lone_parties"]
MALE_HONORIFICS = _WORDS["male_honorifics"]
FEMALE_HONORIFICS = _WORDS["female_honorifics"]
PARTY_WORDS = _WORDS["party_words"]
PARTY_ADJECTIVES = _WORDS["party_adjectives"]
COALITION_WORDS = _WORDS["coalition_words"]
CAPITALS = _WORDS["capitals"]
"""Cities by which a state is called that says something."""

ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ary", "ful", "ible", "able")

SIGN_WORDS = re.compile(
    r"\b(?:read(?:ing|s)?|chant(?:ing|ed|s)?|shout(?:ing|ed|s)?|placards?|banners?|signs?|slogans?"
    r"|graffiti|posters?|t-shirts?|emblazoned|scrawled|inscribed|written)\b",
    re.IGNORECASE,
)

SIGNS = re.compile(
    r"\b(?:banner|placard|sign|poster|sticker|t-shirt|graffit[io]|inscription|billboard|badge)s?\b",
    re.IGNORECASE,
)
"""On what words are written for all to read."""
READ_ON_SIGNS = re.compile(
    r"[,.]?\s(?:reads?|says?|said|ran|was\s(?:written|painted|scrawled)\son)\s(?:[\w-]+\s){0,3}?"
    r"(?:banner|placard|sign|poster|sticker|t-shirt|graffito|graffiti|board|wall|leaflet)s?\b",
    re.IGNORECASE,
)
_TITLED = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORDS['titled']))}|known as|banner of"
    r"|under the (?:name|title|motto|slogan|banner|message))[\s,:]*$",
    re.IGNORECASE,
)
"""What stands before a name or title in quotation marks."""
_TITLED_ENDS = (*_WORDS["titled"], "as", "of", "name", "title", "banner")

_NO_WORDS = ",:" + "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())


def titled(text: str, position: int) -> bool:
    """Whether such words stand right before a position."""
    before = text[max(0, position - 60) : position].rstrip(_NO_WORDS)
    # The last word alone is soon told, and seldom the right one.
    if not before[-20:].lower().endswith(_TITLED_ENDS):
        return False
    return _TITLED.search(text, max(0, position - 60), position) is not None
