"""``add``: articles into a folder."""

from __future__ import annotations

import argparse
import sys

from tui.cli.opening import building, one_folder
from tui.cli.output import COULD_NOT, DONE, CannotDo, out, say


def run(given: argparse.Namespace) -> int:
    """Copy articles into a folder, the user's own where none is named."""
    from tui.adding import CannotAdd
    from tui.adding import add as copy
    from tui.collecting import tell_added

    folder = one_folder(given)
    try:
        with building():
            outcomes = copy(folder, given.files, sys.stdin.buffer.read)
            added = tell_added(outcomes, folder, given.verbose, say, out)
    except CannotAdd as error:
        raise CannotDo(str(error)) from error
    except OSError as error:
        raise CannotDo(f"{error.filename or folder}: {error.strerror or error}") from error
    return DONE if added else COULD_NOT
