"""The page of a corpus in Chromium: its search, who is shut out, and what hostile text does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra web is not installed")

from tests.chromium import CHROMIUM, Browser, browsing
from tests.chromium import LACKING as NO_CHROMIUM
from tests.report.axe import LACKING as NO_AXE
from tests.report.axe import axe_core, found_by_axe

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=NO_CHROMIUM)

ACTING = "<script>hit = 1</script><img src=x onerror='hit = 1'>\"'><svg onload=hit=1>"
HOSTILE = f"""\
</title>{ACTING}
https://evil.example/"onmouseover="hit=1
May 10, 2022

The mayor of Brodica, Ana {ACTING} Weaver, said on Tuesday: “We have counted{ACTING}; the theft
of </script></style>--> {ACTING} votes is proven.”

The Harbour{ACTING} Party won 48.2% of the vote in the parliamentary election in Brodica.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the five articles and of a hostile one, as the command line makes it."""
    home = tmp_path_factory.mktemp("page")
    (home / "articles").mkdir()
    (home / "articles" / "hostile.txt").write_text(HOSTILE, "utf-8")
    subprocess.run(
        [sys.executable, "-m", "tui", "--corpus", "seeds", "--corpus", home / "articles",
         "--store", home / "store.json", "export", "report", "-o", home / "report.html"],
        check=True, capture_output=True,
    )  # fmt: skip
    return home / "report.html"


@asynccontextmanager
async def opened(page: Path, home: Path) -> AsyncIterator[Browser]:
    async with browsing(page.as_uri(), home) as browser:
        yield browser


async def look_for(browser: Browser, words: str) -> str:
    """Type into the search; what it says when it has an answer."""
    await browser.value("document.querySelector('#search').focus()")
    await browser.press("Escape")
    await browser.until("document.querySelector('#search-told').textContent === ''")
    await browser.call("Input.insertText", text=words)
    await browser.until("document.querySelector('#search-told').textContent !== ''")
    return str(await browser.value("document.querySelector('#search-told').textContent"))


SHOWN = "[...document.querySelectorAll('.record')].filter(each => each.checkVisibility())"
SAID = f"{SHOWN}.map(each => each.innerText)"


async def test_it_is_searched_and_hostile_text_does_nothing(page: Path, tmp_path: Path) -> None:
    async with opened(page, tmp_path) as browser:
        whole = await browser.value(f"{SHOWN}.length")
        # The first key leads to the search, wherever one is.
        await browser.press("/")
        assert await browser.value("document.activeElement.id") == "search"
        # Letters are folded as in the program, and every word has to begin one.
        told = await look_for(browser, "vucic denied")
        assert told == await look_for(browser, "Вучић DENIED")
        number = int(told.split()[0])
        shown = await browser.value(SAID)
        assert 0 < number < whole
        assert all("denied" in each and ("Vučić" in each or "Vucic" in each) for each in shown)
        assert await browser.value("CSS.highlights.get('found').size") >= 2 * number
        # A phrase, and what must not be there.
        told = await look_for(browser, "vote")
        fewer = await look_for(browser, "vote -fraud")
        assert int(fewer.split()[0]) < int(told.split()[0])
        assert int((await look_for(browser, '"polling booths"')).split()[0]) >= 2
        assert await look_for(browser, "zzz") == "nothing is found"
        # A name is a way to all that it is in; a link leads to what is hidden.
        await browser.press("Escape")
        assert await browser.value(f"{SHOWN}.length") == whole
        await browser.value("document.querySelector('.by .find').click()")
        assert 0 < await browser.value(f"{SHOWN}.length") < whole
        await look_for(browser, "zzz")
        target = await browser.value("document.querySelector('.disputed a').hash")
        await browser.value(f"location.hash = {target!r}")
        await browser.until(f"document.querySelector({target!r}).checkVisibility()")
        assert int((await look_for(browser, "hit = 1")).split()[0]) > 0
        # On paper there is nothing to be clicked.
        await browser.call("Emulation.setEmulatedMedia", media="print")
        assert not await browser.value("document.querySelector('.toolbar').checkVisibility()")
        assert await browser.value("typeof hit") == "undefined"
        assert await browser.value("document.querySelectorAll('img, iframe, form').length") == 0
        assert browser.asked == [page.as_uri()]
        assert [each for each in browser.told if each.get("method") == "Log.entryAdded"] == []


async def test_it_shuts_nobody_out(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    cache = getattr(request.config, "cache", None)
    axe = axe_core(cache.mkdir("axe-core") if cache else tmp_path)
    if not axe:
        pytest.skip(NO_AXE)
    async with opened(page, tmp_path) as browser:
        await browser.value(
            "document.querySelectorAll('details').forEach(each => each.open = true)"
        )
        for width, scheme in ((1280, "dark"), (390, "light")):
            wanted = [{"name": "prefers-color-scheme", "value": scheme}]
            await browser.call("Emulation.setEmulatedMedia", features=wanted)
            await browser.call(
                "Emulation.setDeviceMetricsOverride",
                width=width, height=900, deviceScaleFactor=1, mobile=False,
            )  # fmt: skip
            assert await found_by_axe(browser, axe) == []
            # Nothing has to be read by scrolling to and fro.
            assert await browser.value("document.documentElement.scrollWidth") <= width
