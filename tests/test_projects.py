"""Folders of notes and projects for other programs are read back by what is not ours."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from markdown_it import MarkdownIt
from pyrefiqda import RefiProject

from tests.samples import hostile_corpus, sample_corpus
from tui.annotated import Desk
from tui.annotation import Annotation, Target
from tui.cli import main
from tui.corpus import Corpus
from tui.export.qda_project import NAMESPACE
from tui.forms import NOTEBOOK, RECORDS, form
from tui.model import Actor, Article, Quote, Record
from tui.terminal_text import ACTING

CORPORA = [sample_corpus(), hostile_corpus()]
NAMES = ["town", "hostile"]
ILL_FIT = re.compile(r'[\\:*?"<>|#^\[\]\x00-\x1f]')
LINK = re.compile(r"\[\[([^\]|]+)\|[^\]]*\]\]")


def every(corpus: Corpus) -> list[Record]:
    return list(corpus.records)


def with_notes() -> Corpus:
    corpus = sample_corpus()
    quote = corpus.quotes[0]
    on = Target(kind="quote", record=quote.id, says=quote.text)
    lost = Target(kind="quote", record="gone.q1", says="“Nobody says [this] any more” | #1")
    return Desk(corpus, "").corpus(
        (
            Annotation(id="1", target=on, purpose="note", value="Ask\n[[them]] & <b>"),
            Annotation(id="2", target=on, purpose="tag", value="vote fraud"),
            Annotation(id="3", target=on, purpose="state", value="disputed"),
            Annotation(id="4", target=lost, purpose="note", value="Where is it?"),
        )
    )


def files_of(name: str, corpus: Corpus, found: Sequence[Record], what: str) -> dict[str, bytes]:
    made = list(form(name).files(corpus, found, what))
    assert len({path.casefold() for path, _data in made}) == len(made)
    return dict(made)


def properties(note: bytes) -> dict[str, object]:
    _before, front, _body = note.decode().split("---\n", 2)
    read = yaml.safe_load(front)
    assert isinstance(read, dict)
    return read


@pytest.mark.parametrize("corpus", CORPORA, ids=NAMES)
class TestNotesForObsidian:
    def test_each_record_is_a_note_that_a_reader_of_yaml_understands(self, corpus: Corpus) -> None:
        notes = files_of("obsidian", corpus, every(corpus), RECORDS)
        told = {str(read["id"]): read for read in map(properties, notes.values())}
        assert told.keys() == {record.id for record in corpus.records}
        for record in corpus.records:
            assert told[record.id]["kind"] == record.kind
            if isinstance(record, Quote) and record.said.known:
                assert told[record.id]["date"] == record.said.edtf

    def test_every_link_leads_to_a_note(self, corpus: Corpus) -> None:
        notes = files_of("obsidian", corpus, list(corpus.quotes), RECORDS)
        links = [link for data in notes.values() for link in LINK.findall(data.decode())]
        assert links
        assert {f"{link}.md" for link in links} <= notes.keys()

    def test_every_name_can_be_a_file_s_anywhere(self, corpus: Corpus) -> None:
        for path in files_of("obsidian", corpus, every(corpus), RECORDS):
            folder, _, name = path.partition("/")
            assert folder
            assert not ILL_FIT.search(name)
            assert not ACTING.search(path)
            assert "/" not in name
            assert len(name.encode()) < 250
            assert name.removesuffix(".md").strip(" .") == name.removesuffix(".md")

    def test_words_of_a_source_stay_words_in_markdown(self, corpus: Corpus) -> None:
        notes = files_of("obsidian", corpus, every(corpus), RECORDS)
        for data in notes.values():
            body = data.decode().split("---\n", 2)[2]
            kinds = {token.type for token in MarkdownIt().parse(body)}
            assert not kinds & {"html_block", "fence", "code_block"}


class TestTheNotebookForObsidian:
    def test_has_tags_and_notes_and_what_is_lost(self) -> None:
        corpus = with_notes()
        notes = files_of("obsidian", corpus, (), NOTEBOOK)
        told = {
            str(read["id"]): (read, data) for data in notes.values() if (read := properties(data))
        }
        read, data = told[corpus.quotes[0].id]
        assert read["tags"] == ["serbia-tui/quote", "vote-fraud", "disputed"]
        assert "Ask" in data.decode()
        assert "[[them]]" not in data.decode()
        assert any(read.get("orphaned") for read, _data in told.values())

    def test_two_of_one_name_have_two_files(self) -> None:
        corpus = sample_corpus()
        one = corpus.actors[0]
        found: list[Record] = [replace(one, id=f"x{n}", name="A/B: c") for n in range(3)]
        made = files_of(
            "obsidian",
            replace(corpus, actors=tuple(a for a in found if isinstance(a, Actor))),
            found,
            RECORDS,
        )
        assert {"Actors/A B c.md", "Actors/A B c (2).md", "Actors/A B c (3).md"} <= made.keys()


def project_of(data: bytes, folder: Path) -> object:
    (folder / "p.qdpx").write_bytes(data)
    return RefiProject.load(folder / "p.qdpx", folder / "out")


@pytest.mark.parametrize("corpus", CORPORA, ids=NAMES)
class TestAProjectForAnalysis:
    def test_is_read_by_the_published_model(self, corpus: Corpus, tmp_path: Path) -> None:
        ((_path, data),) = form("qdpx").files(corpus, every(corpus), RECORDS)
        project = project_of(data, tmp_path)
        sources = project.sources.text_source  # type: ignore[attr-defined]
        assert {each.name for each in sources}
        codes = {
            code.guid
            for above in project.code_book.codes.code  # type: ignore[attr-defined]
            for code in (above, *above.code)
        }
        for source in sources:
            for selection in source.plain_text_selection:
                assert {each.code_ref.target_guid for each in selection.coding} <= codes

    def test_each_selection_stands_on_the_words_of_a_record(
        self, corpus: Corpus, tmp_path: Path
    ) -> None:
        ((_path, data),) = form("qdpx").files(corpus, list(corpus.quotes), RECORDS)
        archive = zipfile.ZipFile(io.BytesIO(data))
        root = ElementTree.fromstring(archive.read("project.qde"))
        words = set()
        for source in root.iter(f"{{{NAMESPACE}}}TextSource"):
            path = source.attrib["plainTextPath"].replace("internal://", "sources/")
            text = archive.read(path).decode()
            for each in source.iter(f"{{{NAMESPACE}}}PlainTextSelection"):
                start, end = int(each.attrib["startPosition"]), int(each.attrib["endPosition"])
                words.add(text[start:end])
        wanted = {
            corpus.words(anchor).replace("\r\n", "\n").replace("\r", "\n")
            for quote in corpus.quotes
            for anchor in quote.evidence
        }
        assert words == {each.encode("utf-8", "replace").decode() for each in wanted}

    def test_is_the_same_every_time(self, corpus: Corpus, tmp_path: Path) -> None:
        one, two = (dict(form("qdpx").files(corpus, every(corpus), RECORDS)) for _ in range(2))
        assert one == two


class TestAProject:
    def test_of_line_ends_of_two_characters_has_the_words_in_their_place(self) -> None:
        corpus = sample_corpus()
        first = corpus.articles[0].id
        text = corpus.texts[first]
        at = text.index("\n\n")
        # Every quote of the article stands behind the line end that is made longer.
        longer = text[:at] + "\r\n" + text[at + 1 :]
        quotes = tuple(
            replace(
                quote,
                evidence=tuple(
                    a._replace(start=a.start + 1, end=a.end + 1) for a in quote.evidence
                ),
            )
            for quote in corpus.quotes
            if quote.article == first
        )
        moved = replace(corpus, quotes=quotes, texts={**corpus.texts, first: longer})
        ((_path, data),) = form("qdpx").files(moved, list(quotes), RECORDS)
        archive = zipfile.ZipFile(io.BytesIO(data))
        (path,) = [name for name in archive.namelist() if name.startswith("sources/")]
        assert archive.read(path).decode() == text
        root = ElementTree.fromstring(archive.read("project.qde"))
        starts = [
            int(e.attrib["startPosition"]) for e in root.iter(f"{{{NAMESPACE}}}PlainTextSelection")
        ]
        assert starts == [quote.evidence[0].start - 1 for quote in quotes]

    def test_of_the_notebook_has_tags_and_notes(self, tmp_path: Path) -> None:
        corpus = with_notes()
        ((_path, data),) = form("qdpx").files(corpus, (), NOTEBOOK)
        project = project_of(data, tmp_path)
        names = {
            (above.name, code.name)
            for above in project.code_book.codes.code  # type: ignore[attr-defined]
            for code in above.code
        }
        assert {("Tags", "vote fraud"), ("Added", "disputed")} <= names
        (note,) = project.notes.note  # type: ignore[attr-defined]
        assert note.plain_text_content == "Ask\n[[them]] & <b>"

    def test_of_nothing_is_a_project(self, tmp_path: Path) -> None:
        ((_path, data),) = form("qdpx").files(sample_corpus(), (), RECORDS)
        assert project_of(data, tmp_path)
        assert isinstance(sample_corpus().articles[0], Article)


class TestInTheShell:
    @pytest.fixture
    def given(self, tmp_path: Path) -> list[str]:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.txt").write_text("Ana Weaver said: “It rained in Brodica.”\n", "utf-8")
        places = ["--corpus", str(folder), "--store", str(tmp_path / "store.json")]
        return [*places, "--notebook", str(tmp_path / "n.json")]

    def test_a_folder_is_written_beside_nothing_of_somebody_s(
        self, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        place = tmp_path / "vault"
        words = ["export", "quotes", "--format", "obsidian", *given]
        assert main(words) == 1
        assert "is a folder: name its place with -o" in capsys.readouterr().err
        assert main([*words, "-o", str(place)]) == 0
        assert len(list(place.rglob("Quotes/*.md"))) == 1
        (place / "mine.md").write_text("mine")
        assert main([*words, "-o", str(place)]) == 1
        assert "--force" in capsys.readouterr().err
        assert main([*words, "-o", str(place), "--force"]) == 0
        assert (place / "mine.md").read_text() == "mine"

    def test_a_project_replaces_no_file(
        self, given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        place = tmp_path / "p.qdpx"
        words = ["search", "rained", "--format", "qdpx", *given]
        assert main(words) == 1
        assert "is no text" in capsys.readouterr().err
        assert main([*words, "-o", str(place)]) == 0
        assert zipfile.is_zipfile(place)
        assert main([*words, "-o", str(place)]) == 1
        assert main([*words, "-o", str(place), "--force"]) == 0
