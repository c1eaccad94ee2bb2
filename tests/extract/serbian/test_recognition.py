"""The language of short and mixed texts, and whose rules read what is too short to tell."""

from __future__ import annotations

import pytest

from tui.extract.languages import of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gradonačelnik: Most će biti otvoren sledeće nedelje", "sr-Latn"),
        ("Predsednica opštine: Nećemo menjati odluku o mostu", "sr-Latn"),
        ("Beograd: Most je otvoren posle šest meseci čekanja, a deca idu peške", "sr-Latn"),
        ("Градоначелник: Мост ће бити отворен", "sr-Cyrl"),
        ("Премијер: Неће бити нових избора до пролећа", "sr-Cyrl"),
        ("Predsjednik: Tko je potrošio tisuću eura na most?", "hr"),
        ("Prosvjed zbog mosta: Netko za ovo mora odgovarati", "hr"),
        ("Općina je dala saopćenje o mostu, a hiljade ljudi čekaju", "bs"),
        ("Ministar inostranih poslova je u poseti susedima zbog mosta", "sr-Latn"),
        ("Susjedi su sudjelovali u obnovi mosta, rekli su obitelji u Uredu", "hr"),
        ("Ovisno o financijama, most će biti otvoren, rekla je sutkinja", "hr"),
        ("Nijesmo protiv mosta, nego protiv dima", "cnr"),
        ("Mayor: The bridge will be open by Sunday", "en"),
    ],
)
def test_of_a_headline(text: str, language: str) -> None:
    assert of(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "Pavić o mostu: „Nemamo šta da krijemo“",
        "Мост је отворен",
        "Vilić: Neće biti novog mosta",
        "Protest u Brodu: „Dosta je bilo“",
    ],
)
def test_what_is_too_short_to_tell_is_read_by_the_rules_of_its_small_words(text: str) -> None:
    assert of(text)[1].code == "sr"


@pytest.mark.parametrize("text", ["Novi’s mayor met them.", "Brod, Novi Sad", "Ana Kos", "12 : 3"])
def test_what_has_hardly_a_word_of_its_own_is_read_as_english(text: str) -> None:
    assert of(text)[1].code == "en"


ENGLISH = (
    "The mayor said on Monday that the bridge would be open by the end of the week, and that"
    " nobody had asked her about it before. "
)
SERBIAN = (
    "Gradonačelnica je u ponedeljak rekla da će most biti otvoren do kraja nedelje i da je niko"
    " ranije nije pitao o tome. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3 + "She added: „Nemamo šta da krijemo, most je siguran.“", "en"),
        (SERBIAN * 3 + "Poručila je: “We have nothing to hide, the bridge is safe.”", "sr-Latn"),
        (SERBIAN + "Izvor: The Brod Gazette, Photo by Ivan Kos", "sr-Latn"),
        (ENGLISH + "Foto: Tanjug. Pročitajte još: Most je otvoren", "en"),
    ],
)
def test_of_a_text_that_quotes_another_language(text: str, language: str) -> None:
    assert of(text)[0] == language
