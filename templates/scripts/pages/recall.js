/** The questions at the end of a page that is read: how each went is kept where the drill keeps its cards. */
import { button, element } from "../dom/element.js";
import { answered, asMemory, comesBack } from "../drill/memory.js";
import { now } from "../drill/now.js";
import { backInWords, ratings } from "../drill/ratings.js";
import { store } from "../keep/site.js";
import { t } from "../values/language.js";

const NOT_KEPT = t("This browser could not keep it.");

/** @param {HTMLElement} card @returns {HTMLElement} how it went, and once that is said, when the drill brings it back */
function asked(card) {
  const id = card.dataset.card ?? "";
  const { date } = store().read().interview;
  const kept = store().get("cards", id);
  const memory = asMemory(kept);
  const says = (/** @type {1 | 2 | 3 | 4} */ rating) => {
    const days = comesBack(memory, rating, date, now());
    return days ? backInWords(days) : t("again in the drill today");
  };
  const place = element("div", { class: "recall__rated" });
  const back = () => {
    if (kept) store().put("cards", id, kept);
    else store().remove("cards", id);
    place.replaceChildren(group);
    group.querySelector("button")?.focus();
  };
  const group = ratings(says, (rating) => {
    const isKept = store().put("cards", id, { ...kept, ...answered(memory, rating, now()) });
    const undo = button(t("Take it back"), back, { class: "recall__back" });
    place.replaceChildren(element("p", { role: "status" }, isKept ? t("Kept for the drill: {says}. ", { says: says(rating) }) : NOT_KEPT, isKept && undo));
    undo.focus();
  });
  place.append(group);
  return place;
}

for (const card of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".recall > details[data-card]"))) {
  const open = () => {
    if (card.open && !card.querySelector(".recall__rated")) card.append(asked(card));
  };
  card.addEventListener("toggle", open);
  open();
}
