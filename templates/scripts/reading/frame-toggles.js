/** What a reader switches in the theme's frame: the colour scheme, kept under the theme's name. */
/** @typedef {{index: number, color: Record<string, string | null>}} Palette */

const COLOURS = ["media", "scheme", "primary", "accent"];
const SYSTEM = "(prefers-color-scheme)"; // a choice that follows the system

export function followToggles() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-md-component=palette]"));
  if (form) followPalette(form);
}

/** @param {HTMLFormElement} form */
function followPalette(form) {
  const inputs = [...form.querySelectorAll("input")];
  const [colour, scheme] = [document.createElement("meta"), document.createElement("meta")];
  [colour.name, scheme.name] = ["theme-color", "color-scheme"];
  document.head.append(colour, scheme);
  let now = 0;
  const tell = () => {
    const style = getComputedStyle(/** @type {Element} */ (document.querySelector("[data-md-component=header]")));
    scheme.content = style.colorScheme;
    colour.content = style.backgroundColor;
    document.body.removeAttribute("data-md-color-switching");
  };
  /** @param {number} index */
  const choose = (index) => {
    now = index;
    const color = coloursOf(inputs[index]);
    wear(color);
    for (const [at, input] of inputs.entries()) if (input.nextElementSibling) /** @type {HTMLElement} */ (input.nextElementSibling).hidden = at !== index;
    keep({ index, color });
    requestAnimationFrame(() => requestAnimationFrame(tell)); // once it is painted, which the asking would hold up
  };
  const begin = () => choose(Math.max(0, Math.min(kept()?.index ?? inputs.findIndex(({ dataset }) => matchMedia(dataset.mdColorMedia ?? "").matches), inputs.length - 1)));
  for (const [at, input] of inputs.entries()) input.addEventListener("change", () => choose(at));
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    const next = inputs[(now + 1) % inputs.length];
    next?.click();
    next?.focus();
  });
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", begin);
  begin();
}

/** The page has these colours from now on; one that has them already is not painted anew for them. @param {Record<string, string | null>} color */
function wear(color) {
  const changed = Object.entries(color).filter(([name, value]) => document.body.getAttribute(`data-md-color-${name}`) !== (value ?? ""));
  if (changed.some(([name]) => name !== "media")) document.body.setAttribute("data-md-color-switching", ""); // which keeps everything from moving
  for (const [name, value] of changed) document.body.setAttribute(`data-md-color-${name}`, value ?? "");
}

/** @param {HTMLInputElement | undefined} input @returns {Record<string, string | null>} */
function coloursOf(input) {
  const read = (/** @type {Element | null | undefined} */ from) => Object.fromEntries(COLOURS.map((name) => [name, from?.getAttribute(`data-md-color-${name}`) ?? null]));
  const own = read(input);
  if (own.media !== SYSTEM) return own;
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  return { ...read(document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`)), media: own.media ?? null };
}

/** @returns {Palette | null} what was chosen before, as the theme keeps it */
function kept() {
  try {
    return /** @type {any} */ (globalThis).__md_get("__palette");
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** @param {Palette} palette */
function keep(palette) {
  try {
    /** @type {any} */ (globalThis).__md_set("__palette", palette);
  } catch {
    // it holds for this page
  }
}
