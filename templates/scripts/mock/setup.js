/** Where a mock interview begins: what is unfinished, the walkthroughs, a mix, and what one did before. */
import { button, element, svg } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { t, tn } from "../values/language.js";
import { spoken } from "./clock.js";
import { MIX } from "./record.js";
import { historyOf } from "./result.js";

/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("./record.js").Wish} Wish */
/**
 * @typedef {object} Choices
 * @property {any[]} walkthroughs
 * @property {{competencies: {id: string, title: string}[], levels: {id: string, name: string}[]}} guide
 * @property {Record<string, Mock>} mocks
 * @property {Map<string, string[]>} wants the walkthroughs that one’s own loop asks for, each with the rounds
 * @property {string} level the reader's own, or ""
 * @property {HTMLElement} friend
 * @property {(wish: Wish) => number} fitting how many questions the bank has for a wish
 * @property {(walkthrough: string, level: string) => void} choose
 * @property {(wish: Wish) => void} draw
 * @property {(id: string) => void} open
 * @property {(id: string) => void} abandon
 * @property {(moment: string) => string} day
 */

const LENGTHS = [15, 30, 45, 60];
const FEW = 6; // walkthroughs in sight; more, where the loop or the level asks for more

/** @param {Choices} all @returns {HTMLElement} */
export function setupView(all) {
  const kept = Object.entries(all.mocks).sort(([, a], [, b]) => (a.started < b.started ? 1 : -1));
  const open = kept.filter(([, mock]) => mock.stage !== "done");
  const done = kept.filter(([, mock]) => mock.stage === "done");
  const list = element("div", {});
  const order = (/** @type {string} */ level) => list.replaceChildren(...walkthroughList({ ...all, level }, open.length > 0));
  const level = selectField(t("You interview as"), [["", t("any of these")], ...all.guide.levels.filter((one) => all.walkthroughs.some((walk) => walk.level === one.id)).map(({ id, name }) => /** @type {const} */ ([id, name]))], { id: "walk-level", chosen: all.level, change: order });
  order(level.select.value);
  return element(
    "div",
    { class: "mock" },
    open.length > 0 && unfinished(open, all),
    element(
      "div",
      { class: "beside" },
      all.walkthroughs.length > 0 && element(
        "section",
        { "aria-labelledby": "choose" },
        element("h2", { id: "choose", tabindex: -1 }, t("Pick a walkthrough")),
        all.walkthroughs.length > 1 && element("p", { class: "mix__wish" }, level.root),
        list,
      ),
      element(
        "div",
        {},
        element("h2", { id: "mix" }, all.walkthroughs.length ? t("Or a random mix") : t("A random mix")),
        mixForm(all),
        element("h2", { id: "before" }, t("What you did before")),
        done.length > 0
          ? element("div", { class: "rows" }, element("ul", {}, ...done.map(([id, mock]) => doneRow(id, mock, all))))
          : element("p", { class: "facts" }, t("Nothing yet. Each result will stand here, with what you had expected.")),
        all.friend,
      ),
    ),
  );
}

/** @param {Choices} all @param {boolean} isOpen whether one is unfinished, which comes first then @returns {HTMLElement[]} what the loop asks for first, then what is of the reader's level; of these what was not tried yet */
function walkthroughList(all, isOpen) {
  const rank = (/** @type {any} */ walk) => (all.wants.has(walk.id) ? 2 : 0) + (all.level && walk.level === all.level ? 1 : 0);
  const ordered = [...all.walkthroughs].sort((a, b) => rank(b) - rank(a));
  const first = isOpen ? undefined : ordered.find((walk) => bestOf(walk, all) < 0);
  const longest = Math.max(...all.walkthroughs.map((walk) => walk.minutes));
  const others = ordered.filter((walk) => walk !== first);
  const shown = Math.max(FEW, others.filter((walk) => rank(walk) > 1).length);
  const rows = (/** @type {any[]} */ of) => element("div", { class: "rows" }, element("ul", {}, ...of.map((walk) => walkthroughRow(walk, longest, all))));
  const rest = others.slice(shown);
  return [...(first ? [beginHere(first, all)] : []), rows(others.slice(0, shown)), ...(rest.length ? [element("details", { class: "reveal rest" }, element("summary", {}, tn("{n} more", "{n} more", rest.length)), rows(rest))] : [])];
}

/** @param {[string, Mock][]} open @param {Choices} all @returns {HTMLElement} */
function unfinished(open, all) {
  return element(
    "section",
    { class: "mock__open", "aria-labelledby": "unfinished" },
    element("h2", { id: "unfinished" }, t("Go on where you stopped")),
    element("ul", { class: "plain" }, ...open.map(([id, mock]) => openRow(id, mock, all))),
  );
}

/** @param {string} id @param {Mock} mock @param {Choices} all @returns {HTMLLIElement} */
function openRow(id, mock, all) {
  const where = mock.stage === "running" ? t("paused at {spoken}", { spoken: spoken(mock.elapsed) }) : mock.stage === "ready" ? t("not started") : t("{spoken} spent, not scored", { spoken: spoken(mock.elapsed) });
  return element(
    "li",
    {},
    element("p", {}, element("strong", {}, mock.title), " ", element("span", { class: "amount" }, `${all.day(mock.started)}, ${where}`)),
    element(
      "p",
      { class: "tools" },
      button(t("Go on"), () => all.open(id), { class: "is-main", "aria-label": t("Go on: {title}", { title: mock.title }) }),
      abandonButton(mock.title, () => all.abandon(id)),
    ),
  );
}

let asked = 0;

/** @param {string} title @param {() => void} abandon @param {string} [word] @returns {HTMLElement} a button that asks once more before it erases */
export function abandonButton(title, abandon, word = t("Abandon")) {
  const place = element("span", { class: "tools", keydown: ({ key }) => key === "Escape" && first.parentElement !== place && keep() });
  const keep = () => {
    place.replaceChildren(first);
    first.focus();
  };
  const first = button(
    word,
    () => {
      const yes = button(t("Erase it"), abandon, { class: "is-risk", "aria-label": t("Erase it: {title}", { title }) });
      const id = `abandon-${(asked += 1)}`; // several may ask at once
      const no = button(t("Keep it"), keep, { "aria-describedby": id });
      place.replaceChildren(element("span", { id }, t("Notes and recordings of it will be erased. ")), yes, no);
      no.focus();
    },
    { class: "row__button", "aria-label": `${word}: ${title}` },
  );
  place.append(first);
  return place;
}

/** @param {any} walk @param {Choices} all @returns {number} the best score of 100 that it was sat with, or -1 */
function bestOf(walk, all) {
  const scored = historyOf(all.mocks, walk.id);
  return Math.max(-1, ...scored.map((one) => one.score));
}

/** @param {any} walk @param {Choices} all @param {boolean} [long] with its minutes, where no bar says them @returns {string} */
function factsOf(walk, all, long = false) {
  const level = all.guide.levels.find((one) => one.id === walk.level)?.name ?? "";
  const best = bestOf(walk, all);
  const rounds = all.wants.get(walk.id);
  return [rounds && t("for {join}", { join: rounds.join(", ") }), long && t("{minutes} minutes", { minutes: walk.minutes }), level, best < 0 ? t("not tried yet") : t("best {best} of 100", { best })].filter(Boolean).join(", ");
}

/** @param {any} walk @param {Choices} all @returns {HTMLElement} the one to begin with, as one block to press */
function beginHere(walk, all) {
  const title = element("span", { class: "begin__title" }, walk.title);
  const made = button("", () => all.choose(walk.id, all.level), { class: "begin is-main" });
  made.append(element("span", {}, t("Begin here")), title, phasesBar(walk, walk.minutes), element("span", {}, factsOf(walk, all, true)));
  return made;
}

/** @param {any} walk @param {number} longest minutes of the longest interview @param {Choices} all @returns {HTMLLIElement} */
function walkthroughRow(walk, longest, all) {
  return element("li", {}, button(walk.title, () => all.choose(walk.id, all.level), { class: "row__button" }), element("span", { class: "row__clock" }, phasesBar(walk, longest), element("span", { class: "amount" }, t("{minutes} min", { minutes: walk.minutes }))), element("span", { class: "row__says" }, factsOf(walk, all)));
}

/** @param {any} walk @param {number} longest minutes of the whole width @returns {SVGElement} its phases on the clock, each as wide as it is long */
function phasesBar(walk, longest) {
  let begin = 0;
  const parts = walk.phases.map((/** @type {{minutes: number}} */ { minutes }) => {
    const width = (100 * minutes) / longest;
    const part = svg("rect", { class: "bar__value", x: begin, y: 0, width, height: 8 });
    begin += width;
    return part;
  });
  return svg("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, ...parts);
}

/** @param {Choices} all @returns {HTMLFormElement} */
function mixForm(all) {
  const competency = selectField(t("Competency"), [["", t("Any competency")], ...all.guide.competencies.map(({ id, title }) => /** @type {const} */ ([id, title]))], { id: "mix-competency" });
  const level = selectField(t("Level"), [["", t("Any level")], ...all.guide.levels.map(({ id, name }) => /** @type {const} */ ([id, name]))], { id: "mix-level" });
  const length = selectField(t("Length"), LENGTHS.map((minutes) => [String(minutes), t("{minutes} minutes", { minutes })]), { id: "mix-length", chosen: "30" });
  const count = element("p", { class: "facts", role: "status" });
  const start = element("button", { type: "submit" }, t("Draw the questions"));
  const wish = () => ({ competency: competency.select.value, level: level.select.value, minutes: Number(length.select.value) });
  const say = () => {
    const found = all.fitting(wish());
    count.textContent = found ? tn("Drawn from {n} question.", "Drawn from {n} questions.", found) : t("No question of the bank fits. Choose another level or competency.");
    start.disabled = !found;
  };
  const form = element(
    "form",
    {
      class: "mix",
      input: say,
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        all.draw(wish());
      },
    },
    element("p", { class: "mix__wish" }, competency.root, level.root, length.root),
    count,
    element("p", { class: "tools" }, start),
  );
  say();
  return form;
}

/** @param {string} id @param {Mock} mock @param {Choices} all @returns {HTMLLIElement} */
function doneRow(id, mock, all) {
  const title = all.walkthroughs.find((walk) => walk.id === mock.title)?.title ?? mock.title;
  const share = mock.of ? t("{points} of {of}", { points: mock.points, of: mock.of }) : t("not scored");
  return element(
    "li",
    {},
    button(title, () => all.open(id), { class: "row__button" }),
    element("span", { class: "row__says" }, [all.day(mock.finished || mock.started), share, mock.walkthrough === MIX && mock.wish.minutes && tn("{n} minute", "{n} minutes", mock.wish.minutes)].filter(Boolean).join(", ")),
  );
}
