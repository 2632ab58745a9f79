// Served in the worker's place once the site keeps nothing any more: it forgets all that was kept, and is gone.
import { nameOfShelf } from "./name.js";

/** @type {import("./events.js").Worker} */
const worker = /** @type {any} */ (globalThis);

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => {
  event.waitUntil(caches.delete(nameOfShelf(worker.registration.scope)).then(() => worker.registration.unregister()));
});
