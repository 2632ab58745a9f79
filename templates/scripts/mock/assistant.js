/** The interviewer's brief of the interview that was picked, with a story of one's own where there is one. */
import { bankOf } from "../story/bank.js";
import { briefOf, briefPanel, storyChoice } from "../story/brief-panel.js";

/** @param {import("./interview.js").Interview} interview @param {Record<string, unknown>} stories as they are kept @param {any} guide @param {import("../keep/data.js").Question[]} questions @returns {HTMLElement} */
export function assistant(interview, stories, guide, questions) {
  const bank = bankOf(stories, guide);
  const told = storyChoice("brief-story", Object.entries(bank));
  const level = guide.levels.find((/** @type {{id: string}} */ one) => one.id === interview.level)?.name ?? "";
  const make = async () => briefOf({ interview, level }, bank[told.select.value], { parts: guide.parts, questions });
  return briefPanel(make, ...(told.root.hidden ? [] : [told.root]));
}
