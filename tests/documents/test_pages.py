"""Web pages: the main text and what the page says of it, or one line that says why not."""

from __future__ import annotations

import logging
import sys
from importlib import metadata

import pytest

from tests.patience import patience
from tui import documents
from tui.documents import pages
from tui.files import Refused

PAGE = """\
<!DOCTYPE html><html lang="en-GB"><head><title>Mayor denies theft | River Gazette</title>
<meta property="og:title" content="Mayor denies theft of the vote">
<meta property="og:site_name" content="River Gazette">
<meta name="author" content="Ana Weaver">
<link rel="canonical" href="https://gazette.example/2022/05/mayor">
<meta property="article:published_time" content="2022-05-10T09:00:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/a">About</a></nav>
<article><h1>Mayor denies theft of the vote</h1>
<p>The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica.</p>
<p>“We will not leave the square,” <a href="/z">Milena Žarković</a> said.</p>
</article><footer>© River Gazette. All rights reserved.</footer></body></html>
"""


def read(page: str | bytes, name: str = "a.html") -> documents.Document:
    return documents.read(name, page if isinstance(page, bytes) else page.encode())


def test_the_main_text_is_read_without_what_stands_around_it() -> None:
    text = read(PAGE).text
    assert "“We will not leave the square,” Milena Žarković said." in text
    assert "Home" not in text
    assert "All rights" not in text


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("title", "Mayor denies theft of the vote"),
        ("author", "Ana Weaver"),
        ("publisher", "River Gazette"),
        ("published", "2022-05-10"),
        ("url", "https://gazette.example/2022/05/mayor"),
        ("language", "en"),
    ],
)
def test_what_the_page_says_of_it_becomes_facts(fact: str, value: str) -> None:
    assert read(PAGE, "A.HTM").told[fact] == (value, "the page's own data", None)


def test_what_the_page_does_not_say_is_no_fact() -> None:
    page = "<html><body><p>The mayor, who spoke for an hour at noon, was silent.</p></body></html>"
    assert read(page).told == {}


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    page = PAGE.replace("https://gazette.example/2022/05/mayor", "javascript:alert(1)")
    assert "url" not in read(page).told


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1250">')
    document = read(page.encode("cp1250"))
    assert document.encoding == "windows-1250"
    assert "Milena Žarković" in document.text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<html></html>", "no main text is found in the page"),
        ("<" * 100_000, "no main text is found in the page"),
        ("<div>" * 40_000, "no main text is found in the page"),
        ("<script>" * 40_000, "no main text is found in the page"),
        ("<a href=x>" * 60_000, "a page of more than 50,000 tags"),
        (f"<p {'a=1 ' * 100_000}>Hello", "a page with a tag of more than 2,000 attributes"),
        ("<p " + 'a=">" ' * 100_000 + ">Hello", "a page with a tag of more than 2,000 attributes"),
        ("<p>" + "x" * 5_000_000, "a page larger than 5 MB"),
    ],
    ids=range(8),
)
def test_a_page_of_any_shape_is_refused_soon(page: str, reason: str) -> None:
    with patience(20), pytest.raises(Refused) as refused:
        read(page)
    assert str(refused.value) == reason


def test_no_file_is_read_that_a_page_names() -> None:
    page = (
        '<!DOCTYPE html [<!ENTITY host SYSTEM "file:///etc/hostname">]><html><body>'
        "<p>The name of the host, said the mayor of the town, is &host; today.</p></body></html>"
    )
    assert "&host;" in read(page).text


def test_nothing_is_said_beside(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(Refused):
        read("<html></html>")
    assert [each for each in caplog.records if each.levelno >= logging.WARNING] == []


class TestWithoutTheLibrary:
    @pytest.fixture(autouse=True)
    def _missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(name: str) -> str:
            raise metadata.PackageNotFoundError(name)

        monkeypatch.setitem(sys.modules, "trafilatura", None)
        monkeypatch.setattr(metadata, "version", missing)

    def test_a_page_is_refused_with_what_to_install(self) -> None:
        with pytest.raises(Refused, match="pip install trafilatura lxml_html_clean"):
            read(PAGE)

    def test_a_store_made_so_is_older_than_one_made_with_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert documents.reader_of("a.html") == "no reader"
        monkeypatch.undo()
        assert documents.reader_of("a.html") == pages.version() != "no reader"

    def test_other_texts_need_none(self) -> None:
        assert read("Some text.", "a.md").text == "Some text."
        assert documents.reader_of("a.md") == ""
