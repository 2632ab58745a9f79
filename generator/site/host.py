"""The files that a host asks for (CNAME, robots.txt, .well-known), put into the finished site as they are."""

import shutil
from pathlib import Path

from generator.site.own_folder import FOLDER, HOST, host_files
from generator.text.issue import shown


class HostError(Exception):
    """Raised where a file for the host would stand in the place of one of the site's."""


def put_host_files(root: Path, site: Path) -> int:
    """Copy the project's own/host to the root of the site and give the number of files.

    Raises HostError for a name that the build has given already.
    """
    files = host_files(root)
    for name, file in files.items():
        target = site / name
        if target.exists():
            raise HostError(f"{FOLDER}/{HOST}/{shown(name)}: the build makes a file of that name; rename or delete it")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return len(files)
