/** The history of one interview as a line: what one scored, and what one had expected. */
import { element, svg } from "../dom/element.js";

/** @typedef {import("./result.js").Attempt} Attempt */

const WIDTH = 320;
const HEIGHT = 130;
const LEFT = 30;
const TOP = 10;
const BOTTOM = 22;
const SHOWN = 12;

/** @param {readonly Attempt[]} attempts oldest first @param {(moment: string) => string} day how a day is written @returns {HTMLElement} the chart, and the same figures as a table */
export function historyChart(attempts, day) {
  const shown = attempts.slice(-SHOWN);
  const across = (/** @type {number} */ at) => LEFT + 10 + (shown.length < 2 ? 0 : (at * (WIDTH - LEFT - 24)) / (shown.length - 1));
  const down = (/** @type {number} */ share) => TOP + ((100 - share) * (HEIGHT - TOP - BOTTOM)) / 100;
  const points = shown.map((one, at) => `${across(at)},${down(one.score)}`).join(" ");
  const says = `${shown.length === 1 ? "One attempt" : `${shown.length} attempts`}: ${shown.map((one) => `${one.score} of 100 on ${day(one.day)}`).join(", ")}.`;
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "history__chart", role: "img", "aria-label": says },
    ...[0, 50, 100].flatMap((share) => [
      svg("line", { class: "history__rule", x1: LEFT, x2: WIDTH, y1: down(share), y2: down(share) }),
      svg("text", { class: "history__mark", x: LEFT - 6, y: down(share) + 4, "text-anchor": "end" }, share),
    ]),
    shown.length > 1 && svg("polyline", { class: "history__line", points }),
    ...shown.flatMap((one, at) => [
      one.felt >= 0 && svg("rect", { class: "history__felt", x: across(at) - 4, y: down(one.felt) - 4, width: 8, height: 8, transform: `rotate(45 ${across(at)} ${down(one.felt)})` }),
      svg("circle", { class: "history__score", cx: across(at), cy: down(one.score), r: 4 }),
    ]),
    ...ends(shown).map((at) =>
      svg("text", { class: "history__mark", x: across(at), y: HEIGHT - 4, "text-anchor": at === 0 ? "start" : "end" }, day(/** @type {Attempt} */ (shown[at]).day)),
    ),
  );
  return element(
    "div",
    { class: "history" },
    drawing,
    element("ul", { class: "legend legend--row" }, legend("score", "What you scored"), legend("felt", "What you expected")),
    element(
      "details",
      { class: "reveal" },
      element("summary", {}, "The same in figures"),
      element(
        "table",
        { class: "history__table" },
        element("thead", {}, element("tr", {}, ...["Day", "Scored", "Expected"].map((name) => element("th", { scope: "col" }, name)))),
        element(
          "tbody",
          {},
          ...shown.map((one) => element("tr", {}, element("td", {}, day(one.day)), element("td", {}, one.score), element("td", {}, one.felt < 0 ? "not asked" : one.felt))),
        ),
      ),
    ),
  );
}

/** @param {readonly Attempt[]} shown @returns {number[]} which days are written below */
function ends(shown) {
  return shown.length > 1 ? [0, shown.length - 1] : [0];
}

/** @param {"score" | "felt"} kind @param {string} text @returns {HTMLLIElement} */
function legend(kind, text) {
  const mark =
    kind === "score"
      ? svg("circle", { class: "history__score", cx: 6, cy: 6, r: 4 })
      : svg("rect", { class: "history__felt", x: 2, y: 2, width: 8, height: 8, transform: "rotate(45 6 6)" });
  return element("li", {}, svg("svg", { class: "history__sign", viewBox: "0 0 12 12", "aria-hidden": "true" }, mark), ` ${text}`);
}
