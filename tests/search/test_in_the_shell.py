"""Each line of what search promises, as somebody would see it in a shell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from tests.samples import sample_corpus
from tests.search.test_query import STRINGS
from tui import store
from tui.build import inputs
from tui.cli import main
from tui.corpus import Corpus
from tui.search import search as find
from tui.terminal_text import ACTING


class Ran(NamedTuple):
    out: list[str]
    err: list[str]

    @property
    def words(self) -> list[str]:
        """The last column, without its marks and the reason."""
        return [line.split("  ")[-1 - line.endswith(")")].strip("“”") for line in self.out]


Search = Callable[..., Ran]

SQUARE = "We will not leave the square"
LIGHTS = "They can switch off the lights, but they cannot switch off the town."


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    corpus = sample_corpus()
    folder, place = tmp_path / "articles", tmp_path / "store.json"
    folder.mkdir()
    for article in corpus.articles:
        (folder / article.file).write_bytes(corpus.texts[article.id].encode())
    store.save(corpus, place, inputs(folder).digests)
    return ["--corpus", str(folder), "--store", str(place)]


@pytest.fixture
def search(places: list[str], capsys: pytest.CaptureFixture[str]) -> Search:
    """Run ``serbia-tui search`` on the sample corpus; it always ends well."""

    def run(*query: str) -> Ran:
        assert main([*places, "search", *query]) == 0
        printed = capsys.readouterr()
        return Ran(printed.out.splitlines(), printed.err.splitlines())

    return run


class TestWords:
    def test_are_anded_in_any_order(self, search: Search) -> None:
        assert search("square", "leave").words == search("leave square").words == [SQUARE]
        assert search("square bridge").out == []

    def test_are_looked_for_in_the_words_said_the_speaker_and_the_source(
        self, search: Search
    ) -> None:
        (line,) = search("square zarkovic gazette").out
        assert line.endswith(f"“{SQUARE}”  (speaker Milena Žarković · source River Gazette)")

    @pytest.mark.parametrize("name", ["zarkovic", "Žarković", "ŽARKOVIĆ", "Жарковић"])
    def test_are_folded(self, search: Search, name: str) -> None:
        assert len(search(name).out) == 4

    @pytest.mark.parametrize("name", ["djordje", "đorđe", "dorde", "Ђорђе", "DJORDJE"])
    def test_are_folded_with_đ_as_dj_and_as_d(self, search: Search, name: str) -> None:
        assert len(search(name).out) == 5

    def test_are_whole_unless_a_star_follows(self, search: Search) -> None:
        assert search("squ").out == []
        assert search("squ*").words == [SQUARE]

    def test_are_fuzzy_only_on_request(self, search: Search) -> None:
        assert search("sqaure").out == []
        assert search("sqaure~").words == [SQUARE]


class TestPhrases:
    @pytest.mark.parametrize(
        "phrase", ['"switch off"', "“switch off”", "„switch off“", "«switch off»"]
    )
    def test_stand_in_marks_of_every_kind(self, search: Search, phrase: str) -> None:
        assert search(phrase).words == [LIGHTS]
        assert search(phrase.replace("switch off", "off switch")).out == []


class TestSigns:
    def test_leave_a_word_out(self, search: Search) -> None:
        assert search("zarkovic -square", "-lights").words == [
            "called: “a theft in broad daylight",
            "We have time, and we have the records.",
        ]

    def test_leave_out_words_that_begin_like_an_option(self, search: Search) -> None:
        assert search("square", "-harbour") == search("square")
        assert search("-square", "zarkovic") == search("--", "-square", "zarkovic")

    def test_take_one_or_the_other(self, search: Search) -> None:
        assert search("square OR lights").words == [SQUARE, LIGHTS]


class TestFields:
    @pytest.mark.parametrize(
        ("query", "total"),
        [
            ("speaker:zarkovic", 4),
            ("party:harbour", 5),
            ('party:"clean hands"', 5),
            ("source:post", 4),
            ("date:2022-05", 10),
            ("date:2022-05-11..2022-05-12", 4),
            ("kind:sign", 1),
            ("topic:protest", 3),
            ("sure:<1", 1),
            ("rule:curated", 1),
            ("speaker:zarkovic source:gazette kind:direct", 2),
        ],
    )
    def test_narrow_what_is_found(self, search: Search, query: str, total: int) -> None:
        ran = search(query)
        assert len(ran.out) == total
        assert ran.err == [f"serbia-tui: {total} of 11 quotes"]

    def test_find_a_party_by_its_other_name_and_say_so(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["search", "party:sns"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert any(line.endswith("(party Serbian Progressive Party, also SNS)") for line in lines)
        assert any("head of Serbian Progressive Party, also SNS)" in line for line in lines)


class TestAQueryNeverFails:
    def test_where_a_mark_is_not_closed(self, search: Search) -> None:
        assert search('"leave the square') == search('"leave the square"')

    @pytest.mark.parametrize(
        ("query", "hint"),
        [
            (
                "was:bookmarked",
                "was: is no field and is read as it stands; speaker: party: source:",
            ),
            ("square OR", "OR stands between two words: here it is read as a word"),
            ("square *", "* stands alone and is read as a mark; word* takes one"),
            ("date:soon", "date: takes 2023, 2023-12, 2023-12-17 or a span"),
            ("square speaker:", "speaker: is followed by nothing and asks for nothing"),
        ],
    )
    def test_but_is_read_as_it_stands_with_a_hint(
        self, search: Search, query: str, hint: str
    ) -> None:
        (line,) = [line for line in search(query).err if "hint: " in line]
        assert line.startswith(f"serbia-tui: hint: {hint}")

    def test_where_a_kind_does_not_have_a_field(self, search: Search) -> None:
        ran = search("brodica topic:protest", "--in", "events")
        assert ran.out == search("brodica", "--in", "events").out != []
        assert ran.err[-1] == "serbia-tui: hint: events have no topic:, it is left out"

    @settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(STRINGS)
    def test_whatever_it_is(
        self, places: list[str], capsys: pytest.CaptureFixture[str], text: str
    ) -> None:
        assert main([*places, "search", "--", text]) == 0
        printed = capsys.readouterr()
        assert not ACTING.search(printed.out + printed.err)
        assert "error" not in printed.err


class TestNoHits:
    def test_say_which_part_to_drop_and_what_that_gives(self, search: Search) -> None:
        ran = search("square zebra")
        assert ran.out == []
        assert ran.err == ["serbia-tui: nothing in 11 quotes", "serbia-tui: leave out zebra: 1"]

    def test_say_what_was_perhaps_meant(self, search: Search) -> None:
        ran = search("sqaure speaker:zarkovic")
        assert ran.err == [
            "serbia-tui: nothing in 11 quotes",
            "serbia-tui: leave out sqaure: 4",
            "serbia-tui: did you mean square speaker:zarkovic? That finds 1",
        ]


class TestHits:
    def test_show_why_they_are_hits(self, search: Search) -> None:
        reasons = {
            "lights": f"“{LIGHTS}”",
            "speaker:clean": "(speaker Clean Hands)",
            "djordje": "(speaker Đorđe Ćirić)",
            "lowland": "(source Lowland Post)",
            "topic:protest": "(topic protest)",
            "party:harbour": "(Đorđe Ćirić, member of Harbour Party)",
            "date:2022-05-10 leave": "(undated, in a report of Tue 10 May 2022)",
            "sure:<1": "(sure 0.9)",
        }
        for query, reason in reasons.items():
            assert search(query).out[0].endswith(reason)

    def test_come_with_the_original_letters_that_were_found(self, search: Search) -> None:
        ran = search("ćirić", "--in", "actors", "--format", "jsonl")
        (value,) = map(json.loads, ran.out)
        ((start, end),) = value["hits"]
        assert value["name"][start:end] == "Ćirić"
        assert ran.err == []

    @pytest.mark.parametrize(
        "kind", ["quotes", "events", "figures", "actors", "articles", "contests"]
    )
    @pytest.mark.parametrize("query", ["brodica", "harbour OR clean", "-vote", "c*", "date:2022"])
    def test_are_the_same_as_on_the_screen(self, search: Search, kind: str, query: str) -> None:
        corpus: Corpus = sample_corpus()
        hits = find(corpus, query, kind[:-1])
        ran = search(query, "--in", kind, "--format", "jsonl")
        assert [json.loads(line)["id"] for line in ran.out] == [hit.record.id for hit in hits]
        assert [json.loads(line)["why"] for line in ran.out] == [hit.why for hit in hits]
