/** What of the site is kept on this device for when there is no network: said, made whole on request, and removed. */
import { button, element } from "../dom/element.js";
import { t, tn } from "../values/language.js";
import { askWorker, forget, worker, workerAddress } from "./worker.js";

/** @typedef {import("./worker.js").State} State */

const AT_ONCE = 8;

/** Define the element of the page of the reader's data. */
export function defineKeptHere() {
  if (!customElements.get("kept-here")) customElements.define("kept-here", KeptHere);
}

class KeptHere extends HTMLElement {
  connectedCallback() {
    if (this.said || !workerAddress()) return;
    this.said = element("p", { role: "status" });
    this.tools = element("div", { class: "tools" });
    this.append(
      element(
        "section",
        { class: "data__part" },
        element("h2", { id: "without-network" }, t("Without a network")),
        element("p", {}, t("So that you can read on in a train or a plane, this browser keeps pages of the handbook: no word of yours is among them.")),
        this.said,
        this.tools,
      ),
    );
    void this.begin();
  }

  async begin() {
    if (!(await worker())) return this.say(t("This browser keeps no pages here: a private window, or storage is switched off."));
    this.worker = (await navigator.serviceWorker.ready).active;
    await this.show();
  }

  /** @param {string} [before] what is said first */
  async show(before = "") {
    const state = /** @type {State} */ (await askWorker(this.worker, "state"));
    const { kept, all, most, missing, whole } = state;
    const isAll = !missing.length;
    const rule = whole ? "" : t("What you read and all of practice is kept by itself, up to {megabytes}; what you have not read for longest goes first.", { megabytes: megabytes(most) });
    this.say([before.trim(), isAll ? t("Everything is kept: {size_of}.", { size_of: sizeOf(kept) }) : t("Kept: {size_of}.", { size_of: sizeOf(kept) }), rule].filter(Boolean).join(" "));
    const left = { pages: all.pages - kept.pages, bytes: all.bytes - kept.bytes };
    this.tools?.replaceChildren(
      ...(isAll && whole ? [] : [button(isAll ? t("Keep everything for the journey") : t("Keep everything for the journey, {size_of} more", { size_of: sizeOf(left) }), () => void this.keep(state))]),
      ...(kept.pages ? [button(t("Remove what is kept"), () => void this.remove())] : []),
    );
  }

  /** Keep what is missing, a few files at a time, so that it goes on where it was if the page is closed. @param {State} state */
  async keep({ missing, all }) {
    let isStopped = false;
    const stop = button(t("Stop"), () => (isStopped = true));
    this.tools?.replaceChildren(stop);
    stop.focus();
    await navigator.storage?.persist?.().catch(() => false);
    await askWorker(this.worker, "want", true);
    let failed = 0;
    for (let at = 0; at < missing.length && !isStopped; at += AT_ONCE) {
      failed += await askWorker(this.worker, "keep", missing.slice(at, at + AT_ONCE));
      const { kept } = /** @type {State} */ (await askWorker(this.worker, "state"));
      this.say(t("Kept: {pages} of {all} pages, {megabytes}", { pages: kept.pages, all: all.pages, megabytes: megabytes(kept.bytes) }));
    }
    await this.show(failed ? t("{failed} files could not be had: there is no network or no room, or a newer version is there. ", { failed }) : "");
  }

  async remove() {
    await forget();
    this.tools?.replaceChildren();
    this.say(t("Nothing is kept any more. The next page that you open begins anew, with what you read and all of practice."));
  }

  /** @param {string} words */
  say(words) {
    if (this.said) this.said.textContent = words;
  }
}

/** @param {import("./worker.js").Size} size */
function sizeOf({ pages, bytes }) {
  return tn("{n} page, {megabytes}", "{n} pages, {megabytes}", pages, { megabytes: megabytes(bytes) });
}

/** @param {number} bytes */
function megabytes(bytes) {
  return t("{value} MB", { value: (bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0) });
}
