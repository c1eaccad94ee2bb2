"""Languages stand side by side: one is a value that the stages are given."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tui import extract
from tui.build import build
from tui.extract import languages
from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages import recognition
from tui.extract.languages.language import Language, SpeechRules
from tui.extract.text.document import Span
from tui.model import FileFact, Hints, KnownActor

# A language of one verb: "dortis" says that what stands behind "ke" is what somebody says.


def attributions(
    sentence: QuotedSentence, _text: str, _ends: Mapping[int, int]
) -> list[Attribution]:
    tokens, starts, ends = sentence.tokens
    made = []
    for at, token in enumerate(tokens):
        if token.lower == "dortis" and tokens[at + 1].lower == "ke":
            source, content = Span(starts[0], ends[at - 1]), Span(starts[at + 2], ends[-2])
            cue = Cue(at, at, "dorti", "finite")
            made.append(
                Attribution(cue, Span(starts[at], ends[at]), source, None, (content,), False, "ke")
            )
    return made


TOY = Language(code="x-toy", speech=SpeechRules(attributions=attributions))
MIRA = KnownActor("mira-vel", "Mira Vel", "person")


class TestALanguageOfTwentyLines:
    def test_reads_who_says_what(self) -> None:
        text = "Mira Vel dortis ke la urbo dormas. Neniu aŭdis. “Ĝi dormas bone,” Mira Vel."
        found = extract.read("a.txt", text, Hints(actors=(MIRA,)), TOY)
        assert [(each.type, each.text, each.speakers, each.rule) for each in found.quotes] == [
            ("indirect", "la urbo dormas", ("mira-vel",), "indirect-ke"),
            ("mixed", "Ĝi dormas bone,", ("mira-vel",), "mixed-same-paragraph"),
        ]

    def test_reads_nothing_that_it_has_no_rules_for(self) -> None:
        text = "Mira Vel dortis ke 400 people protested on Monday, 3 May 2021."
        found = extract.read("a.txt", text, Hints(actors=(MIRA,)), TOY)
        assert (found.events, found.figures, found.contests) == ((), (), ())


def test_english_is_imported_when_it_is_asked_for() -> None:
    assert languages.get("en").code == "en"


VESNA = KnownActor("vesna-lukic", "Vesna Lukić", "person")
MOST_ODPRT = (
    "Most čez reko odprt po treh letih\n\n"
    "Župan je v ponedeljek odprl most čez reko, vozniki pa so ure in ure čakali v koloni."
    " „To je dan, ko se vse spremeni v našem mestu“, je rekla Vesna Lukić, inženirka.\n\n"
    "Most je bil zaprt 14.03.2021. in od takrat se je čakalo. U May 2023 said the mayor that 40"
    " people came je napis na tabli.\n"
)
"""Slovene, which is recognised and has no rules."""


class TestTheLanguageOfAText:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("The mayor said that the bridge would be open by May, but it was not.", "en"),
            ("Gradonačelnik je rekao da će most biti otvoren posle zime.", "sr-Latn"),
            ("Градоначелник је рекао да ће мост бити отворен у мају.", "sr-Cyrl"),
            ("Gradonačelnik je rekao da će tisuće vozača čekati tijekom tjedna.", "hr"),
            ("Gradonačelnik je kazao da će općina dati saopćenje, a hiljade čekaju.", "bs"),
            ("Gradonačelnik je kazao da hiljade vozača nijesu čekale u opštini.", "cnr"),
            ("Most je na reci, a most je i u gradu.", "sh"),
            ("Der Bürgermeister hat die Brücke am Montag eröffnet, und sie hält.", "de"),
            ("Kryetari i bashkisë tha se ura do të hapet në maj dhe nuk ka para.", "sq"),
            ("Мэр сказал, что мост не откроют в этом году, и это не его вина.", "ru"),
            ("Le maire a dit que le pont ne sera pas ouvert avant la fin du mois.", "fr"),
            ("Primarul a spus că podul nu va fi deschis până în mai și că nu este vina lui.", "ro"),
            ("De burgemeester zei dat de brug niet voor mei open gaat en dat het goed is.", "nl"),
            (
                "O prefeito disse que a ponte não será aberta em maio e que não é por sua culpa.",
                "pt",
            ),
            ("El alcalde dijo que el puente no se abrirá en mayo y que no es por su culpa.", "es"),
            ("Il sindaco ha detto che il ponte non sarà aperto in maggio e che non è sua.", "it"),
            (
                "Burmistrz powiedział, że most nie będzie otwarty w maju i że to nie jego wina.",
                "pl",
            ),
            ("A polgármester azt mondta, hogy a híd nem nyílik meg, és ez nem az ő hibája.", "hu"),
            ("Başkan, köprünün bu yıl için açık olmadığını ve bunun önemli olduğunu dedi.", "tr"),
            ("Starosta řekl, že se most v květnu neotevře a že to není jeho vina.", ""),
            ("Лукић, Бабић, Гавриловић", ""),
            ("", ""),
            ("2023 — 46 %", ""),
        ],
    )
    def test_is_known_by_its_small_words(self, text: str, language: str) -> None:
        assert recognition.of(text) == language

    def test_is_not_hidden_by_foreign_names(self) -> None:
        text = "The mayor of Čačak, Đorđe Žižić, said that Müller and Orbán would not come to it."
        assert recognition.of(text) == "en"
        rows = (
            "As the count goes on, the Lëna Kosharë list leads with 40% of the vote.",
            "Lëvizja Zëri (LZ) follows with 20%, while Klubi Gjelbër holds 9%.",
            "Fshatarët has 4%, and the Ura Përbashkët list stands at 3%.",
            "Further results are expected as they come in.",
        )
        assert recognition.of("\n".join(rows)) == "en"

    @pytest.mark.parametrize(
        ("told", "text", "language"),
        [
            ("en-GB", "en", "en-GB"),
            ("sr", "sr-Cyrl", "sr-Cyrl"),
            ("bs", "sr-Latn", "bs"),
            ("fr", "", "fr"),
            ("", "de", "de"),
            ("en", "sr-Latn", "sr-Latn"),
            ("sr-Latn", "sr-Cyrl", "sr-Cyrl"),
            ("mk", "sr-Cyrl", "sr-Cyrl"),
        ],
    )
    def test_is_the_one_the_file_tells_unless_the_text_is_in_another(
        self, told: str, text: str, language: str
    ) -> None:
        assert recognition.agreed(told, text) == language

    def test_the_file_tells_is_not_said_to_be_its_word_where_the_text_is_in_another(self) -> None:
        told = Hints(told={"language": FileFact("en", "its page")})
        article = extract.read("most.html", MOST_ODPRT, told).article
        assert (article.language, article.facts_from) == ("sl", ())


class TestAnArticleInALanguageWithoutRules:
    def test_is_read_for_words_in_marks_alone_and_names_no_speaker(self) -> None:
        reading = extract.read("most.txt", MOST_ODPRT, Hints(actors=(VESNA,)))
        assert [(each.text, each.speakers) for each in reading.quotes] == [
            ("To je dan, ko se vse spremeni v našem mestu", ())
        ]
        assert (reading.events, reading.figures) == ((), ())
        assert reading.article.language == "sl"

    def test_names_the_actors_that_are_known(self) -> None:
        reading = extract.read("most.txt", MOST_ODPRT, Hints(actors=(VESNA,)))
        assert [each.id for each in reading.actors] == ["vesna-lukic"]

    def test_takes_no_name_in_marks_for_speech(self) -> None:
        text = MOST_ODPRT + "Lista „Reka proti nasipu“ je to podprla, in še „Most za vse“.\n"
        assert len(extract.read("most.txt", text).quotes) == 1

    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("14.03.2021.", "2021-03-14"),
            ("14. 3. 2021. 18:20", "2021-03-14"),
            ("2021-03-14", "2021-03-14"),
            ("2021-03-14T18:20", "2021-03-14"),
            ("03/04/2021", ""),
            ("31.02.2021.", ""),
            ("14.03.2021. je bil most zaprt", ""),
        ],
    )
    def test_is_dated_by_figures_in_its_head(self, line: str, day: str) -> None:
        title, rest = MOST_ODPRT.split("\n", 1)
        read = extract.read("most.txt", f"{title}\n\n{line}\n{rest}")
        assert read.article.published.edtf == day

    def test_is_told_of_when_a_corpus_is_built(self, tmp_path: Path) -> None:
        (tmp_path / "most.txt").write_text(MOST_ODPRT, "utf-8")
        (tmp_path / "starosta.txt").write_text("Starosta mlčel celý květen. " * 8, "utf-8")
        (tmp_path / "bridge.txt").write_text("The mayor said the bridge was open.\n", "utf-8")
        (tmp_path / "short.txt").write_text("Ana Sol\n", "utf-8")
        only = "only words in quotation marks are read"
        assert [each.told for each in build(tmp_path).report.unread] == [
            f"the language of 1 article is not recognised: {only}",
            f"1 article is in sl, for which there are no rules: {only}",
        ]
