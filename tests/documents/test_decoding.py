"""The encoding of a file is recognised, or the file is refused: no name is read wrongly."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tui.documents.decoding import decode
from tui.files import Refused

SERBIAN = "Predsednik Aleksandar Vučić rekao je „Pobedili smo“; Đilas i Tepićeva štrajkuju."
ENGLISH = "“We will not leave,” said Marinika Tepić, who accuses President Vučić of theft."
CYRILLIC = "Председник Србије Александар Вучић рекао је да ће избори бити одржани."
FRENCH = "Hélène Molière said in Genève that the café’s owner, a Frenchman, was très fier."
ALBANIAN = "Kryeministri tha se Kosova është e gatshme për zgjedhje të lira."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SERBIAN, "windows-1250"),
        (ENGLISH, "windows-1250"),
        ("Vučić", "windows-1250"),
        ("Predsednik Aleksandar Vučić rekao je da štrajk traje.", "iso-8859-2"),
        (CYRILLIC, "windows-1251"),
        (FRENCH, "windows-1252"),
        (ALBANIAN, "windows-1252"),
        ("“It was stolen,” she said – twice.", "windows-1252"),
        (SERBIAN, "utf-16"),
        (CYRILLIC, "utf-32"),
        (ENGLISH, "utf-8"),
    ],
)
def test_an_encoding_is_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_a_byte_order_mark_tells_the_order(mark: bytes) -> None:
    name = "utf-16" if len(mark) == 2 else "utf-32"
    assert decode(mark + ENGLISH.encode(f"{name}-be")) == (ENGLISH, name)


def test_the_mark_of_utf8_is_a_character_that_offsets_count() -> None:
    assert decode(ENGLISH.encode("utf-8-sig")).text == f"\ufeff{ENGLISH}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"PK\x03\x04\0\0", "binary: it holds NUL bytes"),
        ("vote".encode("utf-16-le"), "binary: it holds NUL bytes"),
        (b"\xff\xfev", "not UTF-16, though marked so: byte 3"),
        (b"\xff\xfe\0\0v", "not UTF-32, though marked so: byte 5"),
        ("v\0te".encode("utf-16"), "binary: it holds NUL bytes"),
        ("Tepić".encode() + b"\xff", "not UTF-8: byte 7 is 0xff"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SERBIAN, "cp852"),
        (ENGLISH, "mac_croatian"),
        ("“It’s stolen,” she said.", "mac_roman"),
        (CYRILLIC, "koi8_r"),
        ("票が盗まれた", "shift_jis"),
    ],
)
def test_an_encoding_that_does_not_show_is_refused(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    with pytest.raises(Refused, match="no other encoding shows; save it as UTF-8"):
        decode(data)


def test_a_page_is_decoded_as_it_declares() -> None:
    page = f'<meta charset="KOI8-R"><p>{CYRILLIC}</p>'.replace("ћ", "ч").replace("ј", "й")
    assert decode(page.encode("koi8-r"), page=True) == (page, "koi8-r")


def test_a_page_in_utf8_is_so_whatever_it_declares() -> None:
    page = f'<meta charset="windows-1250"><p>{CYRILLIC}</p>'
    assert decode(page.encode(), page=True) == (page, "utf-8")


@pytest.mark.parametrize("declared", ["utf-7", "idna", "rot13", "no-such", "hex", "é"])
def test_a_page_cannot_declare_what_is_no_encoding_of_pages(declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{SERBIAN}</p>'
    assert decode(page.encode("cp1250"), page=True).encoding == "windows-1250"


@given(some.binary(max_size=200))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except Refused:
        return
    assert data.decode(encoding) == text
