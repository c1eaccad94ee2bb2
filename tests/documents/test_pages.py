"""Web pages: the main text and what the page says of it, or one line that says why not."""

from __future__ import annotations

import logging
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from tests.patience import patience
from tui import documents
from tui.bounded_process import bounded
from tui.build import build
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


def read(page: str | bytes, name: str = "a.html") -> documents.LoadedDocument:
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


NOTES = [
    "<!--\n Page saved with SingleFile \n url: https://gazette.example/a \n saved date: Mon -->",
    "<!-- saved from url=(0025)https://gazette.example/a -->",
    '<meta name="savepage-url" content="https://gazette.example/a">',
]


@pytest.mark.parametrize("note", NOTES)
def test_the_note_of_a_browser_tells_the_address_of_a_page_that_does_not(note: str) -> None:
    page = re.sub("<link[^>]*>", "", PAGE).replace("<head>", f"<head>{note}")
    expected = ("https://gazette.example/a", "a note of the browser in the saved page", None)
    assert read(page).told["url"] == expected


def test_the_day_of_publication_goes_before_other_days_and_is_told_with_that_of_a_change() -> None:
    changed = '<meta property="article:modified_time" content="2022-05-12T09:00:00Z">'
    page = PAGE.replace("<title>", f'<meta name="date" content="12 May 2022">{changed}<title>')
    day, origin, _ = read(page).told["published"]
    assert (day, origin) == ("2022-05-10", "the page's own data; changed on 2022-05-12")


POST = (
    "<blockquote><p>Nobody voted twice.</p>&mdash; Ana Weaver (@aw) <a href='x'>May 9, 2022</a>"
    "</blockquote>"
)
TABLE = (
    "<table><tr><th>List</th><th>Share</th><th>Seats</th></tr>"
    "<tr><td>Clean Hands</td><td>46.7%</td><td>50</td></tr>"
    "<tr><td>Blue List</td><td>23.6%</td><td>–</td></tr></table>"
)


def with_paragraph(html: str) -> str:
    return PAGE.replace("<p>“We will", f"{html}<p>“We will")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<p>The mayor said: <q>Nobody voted <b>twice</b></q> at noon.</p>",
            "“Nobody voted twice”",
        ),
        ("<p>The mayor wrote:</p><blockquote><p>Nobody voted twice.</p></blockquote>", "“Nobody"),
        ("<p>It was read out.</p><blockquote>“Nobody voted.”</blockquote>", "“Nobody voted.”"),
        (
            POST,
            "“Nobody voted twice.” — Ana Weaver (@aw) May 9, 2022",
        ),
        (
            TABLE,
            "| Clean Hands | 46.7% | 50 | \n| Blue List | 23.6% | – | \n",
        ),
    ],
)
def test_what_elements_show_becomes_words(html: str, words: str) -> None:
    assert words in read(with_paragraph(html)).text


def test_posts_of_several_days_keep_their_time() -> None:
    post = "<div><time datetime='2022-05-{}T10:30:00Z'>{} May</time><p>{}</p></div>"
    words = "The mayor of the town said on Monday that nobody had voted twice."
    text = read(with_paragraph(post.format("10", 10, words) + post.format("09", 9, words))).text
    assert f"2022-05-10 10:30\n{words}\n2022-05-09 10:30\n{words}" in text


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>“Burn them,” said the mayor of the town in a note to all.</p>",
        '<p style="display: none">“Burn them,” said the mayor of the town in a note to all.</p>',
        "<p>To continue reading, please subscribe. “Burn them,” said our editor at noon.</p>",
    ],
)
def test_what_is_hidden_or_a_wall_is_no_part_of_the_report(html: str) -> None:
    assert "Burn" not in read(with_paragraph(html)).text


def test_a_wall_beside_a_report_is_said() -> None:
    page = with_paragraph(
        "<p>Already a subscriber? Log in, and read on without any bounds.</p>" * 2
    )
    page = page.replace("</p>", " And so it goes on, said the mayor, for a long while yet.</p>", 1)
    (said,) = read(page).remarks
    assert said.startswith("a wall may hide a part of it: “Already a subscriber? Log in")


def test_a_wall_instead_of_a_report_is_refused() -> None:
    wall = "We use cookies to show you what you like on this site and on others."
    with pytest.raises(Refused, match=r"^a wall instead of a report"):
        read(f"<html><body><p>{wall}</p></body></html>")


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


def data(words: str) -> str:
    """What a page says of itself for machines."""
    return f'<head><script type="application/ld+json">{words}</script>'


def numbered(piece: str, count: int) -> str:
    """A piece once for each number, which stands in it for ``#``."""
    return "".join(piece.replace("#", str(number)) for number in range(count))


PERSON = '{"@context": "https://schema.org", "@type": "NewsArticle", "author": {"name": "NAME"}}'

HOSTILE = {
    "attributes without spaces": ("<p>", numbered("a#=''", 60_000).join(("<p ", "><p>"))),
    "people in broken data": ("<head>", data('"@type":"Person",' * 60_000)),
    "names in data": ("<head>", data(PERSON.replace("NAME", "<b " * 60_000))),
    "nested tables": ("<p>", "<table><tr><td>a word or two" * 12_000),
    "nested forms": ("<p>", "<form><div>a word or two" * 20_000),
    "nested lists": ("<p>", ("<ul><li>a word" * 90 + "</li></ul>" * 90) * 30),
    "links in a paragraph": ("<p>", "<p>" + numbered("<b><a href=/#>word #</a></b> and ", 5_000)),
    "footnotes": ("<p>", numbered("<p>Word<sup><a href=/#>[#]</a></sup> by word.</p>", 2_000)),
}
"""What makes a page one that the library takes long to read, though it is of moderate size,
and what of it that stands in the place of."""


def hostile(kind: str) -> str:
    return PAGE.replace(*HOSTILE[kind], 1)


REFUSED = {"attributes without spaces", "people in broken data", "names in data"}
"""Those on which it takes longer than half a second; the others are read, or found empty."""


class TestPagesThatTakeLong:
    @pytest.fixture(autouse=True)
    def _soon(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read(PAGE)  # what follows needs no process to begin
        monkeypatch.setattr(pages, "SECONDS", 0.5)

    @pytest.mark.parametrize("kind", HOSTILE)
    def test_are_refused_or_read_in_the_time_they_have(
        self, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if kind not in REFUSED:
            monkeypatch.setattr(pages, "SECONDS", 20)
        with patience(10):
            try:
                text, reason = read(hostile(kind)).text, ""
            except Refused as refused:
                text, reason = "", str(refused)
        refused_for_time = reason == "reading the page takes more than 0.5 s of computing"
        assert refused_for_time == (kind in REFUSED)
        assert reason or text

    def test_that_take_too_much_memory_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pages, "SECONDS", 20)
        monkeypatch.setattr(pages, "MEMORY", 160_000_000)
        names = PERSON.replace("NAME", "Ana Weaver and " * 100_000)
        page = PAGE.replace("<head>", data(names), 1)
        with pytest.raises(Refused, match=r"^reading the page takes more than 160 MB of memory$"):
            read(page)
        assert "Žarković" in read(PAGE).text

    def test_that_end_their_process_are_refused_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:

        def crashing(work: str, html: str, **bounds: Any) -> Any:
            if "crash" in html:
                return bounded("os:abort", **bounds)
            return bounded(work, html, **bounds)

        monkeypatch.setattr(pages, "bounded", crashing)
        with pytest.raises(Refused, match=r"ends the process that does it \(SIGABRT\)$"):
            read(PAGE.replace("Ana", "crash"))
        assert "Žarković" in read(PAGE).text

    def test_are_named_and_the_others_are_built(self, tmp_path: Path) -> None:
        (tmp_path / "a.html").write_text(PAGE, "utf-8")
        (tmp_path / "b.html").write_text(hostile("people in broken data"), "utf-8")
        (tmp_path / "c.htm").write_text(PAGE.replace("Tuesday", "Wednesday"), "utf-8")
        (tmp_path / "d.txt").write_text("“We won,” said Ana Weaver.\n", "utf-8")
        report = build(tmp_path).report
        assert report.articles == 3
        reason = "reading the page takes more than 0.5 s of computing"
        assert report.skipped == (("b.html", reason),)


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
