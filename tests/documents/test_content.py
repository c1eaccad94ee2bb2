"""What a file holds, whatever it is called, and what is said of a text that is garbled."""

from __future__ import annotations

import pytest

from tui import documents
from tui.files import Refused

PAGE = (
    "<!DOCTYPE html><html><body><p>The mayor, who spoke for an hour at noon in the hall, was silent"
    " about it.</p></body></html>"
)


@pytest.mark.parametrize("before", ["", "\ufeff", "\n  ", "<!-- saved -->\n"])
def test_a_page_is_read_as_one_whatever_it_is_called(before: str) -> None:
    document = documents.read("a.txt", (before + PAGE).encode())
    assert document.text.startswith("The mayor")
    assert document.remarks == ("read as a web page, which it is whatever its name says",)


@pytest.mark.parametrize(
    ("text", "what"),
    [("{\\rtf1\\ansi}", "rich text|holds no text"), ("%PDF-1.7\nThe mayor", "PDF")],
)
def test_the_source_of_another_format_is_refused(text: str, what: str) -> None:
    with pytest.raises(Refused, match=what):
        documents.read("a.txt", text.encode())


def test_a_text_read_in_the_wrong_encoding_is_said_with_what_it_should_be() -> None:
    text = "“Nobody,” said Petar Lukić. “We won,” said Lukić."
    (said,) = documents.read("a.txt", text.encode().decode("cp1252", "replace").encode()).remarks
    assert said.startswith("garbled, being UTF-8 that was read as windows-1252: “LukiÄ‡”")
    assert "should be “Lukić”" in said


def test_escaped_characters_are_said() -> None:
    (said,) = documents.read("a.txt", b"&ldquo;We won,&rdquo; said Ana &amp; Bob.").remarks
    assert said.startswith("escaped characters are left in it: &ldquo; for “;")


@pytest.mark.parametrize("text", ["Questions & answers.", "Ärger über Öl. A&B; C&D; are firms."])
def test_of_other_texts_nothing_is_said(text: str) -> None:
    assert documents.read("a.txt", text.encode()).remarks == ()
