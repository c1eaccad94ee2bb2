"""A tab of Chromium, by its own protocol."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

PATIENCE = 60.0

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
LACKING = "*** THERE IS NO CHROMIUM ON THIS MACHINE: WHAT IT SHOWS IS NOT TRIED ***"

CODES = {"Enter": 13, "Escape": 27, "/": 191}


class Browser:
    """A tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, downloads: Path) -> None:
        self._socket = socket
        self.downloads = downloads
        self._number = 0
        self.told: list[dict[str, Any]] = []
        """What it has said by itself: what was asked for, and what went wrong."""

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
        found = await self._evaluated(expression)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until an expression is true in the page, which may not be there yet."""
        async with asyncio.timeout(PATIENCE):
            while (await self._evaluated(expression)).get("result", {}).get("value") is not True:
                await asyncio.sleep(0.05)

    async def _evaluated(self, expression: str) -> Any:
        return await self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )

    async def press(self, key: str, modifiers: int = 0) -> None:
        code = CODES.get(key, ord(key.upper()[0]))
        text = "\r" if key == "Enter" else key if len(key) == 1 and not modifiers else ""
        how = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **how)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **how)
        await asyncio.sleep(0.2)

    @property
    def asked(self) -> list[str]:
        """The addresses that pages have asked for."""
        return [
            each["params"]["request"]["url"]
            for each in self.told
            if each.get("method") == "Network.requestWillBeSent"
        ]


@asynccontextmanager
async def browsing(address: str, home: Path) -> AsyncIterator[Browser]:
    """A tab that is at an address."""
    assert CHROMIUM is not None
    profile, downloads = home / "chromium", home / "downloads"
    downloads.mkdir(exist_ok=True)
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
            tab_address = tab["webSocketDebuggerUrl"]
            async with session.ws_connect(tab_address, max_msg_size=0) as socket:
                browser = Browser(socket, downloads)
                for domain in ("Page", "Runtime", "Log", "Network"):
                    await browser.call(f"{domain}.enable")
                await browser.call(
                    "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads)
                )
                permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"]
                await browser.call("Browser.grantPermissions", permissions=permissions)
                await browser.call("Page.navigate", url=address)
                await browser.until("document.readyState === 'complete'")
                yield browser
    finally:
        process.kill()
        process.wait()
