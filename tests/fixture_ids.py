"""Ids for records that tests make by hand."""

from __future__ import annotations


def placed_id(article: str, kind: str, start: int) -> str:
    """An id that tells where a record stands: of another form than the program's own, on
    which no test of something else should rest."""
    return f"{article}.{kind[0]}{start}"
