"""How far apart two words are written."""

from __future__ import annotations


def distance(one: str, other: str, most: int) -> int:
    """How many edits lead from one word to another; ``most + 1`` where it takes more.

    An edit is a letter more, less or other, or two neighbours exchanged.
    """
    if one == other:
        return 0
    beyond = most + 1
    if abs(len(one) - len(other)) > most:
        return beyond
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        following = [at]
        for place, another in enumerate(other, 1):
            cost = min(row[place] + 1, following[-1] + 1, row[place - 1] + (letter != another))
            if at > 1 and place > 1 and letter == other[place - 2] and another == one[at - 2]:
                cost = min(cost, before[place - 2] + 1)
            following.append(cost)
        if min(following) > most:
            return beyond
        before, row = row, following
    return min(row[-1], beyond)
