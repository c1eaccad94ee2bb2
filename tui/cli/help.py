"""``help``: a document about the program, or how a command is used."""

from __future__ import annotations

import argparse

from tui.arguments import COMMANDS, MISUSED, parse
from tui.cli.output import DONE, out, say
from tui.topics import TOPICS


def run(given: argparse.Namespace) -> int:
    """Print a document; the usage of a command that has none; without either, the topics."""
    topic = given.topic
    if not topic:
        width = max(map(len, TOPICS))
        for name, each in TOPICS.items():
            out(f"serbia-tui help {name:<{width}}  {each.about}\n")
        out("serbia-tui COMMAND --help  how a command is used\n")
        return DONE
    if topic in TOPICS:
        out(TOPICS[topic].shown)
        return DONE
    if topic in COMMANDS:
        parse([topic, "--help"])
    say(f"no help on {topic}: {', '.join(TOPICS)}, or a command")
    return MISUSED
