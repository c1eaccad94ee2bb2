"""What is kept beside a store gives the same as what is worked out anew, and can be thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.bench.generated import generated
from tests.samples import sample_corpus
from tui import derived, lazy_records, store
from tui.columns import KINDS, MEASURES
from tui.corpus import Corpus, Filter
from tui.figure_order import listed, listed_of
from tui.filters import LACKED, Between, ByActor, BySource, Lacking
from tui.orders import ORDERS, fields_of
from tui.search import FacetChoices, answer, completions, facets, is_made, prepare

QUERIES = (
    "", "the", "a", "el", "vote theft", '"the vote"', '"the vote" -must', "46.7", '"46.7%"', "%",
    "“.”", "kos*", "eleciton~", "izbori", "крађа", "speaker:ana", "party:river", "source:gazette",
    "date:2023-12", "date:2023-12-17..", "kind:direct", "kind:indirect vote", "sure:>0.8",
    "topic:protests", "rule:sign", "opposition OR street", "qqq", "-the",
)  # fmt: skip


@pytest.fixture(scope="module", params=["sample", "generated"])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Corpus, Corpus]]:
    """A corpus from its store without and with what is kept beside it."""
    place = tmp_path_factory.mktemp("kept") / "store.json"
    made = sample_corpus() if request.param == "sample" else generated(500, speakers=40)
    store.save(made, place, {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derived, "MANY", 1)
        patch.setattr(lazy_records, "FEW", 10)
        derived.with_columns(store.load(place))
        yield store.load(place), derived.with_columns(store.load(place), pytest.fail)


def test_columns_are_those_of_the_records(both: tuple[Corpus, Corpus]) -> None:
    fresh, kept = both
    for kind in KINDS:
        for field in fields_of(kind):
            one, other = fresh.column(kind, field), kept.column(kind, field)
            assert [*one.keys] == [*other.keys], field.name
            assert [*one.starts] == [*other.starts]
            assert [*one.places] == [*other.places]
            for place in range(len(fresh.of(kind))):
                assert [*one.numbers_of(place)] == [*other.numbers_of(place)]


def test_figures_are_listed_in_the_order_that_is_kept(both: tuple[Corpus, Corpus]) -> None:
    fresh, kept = both
    for (contest, measure), places in fresh.column("figure", MEASURES).groups():
        anew = listed(fresh, places)
        assert sorted(anew.places) == [*places]
        assert {*anew.drawn} <= {*places}
        held = listed_of(kept, contest, measure, places)
        assert [*map(list, held)] == [*map(list, anew)]
        # Of some of them alone the order is not kept.
        assert sorted(listed_of(kept, contest, measure, places[:1]).places) == [*places[:1]]


def test_columns_of_rows_are_those_of_records(both: tuple[Corpus, Corpus]) -> None:
    stored = both[0]
    tables: dict[str, Any] = {name: (*getattr(stored, name),) for name in store.TABLES}
    held = replace(stored, **tables)
    for kind in KINDS:
        for field in fields_of(kind):
            one, other = stored.column(kind, field), held.column(kind, field)
            assert [*one.groups()] == [(key, places) for key, places in other.groups()], field.name


def test_records_are_found_by_their_ids(both: tuple[Corpus, Corpus]) -> None:
    fresh, kept = both
    for kind in KINDS:
        for record in fresh.of(kind):
            assert kept.get(record.id) == record
    assert kept.get("nobody") is None


def test_filters_keep_the_same(both: tuple[Corpus, Corpus]) -> None:
    quote = next(each for each in both[0].quotes if each.speakers)
    filters: list[Filter] = [
        ByActor(quote.speakers[0]),
        BySource(quote.article),
        Between("2023-12-01", "2023-12-17"),
    ]
    for each in [*filters, *(Lacking(*lacked) for lacked in LACKED)]:
        for kind in KINDS:
            fresh, kept = (corpus.narrowed(each).of(kind) for corpus in both)
            assert [*fresh] == [*kept], (each, kind)
    one, other = (corpus.narrowed(filters[0]).narrowed(filters[2]) for corpus in both)
    assert [*one.quotes] == [*other.quotes]
    for kind, order in ORDERS:
        field = ORDERS[kind, order]
        lists = [corpus.chosen(kind, corpus.column(kind, field).places) for corpus in (one, other)]
        assert [*lists[0]] == [*lists[1]]


def test_links_are_the_same(both: tuple[Corpus, Corpus]) -> None:
    fresh, kept = both
    for article in islice(fresh.articles, 5):
        assert fresh.marks(article.id) == kept.marks(article.id)
        for kind in KINDS[1:]:
            assert [*fresh.in_article(article.id, kind)] == [*kept.in_article(article.id, kind)]
    for quote in islice(fresh.quotes, 40):
        assert [*fresh.on_day(quote.said, "quote")] == [*kept.on_day(quote.said, "quote")]
        for speaker in quote.speakers:
            assert [*fresh.about_actor(speaker, "quote")] == [*kept.about_actor(speaker, "quote")]


def asked(corpus: Corpus, kind: str) -> Iterator[object]:
    for text in QUERIES:
        for typing in (False, True):
            found = answer(corpus, text, kind, typing=typing)
            yield text, found.count, found.hint, [*found.lines()]
            yield [(hit.record.id, hit.score, hit.spans, hit.why) for hit in islice(found.hits, 30)]
            yield [found.hits.records.place(hit.record.id) for hit in islice(found.hits, 30)]
    for field in ("speaker", "party", "source", "date", "kind", "topic", "rule"):
        yield field, facets(corpus, "the", field, kind)
        yield completions(corpus, f"vote {field}:", kind)
    choices = FacetChoices(corpus, kind)
    yield [(field, choices.values(field, {})) for field in choices.fields]


def test_a_kept_index_answers_as_a_fresh_one(both: tuple[Corpus, Corpus]) -> None:
    fresh, kept = both
    for kind in KINDS:
        assert [*asked(fresh, kind)] == [*asked(kept, kind)], kind


def test_a_kept_index_is_ready_without_a_record(
    both: tuple[Corpus, Corpus], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert both[1].beside is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(derived, "MANY", 1)
        again = derived.with_columns(store.load(both[1].beside.store))
    made = [*(getattr(again, name) for name in store.TABLES)]
    for table in made:
        monkeypatch.setattr(table, "make", lambda _place: pytest.fail("a record was made"))
    prepare(again, "quote")
    assert is_made(again, "quote")
    assert answer(again, "the").total == answer(both[0], "the").total


# -------------------------------------------------------------------------- thrown away


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(derived, "MANY", 1)
    place = tmp_path / "store.json"
    store.save(sample_corpus(), place, {})
    derived.with_columns(store.load(place))
    return place


def said(place: Path) -> list[str]:
    """What is said while a store is opened: that something is made anew, or nothing."""
    lines: list[str] = []
    corpus = derived.with_columns(store.load(place), lines.append)
    assert corpus == sample_corpus()
    assert answer(corpus, "the").total == answer(sample_corpus(), "the").total
    return lines


BOTH = ["putting the records in order", "making the index"]


def test_what_is_kept_is_used_and_made_again_when_it_is_gone(place: Path) -> None:
    assert said(place) == []
    place.with_suffix(".columns").unlink()
    assert said(place) == BOTH[:1]
    place.with_suffix(".index").unlink()
    assert said(place) == BOTH[1:]
    assert said(place) == []


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "longer", "other", "folder"])
def test_what_is_damaged_is_made_again(place: Path, damage: str) -> None:
    beside = place.with_suffix(".columns")
    data = beside.read_bytes()
    middle = len(data) // 2
    written = {
        "empty": b"",
        "cut": data[:middle],
        "changed": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "longer": data + b"\n",
        "other": place.with_suffix(".index").read_bytes()[:-1],
    }
    beside.unlink()
    if damage == "folder":
        beside.mkdir()
        told = "the columns cannot be kept: Is a directory; the next start takes longer"
        assert said(place) == [*BOTH[:1], told]
        return
    beside.write_bytes(written[damage])
    assert said(place) == BOTH[:1]
    assert said(place) == []


def test_that_of_another_store_or_version_is_made_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(sample_corpus(), place, {"another": "input"})
    assert said(place) == BOTH
    monkeypatch.setattr(derived, "digest_of", lambda _module: "other rules")
    assert said(place) == BOTH


def test_where_nothing_can_be_written_all_is_there_for_this_run(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("columns", "index"):
        place.with_suffix(f".{name}").unlink()

    def full(*_given: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tui.kept_arrays.write_file", full)
    longer = "cannot be kept: no space left on device; the next start takes longer"
    assert said(place) == [BOTH[0], f"the columns {longer}", BOTH[1], f"the index {longer}"]
    # Not even where there is no room for a file without a name.
    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert said(place) == [BOTH[0], f"the columns {longer}", BOTH[1], f"the index {longer}"]
    assert sorted(each.name for each in place.parent.iterdir()) == ["store.json"]


def test_a_few_articles_keep_nothing_beside_their_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "MANY", len(sample_corpus().articles) + 1)
    place = tmp_path / "store.json"
    store.save(sample_corpus(), place, {})
    corpus = derived.with_columns(store.load(place), pytest.fail)
    assert [each.name for each in tmp_path.iterdir()] == ["store.json"]
    assert answer(corpus, "the").total == answer(sample_corpus(), "the").total
