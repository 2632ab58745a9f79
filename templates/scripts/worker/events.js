/** What a browser's types for pages do not name: the worker itself, and what happens to it. */

/** @typedef {{waitUntil: (work: Promise<unknown>) => void}} Lasting */
/** @typedef {Lasting & {request: Request, clientId: string, resultingClientId: string, respondWith: (answer: Promise<Response>) => void}} Asked */
/** @typedef {Lasting & {data: unknown, ports: readonly MessagePort[]}} Told */
/**
 * @typedef {object} Worker
 * @property {{scope: string, unregister: () => Promise<boolean>}} registration
 * @property {{claim: () => Promise<void>, matchAll: (how?: object) => Promise<unknown[]>}} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {((name: "install" | "activate", act: (event: Lasting) => void) => void) & ((name: "fetch", act: (event: Asked) => void) => void) & ((name: "message", act: (event: Told) => void) => void)} addEventListener
 */

export {};
