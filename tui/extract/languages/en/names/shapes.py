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
FIRMS = listed("shapes", "firms")
TEAMS = listed("shapes", "teams")
OPENINGS = listed("shapes", "openings")
BOTH = listed("shapes", "both")
SURNAMES_TOO = listed("shapes", "surnames_too")
SURNAME = re.compile(rf"[^\W\d_a-z]\w+(?:{'|'.join(listed('shapes', 'surnames'))})")
NO_ABBREVIATION = listed("abbreviations", "none")
ORDINARY = re.compile(
    r".{3,}(?:tion|sion|ment|ness|ship|ism|ical|ional|ive|ous|ful|less|able|ible|ity|ists?)"
)
"""Endings of words that no person's name has."""
HEADS = listed("shapes", "heads")
"""Words by which a body that was named in full is called: "the Commission"."""
OFFICES = listed("shapes", "offices")
"""Offices that stand before a surname alone: "President Osmani"."""
