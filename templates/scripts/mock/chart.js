/** What one scored beside what one had expected: of one attempt as two marks on a bar, of several as a line. */
import { element, svg } from "../dom/element.js";
import { t } from "../values/language.js";

/** @typedef {import("./result.js").Attempt} Attempt */

const HEIGHT = 140;
const TOP = 10;
const BOTTOM = 110;
const LEFT = 10;
const RIGHT = 97;
const SHOWN = 12;
const BAR = 28;

/** @param {number} score @param {number} felt of 100, or -1 @returns {HTMLElement} both on one bar */
export function resultBar(score, felt) {
  const says = t("{score} of 100{felt}", { score, felt: felt < 0 ? "" : t(", {felt} expected", { felt }) });
  return element(
    "div",
    { class: "history" },
    svg(
      "svg",
      { class: "history__chart", height: BAR, role: "img", "aria-label": says },
      svg("rect", { class: "pace__ground", y: BAR / 2 - 4, width: "100%", height: 8 }),
      svg("rect", { class: "history__score", y: BAR / 2 - 4, width: `${score}%`, height: 8 }),
      felt >= 0 && sign("felt", felt, BAR / 2),
    ),
    felt >= 0 && legend(),
  );
}

/** @param {readonly Attempt[]} attempts oldest first @param {(moment: string) => string} day how a day is written @returns {HTMLElement} the chart, and the same figures as a table */
export function historyChart(attempts, day) {
  const shown = attempts.slice(-SHOWN);
  const across = (/** @type {number} */ at) => (shown.length < 2 ? LEFT : LEFT + 2 + (at * (RIGHT - LEFT - 2)) / (shown.length - 1));
  const down = (/** @type {number} */ share) => TOP + ((100 - share) * (BOTTOM - TOP)) / 100;
  const says = t("{shown} attempts: {map}.", { shown: shown.length, map: shown.map((one) => t("{score} of 100 on {day}", { score: one.score, day: day(one.day) })).join(", ") });
  const drawing = svg(
    "svg",
    { height: HEIGHT, class: "history__chart", role: "img", "aria-label": says },
    ...[0, 50, 100].flatMap((share) => [
      svg("line", { class: "history__rule", x1: `${LEFT}%`, x2: "100%", y1: down(share), y2: down(share) }),
      svg("text", { class: "history__mark", x: `${LEFT - 2}%`, y: down(share) + 4, "text-anchor": "end" }, share),
    ]),
    ...shown.slice(1).map((one, at) => svg("line", { class: "history__line", x1: `${across(at)}%`, y1: down(shown[at]?.score ?? 0), x2: `${across(at + 1)}%`, y2: down(one.score) })),
    ...shown.flatMap((one, at) => [one.felt >= 0 && sign("felt", across(at), down(one.felt)), sign("score", across(at), down(one.score))]),
    ...[0, shown.length - 1].map((at) => svg("text", { class: "history__mark", x: `${at ? 100 : LEFT}%`, y: HEIGHT - 8, "text-anchor": at ? "end" : "start" }, day(shown[at]?.day ?? ""))),
  );
  return element(
    "div",
    { class: "history" },
    drawing,
    legend(),
    element(
      "details",
      { class: "reveal" },
      element("summary", {}, t("The same in figures")),
      element(
        "table",
        { class: "history__table" },
        element("thead", {}, element("tr", {}, ...[t("Day"), t("Scored"), t("Expected")].map((name) => element("th", { scope: "col" }, name)))),
        element("tbody", {}, ...shown.map((one) => element("tr", {}, element("td", {}, day(one.day)), element("td", {}, one.score), element("td", {}, one.felt < 0 ? t("not asked") : one.felt)))),
      ),
    ),
  );
}

/** @param {"score" | "felt"} kind @param {number} across of 100 @param {number} down @returns {SVGElement} a disc or a diamond, of the same size however wide the chart is */
function sign(kind, across, down) {
  const shape = kind === "score" ? svg("circle", { r: 4 }) : svg("path", { d: "M0 -6L6 0L0 6L-6 0z" });
  shape.setAttribute("class", `history__${kind}`);
  return svg("svg", { class: "history__at", x: `${across}%`, y: down }, shape);
}

/** @returns {HTMLElement} */
function legend() {
  const names = /** @type {const} */ ([["score", t("What you scored")], ["felt", t("What you expected")]]);
  return element("ul", { class: "legend marks__legend" }, ...names.map(([kind, text]) => element("li", {}, svg("svg", { class: "history__sign", "aria-hidden": "true" }, sign(kind, 50, 8)), ` ${text}`)));
}
