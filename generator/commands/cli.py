"""The `handbook` command: build, site, schema; others stand in `draft` and `desk` (for writers) and `takeaway`."""

import argparse
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.commands import author as draft
from generator.commands import check as desk
from generator.commands import maintain as upkeep
from generator.commands.command import FINE, PROBLEMS, USAGE, heed_termination
from generator.commands.export import add_commands, make_all
from generator.contribute.skeleton import SkeletonError
from generator.model.json_schema import write_schemas
from generator.rules.report import counted
from generator.site import pipeline as road
from generator.site.lock import BusyError
from generator.site.publish import SiteError, build_site, environment
from generator.text.issue import ContentError, Issue, UsageError

ADDRESS = "127.0.0.1:8000"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code: 0 fine, 1 problems in the content, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    root = Path(options.root)
    if not root.is_dir():
        print(f'handbook: --root must be a folder, found "{options.root}"', file=sys.stderr)
        return USAGE
    try:
        return int(options.run(root, options))
    except ContentError as error:
        _report(error.issues)
        return PROBLEMS
    except (SiteError, BusyError) as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except (SkeletonError, UsageError) as error:
        print(f"handbook: {error}", file=sys.stderr)
        return USAGE
    except OSError as error:
        where = f"{error.filename} could not be used: " if error.filename else ""
        print(f"handbook: {where}{error.strerror or error}; what was built before is kept", file=sys.stderr)
        return PROBLEMS


def _build(root: Path, _: argparse.Namespace) -> int:
    built = road.build(root)
    print(
        f"{built.pages} pages of {built.entries} entries in {root / road.DOCS}: "
        f"{built.written} written, {built.removed} removed."
    )
    return FINE


def _site(root: Path, options: argparse.Namespace) -> int:
    began = time.monotonic()

    def publish() -> None:
        try:
            site = build_site(root, offline=options.offline)
        except SiteError:
            road.valid(root)  # says it of the content in the words of every command
            raise
        print(
            f"{site.folder}/index.html: {site.pages} pages, in {time.monotonic() - began:.1f} s.",
            flush=True,
        )

    publish()
    if options.downloads and make_all(root).fresh:
        publish()
    return FINE


def _serve(root: Path, options: argparse.Namespace) -> int:
    command = [sys.executable, "-m", "mkdocs", "serve", "--dirty", "--livereload", "--dev-addr", options.address]
    heed_termination()
    server = subprocess.Popen(command, cwd=root, env=environment())  # noqa: S603
    try:
        return server.wait()
    except KeyboardInterrupt:
        _end(server)
        return FINE


def _end(server: "subprocess.Popen[bytes]") -> None:
    """Let the server tidy up: a terminal interrupts both of us, anybody else only the one they know."""
    for patience in (1, 5):
        with suppress(subprocess.TimeoutExpired):
            server.wait(patience)
            return
        server.send_signal(signal.SIGINT)
    server.kill()


def _schema(root: Path, options: argparse.Namespace) -> int:
    folder = root / options.out
    print(f"{write_schemas(folder)} JSON Schemas in {folder}.")
    return FINE


def _report(issues: Sequence[Issue]) -> None:
    for issue in issues:
        print(issue)
    print(f"\n{counted(issues)}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handbook", description="Checks and builds an interview handbook from content/."
    )
    parser.add_argument("--root", default=".", metavar="DIR", help="the project's folder (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, say: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=say, description=say)
        sub.set_defaults(run=run)
        sub.add_argument(
            "--root", default=argparse.SUPPRESS, metavar="DIR", help="the project's folder (default: here)"
        )
        return sub

    desk.add_commands(command)
    draft.add_commands(command)
    command("build", _build, f"Write the handbook's Markdown pages into {road.DOCS}.")
    site = command(
        "site",
        _site,
        "Build the whole handbook into site/; the last good one stays until the new one is whole.",
    )
    site.add_argument("--offline", action="store_true", help="into site-offline/ instead, to open from the disk")
    site.add_argument(
        "--no-downloads",
        dest="downloads",
        action="store_false",
        help="publish the downloads that are there, and make none",
    )
    serve = command("serve", _serve, "Show the handbook in the browser, and each edit a moment after it is saved.")
    serve.add_argument("--address", default=ADDRESS, metavar="HOST:PORT", help=f"where (default: {ADDRESS})")
    add_commands(command)
    upkeep.add_commands(command)
    schema = command("schema", _schema, "Write the JSON Schemas that editors use.")
    schema.add_argument(
        "--out", default="schemas", metavar="DIR", help="the folder, below the project's (default: schemas)"
    )
    return parser
