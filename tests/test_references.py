"""References in a citation style, as a processor of styles that is not ours writes them."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import hostile_corpus, sample_corpus
from tui.cli import main
from tui.command_line import parse
from tui.dates import when
from tui.export.cited import FOLDER
from tui.forms import CITED, NOTEBOOK, STYLES, FormProblem, form
from tui.model import When
from tui.terminal_text import ACTING

CORPUS = sample_corpus()


def references(style: str, *, published: When | None = None, title: str = "") -> list[str]:
    first, *others = CORPUS.articles
    if published is not None:
        first = replace(first, published=published)
    first = replace(first, title=title or first.title)
    corpus = replace(CORPUS, articles=(first, *others))
    return list(form(CITED)._replace(style=style).lines(corpus, corpus.articles))


class TestAStyle:
    def test_by_author_and_date_names_both_first(self) -> None:
        (gazette,) = [each for each in references("author-date") if "dispute" in each]
        assert gazette == (
            "Ana Weaver (2022). ‘Brodica vote ends in dispute’. River Gazette, 10 May."
            " https://gazette.example/brodica.\n"
        )

    def test_of_notes_has_all_in_one_sentence(self) -> None:
        (gazette,) = [each for each in references("notes") if "dispute" in each]
        assert gazette == (
            "Ana Weaver, ‘Brodica vote ends in dispute’, River Gazette, 10 May 2022,"
            " https://gazette.example/brodica.\n"
        )

    @pytest.mark.parametrize("style", STYLES)
    def test_says_that_there_is_no_date(self, style: str) -> None:
        undated = [each for each in references(style) if "crowd" in each]
        assert len(undated) == 1
        assert "n.d." in undated[0] or "undated" in undated[0]

    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize(
        ("edtf", "said"),
        [
            ("2022-05", "2022"),
            ("2022", "2022"),
            ("2022-05-10/2022-05-12", "10–12 May 2022"),
            ("2022-05-10?", "(uncertain)"),
        ],
    )
    def test_cites_a_date_as_far_as_it_is_known(self, style: str, edtf: str, said: str) -> None:
        listed = references(style, published=when(edtf, "stated"))
        assert any(said in each for each in listed)
        # A span and a doubt are told once.
        assert said == "2022" or max(each.count(said) for each in listed) == 1

    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize(
        "title", ["50 % & {more} | _x_ \\ $1", "<i>Not</i> italic", "Ћирилица"]
    )
    def test_leaves_a_title_as_it_is(self, style: str, title: str) -> None:
        assert any(title in each for each in references(style, title=title))

    @pytest.mark.parametrize("style", STYLES)
    def test_lets_nothing_act(self, style: str) -> None:
        corpus = hostile_corpus()
        lines = list(form(CITED)._replace(style=style).lines(corpus, corpus.articles))
        assert len(lines) == len(corpus.articles)
        assert not any(ACTING.search(line.rstrip("\n")) for line in lines)

    def test_may_be_a_file(self, tmp_path: Path) -> None:
        place = tmp_path / "mine.csl"
        place.write_text((FOLDER / "notes.csl").read_text("utf-8").replace("undated", "when?"))
        assert any("when?" in each for each in references(str(place)))

    @pytest.mark.parametrize("written", ["", "no style", "<a/>", "<style/>"])
    def test_that_is_none_is_told_in_a_line(self, tmp_path: Path, written: str) -> None:
        place = tmp_path / "mine.csl"
        place.write_text(written)
        with pytest.raises(FormProblem, match="not to be used as a citation style"):
            references(str(place))

    def test_that_is_nowhere_is_told_with_those_that_there_are(self) -> None:
        with pytest.raises(FormProblem, match="there are author-date, notes, or name a file"):
            references("apa")

    def test_needs_its_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "citeproc", None)
        with pytest.raises(FormProblem, match="need the extra cite"):
            references("notes")

    def test_of_nothing_has_no_line(self) -> None:
        assert list(form(CITED).lines(CORPUS, ())) == []
        assert list(form(CITED).lines(CORPUS, (), NOTEBOOK)) == []


class TestInTheShell:
    def test_is_chosen_by_name(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.md").write_text("---\nauthor: Ana Weaver\n---\n# It rained\n\nIn Brodica.\n")
        places = ["--corpus", str(folder), "--store", str(tmp_path / "s.json")]
        given = ["export", "articles", "--format", "references", "--style", "notes", *places]
        assert main(given) == 0
        assert capsys.readouterr().out == "Ana Weaver, ‘It rained’, undated.\n"
        given[5] = str(tmp_path / "missing.csl")
        assert main(given) == 1
        assert "no such style" in capsys.readouterr().err

    def test_goes_with_references_alone(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit):
            parse(["search", "vote", "--style", "notes"])
        assert "--style goes with --format references" in capsys.readouterr().err

    @pytest.mark.parametrize("name", ["csv", "bibtex", "html", "references"])
    def test_speakers_side_by_side_have_every_form(
        self, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.txt").write_text("Ana Weaver said: “It rained.” Bo Ryder said: “It snowed.”\n")
        places = ["--corpus", str(folder), "--store", str(tmp_path / "s.json")]
        assert main(["compare", "--format", name, *places]) == 0
        assert capsys.readouterr().out
