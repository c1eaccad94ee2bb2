"""The explorer in Chromium, by its own protocol: what a reader sees and gets."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra web is not installed")

from tests.chromium import CHROMIUM, LACKING, PATIENCE, browsing
from tests.serve.test_serve import begun, ended, none_left

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=LACKING)


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
