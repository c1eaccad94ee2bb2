"""The five articles, read as the program reads them, say what a careful reader found there.

Every entry of the answer key is a test, and so is, for each kind and article, that there is
nothing else. The key is tested too, and that the comparison sees a slip where one is made.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract import gold_key, gold_reading, matching
from tests.extract.gold_key import KEYS, GoldArticle, Table
from tests.extract.matching import Outcome
from tui.corpus import Corpus
from tui.model import UNKNOWN, Anchor

KEY = gold_key.read()
NUMBERS = ("", *(article.number for article in KEY.articles))
ENTRIES = [
    pytest.param(each.kind, each.name, id=f"{each.kind} {each.name}".replace("’", "'"))
    for each in matching.outcomes(KEY, Corpus())
]
ARTICLES = [pytest.param(article, id=article.number) for article in KEY.articles]

Told = dict[tuple[str, str], Outcome]


def told_of(corpus: Corpus) -> Told:
    """The outcomes of the key's entries by kind and name."""
    outcomes = matching.outcomes(KEY, corpus)
    return {(o.kind, o.name): o for o in outcomes if o.state != "unexpected"}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return gold_reading.corpus()


@pytest.fixture(scope="module")
def told(corpus: Corpus) -> Told:
    return told_of(corpus)


class TestTheFiveArticles:
    @pytest.mark.parametrize(("kind", "name"), ENTRIES)
    def test_what_the_key_has_is_found_and_right(self, told: Told, kind: str, name: str) -> None:
        outcome = told[kind, name]
        assert outcome.right, "\n".join((outcome.state, *outcome.faults))

    @pytest.mark.parametrize("kind", gold_reading.KINDS)
    @pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number or "all")
    def test_there_is_nothing_else(self, kind: str, number: str) -> None:
        others = [
            f"{each.label}: {'; '.join(each.faults)}"
            for each in gold_reading.compared()
            if (each.state, each.kind, each.article) == ("unexpected", kind, number)
        ]
        assert others == []


class TestTheKey:
    @pytest.mark.parametrize("article", ARTICLES)
    def test_its_words_stand_in_the_article(self, article: GoldArticle) -> None:
        for span in article.quoted():
            assert article.words(span)

    def test_it_has_no_field_of_another_name(self) -> None:
        tables = [
            *((kind, table) for a in KEY.articles for kind in KEYS for table in _all(a, kind)),
            *(("actor", table) for table in KEY.actors),
            *(("contest", table) for table in KEY.contests),
        ]
        assert [
            (kind, set(table) - KEYS[kind]) for kind, table in tables if set(table) - KEYS[kind]
        ] == []

    def test_its_names_are_the_actors_and_contests_it_lists(self) -> None:
        actors = {entry["id"] for entry in KEY.actors}
        contests = {entry["key"] for entry in KEY.contests} | {""}
        for article in KEY.articles:
            for kind in ("quote", "event", "figure", "mention", "described"):
                for table in article.of(kind):
                    assert _actors(table) <= actors
                    assert {table.get("contest", ""), *table.get("accept_contest", [])} <= contests

    def test_no_two_entries_have_one_name(self) -> None:
        names = [entry.values for entry in ENTRIES]
        assert len(set(names)) == len(names)


def _all(article: GoldArticle, kind: str) -> list[Table]:
    found = article.tables.get(kind, [])
    return found if isinstance(found, list) else [found]


def _actors(table: Table) -> set[str]:
    named: set[str] = set()
    for field in ("actor", "speakers", "actors", "subject", "claimed_by"):
        for key in (field, f"accept_{field}"):
            value = table.get(key, [])
            named.update(value if isinstance(value, list) else [value])
    return named - {""}


class TestTheComparison:
    """It sees a slip where one is made, and calls it by its name."""

    def test_another_speaker_is_wrong(self, corpus: Corpus) -> None:
        quote = next(quote for quote in corpus.quotes if quote.speakers == ("dragan-djilas",))
        slip = replace(quote, speakers=("serbia",))
        changed = _with(corpus, quotes=tuple(slip if q is quote else q for q in corpus.quotes))
        faults = [o.faults for o in told_of(changed).values() if o.state == "wrong"]
        assert ("speakers: lacks 'dragan-djilas'", "speakers: 'serbia' is none") in faults

    def test_a_word_less_is_wrong(self, corpus: Corpus) -> None:
        quote = next(quote for quote in corpus.quotes if quote.type == "direct")
        first = quote.evidence[0]
        less = replace(quote, evidence=(first._replace(end=first.end - 8),))
        changed = _with(corpus, quotes=tuple(less if q is quote else q for q in corpus.quotes))
        assert any(f.startswith("text: ") for o in told_of(changed).values() for f in o.faults)

    def test_an_invented_quote_is_unexpected(self, corpus: Corpus) -> None:
        quote = corpus.quotes[0]
        other = replace(quote, id="other", evidence=(Anchor(quote.article, 0, 10),))
        changed = _with(corpus, quotes=(*corpus.quotes, other))
        outcomes = matching.outcomes(KEY, changed)
        states = [outcome.state for outcome in outcomes if outcome.kind == "quote"]
        before = [o.state for o in gold_reading.compared() if o.kind == "quote"]
        assert states.count("unexpected") == before.count("unexpected") + 1

    def test_a_claim_told_as_a_fact_is_wrong(self, corpus: Corpus) -> None:
        event = next(event for event in corpus.events if event.status == "alleged")
        fact = replace(event, status="happened")
        changed = _with(corpus, events=tuple(fact if e is event else e for e in corpus.events))
        assert any(f.startswith("status: ") for o in told_of(changed).values() for f in o.faults)

    def test_a_date_that_is_lost_is_wrong(self, corpus: Corpus) -> None:
        vote = next(event for event in corpus.events if event.when.edtf == "2023-12-17")
        undated = replace(vote, when=UNKNOWN)
        changed = _with(corpus, events=tuple(undated if e is vote else e for e in corpus.events))
        assert any(f.startswith("when: ''") for o in told_of(changed).values() for f in o.faults)

    def test_a_figure_rounded_is_wrong(self, corpus: Corpus) -> None:
        figure = next(figure for figure in corpus.figures if figure.value == "46.72")
        rounded = replace(figure, value="46.7")
        changed = _with(
            corpus, figures=tuple(rounded if f is figure else f for f in corpus.figures)
        )
        faults = [fault for outcome in told_of(changed).values() for fault in outcome.faults]
        assert "value: '46.7', not '46.72'" in faults


def _with(corpus: Corpus, **records: object) -> Corpus:
    return replace(corpus, **records)  # type: ignore[arg-type]
