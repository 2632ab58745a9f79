/** The worker, once the page is there; and a word when a newer version of the handbook has come. Nothing reloads by itself. */
import { button, element } from "../dom/element.js";
import { siteBase, store } from "../keep/site.js";
import { askWorker, worker } from "../keep/worker.js";
import { t, tn } from "../values/language.js";

const AGAIN = 60 * 60 * 1000; // milliseconds after which a page that is looked at once more asks for a newer version

export async function followUpdates() {
  const connection = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection;
  if (connection?.saveData && !(await navigator.serviceWorker?.getRegistration?.(siteBase().href))) return;
  const registration = await worker();
  if (!registration) return;
  const look = () => registration.waiting && registration.active && tell(registration);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => coming.state === "installed" && look());
  });
  look();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < AGAIN) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
  const { active } = await navigator.serviceWorker.ready;
  await askWorker(active, "here", location.href).catch(() => {});
}

/** @param {ServiceWorkerRegistration} registration */
function tell(registration) {
  if (document.querySelector(".newer")) return;
  const said = element("span", {}, t("A newer version is here. "));
  const keeps = store().state === "fine" || store().state === "damaged";
  if (!keeps) said.append(t("What you wrote is not kept in this browser: save a copy first. "));
  const bar = element("div", { class: "newer", role: "status" }, said, button(t("Reload"), () => void take(), { class: "is-main" }), button(t("Not now"), () => bar.remove()));
  document.body.append(bar);

  const take = async () => {
    const others = (await askWorker(navigator.serviceWorker.controller, "readers")) - 1;
    if (others > 0) return said.replaceChildren(tn("It comes when no other page of the handbook is open: close the other one, then reload. ", "It comes when no other page of the handbook is open: close the other {n}, then reload. ", others));
    dispatchEvent(new Event("pagehide")); // whatever is being written is kept first
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    void askWorker(registration.waiting, "takeOver");
  };
}
