"""What the index of the search holds, however a corpus is put together."""

from __future__ import annotations

import gc
import threading
import tracemalloc
from dataclasses import replace

from tests.bench.generated import generated
from tests.samples import sample_corpus
from tui.corpus import Corpus
from tui.folding import folded
from tui.search import (
    answer,
    is_made,
    prepare,
    search,
)
from tui.search import index as index_module
from tui.search.index import index_of
from tui.search.query import RUN, Term, Words

CORPUS = sample_corpus()


class TestAnIndex:
    def test_goes_when_its_corpus_goes(self) -> None:
        corpus = replace(CORPUS)
        search(corpus, "x")
        key = id(corpus)
        assert key in index_module._of_corpus
        del corpus
        gc.collect()
        assert key not in index_module._of_corpus

    def test_is_not_made_for_who_has_left(self) -> None:
        corpus = replace(CORPUS)
        prepare(corpus, "quote", wanted=lambda: False)
        assert not is_made(corpus, "quote")
        prepare(corpus, "quote")
        assert is_made(corpus, "quote")

    def test_is_made_once_however_many_ask(self) -> None:
        corpus, made = replace(CORPUS), []

        def ask() -> None:
            prepare(corpus)
            made.append(index_module.index_of(corpus, "quote"))

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({id(each) for each in made}) == 1

    def test_knows_records_that_share_an_id(self) -> None:
        corpus = replace(CORPUS, quotes=(*CORPUS.quotes, CORPUS.quotes[0]))
        assert len(search(corpus, "stolen")) == 2

    def test_has_at_hand_what_begins_as_very_many_words_do(self) -> None:
        corpus = generated(300)
        runs = [set(RUN.findall(folded(quote.text))) for quote in corpus.quotes]
        for begun in (*"abdestvz", "th", "vo", "q", "ku"):
            having = sum(any(run.startswith(begun) for run in some) for some in runs)
            said = index_of(corpus, "quote").said
            found = said.having(Words((Term(begun, open=True),)))
            assert (begun, found.bit_count()) == (begun, having)

    def test_is_made_in_time_that_grows_with_the_text(self) -> None:
        for word in ("a", "a" * 400, "a-b.", "- ", "\u0301", "“", "1.1."):
            text = (word * 200_000)[:400_000]
            quote = replace(CORPUS.quotes[0], text=text, content=())
            corpus = Corpus(quotes=(quote,), articles=CORPUS.articles, texts=CORPUS.texts)
            assert len(search(corpus, "")) == 1
            assert answer(corpus, '"zebra-crossing" "%%%" a~').total in (0, 1)

    def test_takes_less_than_four_bytes_a_byte_of_text(self) -> None:
        corpus = generated(5_000, speakers=250)
        size = sum(len(quote.text.encode()) for quote in corpus.quotes)
        tracemalloc.start()
        try:
            prepare(corpus, "quote")
            gc.collect()
            kept, _peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert kept < 4 * size
