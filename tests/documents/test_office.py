"""Word documents and rich text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.test_press_archive import LEXIS, NEXIS_UNI
from tests.documents.test_registry import found, texts, zipped
from tests.patience import patience
from tui import documents
from tui.build import build
from tui.files import Refused
from tui.inputs import inputs
from tui.integrity import problems

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/></Types>"""

RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
officeDocument" Target="word/document.xml"/></Relationships>"""


def paragraph(words: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def docx(*paragraphs: str, before: str = "", **others: str) -> bytes:
    """A document as Word writes it, no more than has to be in it."""
    body = "".join(paragraphs)
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    )
    return zipped(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": xml, **others}
    )


PARAGRAPHS = (
    paragraph("Mayor denies theft", "Heading1"),
    paragraph("The opposition said on Tuesday that the vote was stolen in Brodica."),
    "<w:tbl><w:tr><w:tc>" + paragraph("Clean Hands") + "</w:tc><w:tc>" + paragraph("46.7%")
    + "</w:tc></w:tr></w:tbl>",
    paragraph("“We will not leave the square,” Milena Žarković said."),
)  # fmt: skip


class TestAWordDocument:
    pytest.importorskip("mammoth")

    def test_is_read_paragraph_by_paragraph(self) -> None:
        document = documents.read("a.docx", docx(*PARAGRAPHS))
        assert document.text.split("\n\n") == [
            "Mayor denies theft",
            "The opposition said on Tuesday that the vote was stolen in Brodica.",
            "Clean Hands",
            "46.7%",
            "“We will not leave the square,” Milena Žarković said.",
        ]
        assert {fact: told.value for fact, told in document.told.items()} in (
            {"title": "Mayor denies theft"},
            {},
        )

    def test_is_known_by_what_is_in_it(self) -> None:
        assert "Žarković" in texts("a.zip", docx(*PARAGRAPHS))[""]
        assert "Žarković" in texts("all.zip", zipped({"a.docx": docx(*PARAGRAPHS)}))["a.docx"]

    def test_of_a_press_database_is_read_article_by_article(self) -> None:
        data = docx(*(paragraph(line) for line in NEXIS_UNI.splitlines()))
        assert list(texts("a.docx", data)) == ["document 1", "document 2"]

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"words", r"^not a Word document, though so named$"),
            (docx(*PARAGRAPHS)[:300], "not a Word document|damaged"),
            (docx("<w:p>"), "a damaged document"),
            (zipped({"word/document.xml": "<a/>"}), "damaged|empty|no article"),
            (docx(), "empty"),
        ],
        ids=["words", "cut off", "broken", "nothing", "empty"],
    )
    def test_that_is_none_is_refused(self, data: bytes, reason: str) -> None:
        with pytest.raises(Refused, match=reason):
            found("a.docx", data)

    def test_that_grows_without_end_is_given_up(self) -> None:
        laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
        before = f'<!DOCTYPE d [<!ENTITY a0 "ha">{laughs}]>'
        with patience(40), pytest.raises(Refused):
            found("a.docx", docx(paragraph("&a9;"), before=before))

    def test_reads_no_file_that_it_names(self) -> None:
        before = '<!DOCTYPE d [<!ENTITY host SYSTEM "file:///etc/passwd">]>'
        try:
            text = documents.read("a.docx", docx(paragraph("Words &host;"), before=before)).text
        except Refused:
            text = ""
        assert "root:" not in text

    def test_makes_a_corpus_that_holds(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").write_bytes(docx(*PARAGRAPHS))
        built = build(tmp_path)
        assert [built.corpus.name(each.speakers[0]) for each in built.corpus.quotes
                if each.type == "direct"] == ["Milena Žarković"]  # fmt: skip
        assert problems(built.corpus, inputs(tmp_path).texts) == []


def rtf(text: str, codepage: int = 1250) -> bytes:
    """A text as a word processor writes it."""
    written = "".join(
        "\\par\n" if sign == "\n"
        else sign if sign.isascii()
        else f"\\'{sign.encode(f'cp{codepage}', 'replace')[0]:02x}"
        for sign in text
    )  # fmt: skip
    head = f"{{\\rtf1\\ansi\\ansicpg{codepage}\\deff0{{\\fonttbl{{\\f0 Arial;}}}}"
    return f"{head}{{\\info{{\\title Secret}}}}\\pard {written}}}".encode("ascii")


class TestRichText:
    pytest.importorskip("striprtf")

    @pytest.mark.parametrize(
        ("codepage", "words"),
        [
            (1250, "„Pobedili smo“, rekao je Žarković u četvrtak.\n\nOna je otišla."),
            (1251, "„Победили смо“, рекао је Вучић."),
            (1252, "“Très bien,” Hélène said."),
        ],
    )
    def test_is_read_in_the_letters_it_names(self, codepage: int, words: str) -> None:
        assert documents.read("a.rtf", rtf(words, codepage)).text == f"{words}\n"

    def test_in_unicode_is_read(self) -> None:
        data = b"{\\rtf1\\ansi\\uc1 \\u381?arkovi\\u263? said: \\ldblquote Yes.\\rdblquote\\par}"
        assert documents.read("a.rtf", data).text == "Žarković said: “Yes.”\n"

    def test_is_known_whatever_its_name(self) -> None:
        for name in ("a.txt", "a.doc", "a"):
            assert documents.read(name, rtf("Words.")).text == "Words.\n"

    def test_of_a_press_database_is_read_article_by_article(self) -> None:
        assert list(texts("a.rtf", rtf(LEXIS))) == ["document 1", "document 2"]

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"words", r"^not a rich text, though so named$"),
            (b"{\\rtf1\\ansi}", "it holds no text"),
            (b"{\\rtf1" + b"{\\*\\" * 100_000, "it holds no text|cannot be read"),
        ],
        ids=["words", "empty", "deep"],
    )
    def test_that_is_none_is_refused(self, data: bytes, reason: str) -> None:
        with patience(40), pytest.raises(Refused, match=reason):
            found("a.rtf", data)

    def test_that_is_cut_off_has_what_stands_before(self) -> None:
        assert documents.read("a.rtf", rtf("Words.\nMore words.")[:-8]).text.startswith("Words.")
