"""How soon after a key the chart of time is drawn.

    python -m tests.bench.strip [--events 20000] [--width 120] [--height 40]

The explorer runs on a corpus of so many invented events, without a terminal. For every key:
the median and the longest time of the processor, in milliseconds, from the key to the last
line of the strip that is drawn for it, the list's and the card's work between them included;
and what the strip alone takes of that.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import time
from collections import defaultdict
from dataclasses import replace

from tests.app.journey import exploring
from tui import dates
from tui.app.panes.timeline import Timeline
from tui.app.widgets.time_strip import TimeStrip
from tui.corpus import Corpus
from tui.model import EVENT_STATUSES, Actor, Anchor, Article, Event, When

YEARS = range(2008, 2026)
ROUNDS = 5
KEYS = (
    "d",
    "w",
    "m",
    "j",
    "D",
    "W",
    "M",
    "plus",
    "plus",
    "plus",
    "minus",
    "minus",
    "b",
    "equals_sign",
)


def eventful(count: int, seed: int = 1) -> Corpus:
    """A corpus of so many events: most on a day, some that last, are open, or are known to
    the month or year alone, and some without a date."""
    chance = random.Random(seed)
    articles = tuple(_article(number) for number in range(max(1, count // 50)))
    actors = tuple(_actor(number) for number in range(500))
    return Corpus(
        articles=articles,
        actors=actors,
        events=tuple(_event(chance, number, articles, actors) for number in range(count)),
        texts={article.id: "An invented report. " * 20 for article in articles},
    )


def _article(number: int) -> Article:
    day = f"{YEARS[number % len(YEARS)]}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return Article(
        id=f"a{number}",
        evidence=(),
        origin="extracted",
        rule="invented",
        file=f"{number}.txt",
        sha256="",
        title=f"Report {number}",
        publisher=f"Gazette {number % 12}",
        published=dates.when(day, "stated"),
    )


def _actor(number: int) -> Actor:
    return Actor(
        id=f"who{number}",
        evidence=(),
        origin="extracted",
        rule="invented",
        name=f"Actor {number}",
        type="person",
    )


def _event(
    chance: random.Random, number: int, articles: tuple[Article, ...], actors: tuple[Actor, ...]
) -> Event:
    # More the nearer to the end, as news are.
    year = YEARS[min(len(YEARS) - 1, int(len(YEARS) * chance.random() ** 0.4))]
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    kind = chance.random()
    edtf = day
    if kind < 0.05:
        edtf = ""
    elif kind < 0.12:
        edtf = day[:4]
    elif kind < 0.2:
        edtf = day[:7]
    elif kind < 0.24:
        edtf = f"{day}/.."
    elif kind < 0.28:
        edtf = f"{day}/{year}-12-31"
    article = chance.choice(articles).id
    made = Event(
        id=f"e{number}",
        evidence=(Anchor(article, 0, 8),),
        origin="extracted",
        rule="invented",
        title=f"Something happens for the {number}th time",
        actors=tuple(actor.id for actor in chance.sample(actors, chance.randint(0, 3))),
        status=chance.choice(EVENT_STATUSES),
    )
    return replace(made, when=dates.when(edtf, "stated") if edtf else When())


async def measure(corpus: Corpus, size: tuple[int, int]) -> None:
    """Press every key, and print what each takes."""
    drawn = 0.0
    alone = 0.0
    render = TimeStrip.render_line

    def render_line(self: TimeStrip, y: int) -> object:
        nonlocal drawn, alone
        begun = time.process_time()
        made = render(self, y)
        drawn = time.process_time()
        alone += drawn - begun
        return made

    TimeStrip.render_line = render_line  # type: ignore[assignment, method-assign]
    begun = time.perf_counter()
    async with exploring(corpus, size=size, tab="timeline") as journey:
        print(f"{len(corpus.events):,} events; shown after {time.perf_counter() - begun:.1f} s")
        pane = journey.pane
        assert isinstance(pane, Timeline)
        pane.listing.seek(pane.listing.targets[len(corpus.events) // 2])
        await journey.settle()
        whole, part = defaultdict(list), defaultdict(list)
        for _ in range(ROUNDS):
            for key in KEYS:
                await journey.settle()
                alone, drawn, begun = 0.0, 0.0, time.process_time()
                journey.app.simulate_key(key)
                for _ in range(200):
                    await asyncio.sleep(0)
                await journey.settle()
                if drawn:
                    whole[key].append((drawn - begun) * 1000)
                    part[key].append(alone * 1000)
        print(f"{'key':8}{'median':>9}{'longest':>9}{'strip alone':>13}  ms")
        for key in dict.fromkeys(KEYS):
            times, strip = whole[key], part[key]
            if times:
                print(f"{key:8}{statistics.median(times):9.1f}{max(times):9.1f}{max(strip):13.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--width", type=int, default=120)
    parser.add_argument("--height", type=int, default=40)
    given = parser.parse_args()
    asyncio.run(measure(eventful(given.events), (given.width, given.height)))


if __name__ == "__main__":
    main()
