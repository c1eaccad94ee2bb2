"""A text without what nobody sees, and the way back to its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.patience import patience
from tui import extract, store
from tui.build import build
from tui.cleaning import cleaned
from tui.corpus import Corpus
from tui.documents import read, same_words
from tui.files import Refused
from tui.integrity import problems
from tui.model import Anchor, Extraction
from tui.search.in_article import within

SHY, ZERO_WIDTH, JOINER, CARON, ACUTE = "\u00ad\u200b\u2060\u030c\u0301"

REPORT = (
    "Harbour vote is disputed\n\nBy Ana Weaver\n\n14 March 2024\n\n"
    "“We will count every ballot,” said Milena Žarković, the head of the board, on Tuesday."
    " “Nobody was turned away.”\n\n"
    "The party of Mayor Đorđe Ćirić won 46.72 % of the vote, and some 12,400 people marched"
    " through Brodica on Wednesday. Žarković called the delay “a gift to cheats”.\n"
)


class TestWhatIsRead:
    @pytest.mark.parametrize(
        ("source", "seen"),
        [
            ("“It was wrong,’’ she said.", "“It was wrong,” she said."),
            ("‘‘It was wrong,’’ she said.", "“It was wrong,” she said."),
            ("“He said ‘no’”, the boys’ rule", "“He said ‘no’”, the boys’ rule"),
            ("‘‘‘No’, he told us,’’ she said.", "“‘No’, he told us,” she said."),
            ("‘‘He told us ‘no’’’, she said.", "“He told us ‘no’”, she said."),
            ("‘the choice of the voters’’", "‘the choice of the voters’’"),
            ("“Go,” she told ‘the voters’’.", "“Go,” she told ‘the voters’’."),
            ("„Idem,’’ she said.", "„Idem,” she said."),
            ("the elec\u00adtion", "the election"),
            ("\ufeffMi\u200bla\u200d No\u2060vak\u200e", "Mila Novak"),
            ("46\u00ad.72 %", "46.72 %"),
            ("12\u202f400\u00a0people", "12 400 people"),
            ("Novak\u2011Kos", "Novak-Kos"),
            ("Z\u030carkovic\u0301", "Žarković"),
            ("c\u00ad\u030c", "č"),
            ("c\u030c\u00ad", "č"),
            ("Ву\u0301чић", "Вучић"),
            ("\u0301 and \u030c", "\u0301 and \u030c"),
            ("\u00ad\u200b\u2060\ufeff", ""),
            ("“\u200bYes\u00ad,\u200b”", "“Yes,”"),
        ],
    )
    def test_has_no_character_that_nobody_sees(self, source: str, seen: str) -> None:
        assert cleaned(source).text == seen

    @pytest.mark.parametrize(
        ("source", "seen"),
        [
            ("the elec-\ntion of May", "the election of May"),
            ("the elec- \r\n  tion of May", "the election of May"),
            ("the elec\u00ad\ntion of May", "the election of May"),
            ("the elec\u00ac\ntion of May", "the election of May"),
            ("the inter-\nnatio-\nnal board", "the international board"),
            ("an end -\nand more", "an end -\nand more"),
            ("the end-\n\nand more", "the end-\n\nand more"),
            ("Novak-\nKos came", "Novak-\nKos came"),
            ("Novak-\nKos came; Novak-Kos left", "Novak-Kos came; Novak-Kos left"),
            ("an anti-\nwar march, anti-war", "an anti-war march, anti-war"),
            ("so-\ncalled pre-\nview; preview, so-called", "so-called preview; preview, so-called"),
            ("Lovrin-\nbased firms in Lovrin", "Lovrin-based firms in Lovrin"),
            ("a 45-\nyear-old man", "a 45-year-old man"),
            ("twenty-\none seats", "twenty-one seats"),
            ("They\nsaw the elec-\ntion of May", "They\nsaw the election\nof May"),
        ],
    )
    def test_has_whole_words_where_lines_break_them(self, source: str, seen: str) -> None:
        """The hyphen stays where the text shows that it belongs to the word."""
        assert cleaned(source).text == seen

    @pytest.mark.parametrize(
        "between",
        [
            "\n\fThe Gazette          Page 2 of 3\n",
            "\n\n   2\n\f\n",
            "\n\fThe Gazette | 2\n\n",
            "\nThe Gazette     Page 2 of 3\n",
            "\n\f\nPage 2\n\n",
            "\n\f",
        ],
    )
    def test_goes_on_from_page_to_page(self, between: str) -> None:
        source = f"They counted every ballot,{between}and nobody was turned away."
        assert cleaned(source).text == "They counted every ballot,\nand nobody was turned away."

    def test_has_no_line_that_stands_at_the_head_of_every_page(self) -> None:
        head = "The Gazette, a daily"
        source = f"They counted,\n\f{head}\nand they\n\f{head}\ncounted again."
        assert cleaned(source).text == "They counted,\nand they\ncounted again."

    @pytest.mark.parametrize(
        "text",
        [
            "One page ends.\n\fThe next begins in 2024\nand goes on.",
            "Page 2 of 3",
            "He read Page 2 of 3\nand left.",
        ],
    )
    def test_keeps_lines_that_are_text(self, text: str) -> None:
        assert cleaned(text).text == text

    def test_of_a_plain_text_is_that_text(self) -> None:
        clean = cleaned("A plain text, “as most are” – with ćirilica, a well-known one.\n")
        assert clean.identical
        assert clean.to_source((2, 7)) == (2, 7)

    @pytest.mark.parametrize(
        ("source", "word", "stands"),
        [
            ("by \u200bNo\u00advak\u200b, he", "Novak", "No\u00advak"),
            ("Z\u030carkovic\u0301", "Žarković", "Z\u030carkovic\u0301"),
            ("c\u00ad\u030ca", "č", "c\u00ad\u030c"),
            ("an elec-\ntion day", "election", "elec-\ntion"),
            ("vote,\n\fPage 2\nand vote", "vote,\nand", "vote,\n\fPage 2\nand"),
        ],
    )
    def test_leads_back(self, source: str, word: str, stands: str) -> None:
        clean = cleaned(source)
        at = clean.text.index(word)
        start, end = clean.to_source((at, at + len(word)))
        assert source[start:end] == stands
        assert clean.between(start, end) == word

    @given(st.text(alphabet=f"aB1 .-\n\r\t\f{SHY}{ZERO_WIDTH}{CARON}{ACUTE}\u00a0\u00ac|"))
    @example("Page 1 of 2\n\f\fPage 2 of 2\n1\n\f")
    def test_of_any_text_leads_back(self, text: str) -> None:
        clean = cleaned(text)
        starts = list(clean.starts())
        assert starts == sorted(starts)
        assert starts[-1] == len(text)
        for at in range(len(clean.text)):
            start, end = clean.to_source((at, at + 1))
            assert 0 <= start < end <= len(text)

    @pytest.mark.parametrize(
        "piece",
        [
            "\f",
            " \f\n",
            "a-\nb ",
            "a\u00ad\n",
            "\u00ad ",
            "a\u0301\u030c",
            "Page 1 of 2\n",
            "\n\f1\n",
        ],
    )
    def test_takes_time_that_grows_with_the_text(self, piece: str) -> None:
        with patience(10):
            cleaned(piece * 50_000)


def in_words(value: Any, text: str) -> Any:
    """A record by its fields, its passages as their readers see them; where a record stands
    is left out, as are the digests of its file."""
    if isinstance(value, Anchor):
        return cleaned(text).between(value.start, value.end)
    if is_dataclass(value):
        placed = ("id", "article", "sha256", "characters", "continues", "repeats")
        return {
            each.name: in_words(getattr(value, each.name), text)
            for each in fields(value)
            if each.name not in placed
        }
    if isinstance(value, tuple | list):
        return [in_words(each, text) for each in value]
    return value


def corpus_of(reading: Extraction, text: str) -> Corpus:
    return Corpus(
        articles=(reading.article,),
        actors=reading.actors,
        contests=reading.contests,
        events=reading.events,
        figures=reading.figures,
        quotes=reading.quotes,
        texts={reading.article.id: text},
    )


def same_records(text: str) -> None:
    """The records of the report, and every passage stands in the file as it is."""
    reading, plain = extract.read("a.txt", text), extract.read("a.txt", REPORT)
    assert in_words(reading, text) == in_words(plain, REPORT)
    assert problems(corpus_of(reading, text), {"a.txt": text}) == []


def inserted(sign: str, places: list[int]) -> str:
    """The report with signs inside its words, and around its marks."""
    text = REPORT
    for place in sorted({place % len(REPORT) for place in places}, reverse=True):
        if not text[place].isspace():
            text = text[:place] + sign + text[place:]
    return text


class TestTheRecords:
    @settings(max_examples=15)
    @given(
        st.sampled_from([*SHY, "\u200d\u200e\ufeff"]), st.lists(st.integers(0, 2_000), max_size=60)
    )
    @example("\u00ad", list(range(len(REPORT))))
    @example("\u200b\u00ad", [0, len(REPORT) - 2])
    def test_are_those_of_the_text_without_signs_that_nobody_sees(
        self, sign: str, places: list[int]
    ) -> None:
        same_records(inserted(sign, places))

    @pytest.mark.parametrize(
        "rewritten",
        [
            lambda text: normalize("NFD", text),
            lambda text: text.replace("46.72 %", "46\u00ad.72\u202f%"),
            lambda text: text.replace("12,400", "12\u200b,400"),
            lambda text: text.replace("said Milena Žar", "said Milena Žar-\n"),
            lambda text: "\ufeff" + text + "\u200b",
        ],
    )
    def test_are_those_of_the_text_as_it_looks(self, rewritten: Callable[[str], str]) -> None:
        text = rewritten(REPORT)
        assert text != REPORT
        same_records(text)

    def test_have_clean_names_and_words_that_stand_in_the_file(self) -> None:
        text = inserted("\u00ad", [REPORT.index("arković"), REPORT.index("urned away")])
        text = text.replace("Harbour vote", "Har\u00adbour vote")
        reading = extract.read("a.txt", text)
        assert reading.article.title == "Harbour vote is disputed"
        board = next(each for each in reading.actors if each.id == "milena-zarkovic")
        assert board.name == "Milena Žarković"
        words = board.mentions[0]
        assert text[words.start : words.end] == "Milena Ž\u00adarković"
        said = next(each for each in reading.quotes if "Nobody" in each.text)
        assert said.text == "Nobody was turned away."
        assert (
            text[said.evidence[0].start : said.evidence[0].end] == "Nobody was t\u00adurned away."
        )

    @pytest.mark.parametrize("text", ["\u00ad", "\u200b\u200b\n\u2060", "\ufeff\u200e\u034f"])
    def test_of_signs_alone_are_none(self, text: str) -> None:
        assert extract.read("a.txt", text).actors == ()
        with pytest.raises(Refused):
            read("a.txt", text.encode())


def test_a_text_is_a_copy_whether_its_accents_are_composed_or_not() -> None:
    composed, apart = (read("a.txt", normalize(form, REPORT).encode()) for form in ("NFC", "NFD"))
    assert composed.text != apart.text
    assert same_words(composed) == same_words(apart)


def test_a_corpus_of_such_texts_is_kept_whole_and_its_curated_words_are_found(
    tmp_path: Path,
) -> None:
    """Whoever curates copies words from the screen, and does not see the signs in them."""
    text = REPORT.replace("every", "ev\u00adery").replace("Žarković", "Z\u030carković")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "actors.toml").write_text(
        "[[actor]]\nid = 'milena'\nname = 'Milena Žarković'\ntype = 'person'\n"
        "aliases = ['Žarković']\nwhy = 'A test.'\n"
        "proof = {article = 'a.txt', words = 'We will count every ballot'}\n"
    )
    built = build(tmp_path)
    store.save(built.corpus, tmp_path / "store.json", built.digests)
    kept = store.load(tmp_path / "store.json", built.digests)
    assert problems(kept, {"a.txt": text}) == []
    assert kept.quotes[0].text == "We will count every ballot,"
    assert kept.quotes[0].speakers == ("milena",)
    proofs = next(each for each in kept.actors if each.id == "milena").evidence
    assert "We will count ev\u00adery ballot" in map(kept.words, proofs)


def test_a_sign_that_nobody_sees_makes_no_other_spelling_of_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    other = REPORT.replace("every ballot", "all ballots").replace(
        "Žarković", "Ž\u00adarkovic\u0301"
    )
    (tmp_path / "b.txt").write_text(other, encoding="utf-8")
    assert [each.type for each in build(tmp_path).corpus.disagreements] == []


@pytest.mark.parametrize("query", ["zarkovic", "Žar\u00adković", "Z\u030carkovic\u0301"])
@pytest.mark.parametrize(
    "written", ["Žarković", "Žar\u00adković", "Žar\u200bkovic\u0301", "Žar-\nković"]
)
def test_a_search_finds_words_however_either_is_written(query: str, written: str) -> None:
    text = REPORT.replace("Žarković", written)
    corpus = corpus_of(extract.read("a.txt", text), text)
    spans = within(corpus, corpus.articles[0], query).spans
    assert [text[start:end] for start, end in spans] == [written, written]
