"""The explorer in Chromium, by its own protocol: what a reader sees and gets."""

from __future__ import annotations

import asyncio
import base64
import json
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra web is not installed")

from tests.chromium import CHROMIUM, LACKING, PATIENCE, Browser, browsing
from tests.serve.serving import begun, ended, none_left
from tui.terminal_text import ACTING, sanitized

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=LACKING)

CLIPBOARD, LINK, TITLE = (
    "\x1b]52;c;c3RvbGVu\x07",
    "\x1b]8;;https://evil.example/\x07",
    "\x1b]0;taken\x07",
)
"""What a terminal obeys: words for the clipboard, an address to open, a name for the page."""
MARKUP = "<script>hit = 1</script><img src=https://evil.example/ onerror='hit = 1'>"
SAID = f"We have counted {CLIPBOARD}{LINK} \x9b2J\x1b[2J[@click=app.quit]here[/] {MARKUP}{TITLE}"
HOSTILE = f"""\
Count is over {MARKUP}{TITLE}{CLIPBOARD}

May 10, 2022

The mayor of Brodica, Ana Weaver {MARKUP}{LINK}, said on Tuesday: “{SAID}”

The Harbour{MARKUP} Party won 48.2% of the vote in the parliamentary election in Brodica{LINK}.
"""
KEPT = "what the reader copied before"


async def test_keys_search_copy_export_and_the_end(tmp_path: Path) -> None:
    serving = begun(tmp_path)
    try:
        async with browsing(serving.url, tmp_path) as browser:
            await browser.until("document.body.classList.contains('-first-byte')")
            await asyncio.sleep(2)
            # The page has the keys without a click.
            for key in ("4", "/", *"theft", "Enter"):
                await browser.press(key)
            await asyncio.sleep(1)
            await browser.press("y")
            await browser.until("navigator.clipboard.readText().then(t => t.includes('theft'))")
            await browser.press("e", modifiers=2)
            await asyncio.sleep(1)
            await browser.press("Enter")
            async with asyncio.timeout(PATIENCE):
                while not (files := list(browser.downloads.glob("quotes.jsonl"))):
                    await browser.value("1")
                    await asyncio.sleep(0.1)
            lines = files[0].read_text("utf-8").splitlines()
            assert all("theft" in json.loads(line)["text"] for line in lines)
            await browser.press("q")
            await browser.until("document.activeElement.textContent === 'Open it again'")
            await none_left(serving)
            await browser.press("Enter")
            await browser.until("document.body.classList.contains('-first-byte')")
            # That the terminal tells a closed socket of the lost focus is a log of JavaScript.
            wrong = [
                each
                for each in browser.told
                if each.get("method") == "Runtime.exceptionThrown"
                or (each.get("method") == "Log.entryAdded"
                    and each["params"]["entry"]["level"] == "error"
                    and each["params"]["entry"]["source"] != "javascript")
            ]  # fmt: skip
            assert wrong == []
            asked = browser.asked
            assert asked
            assert all(serving.host in url or url.startswith("data:") for url in asked)
        # The browser is killed, as a tab that crashes.
        await none_left(serving)
    finally:
        ended(serving)


async def test_a_hostile_article_is_shown_and_does_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "hostile.txt").write_text(HOSTILE, "utf-8")
    serving = begun(tmp_path, corpus=folder)
    try:
        async with browsing(serving.url, tmp_path) as browser:
            await browser.until("document.body.classList.contains('-first-byte')")
            await asyncio.sleep(2)
            await browser.press("1")
            await browser.until(f"navigator.clipboard.writeText({KEPT!r}).then(() => true)")
            for key in "123456":
                await browser.press(key)
            # The quote, and the words of the article around it.
            for key in ("Escape", "4", "Enter", "n"):
                await browser.press(key)
            for y in (80, 120, 160, 200):
                await clicked(browser, x=200, y=y)
            drawn = received(browser)
            assert sanitized(CLIPBOARD) in drawn
            assert "<script>hit = 1" in drawn
            assert not [acts for acts in (CLIPBOARD, LINK, TITLE, "\x9b") if acts in drawn]
            # A page that is not in front may read no clipboard.
            await browser.call("Page.bringToFront")
            await browser.until(f"navigator.clipboard.readText().then(t => t === {KEPT!r})")
            await browser.press("Escape")
            await browser.press("y")
            await browser.until("navigator.clipboard.readText().then(t => t.includes('counted'))")
            await browser.until("navigator.clipboard.readText().then(t => (copied = t) !== '')")
            copied = await browser.value("copied")
            assert sanitized(MARKUP) in copied
            assert not ACTING.search(copied)
            assert await browser.value("typeof hit") == "undefined"
            assert await browser.value("document.title") == "serbia-tui"
            assert await browser.value("document.querySelectorAll('img, iframe').length") == 0
            opened = {"Page.javascriptDialogOpening", "Page.windowOpen", "Page.frameNavigated"}
            addresses = [
                each["params"].get("frame", each["params"]).get("url")
                for each in browser.told
                if each.get("method") in opened
            ]
            assert set(addresses) <= {"about:blank", serving.url}
            assert all(serving.host in url or url.startswith("data:") for url in browser.asked)
            # Nothing of it has ended the explorer.
            assert len(serving.explorers) == 1
        await none_left(serving)
    finally:
        ended(serving)


async def clicked(browser: Browser, x: int, y: int) -> None:
    for what in ("mouseMoved", "mousePressed", "mouseReleased"):
        where = {"x": x, "y": y, "button": "left", "clickCount": 1}
        await browser.call("Input.dispatchMouseEvent", type=what, **where)


def received(browser: Browser) -> str:
    """All that the terminal of the page was told to draw."""
    frames = [
        each["params"]["response"]
        for each in browser.told
        if each.get("method") == "Network.webSocketFrameReceived"
    ]
    binary = (base64.b64decode(each["payloadData"]) for each in frames if each["opcode"] == 2)
    return b"".join(binary).decode("utf-8", "replace")
