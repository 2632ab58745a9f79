"""The commands that show the handbook as a site: `handbook site` and `handbook serve`.

What builds it is another process, so little is loaded here.
"""

import argparse
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from generator.commands.command import FINE, AddCommand, heed_termination
from generator.commands.wishes import folder_of, site_options
from generator.site.around import around_alone
from generator.site.engine_process import EngineProcess, environment
from generator.site.engines import ENGINES
from generator.site.kept import complete, find, last
from generator.site.publish import SiteError, build_site
from generator.text.issue import ContentError

ADDRESS = "127.0.0.1:8000"


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    site = command(
        "site",
        _site,
        "Build the whole handbook into site/; the last good one stays until the new one is whole.",
    )
    site_options(site)
    site.add_argument(
        "--engine",
        choices=ENGINES,
        default="mkdocs",
        help="what makes the site of the pages (default: mkdocs); docs/engines.md says what each of them can",
    )
    serve = command("serve", _serve, "Show the handbook in the browser, and each edit a moment after it is saved.")
    serve.add_argument("--address", default=ADDRESS, metavar="HOST:PORT", help=f"where (default: {ADDRESS})")


def _site(root: Path, options: argparse.Namespace) -> int:
    heed_termination()
    with EngineProcess(ENGINES[options.engine], root, store=options.store) as engine:
        return _published(root, options, engine)


def _published(root: Path, options: argparse.Namespace, process: EngineProcess) -> int:
    began = time.monotonic()
    said = _refuse_what_cannot_be_met(root)
    folder = folder_of(options)

    def publish() -> None:
        try:
            site = build_site(
                root, offline=options.offline, engine=options.engine, store=options.store, said=said, process=process
            )
        except SiteError:
            from generator.site.pipeline import valid  # noqa: PLC0415 - with all that the engine has loaded

            valid(root)  # says it of the content in the words of every command
            raise
        spared = f" ({site.spared} of them as they were)" if site.spared else ""
        spent = f"{time.monotonic() - began:.1f} s"
        print(f"{site.folder}/index.html: {site.pages} pages{spared}, in {spent}.", flush=True)

    if not (options.store and find(root, folder, options.engine, downloads=False).kept):
        publish()
    if options.downloads:
        from generator.commands.export import make_all  # noqa: PLC0415 - with all that prints

        before, done = last(root, folder), make_all(root)
        if done.fresh:
            publish()
        if before and not done.left_out:
            complete(root, folder, before)
    return FINE


def _refuse_what_cannot_be_met(root: Path) -> tuple[str, ...]:
    """Say what of mkdocs.yml is not heeded, before the engine starts, or does not, and give it.

    Raises ContentError for errors.
    """
    issues = tuple(around_alone(root))
    if errors := [issue for issue in issues if issue.severity == "error"]:
        raise ContentError(errors)
    for issue in issues:
        print(issue, file=sys.stderr)
    return tuple(map(str, issues))


def _serve(root: Path, options: argparse.Namespace) -> int:
    _refuse_what_cannot_be_met(root)
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
