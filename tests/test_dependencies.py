"""A store and a kept reading are out of date as soon as any file that made them changes."""

from __future__ import annotations

import ast
import compileall
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.samples import TEXTS
from tui import batch, store
from tui.dependencies import PACKAGE, digest_of, files_of

STORE, READING = store.MADE_BY, batch.__name__

fresh = digest_of.__wrapped__
"""The digest as another launch computes it: a process keeps its first."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, whose files may be changed."""
    copy = tmp_path_factory.mktemp("installed") / "tui"
    return Path(shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__")))


@pytest.fixture
def own(tmp_path: Path, package: Path) -> Path:
    """A copy for one test alone."""
    return Path(shutil.copytree(package, tmp_path / "tui"))


def parsed(module: str) -> set[str]:
    """The sources that a module depends on, as Python's own parser sees the imports."""
    found: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        path = PACKAGE.parent / name.replace(".", "/")
        source = next((each for each in (path.with_suffix(".py"), path / "__init__.py")
                       if each.is_file()), None)  # fmt: skip
        if source is None or str(source.relative_to(PACKAGE)) in found:
            continue
        found.add(str(source.relative_to(PACKAGE)))
        waiting += [name.rpartition(".")[0]]
        for node in ast.walk(ast.parse(source.read_bytes())):
            if isinstance(node, ast.Import):
                waiting += [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    return found


class TestWhatIsFollowed:
    @pytest.mark.parametrize("module", [STORE, READING])
    def test_is_what_a_parser_finds(self, module: str) -> None:
        assert {name for name in files_of(module) if name.endswith(".py")} == parsed(module)

    @pytest.mark.parametrize("module", [STORE, READING])
    def test_has_every_rule_and_word_list_and_the_shape_of_records(self, module: str) -> None:
        files = files_of(module)
        rules = {
            str(each.relative_to(PACKAGE))
            for each in PACKAGE.glob("extract/**/*")
            if each.is_file() and "__pycache__" not in each.parts
        }
        assert {each for each in rules if each.endswith(".txt")}
        assert rules <= files.keys()
        shapes = {"model.py", "records.py", "dates.py", "summary.py", "tables/codec.py"}
        assert shapes <= files.keys()

    def test_has_the_curated_files_rules_for_a_store_alone(self) -> None:
        assert "curate/apply.py" in files_of(STORE)
        assert "curate/apply.py" not in files_of(READING)
        assert {"documents/markdown.py", "disagreements/values.py"} <= files_of(STORE).keys()

    def test_has_nothing_that_shows_finds_or_prints(self) -> None:
        shown = ("app/", "search/", "charts/", "export/", "cli/", "plain/", "notebook.py")
        assert [name for name in files_of(STORE) if name.startswith(shown)] == []

    def test_has_a_module_that_is_imported_inside_a_function(self, own: Path) -> None:
        (own / "extract" / "late.py").write_text("WORDS = ()\n")
        assert "extract/late.py" not in files_of(READING, own)
        with (own / "summary.py").open("a") as file:
            file.write("\n\ndef later():\n    from tui.extract import late\n\n    return late\n")
        assert "extract/late.py" in files_of(READING, own)

    def test_has_data_in_folders_of_their_own(self, own: Path) -> None:
        before = fresh(READING, own)
        (own / "extract" / "languages" / "en" / "names" / "lists").mkdir()
        (own / "extract" / "languages" / "en" / "names" / "lists" / "rivers.txt").write_text(
            "Drina\n"
        )
        assert fresh(READING, own) != before


class TestADigest:
    @pytest.mark.parametrize("module", [STORE, READING])
    def test_changes_with_any_file(self, package: Path, module: str) -> None:
        before = fresh(module, package)
        unnoticed = []
        # All of them are read alike: of many files, each tenth is changed.
        for name in sorted(files_of(module, package))[::10]:
            data = (package / name).read_bytes()
            (package / name).write_bytes(data + b"\n")
            if fresh(module, package) == before:
                unnoticed.append(name)
            (package / name).write_bytes(data)
        assert unnoticed == []
        assert fresh(module, package) == before

    def test_is_the_same_wherever_the_package_stands(self, package: Path) -> None:
        assert fresh(STORE, package) == digest_of(STORE)

    def test_stays_when_something_else_changes(self, own: Path) -> None:
        before = fresh(STORE, own)
        with (own / "app" / "explorer.py").open("a") as file:
            file.write("# another colour\n")
        (own / "seeds").mkdir()
        (own / "seeds" / "one.txt").write_text("An article.\n")
        assert fresh(STORE, own) == before

    def test_of_a_package_without_sources_changes_with_the_compiled_files(self, own: Path) -> None:
        compileall.compile_dir(own, quiet=2, legacy=True)
        for source in own.rglob("*.py"):
            source.unlink()
        before = fresh(STORE, own)
        with (own / "extract" / "layout.pyc").open("ab") as file:
            file.write(b"\0")
        assert fresh(STORE, own) != before

    def test_of_a_package_in_an_archive_changes_with_that(
        self, package: Path, tmp_path: Path
    ) -> None:
        archive = tmp_path / "program.zip"

        def asked() -> str:
            code = "import tui.dependencies as d; print(d.__file__, d.digest_of('tui.build'))"
            ran = subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONPATH": str(archive)},
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=True,
            )
            path, digest = ran.stdout.split()
            assert path.startswith(str(archive))
            return digest

        digests = []
        for word in ("first", "second"):
            with zipfile.ZipFile(archive, "w") as file:
                for each in ("__init__.py", "dependencies.py"):
                    file.write(package / each, f"tui/{each}")
                file.writestr("tui/extract/names.txt", word)
            digests.append(asked())
        assert digests[0] != digests[1]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_search_after_a_rule_is_edited_finds_what_the_edited_rule_finds(
    own: Path, articles: Path, tmp_path: Path
) -> None:
    (articles / "talk.txt").write_text("The Talk\n\nAna Weaver said that the dam had broken.\n")

    def searched() -> tuple[int, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "--corpus", str(articles), "search", "dam"],
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.count("dam had broken"), ran.stderr

    assert searched()[0] == 1
    hits, told = searched()
    assert (hits, "the store" in told) == (1, False)
    rules = own / "extract" / "languages" / "en" / "verbs.toml"
    rules.write_text(
        rules.read_text("utf-8").replace("says said said", "says sayeth sayeth"), "utf-8"
    )
    hits, told = searched()
    assert hits == 0
    assert told.startswith(
        "serbia-tui: reading the articles: the store was made by rules that have changed since\n"
    )
