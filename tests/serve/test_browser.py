"""The explorer in Chromium, by its own protocol: what a reader sees and gets."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("aiohttp", reason="the extra web is not installed")

import aiohttp

from tests.serve.test_serve import PATIENCE, Serving, begun, ended, none_left

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

CODES = {"Enter": 13, "Escape": 27, "/": 191}


class Browser:
    """A tab of Chromium."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, downloads: Path) -> None:
        self._socket = socket
        self.downloads = downloads
        self._number = 0
        self.told: list[dict[str, Any]] = []

    async def call(self, method: str, **parameters: object) -> Any:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        async with asyncio.timeout(PATIENCE):
            while True:
                answer = await self._socket.receive_json()
                if answer.get("id") == self._number:
                    return answer.get("result", answer)
                self.told.append(answer)

    async def value(self, expression: str) -> Any:
        """What an expression is in the page."""
        found = await self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        return found["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until an expression is true in the page."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(expression):
                await asyncio.sleep(0.05)

    async def press(self, key: str, modifiers: int = 0) -> None:
        code = CODES.get(key, ord(key.upper()[0]))
        text = "\r" if key == "Enter" else key if len(key) == 1 and not modifiers else ""
        how = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **how)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **how)
        await asyncio.sleep(0.2)


@asynccontextmanager
async def browsing(serving: Serving, home: Path) -> AsyncIterator[Browser]:
    """A tab that shows the explorer."""
    assert CHROMIUM is not None
    profile, downloads = home / "chromium", home / "downloads"
    downloads.mkdir()
    process = subprocess.Popen(
        [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
         "--remote-allow-origins=*", f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
    )  # fmt: skip
    try:
        async with asyncio.timeout(PATIENCE):
            port = profile / "DevToolsActivePort"
            while not (port.exists() and port.read_text("ascii").count("\n")):
                await asyncio.sleep(0.05)
        number = port.read_text("ascii").split("\n")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{number}/json") as told:
                tab = next(each for each in await told.json() if each["type"] == "page")
            address = tab["webSocketDebuggerUrl"]
            async with session.ws_connect(address, max_msg_size=0) as socket:
                browser = Browser(socket, downloads)
                for domain in ("Page", "Runtime", "Log", "Network"):
                    await browser.call(f"{domain}.enable")
                await browser.call(
                    "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads)
                )
                permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
                await browser.call("Browser.grantPermissions", permissions=permissions)
                await browser.call("Page.navigate", url=serving.url)
                await browser.until("document.body.classList.contains('-first-byte')")
                await asyncio.sleep(2)
                yield browser
    finally:
        process.kill()
        process.wait()


async def test_keys_search_copy_export_and_the_end(tmp_path: Path) -> None:
    serving = begun(tmp_path)
    try:
        async with browsing(serving, tmp_path) as browser:
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
            asked = [
                each["params"]["request"]["url"]
                for each in browser.told
                if each.get("method") == "Network.requestWillBeSent"
            ]
            assert asked
            assert all(serving.host in url or url.startswith("data:") for url in asked)
        # The browser is killed, as a tab that crashes.
        await none_left(serving)
    finally:
        ended(serving)
