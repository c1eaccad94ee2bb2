"""Downloads of press databases: many articles in a text, and the labels around each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.test_registry import passed_over, texts
from tests.patience import patience
from tests.samples import GAZETTE, POST, RADIO
from tui import documents
from tui.build import build
from tui.documents import LoadedDocument
from tui.inputs import inputs
from tui.integrity import problems

LEXIS = """\
                               1 of 2 DOCUMENTS


                           The River Gazette (Brodica)

                              May 10, 2022 Tuesday
                                 Final Edition

Mayor denies theft of the
vote in Brodica

BYLINE: By Ana Weaver

SECTION: WORLD NEWS; Pg. 7

LENGTH: 58 words

DATELINE: BRODICA

The opposition alliance Clean Hands said on Tuesday that the vote was
stolen in Brodica, and that it would not leave the square before the
count was made again.

   "We will not leave the square," Milena Zarkovic said.

SECTION OF THE RIVER: it is closed.

LOAD-DATE: May 11, 2022

LANGUAGE: ENGLISH

GRAPHIC: A square, Pat Lens

PUBLICATION-TYPE: Newspaper

                    Copyright 2022 River Gazette Ltd
                          All Rights Reserved


                               2 of 2 DOCUMENTS


                                 The Hill Post

                             May 12, 2022 Thursday

Council meets

LENGTH: 12 words

"The council will meet," said Ivo Baker.

LOAD-DATE: May 12, 2022

                     Copyright 2022 Hill Post Ltd
"""

NEXIS_UNI = """\
Page 1 of 3

Mayor denies theft of the vote

The River Gazette (Brodica)

May 10, 2022 Tuesday

Copyright 2022 River Gazette Ltd All Rights Reserved

Section: WORLD NEWS; Version:1
Length: 58 words
Byline: Ana Weaver
Highlight: The opposition stays.

Body

The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica.

"We will not leave the square," Milena Zarkovic said.

Load-Date: May 11, 2022

End of Document
Council meets

The Hill Post

May 12, 2022 Thursday

Copyright 2022 Hill Post Ltd

Length: 12 words

Body

"The council will meet," said Ivo Baker.

Load-Date: May 12, 2022

End of Document
"""

FACTIVA = """\
World News
Mayor denies theft of the vote
By Ana Weaver
58 words
10 May 2022
17:05
River Gazette
RIVGAZ
English
(c) 2022 River Gazette Ltd

The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica.

"We will not leave the square," Milena Zarkovic said.

Document RIVGAZ0020220510ei5a0002x

Council meets
1,012 words
12 May 2022
Hill Post
HILLPT
English
Copyright 2022. Hill Post Ltd.

"The council will meet," said Ivo Baker.

Document HILLPT0020220512ei5c0001y

"""

FIELDED = """\
HD      Mayor denies theft of the vote
BY      By Ana Weaver
WC      58 words
PD      10 May 2022
ET      17:05
SN      River Gazette
SC      RIVGAZ
LA      English
CY      (c) 2022 River Gazette Ltd

LP
The opposition alliance Clean Hands said on Tuesday that the vote was stolen in Brodica.

TD
"We will not leave the square," Milena Zarkovic said.

RE      brod : Brodica
AN      Document RIVGAZ0020220510ei5a0002x

Document RIVGAZ0020220510ei5a0002x

HD      Council meets
WC      12 words
PD      12 May 2022
SN      Hill Post
LA      English
LP      "The council will meet," said Ivo Baker.
AN      Document HILLPT0020220512ei5c0001y

Document HILLPT0020220512ei5c0001y
"""

ALL = {"lexis": LEXIS, "nexis uni": NEXIS_UNI, "factiva": FACTIVA, "fielded": FIELDED}


def read(text: str) -> list[LoadedDocument]:
    found = documents.read_all("a.txt", text.encode())
    return [each for each in found if isinstance(each, LoadedDocument)]


def facts(document: LoadedDocument) -> dict[str, str]:
    return {fact: told.value for fact, told in document.told.items()}


@pytest.mark.parametrize("kind", ALL)
class TestADownload:
    def test_has_its_articles_apart(self, kind: str) -> None:
        first, second = read(ALL[kind])
        assert (first.locator, second.locator) == ("document 1", "document 2")
        assert "Clean Hands said on Tuesday that the vote was stolen in Brodica" in first.text
        assert second.text == 'Council meets\n\n"The council will meet," said Ivo Baker.\n'

    def test_has_no_label_among_the_words(self, kind: str) -> None:
        for document in read(ALL[kind]):
            for word in ("LENGTH", "words", "Load", "LOAD", "RIVGAZ", "opyright", "(c)", "17:05"):
                assert word not in document.text

    def test_tells_the_facts_of_each(self, kind: str) -> None:
        first, second = read(ALL[kind])
        expected = {
            "author": "Ana Weaver",
            "publisher": "River Gazette" if "factiva" in kind or kind == "fielded" else (
                "The River Gazette (Brodica)"
            ),
            "published": "2022-05-10",
            "length": "58 words",
        }  # fmt: skip
        assert expected.items() <= facts(first).items()
        assert facts(first)["title"].startswith("Mayor denies theft of the vote")
        assert facts(second)["published"] == "2022-05-12"
        assert facts(second)["title"] == "Council meets"

    def test_is_read_with_the_line_ends_of_windows(self, kind: str) -> None:
        assert [facts(each) for each in read(ALL[kind].replace("\n", "\r\n"))] == [
            facts(each) for each in read(ALL[kind])
        ]

    def test_that_is_cut_off_has_what_stands_before(self, kind: str) -> None:
        cut = ALL[kind].index("The council will meet")
        assert facts(read(ALL[kind][:cut])[0])["title"].startswith("Mayor denies")

    def test_makes_a_corpus_that_holds(self, kind: str, tmp_path: Path) -> None:
        (tmp_path / "download.txt").write_text(ALL[kind], "utf-8")
        built = build(tmp_path)
        assert [each.path for each in built.corpus.articles] == [
            "download.txt/document 1",
            "download.txt/document 2",
        ]
        assert {
            built.corpus.name(each.speakers[0])
            for each in built.corpus.quotes
            if each.type == "direct"
        } == {
            "Milena Zarkovic",
            "Ivo Baker",
        }
        assert ("length", "58 words") in built.corpus.articles[0].details
        assert problems(built.corpus, inputs(tmp_path).texts) == []


def test_lines_that_were_broken_to_fit_a_page_are_joined() -> None:
    text = read(LEXIS)[0].text
    assert "said on Tuesday that the vote was stolen in Brodica, and" in text
    assert facts(read(LEXIS)[0])["title"] == "Mayor denies theft of the vote in Brodica"


def test_words_like_a_label_stay_where_they_are_no_label() -> None:
    assert "SECTION OF THE RIVER: it is closed." in read(LEXIS)[0].text


def test_one_article_is_the_file() -> None:
    (document,) = read(LEXIS.partition("2 of 2")[0].replace("1 of 2 DOCUMENTS", ""))
    assert document.locator == ""
    assert facts(document)["author"] == "Ana Weaver"


@pytest.mark.parametrize("text", [POST, GAZETTE, RADIO, "Length: 5 words\n\nIt is short.",
                                  "Document 1 of 2\n\nA report.\n\nDocument 2 of 2\n\nAnother.",
                                  "End of Document\nIt ends here, the mayor said."])  # fmt: skip
def test_a_text_of_no_database_stays_as_it_is(text: str) -> None:
    assert texts("a.txt", text.encode()) == {"": text}


def test_an_article_without_a_text_is_said() -> None:
    text = LEXIS.replace('"The council will meet," said Ivo Baker.', "")
    assert passed_over("a.txt", text.encode()) == {"document 2": "an article without a text"}


@pytest.mark.parametrize(
    "text",
    [
        "LENGTH: 1 words\n" * 200_000 + "LOAD-DATE: x",
        "LENGTH: 1 words\n" + "1 of 2 DOCUMENTS\n" * 100_000,
        "LENGTH: 1 words\n" + " " * 2_000_000,
        "HD\n" * 100_000 + "Document ABCD0020220510ei5a0002x\n" * 10,
        "LOAD-DATE: x\n" + "End of Document\n" * 100_000,
    ],
    ids=range(5),
)
def test_a_hostile_text_is_read_soon(text: str) -> None:
    with patience(20):
        list(documents.read_all("a.txt", text.encode()))
