"""Lists of literature: facts for the articles that lie beside them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from tests.documents.test_registry import found, passed_over
from tests.patience import patience
from tests.samples import GAZETTE, POST
from tui.adding import add
from tui.build import build
from tui.documents import Reference
from tui.files import Refused
from tui.inputs import inputs

RIS = """\
TY  - NEWS
TI  - Mayor denies theft of the vote
AU  - Weaver, Ana
AU  - Žarković, Milena
T2  - River Gazette
DA  - 2022/05/10/
PY  - 2022
UR  - https://www.gazette.example/1#top
LA  - en
L1  - files/12/report.txt
ER  -\x20

TY  - NEWS
TI  - Another one
PY  - 2022
ER  -\x20
"""

BIBTEX = r"""@comment{x}
@string{a = {b}}

@article{weaver_2022,
	title = {Mayor denies {Theft} of the vote},
	author = {Weaver, Ana and {\v Z}arkovi{\'c}, Milena and Bo\v{z}i\'{c}, \DJ{}or\dj{}e},
	journal = "River {G}azette \& Post",
	date = {2022-05-10},
	url = {https://gazette.example/1},
	langid = {english},
	file = {Full Text:files/12/report.txt:text/plain;Snapshot:C\:\\x\\page.html:text/html},
}

@online{second, title = {Another one}, year = 2022, month = 5, day = 12}
"""


def references(name: str, text: str) -> list[Reference]:
    return [each for each in found(name, text.encode()) if isinstance(each, Reference)]


def facts(reference: Reference) -> dict[str, str]:
    return {fact: told.value for fact, told in reference.told.items()}


class TestAnEntry:
    def test_of_ris_is_read(self) -> None:
        first, second = references("a.ris", RIS)
        assert facts(first) == {
            "title": "Mayor denies theft of the vote",
            "author": "Ana Weaver, Milena Žarković",
            "published": "2022-05-10",
            "publisher": "River Gazette",
            "url": "https://www.gazette.example/1#top",
            "language": "en",
        }
        assert first.files == ("files/12/report.txt",)
        assert facts(second) == {"title": "Another one"}

    def test_of_bibtex_is_read(self) -> None:
        first, second = references("a.bib", BIBTEX)
        assert facts(first) == {
            "title": "Mayor denies Theft of the vote",
            "author": "Ana Weaver, Milena Žarković, Đorđe Božić",
            "published": "2022-05-10",
            "publisher": "River Gazette & Post",
            "url": "https://gazette.example/1",
            "language": "en",
        }
        assert first.files[0] == "files/12/report.txt"
        assert facts(second)["title"] == "Another one"

    @pytest.mark.parametrize(
        ("name", "text"),
        [("a.ris", RIS.partition("TI  - Another")[0]), ("a.bib", BIBTEX.partition("year")[0])],
    )
    def test_that_is_cut_off_is_said_and_the_others_are_read(self, name: str, text: str) -> None:
        assert passed_over(name, (text + "PY  - 2022").encode()) == {
            "entry 2": "cut off: it has no end"
        }
        assert len(references(name, text)) == 1

    @pytest.mark.parametrize("name", ["a.ris", "a.bib"])
    def test_is_in_no_other_text(self, name: str) -> None:
        with pytest.raises(Refused, match="it holds no entry"):
            found(name, POST.encode())

    @pytest.mark.parametrize(
        "text",
        [
            "@a{b, c = " + "{" * 500_000,
            "@a{b, c = {" + "x{}" * 300_000,
            "@a{b," * 200_000,
            "@a{b, " + "c = d, " * 100_000,
            "@" + " " * 1_000_000 + "{",
        ],
        ids=range(5),
    )
    def test_of_any_shape_is_read_or_refused_soon(self, text: str) -> None:
        with patience(20), contextlib.suppress(Refused):
            assert found("a.bib", text.encode())


class TestTheArticleAtHand:
    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("report.txt", "A text.\n\n“We won,” said Ivo Baker.\n"),
            ("x.md", "---\nurl: http://gazette.example/1/\n---\n“We won,” said Ivo Baker.\n"),
            ("x.txt", "Mayor denies theft of the vote\n\n“We won,” said Ivo Baker on Monday.\n"),
            ("Mayor denies theft of the vote.txt", "“We won,” said Ivo Baker.\n"),
        ],
        ids=["file", "address", "title", "name"],
    )
    @pytest.mark.parametrize(("list_", "written"), [("a.ris", RIS), ("z.bib", BIBTEX)])
    def test_is_found(self, tmp_path: Path, name: str, text: str, list_: str, written: str) -> None:
        (tmp_path / name).write_text(text, "utf-8")
        (tmp_path / "other.txt").write_text(GAZETTE, "utf-8")
        (tmp_path / list_).write_text(written, "utf-8")
        built = build(tmp_path)
        article = next(each for each in built.corpus.articles if each.file == name)
        assert article.author.startswith("Ana Weaver, Milena Žarković")
        assert article.published.edtf == "2022-05-10"
        assert ("author", "the list of literature") in article.facts_from
        assert [each.reason for each in built.report.skipped] == [
            "facts of an article that is not here"
        ]

    def test_keeps_what_it_tells_itself(self, tmp_path: Path) -> None:
        text = "---\nauthor: Pat Lens\nurl: https://gazette.example/1\n---\n“We won,” said Ivo.\n"
        (tmp_path / "x.md").write_text(text, "utf-8")
        (tmp_path / "a.ris").write_text(RIS, "utf-8")
        (article,) = build(tmp_path).corpus.articles
        assert (article.author, article.publisher) == ("Pat Lens", "River Gazette")

    def test_is_not_guessed_among_several(self, tmp_path: Path) -> None:
        for name in ("a/report.txt", "b/report.txt"):
            (tmp_path / name).parent.mkdir()
            (tmp_path / name).write_text(f"“We won,” said Ivo Baker in {name}.\n", "utf-8")
        (tmp_path / "a.ris").write_text(RIS, "utf-8")
        assert {each.author for each in build(tmp_path).corpus.articles} == {""}
        assert len(inputs(tmp_path).skipped) == 2


def test_a_list_can_be_added(tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text(RIS, "utf-8")
    (outcome,) = add(tmp_path / "articles", [tmp_path / "a.ris"])
    assert (outcome.name, outcome.articles) == ("a.ris", 0)


def test_what_a_list_makes_alike_is_in_nobodys_way(tmp_path: Path) -> None:
    folder, report = tmp_path / "articles", "“We won,” said Ivo Baker.\n"
    folder.mkdir()
    for name, told in (("a", "url: https://gazette.example/1"), ("b", "publisher: River Gazette")):
        (folder / f"{name}.md").write_text(f"---\n{told}\n---\n{report}", "utf-8")
    (folder / "z.ris").write_text(RIS, "utf-8")
    assert len(build(folder).corpus.articles) == 2
    (tmp_path / "post.txt").write_text(POST, "utf-8")
    (outcome,) = add(folder, [tmp_path / "post.txt"])
    assert outcome.name == "post.txt"
