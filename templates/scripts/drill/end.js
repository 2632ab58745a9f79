/** Where a session ends: what was done today, what comes back when, what to read until then. */
import { button, element } from "../dom/element.js";
import { progressBar } from "../dom/progress.js";
import { address } from "../keep/address.js";
import { t, tn } from "../values/language.js";

/** @typedef {{answers: number, missed: readonly import("./cards.js").Card[], coming: string, picture: Element}} Session coming: when cards come back, in words, if any do; picture: the days ahead in bars */
/** @typedef {{back: () => void, undo: (() => void) | undefined}} Acts */

const READ = 5;

/** @param {import("./session.js").Today} today @param {Session} session @param {HTMLElement} kept @param {HTMLElement} next what to go on with @param {Acts} acts @returns {HTMLElement} */
export function endView({ done, goal }, { answers, missed, coming, picture }, kept, next, { back, undo }) {
  const away = { class: "row__button" };
  return element(
    "div",
    { class: "drill" },
    element("h2", { tabindex: -1 }, done >= goal ? t("Done for today") : t("That was all of them")),
    element("p", { class: "drill__sum" }, tn("{n} answer in this session, {done} of {goal} cards today.", "{n} answers in this session, {done} of {goal} cards today.", answers, { done, goal })),
    progressBar(done, goal),
    kept,
    next,
    element("p", { class: "tools drill__ways" }, button(t("Back to the start"), back, away), undo && button(t("Take back the last answer"), undo, away)),
    coming && element("section", {}, element("h3", {}, t("What comes back")), picture),
    missed.length > 0 && element("h3", {}, t("What did not come by itself")),
    missed.length > 0 &&
      element("div", { class: "rows" }, element("ul", {}, ...missed.slice(0, READ).map((card) => element("li", {}, element("a", { href: address(card.path) }, card.front[0]))))),
  );
}

/** @param {() => void} back @returns {HTMLElement} that there is no card left to meet */
export function metView(back) {
  return element(
    "div",
    { class: "drill" },
    element("h2", { tabindex: -1 }, t("You have met every card")),
    element("p", {}, t("They come back when they are due. Tick more kinds of cards, or another competency.")),
    element("p", { class: "tools" }, button(t("Back"), back, { class: "is-main" })),
  );
}
