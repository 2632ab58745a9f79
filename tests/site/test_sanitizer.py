"""The second wall: what no template of ours writes does not reach a page, and what they write does."""

import pytest

from generator.site.sanitizer import sanitize

REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a handler": '<p onclick="alert(1)">a</p>',
    "a style": '<p style="position: fixed">a</p>',
    "an image from elsewhere": '<img src="https://example.org/a.png">',
    "a frame": '<iframe src="https://example.org"></iframe>',
    "an object": '<object data="a.swf"></object>',
    "a base": '<base href="https://example.org">',
    "a refresh": '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "a script as an address": '<a href="javascript:alert(1)">a</a>',
    "a script as an address in disguise": '<a href=" java&#115;cript:alert(1)">a</a>',
    "a script as an address with a tab in it": '<a href="java\tscript:alert(1)">a</a>',
    "data as an address": '<a href="data:text/html,a">a</a>',
    "another site without its scheme": '<a href="//example.org">a</a>',
    "the same with backslashes": '<a href="\\\\example.org">a</a>',
    "the same with a tab between": '<a href="/\t/example.org">a</a>',
    "a handler where another attribute gains a value": '<p hidden>a</p><p onclick="alert(1)">b</p>',
    "a form that sends": '<form action="https://example.org"><input name="a"></form>',
    "a button that sends": '<button formaction="https://example.org">a</button>',
    "a picture that runs": '<svg><set attributeName="href" to="javascript:alert(1)"></set></svg>',
    "a link inside a picture": '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
    "mathematics that breaks out": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></math>",
    "a template": "<template><p>a</p></template>",
    "what is not shown without script": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
}
ACTIVE = (
    "<script",
    "onclick",
    "onerror",
    "javascript:",
    "style=",
    "example.org",
    "<iframe",
    "<img",
    "<set",
    "<template",
)


@pytest.mark.parametrize("html", REFUSED.values(), ids=REFUSED)
def test_what_is_not_on_the_list_is_taken_away_and_named(html: str) -> None:
    sanitized = sanitize(f"<p>before</p>{html}<p>after</p>")
    left = sanitized.html.replace("&lt;", "")
    assert [sign for sign in ACTIVE if sign in left and "<" + sign not in left] == []
    assert "before" in sanitized.html
    assert sanitized.refused


@pytest.mark.parametrize(
    "html",
    [
        '<p class="a" id="b">a <strong>b</strong> &lt;script&gt; "c" = d</p>',
        '<a href="../a/#b">a</a> <a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">b</a>',
        '<svg viewBox="0 0 9 9" preserveAspectRatio="none"><rect class="a" x="1" width="2"></rect></svg>',
        '<work-sheet data-slug="a"><textarea name="b" rows="3"></textarea></work-sheet>',
        '<label><input type="checkbox" name="a" value="1"> a</label>',
        "<details><summary>a</summary><p>b</p></details>",
    ],
)
def test_what_templates_write_passes_as_it_is(html: str) -> None:
    assert sanitize(html).html == html
    assert not sanitize(html).refused
