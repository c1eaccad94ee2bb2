"""How a reader is chosen, and what is passed over in a folder."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from tests.documents.test_pages import PAGE
from tests.samples import POST, TEXTS
from tui import documents, store
from tui.build import build
from tui.documents import READERS, LoadedDocument, PassedOver, Read
from tui.documents.reader import Reader
from tui.files import Refused
from tui.help_topics import HELP_TOPICS
from tui.inputs import CURATED_BELOW, Skipped, digests_of, inputs, told
from tui.tables.line_cache import labelled


def found(name: str, data: bytes) -> list[Read]:
    """All that a file holds."""
    return list(documents.read_all(name, data))


def texts(name: str, data: bytes) -> dict[str, str]:
    """The texts of a file's documents by their locators."""
    return {
        each.locator: each.text for each in found(name, data) if isinstance(each, LoadedDocument)
    }


def passed_over(name: str, data: bytes) -> dict[str, str]:
    """What is passed over of a file, with the reasons."""
    return {each.locator: each.reason for each in found(name, data) if isinstance(each, PassedOver)}


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of some files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


class TestTheReader:
    def test_is_chosen_by_the_name(self) -> None:
        assert documents.read("a.MD", b"# Heading\n\nWords.").told["title"].value == "Heading"
        assert documents.read("a.txt", b"# Heading\n\nWords.").told == {}

    def test_is_another_where_the_first_bytes_say_so(self) -> None:
        document = documents.read("page.txt", PAGE.encode())
        assert document.told["title"].value == "Mayor denies theft of the vote"
        assert document.remarks == ("read as a web page, which it is whatever its name says",)

    @pytest.mark.parametrize("name", ["page", "page.asp", "page.html.download"])
    def test_of_a_page_under_any_name_is_known_by_its_first_bytes(self, name: str) -> None:
        assert not documents.is_article(name)
        assert documents.may_be_article(name, PAGE.encode())
        assert "Žarković" in documents.read(name, PAGE.encode()).text

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("a.xyz", b"words", "of a kind that is not read"),
            ("a", b"words", "of a kind that is not read"),
            ("a.html", b"", "empty"),
        ],
    )
    def test_is_none_of_what_no_reader_knows(self, name: str, data: bytes, reason: str) -> None:
        with pytest.raises(Refused, match=reason):
            documents.read(name, data)

    @pytest.mark.parametrize("name", ["README.txt", "readme.md", "a/ReadMe", "README.html"])
    def test_is_none_of_a_readme(self, name: str) -> None:
        assert not documents.is_article(name)
        assert not documents.may_be_article(name, PAGE.encode())

    def test_suffix_belongs_to_one_reader(self) -> None:
        assert len(documents.SUFFIXES) == len(set(documents.SUFFIXES))


class TestAFolder:
    def test_is_read_with_its_sub_folders(self, tmp_path: Path) -> None:
        for place in ("", "a/b", "c"):
            (tmp_path / place).mkdir(parents=True, exist_ok=True)
        for place, name in zip(("z.txt", "a/b/d.txt", "c/d.txt"), TEXTS, strict=True):
            (tmp_path / place).write_text(TEXTS[name], "utf-8")
        built = build(tmp_path)
        assert [each.file for each in built.corpus.articles] == ["a/b/d.txt", "c/d.txt", "z.txt"]
        assert built.report.skipped == ()

    def test_tells_what_is_passed_over(self, tmp_path: Path) -> None:
        (tmp_path / "post.txt").write_text(POST, "utf-8")
        (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
        (tmp_path / "sub").mkdir()
        (tmp_path / "sub" / "actors.toml").write_text("")
        (tmp_path / "elsewhere").symlink_to("sub")
        (tmp_path / ".hidden").write_text("")
        (tmp_path / "README.md").write_text("")
        assert dict(inputs(tmp_path).skipped) == {
            "elsewhere": "a link to a folder",
            "picture.jpg": "of a kind that is not read",
            "sub/actors.toml": CURATED_BELOW,
        }

    def test_of_what_belongs_to_a_saved_page_is_passed_over_as_one(self, tmp_path: Path) -> None:
        (tmp_path / "count.html").write_text(PAGE, "utf-8")
        (tmp_path / "count_files").mkdir()
        for number in range(9):
            (tmp_path / "count_files" / f"advert-{number}.html").write_text(PAGE)
        (tmp_path / "other_files").mkdir()
        (tmp_path / "other_files" / "post.txt").write_text(POST, "utf-8")
        given = inputs(tmp_path)
        assert list(given.documents) == ["count.html", "other_files/post.txt"]
        assert dict(given.skipped) == {"count_files": "belongs to a saved page beside it"}

    def test_that_gains_what_is_not_read_needs_no_new_store(self, tmp_path: Path) -> None:
        (tmp_path / "post.txt").write_text(POST, "utf-8")
        before = digests_of(tmp_path)
        (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
        (tmp_path / "sub").mkdir()
        assert digests_of(tmp_path) == before
        (tmp_path / "sub" / "more.txt").write_text("More words.")
        assert digests_of(tmp_path) != before

    def test_has_the_store_in_it_that_is_made_of_it(self, tmp_path: Path) -> None:
        (tmp_path / "post.txt").write_text(POST, "utf-8")
        place = tmp_path / "sub" / "store.json"
        before = inputs(tmp_path)
        store.save(build(before).corpus, place, before.digests)
        place.with_suffix(".readings").write_bytes(labelled(b"0" * 64, b"kept"))
        assert inputs(tmp_path).skipped == ()
        assert digests_of(tmp_path) == before.digests

    def test_of_folders_without_end_is_left_at_a_depth(self, tmp_path: Path) -> None:
        (tmp_path / "post.txt").write_text(POST, "utf-8")
        deep = tmp_path / "/".join("d" * 30)
        deep.mkdir(parents=True)
        (reason,) = dict(inputs(tmp_path).skipped).values()
        assert reason == "a folder below 20 others"


class TestWhatIsPassedOver:
    FILES = tuple(Skipped(f"{number}.jpg", "of no kind") for number in range(12))

    def test_is_one_line_where_a_reason_holds_for_many(self) -> None:
        lines = list(told((*self.FILES, Skipped("a.txt", "empty"))))
        assert lines == [
            "skipped 12 files, 0.jpg and others: of no kind",
            "skipped a.txt: empty",
        ]

    def test_is_a_line_a_file_where_that_is_asked_for(self) -> None:
        assert len(list(told(self.FILES, verbose=True))) == 12


def test_the_document_tells_of_every_reader() -> None:
    document = HELP_TOPICS["articles"].text
    table = re.search(r"<!-- kinds -->\n(.*?)\n<!-- /kinds -->", document, re.DOTALL)
    assert table
    assert table[1].splitlines()[2:] == [
        f"| {each.name} | {' '.join(f'`{suffix}`' for suffix in each.suffixes)} "
        f"| {each.text} | {each.facts} | {f'`{each.extra}`' if each.extra else ''} |"
        for each in READERS
    ]


@pytest.mark.parametrize("reader", [each for each in READERS if each.libraries])
def test_without_its_library_a_file_is_refused_with_what_to_install(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    data = BEGINNINGS.get(reader.extra, PAGE.encode())
    with pytest.raises(Refused) as refused:
        documents.read(f"a{reader.suffixes[0]}", data)
    needs = f"needs the extra {reader.extra}: pip install {' '.join(reader.libraries)}"
    assert str(refused.value) == f"{reader.name} {needs}"


BEGINNINGS = {
    "pdf": b"%PDF-1.4",
    "word": zipped({"word/document.xml": ""}),
    "rtf": b"{\\rtf1}",
    "feeds": b"<rss>",
    "warc": b"WARC/1.0",
}


def test_the_extra_of_each_reader_is_one_that_can_be_installed() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    for reader in READERS:
        if reader.extra:
            required = " ".join(extras[reader.extra])
            assert all(each in required for each in reader.libraries)
            assert reader.extra in extras["all"][0]
