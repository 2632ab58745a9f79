"""The look is a system: what a reader sees has the sizes, weights, spaces, widths and corners that tokens.css names."""

import re

from playwright.sync_api import Page

from tests.handbooks.tiny import ROOT

TOKENS = ROOT / "templates/styles/reading/tokens.css"
OUTSIDE = """
(names) => {
  const probe = document.createElement('div');
  document.querySelector('.md-typeset').append(probe);
  const px = (property, name) => {
    probe.style[property] = `var(${name})`;
    return getComputedStyle(probe)[property];
  };
  const all = (property, kind) => names.filter((name) => kind.test(name)).map((name) => px(property, name));
  const sizes = new Set(all('fontSize', /^--t-/));
  const spaces = new Set(['0px', 'auto', 'normal', ...all('paddingTop', /^--s[0-9]/)]);
  const corners = new Set(['0px', '50%', px('borderTopLeftRadius', '--round'), px('borderTopLeftRadius', '--pill')]);
  const weights = new Set([px('fontWeight', '--plain'), px('fontWeight', '--strong')]);
  const text = parseFloat(px('maxWidth', '--text'));
  probe.remove();
  const found = {};
  const report = (what, e) => {
    const called = (one) => [one.tagName.toLowerCase(), ...one.classList].join('.');
    const key = `${what}: ${called(e.parentElement)} > ${called(e)}`;
    found[key] = (found[key] ?? 0) + 1;
  };
  const sides = ['top', 'right', 'bottom', 'left'];
  const around = ['margin', 'padding'].flatMap((one) => sides.map((side) => `${one}-${side}`));
  const typed = 'input:is([type=text], [type=search], [type=date], [type=number]), select, textarea, button';
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg, script, style, noscript, .visually-hidden, .md-option') || !e.checkVisibility()) continue;
    const style = getComputedStyle(e);
    const says = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (says || e.matches(typed)) {
      if (!sizes.has(style.fontSize)) report(`a size of ${style.fontSize}`, e);
      if (!weights.has(style.fontWeight)) report(`a weight of ${style.fontWeight}`, e);
    }
    const asked = e.computedStyleMap();
    for (const property of [...around, 'row-gap', 'column-gap']) {
      const value = style.getPropertyValue(property).replace(/^-/, '');
      const placed = String(asked.get(property)) === 'auto' || e.style.getPropertyValue(property);
      if (spaces.has(value) || placed || e.matches('.md-top')) continue; /* that one the theme sets in the middle */
      report(`a ${property} of ${value}`, e);
    }
    for (const corner of ['borderTopLeftRadius', 'borderBottomRightRadius']) {
      if (!corners.has(style[corner])) report(`a corner of ${style[corner]}`, e);
    }
    const width = String(asked.get('max-width'));
    const own = Math.abs(parseFloat(style.maxWidth) - text) < 1;
    if (!['none', '100%'].includes(width) && !own && !e.matches('.md-grid')) report(`a width of ${width}`, e);
  }
  return found;
}
"""


def outside(page: Page) -> dict[str, int]:
    """Give what on the page, as it is now, is none of the system's, and how often."""
    names = sorted(set(re.findall(r"^  (--[a-z0-9-]+):", TOKENS.read_text(encoding="utf-8"), re.MULTILINE)))
    return page.evaluate(OUTSIDE, names)
