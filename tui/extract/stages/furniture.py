"""How a language words what stands around a report: the rules that a stage is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.extract.text.document import Span
from tui.extract.text.late_pattern import NEVER
from tui.extract.text.sentences import OF_ENGLISH, Stops


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRules:
    """How a language words what stands around a report: bylines, datelines, credits, and
    the site's own lines. A pattern of what it does not have matches nothing."""

    furniture: re.Pattern[str] = re.compile(r"©.*|https?://\S*$")
    """A whole paragraph that a site puts around its articles."""
    furniture_opens: tuple[str, ...] = ("©", "http")
    """How such paragraphs begin, in small letters: most others are soon told apart."""
    site: re.Pattern[str] = NEVER
    """A paragraph that is the site's by words anywhere in it."""
    site_words: tuple[str, ...] = ()
    """Those words, in small letters."""
    bylines: Sequence[re.Pattern[str]] = ()
    """A paragraph that names the author as its group ``by``."""
    run_head: re.Pattern[str] = NEVER
    """The whole head of a page in one paragraph, with a group for each of its parts."""
    source: re.Pattern[str] = NEVER
    """A paragraph that names the outlet as its group ``source``."""
    byline_label: re.Pattern[str] = NEVER
    """A paragraph behind which the next names the author."""
    lone_name: re.Pattern[str] = NEVER
    """A paragraph that may be a name alone."""
    dated_outlet: re.Pattern[str] = NEVER
    """What stands beside a date and begins with the name of an outlet, and with nothing else."""
    outlet: re.Pattern[str] = NEVER
    """Names of outlets: who signs so is nobody's name."""
    known_outlet: Callable[[str], bool] = lambda _words: False
    """Whether an outlet is known by some words."""
    publisher: Callable[[str], bool] = lambda _words: False
    """Whether words name a ministry, a party or the like, who publish their own statements."""
    section: re.Pattern[str] = NEVER
    """Parts of a site: neither names nor outlets."""
    sections: frozenset[str] = frozenset()
    """The same, each as a step on the way to a report names it, in small letters."""
    nobody: frozenset[str] = frozenset()
    """Who signs and is nobody's name, in small letters: "agencies", "staff writer"."""
    given_name: Callable[[str], bool] = lambda _words: False
    """Whether the first of some words is a given name."""
    labels: re.Pattern[str] = NEVER
    """A paragraph that says of what sort the report is, and no more."""
    statement: re.Pattern[str] = NEVER
    """Those of such paragraphs below which a statement stands, and above them whoever makes it."""
    joins: re.Pattern[str] = re.compile(r"\s*(?:[,&|•·]|\s[-–—]\s|\s/\s)\s*")
    """What stands between the names of those who sign."""
    title_label: re.Pattern[str] = NEVER
    """What stands before a headline in its line, and is no part of it: "Title:", "UPDATE 2-"."""
    asks: re.Pattern[str] = NEVER
    """A turn that asks, with the group ``source`` for whoever does."""
    speaks_to: Callable[[str], re.Pattern[str]] = lambda _label: NEVER
    """Where somebody speaks to an outlet of that name."""
    bio: re.Pattern[str] = NEVER
    """What says of its author (``by``) who that is, above or below a report."""
    date_label: re.Pattern[str] = NEVER
    """What opens a line that dates a page, and is no headline."""
    date_alone: re.Pattern[str] = NEVER
    """A line that is a date and an hour, and no headline: "Monday 5 May 2025 - 11:30"."""
    ago: re.Pattern[str] = NEVER
    """A line that dates a page by the day on which it was read: "2 days ago"."""
    names_itself_by: Sequence[str] = ()
    """The words one of which stands where a report names its own outlet."""
    names_itself: re.Pattern[str] = NEVER
    """Where a report names its own outlet as the one that tells (``source``, or ``itself``), or who
    reports (``by``)."""
    sign_offs: Sequence[re.Pattern[str]] = ()
    """What closes a report: who wrote it (``by``), for which outlet (``source``) or agency."""
    credit: re.Pattern[str] = NEVER
    """What closes a caption: the photographer, and the group ``agency``."""
    caption_opens: re.Pattern[str] = NEVER
    dateline: re.Pattern[str] = NEVER
    agency_dateline: re.Pattern[str] = NEVER
    """What opens a lead: the place, and the group ``agency``."""
    plain_dateline: re.Pattern[str] = NEVER
    """The same, without an agency."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    """The names of agencies by what datelines and credits call them."""
    transcript: str = "TRANSCRIPT"
    """What a label says, in capitals, where a broadcast is written down."""
    stops: Stops = OF_ENGLISH
    """Which full stops end no sentence."""
    published_in: Callable[[str], tuple[Span, str] | None] = lambda _text: None
    """Where the head of a text dates itself, and the day in ISO form."""
