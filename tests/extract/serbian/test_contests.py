"""Which elections a Serbian text speaks of, and which of them the program's files know."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import read
from tui.extract.languages.sr.letters import cyrillic

PARLIAMENT, CITY = "serbia-parliamentary-2023", "belgrade-city-2023"


@pytest.mark.parametrize(
    ("text", "contests"),
    [
        (
            "RIK je saopštio da je SNS na parlamentarnim izborima osvojila 129 mandata.",
            [PARLIAMENT],
        ),
        ("Na izborima u Srbiji SNS je osvojila 46,7 odsto glasova.", [PARLIAMENT]),
        ("Republička izborna komisija: SNS na izborima osvojila 46,7 odsto.", [PARLIAMENT]),
        ("Na beogradskim izborima SNS je osvojila 49 mandata.", [CITY]),
        ("Na izborima u Beogradu SNS je osvojila 49 mandata.", [CITY]),
        ("Na izborima za Skupštinu grada Beograda SNS ima 49 mandata.", [CITY]),
        (
            "Na parlamentarnim izborima u Srbiji SNS ima 129 mandata, a na beogradskim 49.",
            [CITY, PARLIAMENT],
        ),
        (
            "Na parlamentarnim izborima u Srbiji 2022. SNS je osvojila 120 mandata.",
            ["serbia-parliamentary-2022"],
        ),
        (
            "Na predsedničkim izborima u Srbiji 2022. glasalo je 58 odsto birača.",
            ["serbia-presidential-2022"],
        ),
        ("Na lokalnim izborima u Srbiji SNS je dobila 40 odsto glasova.", ["serbia-local-2023"]),
        ("Na izborima za predsednika kluba glasalo je 40 članova.", []),
        ("Most je pred izbore koštao 40 dinara.", []),
    ],
)
def test_are_those_of_the_files(text: str, contests: list[str]) -> None:
    for written in (str, cyrillic):
        found = read(written(text), "2023-12-19").contests
        assert sorted(each.id for each in found) == contests, written(text)


def test_give_the_figures_of_a_paragraph_their_contest() -> None:
    text = (
        "RIK je objavio rezultate parlamentarnih izbora u Srbiji.\n\n"
        "SNS je osvojila 46,72 odsto glasova, a SPS 6,55 odsto. Izlaznost je bila 58,7 odsto.\n"
    )
    assert {each.contest for each in read(text, "2023-12-19").figures} == {PARLIAMENT}
