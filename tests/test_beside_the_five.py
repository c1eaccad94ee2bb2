"""One's own articles beside the five: as one corpus, and taken away again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.documents.test_registry import zipped
from tests.samples import GAZETTE, POST, RADIO
from tui.adding import add
from tui.build import build, inputs
from tui.cli import main
from tui.curate import CurationError
from tui.folders import everything, own_articles, seeds
from tui.inputs import sources
from tui.integrity import problems
from tui.removing import CannotRemove, Removal, remove

OTHER_FIGURES = """\
Ruling party below expectations, observers say

21 December 2023

The Serbian Progressive Party won 44.1% of the vote in the parliamentary election.

Ana Weaver, an observer, said so on Wednesday.

“They did not win 46 per cent,” said Miloš Vučević.
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, without articles yet."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


Run = Callable[..., Ran]


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*words: str) -> Ran:
        code = main(list(words))
        return Ran(code, *capsys.readouterr())

    return ran


def files_of(out: str) -> list[str]:
    return [json.loads(line)["file"] for line in out.splitlines()]


class TestWhatIsShown:
    def test_is_the_five_until_something_is_added(self, home: Path) -> None:
        assert everything() == (seeds(),)
        own_articles().mkdir(parents=True)
        (own_articles() / ".hidden").write_text("")
        assert everything() == (seeds(),)
        (own_articles() / "post.txt").write_text(POST, "utf-8")
        assert everything() == (seeds(), own_articles())

    def test_has_ones_own_beside_the_five(self, home: Path, run: Run) -> None:
        (home / "other.txt").write_text(OTHER_FIGURES, "utf-8")
        assert run("add", "other.txt").code == 0
        files = files_of(run("export", "articles").out)
        assert len(files) == 6
        assert "mine/other.txt" in files
        assert len(files_of(run("--corpus", "seeds", "export", "articles").out)) == 5
        assert files_of(run("--corpus", "mine", "export", "articles").out) == ["other.txt"]
        both = run("--corpus", "seeds", "--corpus", str(own_articles()), "export", "articles")
        assert files_of(both.out) == files

    def test_sets_its_figures_against_those_of_the_five(self, home: Path, run: Run) -> None:
        (home / "other.txt").write_text(OTHER_FIGURES, "utf-8")
        run("add", "other.txt")
        differing = [json.loads(line) for line in run("export", "disagreements").out.splitlines()]
        new = [each for each in differing if "44.1" in json.dumps(each)]
        assert new
        assert {each["type"] for each in new} == {"value"}
        assert run("check").code == 0


class TestTwoFolders:
    def test_have_names_apart(self, tmp_path: Path) -> None:
        for folder, text in (("a/news", POST), ("b/news", GAZETTE), ("c/news", RADIO)):
            (tmp_path / folder).mkdir(parents=True)
            (tmp_path / folder / "x.txt").write_text(text, "utf-8")
        folders = [tmp_path / each for each in ("a/news", "b/news", "c/news")]
        assert [each.before for each in sources(*folders)] == ["", "news/", "news-2/"]
        built = build(folders)
        assert [each.file for each in built.corpus.articles] == [
            "news-2/x.txt",
            "news/x.txt",
            "x.txt",
        ]
        assert problems(built.corpus, inputs(*folders).texts) == []

    def test_never_take_a_name_of_the_first(self, tmp_path: Path) -> None:
        (tmp_path / "a" / "b").mkdir(parents=True)
        (tmp_path / "b").mkdir()
        assert [each.before for each in sources(tmp_path / "a", tmp_path / "b")] == ["", "b-2/"]

    def test_have_each_its_curated_files(self, tmp_path: Path) -> None:
        for folder, text in (("a", POST), ("b", GAZETTE)):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.txt").write_text(text, "utf-8")
            (tmp_path / folder / "articles.toml").write_text(
                f'[[article]]\nfile = "x.txt"\npublisher = "Paper {folder}"\nwhy = "known"\n'
            )
        built = build([tmp_path / "a", tmp_path / "b"])
        assert {each.file: each.publisher for each in built.corpus.articles} == {
            "x.txt": "Paper a",
            "b/x.txt": "Paper b",
        }
        (tmp_path / "b" / "articles.toml").write_text(
            '[[article]]\nfile = "y.txt"\nwhy = "known"\n'
        )
        with pytest.raises(CurationError) as refused:
            build([tmp_path / "a", tmp_path / "b"])
        assert refused.value.problems[0].startswith(
            "b/articles.toml:2: no article is called 'y.txt'"
        )

    def test_with_the_same_article_have_it_once(self, tmp_path: Path) -> None:
        for folder in ("a", "b"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "x.txt").write_text(POST, "utf-8")
        report = build([tmp_path / "a", tmp_path / "b"]).report
        assert report.skipped == (("x.txt", "the same text as b/x.txt"),)


class TestAdding:
    def test_a_folder_keeps_its_sub_folders(self, home: Path) -> None:
        given = home / "news"
        (given / "2022").mkdir(parents=True)
        (given / "post.txt").write_text(POST, "utf-8")
        (given / "2022" / "gazette.txt").write_text(GAZETTE, "utf-8")
        (given / "picture.jpg").write_bytes(b"\xff\xd8")
        outcomes = list(add(own_articles(), [given]))
        assert [(each.name, each.refused) for each in outcomes] == [
            ("news/2022/gazette.txt", ""),
            ("", "of a kind that is not read"),
            ("news/post.txt", ""),
        ]
        assert list(inputs(own_articles()).documents) == ["news/2022/gazette.txt", "news/post.txt"]

    def test_an_archive_tells_how_many_are_in_it_and_what_is_not(
        self, home: Path, run: Run
    ) -> None:
        data = zipped({"a.txt": POST, "b.txt": GAZETTE, "c.png": b"\x89PNG"})
        (home / "all.zip").write_bytes(data)
        ran = run("add", "all.zip")
        assert ran.out.splitlines()[0] == "added all.zip: 2 articles"
        assert ran.err == "serbia-tui: skipped all.zip/c.png: of a kind that is not read\n"

    @pytest.mark.parametrize(
        ("data", "name"),
        [
            (POST.encode(), "pasted.txt"),
            (b"<!DOCTYPE html><p>The mayor, who spoke for an hour at noon.</p>", "pasted.html"),
        ],
    )
    def test_what_is_piped_in_is_named_by_its_kind(
        self, home: Path, data: bytes, name: str
    ) -> None:
        (outcome,) = add(own_articles(), ["-"], lambda: data)
        assert (outcome.name, outcome.refused) == (name, "")

    def test_an_address_is_answered(self, home: Path, run: Run) -> None:
        ran = run("add", "https://gazette.example/a")
        assert ran.code == 1
        assert "the program opens no connection: save the page in a browser" in ran.err

    def test_many_of_one_reason_are_one_line(self, home: Path, run: Run) -> None:
        (home / "news").mkdir()
        for number in range(12):
            (home / "news" / f"{number}.jpg").write_bytes(b"x")
        ran = run("add", "news")
        assert len(ran.err.splitlines()) == 2
        assert "not added: 12 files, news/0.jpg and others: of a kind" in ran.err
        assert len(run("add", "news", "--verbose").err.splitlines()) == 13


class TestRemoving:
    @pytest.fixture(autouse=True)
    def _added(self, home: Path) -> None:
        (home / "post.txt").write_text(POST, "utf-8")
        (home / "all.zip").write_bytes(zipped({"a.txt": GAZETTE, "b.txt": RADIO}))
        (home / "news").mkdir()
        (home / "news" / "one.txt").write_text("A report of the day.\n")
        list(add(own_articles(), [home / "post.txt", home / "all.zip", home / "news"]))

    def removed(self, *names: str) -> list[Removal]:
        return list(remove(own_articles(), names))

    def left(self) -> list[str]:
        return sorted(str(each.relative_to(own_articles())) for each in own_articles().rglob("*"))

    def test_takes_a_file_away_by_its_name_or_its_articles(self) -> None:
        corpus = build(own_articles()).corpus
        id = next(each.id for each in corpus.articles if each.file == "post.txt")
        outcomes = self.removed(id, "mine/news/one.txt", "all.zip")
        assert [(each.file, each.articles) for each in outcomes] == [
            ("post.txt", 1),
            ("news/one.txt", 1),
            ("all.zip", 2),
        ]
        assert self.left() == []

    def test_leaves_what_holds_others_too(self) -> None:
        (outcome,) = self.removed("all.zip/a.txt")
        assert outcome.refused == "one of 2 articles in all.zip; remove all.zip"
        assert "all.zip" in self.left()

    @pytest.mark.parametrize("name", ["nothing.txt", "../../post.txt", "/etc/hostname", "news", ""])
    def test_takes_nothing_else(self, home: Path, name: str) -> None:
        before = self.left()
        assert self.removed(name)[0].refused
        assert self.left() == before
        assert (home / "post.txt").exists()

    def test_never_takes_one_of_the_five(self, run: Run) -> None:
        with pytest.raises(CannotRemove, match="the five articles stay as they are"):
            list(remove(seeds(), ["000_5806fa49ed9b378d.txt"]))
        assert run("remove", "x", "--corpus", "seeds").code == 1

    def test_is_told(self, run: Run) -> None:
        ran = run("remove", "all.zip", "nothing.txt")
        assert (ran.code, ran.out) == (1, "removed all.zip: 2 articles\n")
        reason = "no file or article is called so"
        assert ran.err == f"serbia-tui: not removed: nothing.txt: {reason}\n"


def test_articles_lists_what_there_is_and_what_is_left_out(home: Path, run: Run) -> None:
    folder = home / "articles"
    folder.mkdir()
    (folder / "post.txt").write_text(POST, "utf-8")
    (folder / "all.zip").write_bytes(zipped({"a.txt": GAZETTE, "b.txt": POST}))
    (folder / "x.jpg").write_bytes(b"x")
    ran = run("articles", "--corpus", "articles")
    assert [line.split()[-1] for line in ran.out.splitlines()]
    assert "all.zip/a.txt" in ran.out
    assert ran.err.splitlines() == [
        "serbia-tui: skipped post.txt: the same text as all.zip/b.txt",
        "serbia-tui: skipped x.jpg: of a kind that is not read",
        "serbia-tui: 2 articles, 2 left out",
    ]
