/** The questions at the end of a page: nothing is loaded for them before one is opened. */
import { script } from "../keep/data.js";

export function offerRecall() {
  const bundles = document.querySelector('meta[name="handbook-recall"]')?.getAttribute("content")?.split(" ") ?? [];
  let loaded = !bundles.length;
  for (const card of document.querySelectorAll(".recall > details")) {
    card.addEventListener("toggle", async () => {
      if (loaded) return;
      loaded = true;
      // In this order, since each takes from those before; without them, the answers are there all the same.
      for (const bundle of bundles) await script(`assets/practice/${bundle}.js`);
    });
  }
}
