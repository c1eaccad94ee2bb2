"""Electronic books: a chapter an article."""

from __future__ import annotations

import pytest

from tests.documents.test_registry import found, passed_over, texts, zipped
from tui import documents
from tui.files import Refused

CONTAINER = """<?xml version="1.0"?><container version="1.0"
xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>River Gazette [Tue, 10 May 2022]</dc:title>
<dc:creator>calibre</dc:creator><dc:publisher>River Gazette</dc:publisher>
<dc:date>2022-05-10</dc:date>
<dc:language>en</dc:language></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="b%20two.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/../a.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="m" href="missing.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/>
<itemref idref="m"/><itemref idref="none"/></spine></package>"""

CHAPTER = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>
<h2>HEAD</h2>
<p>The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica.</p>
<p>“We will not leave the square,” Milena Žarković said, before the council met.</p>
</body></html>"""

FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/a.xhtml": CHAPTER.replace("HEAD", "Mayor denies theft"),
    "OEBPS/b two.xhtml": CHAPTER.replace("HEAD", "Council meets"),
    "OEBPS/cover.xhtml": "<html><body><p>Cover</p></body></html>",
    "OEBPS/nav.xhtml": CHAPTER,
}


def book(**changed: str) -> bytes:
    return zipped({**FILES, **changed})


def test_each_chapter_is_an_article_in_the_books_order() -> None:
    read = texts("a.epub", book())
    assert list(read) == ["chapter 2", "chapter 3"]
    assert read["chapter 2"].startswith("Mayor denies theft\n\nThe opposition alliance")
    assert passed_over("a.epub", book()) == {
        "chapter 1": "fewer than 20 words",
        "chapter 4": "it is missing",
    }


def test_its_facts_are_those_of_the_book_and_the_chapter() -> None:
    told = documents.read("a.epub", book()).told
    assert {fact: each.value for fact, each in told.items()} == {
        "title": "Mayor denies theft",
        "publisher": "River Gazette",
        "published": "2022-05-10",
        "language": "en",
    }


def test_it_is_known_by_what_is_in_it() -> None:
    assert list(texts("a.zip", book())) == ["chapter 2", "chapter 3"]


def test_a_locked_chapter_is_said() -> None:
    files = {
        **FILES,
        "META-INF/encryption.xml": '<encryption xmlns:e="x"><e:CipherReference '
        'URI="OEBPS/a.xhtml"/></encryption>',
    }
    assert passed_over("a.epub", zipped(files))["chapter 2"] == "it is locked (DRM)"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"META-INF/container.xml": "<a"}, "a damaged book: META-INF/container.xml is no XML"),
        ({"META-INF/container.xml": "<a/>"}, "a damaged book: it does not say what is in it"),
        (
            {"OEBPS/book.opf": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
            "declares entities",
        ),
        ({"OEBPS/book.opf": "<a/>"}, "it holds no article"),
    ],
)
def test_a_damaged_one_is_refused(files: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        documents.read("a.epub", book(**files))


@pytest.mark.parametrize("cut", [60, -40])
def test_one_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(Refused, match=r"not an electronic book, though so named|damaged"):
        found("a.epub", book()[:cut])
