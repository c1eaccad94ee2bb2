"""Feeds that were saved, and web archives."""

from __future__ import annotations

import gzip

import pytest

from tests.documents.test_pages import PAGE
from tests.documents.test_registry import found, passed_over, texts
from tests.patience import patience
from tui import documents
from tui.files import Refused

LONG = ("The opposition alliance Clean Hands said on Tuesday that the vote was stolen, and “we "
        "will not leave the square,” Milena Žarković said.")  # fmt: skip

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>River Gazette</title>
<language>en-GB</language><item><title>Mayor &amp; council</title>
<link>https://gazette.example/1</link><pubDate>Tue, 10 May 2022 23:30:00 +0200</pubDate>
<dc:creator>Ana Weaver</dc:creator><description>In short.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>It is late.</p>]]></content:encoded></item>
<item><title>Only a headline</title><description>Read on</description></item>
<item><title>Third</title><description>&lt;p&gt;{LONG} Third.&lt;/p&gt;</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Hill Post</title>
<entry><title>Mayor</title><link href="https://hill.example/1"/><published>2022-05-10T23:30:00+02:00
</published><updated>2022-05-12T00:00:00Z</updated><author><name>Ivo Baker</name></author>
<content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""


def facts(name: str, data: str) -> dict[str, str]:
    told = documents.read(name, data.encode()).told
    return {fact: each.value for fact, each in told.items()}


class TestAFeed:
    pytest.importorskip("feedparser")

    def test_has_an_article_an_item(self) -> None:
        read = texts("a.rss", RSS.encode())
        assert read["item 1"] == f"{LONG}\n\nIt is late."
        assert list(read) == ["item 1", "item 3"]
        assert passed_over("a.rss", RSS.encode()) == {"item 2": "fewer than 20 words"}

    def test_tells_the_facts_of_each(self) -> None:
        assert facts("a.xml", RSS) == {
            "title": "Mayor & council",
            "author": "Ana Weaver",
            "publisher": "River Gazette",
            "published": "2022-05-10",
            "url": "https://gazette.example/1",
            "language": "en",
        }
        assert facts("a.atom", ATOM) | {"language": "en"} == {
            "title": "Mayor",
            "author": "Ivo Baker",
            "publisher": "Hill Post",
            "published": "2022-05-10",
            "url": "https://hill.example/1",
            "language": "en",
        }

    def test_that_is_cut_off_has_the_items_before(self) -> None:
        data = RSS.encode()[: RSS.encode().rindex(b"<item>") + 10]
        assert list(texts("a.rss", data)) == ["item 1"]
        assert "cut off" in passed_over("a.rss", data)[""]

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            ("<xml><a/></xml>", r"^not a feed, though so named$"),
            ("<rss></rss>", "a feed without items"),
            ('<rss><!DOCTYPE a [<!ENTITY b "c">]></rss>', "declares entities"),
            ("<rss>" + "<item>" * 20_000, "no article|fewer than 20|feed|more than"),
        ],
        ids=range(4),
    )
    def test_that_is_none_is_refused_soon(self, data: str, reason: str) -> None:
        with patience(60), pytest.raises(Refused, match=reason):
            documents.read("a.xml", data.encode())

    def test_of_many_items_is_read(self) -> None:
        item = RSS[RSS.index("<item>") : RSS.index("</item>") + 7]
        data = f"<rss version='2.0'><channel>{item * 2_000}</channel></rss>"
        with patience(60):
            assert len(texts("a.rss", data.encode())) == 2_000


def warc(*pages: str, status: str = "200 OK") -> bytes:
    """An archive as a crawler writes it."""
    made = b""
    for number, page in enumerate(pages):
        body = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        made += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/{number}"
            f"\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}"
            "\r\n\r\n"
        ).encode() + body + b"\r\n\r\n"  # fmt: skip
    return made


class TestAWebArchive:
    pytest.importorskip("warcio")

    @pytest.mark.parametrize("packed", [False, True])
    def test_has_its_pages(self, packed: bool) -> None:
        both = [warc(PAGE), warc(PAGE.replace("Tuesday", "Monday"))]
        data = b"".join(map(gzip.compress, both) if packed else both)
        name = "a.warc.gz" if packed else "a.warc"
        assert list(texts(name, data)) == ["page 1", "page 2"]
        assert documents.read(name, data).told["title"].value == "Mayor denies theft of the vote"

    def test_tells_the_address_where_the_page_does_not(self) -> None:
        page = PAGE.replace(
            '<link rel="canonical" href="https://gazette.example/2022/05/mayor">', ""
        )
        assert documents.read("a.warc", warc(page)).told["url"].value == "https://gazette.example/0"

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"words", "not a web archive, though so named"),
            (gzip.compress(b"words"), "not a web archive, though so named"),
            (warc(PAGE, status="404 Not Found"), "it holds no article"),
            (gzip.compress(warc(PAGE))[:300], "it holds no article|cannot be read|no main text"),
        ],
        ids=["words", "packed words", "no page", "cut off"],
    )
    def test_that_is_none_is_refused(self, data: bytes, reason: str) -> None:
        with pytest.raises(Refused, match=reason):
            documents.read("a.gz", data)

    def test_that_is_cut_off_has_the_pages_before(self) -> None:
        data = warc(PAGE, PAGE.replace("Tuesday", "Monday"))
        assert "page 1" in texts("a.warc", data[:-500])

    def test_of_nothing_but_zeros_is_given_up(self) -> None:
        page = "<html><p>" + "0" * 50_000_000
        with patience(60):
            assert found("a.warc.gz", gzip.compress(warc(page)))
