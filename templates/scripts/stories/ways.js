/** The ways to begin a story: from a question, from one's notes, from a template. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { fold } from "../dom/fold.js";
import { t } from "../values/language.js";
import { line } from "../values/words.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {{ask: (question: string) => void, paste: (question: string) => void, fill: (template: string) => void}} Begin ask: "" is for no question yet */

const TEMPLATE_SAYS = t("Fill in the blanks of a story, and it becomes your telling.");

/** @param {Handbook} handbook @param {Begin} begin @param {boolean} isFirst @returns {HTMLElement} */
export function waysToBegin({ asked, templates }, begin, isFirst) {
  const question = selectField(t("The question it answers"), [["", t("No question yet")], ...asked.map(({ id, ask }) => /** @type {[string, string]} */ ([id, line(ask)]))], { id: "begin-question" });
  return element(
    "ul",
    { class: "plain ways" },
    way(t("From a question"), t("Choose what you will be asked, and write the story that answers it."), question.root, button(isFirst ? t("Write your first story") : t("Write another story"), () => begin.ask(question.select.value), isFirst ? { class: "is-main" } : {})),
    way(t("From your notes"), t("Paste a story that you have written down. Its five parts are proposed, and you move what is wrong."), button(t("Paste a story"), () => begin.paste(question.select.value))),
    !isFirst && templates.length > 0 && way(t("From a template"), TEMPLATE_SAYS, ...fromTemplate(templates, begin)),
  );
}

/** Offer a question, or the first that a competency is asked by, and go there. @param {string} wanted the name of either @param {Handbook} handbook @param {HTMLElement} place where the ways are */
export function offerFor(wanted, { asked, questions }, place) {
  const question = questions.find((one) => one.id === wanted) ?? asked.find((one) => one.competency === wanted);
  const field = /** @type {HTMLSelectElement | null} */ (place.querySelector("#begin-question"));
  if (!question || !field) return;
  if (!asked.includes(question)) field.add(new Option(line(question.ask), question.id));
  field.value = question.id;
  for (let door = field.closest("details"); door; door = door.parentElement?.closest("details") ?? null) door.open = true;
  field.focus();
}

/** @param {string} name @param {string} says @param {HTMLElement[]} tools */
function way(name, says, ...tools) {
  return element("li", {}, element("h3", {}, name), element("p", { class: "row__says" }, says), element("p", { class: "ways__tools" }, ...tools));
}

/** @param {Handbook} handbook @param {Begin} begin @returns {HTMLDetailsElement | false} the way that is not for a first story, behind a door */
export function templateDoor({ templates }, begin) {
  return templates.length > 0 && fold("template", t("From a template"), TEMPLATE_SAYS, element("p", { class: "ways__tools" }, ...fromTemplate(templates, begin)));
}

/** @param {Handbook["templates"]} templates @param {Begin} begin @returns {HTMLElement[]} */
function fromTemplate(templates, begin) {
  const template = selectField(t("The template"), templates.map(({ id, title }) => /** @type {[string, string]} */ ([id, title])), { id: "begin-template" });
  return [template.root, button(t("Begin with it"), () => begin.fill(template.select.value))];
}
