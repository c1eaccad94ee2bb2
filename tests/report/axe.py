"""axe-core, which looks for what keeps somebody out of a page: taken from npm, for tests alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.chromium import Browser

LACKING = "*** AXE-CORE CANNOT BE HAD FROM NPM: WHETHER THE PAGE SHUTS ANYBODY OUT IS NOT TRIED ***"
WANTED = "axe-core@4"


def axe_core(kept: Path) -> str:
    """The source of axe-core, kept in a folder once it is there; "" where it cannot be had."""
    source = kept / "node_modules" / "axe-core" / "axe.min.js"
    npm = shutil.which("npm")
    if not source.exists() and npm:
        subprocess.run(
            [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", kept, WANTED],
            capture_output=True, check=False, timeout=120, env={**os.environ, "HOME": str(kept)},
        )  # fmt: skip
    return source.read_text("utf-8") if source.exists() else ""


async def found_by_axe(browser: Browser, axe: str) -> list[dict[str, Any]]:
    """What it finds in the page that is open: rule, how bad, and where."""
    await browser.value(f"{axe};undefined")
    told = await browser.value(
        "axe.run({resultTypes: ['violations']}).then(({violations}) => JSON.stringify("
        "violations.map(({id, impact, nodes}) => ({id, impact, nodes: nodes.map(n => n.html)}))))"
    )
    found: list[dict[str, Any]] = json.loads(told)
    return found
