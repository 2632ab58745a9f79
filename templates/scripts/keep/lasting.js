/** How long a browser keeps what it keeps: asked to keep it for good, and known to forget it. */

const ASKED = "asked";

/** @typedef {import("./store.js").Store} Store */

/** Ask the browser once, as soon as there are words to lose, to keep them when it clears up. @param {Store} store */
export function askToLast(store) {
  const ask = () => {
    if (!hasWords(store)) return;
    store.removeEventListener("change", ask);
    if (store.marks.get(ASKED) || !navigator.storage?.persist) return;
    store.marks.set(ASKED, store.now().toISOString());
    navigator.storage.persist().catch(() => false);
  };
  store.addEventListener("change", ask);
}

/** @param {Store} store @returns {boolean} whether there is anything that somebody wrote */
export function hasWords(store) {
  const { worksheets, stories, mocks } = store.read();
  return [...Object.values(worksheets).map(({ answers }) => answers), ...Object.values(stories).flatMap(({ title, thirty, parts }) => [{ title, thirty }, parts]), ...Object.values(mocks).map(({ notes }) => notes)].some(
    (texts) => typeof texts === "object" && texts !== null && Object.values(texts).some((text) => typeof text === "string" && text.trim() !== ""),
  );
}

/**
 * Whether this browser clears what a page kept that was not visited for seven days of use. WebKit does (Safari, and every
 * browser on an iPhone), and no browser says so of itself; an app on the home screen is left alone.
 * @returns {boolean}
 */
export function clearsUnvisited() {
  const { vendor, standalone } = /** @type {Navigator & {standalone?: boolean}} */ (navigator);
  return vendor.startsWith("Apple") && !standalone && !matchMedia("(display-mode: standalone)").matches;
}
