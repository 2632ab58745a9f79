/** Which of one's stories to tell for the questions that are asked most, and why. */
import { button, element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { overused, suggestions } from "../story/bank.js";
import { titleOf } from "../story/story.js";
import { t } from "../values/language.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/bank.js").Bank} Bank */

/** @param {Bank} bank @param {Handbook} handbook @param {import("../story/bank.js").IsTold} isTold @param {{addressOf: (id: string) => string, begin: (question: string) => void}} acts @returns {{says: string, view: HTMLElement[]}} how many have a story, in words, and the list */
export function askedView(bank, handbook, isTold, acts) {
  const names = new Map(handbook.competencies.map(({ id, name }) => [id, name]));
  const found = suggestions(bank, handbook.asked, names, isTold);
  const rows = found.map(({ question, story, why }) => {
    const asked = handbook.asked.find(({ id }) => id === question);
    const ask = asked?.ask ?? question;
    const told = story === null ? undefined : bank[story];
    return element(
      "li",
      { "data-question": question },
      element("a", { href: address(asked?.path ?? "") }, ask),
      " ",
      story !== null && told
        ? element("p", { class: "asked__tell" }, element("span", { class: "facts" }, t("Tell ")), element("a", { href: acts.addressOf(story) }, titleOf(told)), " ", element("span", { class: "row__says" }, why.join(" ")))
        : element("p", { class: "asked__tell asked__none" }, element("span", { class: "facts" }, t("No story yet. ")), button(t("Write one"), () => acts.begin(question), { class: "row__button", "aria-label": t("Write one for: {ask}", { ask }) })),
    );
  });
  const much = overused(found).map(({ id, times }) =>
    element("p", { class: "is-trouble" }, element("strong", {}, t("Told too often: {title_of}. ", { title_of: titleOf(/** @type {import("../story/story.js").Kept} */ (bank[id])) })), t("It is the one to tell for {times} of these {found} questions, and the interviewers of one day compare their notes. Write another for some of them.", { times, found: found.length })),
  );
  const open = found.filter(({ story }) => story === null).length;
  const says = open ? t("{open} of the {found} questions asked most have no story yet.", { open, found: found.length }) : t("Each of the {found} questions asked most has a story.", { found: found.length });
  return { says, view: [...much, element("ol", { class: "asked" }, ...rows)] };
}
