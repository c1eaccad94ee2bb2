"""``remove``: articles out of a folder."""

from __future__ import annotations

import argparse

from tui.cli.opening import building, one_folder
from tui.cli.output import COULD_NOT, DONE, CannotDo, out, say


def run(given: argparse.Namespace) -> int:
    """Take files away again from a folder, the user's own where none is named."""
    from tui.collecting import tell_removed
    from tui.removing import CannotRemove
    from tui.removing import remove as take_away

    folder = one_folder(given)
    try:
        with building():
            every = tell_removed(take_away(folder, given.names), say, out)
    except CannotRemove as error:
        raise CannotDo(str(error)) from error
    except OSError as error:
        raise CannotDo(f"{error.filename or folder}: {error.strerror or error}") from error
    return DONE if every else COULD_NOT
