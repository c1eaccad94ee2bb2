"""The words that names are made of, and those that tell that something is none."""

from __future__ import annotations

import re

from tui.extract.languages.en.names.frames import listed

THINGS = listed("shapes", "things")
PARTIES = listed("shapes", "parties")
"""What the members of a party are called, and the party by them: "the Greens"."""
AIMS = listed("shapes", "aims")
LAWS = frozenset("law laws act bill code decree directive amendment treaty accord".split())
"""Those of them that nothing said of them makes anything else."""
CLOSINGS = listed("shapes", "closings")
"""What closes the name of a company and of nothing else: "Inc", "Airlines"."""
FIRMS = listed("shapes", "firms") | CLOSINGS
TEAMS = listed("shapes", "teams")
OPENINGS = listed("shapes", "openings")
BOTH = listed("shapes", "both")
SURNAMES_TOO = listed("shapes", "surnames_too")
_SURNAME_ENDINGS = listed("shapes", "surnames")
_SURNAME = re.compile(rf"[^\W\d_a-z]\w+(?:{'|'.join(sorted(_SURNAME_ENDINGS))})")
NO_ABBREVIATION = listed("abbreviations", "none")
_ORDINARY_ENDINGS = """tion sion ment ness ship ism ical ional ive ous ful less able ible ity ist
    ists""".split()
"""Endings of words that no person's name has."""
_ORDINARY = re.compile(rf".{{3,}}(?:{'|'.join(_ORDINARY_ENDINGS)})")
BODIES = listed("shapes", "bodies")
"""Words by which a body is called that counts or sits, and stands in no election."""
HEADS = BODIES | listed("shapes", "heads")
"""Words by which a body that was named in full is called: "the Commission"."""
OFFICES = listed("shapes", "offices")
"""Offices that stand before a surname alone: "President Osmani"."""


def ends_as_surname(word: str) -> bool:
    """Whether a word ends as many surnames do, and begins with a capital."""
    return word.endswith(_SURNAMES_END) and _SURNAME.fullmatch(word) is not None


def ends_as_ordinary(lower: str) -> bool:
    """Whether a word ends as words of the language do and no person's name."""
    return lower.endswith(_ORDINARY_END) and _ORDINARY.fullmatch(lower) is not None


_SURNAMES_END = tuple(_SURNAME_ENDINGS)
_ORDINARY_END = tuple(_ORDINARY_ENDINGS)


INNER = re.compile(r"[A-Z][a-z]{1,2}[A-Z]\w*")
"""A word with a capital within, which is a name wherever it stands: AfD."""
