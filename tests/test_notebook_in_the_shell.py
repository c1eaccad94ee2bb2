"""A day of work from the shell: what is added, corrected, undone and carried out."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.samples import sample_corpus
from tui.cli import main

CORPUS = sample_corpus()


class TestInTheShell:
    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        from tests.samples import TEXTS

        made = tmp_path / "articles"
        made.mkdir()
        for name, text in TEXTS.items():
            (made / name).write_text(text, "utf-8")
        monkeypatch.chdir(tmp_path)
        return made

    def run(self, folder: Path, *words: str, code: int = 0) -> None:
        given = ["--corpus", str(folder), "--store", str(folder.parent / "store.json")]
        assert main([*words, *given, "--notebook", str(folder.parent / "n.json")]) == code

    def first(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
        self.run(folder, "search", "square", "--format", "jsonl")
        return str(json.loads(capsys.readouterr().out.splitlines()[0])["id"])

    def test_a_day_of_work(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        id = self.first(folder, capsys)
        for words in (
            ("bookmark", id),
            ("note", id, "Ask", "again"),
            ("tag", id, "vote", "#fraud"),
            ("tag", id, "-vote"),
            ("state", id, "disputed"),
            ("correct", id, "speaker=ciric", "--why", "so it says"),
        ):
            self.run(folder, *words)
        capsys.readouterr()
        self.run(folder, "search", "is:disputed", "tag:fraud", "-tag:vote", "--format", "jsonl")
        (line,) = capsys.readouterr().out.splitlines()
        found = json.loads(line)
        assert found["added"]["notes"] == ["Ask again"]
        assert found["speakers"] == ["djordje-ciric"]
        self.run(folder, "undo")
        self.run(folder, "show", id)
        assert "djordje-ciric" not in capsys.readouterr().out.partition("passages")[0]
        self.run(folder, "redo")
        self.run(folder, "export", "notebook", "--format", "md", "-o", "n.md")
        assert "so it says" in (folder.parent / "n.md").read_text("utf-8")

    def test_corrections_are_curated_entries_that_check_accepts(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        id = self.first(folder, capsys)
        self.run(folder, "correct", id, "speaker=ciric", "date=2022-05-10", "--why", 'a "b" \\ c')
        self.run(folder, "search", "--in", "figures", "turnout", "--format", "jsonl")
        figure = json.loads(capsys.readouterr().out.splitlines()[-1])["id"]
        self.run(folder, "correct", figure, "value=61", "part=in the city")
        self.run(folder, "search", "--in", "events", "marched", "--format", "jsonl")
        event = json.loads(capsys.readouterr().out.splitlines()[-1])["id"]
        self.run(folder, "hide", event)
        self.run(folder, "correct", "clean-hands", "type=group")
        text = (folder / "gazette.txt").read_text("utf-8")
        start = text.index("Some 3,000 people marched")
        words = f"{CORPUS.articles[0].id}:{start}-{start + 25}"
        self.run(folder, "correct", words, "is=quote")
        capsys.readouterr()
        self.run(folder, "export", "corrections", "--format", "toml")
        text = capsys.readouterr().out
        for part in re.split(r"^# (?=\w+\.toml)", text, flags=re.MULTILINE)[1:]:
            name, _line, entries = part.partition("\n")
            (folder / name).write_text(entries, "utf-8")
        assert {path.name for path in folder.glob("*.toml")} == {"actors.toml", "corrections.toml"}
        self.run(folder, "build")
        self.run(folder, "check")
        capsys.readouterr()
        # With a notebook that is empty: they are in the corpus itself.
        given = ["--corpus", str(folder), "--store", str(folder.parent / "store.json")]
        assert main(["show", id, *given, "--notebook", "none.json"]) == 0
        assert "djordje-ciric" in capsys.readouterr().out
        assert main(["show", figure, *given, "--notebook", "none.json"]) == 0
        assert "in the city" in capsys.readouterr().out

    def test_actors_are_merged_and_apart_again(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.run(folder, "merge", "clean-hands", "harbour")
        self.run(folder, "show", "harbour-party")
        assert "Clean Hands" in capsys.readouterr().out
        self.run(folder, "undo")
        capsys.readouterr()
        self.run(folder, "show", "clean-hands")
        assert "actor clean-hands" in capsys.readouterr().out

    def test_the_basis_of_a_date_is_carried_out_with_the_words_for_it(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.run(folder, "search", "--in", "events", "--format", "jsonl")
        events = map(json.loads, capsys.readouterr().out.splitlines())
        resolved = next(
            each for each in events if each["when"]["basis"] == "resolved" and "." in each["id"]
        )
        self.run(folder, "correct", resolved["id"], "basis=inferred")
        capsys.readouterr()
        self.run(folder, "export", "corrections")
        text = capsys.readouterr().out
        (entry,) = tomllib.loads(text)["correction"]
        assert entry["set"]["when"] == {"edtf": resolved["when"]["edtf"], "basis": "inferred"}
        (folder / "corrections.toml").write_text(text, "utf-8")
        self.run(folder, "build")
        self.run(folder, "check")

    def test_an_actor_is_split_undone_and_carried_out_as_entries_that_check_accepts(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.run(folder, "split", "djordje-ciric", "Djordje Ciric", "--why", "another man")
        assert "told to be two" in capsys.readouterr().out
        self.run(folder, "show", "djordje-ciric-2")
        assert "Djordje Ciric" in capsys.readouterr().out
        self.run(folder, "undo")
        self.run(folder, "show", "djordje-ciric-2", code=1)
        self.run(folder, "redo")
        capsys.readouterr()
        self.run(folder, "export", "corrections")
        name, _line, entries = capsys.readouterr().out.removeprefix("# ").partition("\n")
        assert name == "actors.toml"
        assert [each["id"] for each in tomllib.loads(entries)["actor"]] == [
            "djordje-ciric",
            "djordje-ciric-2",
        ]
        (folder / name).write_text(entries, "utf-8")
        self.run(folder, "build")
        self.run(folder, "check")
        capsys.readouterr()
        given = ["--corpus", str(folder), "--store", str(folder.parent / "store.json")]
        assert main(["show", "djordje-ciric-2", *given, "--notebook", "none.json"]) == 0
        assert "Djordje Ciric" in capsys.readouterr().out

    def test_no_file_is_replaced_that_nobody_said_may_be(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        place = folder.parent / "mine.csv"
        place.write_text("mine")
        for words in (
            ["export", "quotes", "--format", "csv"],
            ["search", "vote"],
            ["chart", "actors"],
        ):
            self.run(folder, *words, "-o", str(place), code=1)
            assert "exists already; --force replaces it" in capsys.readouterr().err
            assert place.read_text() == "mine"
        self.run(folder, "export", "quotes", "--format", "csv", "-o", str(place), "--force")
        assert place.read_text("utf-8").startswith("id,kind,")

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            (["bookmark", "nothing"], "no record has the id nothing"),
            (["correct", "clean-hands", "type"], "is written FIELD=VALUE"),
            (["correct", "clean-hands", "colour=red"], "have no field"),
            (["undo"], "nothing to undo"),
            (["redo"], "nothing to do again"),
            (["notebook", "merge", "missing.json"], "cannot be read"),
        ],
    )
    def test_what_cannot_be_done_is_said(
        self, folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], why: str
    ) -> None:
        self.run(folder, *words, code=1)
        assert why in capsys.readouterr().err

    def test_words_of_an_article_have_notes_too(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        article = CORPUS.articles[0].id
        self.run(folder, "note", f"{article}:0-7", "the town")
        capsys.readouterr()
        self.run(folder, "export", "notebook", "--format", "csv")
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert (row["kind"], row["says"], row["notes"]) == ("words", "Brodica", "the town")

    def test_a_figure_is_told_with_what_stands_before_its_number(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.run(folder, "export", "figures", "--format", "jsonl")
        figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        figure = next(each for each in figures if each["comparator"] == ">=")
        self.run(folder, "bookmark", figure["id"])
        capsys.readouterr()
        self.run(folder, "export", "notebook", "--format", "csv")
        (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
        assert row["says"] == f"at least {figure['value']} {figure['unit']}"

    def test_notebooks_are_copied_restored_and_merged(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.run(folder, "bookmark", "clean-hands")
        self.run(folder, "notebook", "backup", "kept.json")
        self.run(folder, "notebook", "backup", "kept.json", code=1)
        self.run(folder, "bookmark", "harbour-party")
        self.run(folder, "export", "notebook", "--format", "w3c", "-o", "all.jsonld")
        self.run(folder, "notebook", "restore", "kept.json")
        capsys.readouterr()
        self.run(folder, "search", "is:bookmarked", "--in", "actors")
        assert len(capsys.readouterr().out.splitlines()) == 1
        self.run(folder, "notebook", "merge", "all.jsonld")
        capsys.readouterr()
        self.run(folder, "search", "is:bookmarked", "--in", "actors")
        assert len(capsys.readouterr().out.splitlines()) == 2
