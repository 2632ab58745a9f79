"""Every step of README and CONTRIBUTING, by Python alone: `python make.py site`, on any system. `make site` calls it.

Each target sets up what it needs, once, in .venv beside this file, from the lock files. Only the standard library is
used: it runs before anything is installed. `HANDBOOK_PYTHON` names a Python that has everything already.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)
SITE, DEV, BENCH = ".site", ".dev", "bench"  # set up for the site, the tests, the bench
DEFAULTS = {"FORMAT": "text", "PROPOSAL": ".", "BASE": "main", "REVIEW": "", "UPGRADE": "", "DOWNLOADS": "yes"}
DEFAULTS |= {"ONLY": "", "STORIES": "1000", "LARGER": "5000,10000", "RUNS": "3", "WRITE": ""}  # of the bench
LOCKS = {SITE: "requirements.lock", DEV: "requirements-dev.lock", BENCH: "requirements-bench.lock"}
APART = {  # what gets an environment of its own, below build/, and what pip does there
    "anki": ("install -r tests/exports/anki.requirements",),
    "materialx": (
        f"install --require-hashes -r {LOCKS[SITE]}",
        "uninstall --yes mkdocs-material",
        "install -r tests/engines/materialx.requirements",
    ),
}
BELOW = {DEV: SITE, BENCH: DEV, **dict.fromkeys(APART, DEV)}
PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
MADE = ("dist", "site", "site-offline", ".cache")  # and what is in build/docs


@dataclass(frozen=True)
class Target:
    """What it is for, how much it needs, and its commands: `-m` a module of Python, or a program beside it."""

    says: str
    needs: str
    commands: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()


TARGETS = {
    "site": Target("build the handbook into site/, then what can be downloaded from it", SITE, ("-m generator site",)),
    "pages": Target(
        "build the handbook into site/, with the downloads that are there already",
        SITE,
        ("-m generator site --no-downloads",),
    ),
    "offline": Target(
        "build it into site-offline/, to open from the disk without a server", SITE, ("-m generator site --offline",)
    ),
    "offline-pages": Target(
        "the same with the downloads that are there already", SITE, ("-m generator site --offline --no-downloads",)
    ),
    "serve": Target(
        "show it at http://127.0.0.1:8000, and each edit a moment after it is saved", SITE, ("-m generator serve",)
    ),
    "check": Target(
        "list every problem of the content; a warning is one, too",
        SITE,
        ("-m generator check --strict --format {FORMAT}",),
    ),
    "quick": Target(
        "what a change of content or of words can break, in less than a minute", DEV, ("-m tests --quick",)
    ),
    "handbook": Target("the command itself: `python make.py handbook new story`", SITE, ("-m generator {}",)),
    "links": Target("follow every link of the built site", SITE, ("-m generator links",)),
    "review": Target(
        "say what a reviewer needs of what differs from main (or BASE=folder-or-commit), here or in PROPOSAL=folder",
        SITE,
        ("-m generator review --root {PROPOSAL} --base {BASE} {OUT}",),
    ),
    "take": Target("put the content of a proposal (PROPOSAL=a-folder) in the place of this one's, as data", ""),
    "changes": Target("write a section of the changelog for it", SITE, ("-m generator changes --base {BASE}",)),
    "book": Target("print the handbook as PDFs, A4 and Letter (needs Pango)", SITE, ("-m generator pdf",)),
    "downloads": Target("make the book, the sheets, cards, EPUB and data", SITE, ("-m generator downloads",)),
    "pango": Target(
        "install the libraries that set PDFs, on Debian and Ubuntu",
        "",
        (
            "sudo apt-get update --quiet",
            f"sudo apt-get install --quiet --yes --no-install-recommends {PANGO}",
        ),
    ),
    "test": Target("run every check there is, of each page in one look", DEV, ("-m tests",)),
    "further": Target(
        "ask the same of further pages and in further looks: the dark, the other paper",
        DEV,
        ("-m tests --further",),
    ),
    "anki": Target(
        "import the cards into the real Anki, twice, with edits between (AGPL: in an environment of its own)",
        "anki",
        ("-m pytest tests/exports/test_anki.py",),
        (("ANKI", f"{ROOT}/build/anki/{BIN.name}/python"),),
    ),
    "engines": Target(
        "measure what a reader gets under each engine, and write the table of docs/engines.md (minutes)",
        "materialx",
        ("-m tests.engines",),
        (("MATERIALX", f"{ROOT}/build/materialx/{BIN.name}/python"),),
    ),
    "properties": Target(
        "try a thousand new examples of whatever the tests say of any text",
        DEV,
        ("-m pytest --numprocesses=auto --timeout=0 -m hypothesis",),
        (("PROPERTIES", "nightly"),),
    ),
    "bench": Target(
        "measure all that has a limit, beside other engines, and fail on a breach (an hour or two); "
        "ONLY=checking,builds measures these, STORIES, LARGER and RUNS say how much, WRITE=docs/speed.md "
        "puts the tables there",
        BENCH,
        ("-m tests.bench --only={ONLY} --stories={STORIES} --larger={LARGER} --runs={RUNS} --write={WRITE}",),
    ),
    "scripts": Target(
        "bundle the scripts and style sheets from templates/scripts and templates/styles",
        DEV,
        ("-m tests.tools.scripts",),
    ),
    "architecture": Target("draw the rooms in ARCHITECTURE.md from the imports", DEV, ("-m tests.tools.architecture",)),
    "format": Target("put the code into shape", DEV, ("ruff check --fix-only --quiet .", "ruff format --quiet .")),
    "lock": Target(
        "write the lock files anew after a change of pyproject.toml; UPGRADE=name takes its newest version, "
        "UPGRADE=all every one",
        DEV,
        tuple(
            "uv pip compile --quiet {NEWER} --universal --python-version 3.11 --generate-hashes --no-emit-index-url "
            f"--extra build --extra pdf {extras} pyproject.toml -o {lock}"
            for extras, lock in (
                ("", LOCKS[SITE]),
                (f"--extra dev -c {LOCKS[SITE]}", LOCKS[DEV]),
                (f"--extra dev --extra bench -c {LOCKS[DEV]}", LOCKS[BENCH]),
            )
        ),
    ),
    "licences": Target("list the licences of all that they name", DEV, ("-m tests.tools.licences",)),
    "audit": Target(
        "ask whether a hole is known in any of it",
        DEV,
        ("uv tool run pip-audit@2.10.1 --require-hashes --disable-pip --strict -r requirements.lock",),
    ),
    "release": Target(
        "check, build twice, compare, and write dist/ with checksums and the list of parts",
        DEV,
        ("-m tests.tools.release --downloads={DOWNLOADS}",),
    ),
    "clean": Target("remove what was built", ""),
    "help": Target("say all this", ""),
}


def main(words: list[str]) -> int:
    """Run a target and give its exit code; --dry-run prints its commands instead."""
    dry, words = "--dry-run" in words, [word for word in words if word != "--dry-run"]
    if words[:1] == ["handbook"]:
        return run("handbook", {}, words[1:], dry=dry)
    given = dict(word.split("=", 1) for word in words if "=" in word)
    names = [word for word in words if "=" not in word] or ["help"]
    values = {name: given.get(name, os.environ.get(name) or default) for name, default in DEFAULTS.items()}
    unknown = [name for name in names if name not in TARGETS]
    if unknown or not given.keys() <= DEFAULTS.keys():
        wrong = ", ".join([*unknown, *sorted(given.keys() - DEFAULTS.keys())])
        print(f"make.py: a target or a setting must be one of those below, found {wrong}\n", file=sys.stderr)
        helped()
        return 2
    for name in names:
        if code := run(name, values, [], dry=dry):
            return code
    return 0


def run(name: str, values: dict[str, str], more: list[str], *, dry: bool) -> int:
    """Set up what the target needs and run its commands: all to put code into shape, else as far as they succeed."""
    target = TARGETS[name]
    if name == "help":
        return helped()
    if dry and name in {"clean", "take"}:
        print(f"{name} {values['PROPOSAL']}")
    elif name == "clean":
        return clean()
    elif name == "take":
        return take(Path(values["PROPOSAL"]))
    if not dry and (code := set_up(target.needs)):
        return code
    worst = 0
    for command in target.commands:
        argv = filled(command, values, more)
        if dry:
            print(" ".join([*(f"{name}={value}" for name, value in target.settings), *argv]))
            continue
        code = subprocess.run(argv, cwd=ROOT, env=world(target), check=False).returncode
        worst = worst or code
        if code and name != "format":
            break
    return worst


def filled(command: str, values: dict[str, str], more: list[str]) -> list[str]:
    """Give the command's words, with Python before a module, and each setting as one word."""
    newer = {"": [], "all": ["--upgrade"]}.get(values.get("UPGRADE", ""))
    if newer is None:
        newer = [part for package in values["UPGRADE"].split() for part in ("--upgrade-package", package)]
    argv = [python()] if command.startswith("-m") else []
    for word in command.split():
        if word == "{NEWER}":
            argv += newer
        elif word == "{OUT}":
            argv += ["--out", values["REVIEW"]] if values["REVIEW"] else []
        elif word == "{}":
            argv += more
        else:
            argv.append(word.format(**values) if "{" in word else word)
    if not command.startswith("-m") and (program := shutil.which(argv[0], path=str(Path(python()).parent))):
        argv[0] = program
    return argv


def python() -> str:
    """Give the Python that everything is installed for."""
    return os.environ.get("HANDBOOK_PYTHON") or str(BIN / ("python.exe" if os.name == "nt" else "python"))


def world(target: Target) -> dict[str, str]:
    """Give the environment of the commands: dates from the last commit, no advertisement, text in UTF-8."""
    ours = {"NO_MKDOCS_2_WARNING": "1", "UV_CUSTOM_COMPILE_COMMAND": "make lock", "PYTHONUTF8": "1"}
    return {"SOURCE_DATE_EPOCH": str(edition()), **os.environ, **ours, **dict(target.settings)}


def edition() -> int:
    """Give the time of what is made: of the last commit, or of the last edit that is in none: Anki takes the newer."""

    def git(*words: str) -> list[str]:
        return subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.splitlines()

    edited = git("ls-files", "-mo", "--exclude-standard", "--", "content", "templates", "generator")
    times = [int((ROOT / path).stat().st_mtime) for path in edited if (ROOT / path).is_file()]
    return max([315532800, *map(int, git("log", "-1", "--format=%ct")), *times])


def set_up(needs: str) -> int:
    """Install what is needed and not yet there, from the lock files; give 1 where that failed, with what pip said."""
    if not needs or os.environ.get("HANDBOOK_PYTHON"):
        return 0
    code = set_up(BELOW[needs]) if needs in BELOW else 0
    if code or needs in APART:
        return code or set_up_apart(needs)
    done, lock = VENV / (needs if needs.startswith(".") else f".{needs}"), ROOT / LOCKS[needs]
    sources = [lock, *([ROOT / "pyproject.toml"] if needs == SITE else [VENV / BELOW.get(needs, "")])]
    if done.exists() and all(done.stat().st_mtime >= source.stat().st_mtime for source in sources):
        return 0
    if sys.version_info < OLDEST:
        print("Python 3.11 or newer is needed: run this with it, or `make PYTHON=python3.12 site`", file=sys.stderr)
        return 1
    if not Path(python()).exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print(f"Setting up .venv (once): {lock.name} ...", flush=True)
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = [[*pip, "--require-hashes", "-r", str(lock)]]
    if needs == SITE:
        steps.append([*pip, "--no-build-isolation", "--no-deps", "-e", str(ROOT)])
    for step in steps:
        if subprocess.run(step, cwd=ROOT, check=False).returncode:
            print("The set-up failed; what pip said stands above. Nothing was built.", file=sys.stderr)
            return 1
    done.touch()
    return 0


def set_up_apart(name: str) -> int:
    """Install what must not stand beside the rest in an environment of its own, whole or anew."""
    folder = ROOT / "build" / name
    named = [ROOT / word for step in APART[name] for word in step.split() if word.endswith((".lock", ".requirements"))]
    done = folder / ".done"
    if done.exists() and all(done.stat().st_mtime >= source.stat().st_mtime for source in named):
        return 0
    print(f"Setting up build/{name} (once) ...", flush=True)
    theirs = [str(folder / BIN.name / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    steps = [[python(), "-m", "venv", "--clear", str(folder)], *([*theirs, *step.split()] for step in APART[name])]
    for argv in steps:
        if code := subprocess.run(argv, cwd=ROOT, check=False).returncode:
            return code
    done.touch()
    return 0


def clean() -> int:
    """Remove what was built."""
    for folder in [*(ROOT / name for name in MADE), *(ROOT / "build/docs").glob("*")]:
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder)
        else:
            folder.unlink(missing_ok=True)
    return 0


def take(proposal: Path) -> int:
    """Put the proposal's content in the place of ours: links stay links, for the check to refuse."""
    shutil.rmtree(ROOT / "content")
    shutil.copytree(ROOT / proposal / "content", ROOT / "content", symlinks=True)
    return 0


def helped() -> int:
    """Say what there is."""
    for name, target in TARGETS.items():
        print(f"{name:14}{target.says}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:  # whoever read what is printed has read enough, as `head` has after ten lines
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
