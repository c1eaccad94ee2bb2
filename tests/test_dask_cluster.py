"""Articles read by a Dask cluster: to the same bytes, whoever dies meanwhile, by the same rules."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bench.newsroom import publish
from tui import batch, dask_cluster, store
from tui.build import BuildError, build
from tui.cli import main

ARTICLES = 12

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are many here."""
    monkeypatch.setattr(batch, "MANY", 2)
    monkeypatch.setattr(batch, "BATCH", 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path / "news", ARTICLES)
    return tmp_path / "news"


class TestACluster:
    """Two workers on this machine, each in a process of its own."""

    pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own

    @pytest.fixture(scope="class")
    def running(self) -> Iterator[Any]:
        distributed = pytest.importorskip(
            "distributed", reason="NO CLUSTER WAS TRIED: the extra dask is not installed"
        )
        with pytest.MonkeyPatch.context() as patch:
            # The workers are to find the program that is tested.
            patch.setenv("PYTHONPATH", str(ROOT))
            with distributed.LocalCluster(
                n_workers=2,
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            ) as made:
                yield made

    def test_reads_to_the_same_bytes_though_a_worker_is_killed(
        self, running: Any, folder: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        (dies, *_others) = [each.pid for each in running.workers.values()]

        def kill(done: int, _total: int) -> None:
            if done == 1:
                os.kill(dies, signal.SIGKILL)

        with dask_cluster.connected(running.scheduler_address) as executor:
            built = build(folder, kill, executor=executor)
        alone = build(folder, processes=1)
        assert store.packed(built.corpus, built.digests) == store.packed(
            alone.corpus, alone.digests
        )
        # The other worker, or the one that came in its place, has read what was lost.
        assert built.report == alone.report
        assert capfd.readouterr() == ("", "")

    def test_is_used_by_a_command_that_is_told_its_address(
        self, running: Any, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        # This process could read nothing.
        monkeypatch.setattr(batch, "_read_packed", None)
        place = tmp_path / "store.json"
        address = running.scheduler_address
        told = ["--corpus", str(folder), "--store", str(place), "--scheduler", address]
        assert main(["build", *told]) == 0
        assert len(store.load(place).articles) == ARTICLES

    def test_by_other_rules_is_refused_by_name(
        self, running: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with dask_cluster.connected(running.scheduler_address) as executor:
            monkeypatch.setattr(batch, "digest_of", lambda _module: "0123456789abcdef")
            with pytest.raises(
                dask_cluster.NoCluster, match=r"worker tcp://127\.0\.0\.1:\d+ has 0.*"
            ):
                dask_cluster.connected(running.scheduler_address).__enter__()
            # One that comes later is found out by the first that it is asked to read.
            with pytest.raises(BuildError, match=r"a worker has .* and this is .*0123456789ab"):
                build(folder, executor=executor)


class TestNoCluster:
    def test_where_the_extra_is_missing(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setitem(sys.modules, "distributed", None)
        told = ["build", "--corpus", str(folder), "--scheduler", "tcp://127.0.0.1:1"]
        assert main(told) == 1
        assert "--scheduler needs the extra dask: pip install" in capsys.readouterr().err

    @pytest.mark.filterwarnings("ignore")
    def test_where_nobody_answers(
        self,
        folder: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        pytest.importorskip("distributed", reason="the extra dask is not installed")
        monkeypatch.setattr(dask_cluster, "PATIENCE", 0.3)
        told = ["build", "--corpus", str(folder), "--scheduler", "tcp://127.0.0.1:1"]
        assert main(told) == 1
        error = capsys.readouterr().err
        assert error == "serbia-tui: tcp://127.0.0.1:1: no Dask scheduler answers there\n"

    def test_is_imported_where_none_is_asked_for(self, folder: Path, tmp_path: Path) -> None:
        build_it = (
            "import sys; from tui.cli import main; "
            f"main(['build', '--corpus', {str(folder)!r}, '--store', {str(tmp_path / 's')!r}]); "
            "sys.exit('distributed' in sys.modules or 'tui.dask_cluster' in sys.modules)"
        )
        ran = subprocess.run([sys.executable, "-c", build_it], cwd=ROOT, check=False)
        assert ran.returncode == 0
