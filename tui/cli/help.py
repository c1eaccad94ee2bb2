"""``help``: a document about the program, or how a command is used."""

from __future__ import annotations

import argparse

from tui.cli.output import DONE, out, say
from tui.command_line import COMMANDS, MISUSED, parse
from tui.help_topics import HELP_TOPICS


def run(given: argparse.Namespace) -> int:
    """Print a document; the usage of a command that has none; without either, the topics."""
    topic = given.topic
    if not topic:
        width = max(map(len, HELP_TOPICS))
        for name, each in HELP_TOPICS.items():
            out(f"serbia-tui help {name:<{width}}  {each.about}\n")
        out("serbia-tui COMMAND --help  how a command is used\n")
        return DONE
    if topic in HELP_TOPICS:
        out(HELP_TOPICS[topic].shown)
        return DONE
    if topic in COMMANDS:
        parse([topic, "--help"])
    say(f"no help on {topic}: {', '.join(HELP_TOPICS)}, or a command")
    return MISUSED
