/** "Practise with an assistant": an interviewer’s brief to paste into any chat tool. */
import { copyTools } from "../dom/copy.js";
import { element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { fold } from "../dom/fold.js";
import { t } from "../values/language.js";
import { brief } from "./brief.js";
import { titleOf } from "./story.js";

/** @typedef {import("./brief.js").Interview} Interview */
/** @typedef {import("./story.js").Kept} Kept */
/** @typedef {{interview: Interview, level: string}} Role what is played, and the level's name */
/** @typedef {{parts: {id: string, name: string}[], questions: (import("./brief.js").AskedQuestion & {id: string})[]}} Words */

const QUESTIONS = 3;

/**
 * @param {() => Promise<string>} make the brief
 * @param {HTMLElement[]} fields what may be chosen for it
 * @returns {HTMLDetailsElement}
 */
export function briefPanel(make, ...fields) {
  const panel = fold("assistant", t("Practise with an assistant"), t("A brief for any chat tool, which then plays the interviewer."), ...briefParts(make, ...fields));
  panel.classList.add("brief");
  return panel;
}

/** @param {() => Promise<string>} make @param {HTMLElement[]} fields @returns {HTMLElement[]} what stands in the panel, below its name */
export function briefParts(make, ...fields) {
  return [
    element(
      "p",
      {},
      t("Copy an interviewer’s brief: the scenario, the questions, the rubric and the rules of the role-play, as text. Paste it into any chat tool you use, and answer as you would aloud. Nothing is sent anywhere from here."),
    ),
    ...(fields.length ? [element("p", { class: "mix__wish" }, ...fields)] : []),
    ...copyTools(t("Copy the interviewer’s brief"), make, t("Copied. Paste it into a chat tool as your first message. Write “stop” there when you want the scores.")),
  ];
}

/** @param {string} id @param {[string, {title: string}][]} stories by their id @returns {{root: HTMLElement, select: HTMLSelectElement}} */
export function storyChoice(id, stories) {
  const made = selectField(t("With"), [["", t("no story of mine")], ...stories.map(([story, kept]) => /** @type {[string, string]} */ ([story, titleOf(kept)]))], { id });
  made.root.hidden = !stories.length;
  return made;
}

/** @param {Role} role @param {Kept | undefined} story @param {Words} words @returns {string} the brief, with one's own story where there is one */
export function briefOf({ interview, level }, story, { parts, questions }) {
  if (!story) return brief(interview, { level });
  const asked = story.questions.flatMap((id) => questions.find((one) => one.id === id) ?? []).slice(0, QUESTIONS);
  return brief(interview, { level, names: parts, story: { title: titleOf(story), parts: story.parts, thirty: story.thirty }, questions: asked });
}
