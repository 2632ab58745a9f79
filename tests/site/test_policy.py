"""The policy is in every page of a built site, allows the theme's own inline scripts, and refuses anybody else's."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from generator.site.policy import PolicyError, policy
from generator.site.policy import secure as secure_pages
from generator.site.seen import html_of
from generator.site.sheaf import Sheaf

THEME = '<script>scope=new URL("{{ base_url }}",location)</script><script>{"a": 1}</script>'
PAGE = '<html><head><meta charset="utf-8"><title>a</title></head><body>{}</body></html>'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/base.html").write_text(THEME)
    return tmp_path / "theme"


def site_of(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / "site" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(body))
    return folder / "site"


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def secure(site: Path, templates: list[Path], *, from_disk: bool = False) -> None:
    pages = Sheaf(site, html_of(site))
    secure_pages(site, templates, pages, from_disk=from_disk)
    pages.lay()


def stated(site: Path, page: str) -> list[str]:
    return re.findall(r'Content-Security-Policy" content="([^"]*)"', (site / f"{page}.html").read_text())


def test_each_page_allows_its_own_scripts_of_the_theme_and_the_headers_allow_all_of_them(
    tmp_path: Path, theme: Path
) -> None:
    one, other = 'scope=new URL(".",location)', 'scope=new URL("../..",location)'
    site = site_of(tmp_path, index=f"<script>{one}</script>", deep=f"<script>{other}</script>", plain="")
    secure(site, [theme])
    assert stated(site, "index") == [policy([hash_of(one)])]
    assert stated(site, "deep") == [policy([hash_of(other)])]
    assert stated(site, "plain") == [policy([])]
    headers = (site / "_headers").read_text()
    assert f"Content-Security-Policy: {policy([hash_of(one), hash_of(other)])}; frame-ancestors 'none'" in headers


def test_a_second_run_states_the_same_once(tmp_path: Path, theme: Path) -> None:
    site = site_of(tmp_path, index='<script>scope=new URL(".",location)</script>')
    secure(site, [theme])
    before = (site / "index.html").read_text()
    secure(site, [theme])
    assert (site / "index.html").read_text() == before


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        'scope=new URL("");alert(1);("",location)',
        'scope=new URL("x",location);alert(1)',
        'alert(1);scope=new URL(".",location)',
        '{"a": 2}',
    ],
)
@pytest.mark.parametrize("tag", ["<script>{}</script>", "<SCRIPT defer>{}</script>", "<script type=module>{}</script>"])
def test_a_script_that_no_template_holds_is_refused_and_named(
    tag: str, script: str, tmp_path: Path, theme: Path
) -> None:
    site = site_of(tmp_path, index=tag.format(script))
    with pytest.raises(PolicyError, match=r"^index\.html: an inline script must be one of the theme's"):
        secure(site, [theme])


def test_data_and_scripts_from_files_are_no_inline_scripts(tmp_path: Path, theme: Path) -> None:
    site = site_of(
        tmp_path, index='<script type="application/json">{"b": 3}</script><script src="assets/a.js"></script>'
    )
    secure(site, [theme])
    assert stated(site, "index") == [policy([])]


def test_nothing_may_run_that_is_not_listed() -> None:
    assert policy([]).startswith("default-src 'none'")
    assert "unsafe" not in policy([hash_of("a")])


def test_a_site_from_the_disk_has_the_policy_with_the_disks_files_as_its_own(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<head><meta charset="utf-8"></head>', encoding="utf-8")
    secure(tmp_path, [], from_disk=True)
    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html
    assert "script-src 'self' file:" in html
    assert not (tmp_path / "_headers").exists()
