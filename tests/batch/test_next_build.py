"""The next build reads only what has changed, and gives the bytes of a whole one."""

from __future__ import annotations

import contextlib
import errno
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from tests.batch.invented import ARTICLES, bytes_of, few, names
from tests.bench.newsroom import article
from tests.disagreements import corpora
from tui import batch, extract, files, inputs, near_copies, parsed_files, store
from tui.build import BuildError, build, seeds
from tui.curate import actor_rows, linking
from tui.inputs import Remark
from tui.model import Extraction, Hints
from tui.tables import kept_files, line_cache


class TestTheNextBuild:
    def test_reads_what_has_changed_and_no_more(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        assert read == names(folder)
        (folder / "000003.txt").write_text(article(77))
        (folder / "000001.txt").unlink()
        (folder / "extra.txt").write_text(article(78))
        read.clear()
        built = build(folder, place=place, processes=1)
        assert read == ["000003.txt", "extra.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
        assert names(place.parent) == [
            f"store.{end}" for end in ("documents", "findings", "readings")
        ]

    def test_gives_the_bytes_of_a_whole_one_whatever_has_changed(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Articles come, change and go: reports that disagree in many ways, copies, and one of
        which somebody says what is right."""
        chance, rules = random.Random(21), set[str]()
        invented = map(corpora.read, sorted(corpora.FOLDER.iterdir()))
        pool = [text for each in invented for text in each.articles.values()]
        for each in (*seeds().glob("*.txt"), seeds() / "actors.toml"):
            (folder / each.name).write_bytes(each.read_bytes())
        for changes in (30, 1, 5, 1, 9):
            for _ in range(changes):
                path = folder / f"{chance.randrange(40)}.txt"
                if path.exists() and chance.random() < 0.4:
                    path.unlink()
                elif path.exists() and chance.random() < 0.2:
                    path.rename(folder / f"{path.stem} moved.txt")
                else:
                    path.write_text(chance.choice(pool) + "\nA copy.\n" * chance.randrange(2))
            entry = f'file = "000001.txt"\ntitle = "Ours"\nlanguage = "sr"\nwhy = "{changes}"\n'
            (folder / "articles.toml").write_text(f"[[article]]\n{entry}" * (changes != 5))
            actors = (seeds() / "actors.toml").read_bytes()
            (folder / "actors.toml").write_bytes(actors if changes > 1 else b"")
            built = build(folder, place=place, processes=1)
            assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
            rules.update(each.rule for each in built.corpus.disagreements)
        assert {"one name in two spellings", "one actor under different labels"} < rules

    def test_opens_no_text_that_has_not_changed(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        really = files.read_file

        def noted(folder: Path, name: str, largest: int) -> bytes:
            opened.append(name)
            return really(folder, name, largest)

        monkeypatch.setattr(inputs, "read_file", noted)
        build(folder, place=place, processes=1)
        before = (folder / "000003.txt").read_text()
        (folder / "000003.txt").write_text(before.replace("e", "o"))
        (folder / "000001.txt").rename(folder / "moved.txt")
        opened.clear()
        changed = inputs.digests_of(folder, beside=place)
        built = build(folder, place=place, processes=1)
        assert opened == 2 * ["000003.txt", "moved.txt"]
        assert changed == built.digests == inputs.digests_of(folder)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_takes_no_text_that_changes_behind_its_back(self, folder: Path, place: Path) -> None:
        build(folder, place=place, processes=1)
        found = inputs.inputs(folder, beside=place).documents
        (folder / "000003.txt").write_text("Something else.")
        assert found["000002.txt"].text == article(2)
        with pytest.raises(BuildError, match=r"000003\.txt: changes while it is read"):
            _ = found["000003.txt"]
        (folder / "000002.txt").unlink()
        assert found["000002.txt"].text == article(2)  # It is read once.

    def test_leaves_out_one_that_changes_while_others_are_read(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        place.with_suffix(".readings").unlink()
        noted = extract.read

        def changing(file: str, text: str, known: Hints) -> Extraction:
            (folder / "000003.txt").write_text(article(77))
            return noted(file, text, known)

        with monkeypatch.context() as patch:
            patch.setattr(extract, "read", changing)
            told = build(folder, place=place, processes=1).report
        assert told.skipped == (("000003.txt", "changes while it is read: build once more"),)
        assert told.articles == ARTICLES - 1
        read.clear()
        built = build(folder, place=place, processes=1)
        assert read == ["000003.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_keeps_nothing_where_few_are_left_but_somebodys_own(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        place.with_suffix(".findings").write_text("What I found out.")
        monkeypatch.setattr(batch, "MANY", 1000)
        monkeypatch.setattr(parsed_files, "MANY", 1000)
        build(folder, place=place)
        assert names(place.parent) == ["store.findings"]

    def test_works_nothing_out_again_that_is_kept_whole(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        worked: list[str] = []

        def noted(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
            def work(*given: Any) -> Any:
                worked.append(name)
                return really(*given)

            return work

        marked = ((near_copies, "_first_alike"), (linking, "_clusters"), (actor_rows, "_actor"))
        for module, name in marked:
            monkeypatch.setattr(module, name, noted(name, getattr(module, name)))
        for number in range(2):
            (folder / f"copy{number}.txt").write_text(article(number) + "\nA copy.\n")
        whole = bytes_of(build(folder, place=place, processes=1))
        assert {*worked} == {"_first_alike", "_clusters", "_actor"}
        worked.clear()
        assert bytes_of(build(folder, place=place, processes=1)) == whole
        assert worked == []

        kept = place.with_suffix(".findings")
        kept.write_bytes(kept.read_bytes().replace(b"null", b"0   ").replace(b"person", b"state "))
        assert bytes_of(build(folder, place=place, processes=1)) == whole
        assert {*worked} >= {"_actor"}

    def test_reads_nothing_when_nothing_has_changed(
        self, folder: Path, place: Path, read: list[str]
    ) -> None:
        before = bytes_of(build(folder, place=place, processes=1))
        read.clear()
        assert bytes_of(build(folder, place=place, processes=1)) == before
        assert read == []

    def test_reads_again_what_is_told_something_else_beforehand(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        read.clear()
        (folder / "articles.toml").write_text(
            '[[article]]\nfile = "000004.txt"\ntitle = "Another title"\nwhy = "a better one"\n'
        )
        built = build(folder, place=place, processes=1)
        assert read == ["000004.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_reads_all_again_by_other_rules(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        read.clear()
        monkeypatch.setattr(batch, "digest_of", lambda _: "others")
        build(folder, place=place, processes=1)
        assert read == names(folder)

    def test_reads_again_whatever_of_the_kept_is_damaged(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        kept = place.with_suffix(".readings")
        lines = kept.read_bytes().splitlines(keepends=True)
        lines[1] = lines[1].replace(b'"direct"', b'"mixed"', 1)
        lines[2] = lines[2][:-9]
        kept.write_bytes(b"".join(lines[:4]) + b"\xff\n")
        read.clear()
        built = build(folder, place=place, processes=1)
        # The third and the fourth have become one line.
        assert read == [f"00000{n}.txt" for n in (1, 2, 3, 4)]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_does_without_a_place_to_keep_anything(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        built = build(folder, place=tmp_path / "file" / "store.json", processes=1)
        assert bytes_of(built) == bytes_of(build(folder, processes=1))

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
    @pytest.mark.parametrize("full", ["documents", "readings", "findings"])
    def test_takes_longer_where_there_is_no_room_for_what_is_kept(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, full: str
    ) -> None:
        really = files.in_place_of

        @contextlib.contextmanager
        def in_place_of(path: Path, *, lasting: bool) -> Iterator[IO[bytes]]:
            with really(path, lasting=lasting) as file:
                yield open("/dev/full", "w+b") if path.suffix == f".{full}" else file  # noqa: PTH123, SIM115
                if path.suffix == f".{full}":
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as patch:
            patch.setattr(kept_files, "in_place_of", in_place_of)
            built = build(folder, place=place, processes=1)
        assert built.report.remarks == (
            Remark(
                str(place.with_suffix(f".{full}")),
                "cannot be kept: No space left on device; the next build takes longer for that",
            ),
        )
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
        assert f"store.{full}" not in names(place.parent)
        built = build(folder, place=place, processes=1)
        assert built.report.remarks == ()
        whole = place.with_suffix(f".{full}").read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(kept_files, "in_place_of", in_place_of)
            build(folder, place=place, processes=1)
        assert place.with_suffix(f".{full}").read_bytes() == whole

    @pytest.mark.parametrize("room", [0, 150_000])
    def test_leaves_the_store_its_room(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, room: int
    ) -> None:
        monkeypatch.setattr(line_cache.LineWriter, "SOME", 2)
        monkeypatch.setattr(line_cache.LineWriter, "LOOKED", 0)
        monkeypatch.setattr(line_cache, "free", lambda file: room - file.tell())
        built = build(folder, place=place, processes=1)
        kept = ("readings",) if room else ("documents", "readings", "findings")
        remarks = dict(built.report.remarks)
        told = "cannot be kept: the store needs the room that is left; the next build takes longer"
        assert remarks == {
            ", ".join(str(place.with_suffix(f".{end}")) for end in kept): f"{told} for that"
        }
        whole = bytes_of(few(folder, monkeypatch))
        assert bytes_of(built) == whole
        # A part of the readings is better than none.
        assert place.with_suffix(".readings").exists() == bool(room)

    def test_is_kept_where_the_disk_does_not_say_how_large_it_is(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "fstatvfs", lambda _file: os.statvfs_result([0] * 11))
        assert build(folder, place=place, processes=1).report.remarks == ()
        assert len(names(place.parent)) == 3

    def test_replaces_no_file_of_somebodys(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place.parent.mkdir()
        kept = [place.with_suffix(f".{end}") for end in ("documents", "readings", "findings")]
        for each in kept:
            each.write_text("What I found out.")
        built = build(folder, place=place, processes=1)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
        told = "cannot be kept: another file has this name; the next build takes longer for that"
        assert built.report.remarks == (Remark(", ".join(map(str, kept)), told),)
        assert {each.read_text() for each in kept} == {"What I found out."}
        # What a machine that stopped has left of ours is nobody's.
        for each in kept:
            each.write_bytes(bytes(500))
        assert build(folder, place=place, processes=1).report.remarks == ()
        assert not any(each.read_bytes().startswith(b"\0") for each in kept)

    def test_keeps_nothing_in_the_place_of_its_store(self, folder: Path, place: Path) -> None:
        for ending in kept_files.ENDINGS:
            own = place.with_name(f"store.{ending}")
            built = build(folder, place=own, processes=1)
            store.save(built.corpus, own, built.digests)
            assert build(folder, place=own, processes=1).report.remarks == ()
            assert store.load(own) == built.corpus

    def test_waits_for_no_pipe_in_the_place_of_what_is_kept(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place.parent.mkdir()
        kept = [place.with_suffix(f".{end}") for end in ("documents", "readings", "findings")]
        for each in kept:
            os.mkfifo(each)
        built = build(folder, place=place, processes=1)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
        (remark,) = built.report.remarks
        assert remark.file == ", ".join(map(str, kept))
        assert remark.remark.startswith("cannot be kept: no regular file, and not replaced by one")
        monkeypatch.setattr(batch, "MANY", 1000)
        assert build(folder, place=place).report.articles == ARTICLES

    def test_keeps_nothing_of_a_small_corpus(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(batch, "MANY", ARTICLES + 1)
        monkeypatch.setattr(parsed_files, "MANY", ARTICLES + 1)
        build(folder, place=place)
        assert not place.parent.exists()


def test_a_file_that_has_changed_a_moment_ago_is_not_told_by_its_state(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(folder / "000001.txt")
    before = parsed_files.state_of(path)
    assert before
    (folder / "000001.txt").write_bytes(b"a" + (folder / "000001.txt").read_bytes()[1:])
    assert parsed_files.state_of(path) not in ("", before)
    monkeypatch.setattr(parsed_files, "TICK", 10**12)
    assert parsed_files.state_of(path) == ""
    (folder / "link.txt").symlink_to(path)
    assert parsed_files.state_of(str(folder / "link.txt")) == ""
