"""Whose a figure is: the party, coalition or person that a clause gives a share to.

There is no parser. The verb that gains ("won", "secured", "came") stands before the number;
what stands before that verb, back to where its clause begins, holds the subject. Where the
clause has a subject that nobody could resolve, there is none: never the nearest name.
"""

from __future__ import annotations

import re

from tui.extract.findings import Mention
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.stand import NOT_HERE, Stand, beside_another, named_in
from tui.extract.languages.given_names import gender_of


def opening(stand: Stand) -> str | None:
    """``With 46 percent of the vote, the list ...``."""
    if not clause.OPENING_WITH.fullmatch(stand.text, stand.start, stand.at):
        return NOT_HERE
    for mention in named_in(stand, stand.stop, min(stand.end, stand.stop + 90)):
        if clause.THEN.fullmatch(stand.text, stand.stop, mention.start):
            return mention.actor
    return NOT_HERE


def with_share(stand: Stand) -> str | None:
    """``the list came second with 46 percent``, ``followed by the list with 46 percent``."""
    opening = clause.WITH.search(stand.text, stand.start, stand.at)
    if opening is None:
        return NOT_HERE
    since = stand.before[-1].end if stand.before else stand.start
    for mention in reversed(named_in(stand, since, opening.start())):
        between = stand.text[mention.end : opening.start()]
        if clause.OTHER_CLAUSE.search(between):
            return NOT_HERE
        if clause.POSSESSIVE.match(stand.text, mention.end) or clause.LESSER.search(
            stand.text, max(stand.start, mention.start - 40), mention.start
        ):
            continue
        if clause.BACKED.search(stand.text, max(stand.start, mention.start - 90), mention.start):
            continue
        if clause.HEADSHIP.search(stand.text, max(stand.start, mention.start - 60), mention.start):
            continue
        if clause.ASIDE_ENDS.match(between) and (
            aside := clause.ASIDE.search(stand.text, since, mention.start)
        ):
            # "The bloc, a group of parties opposed to the list, came third with 12 percent."
            headed = [
                one for one in named_in(stand, since, aside.start() + 1) if one.end == aside.start()
            ]
            return headed[0].actor if headed else None
        return None if beside_another(stand, mention) else mention.actor
    if stand.before and clause.PLACE_WITH.fullmatch(stand.text, since, stand.at):
        return stand.before[-1].subject
    pronoun = clause.PRONOUN_WITH.search(stand.text, since, stand.at)
    if pronoun is None or stand.before or clause.OTHER_CLAUSE.search(pronoun.group()):
        return NOT_HERE
    return meant(stand, pronoun["who"])


def sharers(stand: Stand) -> tuple[str, ...]:
    """The two of whom a figure is each: ``the list and the bloc have 16 seats each``."""
    if clause.FIRST_PRECEDES.search(stand.text, max(stand.start, stand.at - 20), stand.at):
        return ()  # "Both beat her 45 to 40": the second number is hers.
    if not clause.EACH.match(stand.text, stand.stop) and not clause.BOTH.search(
        stand.text, max(stand.start, stand.at - 100), stand.at
    ):
        return ()
    since = stand.before[-1].end if stand.before else stand.start
    if clause.VERB.search(stand.text, since, stand.at):
        held = []  # Others than those before, whoever they are.
    else:
        held = list(dict.fromkeys(one.subject for one in stand.before[-2:] if one.subject))
    if len(held) == 2:
        return tuple(held)
    named = [
        one
        for one in named_in(stand, stand.start, stand.at)
        if not clause.LESSER.search(stand.text, max(stand.start, one.start - 40), one.start)
    ]
    for at in range(len(named) - 1, 0, -1):
        first, second = named[at - 1], named[at]
        between = stand.text[first.end : second.start]
        if first.actor != second.actor and clause.AND.search(between):
            if clause.VERB.search(between) or clause.NUMBER.search(between):
                return ()
            shared = [first.actor, second.actor]
            for other, one in zip(named[at - 2 :: -1], named[at - 1 :: -1], strict=False):
                if at < 2 or not clause.LISTED.fullmatch(stand.text, other.end, one.start):
                    break
                shared.insert(0, other.actor)
            return tuple(dict.fromkeys(shared))
    return ()


def elsewhere(stand: Stand) -> str | None:
    """``In Brod the list had 47.1 percent, in Lisen 43.6``, ``45 percent in the capital and 41
    nationwide``: of the one before."""
    if not stand.before:
        return NOT_HERE
    since = stand.before[-1].end
    also = clause.HERE_AND.fullmatch(stand.text, since, stand.at) and not clause.VERB.search(
        stand.text, since, stand.at
    )
    there = also and clause.THERE.match(stand.text, stand.stop)
    if not there and clause.ELSEWHERE.fullmatch(stand.text, since, stand.at) is None:
        return NOT_HERE
    return NOT_HERE if named_in(stand, since, stand.at) else stand.before[-1].subject


def behind_clause(stand: Stand) -> str | None:
    """``Ana Ilic, who was backed by several parties, won with 49 percent``: hers."""
    since = stand.before[-1].end if stand.before else stand.start
    for mention in named_in(stand, since, stand.at):
        found = clause.WHO.fullmatch(stand.text, mention.end, stand.at)
        if found and clause.VERB.search(found["main"]):
            if named_in(stand, found.start("main"), stand.at):
                return NOT_HERE
            return None if beside_another(stand, mention, since) else mention.actor
    return NOT_HERE


def given(stand: Stand) -> str | None:
    """``which gives it 46 seats``: whoever was told of last."""
    found = clause.GIVEN.search(stand.text, stand.start, stand.at)
    if found is None:
        return NOT_HERE
    kind = found["who"].lower().removeprefix("the ")
    if kind in stand.nominals:
        return stand.nominals[kind]
    if " " in kind:
        return None  # "The ruling party" of which the text has not told.
    if stand.before and found["who"] not in ("her", "him"):
        return stand.before[-1].subject
    return meant(stand, found["who"])


_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def meant(stand: Stand, pronoun: str, at: int | None = None) -> str | None:
    """Whom a pronoun stands for that the sentence before leaves open for it; ``at`` is where it
    stands, if not right before the figure."""
    gender = _GENDERS.get(pronoun.lower(), "")
    kind = "person" if gender else "party"
    here = {
        one.actor
        for one in named_in(stand, stand.start, stand.at if at is None else at)
        if (one.type == "person") == (kind == "person")
    }
    if len(here) > 1 and gender:
        here = {one for one in here if gender_of(one.replace("-", " ")) in ("", gender)}
    if len(here) > 1:
        return None
    actor = here.pop() if here else stand.earlier.get(kind) or stand.earlier.get(gender)
    # The id of a person begins with the given name.
    other = gender and actor and gender_of(actor.replace("-", " ")) not in ("", gender)
    return None if other else actor


def named_behind(stand: Stand) -> str | None:
    """``46 percent for the list``, ``44 percent went to the list``."""
    for mention in named_in(stand, stand.stop, min(stand.end, stand.stop + 90)):
        if mention.type == "person" and clause.POSSESSIVE.match(stand.text, mention.end):
            continue  # "one to Ana Ilic’s Blue List".
        goes = clause.GOES_TO.fullmatch(stand.text, stand.stop, mention.start)
        if not goes and clause.GIVEN_TO.fullmatch(stand.text, stand.stop, mention.start):
            gave = clause.GAVE.search(stand.text, stand.start, stand.at) is not None
            if gave and not named_in(stand, stand.start, stand.at):
                return mention.actor
        if not goes and _also_to(stand, mention):
            return mention.actor
        if goes and (
            not goes["winner"] or clause.WON_WITH.search(stand.text, stand.start, stand.at)
        ):
            return mention.actor
    if clause.WENT.match(stand.text, stand.stop) or (
        (stand.listed or clause.GAVE.search(stand.text, stand.start, stand.at))
        and clause.TO_UNKNOWN.match(stand.text, stand.stop)
    ):
        return None  # To somebody whom no rule knows.
    return NOT_HERE


def _also_to(stand: Stand, mention: Mention) -> bool:
    """Whether a share goes to somebody as the one before it went: ``and 48.9% to Bo``."""
    since = stand.before[-1] if stand.before else None
    between = stand.text[stand.stop : mention.start]
    if since is None:
        return False
    if stand.listed and clause.NAMED.match(stand.text, since.end):
        return between.strip() in ("", "the")  # "46 percent named Ana and 39 the list"
    if clause.ALSO_TO.fullmatch(between) is None:
        return False
    told = clause.WENT.match(stand.text, since.end) or clause.GIVEN_TO.match(stand.text, since.end)
    return told is not None


def owning(stand: Stand) -> str | None:
    """``the list’s 46 percent``."""
    for mention in reversed(named_in(stand, stand.start, stand.at)):
        if clause.OWNS.fullmatch(stand.text, mention.end, stand.at):
            return mention.actor
    if clause.SOMEBODYS.search(stand.text, stand.start, stand.at):
        return None
    return NOT_HERE


def beside(stand: Stand) -> str | None:
    """``the list (46 percent)``, ``the list at 46 percent``."""
    for mention in reversed(named_in(stand, stand.start, stand.at)):
        beside = clause.BESIDE.fullmatch(stand.text, mention.end, stand.at)
        if not beside and clause.ADJACENT.fullmatch(stand.text, mention.end, stand.at):
            ahead = max(stand.start, mention.start - 30)
            if clause.SOURCE.search(stand.text, ahead, mention.start) or clause.LED.search(
                stand.text, ahead, mention.start
            ):
                return NOT_HERE
            return None if beside_another(stand, mention) else mention.actor
        compared = beside and beside.group().strip().endswith("with")
        if compared and clause.OUTDONE.search(
            stand.text, max(stand.start, mention.start - 30), mention.start
        ):
            # "Ana follows Bo with 16 percent": it is hers.
            continue
        if beside and not clause.PLACED.search(stand.text, stand.start, mention.start):
            since = stand.before[-1].end if stand.before else 0
            if clause.OF_UNKNOWN.search(
                stand.text, max(stand.start, mention.start - 60), mention.start
            ):
                return None
            return None if beside_another(stand, mention, since) else mention.actor
    return NOT_HERE


def subject(stand: Stand) -> str | None:
    """The subject of the last gaining verb before the number. A number in brackets belongs to
    what stands right before them, and to no subject further off."""
    if stand.text[stand.start : stand.at].endswith(("(", "[")):
        return None
    since = stand.before[-1].end if stand.before else stand.start
    verbs = list(clause.VERB.finditer(stand.text, since, stand.at))
    if not verbs:
        return None
    if clause.BREAKS.search(stand.text, verbs[-1].end(), stand.at):
        return None
    if clause.TOGETHER.search(stand.text, verbs[-1].end(), stand.at):
        return None
    return subject_of(stand, verbs[-1], since)


def subject_of(stand: Stand, verb: re.Match[str], since: int) -> str | None:
    """The subject of a verb, which stands behind a place of its sentence."""
    begin, relative = since, None
    for opening in clause.OPENS.finditer(stand.text, since, verb.start()):
        begin, relative = opening.end(), opening if opening["relative"] else None
    region = stand.text[begin : verb.start()]
    if verb.group().endswith("ing") and not _attached(stand, region, verb.start()):
        return None
    if relative is not None and region.rstrip().endswith(","):
        # "The list, which ran alone, had 46 percent": the verb is not the relative clause's.
        for mention in reversed(named_in(stand, stand.start, relative.start())):
            if re.fullmatch(r"(?:\s?\([^()]*\))?", stand.text[mention.end : relative.start()]):
                return _antecedent(mention, relative)
        return None
    pronoun = clause.PRONOUN.search(region)
    behind = pronoun and all(
        one.end <= begin + pronoun.start("who") for one in named_in(stand, begin, verb.start())
    )
    if not behind:
        found = governing(stand, begin, verb.start())
        if found is not NOT_HERE:
            return found
    if pronoun and not stand.before and clause.BARE.fullmatch(region, pronoun.end()):
        return meant(stand, pronoun["who"], begin + pronoun.start("who"))
    told = stand.before and not named_in(stand, begin, verb.start())
    if told and relative is None and verb.group().endswith("ing") and region.rstrip().endswith(","):
        return stand.before[-1].subject  # "won 46 percent in May, capturing 49 seats".
    bare = clause.BARE_BEHIND if stand.before and begin == since else clause.BARE
    if not bare.fullmatch(region):
        return None
    if relative is not None:
        for mention in reversed(named_in(stand, stand.start, relative.start())):
            if clause.PART_OF.search(stand.text, max(since, mention.start - 40), mention.start):
                continue  # "The list, part of the ruling coalition, which had 46 percent".
            between = stand.text[mention.end : relative.start()]
            beside = clause.BEFORE_WHICH.fullmatch(between)
            return _antecedent(mention, relative) if beside else None
        return None
    if not stand.before:
        return _shared_subject(stand, begin)
    if clause.UNTOLD.search(stand.text, since, verb.start()):
        return None  # Somebody whom no rule knows stands between.
    return stand.before[-1].subject


def _shared_subject(stand: Stand, begin: int) -> str | None:
    """``The list was the largest, but had just 31 seats``: of the one whom the clause before is
    about, where nobody else is named."""
    named = named_in(stand, stand.start, begin)
    if len({one.actor for one in named}) != 1:
        return None
    return named[0].actor if clause.HAS_VERB.match(stand.text, named[0].end) else None


def _antecedent(mention: Mention, relative: re.Match[str]) -> str | None:
    """Whom a relative clause is about: "which" stands for no person."""
    thing = relative["relative"] == "which"
    return None if thing and mention.type == "person" else mention.actor


def _attached(stand: Stand, region: str, verb: int) -> bool:
    """Whether a participle is said of what stands before it: ``the list winning``, ``the list
    won 39 percent, getting``; not ``despite coming``."""
    beside = any(stand.text[mention.end : verb] == " " for mention in stand.mentions)
    if clause.SEEN.search(region) or clause.AFTER.search(region):
        return True
    return beside or region.rstrip().endswith((",", ")")) or not region.strip(" ,")


def governing(stand: Stand, begin: int, end: int) -> str | None:
    """The mention that a stretch before a verb is headed by."""
    free = []
    held = named_in(stand, begin, end)
    lesser: Mention | None = None
    for mention in held:
        if clause.POSSESSIVE.match(stand.text, mention.end) and (
            mention.type == "person" or not clause.OF_LIST.match(stand.text, mention.end)
        ):
            continue
        if stand.text[mention.start - 1 : mention.start] == "(" and mention is not held[0]:
            continue  # "Ana Ilic (Blue List) won": what is in brackets only tells of her.
        beside = lesser and clause.COORDINATED.fullmatch(stand.text, lesser.end, mention.start)
        backed = clause.BACKED.search(stand.text, max(begin, mention.start - 90), mention.start)
        if beside or backed or clause.GOVERNED.search(stand.text, begin, mention.start):
            lesser = mention
        else:
            free.append(mention)
    if not free and (phrase := clause.NOMINAL.search(stand.text, begin, end)):
        return stand.nominals.get(f"{phrase['kind']} {phrase['noun']}".lower())
    if not free:
        # A name that only owns or follows the subject leaves the subject untold.
        return None if held else NOT_HERE
    apposed = stand.text[free[-1].end : end].rstrip().endswith(",")
    if apposed:
        named = [one for one in free if one.named]
        return (named or free)[0].actor
    last = free[-1]
    if clause.AND_OTHERS.match(stand.text, last.end, end):
        return None
    for other in free[:-1]:
        if other.actor != last.actor and clause.COORDINATED.fullmatch(
            stand.text, other.end, last.start
        ):
            return None
    return last.actor
