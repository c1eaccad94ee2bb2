"""The page of a corpus as it is written: whole, and harmless whatever the articles say."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.council import council_corpus
from tests.samples import hostile_corpus, sample_corpus
from tui.corpus import Corpus
from tui.report.drawings import seated
from tui.report.elements import element
from tui.report.page import report
from tui.terminal_text import ACTING


class Read(HTMLParser):
    """What a page has: its elements with their attributes, the text of its scripts and
    styles, and all other text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self._in = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.inside:
            self.inside[self._in].append(data)
        else:
            self.text += data

    def every(self, name: str) -> list[str]:
        """An attribute, wherever it stands."""
        return [attributes[name] for _tag, attributes in self.elements if name in attributes]


def read(corpus: Corpus, query: str = "") -> Read:
    return Read("".join(report(corpus, query)))


@pytest.mark.parametrize("corpus", [sample_corpus(), council_corpus()], ids=["sample", "council"])
class TestAPage:
    def test_has_every_record_once_and_no_link_that_leads_nowhere(self, corpus: Corpus) -> None:
        page = read(corpus)
        ids = page.every("id")
        assert len(ids) == len(set(ids))
        kinds = ("article", "contest", "event", "figure", "quote", "disagreement")
        assert {each.id for kind in kinds for each in corpus.of(kind)} <= {*ids}
        inside = [href for href in page.every("href") if href.startswith("#")]
        assert inside
        assert {href[1:] for href in inside} <= {*ids}

    def test_has_every_passage_in_its_paragraph(self, corpus: Corpus) -> None:
        said = " ".join(read(corpus).text.split())
        for quote in corpus.quotes:
            assert " ".join(quote.text.split()) in said
            assert " ".join(corpus.seen(quote.evidence[0]).split()) in said

    def test_runs_only_its_own_script_and_has_only_its_own_style(self, corpus: Corpus) -> None:
        page = read(corpus)
        (policy,) = (
            attributes["content"]
            for _tag, attributes in page.elements
            if attributes.get("http-equiv") == "Content-Security-Policy"
        )
        _letters, script = page.inside["script"]
        (style,) = page.inside["style"]
        for name, text in (("script", script), ("style", style)):
            digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{name}-src 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert page.every("style") == page.every("src") == []
        assert "url(" not in style


class TestHostileWords:
    def test_are_words(self) -> None:
        page = read(hostile_corpus())
        tags = {tag for tag, _attributes in page.elements}
        assert tags <= {tag for tag, _attributes in read(sample_corpus()).elements} | {"line"}
        assert not [name for _tag, each in page.elements for name in each if name.startswith("on")]
        assert not ACTING.search(page.text.replace("\n", ""))

    @pytest.mark.parametrize(
        "url", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///x", "http://["]
    )
    def test_lead_nowhere(self, url: str) -> None:
        corpus = sample_corpus()
        changed = replace(corpus, articles=tuple(replace(a, url=url) for a in corpus.articles))
        page = read(changed)
        assert url in page.text
        assert [each for each in page.every("href") if not each.startswith("#")] == []

    def test_are_escaped_in_text_and_in_attributes(self) -> None:
        made = element("p", "<b>&", element("i", "'"), title='"><x>', hidden=True, class_=None)
        assert made == '<p title="&quot;&gt;&lt;x&gt;" hidden>&lt;b&gt;&amp;<i>&#x27;</i></p>'


@pytest.mark.parametrize("seats", [1, 2, 11, 61, 110, 250, 600])
def test_every_seat_of_a_house_has_a_place_of_its_own(seats: int) -> None:
    places, size = seated(seats)
    assert len(places) == seats
    apart = min(
        ((a - c) ** 2 + (b - d) ** 2) ** 0.5
        for at, (a, b) in enumerate(places)
        for c, d in places[at + 1 :] or [(1e3, 1e3)]
    )
    assert apart >= 2 * size * 0.99
    assert all(0 <= x <= 200 and 0 <= y <= 108 for x, y in places)


class TestTheCommand:
    def made(self, place: Path, *options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", "--corpus", "seeds", "--store", place / "store.json",
             "export", "report", *options],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    def test_writes_what_a_search_finds_with_what_it_stands_in(self, tmp_path: Path) -> None:
        told = self.made(tmp_path, "--query", "theft")
        page = Read(told.stdout)
        assert "Only what is found by" in page.text
        records = [each for each in page.every("class") if "record" in each.split()]
        assert 5 < len(records) < 60
        inside = {each[1:] for each in page.every("href") if each.startswith("#")}
        assert inside <= {*page.every("id")}
        assert re.search(r"\d+ quotes", page.text)

    def test_has_no_other_form(self, tmp_path: Path) -> None:
        told = self.made(tmp_path, "--format", "csv")
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.startswith("serbia-tui: report has the form html\n")
