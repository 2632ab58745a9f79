/** What a search shows: results, each one link that says what it is and why; or what to try instead. */
import { element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { script } from "../keep/data.js";
import { t, tn } from "../values/language.js";
import { find } from "./find.js";
import { loosely } from "./near.js";
import { Shelf } from "./shelf.js";
import { stem } from "./stem.js";
import { folded } from "./words.js";

export { steer } from "./steer.js";

/** @typedef {import("./find.js").Answer} Answer */

const place = /** @type {{handbookSearch?: Record<string, any>}} */ (globalThis);
/** @type {Map<string, Promise<any>>} */
const pieces = new Map();
/** @type {Promise<Shelf> | undefined} */
let shelf;

/**
 * @param {string} typed
 * @returns {Promise<{said: string, items: HTMLElement[], rest?: () => Promise<HTMLElement[]>}>} what to announce, what to show, and what more there is
 */
export async function answer(typed) {
  try {
    const found = await find(await theShelf(""), typed).catch(async () => find(await theShelf(`?${Date.now()}`), typed)); // published anew meanwhile
    return found.results.length ? results(found, typed) : await nothing(typed, await theShelf(""));
  } catch {
    pieces.clear();
    shelf = undefined;
    const said = t("The search could not be loaded. Try once more when you are online.");
    return { said, items: [element("li", { class: "search__none" }, said)] };
  }
}

/** @param {string} fresh what makes the address another one, so that no cache answers */
function theShelf(fresh) {
  if (fresh) {
    pieces.clear();
    delete place.handbookSearch;
    shelf = undefined;
  }
  shelf ??= piece("start", fresh).then((start) => new Shelf(start, piece));
  return shelf;
}

/** @param {string} name @param {string} [fresh] @returns {Promise<any>} */
function piece(name, fresh = "") {
  const there = fresh ? undefined : place.handbookSearch?.[name];
  const known = pieces.get(name) ?? (there ? Promise.resolve(there) : undefined) ?? script(`search/${name}.js${fresh}`).then(() => place.handbookSearch?.[name]);
  pieces.set(name, known);
  return known;
}

/** @param {Answer} found @param {string} typed */
function results({ count: all, results: first, rest, words, missing, near }, typed) {
  const looked = new Set([...words, ...near].map(stem));
  /** @param {import("./find.js").Result} one */
  const item = ({ kind, said, title, path, summary, name, part }) =>
    element(
      "li",
      { class: "search__result", "data-result": kind },
      element(
        "a",
        { href: address(path) },
        element("span", { class: "search__kind" }, said),
        element("span", { class: "search__title" }, ...marked(title, looked)),
        element("span", { class: "search__why" }, ...why(name, part, looked), ...marked(summary, looked)),
      ),
    );
  const shown = first.map(({ title, name, summary }) => `${title} ${name} ${summary}`).join(" ");
  const count = tn("{n} result", "{n} results", all);
  const mended = near.length ? t(", with {slice}", { slice: near.slice(0, 2).map((word) => cited(asWritten(word, shown))).join(t(" or ")) }) : "";
  const without = missing.length ? t("; none with {map}", { map: missing.map((word) => cited(asWritten(word, typed))).join(t(" or ")) }) : "";
  return { said: `${count}${mended}${without}`, items: first.map(item), rest: async () => (await rest()).map(item) };
}

/** @param {string} word as the index knows it, without accents @param {string} text @returns {string} the word as this text writes it, where it has it with accents */
function asWritten(word, text) {
  const written = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return written.find((one) => folded(one) === word && one.toLowerCase() !== word) ?? word;
}

/** @param {string} name @param {string} part @param {ReadonlySet<string>} looked @returns {(Node | string)[]} */
function why(name, part, looked) {
  if (name) return [t("Also called “"), ...marked(name, looked), t("”. ")];
  return part ? [t("In {part}. ", { part })] : [];
}

/** @param {string} typed @param {Shelf} from */
async function nothing(typed, from) {
  const near = loosely(folded(typed).trim(), await from.spelled());
  const said = t("Nothing found for {quoted}. Try one word, or another for the same thing.", { quoted: cited(typed.trim()) });
  const items = [element("li", { class: "search__none" }, said)];
  if (near.length) {
    const words = near.flatMap((word, at) => [at ? ", " : "", element("button", { type: "button", "data-words": word }, word)]);
    items.push(element("li", { class: "search__none" }, t("Did you mean "), ...words, "?"));
  }
  items.push(element("li", { class: "search__none" }, t("All there is: "), ...from.indexes.flatMap(([title, path], at) => [at ? ", " : "", element("a", { href: address(path) }, title)])));
  return { said, items };
}

/** @param {string} text @param {ReadonlySet<string>} looked @returns {(Node | string)[]} the text, each word that was looked for marked */
function marked(text, looked) {
  /** @type {(Node | string)[]} */
  const parts = [];
  for (const [at, part] of text.split(/([\p{L}\p{N}]+)/u).entries()) {
    const last = parts.at(-1);
    if (at % 2 && looked.has(stem(folded(part)))) parts.push(element("mark", {}, part));
    else if (typeof last === "string") parts.splice(-1, 1, last + part); // one run of text is read in one go
    else parts.push(part);
  }
  return parts;
}

/** @param {string} words */
function cited(words) {
  return t("“{words}”", { words: words.slice(0, 60) });
}
