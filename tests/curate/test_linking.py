"""One happening that several articles tell is one event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tui import dates
from tui.build import build
from tui.corpus import Corpus
from tui.curate import linking
from tui.curate.linking import ToldEvents, linked
from tui.model import Anchor, Event
from tui.summary import happening
from tui.tables.line_cache import remembering
from tui.tables.record_buffers import RecordBuffer

MONDAY = "Published 18 December 2023\n\n"
TUESDAY = "Published 19 December 2023\n\n"


def corpus_of(folder: Path, *texts: str) -> Corpus:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return build(folder, processes=1)[0]


def events(folder: Path, *texts: str) -> list[Event]:
    """The events of articles, as a corpus of them has them."""
    return list(corpus_of(folder, *texts).events)


@pytest.mark.parametrize(
    ("one", "other", "articles"),
    [
        pytest.param(
            "Mayor Ana Kos was arrested on Sunday, 17 December 2023.",
            "Police arrested Ana Kos on 17 December 2023.",
            [2],
            id="one person arrested on one day",
        ),
        pytest.param(
            "Mayor Ana Kos was arrested on Sunday, 17 December 2023.",
            "Police arrested Petar Lukin on 17 December 2023.",
            [1, 1],
            id="two persons arrested on one day",
        ),
        pytest.param(
            "Mayor Ana Kos was arrested on 17 December 2023.",
            "Mayor Ana Kos was arrested on 18 December 2023.",
            [1, 1],
            id="one person arrested on two days",
        ),
        pytest.param(
            "The Orland Green list won 39.3 percent of the vote on 17 December 2023.",
            "The Orland Green list won 46.7 percent of the vote on 17 December 2023.",
            [1, 1],
            id="one list of which two shares are too far apart for one vote",
        ),
        pytest.param(
            "The Orland Green list won 46.3 percent of the vote on 17 December 2023.",
            "The Orland Green list won 46.7 percent of the vote on 17 December 2023.",
            [2],
            id="one list of which two counts of one vote are told",
        ),
        pytest.param(
            "The Orland Green list won 9 seats on 17 December 2023.",
            "The Orland Blue list won 12 seats on 17 December 2023.",
            [1, 1],
            id="two lists that each have won some seats on one day",
        ),
        pytest.param(
            "The parliamentary election in Serbia was held on 17 December 2023.",
            "Parliamentary elections were held on 17 December 2023.",
            [2],
            id="a vote, whoever takes part",
        ),
        pytest.param(
            "The parliamentary election in Serbia was held on 17 December 2023.",
            "The parliamentary election in Kosovo was held on 17 December 2023.",
            [1, 1],
            id="votes in two countries",
        ),
        pytest.param(
            "Students have called a march in Brenn for 19 December 2023.",
            "A protest march is planned in Brenn on 19 December 2023.",
            [2],
            id="a march in one town",
        ),
        pytest.param(
            "Two dockers were injured in Brisk on 17 December 2023.",
            "Eleven policemen were injured in Velm on 17 December 2023.",
            [1, 1],
            id="people hurt in two towns",
        ),
        pytest.param(
            "Five men were arrested on 17 December 2023.",
            "Eight people were arrested on 17 December 2023.",
            [1, 1],
            id="arrests of which only the verb is the same",
        ),
        pytest.param(
            "Eleven policemen were injured outside the harbour in Velm on 17 December 2023.",
            "Policemen were injured at the harbour on 17 December 2023.",
            [2],
            id="people hurt at one harbour",
        ),
        pytest.param(
            "A debate of the candidates took place on 17 December 2023.",
            "The television debate took place on 17 December 2023.",
            [2],
            id="a debate, by whatever words",
        ),
        pytest.param(
            "The referendum was held on 17 December 2023.",
            "The local election was held on 17 December 2023.",
            [1, 1],
            id="a referendum and an election",
        ),
        pytest.param(
            "Mayor Ana Kos told reporters on 17 December 2023 that she would resign.",
            "Mayor Ana Kos told reporters on 17 December 2023 that the vote was fair.",
            [1, 1],
            id="one person may speak twice",
        ),
    ],
)
def test_is_one_event(tmp_path: Path, one: str, other: str, articles: list[int]) -> None:
    found = [
        len({passage.article for passage in each.evidence})
        for each in events(tmp_path, MONDAY + one, TUESDAY + other)
        if each.when.earliest.startswith("2023-12-1") and each.type not in ("", "statement")
    ]
    assert found == articles


def test_is_found_by_the_id_that_it_has_in_each_article(tmp_path: Path) -> None:
    for folder, texts in {"one": [MONDAY], "other": [TUESDAY], "both": [MONDAY, TUESDAY]}.items():
        (tmp_path / folder).mkdir()
        told = [f"{each}Police arrested Ana Kos on 17 December 2023." for each in texts]
        corpus_of(tmp_path / folder, *told)
    alone = [corpus_of(tmp_path / each).events[0].id for each in ("one", "other")]
    both = corpus_of(tmp_path / "both")
    assert len(both.events) == 1
    assert [both.get(each) for each in alone] == [both.events[0]] * 2


def protest(day: int, number: int, title: str) -> Event:
    return Event(
        id=f"e{day}-{number}",
        evidence=(Anchor(f"a{day}-{number}", 0, 8),),
        origin="extracted",
        rule="invented",
        title=title,
        type="protest",
        when=dates.when(f"2023-12-{day:02}", "stated"),
    )


def test_of_two_that_it_may_be_it_is_the_one_that_its_title_names_first() -> None:
    """In whatever order a process looks through a set of words: on fourteen days."""
    told = [
        protest(day, number, title)
        for day in range(1, 15)
        for number, title in enumerate(
            ("Farmers meet in Brenn", "Teachers march to Lukin", "Crowds fill Brenn and Lukin")
        )
    ]
    buffer = RecordBuffer(Event, {each.evidence[0].article: "" for each in told})
    buffer.put(told)
    made, taken = linked(ToldEvents([*map(happening, told)], buffer, ()))
    joined = [[passage.article for passage in each.evidence] for each in made]
    assert joined == [[f"a{day}-0", f"a{day}-2"] for day in range(1, 15)]
    assert taken == {at for at in range(len(told)) if at % 3 != 1}


def test_a_day_is_looked_at_again_where_its_own_states_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [protest(1, number, "Farmers meet in Brenn") for number in range(2)]
    worked: list[str] = []

    def noted(*given: Any) -> list[list[int]]:
        worked.append("worked")
        return clusters(*given)

    clusters = linking._clusters
    monkeypatch.setattr(linking, "_clusters", noted)

    def works(states: set[str], own: set[str]) -> bool:
        worked.clear()
        buffer = RecordBuffer(Event, dict.fromkeys(("a1-0", "a1-1"), ""))
        buffer.put(told)
        with remembering(tmp_path / "findings", "these rules") as memory:
            keys = [*map(happening, told)]
            linked(ToldEvents(keys, buffer, (), states, lambda _: own), memory)
        return bool(worked)

    assert works({"orland"}, set())
    assert not works({"orland", "belmark"}, set())
    assert works({"orland"}, {"orland"})
    assert not works({"orland", "belmark"}, {"orland"})
