"""The store gives back what it was given, and is believed only when it is whole."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from tests.samples import hostile_corpus, sample_corpus
from tui import store
from tui.corpus import Corpus
from tui.export.jsonl import as_object
from tui.model import Actor, Anchor, Quote, When
from tui.records import passages_of, when_of
from tui.store import StoreProblem, load, packed, save, store_file
from tui.tables import codec, stored_table

INPUTS = {"gazette.txt": "a" * 64, "actors.toml": "b" * 64}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store.json"


@pytest.fixture
def saved(place: Path) -> Path:
    save(sample_corpus(), place, INPUTS)
    return place


class TestASavedCorpus:
    @pytest.mark.parametrize("make", [sample_corpus, hostile_corpus, Corpus])
    def test_comes_back_as_it_was(self, make: Callable[[], Corpus], place: Path) -> None:
        save(make(), place, INPUTS)
        assert load(place, INPUTS) == make()

    def test_has_the_same_bytes_every_time(self) -> None:
        turned = dict(reversed(INPUTS.items()))
        assert packed(sample_corpus(), INPUTS) == packed(sample_corpus(), turned)

    def test_is_readable_by_its_owner_only(self, saved: Path) -> None:
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600
        assert stat.S_IMODE(saved.parent.stat().st_mode) == 0o700

    def test_keeps_no_words_twice(self, saved: Path) -> None:
        words = "They can switch off the lights"
        assert saved.read_text("utf-8").count(words) == 1

    def test_leaves_nothing_beside_it(self, saved: Path) -> None:
        assert list(saved.parent.iterdir()) == [saved]

    def test_is_a_database_that_tinydb_itself_can_open(self, saved: Path) -> None:
        with TinyDB(saved, access_mode="r") as database:
            assert database.tables() == {*store.TABLES, "texts", "meta"}
            assert len(database.table("quotes")) == len(sample_corpus().quotes)

    def test_takes_a_file_name_that_is_no_text(self, place: Path) -> None:
        corpus = sample_corpus()
        odd = replace(corpus.articles[0], file="caf\udce9.txt")
        corpus = replace(corpus, articles=(odd, *corpus.articles[1:]))
        save(corpus, place, {"caf\udce9.txt": "c" * 64})
        assert load(place, {"caf\udce9.txt": "c" * 64}) == corpus

    def test_is_read_only_when_opened(self, saved: Path) -> None:
        opened = store.ReadOnlyStorage(saved.read_bytes())
        with (
            TinyDB(storage=lambda: opened) as database,
            pytest.raises(TypeError, match="read-only"),
        ):
            database.table("quotes").insert({"id": "x"})


class TestAPlaceForAStore:
    def test_is_where_nothing_stands_and_somebody_may_write(self, place: Path) -> None:
        assert store.can_be_made(place)
        place.parent.mkdir()
        assert store.can_be_made(place)

    def test_is_not_where_one_stands(self, saved: Path) -> None:
        assert not store.can_be_made(saved)

    @pytest.mark.parametrize("name", ["a-file/store.json", "n" * 300, "not-mine/store.json"])
    def test_is_not_where_none_can_be(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "a-file").touch()
        (tmp_path / "not-mine").mkdir(mode=0o500)
        if os.access(tmp_path / "not-mine", os.W_OK) and name.startswith("not-mine"):
            pytest.skip("who may do everything may write everywhere")
        assert not store.can_be_made(tmp_path / name)


class TestAStoreIsNotBelieved:
    def refused(self, path: Path, inputs: dict[str, str] | None = None) -> str:
        with pytest.raises(StoreProblem) as problem:
            load(path, INPUTS if inputs is None else inputs)
        return problem.value.reason

    def test_when_there_is_none(self, place: Path) -> None:
        assert self.refused(place) == "does not exist yet"

    def test_when_a_folder_stands_in_its_place(self, place: Path) -> None:
        place.mkdir(parents=True)
        assert "folder" in self.refused(place)

    def test_when_it_is_empty(self, saved: Path) -> None:
        saved.write_bytes(b"")
        assert self.refused(saved) == "is empty"

    @pytest.mark.parametrize(
        "inputs",
        [
            {**INPUTS, "gazette.txt": "c" * 64},
            {**INPUTS, "new.txt": "d" * 64},
            {"gazette.txt": "a" * 64},
        ],
        ids=["changed", "added", "removed"],
    )
    def test_when_its_inputs_are_others(self, saved: Path, inputs: dict[str, str]) -> None:
        assert self.refused(saved, inputs) == "is older than the articles"

    def test_when_the_rules_that_made_it_have_changed(
        self, saved: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store_file, "digest_of", lambda _: "another")
        assert self.refused(saved, INPUTS) == "was made by rules that have changed since"
        # Whoever asks for no inputs compares what is in it, and is told what differs.
        assert load(saved).quotes

    def test_when_its_schema_is_another(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(store_file, "SCHEMA", "0-another")
        save(sample_corpus(), place, INPUTS)
        monkeypatch.undo()
        assert self.refused(place) == "has another schema"

    def test_when_another_version_wrote_it(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(store_file, "__version__", "0.0.1")
        save(sample_corpus(), place, INPUTS)
        monkeypatch.undo()
        assert "another version" in self.refused(place)

    def test_when_it_is_another_programs_json(self, saved: Path) -> None:
        saved.write_text('{"_default": {"1": {"name": "x"}}}\n')
        assert "damaged" in self.refused(saved)

    def test_when_it_is_cut_short_anywhere(self, saved: Path) -> None:
        whole = saved.read_bytes()
        for length in range(1, len(whole), 997):
            saved.write_bytes(whole[:length])
            assert "damaged" in self.refused(saved)

    def test_when_something_follows_it(self, saved: Path) -> None:
        saved.write_bytes(saved.read_bytes() + b"\n")
        assert "damaged" in self.refused(saved)

    def test_when_any_one_bit_is_flipped(self, saved: Path) -> None:
        whole = saved.read_bytes()
        for at in [*range(0, len(whole), 613), *range(len(whole) - 90, len(whole))]:
            changed = bytearray(whole)
            changed[at] ^= 1 << at % 8
            saved.write_bytes(changed)
            assert "damaged" in self.refused(saved)

    @pytest.mark.parametrize(
        ("part", "other"),
        [
            (b'"quotes":{', b'"quips":{'),
            (b'},"quotes":{', b'}, "quotes":{'),
            (b'"quotes":{\n', b'"quotes":{\n"1":{},\n'),
            (b'"quotes":{\n', b'"quotes":{'),
            (b'},"meta":{"1":', b'},"meta":{"2":'),
            (b'"rows":{', b'"row":{'),
            (b'"actors":', b'"actors":1'),
            (b'"actors":', b'"actors":-'),
            (b'"inputs":{', b'"inputs":['),
        ],
    )
    def test_when_its_tables_are_not_a_stores(self, saved: Path, part: bytes, other: bytes) -> None:
        whole = saved.read_bytes()
        # The last of what stands there: numbers of rows stand behind the rows.
        before, found, behind = whole.rpartition(part)
        assert found
        saved.write_bytes(sealed(before + other + behind))
        assert "damaged" in self.refused(saved)

    @given(st.binary(max_size=400))
    def test_whatever_else_it_is(self, data: bytes) -> None:
        with pytest.raises(StoreProblem):
            store.ReadOnlyStorage(data)

    @given(st.binary(max_size=400))
    def test_whatever_else_is_sealed(self, data: bytes) -> None:
        with pytest.raises(StoreProblem):
            store.ReadOnlyStorage(sealed(data + b',"digest":"' + b"0" * 64 + b'"}}}\n'))


def sealed(data: bytes) -> bytes:
    """The bytes of a store that was changed, with a digest that is right again."""
    body = data[: data.rindex(b'"digest":"')]
    return body + b'"digest":"%s"}}}\n' % hashlib.sha256(body).hexdigest().encode()


class TestARowIsNotBelieved:
    @pytest.mark.parametrize(
        ("kind", "field", "value"),
        [
            ("quotes", "evidence", "words"),
            ("quotes", "evidence", [["nowhere", 0, 5]]),
            ("quotes", "evidence", [["ARTICLE", 5, 4]]),
            ("quotes", "evidence", [["ARTICLE", True, 5]]),
            ("quotes", "type", "shouted"),
            ("quotes", "type", ["direct"]),
            ("quotes", "type", None),
            ("quotes", "sure", "very"),
            ("quotes", "said", "2022"),
            ("quotes", "said", {"year": "2022"}),
            ("quotes", "said", {"edtf": "2022", "earliest": "0", "latest": "2022-12-31"}),
            ("quotes", "said", {"edtf": "2022", "earliest": "2022-01-01", "latest": "[May]"}),
            ("quotes", "article", ""),
            ("quotes", "colour", "red"),
            ("contests", "seats_total", True),
            ("actors", "described_as", [["Mayor"]]),
            ("actors", "also_known_as", [None]),
            ("texts", "text", None),
            ("articles", "id", 5),
        ],
    )
    def test_when_a_value_has_another_shape(
        self, saved: Path, kind: str, field: str, value: object
    ) -> None:
        tables = json.loads(saved.read_bytes())
        article = tables["articles"]["1"]["id"]
        row = tables[kind]["1"]
        before = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
        row[field] = json.loads(json.dumps(value).replace("ARTICLE", article))
        after = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode()
        saved.write_bytes(sealed(saved.read_bytes().replace(before, after, 1)))
        corpus = load(saved, INPUTS)
        with pytest.raises(codec.DecodeError):
            assert corpus == sample_corpus()


def test_many_passages_are_like_a_tuple_of_them() -> None:
    said = [Anchor(f"{number % 7}", number, number + number % 3) for number in range(codec.FEW)]
    actor = replace(sample_corpus().actors[0], mentions=tuple(said))
    texts = {each.article: "" for each in (*said, *actor.evidence, *passages_of(actor))}
    read = codec.decode(Actor, json.loads(codec.as_json(codec.encode(actor, texts))), texts)
    assert isinstance(read.mentions, codec.ManyAnchors)
    assert read == actor
    assert actor == read
    assert hash(read) == hash(actor)
    article = sample_corpus().articles[0].id
    at = [Anchor(article, 0, 3)] * codec.FEW
    many = codec.ManyAnchors([article] * codec.FEW, [0] * codec.FEW, [3] * codec.FEW)
    told = as_object(sample_corpus(), replace(actor, mentions=many))["mentions"]
    assert told == as_object(sample_corpus(), replace(actor, mentions=tuple(at)))["mentions"]
    assert read.mentions[3] == said[3]
    assert read.mentions[-2:] == tuple(said[-2:])
    assert codec.encode(read, texts) == codec.encode(actor, texts)
    assert replace(read, mentions=read.mentions[1:]) != actor


class TestAnOpenedStore:
    def test_reads_no_record_before_it_is_asked_for(
        self, saved: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made: list[str] = []

        def noted(kind: type[Quote], row: object, texts: Mapping[str, str]) -> Quote:
            made.append(kind.kind)
            return codec.decode(kind, row, texts)

        monkeypatch.setattr(stored_table, "decode", noted)
        corpus = load(saved, INPUTS)
        assert [len(corpus.of(kind.kind)) for kind in store.TABLES.values()] == [
            len(sample_corpus().of(kind.kind)) for kind in store.TABLES.values()
        ]
        assert made == []
        assert corpus.quotes[-1] is corpus.quotes[len(corpus.quotes) - 1]
        assert made == ["quote"]

    def test_finds_every_record_by_its_id(self, saved: Path) -> None:
        corpus, sample = load(saved, INPUTS), sample_corpus()
        for record in sample.records:
            assert corpus.get(record.id) == record
        assert dict(corpus.by_id) == dict(sample.by_id)
        assert corpus.get("nobody") is None
        assert len(corpus.by_id) == len(list(sample.records))

    def test_is_as_long_as_it_says(self, saved: Path) -> None:
        quotes = load(saved, INPUTS).quotes
        assert list(quotes) == list(sample_corpus().quotes)
        assert quotes[1:3] == sample_corpus().quotes[1:3]
        assert quotes[-1] == sample_corpus().quotes[-1]
        with pytest.raises(IndexError):
            quotes[len(quotes)]
        with pytest.raises(IndexError):
            quotes[-len(quotes) - 1]

    def test_finds_what_is_dated_to_a_day_without_making_all_records(self, tmp_path: Path) -> None:
        corpus = sample_corpus()
        said = corpus.quotes[0]
        # Words that look like a date of the store's own are none.
        tricky = replace(said, id="tricky", text='he wrote "edtf":"1999-09-09"')
        corpus = replace(corpus, quotes=(*corpus.quotes, tricky))
        save(corpus, tmp_path / "store.json", INPUTS)
        kept = load(tmp_path / "store.json", INPUTS)
        dates = {when for record in corpus.records if (when := when_of(record))}
        for when in (*dates, When(), When("1999-09-09")):
            for kind in ("event", "quote", "figure", "contest", "article"):
                assert kept.on_day(when, kind) == corpus.on_day(when, kind)
        assert any(kept.on_day(when, "event") for when in dates)

    def test_has_the_texts(self, saved: Path) -> None:
        texts = load(saved, INPUTS).texts
        assert dict(texts) == dict(sample_corpus().texts)
        assert "nowhere" not in texts
        with pytest.raises(KeyError):
            texts["nowhere"]


class TestTheOldStoreStands:
    def test_when_the_new_one_cannot_be_written(
        self, saved: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            save(Corpus(), saved, {})
        monkeypatch.undo()
        assert load(saved, INPUTS) == sample_corpus()
        assert list(saved.parent.iterdir()) == [saved]


def test_every_field_of_every_record_can_be_kept() -> None:
    for kind in store.TABLES.values():
        assert {field.name for field in codec._fields(kind)} >= {"id", "evidence", "origin"}


def test_a_quotes_own_wording_is_kept_where_it_is_not_its_passage() -> None:
    corpus = sample_corpus()
    reworded = replace(corpus.quotes[0], text="=")
    row = codec.encode(reworded, corpus.texts)
    assert codec.decode(Quote, row, corpus.texts) == reworded
