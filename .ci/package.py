"""The package as a stranger gets it: made from a fresh clone in an empty home, looked into, and
installed and used from elsewhere by each Python that the machine has.

Usage: python3 package.py CLONE PLACE. ``PLACE`` is an empty folder that may be filled. Exits
with 0 when all holds, with 1 and a line for each thing that does not, and with 3, loudly, where
it could not be tried at all, as without a package index.
"""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

MOST_WHEEL, MOST_SDIST, MOST_FILE = 1_800_000, 3_000_000, 60_000
"""Bytes of what is made, and of each file in the wheel but its list of files: a data set or a
picture that slips in is seen."""

OLDEST = (3, 11)
NEWEST = 30

PLACES = {
    "man": "share/man/man1/serbia-tui.1",
    "bash": "share/bash-completion/completions/serbia-tui",
    "zsh": "share/zsh/site-functions/_serbia-tui",
    "fish": "share/fish/vendor_completions.d/serbia-tui.fish",
}
"""Where the manual page and the completions stand below the prefix of an installation."""

TYPED = """\
from tui.corpus import Corpus
from tui.model import Quote


def speakers(corpus: Corpus) -> list[tuple[str, ...]]:
    return [quote.speakers for quote in corpus.quotes if isinstance(quote, Quote)]


reveal_type(speakers)
"""

problems: list[str] = []


def problem(words: str) -> None:
    problems.append(words)
    print(f"does not hold: {words}", flush=True)


def ran(*command: str | Path, at: Path) -> str:
    """What a command prints; one that fails ends it all."""
    done = subprocess.run([*map(str, command)], cwd=at, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout[-3000:], done.stderr[-3000:], sep="\n")
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {done.returncode}")
    return done.stdout


def could_not_be_tried(why: str) -> None:
    print("*" * 78)
    print(f"THE PACKAGE WAS NOT TRIED: {why}")
    print("*" * 78, flush=True)
    raise SystemExit(3)


def pythons() -> list[tuple[str, Path]]:
    """Every Python that is new enough and runs, the oldest first, each version once."""
    folders = [Path(each) for each in os.environ["PATH"].split(os.pathsep)]
    # The home of the run is an empty one; a version manager stands in the user's own.
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    folders += sorted(Path(os.environ.get("PYENV_ROOT", home / ".pyenv")).glob("versions/*/bin"))
    found: dict[tuple[int, ...], Path] = {}
    asked = "import sys, venv, ensurepip; print(*sys.version_info[:2])"
    for minor in range(OLDEST[1], NEWEST):
        for path in (folder / f"python3.{minor}" for folder in folders):
            if (3, minor) in found or not path.exists():
                continue
            told = subprocess.run([path, "-c", asked], capture_output=True, text=True, check=False)
            if told.returncode == 0:
                found[3, minor] = path
    return [(".".join(map(str, version)), path) for version, path in sorted(found.items())]


def made(clone: Path, place: Path) -> tuple[Path, Path]:
    """The sdist, and the wheel that is made of it."""
    tools = place / "tools"
    ran(sys.executable, "-m", "venv", tools, at=place)
    got = subprocess.run(
        [tools / "bin" / "pip", "install", "--quiet", "build", "twine", "mypy"],
        capture_output=True,
        text=True,
        check=False,
    )
    if got.returncode:
        could_not_be_tried(f"pip cannot get its tools: {got.stderr.strip().splitlines()[-1:]}")
    ran(tools / "bin" / "python", "-m", "build", "--outdir", place / "dist", clone, at=place)
    (sdist,) = (place / "dist").glob("*.tar.gz")
    (wheel,) = (place / "dist").glob("*.whl")
    ran(tools / "bin" / "twine", "check", "--strict", sdist, wheel, at=place)
    for path, most in ((sdist, MOST_SDIST), (wheel, MOST_WHEEL)):
        size = path.stat().st_size
        print(f"{path.name}: {size:,} bytes")
        if size > most:
            problem(f"{path.name} has {size:,} bytes, more than {most:,}")
    return sdist, wheel


def kept(clone: Path) -> set[str]:
    """The files that are under version control."""
    return set(ran("git", "ls-files", at=clone).splitlines())


def look_into_wheel(wheel: Path, files: set[str]) -> None:
    """All of the program and its articles, with what they are licensed under, and no more."""
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
        for each in opened.infolist():
            if each.file_size > MOST_FILE and not each.filename.endswith("/RECORD"):
                problem(f"the wheel has {each.filename} of {each.file_size:,} bytes")
        (about,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        facts = HeaderParser().parsestr(opened.read(about).decode())
    wanted = {name for name in files if name.startswith("tui/")}
    wanted |= {f"tui/{name}" for name in files if name.startswith("seeds/")}
    inside = {name for name in names if ".dist-info/" not in name and ".data/" not in name}
    for name in sorted(wanted - inside):
        problem(f"the wheel lacks {name}")
    for name in sorted(inside - wanted):
        problem(f"the wheel has {name}, which nobody put there")
    for place in PLACES.values():
        if not any(name.endswith(f".data/data/{place}") for name in names):
            problem(f"the wheel lacks {place}")
    for name in ("tui/py.typed", "tui/seeds/README.md", "tui/app/explorer.tcss"):
        if name not in names:
            problem(f"the wheel lacks {name}")
    licences = sorted(facts.get_all("License-File", []))
    if licences != ["LICENSE", "seeds/README.md"]:
        problem(f"the wheel is said to be licensed by {licences}")
    for name in licences:
        if not any(each.endswith(f".dist-info/licenses/{name}") for each in names):
            problem(f"the wheel lacks its licence {name}")
    if links := re.findall(r"\]\((?!https?:)[^)]*\)", facts.get_payload()):
        problem(f"a package index shows links that lead nowhere: {links[:3]}")
    if facts["License-Expression"] != "MIT":
        problem(f"the licence is told as {facts['License-Expression']}")


def look_into_sdist(sdist: Path, files: set[str]) -> None:
    """All that is under version control, so that it can be worked on."""
    with tarfile.open(sdist) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for name in sorted(files - names):
        problem(f"the sdist lacks {name}")
    for name in sorted(names - files - {"PKG-INFO", ""}):
        problem(f"the sdist has {name}, which nobody put there")


def install(python: Path, package: str, place: Path) -> Path:
    """A clean environment with the package; its programs."""
    ran(python, "-m", "venv", place, at=place.parent)
    ran(place / "bin" / "pip", "install", "--quiet", package, at=place.parent)
    ran(place / "bin" / "pip", "check", at=place.parent)
    return place / "bin"


def use(programs: Path, at: Path, launch: Path) -> None:
    """The commands from elsewhere, the data among them, and the explorer."""
    program = programs / "serbia-tui"
    version = ran(program, "--version", at=at)
    print(version.strip())
    ran(program, "check", at=at)
    told = ran(program, "build", "--plain", at=at)
    # Names and cues come from data files; without these there would be hardly any.
    counts = dict(re.findall(r"^(\w+): (\d+) from rules", told, re.MULTILINE))
    for kind, least in (("quotes", 30), ("events", 15), ("actors", 15)):
        if int(counts.get(kind, 0)) < least:
            problem(f"only {counts.get(kind)} {kind} are read by rules")
    for tab in ("timeline", "actors", "results", "quotes", "disagreements", "sources"):
        if len(ran(program, "tab", tab, at=at)) < 500:
            problem(f"the tab {tab} says next to nothing")
    ran(program, "search", "theft", at=at)
    complete(programs.parent, at)
    ran(programs / "python", "-I", "-m", "tui", "--version", at=at)
    print(ran(sys.executable, launch, program, at=at).strip().splitlines()[-1])


def use_alone(tools: Path, python: Path, wheel: Path, place: Path) -> None:
    """As pipx has it: an environment of its own without pip, of which a link to the program is
    all that anybody sees, and nothing of the environment of whoever installed it."""
    environment, seen, home = (place / name for name in ("environment", "seen", "home"))
    ran(python, "-m", "venv", "--without-pip", environment, at=place)
    pip = (tools / "pip", "--python", environment / "bin" / "python", "install", "--quiet")
    ran(*pip, wheel, at=place)
    seen.mkdir()
    home.mkdir()
    (seen / "serbia-tui").symlink_to(environment / "bin" / "serbia-tui")
    for words in ("--version", "build --plain", "tab overview", "export report -o page.html"):
        done = subprocess.run(
            [
                "/usr/bin/env",
                "-i",
                f"PATH={seen}:/usr/bin:/bin",
                f"HOME={home}",
                "serbia-tui",
                *words.split(),
            ],
            cwd=home,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            problem(f"alone, serbia-tui {words} fails: {done.stderr[-300:]}")
    if "Was the vote fair?" not in (home / "page.html").read_text("utf-8"):
        problem("alone, it writes no page of the five articles")


def complete(prefix: Path, at: Path) -> None:
    """The manual page and the completions that came with the program."""
    for place in PLACES.values():
        if "compare" not in (prefix / place).read_text("utf-8"):
            problem(f"{place} does not tell of the commands")
    script = 'source "$0"; COMP_WORDS=(serbia-tui exp); COMP_CWORD=1; $1; echo "${COMPREPLY[@]}"'
    told = ran("bash", "-c", script, prefix / PLACES["bash"], "_shtab_serbia_tui", at=at)
    if told.split() != ["export"]:
        problem(f"bash completes 'exp' to {told.split()}")


def typed(tools: Path, programs: Path, at: Path) -> None:
    """Whoever imports the package has its types."""
    (at / "theirs.py").write_text(TYPED)
    python = programs / "python"
    told = ran(tools / "mypy", "--strict", "--python-executable", python, "theirs.py", at=at)
    if "list[tuple[str, ...]]" not in told.replace("builtins.", ""):
        problem(f"types are not known to whoever imports the package: {told}")


def main(clone: Path, place: Path) -> int:
    launch = Path(__file__).with_name("launch.py")
    sdist, wheel = made(clone, place)
    files = kept(clone)
    look_into_wheel(wheel, files)
    look_into_sdist(sdist, files)
    found = pythons()
    if not found:
        could_not_be_tried("the machine has no Python of 3.11 or newer that makes environments")
    elsewhere = place / "elsewhere"
    elsewhere.mkdir()
    for number, (version, python) in enumerate(found):
        for package in (wheel, sdist) if number in (0, len(found) - 1) else (wheel,):
            print(f"-- {package.name} with Python {version}", flush=True)
            programs = install(python, f"{package}", place / f"{version}-{package.suffix[1:]}")
            use(programs, elsewhere, launch)
            if number == 0 and package is wheel:
                typed(place / "tools" / "bin", programs, elsewhere)
    version, python = found[-1]
    print(f"-- {wheel.name} by itself, as pipx installs it, with Python {version}", flush=True)
    (place / "alone").mkdir()
    use_alone(place / "tools" / "bin", python, wheel, place / "alone")
    print(f"-- {wheel.name}[all] with Python {version}", flush=True)
    use(install(python, f"{wheel}[all]", place / "all"), elsewhere, launch)
    print("tried with Python", ", ".join(version for version, _python in found))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*(Path(each).resolve() for each in sys.argv[1:])))
