/** What stands in the place of an interview that cannot go on here. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { t } from "../values/language.js";

/** @param {{again: () => void, back: () => void}} then @returns {HTMLElement} that another tab goes on with it */
export function takenOverView(then) {
  return element(
    "div",
    { class: "mock" },
    element("h2", { tabindex: -1 }, t("This interview goes on in another tab")),
    element("p", {}, t("Nothing is lost. Close that tab, or take the interview back.")),
    element("p", { class: "tools" }, button(t("Go on here"), then.again, { class: "is-main" }), button(t("Choose another"), then.back)),
  );
}

/** @param {{again: () => void, back: () => void}} then @returns {HTMLElement} that it was erased elsewhere */
export function erasedView(then) {
  return element(
    "div",
    { class: "mock" },
    element("h2", { tabindex: -1 }, t("This interview was erased in another tab")),
    element("p", {}, t("Nothing of it is kept in this browser any more, and the recording has stopped. What you noted is still in this tab, until you leave it.")),
    element("p", { class: "tools" }, button(t("Choose another"), then.back, { class: "is-main" }), button(t("Keep it again and go on"), then.again)),
  );
}

/** @param {import("./record.js").Mock | undefined} mock @param {string} walkthroughs the path of their page @param {{back: () => void, erase: () => void}} then @returns {HTMLElement} that the handbook no longer has it */
export function missingView(mock, walkthroughs, then) {
  return element(
    "div",
    { class: "mock" },
    element("h2", { tabindex: -1 }, mock?.title ?? t("This interview")),
    element("p", {}, t("The handbook no longer has this interview. {mock}", { mock: mock?.of ? t("You scored {points} of {of}.", { points: mock.points, of: mock.of }) : "" })),
    walkthroughs && element("p", {}, element("a", { href: address(walkthroughs) }, t("All walkthroughs"))),
    element("p", { class: "tools" }, button(t("Choose another"), then.back, { class: "is-main" }), button(t("Erase it"), then.erase)),
  );
}
