"""A folder is read once; what is no article is left out with its reason."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from tests.bench.newsroom import publish
from tests.documents.test_pages import PAGE
from tests.documents.test_registry import zipped
from tests.samples import TEXTS
from tui import batch, documents, extract, store
from tui.build import BuildError, Inputs, build, digests_of, inputs, open_or_build, seeds
from tui.corpus import Corpus
from tui.curate import CurationError
from tui.integrity import problems
from tui.model import Extraction, Hints
from tui.search import search


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the three invented articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_bytes(text.encode())
    return made


def skipped(folder: Path) -> dict[str, str]:
    return dict(inputs(folder).skipped)


class TestAFolder:
    def test_is_read_in_the_order_of_its_names(self, folder: Path) -> None:
        assert list(inputs(folder).texts) == sorted(TEXTS)

    def test_gives_texts_with_their_line_ends_as_they_are(self, folder: Path) -> None:
        (folder / "ends.txt").write_bytes(b"one\r\ntwo\rthree\n")
        assert inputs(folder).texts["ends.txt"] == "one\r\ntwo\rthree\n"

    def test_has_a_digest_for_every_article_and_curated_file(self, folder: Path) -> None:
        (folder / "actors.toml").write_text("")
        (folder / "README.md").write_text("not read")
        (folder / "notes.rst").write_text("not read")
        assert sorted(inputs(folder).digests) == ["actors.toml", *sorted(TEXTS)]

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("empty.txt", b"", "empty"),
            ("blank.txt", b" \n\t\n", "empty"),
            ("binary.txt", b"\x7fELF\0\0", "binary: it holds NUL bytes"),
            ("utf16.txt", "vote".encode("utf-16-le"), "binary: it holds NUL bytes"),
            ("damaged.txt", "Vučić".encode() + b"\xe8", "not UTF-8: byte 8 is 0xe8"),
            ("twice.txt", TEXTS["post.txt"].encode(), "the same text as post.txt"),
            (
                "wide.txt",
                TEXTS["post.txt"].replace(" ", "  ").encode(),
                "the same words as post.txt, spaced or marked otherwise",
            ),
            ("page.html", b"<html></html>", "no main text is found in the page"),
            ("front.md", b"---\ntitle: x\n---\n", "empty: nothing stands behind its front"),
        ],
    )
    def test_is_built_without_what_is_no_article(
        self, folder: Path, name: str, data: bytes, reason: str
    ) -> None:
        (folder / name).write_bytes(data)
        ((file, why),) = skipped(folder).items()
        assert (file, why[: len(reason)]) == (name, reason)
        assert len(inputs(folder).texts) == 3

    def test_is_built_without_a_file_that_is_too_large(self, folder: Path) -> None:
        with (folder / "large.txt").open("wb") as large:
            large.truncate(20_000_001)
        assert skipped(folder) == {"large.txt": "larger than 20 MB"}

    def test_is_built_without_what_is_no_regular_file(self, folder: Path) -> None:
        (folder / "folder.txt").mkdir()
        os.mkfifo(folder / "pipe.txt")
        assert set(skipped(folder).values()) == {"not a regular file"}

    def test_is_not_left_by_a_link(self, folder: Path, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("a secret")
        (folder / "out.txt").symlink_to(secret)
        (folder / "circle.txt").symlink_to(folder / "circle.txt")
        (folder / "nowhere.txt").symlink_to(folder / "missing")
        (folder / "inside.txt").symlink_to(folder / "post.txt")
        reasons = skipped(folder)
        assert reasons["out.txt"] == "a link that leads out of the folder"
        assert reasons["post.txt"] == "the same text as inside.txt"
        assert "cannot be read" in reasons["nowhere.txt"]
        assert "circle.txt" in reasons
        assert "a secret" not in inputs(folder).texts.values()

    @pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
    def test_is_built_without_a_file_that_may_not_be_read(self, folder: Path) -> None:
        (folder / "post.txt").chmod(0)
        assert skipped(folder) == {"post.txt": "cannot be read: Permission denied"}

    def test_says_where_a_curated_file_belongs_that_stands_elsewhere(self, folder: Path) -> None:
        (folder / "below").mkdir()
        for name in ("actors.toml", "project.toml"):
            (folder / "below" / name).write_text("this would be no TOML")
        (folder / "all.zip").write_bytes(zipped({"a.txt": b"It rained.", "events.toml": b""}))
        told = skipped(folder)
        assert told.pop("below/project.toml") == "of a kind that is not read"
        assert set(told) == {"below/actors.toml", "all.zip/events.toml"}
        assert all("only at the top of a folder of articles" in each for each in told.values())

    def test_changes_its_digests_when_a_skipped_file_is_mended(self, folder: Path) -> None:
        (folder / "later.txt").write_bytes(b"")
        before = inputs(folder).digests
        (folder / "later.txt").write_text("now it says something")
        assert inputs(folder).digests != before

    def test_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(BuildError, match="none: No such file"):
            inputs(tmp_path / "none")

    def test_without_any_article_says_so_and_names_what_it_refused(self, tmp_path: Path) -> None:
        (tmp_path / "bad.txt").write_bytes(b"\0")
        with pytest.raises(BuildError, match="no article") as error:
            build(tmp_path)
        assert error.value.problems == ("bad.txt: binary: it holds NUL bytes",)


class TestABuild:
    def test_makes_records_that_all_hold(self, folder: Path) -> None:
        corpus = build(folder).corpus
        assert problems(corpus, TEXTS) == []
        assert [article.file for article in corpus.articles] == sorted(TEXTS)

    def test_gives_the_same_bytes_twice(self, folder: Path) -> None:
        first, second = build(folder), build(folder)
        assert store.packed(first.corpus, first.digests) == store.packed(
            second.corpus, second.digests
        )

    def test_says_how_far_it_is(self, folder: Path) -> None:
        steps: list[tuple[int, int]] = []
        build(folder, lambda done, total: steps.append((done, total)))
        assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def test_counts_what_came_from_rules_and_what_from_people(self, folder: Path) -> None:
        report = build(folder).report
        assert report.articles == 3
        kinds = [tally.kind for tally in report.tallies]
        assert (
            kinds == "articles actors mentions contests events figures quotes disagreements".split()
        )

    def test_goes_on_where_a_rule_fails_on_one_article(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = extract.read

        def failing(file: str, text: str, known: Hints) -> Extraction:
            if file == "post.txt":
                raise ZeroDivisionError("a rule went wrong")
            return read(file, text, known)

        monkeypatch.setattr(extract, "read", failing)
        built = build(folder)
        why = "an error of the program: ZeroDivisionError: a rule went wrong"
        assert built.report.skipped == (("post.txt", why),)
        assert built.report.articles == 2
        assert problems(built.corpus) == []
        for name in ("gazette.txt", "radio.txt"):
            (folder / name).unlink()
        with pytest.raises(BuildError, match="no article could be read") as error:
            build(folder)
        assert error.value.problems == (f"post.txt: {why}",)

    def test_stops_at_a_curated_file_that_does_not_fit(self, folder: Path) -> None:
        (folder / "actors.toml").write_text("this is [no TOML\n")
        with pytest.raises(CurationError) as error:
            build(folder)
        assert error.value.problems[0].startswith("actors.toml:1:")


class TestArticlesOfEveryKind:
    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Path:
        """A folder with a text, a Markdown file, a page, and a text in another encoding."""
        made = tmp_path / "mixed"
        made.mkdir()
        (made / "gazette.txt").write_text(TEXTS["gazette.txt"], "utf-8")
        (made / "POST.MD").write_text(f"---\ntitle: A count\n---\n> {TEXTS['post.txt']}", "utf-8")
        (made / "page.html").write_text(PAGE, "utf-8")
        (made / "govor.txt").write_bytes("„Pobedili smo“, rekao je Vučić.".encode("cp1250"))
        return made

    def test_are_built_and_hold(self, mixed: Path) -> None:
        built = build(mixed)
        assert problems(built.corpus, inputs(mixed).texts) == []
        titles = {article.file: article.title for article in built.corpus.articles}
        assert titles["POST.MD"] == "A count"
        assert titles["page.html"] == "Mayor denies theft of the vote"
        assert built.report.remarks == (("govor.txt", "read as windows-1250"),)

    def test_are_kept_in_the_store_as_they_were_built(self, mixed: Path, tmp_path: Path) -> None:
        place = tmp_path / "store.json"
        built, _ = open_or_build(mixed, place, print)
        kept, report = open_or_build(mixed, place, print)
        assert (kept, report) == (built, None)
        encodings = {article.file: article.encoding for article in kept.articles}
        assert encodings["govor.txt"] == "windows-1250"
        assert encodings["POST.MD"] == "utf-8"

    def test_have_digests_of_their_bytes(self, mixed: Path) -> None:
        digests = inputs(mixed).digests
        assert digests == digests_of(mixed)
        for file, made in digests.items():
            assert made.startswith(hashlib.sha256((mixed / file).read_bytes()).hexdigest())

    def test_take_what_a_catalogue_says(self, mixed: Path) -> None:
        (mixed / "articles.toml").write_text(
            '[[article]]\nfile = "POST.MD"\ntitle = "Our title"\nwhy = "a better one"\n'
            '[[article]]\nfile = "page.html"\nagency = "Agency"\nwhy = "so it is said"\n'
            'proof = { words = "We will not leave" }\n'
        )
        corpus = build(mixed).corpus
        post, page = (each for each in corpus.articles if each.file in ("POST.MD", "page.html"))
        assert (post.title, post.rule, post.facts_from) == ("Our title", "a better one", ())
        assert (page.agency, page.publisher) == ("Agency", "River Gazette")
        assert ("publisher", "the page's own data") in page.facts_from
        assert problems(corpus) == []

    def test_are_not_read_when_the_store_will_do(
        self, mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = tmp_path / "store.json"
        built, _ = open_or_build(mixed, place, print)
        monkeypatch.setattr(documents, "read", None)
        assert open_or_build(mixed, place, print)[0] == built


class TestTheStore:
    def said(self, folder: Path, place: Path) -> tuple[Corpus, list[str]]:
        lines: list[str] = []
        return open_or_build(folder, place, lines.append)[0], lines

    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        return tmp_path / "data" / "store.json"

    def test_is_made_when_it_is_missing_and_then_used(self, folder: Path, place: Path) -> None:
        built, lines = self.said(folder, place)
        assert lines == ["reading the articles: the store does not exist yet"]
        kept, lines = self.said(folder, place)
        assert kept == built
        assert lines == []

    def test_that_is_made_says_how_far_it_is(self, folder: Path, place: Path) -> None:
        counted: list[tuple[int, int]] = []

        def count(done: int, total: int) -> None:
            counted.append((done, total))

        open_or_build(folder, place, print, count)
        total = len(inputs(folder).documents)
        assert counted == [(done, total) for done in range(total + 1)]
        open_or_build(folder, place, print, count)
        assert len(counted) == total + 1

    def test_is_made_again_when_an_article_changes(self, folder: Path, place: Path) -> None:
        self.said(folder, place)
        (folder / "radio.txt").write_text("The crowd went home.\n")
        corpus, lines = self.said(folder, place)
        assert lines == ["reading the articles: the store is older than the articles"]
        assert "The crowd went home.\n" in corpus.texts.values()

    @pytest.mark.parametrize("damage", [b"", b"{}", b"\xff"], ids=["empty", "JSON", "bytes"])
    def test_is_made_again_when_it_is_damaged(
        self, folder: Path, place: Path, damage: bytes
    ) -> None:
        self.said(folder, place)
        whole = place.read_bytes()
        place.write_bytes(damage)
        _, lines = self.said(folder, place)
        assert lines[0].startswith("reading the articles: the store is ")
        assert place.read_bytes() == whole

    def test_of_before_stands_when_a_build_fails(self, folder: Path, place: Path) -> None:
        self.said(folder, place)
        whole = place.read_bytes()
        (folder / "actors.toml").write_text("this is [no TOML\n")
        with pytest.raises(CurationError):
            self.said(folder, place)
        assert place.read_bytes() == whole

    def test_that_cannot_be_written_is_only_said(self, folder: Path, place: Path) -> None:
        place.mkdir(parents=True)
        corpus, lines = self.said(folder, place)
        assert len(corpus.articles) == 3
        assert "cannot be kept" in lines[-1]

    def test_has_a_place_of_its_own_for_every_folder(self, folder: Path) -> None:
        places = {store.default_path(), store.default_path(folder), store.default_path(Path("/"))}
        assert len(places) == 3


class TestTheSeeds:
    def test_are_five_and_all_are_read(self) -> None:
        given = inputs(seeds())
        assert len(given.texts) == 5
        assert given.skipped == ()

    def test_are_read_and_curated_without_a_fault(self) -> None:
        built = build(seeds())
        assert problems(built.corpus, inputs(seeds()).texts) == []

    def test_come_mostly_from_rules(self) -> None:
        tallies = {tally.kind: tally for tally in build(seeds()).report.tallies}
        for kind in ("quotes", "mentions", "figures"):
            _, extracted, curated = tallies[kind]
            assert extracted >= 4 * curated


def test_an_article_is_read_with_what_is_known_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, str, Hints]] = []
    read = extract.read

    def noted(file: str, text: str, known: Hints) -> Extraction:
        seen.append((file, text, known))
        return read(file, text, known)

    monkeypatch.setattr(extract, "read", noted)
    given: Inputs = inputs(folder)
    build(given)
    assert [(file, text) for file, text, _ in seen] == list(given.texts.items())


class TestWhatIsReadSoFar:
    """A long build shows it now and then, and ends as it does without."""

    @pytest.fixture
    def shown(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
        """The names of the articles of each part, all of which is read slowly."""
        monkeypatch.setattr("tui.build.FIRST_PART", -1.0)
        return []

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        publish(tmp_path / "news", 12)
        return tmp_path / "news"

    @pytest.mark.parametrize("many", [1, 1_000], ids=["many articles", "few articles"])
    def test_grows_until_the_whole_is_near(
        self,
        folder: Path,
        shown: list[tuple[str, ...]],
        monkeypatch: pytest.MonkeyPatch,
        many: int,
    ) -> None:
        monkeypatch.setattr(batch, "MANY", many)

        def show(corpus: Corpus, seconds: float) -> None:
            assert seconds > 0
            # It can be read and searched, whatever else is read meanwhile.
            quote = corpus.quotes[-1]
            assert quote.text in corpus.texts[quote.article]
            assert search(corpus, quote.text.split()[0])
            shown.append(tuple(each.path for each in corpus.articles))

        built = build(folder, show=show, processes=1)
        names = sorted(each.name for each in folder.iterdir())
        assert [sorted(each) for each in shown] == [names[:1], names[:3]]
        alone = build(folder, processes=1)
        assert store.packed(built.corpus, built.digests) == store.packed(
            alone.corpus, alone.digests
        )
        assert built.report == alone.report

    @pytest.mark.parametrize(
        ("number", "parts"), [(1, [3]), (11, [])], ids=["one of the first", "the last"]
    )
    def test_is_not_shown_before_what_is_curated_is_read(
        self, folder: Path, shown: list[tuple[str, ...]], number: int, parts: list[int]
    ) -> None:
        name = f"{number:06}.txt"
        words = (folder / name).read_text().split("\n")[0]
        (folder / "events.toml").write_text(
            '[[event]]\nid = "divided"\ntitle = "A vote divides"\nwhy = "told in a headline"\n'
            f'passages = [{{ article = "{name}", words = "{words}" }}]\n'
        )
        build(folder, show=lambda each, _: shown.append(tuple(each.texts)), processes=1)
        assert list(map(len, shown)) == parts
