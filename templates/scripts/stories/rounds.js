/** Which story for which round of one's loop: a row for each, what no story proves, and what would be heard twice. */
import { element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { suggestions } from "../story/bank.js";
import { titleOf } from "../story/story.js";
import { dayInWords } from "../values/days.js";
import { listing, t, tn } from "../values/language.js";

/** @typedef {import("../loop/rounds.js").Chosen} Chosen */
/** @typedef {import("../story/bank.js").Bank} Bank */
/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {{chosen: Chosen, tell: string[], fits: string[], gaps: string[]}} Planned stories to tell there, stories that would fit, competencies that none proves */
/** @typedef {{story: string, rounds: string[], others: boolean}} Twice others: whether another story would fit one of these rounds */

/**
 * @param {readonly Chosen[]} chosen the rounds that are ahead @param {Bank} bank @param {import("../story/bank.js").IsTold} isTold
 * @returns {{rounds: Planned[], twice: Twice[]}} a story for each thing that a round asks for, spread over the bank
 */
export function planned(chosen, bank, isTold) {
  const asked = chosen.flatMap(({ round }) => round.competencies.map((id) => ({ id: `${id}/`, ask: id, competency: id, isWhole: true })));
  const told = suggestions(bank, asked, new Map(), isTold);
  let at = 0;
  const rounds = chosen.map((one) => {
    const found = one.round.competencies.map((id) => ({ id, story: told[at++]?.story ?? null }));
    const tagged = Object.entries(bank).filter(([, story]) => ["competencies", "questions", "principles"].some((kind) => one.round[/** @type {"questions"} */ (kind)].some((id) => story[/** @type {"questions"} */ (kind)].includes(id))));
    return { chosen: one, tell: [...new Set(found.flatMap(({ story }) => story ?? []))], fits: tagged.map(([id]) => id), gaps: found.filter(({ story }) => story === null).map(({ id }) => id) };
  });
  const twice = Object.keys(bank).flatMap((story) => {
    const heard = rounds.filter(({ tell }) => tell.includes(story));
    return heard.length > 1 ? [{ story, rounds: heard.map((one) => one.chosen.round.name), others: heard.some(({ fits }) => fits.some((id) => id !== story)) }] : [];
  });
  return { rounds, twice };
}

/** @param {readonly Chosen[]} chosen the rounds that are ahead @param {Bank} bank @param {Handbook} handbook @param {import("../story/bank.js").IsTold} isTold @param {(id: string) => string} addressOf a story @returns {{says: string, view: (HTMLElement | false)[]}} how many ask for more, in words, and a row for each */
export function roundsView(chosen, bank, handbook, isTold, addressOf) {
  const names = new Map(handbook.competencies.map((one) => [one.id, one]));
  const { rounds, twice } = planned(chosen, bank, isTold);
  const own = (/** @type {string} */ id) => element("a", { href: addressOf(id) }, titleOf(/** @type {import("../story/story.js").Kept} */ (bank[id])));
  const rows = rounds.map(({ chosen: { round, date }, tell, fits, gaps }) => {
    const others = fits.filter((id) => !tell.includes(id));
    const open = gaps.map((id) => element("a", { href: address(names.get(id)?.path ?? "") }, names.get(id)?.name ?? id));
    return element(
      "li",
      {},
      element("div", {}, element("h3", {}, element("a", { href: address(round.path) }, round.name)), date && element("p", { class: "row__says" }, dayInWords(new Date(`${date}T12:00:00`)))),
      round.competencies.length || others.length
        ? element("dl", {}, ...entry(t("Tell"), tell.map(own)), ...entry(t("Would fit"), others.map(own)), ...entry(t("No story for"), open))
        : element("p", {}, t("It asks for no story.")),
    );
  });
  const open = rounds.filter(({ gaps }) => gaps.length).length;
  const says = open ? tn("{open} of {n} round asks for something that no story of yours proves.", "{open} of {n} rounds ask for something that no story of yours proves.", rounds.length, { open }) : t("Everything that your rounds ask for has a story.");
  const heard = twice.length > 0 && element("div", { class: "is-trouble" }, element("ul", { class: "plain" }, ...twice.map(({ story, rounds: where, others }) =>
    element("li", {}, element("strong", {}, heardInWords(where.length, titleOf(/** @type {import("../story/story.js").Kept} */ (bank[story])))), t("It is the one to tell in {in_words}, and the interviewers of one loop compare their notes. {others}", { in_words: inWords(where), others: others ? t("Tell one of the others that fit in one of them.") : t("Write another for one of them.") })),
  )));
  return { says, view: [heard, element("ol", { class: "told-in", "aria-label": t("Your rounds and your stories") }, ...rows)] };
}

/** @param {string} name @param {HTMLElement[]} links @returns {HTMLElement[]} the name and its links, where there are any */
function entry(name, links) {
  return links.length ? [element("dt", {}, name), element("dd", {}, ...links.flatMap((link, at) => (at ? [", ", link] : [link])))] : [];
}

/** @param {number} times @param {string} title */
function heardInWords(times, title) {
  return times === 2 ? t("Heard twice: {title}. ", { title }) : tn("Heard {n} time: {title}. ", "Heard {n} times: {title}. ", times, { title });
}

/** @param {string[]} names */
function inWords(names) {
  return listing(names.map((words) => t("“{words}”", { words })));
}
