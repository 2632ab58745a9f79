"""The look that all pages of a served site have: where it has changed, each is made anew, those that are seen first."""

import os
from pathlib import Path

from generator.site.own_folder import FOLDER as OWN
from generator.site.pipeline import Built
from generator.site.session import Session
from generator.site.stamps import stamps

LOOKS = ("mkdocs.yml", "templates/site", OWN)
NO_PART_OF_A_PAGE = frozenset({".css", ".js", ".map", ".woff2", ".png", ".jpg", ".webp"})


class Look:
    """What the theme and what stands in every page were when pages were last made."""

    def __init__(self) -> None:
        self._last: object = None
        self._later: list[Path] = []  # HTML that is still to be made anew

    def renew(self, root: Path, site: Path, session: Session, built: Built) -> None:
        """Have the engine take for old the HTML of every page, where the look has changed.

        The pages that somebody looks at come first. The old ones stay until then, for the new may have a mistake.
        """
        due, self._later = self._later, []
        files = sorted(one for one in stamps(root, LOOKS) if Path(one[0]).suffix not in NO_PART_OF_A_PAGE)
        now = (str(built.sections), str(built.own.look), str(built.own.sheets), files)
        if self._last not in (None, now):
            due = [*site.rglob("*.html")]
            first = [site / page / "index.html" for page in session.looked_at]
            if first and (later := [path for path in due if path not in first]):
                due, self._later = [path for path in first if path.is_file()], later
                session.come_again_soon()
        for path in due:
            os.utime(path, (0, 0))
        self._last = now
