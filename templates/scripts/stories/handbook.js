/** What the page of one's own stories knows of the handbook. */
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { Editorial } from "../story/editorial.js";
import { Spoken } from "../story/spoken.js";

/** @typedef {import("../story/contribution.js").Known} Known */
/** @typedef {{id: string, name: string, path: string}} Named */
/**
 * @typedef {object} Handbook
 * @property {Spoken} editorial as it measures what a reader writes, in any script
 * @property {Editorial} check as the handbook's own check measures it
 * @property {string} rulesPage the address where each rule is explained
 * @property {number} pace words a minute
 * @property {(import("../story/split.js").Part & {asks: string[]})[]} parts
 * @property {{title: string, ask: string, path: string, parts: {id: string, words: number, says: string}[]} | null} example the story that shows what one looks like
 * @property {{id: string, name: string}[]} levels
 * @property {(Named & {questions: string[]})[]} competencies
 * @property {Named[]} themes
 * @property {Named[]} traits
 * @property {(Named & {group: string, names?: string})[]} principles
 * @property {import("../story/template.js").Template[]} templates
 * @property {import("../keep/data.js").Question[]} questions
 * @property {import("../keep/data.js").Question[]} asked those to be ready for first
 * @property {boolean} isCounted whether the handbook says that they are asked most
 * @property {Known} known
 * @property {string | undefined} loop the path of the page of one's own loop, where there is one
 * @property {string | undefined} mock the path of the page of mock interviews, where there is one
 * @property {{address: string, branch: string} | null} repository
 */

/** @returns {Promise<Handbook>} */
export async function handbook() {
  const [guide, questions] = await Promise.all([siteData("guide"), siteData("questions")]);
  /** @type {import("../keep/data.js").Question[]} */
  const bank = questions.questions;
  const competencies = guide.competencies.map((/** @type {any} */ one) => ({ id: one.id, name: one.title, path: one.path, questions: one.questions }));
  const ids = /** @param {{id: string}[]} list */ (list) => new Set(list.map(({ id }) => id));
  return {
    editorial: new Spoken(guide.editorial),
    check: new Editorial(guide.editorial),
    rulesPage: address(guide.rulesPath),
    pace: guide.wordsAMinute,
    loop: guide.pages["my-loop"],
    mock: guide.pages["mock-interview"],
    parts: guide.parts,
    example: guide.example,
    levels: guide.levels,
    competencies,
    themes: guide.themes,
    traits: guide.traits,
    principles: guide.principles,
    templates: guide.templates,
    questions: bank,
    asked: questions.asked.flatMap((/** @type {string} */ id) => bank.find((one) => one.id === id) ?? []),
    isCounted: Boolean(questions.counted),
    known: { questions: ids(bank), competencies: ids(competencies), themes: ids(guide.themes), traits: ids(guide.traits), principles: ids(guide.principles), stories: ids(guide.stories), model: guide.model },
    repository: repositoryOf(),
  };
}

/** @returns {{address: string, branch: string} | null} where the handbook's sources are, as the page says */
function repositoryOf() {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="handbook-repository"]'));
  return meta ? { address: meta.content, branch: meta.dataset.branch ?? "main" } : null;
}
