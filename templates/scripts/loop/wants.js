/** What the rounds ahead ask for, as this browser keeps them. */
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { dayOf } from "../values/days.js";
import { t } from "../values/language.js";
import { chosenRounds, firstWanting, wanted } from "./rounds.js";

/** @param {"competencies" | "walkthroughs" | "questions"} what @returns {Promise<Map<string, string[]>>} each id with the rounds that want it; empty where no loop is kept, and then nothing is loaded */
export async function loopWants(what) {
  const { rounds } = store().read();
  if (!Object.keys(rounds).length) return new Map();
  const data = await siteData("loops").catch(() => ({ loops: [] }));
  return wanted(chosenRounds(rounds, data.loops), what, dayOf(new Date()));
}

/** @typedef {{competencies: string[], walkthroughs: string[]}} Asks what the rounds ahead ask for, in the order of "My loop": the nearest round's first */

/** @returns {Promise<Asks>} none where no loop is kept */
export async function loopAsks() {
  const [competencies, walkthroughs] = [await loopWants("competencies"), await loopWants("walkthroughs")];
  return { competencies: [...competencies.keys()], walkthroughs: [...walkthroughs.keys()] };
}

/** @returns {Promise<{competencies: Map<string, number>, questions: Map<string, number>}>} each id that a round ahead proves or asks, with the place of the first that does; the nearest has 0 */
export async function loopPlaces() {
  const { rounds } = store().read();
  const data = Object.keys(rounds).length ? await siteData("loops").catch(() => ({ loops: [] })) : { loops: [] };
  const places = (/** @type {"competencies" | "questions"} */ what) => firstWanting(chosenRounds(rounds, data.loops), what, dayOf(new Date()));
  return { competencies: places("competencies"), questions: places("questions") };
}

/** @param {Map<string, string[]>} wants @param {string} id @returns {string} the rounds that want it, in words, or "" */
export function inLoop(wants, id) {
  const rounds = wants.get(id);
  return rounds ? t("In your loop: {join}", { join: rounds.join(", ") }) : "";
}
