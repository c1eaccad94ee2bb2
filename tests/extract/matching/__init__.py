"""A corpus against the answer key: what is found, missing, wrong, and in no key at all.

Every entry of the key has one outcome, and so has every record that nothing in the key
accounts for. Records and entries are paired best first, so that a slip in one field is told
as such and not as one record missing and another invented.
"""

from __future__ import annotations

from itertools import chain

from tests.extract.gold_key import GoldKey
from tests.extract.matching import (
    actors,
    articles,
    contests,
    descriptions,
    events,
    figures,
    marks,
    mentions,
    quotes,
)
from tests.extract.matching.parts import Outcome
from tui.corpus import Corpus


def outcomes(key: GoldKey, corpus: Corpus) -> list[Outcome]:
    """Every outcome, kind by kind and article by article."""
    each = [
        *(articles.outcomes(article, corpus) for article in key.articles),
        actors.outcomes(key, corpus),
        contests.outcomes(key, corpus),
        *(quotes.outcomes(key, article, corpus) for article in key.articles),
        *(marks.outcomes(article, corpus) for article in key.articles),
        events.outcomes(key, corpus),
        *(figures.outcomes(key, article, corpus) for article in key.articles),
        *(mentions.outcomes(key, article, corpus) for article in key.articles),
        *(descriptions.outcomes(key, article, corpus) for article in key.articles),
    ]
    return list(chain.from_iterable(each))


__all__ = ["Outcome", "outcomes"]
