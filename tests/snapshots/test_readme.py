"""What the documents show of the explorer: its pictures and its keys."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.app.journey import exploring
from tests.documentation import documents
from tests.election_night import night
from tests.snapshots.drawing import drawn
from tui.app.dialogs.help import entries
from tui.app.key_help import sections
from tui.app.panes.registry import TABS
from tui.build import build, seeds
from tui.help_topics import HELP_TOPICS

FOLDER = Path(__file__).parent
SIZE = (132, 36)

PICTURES = {
    "overview": ("overview", [], ("Disputed", "Results", "People", "Articles", "fair")),
    "disagreement": ("disagreements", [], TABS.values()),
    "explorer": ("quotes", ["slash", *"theft", "enter", "j"], TABS.values()),
    "timeline": ("timeline", ["d", "d", "b"], TABS.values()),
    "neighbours": ("actors", ["e"], ("Mentioned", "middle", "Serbia", "Kosovo")),
}
"""The pictures of the documents: the tab, the keys that are pressed in it, and words to be seen."""


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_is_of_the_running_explorer(
    name: str, request: pytest.FixtureRequest
) -> None:
    """``make picture`` draws it. It is not compared line by line: what the rules find in the
    five articles may grow without anybody having to draw it again."""
    picture = FOLDER / f"{name}.svg"
    tab, keys, seen = PICTURES[name]
    if request.config.getoption("update_snapshots"):
        async with exploring(build(seeds()).corpus, size=SIZE, tab=tab) as journey:
            await journey.press(*keys)
            picture.write_text(drawn(journey), encoding="utf-8")
    shown = html.unescape(re.sub(r"<[^>]+>", "", picture.read_text("utf-8")))
    assert all(word in shown for word in seen)
    assert any(f"tests/snapshots/{picture.name})" in text for text in documents().values())


LANGUAGES = ("Ljubiša", "Броји", "They", "Љубиши", "Перовићу")
"""Words to be seen on the picture of what somebody says in two languages and two alphabets."""


async def test_a_picture_is_of_two_languages(request: pytest.FixtureRequest) -> None:
    picture = FOLDER / "languages.svg"
    if request.config.getoption("update_snapshots"):
        async with exploring(night.corpus(), size=SIZE, tab="quotes") as journey:
            await journey.press("slash", *"perovic", "enter", "g", "j", "j")
            picture.write_text(drawn(journey), encoding="utf-8")
    shown = html.unescape(re.sub(r"<[^>]+>", "", picture.read_text("utf-8")))
    assert all(word in shown for word in LANGUAGES)
    assert any(f"tests/snapshots/{picture.name})" in text for text in documents().values())


def test_every_key_is_in_the_document_and_no_other() -> None:
    table = HELP_TOPICS["screen"].text.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)
    shown = {key for cell in cells for key in re.findall(r"`(.+?)`", cell)}
    every = [binding for _title, some in sections() for binding in some]
    known = {key for keys, _text in entries(every, {}) for key in keys.split("  ")}
    assert shown == {key.replace("⌫", "Backspace") for key in known}
