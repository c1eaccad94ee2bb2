"""What the reports tell in different ways, side by side, each side with its passages."""

from __future__ import annotations

from tui.corpus import Corpus
from tui.model import Disagreement, Side
from tui.plain.tabs import TABS
from tui.report.elements import Html, element
from tui.report.parts import chip, line, passage, record, section
from tui.wording import DIFFERENCES, EXPLANATIONS, counted, difference_sign


def disagreements_section(corpus: Corpus) -> Html:
    tab = TABS["disagreements"]
    found = [each for each in tab.records(corpus) if isinstance(each, Disagreement)]
    told = [_disagreement(corpus, each) for each in found]
    if not told:
        told = [element("p", tab.none, class_="quiet")]
    return section("disagreements", "Disagreements", counted(len(found), "disagreement"), *told)


def _disagreement(corpus: Corpus, each: Disagreement) -> Html:
    explained = ""
    if each.explained_by:
        explained = f"explained by {EXPLANATIONS[each.explained_by]}"
    elif each.type in ("value", "account"):
        explained = "not explained in these articles"
    return record(
        each.id,
        element(
            "p",
            element("span", difference_sign(each), class_="sign", aria_hidden="true"),
            chip(DIFFERENCES[each.type]),
            chip(explained, "happened" if each.explained_by else "alleged") if explained else "",
            class_="chips",
        ),
        element("h3", line(each.about)),
        element("p", line(each.note)) if each.note else "",
        element("div", *(_side(corpus, side) for side in each.sides), class_="columns"),
        class_="disagreement",
    )


def _side(corpus: Corpus, side: Side) -> Html:
    told = [passage(corpus, each.passage, each.speakers) for each in side.told]
    return element("div", element("h4", line(side.says)), *told, class_="side")
