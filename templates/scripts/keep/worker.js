/** The worker that keeps the site for when there is no network, as a page sees it. */
import { nameOfShelf } from "../worker/name.js";
import { siteBase } from "./site.js";

/** @typedef {{pages: number, bytes: number}} Size */
/** @typedef {{whole: boolean, most: number, kept: Size, all: Size, missing: string[]}} State */

/** @returns {string} where the worker is; nothing where the site has none, or the browser lets none run */
export function workerAddress() {
  const stated = document.querySelector('meta[name="handbook-worker"]')?.getAttribute("content");
  return stated && "serviceWorker" in navigator ? new URL(stated, location.href).href : "";
}

/** @returns {Promise<ServiceWorkerRegistration | undefined>} once it is there; nothing where there can be none */
export async function worker() {
  const place = workerAddress();
  if (!place) return undefined;
  try {
    return await navigator.serviceWorker.register(place, { scope: siteBase().pathname });
  } catch {
    return undefined; // a private window, or a server that answered with something else: reading goes on without it
  }
}

/**
 * Ask a worker something.
 * @param {ServiceWorker | null | undefined} whom @param {string} ask @param {unknown} [given]
 * @returns {Promise<any>} its answer; nothing where there is nobody to ask
 */
export function askWorker(whom, ask, given) {
  if (!whom) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
    whom.postMessage({ ask, given }, [port2]);
  });
}

/** Forget every page that is kept, and let the worker go; the next page that is opened begins anew. It needs no answer of the worker. */
export async function forget() {
  if (!workerAddress()) return;
  await caches.delete(nameOfShelf(siteBase().href));
  const all = await navigator.serviceWorker.getRegistrations();
  await Promise.all(all.filter(({ scope }) => scope === siteBase().href).map((one) => one.unregister()));
}
