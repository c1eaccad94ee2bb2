"""Which corpora are made ready for the search before anybody searches."""

from __future__ import annotations

import pytest

from tests.bench.generated import generated
from tests.samples import sample_corpus
from tui.app.search_worker import is_small, wants_index
from tui.corpus import Corpus


@pytest.mark.parametrize(
    ("corpus", "at_once", "beforehand"),
    [
        (sample_corpus(), True, False),
        (generated(300, speakers=20), True, True),
        (generated(10_000), False, True),
    ],
)
def test_few_records_are_searched_at_once_and_more_with_an_index_made_beforehand(
    corpus: Corpus, at_once: bool, beforehand: bool
) -> None:
    assert (is_small(corpus), wants_index(corpus)) == (at_once, beforehand)
