"""What is kept beside a store gives the same as what is worked out anew, and can be thrown away."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pytest

from tests.bench.generated import generated
from tests.samples import sample_corpus
from tui import store
from tui.corpus import Corpus, Filter
from tui.figure_order import listed, listed_of
from tui.filters import LACKED, Between, ByActor, BySource, Lacking
from tui.model import Relation, When
from tui.orders import ORDERS, fields_of
from tui.search import FacetChoices, answer, completions, facets, is_made, prepare
from tui.store import derived
from tui.tables import kept_files, lazy_records
from tui.tables.columns import KINDS, MEASURES

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


MADE = ["putting the records in order"]


def test_what_is_kept_is_used_and_made_again_when_it_is_gone(place: Path) -> None:
    assert said(place) == []
    place.with_suffix(".index").unlink()
    assert said(place) == MADE
    assert said(place) == []


@pytest.mark.parametrize("damage", ["empty", "cut", "changed", "head", "longer", "zeros", "folder"])
def test_what_is_damaged_is_made_again(place: Path, damage: str) -> None:
    beside = place.with_suffix(".index")
    data = beside.read_bytes()
    middle = len(data) // 2
    written = {
        "empty": b"",
        "cut": data[:middle],
        "changed": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "head": data.replace(b'{"made_by"', b'{"madeZby"'),
        "longer": data + b"\n",
        "zeros": bytes(len(data)),
    }
    beside.unlink()
    if damage == "folder":
        beside.mkdir()
        told = f"{beside} cannot be kept: Is a directory; the next start takes longer"
        assert said(place) == [*MADE, told]
        return
    beside.write_bytes(written[damage])
    assert said(place) == MADE
    assert said(place) == []


def test_few_articles_leave_no_words_behind(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, own = place.with_suffix(".columns"), place.with_suffix(".readings")
    before.write_bytes(b"serbia-tui arrays 1\n")
    own.write_text("somebody's own")
    monkeypatch.setattr(derived, "MANY", 1000)
    assert said(place) == []
    assert not place.with_suffix(".index").exists()
    assert not before.exists()
    assert own.exists()
    before.write_text("somebody's own")
    assert said(place) == []
    assert before.exists()


def test_that_of_another_store_or_version_is_made_again(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(sample_corpus(), place, {"another": "input"})
    assert said(place) == MADE
    monkeypatch.setattr(derived, "digest_of", lambda _module: "other rules")
    assert said(place) == MADE


def at_first(records: Sequence[Any], **changed: Any) -> tuple[Any, ...]:
    """Records of which the first is changed."""
    return (replace(records[0], **changed), *records[1:])


CHANGES: dict[str, Callable[[Corpus], Corpus]] = {
    "nothing": lambda given: given,
    "an actor has another name": lambda given: replace(
        given, actors=at_first(given.actors, name="Somebody Else")
    ),
    "an actor belongs to another": lambda given: replace(
        given, actors=at_first(given.actors, related=(Relation("of", given.actors[-1].id),))
    ),
    "who is belonged to has another name": lambda given: replace(
        given, actors=(*given.actors[:-1], replace(given.actors[-1], name="The New List"))
    ),
    "an article has another day": lambda given: replace(
        given,
        articles=at_first(
            given.articles, published=When("2024", earliest="2024-01-01", latest="2024-12-31")
        ),
    ),
    "an article has another publisher": lambda given: replace(
        given, articles=at_first(given.articles, publisher="The Late Post")
    ),
    "an article is Serbian": lambda given: replace(
        given, articles=at_first(given.articles, language="sr")
    ),
    "records stand in another order": lambda given: replace(
        given,
        quotes=given.quotes[::-1],
        articles=given.articles[::-1],
        actors=given.actors[::-1],
        events=given.events[::-1],
        figures=given.figures[::-1],
    ),
    "half the quotes are gone": lambda given: replace(given, quotes=given.quotes[::2]),
    "a quote has other speakers": lambda given: replace(
        given, quotes=at_first(given.quotes, speakers=(given.actors[-1].id, given.actors[0].id))
    ),
    "no figures are left": lambda given: replace(given, figures=()),
    "no contest has its name": lambda given: replace(
        given, contests=tuple(replace(each, name="The vote") for each in given.contests)
    ),
}


@pytest.mark.parametrize("given", [sample_corpus, lambda: generated(300, speakers=30)])
@pytest.mark.parametrize("change", CHANGES)
def test_what_is_taken_over_is_what_would_be_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: Callable[[], Corpus], change: str
) -> None:
    monkeypatch.setattr(derived, "MANY", 1)
    place, beside = tmp_path / "store.json", tmp_path / "store.index"
    corpora = (given(), CHANGES[change](given()))
    for before, after in (corpora, corpora[::-1]):
        store.save(before, place, {})
        derived.with_columns(store.load(place))
        store.save(after, place, {"another": "input"})
        derived.with_columns(store.load(place))
        taken_over = beside.read_bytes()
        beside.unlink()
        derived.with_columns(store.load(place))
        assert beside.read_bytes() == taken_over
        beside.unlink()


def test_of_records_that_are_the_same_none_is_made(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = sample_corpus()
    store.save(replace(sample, quotes=at_first(sample.quotes, topics=("boxes",))), place, {})
    corpus, made = store.load(place), list[str]()
    for name, kind in store.TABLES.items():
        table: Any = getattr(corpus, name)

        def make(place: int, kind: str = kind.kind, make: Any = table.make) -> Any:
            made.append(f"{kind} {place}")
            return make(place)

        monkeypatch.setattr(table, "make", make)
        monkeypatch.setattr(table, "passing", lambda: pytest.fail("all records were made"))
    derived.with_columns(corpus)
    assert [each for each in made if each.startswith("quote")] == ["quote 0"]
    assert not [each for each in made if each.startswith(("event", "figure", "disagreement"))]


def test_where_nothing_can_be_written_all_is_there_for_this_run(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.with_suffix(".index").unlink()

    def full(*_given: object, **_others: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("tui.tables.kept_files.in_place_of", full)
    index = place.with_suffix(".index")
    told = f"{index} cannot be kept: no space left on device; the next start takes longer"
    assert said(place) == [*MADE, told]
    # Not even where there is no room for a file without a name.
    monkeypatch.setattr("tempfile.TemporaryFile", full)
    assert said(place) == [*MADE, told]
    assert sorted(each.name for each in place.parent.iterdir()) == ["store.json"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_where_the_disk_is_full_all_is_there_for_this_run(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.with_suffix(".index").unlink()

    @contextlib.contextmanager
    def in_place_of(_path: Path, **_lasting: bool) -> Iterator[IO[bytes]]:
        with Path("/dev/full").open("w+b", buffering=0) as file:
            yield file

    monkeypatch.setattr(kept_files, "in_place_of", in_place_of)
    (_made, told) = said(place)
    assert told.startswith(f"{place.with_suffix('.index')} cannot be kept: No space left on device")


def test_needs_no_other_disk_than_that_of_the_store(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.with_suffix(".index").unlink()
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")
    assert said(place) == MADE
    assert said(place) == []


def test_a_file_of_somebodys_is_not_replaced(place: Path) -> None:
    index = place.with_suffix(".index")
    index.write_text("What stands where in my book.")
    told = f"{index} cannot be kept: another file has this name; the next start takes longer"
    assert said(place) == [*MADE, told]
    assert index.read_text() == "What stands where in my book."


def test_a_store_may_be_called_as_an_index_is(place: Path, tmp_path: Path) -> None:
    own = place.rename(tmp_path / "own.index")
    assert said(own) == MADE
    assert said(own) == []
    assert (tmp_path / "own.index.index").exists()


def test_a_few_articles_keep_nothing_beside_their_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "MANY", len(sample_corpus().articles) + 1)
    place = tmp_path / "store.json"
    store.save(sample_corpus(), place, {})
    corpus = derived.with_columns(store.load(place), pytest.fail)
    assert [each.name for each in tmp_path.iterdir()] == ["store.json"]
    assert answer(corpus, "the").total == answer(sample_corpus(), "the").total
