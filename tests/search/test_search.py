"""What is found, in what order, and why each is a hit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import hostile_corpus, sample_corpus
from tests.search.test_query import PIECES, QUERIES, STRINGS
from tui.corpus import Corpus
from tui.folding import folded
from tui.model import Record
from tui.search import (
    KINDS,
    Hit,
    answer,
    parse,
    search,
    text_of,
)
from tui.search.hits import ANYWHERE, seen_of
from tui.search.query import RUN, What

CORPUS = sample_corpus()


HOSTILE_CORPUS = hostile_corpus()


TOLD = st.sampled_from(
    [
        *"square theft clean count“ lights „the town 46.72 zarkovic ciric harbour gazette".split(),
        *"sqaure~ li* -the protest direct mixed 2022-05 2022-05-10.. 0.9 >0.5 sign cue".split(),
    ]
)


def stands(corpus: Corpus, what: What, record: Record) -> bool:
    """Whether a record has what is asked for: looked up in it, without any index."""
    return seen_of(corpus, what, record) is not None


def found(query: str, kind: str = "quote", *, typing: bool = False) -> list[str]:
    return [text_of(hit.record) for hit in search(CORPUS, query, kind, typing=typing)]


def lit(hit: Hit) -> list[str]:
    return [text_of(hit.record)[start:end] for start, end in hit.spans]


class TestAQuery:
    def test_is_words_in_any_order(self) -> None:
        assert found("lights town") == found("town LIGHTS")
        assert len(found("lights town")) == 1

    def test_needs_every_word(self) -> None:
        assert found("lights bridge") == []

    def test_takes_whole_words_unless_it_is_being_typed(self) -> None:
        assert found("squ") == []
        assert found("squ", typing=True) == ["We will not leave the square"]
        assert found("squ leave", typing=True) == []
        assert found("squ ", typing=True) == []

    def test_finds_what_is_written_with_a_mark_inside(self) -> None:
        assert len(found("48.2", "figure")) == 1
        assert found("48,2", "figure") == []

    def test_looks_at_the_speakers_name_however_it_is_spelt(self) -> None:
        hits = [search(CORPUS, query) for query in ("žarković", "zarkovic", "ŽARKOVIĆ", "Жарковић")]
        assert [h.record.id for h in hits[0]] == [h.record.id for h in hits[1]]
        assert all(len(each) == len(hits[0]) == 4 for each in hits)
        assert {hit.why for hit in hits[0]} == {"speaker Milena Žarković"}

    def test_finds_dj_and_đ_alike(self) -> None:
        assert found("djordje") == found("đorđe") == found("dorde") == found("Ђорђе") != []

    def test_says_when_the_source_has_the_word(self) -> None:
        hits = search(CORPUS, "gazette square")
        assert [hit.why for hit in hits] == ["source River Gazette"]
        assert lit(hits[0]) == ["square"]

    def test_lights_every_occurrence_in_the_original_letters(self) -> None:
        (hit,) = search(CORPUS, "switch they")
        assert lit(hit) == ["They", "switch", "they", "switch"]
        assert hit.why == ""

    def test_looks_at_all_that_is_attributed(self) -> None:
        assert "a theft in broad daylight" in found("it theft")

    def test_puts_a_records_own_words_first(self) -> None:
        hits = search(CORPUS, "clean")
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert lit(hits[0]) == ["clean"]

    @pytest.mark.parametrize("nothing", ["", "   ", "\u200b"])
    def test_without_a_word_finds_all(self, nothing: str) -> None:
        assert found(nothing) == [quote.text for quote in CORPUS.quotes]

    def test_of_marks_alone_finds_those_marks(self) -> None:
        assert len(found(",")) == 2
        assert found("%") == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_asks_every_kind(self, kind: str) -> None:
        for record in CORPUS.of(kind):
            assert record in [hit.record for hit in search(CORPUS, text_of(record), kind)]

    def test_finds_figures_by_subject_contest_and_measure(self) -> None:
        assert len(found("harbour official vote share brodica", "figure")) == 1

    def test_finds_an_article_by_its_text(self) -> None:
        (hit,) = search(CORPUS, "bridge", "article")
        assert hit.why == "in the text"


class TestAnyQuery:
    @settings(max_examples=QUERIES)
    @given(STRINGS, st.sampled_from(KINDS), st.booleans())
    def test_is_answered(self, text: str, kind: str, typing: bool) -> None:
        for corpus in (CORPUS, HOSTILE_CORPUS):
            found = answer(corpus, text, kind, typing=typing)
            assert found.total == len(list(found.hits)) <= found.of
            assert all(line and "\n" not in line for line in found.lines())
            for hit in found.hits:
                words = text_of(hit.record)
                assert all(0 <= start < end <= len(words) for start, end in hit.spans)

    @settings(max_examples=QUERIES)
    @given(st.lists(st.one_of(PIECES, TOLD), min_size=1, max_size=8), st.booleans())
    def test_finds_what_looking_at_every_record_finds(self, asked: list[str], typing: bool) -> None:
        query = parse(" ".join(asked).replace(": ", ":"), typing=typing)
        looked_at = {
            quote.id
            for quote in CORPUS.quotes
            if all(
                any(
                    clause.without is not stands(CORPUS, clause.what, quote)
                    for clause in part.either
                )
                for part in query.parts
            )
        }
        found = answer(CORPUS, query.text, typing=typing)
        assert {hit.record.id for hit in found.hits} == looked_at

    @settings(max_examples=200)
    @given(STRINGS, st.sampled_from(KINDS))
    def test_finds_the_same_when_it_is_written_out(self, text: str, kind: str) -> None:
        written = str(parse(text))
        again = [hit.record.id for hit in search(CORPUS, written, kind)]
        assert [hit.record.id for hit in search(CORPUS, text, kind)] == again

    @settings(max_examples=150)
    @given(
        st.lists(
            st.sampled_from(sorted(RUN.findall(folded(" ".join(CORPUS.texts.values()))))),
            min_size=1,
            max_size=3,
        ),
        st.sampled_from(["", "*", "~"]),
        st.booleans(),
        st.sampled_from(KINDS),
    )
    def test_of_words_says_of_every_hit_where_they_stand(
        self, words: list[str], sign: str, phrase: bool, kind: str
    ) -> None:
        text = " ".join(words)
        for hit in search(CORPUS, f'"{text}"{sign}' if phrase else f"{text}{sign}", kind):
            assert hit.spans or hit.why

    @given(st.sampled_from([word for quote in CORPUS.quotes for word in quote.text.split()]))
    def test_finds_what_a_plain_scan_finds(self, word: str) -> None:
        scanned = {quote.text for quote in CORPUS.quotes if word in quote.text.split()}
        assert scanned <= set(found(word))

    @pytest.mark.parametrize("kind", KINDS)
    def test_finds_no_more_than_a_scan_of_everything_about_a_record(self, kind: str) -> None:
        for word in sorted(set(RUN.findall(folded(" ".join(CORPUS.texts.values()))))):
            for sign, fits in (("", str.__eq__), ("*", str.startswith)):
                hits = {hit.record.id for hit in search(CORPUS, f"{word}{sign}", kind)}
                assert hits == {
                    record.id
                    for record in CORPUS.of(kind)
                    if any(
                        fits(run, word)
                        for places in ANYWHERE
                        for place in places(CORPUS, record)
                        for run in RUN.findall(folded(place.words))
                    )
                }


class TestWhereWordsStandInAnotherText:
    @pytest.mark.parametrize(
        ("query", "lit"),
        [
            ("clean count", ["count", "Clean"]),
            ("clean speaker:ciric", ["Ćirić", "Clean"]),
            ("-clean count", ["count"]),
            ("cl* OR say*", ["say", "Cl"]),
            ("kind:direct sure:1", []),
        ],
    )
    def test_all_are_lit_that_are_asked_for(self, query: str, lit: list[str]) -> None:
        text = "Ćirić says: the count of Clean Hands."
        hit = search(CORPUS, "square")[0]
        asked = hit.__class__(CORPUS, parse(query), hit.record, 0)
        assert [text[start:end] for start, end in asked.stretches(text)] == lit


class TestPhrases:
    def test_are_words_one_after_the_other(self) -> None:
        assert found('"switch off"') == found("„switch off“") != []
        assert found('"off switch"') == []
        assert len(found("off switch")) == 1

    def test_do_not_mind_marks_and_line_ends_between(self) -> None:
        assert "the count was\nclean" in found("«count was clean»")
        assert "They can switch off the lights, but they cannot switch off the town." in found(
            '"lights but"'
        )

    def test_do_not_go_from_one_thing_to_another(self) -> None:
        assert found('"square zarkovic"') == []

    def test_are_looked_for_in_names_too(self) -> None:
        (hit, *_) = search(CORPUS, '"milena zarkovic"')
        assert hit.why == "speaker Milena Žarković"

    def test_are_lit_whole(self) -> None:
        (hit,) = search(CORPUS, '"off the"')
        assert lit(hit) == ["off the", "off the"]


class TestSigns:
    def test_leave_out_what_has_a_word(self) -> None:
        assert set(found("clean")) - set(found("clean -count")) == set(found("clean count"))
        assert len(found("-clean")) == len(CORPUS.quotes) - len(found("clean"))

    def test_take_one_or_the_other(self) -> None:
        assert set(found("square OR lights")) == set(found("square")) | set(found("lights"))
        assert found("we square OR lights") == found("square")

    def test_take_words_that_go_on(self) -> None:
        assert found("squ*") == ["We will not leave the square"]
        assert found('"leave the squ"*') == ["We will not leave the square"]

    def test_take_words_that_are_written_much_so_only_on_request(self) -> None:
        assert found("sqaure") == []
        assert found("sqaure~") == ["We will not leave the square"]
        (hit,) = search(CORPUS, "sqaure~")
        assert lit(hit) == ["square"]
        assert len(found("zarkovich~")) == 4

    def test_rank_what_is_written_just_so_first(self) -> None:
        hits = search(CORPUS, "the*")
        just_so = [hit for hit in hits if "the" in folded(text_of(hit.record)).split()]
        assert hits[: len(just_so)] == just_so
        assert len(just_so) < len(hits)


class TestFields:
    def test_speaker_knows_every_name_of_who_says_it(self) -> None:
        for name in ("ciric", "Ћирић", '"djordje ciric"', "đorđe"):
            assert len(found(f"speaker:{name}")) == 5
        assert found("speaker:gazette") == []
        (hit,) = search(CORPUS, "speaker:clean")
        assert hit.why == "speaker Clean Hands"

    def test_speaker_is_who_claims_an_event_or_a_figure(self) -> None:
        assert len(found('speaker:"clean hands"', "event")) == 2
        (hit,) = search(CORPUS, "speaker:electoral", "figure")
        assert hit.why == "claimed by Electoral Board"

    def test_party_takes_in_its_people_and_its_other_names(self) -> None:
        (party,) = [actor for actor in CORPUS.actors if actor.id == "harbour-party"]
        named = replace(party, also_known_as=("HP",))
        actors = tuple(named if actor is party else actor for actor in CORPUS.actors)
        corpus = replace(CORPUS, actors=actors)
        hits = search(corpus, "party:hp")
        assert len(hits) == 5
        assert {hit.why for hit in hits} == {
            "Đorđe Ćirić, member of Harbour Party, also HP",
        }
        assert {hit.why for hit in search(corpus, "party:hp", "figure")} == {
            "party Harbour Party, also HP"
        }

    def test_source_knows_publisher_title_and_file(self) -> None:
        for query in ("source:lowland", "source:post", 'source:"the count was clean"'):
            assert len(found(query)) == 4
        (hit,) = search(CORPUS, "source:radio")
        assert hit.why == "file radio.txt"

    def test_date_takes_days_months_and_spans(self) -> None:
        def events(query: str) -> set[str]:
            return set(found(query, "event"))

        assert events("date:2022-05-09") == {
            "Some 3,000 people march through Brodica",
            "Protests in Brodica",
            "A new vote",
        }
        assert events("date:2014") == events("date:2014-06") | {"A new vote"}
        assert events("date:2022-05-12..2022-05-14") == events("date:2022-05-12") | events(
            "date:2022-05-14"
        )
        assert events("date:..1950") == {"Brodica is given its charter", "A new vote"}
        assert "The old bridge is closed" not in events("date:0001..9999")

    def test_date_is_the_reports_where_a_quote_has_none_and_says_so(self) -> None:
        hits = search(CORPUS, "date:2022-05-10")
        own, reported = hits[0], hits[1:]
        assert own.why == ""
        assert {hit.why for hit in reported} == {"undated, in a report of Tue 10 May 2022"}
        assert len(reported) == 5

    def test_kind_is_what_a_list_tells_apart(self) -> None:
        assert len(found("kind:direct")) == 5
        assert found("kind:reported") == found("kind:indirect") != []
        assert found("kind:alleged", "event") == ["400 voters are brought in by bus"]
        assert len(found('kind:"vote share"', "figure")) == 4
        assert len(found("kind:party", "actor")) == 1

    def test_topic_is_what_a_quote_is_about(self) -> None:
        hits = search(CORPUS, "topic:protest")
        assert {hit.why for hit in hits} == {"topic protest"}
        assert len(hits) == 3
        assert len(found('topic:"election theft"')) == 2

    def test_sure_is_how_sure_the_attribution_is(self) -> None:
        assert found("sure:<1") == found("sure:0.9") == ["We have time, and we have the records."]
        assert len(found("sure:>=0.9")) == len(CORPUS.quotes)
        assert found("sure:0.5..0.8") == []
        assert search(CORPUS, "sure:<1")[0].why == "sure 0.9"

    def test_rule_is_what_made_it_or_the_reason_of_who_did(self) -> None:
        assert found("rule:cue -sure:1") == ["We have time, and we have the records."]
        (hit,) = search(CORPUS, "rule:curated")
        assert hit.why == "curated: the next line of the transcript names her"

    def test_that_a_kind_does_not_have_are_left_out_with_a_hint(self) -> None:
        found = answer(CORPUS, "vote topic:protest", "event")
        assert [hit.record for hit in found.hits] == [
            hit.record for hit in search(CORPUS, "vote", "event")
        ]
        assert found.hint == "events have no topic:, it is left out"

    def test_may_be_left_out_and_joined_like_words(self) -> None:
        assert len(found("-speaker:ciric")) == len(CORPUS.quotes) - 5
        assert len(found("kind:sign OR kind:mixed")) == 3
