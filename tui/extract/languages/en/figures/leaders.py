"""Whose a lead is, a change, and whose money: what nobody has by standing for election."""

from __future__ import annotations

from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.owners import governing, meant
from tui.extract.languages.en.figures.stand import NOT_HERE, Stand, named_in


def leader(stand: Stand) -> str | None:
    """Whose lead a margin is: ``his lead shrank to 2,500 votes``; nobody's who is behind."""
    if clause.TRAILS_BY.match(stand.text, stand.stop):
        return None
    if other := clause.OVERTURNED.search(stand.text, stand.start, stand.at):
        named = named_in(stand, other.start(), stand.at)
        return named[-1].actor if named else None
    last = stand.before[-1] if stand.before else None
    if last and (
        clause.MORE_THAN.match(stand.text, stand.stop)
        or clause.AND_A_LEAD.fullmatch(stand.text, last.end, stand.at)
    ):
        return last.subject
    if given := clause.GAVE_A_LEAD.search(stand.text, stand.start, stand.at):
        return meant(stand, given["who"])
    found = clause.HIS_LEAD.search(stand.text, stand.start, stand.at)
    if found is None:
        return _ahead(stand)
    return meant(stand, found["who"])


def _ahead(stand: Stand) -> str | None:
    """``Ana leads Bo by nine points``, ``Bo is trailing Ana by nine points``."""
    for mention in named_in(stand, stand.stop, stand.end):
        if clause.FOR.fullmatch(stand.text, stand.stop, mention.start):
            return mention.actor
    more = clause.MORE_THAN.match(stand.text, stand.stop) is not None
    short = clause.SHORT.match(stand.text, stand.stop) is not None
    ahead = clause.AHEAD.match(stand.text, stand.stop) is not None
    for mention in reversed(named_in(stand, stand.start, stand.at)):
        before, behind = (stand.start, mention.start), (mention.end, stand.at)
        if clause.WHOSE_LEAD.match(stand.text, *behind) or any(
            pattern.fullmatch(stand.text, *behind) for pattern in _BEHIND_LEADER
        ):
            return mention.actor
        if any(
            told and pattern.fullmatch(stand.text, *behind)
            for told, pattern in (
                (more, clause.HAS_MORE),
                (short, clause.SHORT_BY),
                (ahead, clause.IS_AHEAD),
                (clause.WENT_TO.search(stand.text, *before) is not None, clause.BY),
            )
        ):
            return mention.actor
        if clause.BEHIND.search(stand.text, *before) or clause.LEAD_OF.search(stand.text, *before):
            return mention.actor
    verbs = list(clause.LEADING.finditer(stand.text, stand.start, stand.at))
    if not verbs or clause.BREAKS.search(stand.text, verbs[-1].end(), stand.at):
        return None
    begin = stand.start
    for opening in clause.OPENS.finditer(stand.text, stand.start, verbs[-1].start()):
        begin = opening.end()
    if clause.PASSIVE.search(stand.text, begin, verbs[-1].end()):
        agents = named_in(stand, verbs[-1].end(), stand.at)
        by = [one for one in agents if clause.AGENT.search(stand.text, verbs[-1].end(), one.start)]
        return by[0].actor if len(by) == 1 else None
    found = governing(stand, begin, verbs[-1].start())
    pronoun = clause.PRONOUN.search(stand.text[begin : verbs[-1].start()])
    if found == NOT_HERE and pronoun:
        return meant(stand, pronoun["who"])
    return found or None


_BEHIND_LEADER = (
    clause.WINNER_BY,
    clause.AHEAD_BY,
    clause.WITH_A_LEAD,
    clause.A_LEAD,
    clause.OWN_LEAD,
)
"""What stands between who leads and by how much."""


def mover(stand: Stand) -> str | None:
    """Whose points have become more or less: ``the share of the list fell by 12 points``."""
    for mention in reversed(named_in(stand, stand.start, stand.at)):
        if clause.MOVED_BY.fullmatch(stand.text, mention.end, stand.at):
            return mention.actor
    return None


def spender(stand: Stand) -> str | None:
    """Whose money a sum is: ``Ana spent four million crowns``."""
    for mention in named_in(stand, stand.start, stand.at):
        if clause.SPENT.fullmatch(stand.text, mention.end, stand.at):
            return mention.actor
    return None
