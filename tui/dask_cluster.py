"""Reading by a Dask cluster: as many machines as somebody has, behind one address.

Its scheduler gives the work to its workers, and again to others when one dies. Nothing of Dask
is imported before a cluster is asked for.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from tui import batch
from tui.inputs import BuildError

if TYPE_CHECKING:
    from distributed import Client

LACKING = "--scheduler needs the extra dask: pip install 'serbia-tui[dask]'"

PATIENCE = 10
"""Seconds after which a scheduler that does not answer is none."""


class NoCluster(BuildError):
    """A cluster cannot be reached, or would not read as this program does."""


@contextlib.contextmanager
def connected(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler has an address, as ``tcp://host:8786``.

    NoCluster where the extra is missing, nobody answers, there is no worker, or one of them
    has another version of the program, its rules or Python.
    """
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("distributed", "dask"):
            raise
        raise NoCluster(LACKING) from error
    _hush()
    try:
        with warnings.catch_warnings():
            # Of versions that differ: those that matter are looked at below.
            warnings.simplefilter("ignore")
            client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise NoCluster(f"{address}: no Dask scheduler answers there") from error
    with client:
        _require_same_rules(client, address)
        yield client.get_executor(pure=False)


def _hush() -> None:
    """What Dask would write on the screen, the program says itself, in the end."""
    for name in ("distributed", "tornado", *logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _require_same_rules(client: Client, address: str) -> None:
    workers: Mapping[str, object] = client.run(batch.fingerprint, on_error="return")
    if not workers:
        raise NoCluster(f"{address}: the cluster has no worker; begin some: dask worker {address}")
    own = batch.fingerprint()
    for worker, has in sorted(workers.items()):
        if isinstance(has, ModuleNotFoundError):
            raise NoCluster(f"worker {worker}: serbia-tui is not installed there ({has})")
        if isinstance(has, BaseException):
            raise NoCluster(f"worker {worker}: {type(has).__name__}: {has}")
        if has != own:
            raise NoCluster(f"worker {worker} has {has}, and this is {own}: install the same there")
