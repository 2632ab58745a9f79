/** What is loaded once a reader opens it: how a question at the end of a page went, and the brief of a walkthrough. */
import { element } from "../dom/element.js";
import { script, sheet } from "../keep/data.js";
import { t } from "../values/language.js";

export function loadWhatIsOpened() {
  onceOpened("recall", [...document.querySelectorAll(".recall > details")]);
  const place = document.querySelector("interview-brief");
  if (!place || !bundlesOf("brief").length) return;
  const folded = element("details", { class: "reveal brief" }, element("summary", {}, t("Practise with an assistant")));
  place.replaceChildren(folded);
  onceOpened("brief", [folded], ["assets/practice.css"]);
}

/** @param {string} name @returns {string[]} the bundles that the page names for it */
function bundlesOf(name) {
  return document.querySelector(`meta[name="handbook-${name}"]`)?.getAttribute("content")?.split(" ") ?? [];
}

/** @param {string} name of what is loaded @param {Element[]} folds any of which asks for it @param {string[]} sheets that it wears */
function onceOpened(name, folds, sheets = []) {
  const bundles = bundlesOf(name);
  let asked = !bundles.length;
  for (const fold of folds) {
    fold.addEventListener("toggle", async () => {
      if (asked) return;
      asked = true;
      try {
        await Promise.all(sheets.map(sheet));
        // In this order, since each takes from those before; without them, what the page itself says is there all the same.
        for (const bundle of bundles) await script(`assets/practice/${bundle}.js`);
      } catch {
        asked = false; // whoever opens it again asks again
      }
    });
  }
}
