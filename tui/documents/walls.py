"""What stands in front of a report on a page, and is none of it: walls and consent."""

from __future__ import annotations

import re

_WORDS = """
to (?:continue|keep) reading
to read (?:the (?:full|whole|rest)|this) (?:story|article|text)?
(?:please )?(?:subscribe|sign up|register|log ?in|sign in) (?:now |here |today )?(?:to|for|or)\\b
(?:you have|you've) (?:reached|read) (?:your|all|the)\\b.{0,40}\\b(?:limit|articles)
already (?:a|have a) subscri(?:ber|ption)
this (?:article|content|story) is (?:\\w+ ){0,2}for (?:our )?(?:subscribers|members)
please enable (?:js|javascript|cookies)
enable (?:js|javascript)\\b
(?:please )?disable (?:any|your) ad ?block
we (?:and our partners )?(?:use|store) cookies
by clicking (?:[“\"'])?(?:accept|agree|ok)
(?:accept|reject) all cookies
checking (?:your browser|if the site connection)
verify(?:ing)? you are (?:a )?human
da biste (?:nastavili|pročitali)\\b.{0,60}\\bpretplat
pretplatite se\\b
"""
"""How the lines of walls begin, in small letters."""

_WALL = re.compile(
    rf"(?:^|[.!?]\s)(?:{'|'.join(_WORDS.strip().splitlines())})",
    re.IGNORECASE,
)
LONGEST = 600
"""Characters of the longest paragraph of a wall; a longer one is a report's."""


def without_walls(text: str) -> tuple[str, tuple[str, ...]]:
    """A main text without the paragraphs that belong to a wall, and these."""
    lines = text.split("\n")
    walls = tuple(line for line in lines if len(line) <= LONGEST and _WALL.search(line))
    if not walls:
        return text, ()
    return "\n".join(line for line in lines if line not in walls), walls
