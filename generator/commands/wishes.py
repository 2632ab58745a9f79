"""What can be said of a site, by whoever builds it and by whoever looks whether it is there."""

import argparse


def folder_of(options: argparse.Namespace) -> str:
    """Give the folder that the site goes to."""
    return "site-offline" if options.offline else "site"


def site_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a site."""
    parser.add_argument("--offline", action="store_true", help="into site-offline/ instead, to open from the disk")
    parser.add_argument(
        "--no-downloads",
        dest="downloads",
        action="store_false",
        help="publish the downloads that were made here before, and make none",
    )
    parser.add_argument(
        "--no-store",
        dest="store",
        action="store_false",
        help="build it whatever was built before, and keep nothing of it for the next time",
    )


FORMATS = ("text", "github", "json", "sarif")


def check_options(check: argparse.ArgumentParser) -> None:
    """Add what may be wished of a check."""
    check.add_argument("files", nargs="*", metavar="FILE", help="only the problems of this file, held against the rest")
    check.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    check.add_argument("--strict", action="store_true", help="fail on warnings, too")
    check.add_argument("--no-store", dest="store", action="store_false", help="heed nothing that an earlier check kept")
    check.add_argument("--format", choices=FORMATS, default="text", help="for whom (default: text)")
