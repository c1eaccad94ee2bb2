"""The curated files are read whole, or every slip in them is told with its line."""

from __future__ import annotations

from pathlib import Path

from tests.curate.samples import LEAD, LEAD_ID, TALK, TEXTS, at, curated
from tui.curate import Curation, read
from tui.curate.entries import ActorLink
from tui.model import Hints, KnownActor, KnownContest, Relation, When

ACTOR = """\
[[actor]]
id = "djordje-ciric"
name = "Đorđe Ćirić"
type = "person"
aliases = ["Djordje Ciric"]
why = "the talk spells him without accents"
"""


class TestAFolderIsRead:
    def test_without_curated_files_nothing_is_curated(self, tmp_path: Path) -> None:
        (tmp_path / "lead.txt").write_text(LEAD, encoding="utf-8")
        curation = read(tmp_path, TEXTS)
        assert curation == Curation()
        assert curation.known_for("lead.txt") == Hints()

    def test_an_article_is_given_its_facts(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            articles="""\
[[article]]
file = "lead.txt"
title = "Mayor calls vote fair"
agency = ""
why = \"\"\"
A Tuesday
after the vote\"\"\"

[article.published]
edtf = "2022-05-10"
basis = "curated"
words = "on Tuesday"
note = "†"
without = "2022-05"
""",
        )
        (entry,) = curation.articles
        assert entry.facts == {"title": "Mayor calls vote fair", "agency": ""}
        assert entry.why == "A Tuesday after the vote"
        assert entry.published == When(
            "2022-05-10",
            "curated",
            at(LEAD, "on Tuesday"),
            "†; without outside knowledge: 2022-05",
            "2022-05-10",
            "2022-05-10",
        )
        known = curation.known_for("lead.txt")
        assert (known.title, known.published) == ("Mayor calls vote fair", entry.published)
        assert curation.known_for("talk.txt").title == ""

    def test_the_extractors_are_told_of_actors_and_contests(self, tmp_path: Path) -> None:
        curation = curated(
            tmp_path,
            actors=ACTOR
            + """
related = [{ relation = "mayor of", actor = "brodica", inverse = "has as its mayor" }]
proof = { article = "talk.txt", words = "The mayor, Djordje Ciric" }

[[actor]]
id = "brodica"
name = "Brodica"
type = "institution"
place = true
why = "a town, and its council"
""",
            contests="""\
[[contest]]
id = "brodica-2022"
name = "Brodica town council, 2022"
date = { edtf = "2022-05-08", basis = "stated", article = "lead.txt", words = "May 8" }
place = "Brodica"
words = ["the vote"]
seats_total = 61
seats_basis = "curated"
why = "the texts only say the vote"
""",
        )
        known = curation.known_for("talk.txt")
        assert known.actors == (
            KnownActor("djordje-ciric", "Đorđe Ćirić", "person", ("Djordje Ciric",)),
            KnownActor("brodica", "Brodica", "institution", (), True),
        )
        assert known.contests == (
            KnownContest(
                "brodica-2022",
                "Brodica town council, 2022",
                "Brodica",
                ("the vote",),
                "2022-05-08",
                61,
            ),
        )
        first, _ = curation.actors
        assert first.related == (
            ActorLink(Relation("mayor of", "brodica"), "has as its mayor", "actors.toml:8"),
        )
        assert first.proof is not None
        assert first.proof.anchor == at(TALK, "The mayor, Djordje Ciric")
        assert curation.contests[0].date.expression == at(LEAD, "May 8")

    def test_an_event_s_date_may_leave_out_the_article_of_its_only_passages(
        self, tmp_path: Path
    ) -> None:
        curation = curated(
            tmp_path,
            events="""\
[[event]]
id = "vote"
title = "The vote"
when = { edtf = "2022-05-08", basis = "stated", words = "May 8" }
passages = [{ article = "lead.txt", words = "We won", nth = 1 }]
why = "two reports of one vote"
""",
        )
        (event,) = curation.events
        assert event.passages[0].anchor == at(LEAD, "We won")
        assert event.when is not None
        assert event.when.expression is not None
        assert event.when.expression.article == LEAD_ID

    def test_an_editor_s_marks_and_line_ends_do_not_matter(self, tmp_path: Path) -> None:
        toml = "\ufeff" + ACTOR.replace("\n", "\r\n")
        (tmp_path / "actors.toml").write_text(toml, encoding="utf-8", newline="")
        assert read(tmp_path, TEXTS).actors[0].name == "Đorđe Ćirić"
