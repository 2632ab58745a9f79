/** The files that are kept on this device, each only as the build made it; those not read for longest go first. */
import { nameOfShelf } from "./name.js";

/** @typedef {{version: string, most: number, always: string[], files: Record<string, [print: string, bytes: number]>}} Build */
/** @typedef {{whole: boolean, order: string[]}} Notes whether everything is wanted, and what was read, the latest last */

const AT_ONCE = 6;

export class Shelf {
  /** @type {Promise<unknown>} */ #turn = Promise.resolve();

  /** @param {Build} build @param {string} scope the address of the site's first folder */
  constructor(build, scope) {
    this.build = build;
    this.scope = scope;
    this.always = new Set(build.always);
  }

  /** @param {string} url @returns {string | undefined} the file of the build that is served there */
  fileAt(url) {
    const { origin, pathname } = new URL(url);
    const base = new URL(this.scope);
    if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined;
    const path = decoded(pathname.slice(base.pathname.length)).replace(/(^|\/)$/, "$1index.html");
    return Object.hasOwn(this.build.files, path) ? path : undefined;
  }

  /** @param {string} path @returns {Promise<Response | undefined>} it, if it is kept as this build has it */
  async get(path) {
    return (await this.#cache()).match(this.#key(path));
  }

  /** @param {string} path @param {ArrayBuffer} body @param {string | null} type @returns {Promise<boolean>} whether it is what the build made, and is kept now */
  async put(path, body, type) {
    if (printOf(await crypto.subtle.digest("SHA-256", body)) !== this.build.files[path]?.[0]) return false;
    // Made anew, for an answer that a host has led elsewhere would not do for a page.
    await (await this.#cache()).put(this.#key(path), new Response(body, { headers: { "content-type": type ?? "" } }));
    return true;
  }

  /** Fetch a file if it is not kept. @param {string} path @throws where it cannot be had, or is not what the build made */
  async take(path) {
    if (await this.get(path)) return;
    const url = new URL(path.replace(/(^|\/)index\.html$/, "$1"), this.scope);
    const came = await fetch(url, { cache: "no-cache" });
    if (!came.ok || !(await this.put(path, await came.arrayBuffer(), came.headers.get("content-type")))) throw new Error(`${path} is not what was built`);
  }

  /** @param {readonly string[]} paths @returns {Promise<number>} how many of them could not be had */
  async takeAll(paths) {
    let failed = 0;
    const left = [...paths];
    const one = async () => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await this.take(path).catch(() => failed++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    return failed;
  }

  /** Note that these were read or fetched now, and forget what there is no room for. @param {readonly string[]} paths */
  read(paths) {
    return this.#change((notes) => {
      notes.order = [...notes.order.filter((path) => !paths.includes(path)), ...paths.filter((path) => !this.always.has(path))];
    });
  }

  /** @param {boolean} whole whether everything is wanted */
  want(whole) {
    return this.#change((notes) => {
      notes.whole = whole;
    });
  }

  /** Take all that belongs to this build: what is always there, and what was kept of another. @throws where what is always there cannot be had */
  async move() {
    const { whole, order } = await this.notes();
    if (await this.takeAll(this.build.always)) throw new Error("What is always kept could not be fetched");
    const names = whole ? Object.keys(this.build.files) : order.filter((path) => Object.hasOwn(this.build.files, path));
    await this.takeAll(names.filter((path) => !this.always.has(path)));
  }

  /** Forget what belongs to another build. */
  async tidy() {
    const cache = await this.#cache();
    const ours = new Set([this.#notesKey(), ...Object.keys(this.build.files).map((path) => this.#key(path))]);
    for (const { url } of await cache.keys()) if (!ours.has(url)) await cache.delete(url);
    await this.read([]);
  }

  /** @returns {Promise<string[]>} the files that are kept */
  async kept() {
    const keys = new Set((await (await this.#cache()).keys()).map(({ url }) => url));
    return Object.keys(this.build.files).filter((path) => keys.has(this.#key(path)));
  }

  /** @param {readonly string[]} paths @returns {{pages: number, bytes: number}} */
  size(paths) {
    return { pages: paths.filter((path) => path.endsWith(".html")).length, bytes: paths.reduce((sum, path) => sum + (this.build.files[path]?.[1] ?? 0), 0) };
  }

  /** @returns {Promise<Notes>} */
  async notes() {
    const found = await (await this.#cache()).match(this.#notesKey());
    return found ? found.json() : { whole: false, order: [] };
  }

  /** Change the notes, one after the other, and let go what there is no room for. @param {(notes: Notes) => void} edit */
  #change(edit) {
    const done = this.#turn.then(async () => {
      const notes = await this.notes();
      edit(notes);
      const cache = await this.#cache();
      notes.order = notes.order.filter((path) => Object.hasOwn(this.build.files, path));
      while (!notes.whole && notes.order.length > 1 && this.size([...this.build.always, ...notes.order]).bytes > this.build.most) {
        await cache.delete(this.#key(/** @type {string} */ (notes.order.shift())));
      }
      await cache.put(this.#notesKey(), new Response(JSON.stringify(notes)));
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  #cache() {
    return caches.open(nameOfShelf(this.scope));
  }

  /** @param {string} path */
  #key(path) {
    return new URL(`${encodeURI(path)}?${this.build.files[path]?.[0]}`, this.scope).href;
  }

  #notesKey() {
    return new URL("worker.js?notes", this.scope).href;
  }
}

/** @param {ArrayBuffer} digest @returns {string} its first letters, as the build writes them */
function printOf(digest) {
  return [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path; // half a letter names no file
  }
}
