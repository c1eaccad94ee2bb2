"""What is made of words alone and lasts as long as they do: digests, short ids, slugs."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def digest(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def number_of(data: bytes) -> int:
    """A number of 64 bits that stands for some bytes."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PLAIN = str.maketrans(
    {"đ": "dj", "Đ": "Dj", "ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "æ": "ae", "ı": "i"}
)


def short_id(words: str) -> str:
    """Six characters (30 bits of the SHA-256 of some words) after Crockford's base 32."""
    number = int(digest(words)[:8], 16) >> 2
    return "".join([ID_ALPHABET[number >> bits & 31] for bits in range(25, -1, -5)])


_OF_SLUGS = re.compile(r"[a-z0-9]+")


def slug(name: str) -> str:
    """A name as an id: ``Dragan Đilas`` is ``dragan-djilas``.

    A name with no Latin letter at all is given a digest, so that it has an id too.
    """
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
        words = _OF_SLUGS.findall(plain.encode("ascii", "ignore").decode().lower())
    else:
        words = _OF_SLUGS.findall(name.lower())
    return "-".join(words) or f"n{digest(name)[:8]}"
