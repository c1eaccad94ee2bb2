"""PDF: paragraphs of pages, and what is wrong with one."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.documents.test_press_archive import NEXIS_UNI
from tests.documents.test_registry import found, texts
from tests.patience import patience
from tui import documents
from tui.build import build
from tui.documents.formats.pdf import joined
from tui.export.jsonl import anchor_object
from tui.files import Refused
from tui.inputs import inputs
from tui.integrity import problems

pypdf = pytest.importorskip("pypdf")


def pdf(*pages: Sequence[str], title: str = "", packed: bool = False) -> bytes:
    """A PDF as simple programs write it: a line after the other on each page."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode())
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, lines in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>".encode()
        )
        shown = b"".join(
            b"(" + line.replace("(", "\\(").replace(")", "\\)").encode("cp1252") + b") Tj T*\n"
            for line in lines
        )
        stream = b"BT /F1 11 Tf 14 TL 72 720 Td\n" + shown + b"ET"
        if packed:
            stream = zlib.compress(stream)
        how = b"/Filter/FlateDecode" if packed else b""
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), how, stream))
    objects.append(f"<</Title({title})>>".encode())
    made = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, each)
    at = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    made += b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n" % (size, size - 1, at)
    return made + b"%%EOF"


FIRST = [
    "River Gazette 10 May 2022",
    "Mayor denies theft",
    "The opposition alliance Clean Hands said on Tuesday that the vote was stolen in",
    "Brodica, and that it would not leave the square before the council had counted ev-",
    "ery ballot again.",
    "“We will not leave the square,” Milena Zarkovic said on the steps of the town hall, and",
    "the crowd of some two thousand people that had come there to hear her applauded the",
    "1",
]
SECOND = [
    "River Gazette 10 May 2022",
    "mayor’s resignation as if it had been given.",
    "The council meets on Friday. It has said nothing until now of what it will do with the",
    "boxes.",
    "2",
]


PARAGRAPHS = """\
Mayor denies theft
The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica, and that \
it would not leave the square before the council had counted every ballot again.
“We will not leave the square,” Milena Zarkovic said on the steps of the town hall, and the crowd \
of some two thousand people that had come there to hear her applauded the mayor’s resignation \
as if it had been given.
The council meets on Friday. It has said nothing until now of what it will do with the boxes.\
""".split("\n")


class TestAPdf:
    def test_is_read_as_paragraphs_without_heads_and_page_numbers(self) -> None:
        text = documents.read("a.pdf", pdf(FIRST, SECOND)).text
        assert text.split("\n\n") == PARAGRAPHS

    @pytest.mark.parametrize(
        ("title", "told"),
        [("Mayor denies theft", True), ("Microsoft Word - report.doc", False), ("x", False)],
    )
    def test_has_its_title_where_the_text_has_it_too(self, title: str, told: bool) -> None:
        document = documents.read("a.pdf", pdf(FIRST, SECOND, title=title, packed=True))
        assert ("title" in document.told) == told

    def test_is_known_whatever_its_name(self) -> None:
        assert "Clean Hands" in documents.read("a.txt", pdf(FIRST)).text
        assert "Clean Hands" in documents.read("download", b"\n\n" + pdf(FIRST)).text

    def test_says_which_pages_have_no_text(self) -> None:
        document = documents.read("a.pdf", pdf(FIRST, [], SECOND))
        assert document.remarks == ("no text on page 2",)

    def test_of_a_press_database_is_read_article_by_article(self) -> None:
        lines = NEXIS_UNI.splitlines()
        assert list(texts("a.pdf", pdf(lines[:20], lines[20:]))) == ["document 1", "document 2"]

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"words", r"^not a PDF, though so named$"),
            (b"%PDF-1.4\n", "damaged PDF|cannot be read"),
            (pdf(FIRST)[:200], "damaged PDF|no text in it|cannot be read"),
            (pdf([], []), "scanned pages"),
            (b"%PDF-1.4\n" + b"<<" * 200_000, "damaged PDF|cannot be read"),
            (pdf(FIRST).replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"), "damaged|cannot be read|text"),
        ],
        ids=["words", "nothing", "cut off", "scanned", "deep", "loop"],
    )
    def test_that_is_none_is_refused_soon(self, data: bytes, reason: str) -> None:
        with patience(60), pytest.raises(Refused, match=reason):
            found("a.pdf", data)

    def test_with_a_password_is_refused(self, tmp_path: Path) -> None:
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(_written(tmp_path, pdf(FIRST))))
        writer.encrypt("secret", algorithm="RC4-128")
        writer.write(tmp_path / "locked.pdf")
        with pytest.raises(Refused, match="it has a password"):
            found("a.pdf", (tmp_path / "locked.pdf").read_bytes())

    def test_that_unpacks_without_end_is_given_up(self) -> None:
        stream = zlib.compress(b"BT (x) Tj " * 30_000_000, 9)
        page = pdf(["x"], packed=True)
        at, end = page.index(b"stream\n") + 7, page.index(b"\nendstream")
        bomb = page[:at] + stream + page[end:]
        bomb = bomb.replace(b"/Length %d" % (end - at), b"/Length %d" % len(stream))
        with patience(120), pytest.raises(Refused):
            found("a.pdf", bomb)

    def test_makes_a_corpus_that_holds(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(pdf(FIRST, SECOND))
        built = build(tmp_path)
        assert [built.corpus.name(each.speakers[0]) for each in built.corpus.quotes
                if each.type == "direct"] == ["Milena Zarkovic"]  # fmt: skip
        assert problems(built.corpus, inputs(tmp_path).texts) == []

    def test_tells_the_page_of_a_passage(self, tmp_path: Path) -> None:
        (tmp_path / "a.pdf").write_bytes(pdf(FIRST, [], SECOND))
        corpus = build(tmp_path).corpus
        (article,) = corpus.articles
        text = corpus.texts[article.id]
        words = ("Mayor", "We will", "applauded", "resignation", "council meets")
        pages = [article.page_of(text.index(each)) for each in words]
        assert pages == ["page 1", "page 1", "page 1", "page 3", "page 3"]
        quote = next(each for each in corpus.quotes if each.type == "direct")
        assert anchor_object(corpus, quote.evidence[0])["locator"] == "page 1"


def _written(folder: Path, data: bytes) -> Path:
    (folder / "a.pdf").write_bytes(data)
    return folder / "a.pdf"


LONG = "a line that reaches the edge of its column and goes on in the next one without a"


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        ([LONG, LONG, "stop."], [f"{LONG} {LONG} stop."]),
        ([LONG, "stop.", LONG, "end."], [f"{LONG} stop.", f"{LONG} end."]),
        ([LONG, "", LONG], [LONG, LONG]),
        (["A heading", "The text begins" + LONG], ["A heading", "The text begins" + LONG]),
        ([LONG + " bro-", "ken " + LONG], [f"{LONG} broken {LONG}"]),
        (["", "", LONG, "", "7"], [LONG]),
    ],
)
def test_lines_are_put_together(lines: list[str], paragraphs: list[str]) -> None:
    assert joined([lines])[0].split("\n\n") == paragraphs
