"""What holds for every test: no clock decides, and nobody's own data is touched."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
import textual.screen
from hypothesis import HealthCheck, settings

from tests.inherited import set_environment, set_signals
from tests.shell import serbia_tui

__all__ = ["serbia_tui"]

set_signals()
set_environment()

# Between one wait of a test and the next nobody looks: what changes is painted when a test waits.
textual.screen.UPDATE_PERIOD = 60.0  # type: ignore[misc]

# A busy machine is slow, not wrong; and the same code gives the same answer every time, but
# where it is asked for long to find what nobody thought of.
LONG = int(os.environ.get("SERBIA_TUI_FUZZ", "0")) >= 1000
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=not LONG,
    print_blob=LONG,
    # Mutation testing runs a test many times in one process.
    suppress_health_check=[HealthCheck.differing_executors],
)
settings.load_profile("steady")

# What lasts as long as the tests do is much: to look through it for garbage at Python's own
# pace is a fifth of their time.
gc.set_threshold(50_000, 50, 100)


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    # Nor is anybody's clipboard, by whatever program it could be reached from here.
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of settings of somebody who has none yet."""
    from tui.settings import place

    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    place().parent.mkdir(parents=True)
    return place()
