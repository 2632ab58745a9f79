// Answers from what is kept, else from the network; says what is kept; and waits, when a newer one has come, until nobody reads on.
import { Shelf } from "./shelf.js";

/** @type {import("./events.js").Worker} */
const worker = /** @type {any} */ (globalThis);
const { scope } = worker.registration;
const shelf = new Shelf(/** @type {any} */ (globalThis).handbookBuild, scope);
/** Pages of another build, or another's pages: their files come from the network, too, so that nothing is mixed. */
const strangers = new Set();
const LATELY = 12;

worker.addEventListener("install", (event) => event.waitUntil(shelf.move()));
worker.addEventListener("activate", (event) => event.waitUntil(shelf.tidy().then(() => worker.clients.claim())));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = shelf.fileAt(request.url);
  const isPage = request.mode === "navigate";
  if (request.method !== "GET" || !(isPage || (path && !strangers.has(event.clientId)))) return;
  event.respondWith(answer(event, path, isPage));
});

/** @param {import("./events.js").Asked} event @param {string | undefined} path @param {boolean} isPage @returns {Promise<Response>} */
async function answer(event, path, isPage) {
  const kept = path && (await shelf.get(path).catch(() => undefined));
  if (kept) {
    if (isPage) event.waitUntil(shelf.read([path]));
    return kept;
  }
  /** @type {Response} */
  let came;
  try {
    came = await fetch(event.request, { cache: "no-cache" });
  } catch (error) {
    if (!isPage) throw error;
    const asked = new URL(event.request.url);
    const page = new URL("without-network.html", scope);
    page.search = new URLSearchParams({ asked: asked.pathname + asked.search }).toString();
    return Response.redirect(page.href);
  }
  const ours = path && came.ok && (await isOurs(path, came.clone()));
  if (ours) event.waitUntil(shelf.read([path]));
  else if (isPage && came.type !== "opaqueredirect") strangers.add(event.resultingClientId);
  return came;
}

/** Keep it if it is what the build made. @param {string} path @param {Response} came @returns {Promise<boolean>} whether it is; without room it is not kept, and is it all the same */
async function isOurs(path, came) {
  try {
    return await shelf.put(path, await came.arrayBuffer(), came.headers.get("content-type"));
  } catch {
    return true;
  }
}

/** What a page may ask, each by its name. @type {Record<string, (given: any) => Promise<unknown>>} */
const ANSWERS = {
  state: async () => {
    const kept = await shelf.kept();
    const { whole } = await shelf.notes();
    const there = new Set(kept);
    const all = Object.keys(shelf.build.files);
    return { whole, most: shelf.build.most, kept: shelf.size(kept), all: shelf.size(all), missing: all.filter((path) => !there.has(path)) };
  },
  keep: async (/** @type {string[]} */ paths) => {
    const known = paths.filter((path) => Object.hasOwn(shelf.build.files, path));
    const failed = await shelf.takeAll(known);
    await shelf.read(known);
    return failed;
  },
  want: (/** @type {boolean} */ whole) => shelf.want(whole),
  here: async (/** @type {string} */ url) => {
    const path = shelf.fileAt(url);
    if (path) await shelf.take(path).then(() => shelf.read([path]));
  },
  lately: async () => {
    const { order } = await shelf.notes();
    const paths = order.filter((path) => path.endsWith(".html")).slice(-LATELY).reverse();
    return Promise.all(paths.map(async (path) => ({ path, title: titleOf((await (await shelf.get(path))?.text()) ?? "") })));
  },
  readers: async () => (await worker.clients.matchAll({ type: "window" })).length,
  takeOver: () => worker.skipWaiting(),
};

worker.addEventListener("message", (event) => {
  const { ask, given } = /** @type {{ask: string, given: unknown}} */ (event.data ?? {});
  if (!Object.hasOwn(ANSWERS, ask)) return;
  const said = ANSWERS[ask]?.(given).then(
    (answer) => event.ports[0]?.postMessage({ answer }),
    (error) => event.ports[0]?.postMessage({ error: String(error) }),
  );
  event.waitUntil(Promise.resolve(said));
});

/** @param {string} html */
function titleOf(html) {
  return /<h1[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
}
