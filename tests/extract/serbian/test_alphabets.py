"""Latin letters, Cyrillic ones, and letters without accents give one reading."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.bench.serbian import plain
from tests.election_night.night import ARTICLES
from tui import extract
from tui.extract.languages.sr.letters import cyrillic

ARTICLE = (
    "Pavić: Most je siguran\n\n"
    "NOVI SAD, 14. marta 2024. (Tanjug) - Gradonačelnica Zrenka Pavić izjavila je juče da će most"
    " biti otvoren u petak, a da će kazne platiti izvođač.\n\n"
    "„Nemamo šta da krijemo“, rekla je ona. „Svako može da vidi papire.“\n\n"
    "Direktor preduzeća Đorđe Vilić naveo je da radnici „nisu krivi ni za šta“. Prema njegovim"
    " rečima, radovi kasne zbog kiše. Dodao je i da su žalbe stigle na vreme.\n\n"
    "– Tražimo ostavku – poručio je odbornik Damir Kosan. – Dosta je bilo.\n\n"
    "Sa Vilićem smo razgovarali, a Kosanu poslali pitanja.\n"
)


LATIN = [
    each
    for each in sorted(ARTICLES.glob("*.txt"))
    if each.stem[:2] in ("sr", "hr", "bs")
    and each.read_text("utf-8").isascii() is False
    and not any("\u0400" <= letter <= "\u04ff" for letter in each.read_text("utf-8"))
]
"""Articles about one night in Latin letters."""


class TestBothAlphabets:
    @pytest.mark.parametrize("path", LATIN, ids=[each.stem for each in LATIN])
    def test_give_the_same_records_of_whole_articles(self, path: Path) -> None:
        text = path.read_text("utf-8")
        assert _counted(text) == _counted(cyrillic(text))

    @pytest.mark.parametrize("path", LATIN, ids=[each.stem for each in LATIN])
    def test_give_the_same_where_there_are_no_accents(self, path: Path) -> None:
        text = path.read_text("utf-8")
        assert _counted(text) == _counted(plain(text))

    def test_give_the_same_records(self) -> None:
        latin, written = _records(ARTICLE), _records(cyrillic(ARTICLE))
        assert len(latin[0]) == 9
        assert latin == written

    def test_and_letters_without_accents(self) -> None:
        plain = ARTICLE.replace("Đ", "Dj").replace("đ", "dj")
        plain = unicodedata.normalize("NFKD", plain)
        assert _records("".join(c for c in plain if not unicodedata.combining(c))) == _records(
            ARTICLE
        )

    def test_show_names_as_they_are_written(self) -> None:
        names = [each.name for each in extract.read("most.txt", cyrillic(ARTICLE)).actors]
        assert "Ђорђе Вилић" in names


def _records(text: str) -> tuple[list[tuple[str, tuple[str, ...], int]], list[tuple[str, int]]]:
    """What is read of a text, without its letters."""
    found = extract.read("most.txt", text)
    return (
        [(each.type, each.speakers, each.text.count(" ")) for each in found.quotes],
        [(each.id, len(each.mentions)) for each in found.actors],
    )


def _counted(text: str) -> tuple[object, ...]:
    """The records of a text as far as its letters do not matter."""
    found = extract.read("most.txt", text)
    return (
        [(each.type, each.speakers) for each in found.quotes],
        [(each.measure, each.value, each.subject, each.contest) for each in found.figures],
        [(each.when.edtf, each.status) for each in found.events],
        sorted((each.id, each.type, len(each.mentions)) for each in found.actors),
        [each.id for each in found.contests],
        found.article.published.edtf,
    )
