"""The command line: it wires the layers, and imports a layer only when its command runs.

Exit codes: 0 done, 1 could not, 2 used wrongly. What goes wrong is one clear line on the
standard error. Everything that is printed is plain: no word of a source, file name or
query acts on the terminal.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.arguments import FIVE, MENTIONS, MISUSED, NOTING, OWN, parse
from tui.forms import CORRECTIONS, NOTEBOOK, form
from tui.processes import BackgroundBuild, kill_children
from tui.signals import exit_on_signal
from tui.streams import leave_output, open_streams, terminal_width, write_utf8
from tui.terminal_text import one_line, sanitized

if TYPE_CHECKING:
    from tui.build import Built, Report
    from tui.collecting import Collected
    from tui.corpus import Corpus
    from tui.model import Record
    from tui.notebook import Notebook

DONE, COULD_NOT = 0, 1
INTERRUPTED = 130

Say = Callable[[str], None]


class CannotDo(Exception):
    """A command cannot do what it is asked; the message is the line that says why, and
    ``problems`` are the lines before it, where there is more to say than one."""

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.problems = problems


# ------------------------------------------------------------------ what is printed


def _out(text: str) -> None:
    sys.stdout.write(text)


def _say(line: str) -> None:
    """A line beside the results: what goes on, and what goes wrong."""
    print(f"serbia-tui: {one_line(line)}", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    open_streams()
    try:
        given = parse(sys.argv[1:] if arguments is None else arguments)
        with exit_on_signal():
            code = _COMMANDS[given.command](given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has had enough, as in ``serbia-tui search x | head -1``.
        leave_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: nobody is shown a traceback
        return _could_not(error)
    return code


def _could_not(error: Exception) -> int:
    """Say what went wrong."""
    if os.environ.get("SERBIA_TUI_TRACEBACK"):
        raise error
    if isinstance(error, CannotDo):
        for problem in error.problems:
            print(one_line(problem), file=sys.stderr)
        _say(str(error))
    elif isinstance(error, OSError):
        _say(f"{error.filename or 'the output'}: {error.strerror or error}")
        leave_output()
    elif type(error).__name__ == "Misshapen":
        # Only who forges a store's digest sees this; importing its type is not worth it.
        _say(f"the store is damaged: {error}; serbia-tui build makes it again")
    else:
        _say(f"an error of the program: {type(error).__name__}: {error}")
    return COULD_NOT


# ------------------------------------------------------------------ the commands


def _corpus(given: argparse.Namespace) -> Corpus:
    """The corpus that is asked for, with what its reader has added and corrected."""
    corpus = _read(given)
    notebook = _notebook(given)
    if not os.path.exists(notebook.place):  # noqa: PTH110 - nor where it may not be looked for
        return corpus
    kept = notebook.read()
    if kept.notice:
        _say(kept.notice)
    if not kept.notes.annotations:
        return corpus
    from tui.annotated import Desk

    return Desk(corpus, notebook.where).corpus(kept.notes.annotations)


def _notebook(given: argparse.Namespace) -> Notebook:
    """The notebook that is asked for, else the user's own."""
    from tui.notebook import Notebook, default_path

    named = getattr(given, "corpus", None) or [FIVE]
    where = ", ".join(
        each if each in (OWN, FIVE) else str(Path(each).absolute()) for each in map(str, named)
    )
    return Notebook(getattr(given, "notebook", None) or default_path(), where)


def _read(given: argparse.Namespace, say: Say = _say, count: Say | None = None) -> Corpus:
    """The corpus of the folder that is asked for, from its store or built; ``count`` is
    told how far the build is."""
    from tui.build import open_or_build

    with _building(), _counted(count) as progress:
        corpus, report = open_or_build(*_places(given), say, progress)
    if report:
        _say_skipped(report, say)
    return corpus


def _places(given: argparse.Namespace) -> tuple[Sequence[Path], Path | None]:
    """The folders and the store that are asked for: the five articles, and one's own beside
    them, where no folder is."""
    from tui.folders import everything, own_articles, seeds

    named = {OWN: own_articles, FIVE: seeds}
    folders = [
        named[each]() if each in named else Path(each) for each in getattr(given, "corpus", ())
    ]
    folders = list(dict.fromkeys(folders)) or list(everything())
    # The store of the five articles alone has a name of its own.
    return ([] if folders == [seeds()] else folders), getattr(given, "store", None)


@contextlib.contextmanager
def _building() -> Iterator[None]:
    """What is wrong in a folder of articles, in the words of the command line."""
    from tui.build import BuildError

    try:
        yield
    except BuildError as error:
        from tui.inputs import told

        raise CannotDo(str(error), tuple(told(error.skipped, said=""))) from error
    except Exception as error:
        # Whoever opens a store that is there does not need the curated files' rules.
        from tui.curate import CurationError

        if not isinstance(error, CurationError):
            raise
        found = f"{len(error.problems)} found"
        raise CannotDo(f"the curated files do not fit: {found}", error.problems) from error


def _say_skipped(report: Report, say: Say, verbose: bool = False) -> None:
    from tui.inputs import told

    for file, remark in report.remarks:
        say(f"{file}: {remark}")
    for unread in report.unread:
        say(unread.told)
    for line in told(report.skipped, verbose):
        say(line)
    if report.skipped:
        say(f"skipped {len(report.skipped):,}, read {report.articles:,}")


def explore(given: argparse.Namespace) -> int:
    """The explorer, where there is a terminal to show it in."""
    # The screen is drawn on the standard error.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        _say("exploring needs a terminal; for text see serbia-tui --help")
        return MISUSED
    if os.environ.get("TERM") == "dumb":
        _say("exploring needs a terminal that can draw (TERM=dumb); for text see serbia-tui --help")
        return MISUSED
    ahead = _begun(given)
    failed: list[Exception] = []

    def load(say: Say) -> Corpus:
        try:
            if ahead and not ahead.wait(say):
                raise CannotDo("the process that read the articles was killed")
            return _read(given, say, say)
        except Exception as error:
            failed.append(error)
            raise

    def collect(paths: Sequence[str], say: Say) -> Collected:
        from tui.adding import add as copy
        from tui.collecting import collected

        outcomes = list(copy(_one_folder(given), paths))
        return collected(outcomes, lambda: _read(given, say, say))

    try:
        from tui.app import run
        from tui.appearance import Appearance

        notebook = _notebook(given)
        code = run(
            load,
            open_id=given.open,
            tab=given.tab,
            keeper=notebook,
            collect=collect,
            appearance=Appearance(Path(notebook.place).with_name("theme")),
        )
    finally:
        # A reader who has left does not wait for what is still being read.
        kill_children()
    # The screen is gone when the app ends; what it could not load is said once more.
    return _could_not(failed[0]) if failed and code == COULD_NOT else code


def _begun(given: argparse.Namespace) -> BackgroundBuild | None:
    """Where there is no store yet, what makes it while the explorer begins."""
    from tui import store

    folders, place = _places(given)
    if not store.can_be_made(place or store.default_path(*folders)):
        return None
    return BackgroundBuild(lambda say: _read(given, say, say))


def build(given: argparse.Namespace) -> int:
    """Read the articles and put the store in place."""
    from tui import store
    from tui.build import build as build_corpus
    from tui.build import seeds

    folders, place = _places(given)
    place = place or store.default_path(*folders)
    with _building(), _counted() as progress:
        built = build_corpus(folders or seeds(), progress, place)
    try:
        aside = store.save(built.corpus, place, built.digests)
    except OSError as error:
        raise CannotDo(f"{place}: {error.strerror or error}") from error
    if aside:
        _say(f"what stood in the store's place is kept: {aside}")
    _out("".join(f"{line}\n" for line in _found(built)))
    _out(f"store: {one_line(str(place))}\n")
    _say_skipped(built.report, _say, given.verbose)
    return DONE


def _found(built: Built) -> Iterable[str]:
    yield f"{built.report.articles} articles read"
    yield f"{'':10}{'from rules':>12}{'curated':>9}"
    for kind, extracted, curated in built.report.tallies:
        yield f"{kind:10}{extracted:12}{curated:9}"


@contextlib.contextmanager
def _counted(show: Say | None = None) -> Iterator[Callable[[int, int], None] | None]:
    """What is to be told how many articles of how many are read: where that takes a while
    it is shown, in a line of the terminal where nothing else is given to show it."""
    from time import monotonic

    line = show is None
    if line and not sys.stderr.isatty():
        yield None
        return
    begun = shown = monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal shown
        now = monotonic()
        if now - begun > 0.5 and (now - shown > 0.1 or done == total):
            shown = now
            told = f"reading {done:,} of {total:,}"
            if done == total:
                told = f"putting together what {total:,} articles say"
            if show:
                show(told)
            else:
                sys.stderr.write(f"\r\x1b[K{told}")
                sys.stderr.flush()

    try:
        yield progress
    finally:
        if line and shown > begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def search(given: argparse.Namespace) -> int:
    """Hits as a table, or as JSON Lines with their score and spans. What else the screen
    says of them (how many, what was read how, what to ask instead) goes beside."""
    from tui.search import answer

    corpus = _corpus(given)
    found = answer(corpus, " ".join(given.query), given.kind[:-1])
    if given.format == "jsonl":
        from tui.export.json_lines import objects
        from tui.export.jsonl import line

        values = zip(objects(corpus, found.hits.records), found.hits, strict=True)
        _write(
            given,
            (
                line(value | {"score": hit.score, "hits": hit.spans, "why": hit.why})
                for value, hit in values
            ),
            data=True,
        )
    elif given.format != "table":
        _write(given, form(given.format).lines(corpus, found.hits.records), data=True)
    else:
        from tui.export.table import TableRow, table

        screen = given.output == "-" and sys.stdout.isatty()
        rows = (TableRow(hit.record, hit.spans, hit.why) for hit in found.hits)
        width = terminal_width() if screen else None
        bold = screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        _write(given, (f"{row}\n" for row in table(corpus, rows, width=width, lit=bold)))
    # Who reads only the beginning of the hits is told nothing more.
    sys.stdout.flush()
    for said in found.lines(counted=given.format != "jsonl"):
        _say(said)
    return DONE


def show(given: argparse.Namespace) -> int:
    """One record, whole."""
    corpus = _corpus(given)
    record = corpus.get(given.id)
    if record is None:
        from difflib import get_close_matches

        near = get_close_matches(given.id, corpus.by_id, n=3)
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise CannotDo(f"no record has the id {given.id}{hint}")
    if given.format != "text":
        _write(given, form(given.format).lines(corpus, [record]), data=True)
        return DONE
    from tui.export.page import page

    _write(given, (f"{sanitized(each)}\n" for each in page(corpus, record)))
    return DONE


def compare(given: argparse.Namespace) -> int:
    """What several speakers say, side by side; what else the search says goes beside."""
    from tui.comparison import NotKnown, compare, filled_up, speaker_called
    from tui.comparison.render import FORMS
    from tui.search import answer

    corpus = _corpus(given)
    asked = answer(corpus, given.about)
    try:
        named = [speaker_called(corpus, each) for each in given.speakers]
    except NotKnown as problem:
        raise CannotDo(str(problem)) from problem
    compared = compare(corpus, filled_up(corpus, named, asked.query), asked.query)
    _write(given, FORMS[given.format](compared), data=given.format == "jsonl")
    if not compared.speakers:
        _say("nobody is quoted in these articles")
    elif asked.total and not compared.groups:
        _say("others say something on it: name no speaker, and the most quoted are compared")
    for said in asked.lines(counted=False):
        _say(said)
    return DONE


def export(given: argparse.Namespace) -> int:
    """Records of a kind, the notebook or the corrections, to the standard output or into a
    file."""
    corpus = _corpus(given)
    made = form(given.format)
    lines: Iterable[str]
    if given.kind in (NOTEBOOK, CORRECTIONS):
        if not corpus.added.placed:
            _say("nothing is added yet")
        lines = made.lines(corpus, (), given.kind)
    elif given.kind == MENTIONS:
        from tui.export.jsonl import line
        from tui.mentions import mentions

        lines = map(line, mentions(corpus))
    else:
        records: Sequence[Record] = corpus.of(given.kind[:-1])
        if given.query:
            from tui.search import answer

            found = answer(corpus, given.query, given.kind[:-1])
            records = found.hits.records
            for said in found.lines(counted=False):
                _say(said)
        lines = made.lines(corpus, records)
    _write(given, itertools.chain(["\ufeff"] if given.bom else [], lines), data=True)
    return DONE


def _write(given: argparse.Namespace, lines: Iterable[str], *, data: bool = False) -> None:
    """Put lines on the standard output or into a file; ``data`` is UTF-8 whatever the output
    has."""
    output = given.output
    if output == "-":
        if data:
            write_utf8()
        for each in lines:
            _out(each)
        # Who reads only the beginning is told nothing more.
        sys.stdout.flush()
        return
    from tui.files import write_output

    path = Path(output)
    if path.is_file() and not given.force:
        raise CannotDo(f"{output}: exists already; --force replaces it")
    try:
        write_output(path, "".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CannotDo(f"{output}: {error.strerror or error}") from error


def chart(given: argparse.Namespace) -> int:
    """A chart as text, in the signs that the output's encoding has, and its numbers."""
    from tui.charts.plain_text import CHARTS
    from tui.glyphs import in_encoding

    corpus = _corpus(given)
    stream = None if given.output != "-" else getattr(sys.stdout, "encoding", None)
    encoding = "ascii" if given.ascii else stream or "utf-8"
    given.width = given.width or terminal_width()
    lines = CHARTS[given.kind](corpus, given)
    _write(given, (f"{in_encoding(sanitized(line), encoding)}\n" for line in lines))
    return DONE


def check(given: argparse.Namespace) -> int:
    """Everything in the store against the articles and the curated files as they are."""
    from tui import store
    from tui.build import build as build_corpus
    from tui.build import inputs, seeds
    from tui.codec import DecodeError
    from tui.integrity import differences, problems
    from tui.plausibility import doubts

    folders, place = _places(given)
    place = place or store.default_path(*folders)
    found: list[str] = []
    with _building():
        now = inputs(*(folders or [seeds()]))
        built = build_corpus(now)
    try:
        kept = store.load(place)
        if store.packed(kept, now.digests) != store.packed(built.corpus, now.digests):
            found.append("the store is not what the articles and curated files give now")
            found += differences(kept, built.corpus)
    except store.StoreMissing:
        kept = built.corpus
    except store.StoreProblem as problem:
        kept = built.corpus
        found.append(f"the store {problem.reason}")
    except DecodeError as wrong:
        kept = built.corpus
        found.append(f"the store is damaged: {wrong}")
    found += problems(kept, now.texts)
    for problem_line in found:
        _out(f"{one_line(problem_line)}\n")
    if found:
        _say(f"{len(found)} found that {'does' if len(found) == 1 else 'do'} not hold")
        return COULD_NOT
    for doubt in doubts(kept):
        where = f"{kept.name(doubt.contest)}: " if doubt.contest else ""
        _say(f"warning: {where}{doubt.why} ({', '.join(doubt.figures)})")
    records = sum(1 for _ in kept.records)
    _out(f"{records} records of {len(kept.articles)} articles hold: passages, links, values\n")
    return DONE


def note(given: argparse.Namespace) -> int:
    """Change the notebook, and say what was done."""
    from tui.noting import CannotNote, done

    try:
        said = done(given, lambda: _read(given), _notebook(given))
    except CannotNote as error:
        raise CannotDo(str(error)) from error
    _out(f"{one_line(said)}\n")
    return DONE


def add(given: argparse.Namespace) -> int:
    """Copy articles into a folder, the user's own where none is named."""
    from tui.adding import CannotAdd
    from tui.adding import add as copy
    from tui.collecting import tell_added

    folder = _one_folder(given)
    try:
        with _building():
            outcomes = copy(folder, given.files, sys.stdin.buffer.read)
            added = tell_added(outcomes, folder, given.verbose, _say, _out)
    except CannotAdd as error:
        raise CannotDo(str(error)) from error
    except OSError as error:
        raise CannotDo(f"{error.filename or folder}: {error.strerror or error}") from error
    return DONE if added else COULD_NOT


def remove(given: argparse.Namespace) -> int:
    """Take files away again from a folder, the user's own where none is named."""
    from tui.collecting import tell_removed
    from tui.removing import CannotRemove
    from tui.removing import remove as take_away

    folder = _one_folder(given)
    try:
        with _building():
            every = tell_removed(take_away(folder, given.names), _say, _out)
    except CannotRemove as error:
        raise CannotDo(str(error)) from error
    except OSError as error:
        raise CannotDo(f"{error.filename or folder}: {error.strerror or error}") from error
    return DONE if every else COULD_NOT


def _one_folder(given: argparse.Namespace) -> Path:
    """The folder in which articles are added or removed: one's own where none is named."""
    from tui.folders import own_articles, seeds

    if not getattr(given, "corpus", ()):
        return own_articles()
    folders, _ = _places(given)
    if len(folders) > 1:
        raise CannotDo("several folders are named; it is done in one")
    return folders[0] if folders else seeds()


def articles(given: argparse.Namespace) -> int:
    """The articles that there are, with their facts; beside it what is left out, and why."""
    from tui.collecting import tell_articles
    from tui.folders import seeds
    from tui.inputs import inputs

    corpus = _read(given, lambda _line: None)
    folders, _ = _places(given)
    with _building():
        now = inputs(*(folders or [seeds()]))
    width = terminal_width() if sys.stdout.isatty() else None
    tell_articles(corpus, now.skipped, width, given.verbose, _say, _out)
    return DONE


_COMMANDS: dict[str | None, Callable[[argparse.Namespace], int]] = {
    None: explore,
    "build": build,
    "search": search,
    "show": show,
    "compare": compare,
    "export": export,
    "chart": chart,
    "check": check,
    "add": add,
    "remove": remove,
    "articles": articles,
    **dict.fromkeys(NOTING, note),
}
