"""A server for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.serve.serving import Serving


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    # Here and not above: without the extra web the tests that need a server are left out.
    from tests.serve.serving import begun, ended

    found = begun(tmp_path, "--visitors", "2")
    yield found
    if found.process.poll() is None:
        ended(found)
