"""The title of an act of speaking of which only the occasion is told."""

from __future__ import annotations

import re

from tui.extract.languages.en import lexicon as lex

_GAVE = {
    "address": "gave",
    "letter": "wrote",
    "post": "wrote",
    "speech": "gave",
    "statement": "issued",
    "tweet": "posted",
}
"""What somebody who speaks so has done with it."""
_SPOKE = re.compile(
    r"(?P<who>.+?)(?P<had> had)? (?:added|argued|noted|said|says|stressed|wrote"
    r"|told (?P<whom>(?:the )?[A-Z][^,:]{1,40}?))"
    r"(?P<of> (?:about|of) [^,:]{1,40}?)?"
    r" (?P<at>at|during|in|on)"
    r" (?P<whose>(?:[^\s:]+ ){0,4}?[^\s:]+) (?P<act>briefing|conference|interview|"
    rf"{'|'.join(_GAVE)})(?P<rest>\b[^:]*)"
)
_WRITTEN = frozenset("letter post statement tweet".split())
_CONTENT = lex.SUBJECT_PRONOUNS | (lex.AUXILIARIES - {"be"}) | {"that"}


def spoke(title: str) -> str:
    """The title of an act of speaking of which only the occasion is told: "Kos spoke in an
    interview", "Kos gave a speech"."""
    told = _SPOKE.fullmatch(title)
    wrote = told is not None and " wrote " in title and told["act"] not in _WRITTEN
    if told is None or wrote:
        return title
    had = told["had"] or ""
    if not _CONTENT.isdisjoint(title.replace(had, "", 1).split()):
        return title
    if told["act"] in _GAVE and not (told["of"] or told["whom"] or had):
        gave = _GAVE[told["act"]]
        return f"{told['who']} {gave} {told['whose']} {told['act']}{told['rest']}"
    occasion = f"{told['at']} {told['whose']} {told['act']}{told['rest']}"
    whom = f" to {told['whom']}" if told["whom"] else ""
    spoken = f"{had} spoken" if had else " spoke"
    return f"{told['who']}{spoken}{whom}{told['of'] or ''} {occasion}"
