"""The explorer in a browser: what a page gets, who is refused, and what is left when it closes."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from argparse import Namespace
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

pytest.importorskip("aiohttp", reason="the extra web is not installed")
pytest.importorskip("textual_serve", reason="the extra web is not installed")

import aiohttp

from tests.serve.serving import (
    PATIENCE,
    Serving,
    begun,
    ended,
    environment,
    none_left,
    opened,
)
from tui.cli.serve import read_shared

MOST = 60
"""Megabytes of a visitor's own, with its part of what several have."""

ARTICLE = """\
{1}, says the {0} engineer

May 10, 2022

“{1},” engineer Ana Weaver said on Tuesday in Brodica.
"""


def megabytes(pid: int, name: str) -> float:
    """A figure of what a process takes, of its own or in parts."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    (found,) = re.findall(rf"^{name}:\s+(\d+) kB", told, re.MULTILINE)
    return int(found) / 1024


class TestAPage:
    async def test_loads_nothing_from_elsewhere_and_tells_nobody_its_address(
        self, serving: Serving
    ) -> None:
        async with aiohttp.ClientSession() as session, session.get(serving.url) as page:
            text = await page.text()
            assert "default-src 'none'" in page.headers["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
            assert page.headers["Referrer-Policy"] == "no-referrer"
            assert not re.search(r"https?://", text)
            for path in re.findall(r'(?:src|href|url)[=(]"(static/[^"]+)"', text):
                async with session.get(serving.url + path) as part:
                    assert part.status == 200, path

    async def test_copies_to_the_browser_and_exports_as_a_download(self, serving: Serving) -> None:
        async with opened(serving) as page, aiohttp.ClientSession() as session:
            await page.type("y")
            await page.until(b"\x1b]52;c;")
            await page.type("\x05")
            await page.until(b"overview.jsonl")
            await page.type("\x15/etc/../passwd\r")
            key = json.loads(await page.until("deliver_file_start"))[1]
            token = serving.url.split("/")[3]
            address = f"http://{serving.host}/download/{key}"
            async with session.get(address) as refused:
                assert refused.status == 403
            async with session.get(f"{address}?instance={token}") as file:
                assert file.headers["Content-Disposition"] == 'attachment; filename="passwd.jsonl"'
                lines = (await file.text()).splitlines()
            assert json.loads(lines[0])["id"] == "was-the-vote-fair"
        # Nothing was written but the store.
        assert {path.name for path in serving.home.iterdir()} <= {"store.json", "data"}

    async def test_has_a_notebook_that_is_there_when_the_browser_comes_back(
        self, serving: Serving
    ) -> None:
        async with opened(serving) as page:
            await page.type(" ")
            await page.until("◆".encode())
        await none_left(serving)
        (notebook,) = (serving.home / "data").rglob("visitors/*.json")
        assert "bookmark" in notebook.read_text("utf-8")

    async def test_may_not_have_a_size_that_would_fill_the_memory(self, serving: Serving) -> None:
        async with opened(serving) as page:
            await page.socket.send_json(["resize", {"width": 10**9, "height": -5}])
            await page.socket.send_json(["resize", {"width": "wide", "height": None}])
            await page.socket.send_json(["resize", {"width": 90, "height": 24}])
            await page.type("4")
            await page.until(b"Quotes")

    async def test_that_sends_anything_ends_nobody_elses(self, serving: Serving) -> None:
        async with opened(serving) as other:
            for sent in ("no JSON", "[" * 100_000, '{"stdin": 1}', '["dance"]'):
                async with opened(serving) as one:
                    await one.socket.send_str(sent)
                    await other.type("2")
                    await other.until(b"Aleksandar")
                    await other.type("0")
                    await other.until(b"Was the vote fair?")
                async with asyncio.timeout(PATIENCE):
                    while len(serving.explorers) > 1:
                        await asyncio.sleep(0.05)


class TestWhoIsRefused:
    async def test_without_the_token_from_another_page_or_under_another_name(
        self, serving: Serving
    ) -> None:
        async with aiohttp.ClientSession() as session:
            for path in ("", "wrong/", "wrong/ws", "wrong/static/js/textual.js"):
                async with session.get(f"http://{serving.host}/{path}") as page:
                    assert page.status == 403, path
                    assert "token is missing or wrong" in await page.text(), path
            for origin in (None, "null", "http://evil.example", "http://127.0.0.1:1"):
                headers = {"Origin": origin} if origin else {}
                with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
                    await session.ws_connect(serving.socket, headers=headers)
            async with session.get(serving.url, headers={"Host": "evil.example"}) as page:
                assert page.status == 403
        assert serving.explorers == []

    async def test_where_all_places_are_taken_until_one_is_free(self, serving: Serving) -> None:
        async with opened(serving), aiohttp.ClientSession() as session:
            async with opened(serving):
                async with session.get(serving.url) as page:
                    assert page.status == 503
                    assert "All places are taken" in await page.text()
                origin = {"Origin": f"http://{serving.host}"}
                with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
                    await session.ws_connect(serving.socket, headers=origin)
                assert len(serving.explorers) == 2
            async with asyncio.timeout(PATIENCE):
                while len(serving.explorers) > 1 or await status(session, serving) != 200:
                    await asyncio.sleep(0.05)
            async with opened(serving):
                pass


async def status(session: aiohttp.ClientSession, serving: Serving) -> int:
    """How the page is answered."""
    async with session.get(serving.url) as page:
        return page.status


class TestNothingIsLeft:
    async def test_when_a_page_is_closed(self, serving: Serving) -> None:
        async with opened(serving):
            assert len(serving.explorers) == 1
        await none_left(serving)

    async def test_when_the_reader_quits_and_the_page_says_so(self, serving: Serving) -> None:
        async with opened(serving) as page:
            await page.type("q")
            with pytest.raises(EOFError):
                await page.until(b"never")
            await none_left(serving)

    @pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
    async def test_when_the_server_is_ended(self, serving: Serving, by: signal.Signals) -> None:
        async with opened(serving):
            assert len(serving.explorers) == 1
            code, said = await asyncio.to_thread(ended, serving, by)
            assert code == {2: 0, 15: 143, 9: -9}[by]
            assert "Traceback" not in said
            async with asyncio.timeout(PATIENCE):
                while serving.all_processes:
                    await asyncio.sleep(0.05)

    async def test_when_the_explorer_is_killed(self, serving: Serving) -> None:
        async with opened(serving) as page:
            os.kill(serving.explorers[0], signal.SIGKILL)
            with pytest.raises(EOFError):
                await page.until(b"never")
            await none_left(serving)


class TestTenVisitorsAtOnce:
    @pytest.mark.skipif(
        not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what is shared"
    )
    async def test_share_what_was_read(self, tmp_path: Path) -> None:
        serving = begun(tmp_path)
        async with AsyncExitStack() as stack:
            pages = [await stack.enter_async_context(opened(serving)) for _ in range(10)]
            # Each reads, and searches.
            for page in pages:
                await page.type("4/theft\r")
            for page in pages:
                await page.until(b"theft")
            explorers = serving.explorers
            assert len(explorers) == 10
            own = {pid: megabytes(pid, "Pss") for pid in explorers}
            assert max(own.values()) < MOST, own
            # A part of each is one for all.
            assert all(megabytes(pid, "Rss") > 1.3 * own[pid] for pid in explorers)
        await none_left(serving)
        assert ended(serving)[0] == 0

    async def test_see_an_article_that_is_added_meanwhile(self, tmp_path: Path) -> None:
        folder = tmp_path / "articles"
        folder.mkdir()
        (folder / "first.txt").write_text(ARTICLE.format("first", "The bridge is safe"), "utf-8")
        serving = begun(tmp_path, corpus=folder)
        async with opened(serving, b"The bridge is safe"):
            (folder / "second.txt").write_text(ARTICLE.format("second", "The quay is wet"), "utf-8")
            async with opened(serving, b"The quay is wet"):
                pass
        await none_left(serving)
        assert ended(serving)[0] == 0


class TestWhatIsRead:
    def test_is_that_of_the_store_so_that_it_is_one_for_all(self, tmp_path: Path) -> None:
        place = tmp_path / "store.json"
        built = read_shared(Namespace(corpus=["seeds"], store=place, plain=True), print)
        assert built.beside is not None
        # Where no store can be kept, nothing is read from the files of the build either.
        place.unlink()
        place.mkdir()
        held = read_shared(Namespace(corpus=["seeds"], store=place, plain=True), print)
        assert held.beside is None
        assert list(held.quotes) == list(built.quotes)
        assert {**held.texts} == {**built.texts}


class TestReadOnly:
    async def test_keeps_nothing_that_a_visitor_adds(self, tmp_path: Path) -> None:
        serving = begun(tmp_path, "--read-only")
        async with opened(serving) as page:
            await page.type(" ")
            await page.until("◆".encode())
        await none_left(serving)
        assert ended(serving)[0] == 0
        assert list(tmp_path.rglob("*visitors*")) == []
        assert list(tmp_path.rglob("*notebook*")) == []


class TestTheCommand:
    def test_says_what_it_means_to_listen_elsewhere(self, tmp_path: Path) -> None:
        serving = begun(tmp_path, "--host", "0.0.0.0")
        code, said = ended(serving)
        assert code == 0
        assert "whoever can reach this machine" in said
        assert "nothing is encrypted" in said

    def test_says_that_a_port_is_taken(self, serving: Serving, tmp_path: Path) -> None:
        port = serving.host.rpartition(":")[2]
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "--corpus", "seeds", "serve", "--port", port],
            env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert (ran.returncode, ran.stdout) == (1, "")
        assert re.search(rf"^serbia-tui: 127\.0\.0\.1:{port}: .*in use", ran.stderr, re.MULTILINE)

    def test_says_what_to_install(self, tmp_path: Path) -> None:
        script = (
            "import sys; sys.modules['aiohttp'] = None; from tui.cli import main; "
            "sys.exit(main(['serve']))"
        )
        ran = subprocess.run(
            [sys.executable, "-c", script],
            env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True,
            timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert ran.returncode == 1
        assert ran.stderr == (
            "serbia-tui: serve needs the extra web: pip install 'serbia-tui[web]'\n"
        )
