"""The explorer: the only package that knows Textual.

It is given a way to load a corpus and never learns where the corpus comes from.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app.collecting import Collect
    from tui.app.loading import Load
    from tui.app.rereading import ArticleFiles
    from tui.appearance import Appearance
    from tui.corpus import Corpus
    from tui.notes import Keeper


SELDOM = (10_000, 10, 10)
"""How much is made before it is looked for garbage: a picture is drawn of thousands of parts
of which none needs to be looked for, which Python would do ten times for one tab."""


def run(
    load: Load,
    *,
    open_id: str | None = None,
    tab: str | None = None,
    keeper: Keeper | None = None,
    collect: Collect | None = None,
    files: ArticleFiles | None = None,
    appearance: Appearance | None = None,
    notice: str = "",
) -> int:
    """Explore what ``load`` returns until the reader leaves; the exit code.

    ``load`` runs beside the first frames and may tell how far it is, and show a part.
    ``open_id`` is the record to begin at, ``tab`` the tab. ``keeper`` keeps what the reader
    adds; without one it is gone when the reader leaves. ``collect`` adds articles, ``files``
    tell when the articles change and read them again, ``appearance`` keeps the theme that is
    chosen, ``notice`` is said at first.
    """
    # Nothing that is made before the first frame can be thrown away: looking for what can
    # be would take nearly a tenth of the time until then. The explorer begins it when it is ready.
    gc.disable()
    often = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    # Imported here, so that whoever imports ``run`` does not pay for Textual.
    from tui.app.explorer import Explorer
    from tui.app.terminal import colour_system, restored_on_exit

    # What is drawn goes to the standard error, as Textual has it.
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    explorer = Explorer(
        load,
        open_id=open_id,
        tab=tab,
        encoding=encoding,
        colours=colour_system(),
        goes_on=True,
        makes_ready=True,
        keeper=keeper,
        collect=collect,
        files=files,
        appearance=appearance,
        notice=notice,
    )
    try:
        with restored_on_exit(explorer.leave):
            explorer.run()
    finally:
        gc.set_threshold(*often)
        gc.enable()
    if explorer.fatal:
        raise explorer.fatal
    return explorer.return_code or 0


def get_ready(corpus: Corpus | None) -> None:
    """Import what an explorer in a page needs and make the index of a corpus, if there is one,
    for a process of which explorers are forked."""
    from tui.app import explorer, web_driver  # noqa: F401
    from tui.app.panes.registry import import_all
    from tui.search import prepare

    import_all()
    if corpus is not None:
        prepare(corpus)
    # Never look for garbage in what stands by now: to do so would make a copy of it.
    gc.collect()
    gc.freeze()
