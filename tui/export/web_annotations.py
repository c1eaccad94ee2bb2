"""Annotations as JSON-LD after the W3C Web Annotation Data Model, and read from it again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tui.annotation import PURPOSES, Annotation, Selector, Target
from tui.corpus import Corpus

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

MOTIVATIONS = {
    "bookmark": "bookmarking",
    "note": "commenting",
    "tag": "tagging",
    "state": "assessing",
    "correction": "editing",
}


def notebook(corpus: Corpus) -> Iterator[str]:
    """All annotations as one collection."""
    items = [as_object(each.annotation) for each in corpus.added.placed]
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": CONTEXT,
        "id": "urn:serbia-tui:notebook",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": page,
    }
    yield json.dumps(made, ensure_ascii=True, indent=1) + "\n"


def as_object(each: Annotation) -> dict[str, Any]:
    """One annotation."""
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{each.id}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[each.purpose],
        "target": _target(each.target),
    }
    if each.by:
        made["creator"] = {"type": "Person", "name": each.by}
    if each.made:
        made["created"] = each.made
    if each.changed:
        made["modified"] = each.changed
    if each.purpose != "bookmark":
        body: dict[str, Any] = {"type": "TextualBody", "value": each.value, "format": "text/plain"}
        body["purpose"] = MOTIVATIONS[each.purpose]
        for name in ("field", "was", "why"):
            if value := getattr(each, name):
                body[f"serbia-tui:{name}"] = value
        made["body"] = body
    return made


def _target(target: Target) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "SpecificResource",
        "source": f"urn:serbia-tui:article:{target.article}"
        if target.article
        else f"urn:serbia-tui:record:{target.record}",
        "serbia-tui:kind": target.kind,
    }
    for name in ("record", "article", "file", "source", "says"):
        if value := getattr(target, name):
            made[f"serbia-tui:{name}"] = value
    if target.selector is not None:
        at = target.selector
        made["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": at.exact,
                "prefix": at.prefix,
                "suffix": at.suffix,
            },
            {"type": "TextPositionSelector", "start": at.start, "end": at.end},
        ]
    return made


def read(text: str) -> Iterator[Annotation]:
    """The annotations of a collection, a page, a list, or one; ValueError where it is none of
    these. What has no form that is known here is left out."""
    given = json.loads(text)
    if isinstance(given, dict):
        first = given.get("first")
        page = first if isinstance(first, dict) else given
        given = page.get("items", [given])
    if not isinstance(given, list):
        raise ValueError("no annotations")
    for each in given:
        if isinstance(each, dict) and (made := _annotation(each)) is not None:
            yield made


def _annotation(given: Mapping[str, Any]) -> Annotation | None:
    target, id = given.get("target"), given.get("id")
    purpose = next(
        (each for each in PURPOSES if MOTIVATIONS[each] == given.get("motivation")), None
    )
    if purpose is None or not isinstance(target, dict) or not isinstance(id, str):
        return None
    body = given.get("body")
    body = body if isinstance(body, dict) else {}
    creator = given.get("creator")
    creator = creator if isinstance(creator, dict) else {}
    return Annotation(
        id=id.removeprefix("urn:uuid:"),
        target=_target_from(target),
        purpose=purpose,
        value=_text(body, "value"),
        field=_text(body, "serbia-tui:field"),
        was=_text(body, "serbia-tui:was"),
        why=_text(body, "serbia-tui:why"),
        by=_text(creator, "name"),
        made=_text(given, "created"),
        changed=_text(given, "modified"),
    )


def _target_from(given: Mapping[str, Any]) -> Target:
    selectors = given.get("selector")
    selectors = selectors if isinstance(selectors, list) else [selectors]
    by_type = {each.get("type"): each for each in selectors if isinstance(each, dict)}
    quote = by_type.get("TextQuoteSelector", {})
    place = by_type.get("TextPositionSelector", {})
    start, end = place.get("start"), place.get("end")
    selector = None
    if quote:
        selector = Selector(
            _text(quote, "exact"),
            _text(quote, "prefix"),
            _text(quote, "suffix"),
            start if isinstance(start, int) else 0,
            end if isinstance(end, int) else 0,
        )
    names = ("record", "article", "file", "source", "says")
    found = {name: _text(given, f"serbia-tui:{name}") for name in names}
    if selector is not None and not found["says"]:
        found["says"] = selector.exact
    return Target(kind=_text(given, "serbia-tui:kind") or "words", selector=selector, **found)


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    return value if isinstance(value, str) else ""
