"""Without a command: the explorer."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opening import one_folder, open_notebook, places, read_corpus
from tui.cli.output import COULD_NOT, CannotDo, could_not, say
from tui.command_line import MISUSED
from tui.processes import BackgroundBuild, kill_children

if TYPE_CHECKING:
    from tui.adding import Addition
    from tui.app.loading import Loading
    from tui.collecting import Collected
    from tui.corpus import Corpus
    from tui.watching import FolderWatch


def run(given: argparse.Namespace, read: Corpus | None = None) -> int:
    """The explorer, where there is a terminal to show it in; ``read`` is what was read for it."""
    served = _is_served()
    if missing := "" if served else _missing():
        say(f"exploring needs {missing}; for text see serbia-tui --help")
        return MISUSED
    files = _Files(given)
    corpus = _CorpusLoader(given, files, read)

    def collect(paths: Sequence[str], say: Loading) -> Collected:
        from tui.adding import add as copy
        from tui.collecting import collected
        from tui.wording import counted

        outcomes: list[Addition] = []
        for outcome in copy(one_folder(given), paths):
            outcomes.append(outcome)
            say(f"Adding … {counted(len(outcomes), 'file')} looked at")
        return collected(outcomes, lambda: files.read(say))

    try:
        from tui.app import run
        from tui.appearance import Appearance

        notebook = None if given.read_only else open_notebook(given)
        code = run(
            corpus.load,
            open_id=given.open,
            tab=given.tab,
            keeper=notebook,
            appearance=Appearance(
                Path(notebook.place).with_name("screen.json") if notebook else None,
                given.settings.text("theme"),
                given.settings.number("list-width"),
                given.settings.keys,
                announces=given.settings.number("announce") == 1,
            ),
            notice=". ".join(given.settings.problems),
            # A page does not name files of the machine that serves it.
            collect=None if served or given.read_only else collect,
            files=None if served else files,
        )
    finally:
        # A reader who has left does not wait for what is still being read.
        kill_children()
    # The screen is gone when the app ends; what it could not load is said once more.
    return could_not(corpus.failure) if corpus.failure and code == COULD_NOT else code


class _CorpusLoader:
    """Loads the corpus for the explorer; what makes a store that is not there begins at once."""

    def __init__(self, given: argparse.Namespace, files: _Files, read: Corpus | None) -> None:
        self._given, self._files, self._read = given, files, read
        self._ahead = None if read else _begun(given)
        self.failure: Exception | None = None
        """Why it could not be loaded."""

    def load(self, say: Loading) -> Corpus:
        if self._read:
            return self._read
        from tui import store

        def hear(told: tuple[str, float] | bytes) -> None:
            if isinstance(told, bytes):
                say.show(store.unpacked(told))
            else:
                say(*told)

        try:
            self._files.begin()
            if self._ahead and not self._ahead.wait(hear):
                raise CannotDo("the process that read the articles was killed")
            return read_corpus(self._given, say, say, say.show)
        except Exception as error:
            self.failure = error
            raise


class _Files:
    """The files of the articles that are explored, watched from when they were last read."""

    def __init__(self, given: argparse.Namespace) -> None:
        self._given = given
        self._watch: FolderWatch | None = None

    def begin(self) -> None:
        """Watch the files as they are now."""
        self._watch = self._as_they_are()

    def changes(self) -> Sequence[str]:
        return self._watch.changes() if self._watch else ()

    def read(self, say: Callable[[str, float], None] = lambda _told, _share: None) -> Corpus:
        watch = self._as_they_are()
        corpus = read_corpus(self._given, lambda _line: None, say)
        self._watch = watch
        return corpus

    def _as_they_are(self) -> FolderWatch:
        from tui.folders import seeds
        from tui.watching import FolderWatch

        folders, _store = places(self._given)
        notebook = Path(open_notebook(self._given).place)
        return FolderWatch(*(folders or [seeds()]), besides=notebook)


def _is_served() -> bool:
    """Whether a page is drawn into, and no terminal is there."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith(("WebDriver", "BrowserDriver"))


def _missing() -> str:
    """What the explorer cannot be shown without, "" where nothing is missing."""
    # The screen is drawn on the standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        return "a terminal"
    return "a terminal that can draw (TERM=dumb)" if os.environ.get("TERM") == "dumb" else ""


def _begun(given: argparse.Namespace) -> BackgroundBuild | None:
    """Where there is no store yet, what makes it while the explorer begins."""
    from tui import store

    folders, place = places(given)
    if not store.can_be_made(place or store.default_path(*folders)):
        return None

    def work(tell: Callable[[object], None]) -> None:
        read_corpus(
            given,
            lambda line: tell((line, 0.0)),
            lambda line, share: tell((line, share)),
            lambda corpus: tell(store.packed(corpus, {})),
        )

    return BackgroundBuild(work)
