"""What kind of body a name names: by its own words, by what stands beside it, as one word alone,
and as an abbreviation."""

from __future__ import annotations

import re

from tui.extract.languages.en import cues, morphology
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.frames import NO_NAME_BEFORE, Told
from tui.extract.languages.en.names.gazetteer import countries, places
from tui.extract.languages.en.names.joined_names import MINISTRIES
from tui.extract.languages.en.names.places import PLACE_APPOSITIONS, at_place
from tui.extract.languages.en.names.register import slug_of
from tui.extract.languages.en.names.runs import COMMONS, JOINABLE, NUMBERED, PEOPLE_FOR, Runs
from tui.extract.languages.en.names.shapes import (
    BODIES,
    CLOSINGS,
    NO_ABBREVIATION,
    OPENINGS,
    PARTIES,
    THINGS,
    ends_as_ordinary,
)
from tui.extract.languages.en.names.tokens import DEMONYM, NameSentence, WordForm
from tui.extract.languages.given_names import gender_of
from tui.model import ActorType

ADJECTIVES = frozenset(
    """democratic republican american americans african africans latino latinos hispanic federal
    muslim muslims moslem moslems arab arabs palestinian palestinians catholic catholics jewish jews
    israeli italian indian asian""".split()
)
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
UPGRADED = JOINABLE | frozenset("alliance initiative".split())
DATELINE = re.compile(
    r"(?:,\s[A-Z][\w.]+)?(?:,\s[A-Z][\w.]+\s\d+)?\s?(?:\([^()\n]{2,30}\)\s?)?[—–-]\s"
)
INITIALS = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
ACTING = re.compile(r"\s(?:[a-z]|[A-Z][a-z]+ly\b)|['’]s?\s")
_ADDRESS = re.compile(
    r"[A-Z][\w-]{2,30}\.(?:com|net|org|info|eu|rs|me|mk|ba|hr|si|al|ks|de|ru|ua|uk)"
)
"""What names a site by its address: "Lumen.rs"."""
_IDEOLOGIES = frozenset(
    """democratic liberal christian conservative socialist radical agrarian communist progressive
    patriotic reformist nationalist popular""".split()
)
"""Words of a name that make a union or a forum a party."""
_PEOPLE = lex.PLURAL_PEOPLE - lex.ORG_WORDS
_OF_PEOPLE = lex.PLURAL_PEOPLE | lex.ROLE_NOUNS
_NO_POWERS = lex.PARTY_WORDS | THINGS
MEMBERS_BEFORE = re.compile(r"\([^()\n]{0,58}$")
MEMBERS = re.compile(r"\((?:[^\W\d_a-z][^\W\d_]?[A-ZČĆŠŽĐ-]{1,7}(?:\s?[,;/–-]\s?|(?=\)))){2,8}\)")
"""Abbreviations in brackets: ``(NSD, DNP, RP)``"""
_VOTES = re.compile(r"\b(?:seats?|mandates?|votes?|coalition|alliance|list|per\s?cent)\b|%")
_PROGRAMMES = frozenset("program programme test scan card virus loan loans rifle".split())


class BodyKinds(Runs):
    """Tells parties, coalitions, institutions, media and groups."""

    def _by_deeds(self, told: Told) -> ActorType:
        """The type of a name that its words do not tell."""
        if told.noun in ("coalition", "party") or told.citizens or not told.wins:
            return told.noun or "party"
        return "party"

    def _organisation(self, name: str, words: list[str]) -> ActorType | None:
        """The type that a name's own words tell, as far as what it does does not tell more."""
        last = words[-1]
        if last in CLOSINGS and (last != "ag" or name.partition(" ")[0] not in places()):
            return "institution"  # The AG of Texas is its attorney general.
        if not lex.PARTY_WORDS.isdisjoint(words) and MINISTRIES.isdisjoint((words[0], last)):
            return "party"
        if last in lex.COALITION_WORDS or (last == "left" and len(words) == 2):
            told = self.told(name)
            if told.noun in ("coalition", "party", "group"):
                return told.noun
            own = words[0] in COMMONS or DEMONYM.fullmatch(name.partition(" ")[0])
            if last == "left" or told.owned or (last == "list" and own):
                return "party"
            front = last in ("front", "alliance")
            return "party" if front and (told.chair or told.ruling) else "coalition"
        if last in lex.MEDIA_WORDS and (last != "agency" or "news" in words):
            return "media"
        if words[0] in NUMBERED and len(words) < 4 and lex.ORG_WORDS.isdisjoint(words):
            return "media"
        if "for" in words[1:-1] and words[words.index("for") - 1] in PEOPLE_FOR:
            return "group"
        if lex.ORG_WORDS.isdisjoint(words) or (
            words[0] in ("house", "state")
            and words[1] != "of"
            and lex.ORG_WORDS.isdisjoint(words[1:])
        ):
            return None
        told = self.told(name)
        if told.noun and told.noun != "media":
            return self._by_deeds(told)
        # A union of journalists has leaders, too, and is no party.
        trade = any(
            word.endswith(("ists", "ers", "ors", "ents", "ees")) or word in _PEOPLE
            for word in words
        )
        ideology = not trade and not told.noun and _IDEOLOGIES.intersection(words[:2])
        if ideology and not UPGRADED.isdisjoint(words):
            return "party"
        upgraded = (not trade or words[0] in COMMONS) and not UPGRADED.isdisjoint(words)
        if (upgraded and (told.party or told.members)) or told.seats or told.voting:
            return "party"
        return "institution"

    def _single(
        self, line: NameSentence, at: int, name: str, titled: bool
    ) -> tuple[ActorType | None, str]:
        """What one word is a name of."""
        word = line.words[at]
        if name.isupper():
            return self._capitals(line, at, name)
        if titled and word.text[0].isalpha():
            return ("person", "title") if word.lower not in lex.ORG_WORDS else (None, "")
        if word.lower in lex.LONE_PARTIES and self._acts_as_party(line, at):
            return "party", "organisation"
        if not at and self.told(name).noun is None and not self.told(name).polls:
            return None, ""
        before = line.words[at - 1].lower
        if before == "the" and word.lower in PARTIES and word.text.endswith("s"):
            return "party", "organisation"
        if word.demonym or name in places() or ends_as_ordinary(word.lower):
            return None, ""
        if word.title or slug_of(name) in self.people:
            return None, ""
        if _ADDRESS.fullmatch(name):
            return "media", "organisation"
        told = self.told(name)
        adjective = word.lower in ADJECTIVES or (
            word.lower in OPENINGS and word.lower.endswith(("ic", "al", "ern"))
        )
        if adjective:
            return None, ""
        if told.noun and not self.surnames.get(slug_of(name)):
            return self._by_deeds(told), "organisation"
        if (before in lex.ROLE_NOUNS or self._a_place(line, at)) and not line.gap(at).strip():
            return None, ""
        known = self.surnames.get(slug_of(name)) or gender_of(name) or word.lower in lex.ROLE_NOUNS
        owned = line.words[at - 1].possessive and line.words[at - 1].capital
        if (before == "the" or owned) and told.wins and not known and word.lower not in BODIES:
            return "party", "organisation"
        if told.ruling or (told.leaning and told.wins):
            return (None, "") if known or word.possessive else ("party", "organisation")
        if told.polls and not known and self._of_polls(word):
            return "institution", "organisation"
        if before != "the" or not self._acts_alone(line, at + 1):
            return None, ""
        paper = word.lower in lex.MEDIA_WORDS and word.lower not in lex.ORG_WORDS
        return ("media" if paper else "institution"), "the-name"

    def _acts_as_party(self, line: NameSentence, at: int) -> bool:
        """Whether a word names a party by what stands behind it: "Labour won", "Labour's list"."""
        if line.words[at].possessive:
            return True
        verb = line.words[at + 1] if at + 1 < len(line) and not line.gap(at + 1).strip() else None
        if verb is None or verb.capital:
            return False
        known = verb.lower in cues.LEMMAS or verb.lower in morphology.PASTS
        return known or verb.lower in lex.AUXILIARIES

    def _of_polls(self, word: WordForm) -> bool:
        """Whether a poll may be called by a word: by no place's name, and no ordinary word."""
        lower = word.lower
        return not (
            lower in self.small
            or lower in OPENINGS
            or lower in lex.ORG_WORDS
            or lower in lex.GROUP_NOUNS
            or word.text in countries()
        )

    def _capitals(self, line: NameSentence, at: int, name: str) -> tuple[ActorType | None, str]:
        """What a word in capitals is a name of: an abbreviation that does something."""
        lower = line.words[at].lower
        if name in self.media:
            return "media", "organisation"
        if lower in lex.MEDIA_WORDS and lower not in NO_ABBREVIATION and len(name) < 9:
            return "media", "organisation"
        told = self.told(name)
        letters = sum(map(str.isalpha, name))
        longest = max(map(len, re.split(r"[-–]", name)))
        if len(name) < 2 or longest > 8 or (letters < 2 and not told.media):
            return None, ""
        if lower.replace(".", "") in NO_ABBREVIATION or lower in lex.ROLE_NOUNS:
            return None, ""
        if INITIALS.fullmatch(name) and at + 1 < len(line) and line.words[at + 1].nameable:
            return None, ""  # "A.B. Simic" is somebody's name, or the part of one.
        labels = line.text.startswith(":", line.end(at))
        if labels or PARTY_TAG.match(name) or self.surnames.get(slug_of(name)):
            return None, ""
        member = self._of_members(line, at)
        if (told.wins or told.noun == "coalition" or member) and self._of_parties(name):
            return "coalition", "acronym"
        if told.noun:
            return self._by_deeds(told), "acronym"
        if told.wins or told.ruling or told.voting or member:
            return "party", "acronym"
        if lower in self.small or (lower in OPENINGS and letters > 2) or name.title() in places():
            return None, ""
        if told.media:
            return "media", "acronym"
        if self._shouted(line, at):
            return None, ""
        end = line.end(at)
        if not at and DATELINE.match(line.text, end):
            return None, ""
        if at + 1 < len(line) and line.words[at + 1].lower in _PROGRAMMES:
            return None, ""
        if NO_NAME_BEFORE.search(line.text[max(0, line.starts[at] - 10) : line.starts[at]]):
            return None, ""
        alone = not at and not ACTING.match(line.text, end, end + 30)
        return (None, "") if alone else ("institution", "acronym")

    def _of_members(self, line: NameSentence, at: int) -> bool:
        """Whether an abbreviation stands among others in brackets behind a list: its parties."""
        start, end = line.starts[at], line.end(at)
        if line.text[end : end + 1] not in (",", ")", "/", ";"):
            return False
        before = MEMBERS_BEFORE.search(line.text, max(0, start - 60), start)
        whole = MEMBERS.match(line.text, before.start(), end + 60) if before else None
        return (
            whole is not None
            and _VOTES.search(line.text, line.start, whole.end() + 120) is not None
        )

    def _of_parties(self, name: str) -> bool:
        """Whether an abbreviation is put together of several parties' own: "SPS-JS"."""
        parts = re.split(r"[-–]", name)
        return len(parts) > 1 and (
            "–" in name
            or len(parts) > 2
            or all(each.lower() in self.known or self.alone[each] for each in parts)
        )

    def _shouted(self, line: NameSentence, at: int) -> bool:
        """Whether a word in capitals is a loud one: another stands beside it, or it is long and
        does nothing."""
        words = line.words
        for other in (at - 1, at + 1):
            if 0 <= other < len(words) and words[other].text.isupper():
                beside = not line.gap(max(at, other)).strip()
                if beside and len(words[other].text) > 1 and "." not in words[other].text:
                    return True
        if len(words[at].text.replace(".", "")) < 6:
            return False
        before = words[at - 1].lower if at else ""
        behind = words[at + 1].lower if at + 1 < len(words) else ""
        acts = behind in cues.LEMMAS or behind in lex.AUXILIARIES or words[at].possessive
        return not acts and before not in lex.PREPOSITIONS and before not in ("the", "a")

    def stands_as_place(self, line: NameSentence, at: int) -> bool:
        """Whether a word stands where places do: behind "in", "to" or "the"."""
        return self._a_place(line, at) or line.words[at - 1].lower == "the"

    def _a_place(self, line: NameSentence, first: int) -> bool:
        """Whether the words right before a name say that it is a place's."""
        return line.words[first - 1].lower in PLACE_APPOSITIONS or at_place(line, first)

    def _acts_alone(self, line: NameSentence, end: int) -> bool:
        """Whether a bare "the Kremlin" heads its phrase: no noun follows it."""
        words = line.words
        name = words[end - 1]
        if name.text.endswith("s") and name.lower not in lex.ORG_WORDS:
            return False  # A family, a team, a people.
        if slug_of(name.text) in self.people:
            return False
        if name.demonym or name.possessive or name.lower in _NO_POWERS:
            return False
        if name.lower in _OF_PEOPLE or name.text in places():
            return False
        if name.lower in OPENINGS and name.lower not in lex.ORG_WORDS:
            return False
        if name.lower in self.small or self.surnames.get(slug_of(name.text)):
            return False
        if end >= len(words) or line.gap(end).strip():
            return False  # Before a stop or a comma nothing shows that it acts.
        following = words[end].lower
        return (
            following in lex.AUXILIARIES
            or following in cues.LEMMAS
            or (
                following in lex.PREPOSITIONS
                and end + 2 < len(words)
                and words[end + 1].lower in lex.CALENDAR
            )
        )
