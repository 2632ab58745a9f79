/** Where a mock interview begins: what is unfinished, the walkthroughs, a mix, and what one did before. */
import { button, element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { spoken } from "./clock.js";
import { MIX } from "./record.js";

/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("./record.js").Wish} Wish */
/**
 * @typedef {object} Choices
 * @property {any[]} walkthroughs
 * @property {{competencies: {id: string, title: string}[], levels: {id: string, name: string}[]}} guide
 * @property {Record<string, Mock>} mocks
 * @property {(wish: Wish) => number} fitting how many questions the bank has for a wish
 * @property {(walkthrough: string) => void} choose
 * @property {(wish: Wish) => void} draw
 * @property {(id: string) => void} open
 * @property {(id: string) => void} abandon
 * @property {(moment: string) => string} day
 */

const LENGTHS = [15, 30, 45, 60];

/** @param {Choices} all @returns {HTMLElement} */
export function setupView(all) {
  const kept = Object.entries(all.mocks).sort(([, a], [, b]) => (a.started < b.started ? 1 : -1));
  const open = kept.filter(([, mock]) => mock.stage !== "done");
  const done = kept.filter(([, mock]) => mock.stage === "done");
  return element(
    "div",
    { class: "mock" },
    open.length > 0 && unfinished(open, all),
    element("h2", { id: "choose", tabindex: -1 }, "Pick a walkthrough"),
    element("div", { class: "rows" }, element("ul", {}, ...all.walkthroughs.map((walk) => walkthroughRow(walk, all)))),
    element("h2", { id: "mix" }, "Or a random mix"),
    mixForm(all),
    done.length > 0 && element("h2", { id: "before" }, "What you did before"),
    done.length > 0 && element("div", { class: "rows" }, element("ul", {}, ...done.map(([id, mock]) => doneRow(id, mock, all)))),
  );
}

/** @param {[string, Mock][]} open @param {Choices} all @returns {HTMLElement} */
function unfinished(open, all) {
  return element(
    "section",
    { class: "mock__open", "aria-labelledby": "unfinished" },
    element("h2", { id: "unfinished" }, "Go on where you stopped"),
    element("ul", { class: "plain" }, ...open.map(([id, mock]) => openRow(id, mock, all))),
  );
}

/** @param {string} id @param {Mock} mock @param {Choices} all @returns {HTMLLIElement} */
function openRow(id, mock, all) {
  const where = mock.stage === "running" ? `paused at ${spoken(mock.elapsed)}` : mock.stage === "ready" ? "not started" : `${spoken(mock.elapsed)} spent, not scored`;
  return element(
    "li",
    {},
    element("p", {}, element("strong", {}, mock.title), " ", element("span", { class: "amount" }, `${all.day(mock.started)}, ${where}`)),
    element(
      "p",
      { class: "tools" },
      button("Go on", () => all.open(id), { class: "is-main", "aria-label": `Go on: ${mock.title}` }),
      abandonButton(mock.title, () => all.abandon(id)),
    ),
  );
}

/** @param {string} title @param {() => void} abandon @param {string} [word] @returns {HTMLElement} a button that asks once more before it erases */
export function abandonButton(title, abandon, word = "Abandon") {
  const place = element("span", { class: "tools" });
  const first = button(
    word,
    () => {
      const yes = button("Erase it", abandon, { class: "is-risk", "aria-label": `Erase it: ${title}` });
      const no = button("Keep it", () => {
        place.replaceChildren(first);
        first.focus();
      });
      place.replaceChildren(element("span", { role: "status" }, "Notes and recordings of it will be erased. "), yes, no);
      no.focus();
    },
    { "aria-label": `${word}: ${title}` },
  );
  place.append(first);
  return place;
}

/** @param {any} walk @param {Choices} all @returns {HTMLLIElement} */
function walkthroughRow(walk, all) {
  const level = all.guide.levels.find((one) => one.id === walk.level)?.name ?? "";
  const scored = Object.values(all.mocks).filter((mock) => mock.walkthrough === walk.id && mock.stage === "done" && mock.of);
  const best = Math.max(...scored.map((mock) => Math.round((100 * mock.points) / mock.of)));
  return element(
    "li",
    {},
    button(walk.title, () => all.choose(walk.id), { class: "row__button" }),
    element("span", { class: "row__says" }, [`${walk.minutes} minutes`, level, scored.length ? `best ${best} of 100` : "not tried yet"].filter(Boolean).join(", ")),
  );
}

/** @param {Choices} all @returns {HTMLFormElement} */
function mixForm(all) {
  const competency = selectField("Competency", [["", "Any competency"], ...all.guide.competencies.map(({ id, title }) => /** @type {const} */ ([id, title]))], { id: "mix-competency" });
  const level = selectField("Level", [["", "Any level"], ...all.guide.levels.map(({ id, name }) => /** @type {const} */ ([id, name]))], { id: "mix-level" });
  const length = selectField("Length", LENGTHS.map((minutes) => [String(minutes), `${minutes} minutes`]), { id: "mix-length", chosen: "30" });
  const count = element("p", { class: "facts", role: "status" });
  const start = element("button", { type: "submit" }, "Draw the questions");
  const wish = () => ({ competency: competency.select.value, level: level.select.value, minutes: Number(length.select.value) });
  const say = () => {
    const found = all.fitting(wish());
    count.textContent = found ? `Drawn from ${found} ${found === 1 ? "question" : "questions"}.` : "No question of the bank fits. Choose another level or competency.";
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
  const share = mock.of ? `${mock.points} of ${mock.of}` : "not scored";
  return element(
    "li",
    {},
    button(mock.title, () => all.open(id), { class: "row__button" }),
    element("span", { class: "row__says" }, `${all.day(mock.finished || mock.started)}, ${share}${mock.walkthrough === MIX && mock.wish.minutes ? `, ${mock.wish.minutes} minutes` : ""}`),
  );
}
