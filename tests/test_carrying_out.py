"""What is carried out is read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.samples import sample_corpus
from tui.annotated import Desk, target_of, words_target
from tui.annotation import Annotation, Selector, Target
from tui.corpus import Corpus
from tui.dates import when
from tui.digests import digest
from tui.export import web_annotations
from tui.export.comma_separated import safe
from tui.forms import FOLDER, FORMS, NOTEBOOK, RECORDS, TEXT, form, holding
from tui.model import KINDS, UNKNOWN, Anchor, Article

CORPUS = sample_corpus()

HOSTILE = [
    "50 % & {half} of $1_000 #1",
    "Ćirić: “Žive” | a|b",
    "{{ unbalanced",
    "} other",
    "back\\slash ~tilde ^hat",
    "=SUM(A1:A9)",
    "@mention",
    "-1+1",
    "<b>bold</b> &amp; <script>alert(1)</script>",
    "Ђорђе Ћирић",
    "two\nlines\tand a tab",
    'say "quotes", commas; and semicolons',
    "\u202eright to left",
    "ER  - \nTY  - fake",
    "# heading\n- item",
]
NAMES = ["Ana Weaver", "Ana Weaver and Boris Žarković", "Đorđe {Ćirić}", "", "A & B", "O’Neil, P."]
DATES = ["", "2022", "2022-05", "2022-05-10", "2022-05-10/2022-05-12", "2022-21", "2022-05-10?"]


def hostile(many: int, seed: int = 1) -> Corpus:
    """So many articles of one line each with hostile titles, names and dates."""
    dice = random.Random(seed)
    articles, texts = [], {}
    for number in range(many):
        title = f"{dice.choice(HOSTILE)} {dice.choice(HOSTILE)}"
        text = f"{title}\n"
        id = f"a{number:07}"
        edtf = dice.choice(DATES)
        articles.append(
            Article(
                id=id,
                evidence=(Anchor(id, 0, len(title)),),
                origin="extracted",
                rule="title line",
                file=f"{number}.txt",
                sha256=digest(text),
                title=title,
                publisher=dice.choice(HOSTILE),
                author=dice.choice(NAMES),
                published=when(edtf, "stated") if edtf else UNKNOWN,
                characters=len(text),
                url=dice.choice(["", "https://news.example/a?b=1&c={2}%20"]),
            )
        )
        texts[id] = text
    return Corpus(articles=tuple(articles), texts=texts)


MANY = hostile(1000)


def written(name: str, corpus: Corpus = MANY) -> str:
    return "".join(form(name).lines(corpus, corpus.articles))


def one_line(text: str) -> str:
    return " ".join(re.sub("[\u202e]", "\ufffd", text).split())


class TestOfAThousandHostileRecords:
    def test_a_table_is_read_by_the_csv_module(self) -> None:
        rows = list(csv.DictReader(io.StringIO(written("csv"), newline="")))
        assert len(rows) == 1000
        for row, article in zip(rows, MANY.articles, strict=True):
            assert row["id"] == article.id
            title = article.title.replace("\u202e", "\ufffd")
            assert row["title"].removeprefix("'") == title
            assert not row["title"].startswith(("=", "+", "-", "@", "\t"))
            assert row["published"] == article.published.edtf

    @pytest.mark.parametrize("name", ["json", "jsonl", "csl"])
    def test_json_is_read_by_the_json_module(self, name: str) -> None:
        text = written(name)
        if name == "jsonl":
            found = [json.loads(line) for line in text.splitlines()]
        else:
            found = json.loads(text)
        titles = [each["title"] for each in found]
        assert len(titles) == 1000
        if name == "csl":
            assert titles == [one_line(each.title) for each in MANY.articles]
        else:
            assert titles == [each.title for each in MANY.articles]

    def test_bibtex_has_balanced_braces_and_an_entry_each(self) -> None:
        entries = list(bibtex_entries(written("bibtex")))
        assert len(entries) == 1000
        assert len({key for key, _fields in entries}) == 1000
        for (_key, fields), article in zip(entries, MANY.articles, strict=True):
            assert tex_read(fields["title"]) == one_line(article.title)
            assert ("year" in fields) is bool(article.published.edtf)

    def test_bibtex_is_read_by_pybtex(self) -> None:
        database = pytest.importorskip("pybtex.database")
        found = database.parse_string(written("bibtex"), "bibtex")
        assert len(found.entries) == 1000

    def test_ris_is_read_by_rispy(self) -> None:
        rispy = pytest.importorskip("rispy")
        found = rispy.loads(written("ris"))
        assert [each["title"] for each in found] == [one_line(a.title) for a in MANY.articles]

    def test_ris_has_a_tag_a_line(self) -> None:
        records = written("ris").split("ER  - \n\n")[:-1]
        assert len(records) == 1000
        for record, article in zip(records, MANY.articles, strict=True):
            lines = record.splitlines()
            assert lines[0] == "TY  - NEWS"
            assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines)
            (title,) = [line[6:] for line in lines if line.startswith("TI")]
            assert title == one_line(article.title)

    def test_a_page_is_read_by_the_html_parser(self) -> None:
        page = Page()
        page.feed(written("html"))
        assert page.ids == [each.id for each in MANY.articles]
        assert "script" not in page.tags
        assert page.open == []


class Page(HTMLParser):
    """The tags and ids of a page, and whatever was never closed."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta",):
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def bibtex_entries(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The entries of a file as BibTeX reads them: by its braces."""
    for entry in re.findall(r"@misc\{(.*?)\n\}\n", text, re.DOTALL):
        key, _comma, body = entry.partition(",\n")
        fields = {}
        for line in body.splitlines():
            name, _equals, value = line.strip().rstrip(",").partition(" = ")
            depth = 0
            for sign in re.sub(r"\\[&%$#_]", "", value):
                depth += (sign == "{") - (sign == "}")
                assert depth >= 0
            assert depth == 0
            fields[name] = value
        yield key, fields


def tex_read(value: str) -> str:
    """What TeX would print."""
    names = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }
    value = re.sub(r"\{\\(text\w+)\}", lambda found: names[found[1]], value[2:-2])
    return re.sub(r"\\([&%$#_])", r"\1", value)


def marked() -> Corpus:
    """The sample with something of each sort added."""
    quote, event = CORPUS.quotes[0], CORPUS.events[0]
    article = CORPUS.articles[0]
    words = words_target(CORPUS, Anchor(article.id, 0, 7))
    gone = Target(kind="quote", record="x.q1", says="gone", selector=Selector("gone"))
    of, at = target_of(CORPUS, quote), target_of(CORPUS, event)
    return Desk(CORPUS).corpus(
        (
            Annotation(id="1", target=of, purpose="bookmark", made="2024-01-01T00:00:00Z"),
            Annotation(id="2", target=of, purpose="note", value="=1+1\n| two", by="ana"),
            Annotation(id="3", target=at, purpose="tag", value="vote"),
            Annotation(id="4", target=at, purpose="state", value="disputed"),
            Annotation(
                id="5", target=of, purpose="correction", field="speaker",
                value="djordje-ciric", was="clean-hands", why='he "said" it',
            ),
            Annotation(id="6", target=words, purpose="note", value="odd"),
            Annotation(id="7", target=gone, purpose="note", value="lost"),
        )
    )  # fmt: skip


class TestTheNotebook:
    @pytest.mark.parametrize("name", holding(NOTEBOOK))
    def test_is_written_in_every_form(self, name: str) -> None:
        files = dict(form(name).files(marked(), (), NOTEBOOK))
        assert all(files.values())
        assert files

    @pytest.mark.parametrize("name", holding(NOTEBOOK))
    def test_that_is_empty_is_a_valid_file(self, name: str) -> None:
        text = "".join(form(name).lines(CORPUS, (), NOTEBOOK)) if form(name).shape == TEXT else ""
        if name in ("json", "csl", "w3c"):
            json.loads(text)
        elif name == "csv":
            assert len(list(csv.reader(io.StringIO(text)))) == 1

    def test_has_a_row_for_each_thing_the_orphans_first(self) -> None:
        rows = list(csv.DictReader(io.StringIO("".join(form("csv").lines(marked(), (), NOTEBOOK)))))
        assert [row["found"] for row in rows] == ["orphaned", "exact", "exact", "exact"]
        assert any(row["notes"] == "'=1+1\n| two" for row in rows)

    def test_is_read_again_from_web_annotations(self) -> None:
        corpus = marked()
        text = "".join(form("w3c").lines(corpus, (), NOTEBOOK))
        assert json.loads(text)["first"]["items"][0]["@context"] == web_annotations.CONTEXT
        back = tuple(web_annotations.read(text))
        assert back == tuple(each.annotation for each in corpus.added.placed)

    def test_of_others_is_read_by_its_words(self) -> None:
        text = json.dumps(
            [
                {
                    "id": "http://other.example/1",
                    "motivation": "commenting",
                    "body": {"type": "TextualBody", "value": "see here"},
                    "target": {
                        "source": "http://gazette.example/brodica",
                        "selector": {
                            "type": "TextQuoteSelector",
                            "exact": "We will not leave the square",
                        },
                    },
                },
                {"motivation": "drawing"},
            ]
        )
        (note,) = web_annotations.read(text)
        corpus = Desk(CORPUS).corpus((note,))
        (placed,) = corpus.added.placed
        assert placed.anchor is not None
        assert corpus.words(placed.anchor) == "We will not leave the square"


class TestRecords:
    @pytest.mark.parametrize("name", holding(RECORDS))
    @pytest.mark.parametrize("kind", [kind.kind for kind in KINDS])
    def test_of_every_kind_are_written_in_every_form(self, name: str, kind: str) -> None:
        files = dict(form(name).files(CORPUS, CORPUS.of(kind)))
        assert all(files.values())
        assert files
        # Of nothing there is a valid empty file, and of notes none.
        assert (len(dict(form(name).files(CORPUS, ()))) == 1) is (form(name).shape != FOLDER)

    def test_have_what_is_added(self) -> None:
        corpus = marked()
        (line, *_rest) = form("jsonl").lines(corpus, corpus.quotes)
        added = json.loads(line)["added"]
        assert added["bookmarked"] is True
        assert added["corrections"][0]["was"] == "clean-hands"

    def test_that_are_reported_have_no_marks_and_their_sentence(self) -> None:
        quote = next(each for each in CORPUS.quotes if each.type == "indirect")
        (_head, _gap, said, *rest) = form("md").lines(CORPUS, [quote])
        assert "“" not in said
        assert "The article: “" in "".join(rest)

    @pytest.mark.parametrize(
        ("cell", "then"),
        [("=1", "'=1"), ("+a", "'+a"), ("-a", "'-a"), ("-1.5", "-1.5"), ("@a", "'@a"),
         ("\ta", "'\ta"), ("a=1", "a=1"), ("", ""), ("\x1b[2J", "\u241b[2J")],
    )  # fmt: skip
    def test_have_no_cell_that_acts(self, cell: str, then: str) -> None:
        assert safe(cell) == then


def test_a_line_of_time_has_all_that_is_dated() -> None:
    made = json.loads("".join(form("timelinejs").lines(CORPUS, CORPUS.events)))
    dated = [each for each in CORPUS.events if each.when.known]
    assert [each["unique_id"] for each in made["events"]] == [each.id for each in dated]
    assert made["title"]["text"]["text"].startswith(f"{len(dated)} dated, ")
    for slide in json.loads(written("timelinejs"))["events"]:
        assert "<b>" not in slide["text"]["headline"]
        assert 1 <= slide["start_date"].get("month", 1) <= 12


def test_every_form_is_named_once() -> None:
    assert len({each.name for each in FORMS}) == len(FORMS)


def test_an_undated_source_is_said_to_be() -> None:
    article = replace(CORPUS.articles[0], published=UNKNOWN)
    corpus = replace(CORPUS, articles=(article, *CORPUS.articles[1:]))
    assert "note = {undated}" in "".join(form("bibtex").lines(corpus, [article]))


@pytest.mark.parametrize(
    ("name", "doubt"),
    [("bibtex", "date = {2023-12-26?}"), ("csl", '"circa": true'), ("ris", "2023/12/26/uncertain")],
)
def test_an_uncertain_date_is_said_to_be(name: str, doubt: str) -> None:
    article = replace(CORPUS.articles[0], published=when("2023-12-26?", "inferred"))
    corpus = replace(CORPUS, articles=(article, *CORPUS.articles[1:]))
    assert doubt in "".join(form(name).lines(corpus, [article]))
    assert doubt not in "".join(form(name).lines(CORPUS, CORPUS.articles))
