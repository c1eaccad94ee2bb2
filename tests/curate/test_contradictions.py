"""Entries that contradict one another, and files of any TOML."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.curate.samples import TEXTS, problems
from tests.curate.test_load import ACTOR
from tui.curate import CurationError, read


class TestEntriesContradict:
    def test_two_actors_with_one_id(self, tmp_path: Path) -> None:
        other = ACTOR.replace("Đorđe", "Georg").replace('["Djordje Ciric"]', "[]")
        assert problems(tmp_path, actors=f"{ACTOR}\n{other}") == [
            "actors.toml:8: the id 'djordje-ciric' is given already at actors.toml:1"
        ]

    def test_one_alias_for_two_actors(self, tmp_path: Path) -> None:
        other = '[[actor]]\nid = "x"\nname = "DJORDJE CIRIC"\ntype = "group"\nwhy = "so"\n'
        assert problems(tmp_path, actors=f"{ACTOR}\n{other}") == [
            (
                "actors.toml:8: 'DJORDJE CIRIC' is a name of 'x' here, and of 'djordje-ciric' at"
                " actors.toml:1; expected one actor for it"
            )
        ]

    def test_two_publication_dates(self, tmp_path: Path) -> None:
        entry = """\
[[article]]
file = "talk.txt"
published = {{ edtf = "{}", basis = "curated" }}
why = "so"
"""
        both = entry.format("2022-05-10") + entry.format("2022-05-11")
        assert problems(tmp_path, articles=both) == [
            "articles.toml:5: article 'talk.txt' is given already at articles.toml:1",
            (
                "articles.toml:7: 'talk.txt' has two publication dates: 2022-05-11 here, and"
                " 2022-05-10 at articles.toml:3"
            ),
        ]

    def test_one_passage_in_two_events(self, tmp_path: Path) -> None:
        event = """\
[[event]]
id = "{}"
title = "x"
passages = [{{ article = "talk.txt", words = "Sunday’s vote" }}]
why = "so"
"""
        assert problems(tmp_path, events=event.format("one") + event.format("two")) == [
            (
                "events.toml:9: this passage tells 'one' at events.toml:4; expected it in one event"
                " only"
            )
        ]

    @pytest.mark.parametrize(
        ("first", "second", "told"),
        [
            ("drop = true", "set = { note = 'x' }", "one drops the quote that the other is about"),
            ("set = { note = 'x' }", "set = { note = 'y' }", "both set 'note'"),
            ("add = { type = 'sign' }", "add = { type = 'direct' }", "both add a quote here"),
        ],
    )
    def test_two_corrections_of_one_thing(
        self, tmp_path: Path, first: str, second: str, told: str
    ) -> None:
        entry = """\
[[correction]]
article = "talk.txt"
words = "“We won,”"
kind = "quote"
why = "so"
"""
        found = problems(tmp_path, corrections=f"{entry}{first}\n{entry}{second}\n")
        assert found == [f"corrections.toml:7: contradicts corrections.toml:1: {told}"]


VALUES = st.recursive(
    st.sampled_from(
        # A number of so many digits can be read, but not be shown as a decimal.
        [
            '"x"',
            '""',
            '"lead.txt"',
            "1",
            "-1",
            "1e400",
            "nan",
            "true",
            "1979-05-27",
            "0x" + "f" * 5000,
        ]
    )
    | st.text(alphabet=string.printable + "\u202eđ“", max_size=8).map(repr),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(
            st.sampled_from(["article", "words", "edtf", "basis", "actor", "type", "nth"]),
            inner,
            max_size=3,
        ).map(lambda each: f"{{ {', '.join(f'{k} = {v}' for k, v in each.items())} }}")
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    "id name type aliases place related proof why file title published words date passages when"
    " status actors kind drop set add article nth".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["articles", "actors", "contests", "events", "topics", "corrections"]),
    st.sampled_from(["[[{}]]", "[{}]", "[{}.{}]", "[[{}.{}]]", "{} = 1", ""]),
    st.dictionaries(KEYS, VALUES, max_size=6),
)
def test_any_toml_is_read_or_refused_with_lines(
    tmp_path_factory: pytest.TempPathFactory, file: str, head: str, entries: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    name = file.removesuffix("s")
    toml = "\n".join([head.format(name, "x"), *(f"{k} = {v}" for k, v in entries.items())])
    (folder / f"{file}.toml").write_text(toml, encoding="utf-8")
    try:
        read(folder, TEXTS)
    except CurationError as error:
        found = error.problems
    else:
        found = [f"{file}.toml:1: "]
    assert all(each.startswith(f"{file}.toml:") for each in found)
    assert all(each.isprintable() for each in found)
