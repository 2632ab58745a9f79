/** What a story answers and proves: questions, competencies, themes, traits, principles. */
import { t } from "../values/language.js";
import { line } from "../values/words.js";
import { Chooser } from "./chooser.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {"questions" | "competencies" | "themes" | "traits" | "principles"} Tag */

export const TAGS = /** @type {const} */ (["questions", "competencies", "themes", "traits", "principles"]);

/** @param {import("./fields.js").StoryDraft} draft @param {Handbook} handbook @returns {Chooser[]} a list to choose from for each kind of tag */
export function tagChoosers(draft, handbook) {
  const options = optionsOf(handbook);
  return TAGS.map((tag) => new Chooser({ ...options[tag], key: tag, chosen: () => draft.value[tag], choose: (ids) => draft.edit(tag, (story) => void (story[tag] = ids)) }));
}

/** @param {Handbook} handbook @returns {Record<Tag, Omit<import("./chooser.js").Choice, "key" | "chosen" | "choose">>} */
function optionsOf({ questions, competencies, themes, traits, principles }) {
  const names = new Map(competencies.map(({ id, name }) => [id, name]));
  return {
    questions: { title: t("Questions"), find: t("Find a question"), first: t("Mainly told for"), options: questions.map(({ id, ask, competency, names: others = "" }) => ({ id, name: line(ask), says: names.get(competency) ?? "", names: others })) },
    competencies: { title: t("Competencies"), find: t("Find a competency"), first: t("Mainly about"), options: competencies },
    themes: { title: t("Themes"), find: t("Find a theme"), options: themes },
    traits: { title: t("Traits"), find: t("Find a trait"), options: traits },
    principles: { title: t("Company principles"), find: t("Find a principle"), options: principles.map(({ id, name, group, names: others = "" }) => ({ id, name, says: group, names: others })) },
  };
}
