"""Messages, mailboxes and pages saved as messages."""

from __future__ import annotations

import contextlib
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.documents.test_pages import PAGE
from tests.documents.test_registry import found, passed_over, texts
from tests.patience import patience
from tests.samples import POST
from tui import documents
from tui.build import build
from tui.documents import reader
from tui.files import Refused
from tui.inputs import inputs
from tui.integrity import problems

WORDS = "“We will not leave the square,” Milena Žarković said.\n"


def letter(text: str = WORDS, html: str = "", subject: str = "Mayor denies theft") -> EmailMessage:
    """A newsletter."""
    made = EmailMessage()
    made["From"] = "River Gazette <news@gazette.example>"
    made["To"] = "reader@town.example"
    made["Subject"] = subject
    made["Date"] = "Tue, 10 May 2022 23:30:00 +0200"
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


HTML = """<html><head><title>x</title><style>p {color: red}</style></head><body>
<div style="display:none">The preview that nobody sees</div><h1>Mayor denies theft</h1>
<table><tr><td><p>The opposition said on Tuesday that the vote was stolen.</p></td>
<td>Milena Žarković said: <q>We will not leave the square</q>.<br>She left.</td></tr></table>
<img alt="x" src="http://track.example/1.gif"></body></html>"""


def mailbox(*messages: EmailMessage, ends: bytes = b"\n") -> bytes:
    return b"".join(
        b"From news@gazette.example Tue May 10 23:30:00 2022\n"
        + each.as_bytes().replace(b"\nFrom ", b"\n>From ")
        + ends
        for each in messages
    )


class TestAMessage:
    def test_is_read_with_the_facts_of_its_head(self) -> None:
        document = documents.read("a.eml", letter().as_bytes())
        assert document.text == WORDS
        assert {fact: told.value for fact, told in document.told.items()} == {
            "title": "Mayor denies theft",
            "publisher": "River Gazette",
            "published": "2022-05-10",
        }
        assert document.told["title"].origin == "the message's head"

    def test_that_is_formatted_is_read_as_it_is_seen(self) -> None:
        for text in ("", "Read it at https://gazette.example\n"):
            document = documents.read("a.eml", letter(text, HTML).as_bytes())
            assert document.text == (
                "Mayor denies theft\n\nThe opposition said on Tuesday that the vote was stolen."
                "\n\nMilena Žarković said: “We will not leave the square”.\nShe left."
            )

    def test_in_another_encoding_is_read_as_it_says(self) -> None:
        made = letter()
        made.set_content(WORDS.replace("“", '"').replace("”", '"'), charset="iso-8859-2")
        assert "Žarković" in documents.read("a.eml", made.as_bytes()).text

    def test_that_was_forwarded_has_the_title_it_had(self) -> None:
        document = documents.read("a.eml", letter(subject="Fwd: Re: Mayor").as_bytes())
        assert document.told["title"].value == "Mayor"

    def test_has_what_is_attached_beside_it(self) -> None:
        made = letter()
        made.add_attachment(POST.encode(), maintype="text", subtype="plain", filename="post.txt")
        made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
        made.add_attachment(b"x", maintype="application", subtype="zip", filename="../../x.bin")
        made.add_attachment(letter("Another one.\n"))
        data = made.as_bytes()
        assert texts("a.eml", data) == {
            "": WORDS,
            "attachment 1, post.txt": POST,
            "attachment 3": "Another one.\n",
        }
        assert passed_over("a.eml", data) == {
            "attachment 2, ../../x.bin": "of a kind that is not read"
        }

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"no message at all", "no message: it has no head"),
            (b"Subject: empty\n\n", "a message without a text"),
            (b"\xff\xfe\x00", "no message: it has no head"),
        ],
    )
    def test_that_is_none_is_refused(self, data: bytes, reason: str) -> None:
        with pytest.raises(Refused, match=reason):
            found("a.eml", data)

    @pytest.mark.parametrize(
        "head",
        [
            b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 1_000,
            b"Content-Type: multipart/mixed; boundary=\n\nWords.",
            b"Subject: =?utf-8?q?=ff=fe?= =?x?b?====?=\nDate: 99\nFrom: <<<>>>@@\n\nWords.",
            b"Content-Type: text/plain; charset=nothing\n\nWords.",
            b"Content-Transfer-Encoding: base64\n\n%%%%",
            b"To: " + b"a@b.example, " * 50_000 + b"\n\nWords.",
            b"Content-Type: text/html\n\n" + b"<div>" * 50_000,
            b"Content-Type: text/html\n\n" + b"<!--" * 30_000,
        ],
        ids=range(8),
    )
    def test_of_any_shape_is_read_or_refused_soon(
        self, head: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reader, "SECONDS", 3)
        with patience(20), contextlib.suppress(Refused):
            assert found("a.eml", head)


class TestAMailbox:
    def test_is_read_message_by_message(self) -> None:
        data = mailbox(letter("One.\n"), letter("From here on.\nTwo.\n"), letter("", HTML))
        assert list(texts("a.mbox", data)) == ["message 1", "message 2", "message 3"]
        assert texts("Inbox", data)["message 2"] == "From here on.\nTwo.\n"

    def test_of_which_a_message_is_broken_has_the_others(self) -> None:
        broken = mailbox(letter("One.\n")) + b"From x Tue May 10 10:00:00 2022\nSubject: x\n\n\n"
        data = broken + mailbox(letter("Three.\n"))
        assert texts("a.mbox", data) == {"message 1": "One.\n", "message 3": "Three.\n"}
        assert passed_over("a.mbox", data) == {"message 2": "a message without a text"}

    def test_that_is_cut_off_has_what_stands_before(self) -> None:
        data = mailbox(letter("One.\n"), letter("Two is long.\n"))[:-9]
        assert texts("a.mbox", data)["message 1"] == "One.\n"

    def test_that_is_none_is_refused(self) -> None:
        with pytest.raises(Refused, match=r"^not a mailbox, though so named$"):
            found("a.mbox", b"From here it goes on.\n\nWords.")

    def test_is_not_seen_in_a_report(self) -> None:
        text = "From Belgrade at 10:00 today:\nNothing: it is quiet.\n"
        assert documents.read("a.txt", text.encode()).text == text

    def test_makes_a_corpus_that_holds(self, tmp_path: Path) -> None:
        data = mailbox(letter(), letter("", HTML, "Second"))
        (tmp_path / "news.mbox").write_bytes(data)
        built = build(tmp_path)
        assert [each.path for each in built.corpus.articles] == [
            "news.mbox/message 1",
            "news.mbox/message 2",
        ]
        assert {each.publisher for each in built.corpus.articles} == {"River Gazette"}
        assert problems(built.corpus, inputs(tmp_path).texts) == []


def saved(html: str = PAGE, charset: str = "utf-8") -> bytes:
    """A page as a browser saves it in one file."""
    body = html.encode(charset)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/a?b\r\n"
        b"Subject: Mayor\r\nDate: Wed, 1 Jun 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
        b"------x\r\nContent-Type: text/html; charset=%s\r\nContent-Transfer-Encoding: binary\r\n"
        b"Content-Location: https://gazette.example/a?b\r\n\r\n%s\r\n"
        b"------x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n"
        b"------x--\r\n" % (charset.encode(), body)
    )


class TestAPageSavedAsOneFile:
    def test_is_read_as_the_page(self) -> None:
        document = documents.read("a.mhtml", saved())
        assert "“We will not leave the square,” Milena Žarković said." in document.text
        assert document.locator == ""
        assert document.told["published"].value == "2022-05-10"

    def test_tells_its_address_where_the_page_does_not(self) -> None:
        page = PAGE.replace(
            '<link rel="canonical" href="https://gazette.example/2022/05/mayor">', ""
        )
        told = documents.read("a.mht", saved(page)).told["url"]
        assert told.value == "https://gazette.example/a?b"

    def test_is_known_whatever_its_name(self) -> None:
        document = documents.read("a.txt", saved())
        assert document.remarks[0].startswith("read as a page saved as one file")
        assert "Žarković" in document.text

    def test_in_another_encoding_is_read_as_it_says(self) -> None:
        page = PAGE.replace("“", '"').replace("”", '"').replace("©", "")
        assert "Žarković" in documents.read("a.mht", saved(page, "iso-8859-2")).text

    @pytest.mark.parametrize("cut", [40, 250])
    def test_that_is_cut_off_is_refused(self, cut: int) -> None:
        with pytest.raises(Refused, match=r"no page|no main text|empty"):
            found("a.mhtml", saved()[:cut])
