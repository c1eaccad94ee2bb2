"""The server: an address with a token, a page, and a visit for each page that is open."""

from __future__ import annotations

import asyncio
import json
import re
import secrets
import signal
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from tui.serve.guard import Guard
from tui.serve.visit import Visit, sane
from tui.serve.warmed import WarmedProcess

PAGE = Template(Path(__file__).with_name("page.html").read_text("utf-8"))
SCRIPT = Path(__file__).with_name("page.js")
STATIC = Path(textual_serve.__path__[0]) / "static"

NOTEBOOK = "serbia-tui-notebook"
"""The cookie that says which notebook is a visitor's. It opens nothing: the token does."""
_ID = re.compile(r"[0-9a-f]{32}")

YEAR = 365 * 24 * 60 * 60

HEARTBEAT = 15
"""Seconds after which a page that says nothing is asked whether it is there."""
LONGEST = 1 << 20
"""Bytes of the longest message of a page: what is pasted."""

FULL = "All places are taken. Try again when somebody has left.\n"

Arguments = Callable[[str], Sequence[str]]
"""The arguments of the explorer for the visitor of an id."""


class Server:
    """Listens on one interface until it is told to stop."""

    def __init__(
        self, arguments: Arguments, address: str, port: int, visitors: int, warmed: WarmedProcess
    ) -> None:
        self.arguments = arguments
        self.warmed = warmed
        self.address, self.port, self.most = address, port, visitors
        self.token = secrets.token_urlsafe(24)
        self.guard = Guard(self.token, address)
        self.visits: set[Visit] = set()
        self._places = 0
        self._downloads = DownloadManager()

    @property
    def url(self) -> str:
        """The whole address, which is to be kept to oneself."""
        name = f"[{self.address}]" if ":" in self.address else self.address
        return f"http://{name}:{self.port}/{self.token}/"

    def app(self) -> web.Application:
        """The routes. All but a download stand below the token."""
        app = web.Application(middlewares=[self._guarded])
        app.router.add_get(f"/{self.token}/", self._page)
        app.router.add_get(f"/{self.token}/page.js", _script)
        app.router.add_get(f"/{self.token}/ws", self._visit)
        app.router.add_get("/download/{key}", self._download)
        app.router.add_static(f"/{self.token}/static", STATIC)
        app.on_response_prepare.append(_careful)
        app.on_shutdown.append(self._leave)
        return app

    async def serve(self, ready: Callable[[str], None]) -> int:
        """Serve until a signal stops it; its number. ``ready`` is told the address."""
        stopped: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        def stop(number: int) -> None:
            if not stopped.done():
                stopped.set_result(number)

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, stop, number)
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.address, self.port).start()
            self.port = runner.addresses[0][1]
            ready(self.url)
            return await stopped
        finally:
            await runner.cleanup()

    @web.middleware
    async def _guarded(
        self,
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        first = request.path.split("/")[1]
        token = request.query.get("instance", "") if first == "download" else first
        origin = request.headers.get("Origin")
        socket = request.path.endswith("/ws")
        if why := self.guard.refusal(token, request.host, origin, socket=socket):
            return web.Response(status=403, text=f"Refused: {why}.\n")
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        if self._places >= self.most:
            return web.Response(status=503, text=FULL)
        size = request.query.get("fontsize", "16")
        text = PAGE.substitute(
            socket=f"ws://{request.host}/{self.token}/ws",
            size=size if size.isascii() and size.isdigit() and 6 <= int(size[:3]) <= 72 else "16",
        )
        page = web.Response(text=text, content_type="text/html")
        if not _ID.fullmatch(request.cookies.get(NOTEBOOK, "")):
            page.set_cookie(
                NOTEBOOK,
                secrets.token_hex(16),
                max_age=365 * 86400,
                httponly=True,
                samesite="Strict",
            )
        return page

    async def _visit(self, request: web.Request) -> web.StreamResponse:
        # Nothing is waited for between the look and the taking of a place.
        if self._places >= self.most:
            return web.Response(status=503, text=FULL)
        self._places += 1
        visit: Visit | None = None
        try:
            socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LONGEST)
            await socket.prepare(request)
            id = request.cookies.get(NOTEBOOK, "")
            arguments = self.arguments(id if _ID.fullmatch(id) else secrets.token_hex(16))
            visit = Visit(arguments, socket, self._downloads, self.warmed)
            self.visits.add(visit)
            await visit.start(_number(request, "width"), _number(request, "height"))
            # The page sends it back with what it downloads.
            await socket.send_json(["instance_id", self.token])
            await _listen(socket, visit)
        finally:
            if visit is not None:
                await asyncio.shield(visit.stop())
                self.visits.discard(visit)
            self._places -= 1
        return socket

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        try:
            told = await self._downloads.get_download_metadata(key)
        except KeyError:
            return web.Response(status=404, text="There is no such file.\n")
        name = re.sub(r"[^\w.-]+", "_", told.file_name, flags=re.ASCII)
        response = web.StreamResponse(
            headers={
                "Content-Type": "application/octet-stream",
                "Content-Disposition": f'attachment; filename="{name}"',
            }
        )
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def _leave(self, _app: web.Application) -> None:
        await asyncio.gather(*(visit.stop() for visit in self.visits))


async def _script(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(SCRIPT)


async def _listen(socket: web.WebSocketResponse, visit: Visit) -> None:
    """Hand on what a page sends, until it is gone or says what no page would."""
    async for message in socket:
        if message.type != WSMsgType.TEXT:
            continue
        try:
            match json.loads(message.data):
                case ["stdin", str(keys)]:
                    await visit.send_bytes(keys.encode("utf-8", "replace"))
                case ["resize", {"width": width, "height": height}]:
                    await visit.set_terminal_size(*sane(width, height))
                case ["ping", told]:
                    await socket.send_json(["pong", told])
                case ["blur"]:
                    await visit.blur()
                case ["focus"]:
                    await visit.focus()
        except (ValueError, RecursionError):
            await socket.close()


def _number(request: web.Request, name: str) -> int:
    typed = request.query.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0


async def _careful(request: web.Request, response: web.StreamResponse) -> None:
    """The page loads nothing from elsewhere, stands in no other page, and its address, which
    has the token, is told to nobody."""
    response.headers.update(
        {
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
            "style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
            f"connect-src 'self' ws://{request.host}; frame-ancestors 'none'; base-uri 'none'; "
            "form-action 'none'",
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
    )
