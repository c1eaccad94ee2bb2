"""Start the explorer in a pseudo-terminal, wait for its first screen, and leave it by key.

Usage: python3 launch.py COMMAND. The command runs in a shell of its own. Exits with 0 when
the tabs appear and ``q`` ends the program with 0, and says how long the screen took.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

PATIENCE = 600.0
SCREEN = b"\x1b[?1049h"
TABS = (b"Timeline", b"Quotes", b"Sources")


def main(command: str) -> int:
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execvp("bash", ["bash", "-c", command])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begun, opened, seen = time.monotonic(), 0.0, b""
    left = False
    while time.monotonic() - begun < PATIENCE:
        if not select.select([terminal], [], [], 1.0)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux: the program has closed its end
            break
        if not data:
            break
        seen += data
        if not opened:
            sys.stdout.buffer.write(data.partition(SCREEN)[0])
            sys.stdout.buffer.flush()
            if SCREEN in seen:
                opened = time.monotonic()
        elif not left and all(tab in seen for tab in TABS):
            print(f"the tabs stand {time.monotonic() - opened:.2f} s after the screen opened,")
            print(f"{time.monotonic() - begun:.2f} s after the command began")
            os.write(terminal, b"q")
            left = True
    else:
        print(f"still running after {PATIENCE:.0f} s")
        os.kill(child, signal.SIGTERM)
        return 1
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(f"exit code {code}")
    if not left:
        print("the tabs were never seen; the last that was:")
        print(repr(seen[-2000:]))
    return code if left else code or 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
