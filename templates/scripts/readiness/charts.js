/** How practice goes, drawn: bars for the days, a calendar of weeks, a bar for each competency; beside each the same in words. */
import { element, svg } from "../dom/element.js";
import { address } from "../keep/address.js";
import { dayInWords } from "../values/days.js";
import { locale, t, tn } from "../values/language.js";

/** @typedef {{name: string, parts: number[]}} Bar parts stand one on the other */

const HEIGHT = 140;
const FOOT = 24;
const HEAD = 16;
const CELL = 28;
const ACROSS = 52;
const GAP = 3;
const MARGIN = 64;
const ROWS = 7;
const FEW = 5;
const FEWEST_BARS = 3; // one bar alone is no slab
const MANY = 15;
const WEEKDAYS = [t("Mon"), "", t("Wed"), "", t("Fri"), "", t("Sun")];
const SHORT = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" });

/**
 * @param {string} key what its heading is known by @param {string} title @param {string} says what the picture shows, in words @param {Element} picture @param {Node} [figures] the same in figures
 * @returns {HTMLElement} a picture with its title above it and its words below
 */
export function figure(key, title, says, picture, figures) {
  const id = `figure-${key}`;
  return element(
    "section",
    { class: "goes__part", "aria-labelledby": id },
    element("h2", { id }, title),
    element("p", {}, says),
    picture,
    figures && element("details", { class: "reveal" }, element("summary", {}, t("The same in figures")), figures),
  );
}

/** @param {readonly string[]} head @param {readonly (readonly (string | number)[])[]} rows @returns {HTMLElement} */
export function figuresTable(head, rows) {
  return element(
    "table",
    { class: "history__table" },
    element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, name)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((text) => element("td", {}, text))))),
  );
}

/** @param {readonly Bar[]} bars @param {string} says @returns {SVGElement} bars side by side, the first and the last named */
export function barChart(bars, says) {
  const most = Math.max(1, ...bars.map(({ parts }) => sum(parts)));
  const width = 100 / Math.max(FEWEST_BARS, bars.length);
  const up = (/** @type {number} */ count) => (count * (HEIGHT - FOOT - HEAD)) / most;
  return svg(
    "svg",
    { class: "history__chart", height: HEIGHT, role: "img", "aria-label": says },
    svg("text", { class: "history__mark", x: 0, y: HEAD - GAP }, most),
    svg("line", { class: "history__rule", x1: 0, x2: "100%", y1: HEIGHT - FOOT, y2: HEIGHT - FOOT }),
    ...bars.flatMap(({ parts }, at) =>
      parts.map((count, part) => {
        const below = up(sum(parts.slice(0, part)));
        return svg("rect", { class: `goes__bar goes__bar--${part}`, x: `${at * width}%`, width: `${width * 0.8}%`, y: HEIGHT - FOOT - below - up(count), height: up(count) });
      }),
    ),
    svg("text", { class: "history__mark", x: 0, y: HEIGHT - GAP }, bars[0]?.name ?? ""),
    bars.length > 1 && svg("text", { class: "history__mark", x: `${bars.length * width}%`, y: HEIGHT - GAP, "text-anchor": "end" }, bars.at(-1)?.name ?? ""),
  );
}

/** @param {readonly import("../drill/forecast.js").Day[]} days @param {string} says @returns {HTMLElement} what comes back and what is new on each day ahead */
export function aheadChart(days, says) {
  const bars = days.map(({ day, due, fresh }) => ({ name: SHORT.format(new Date(`${day}T12:00:00`)), parts: [due, fresh] }));
  return element("div", { class: "history" }, barChart(bars, says), barLegend([t("comes back"), t("new")]));
}

/** @param {readonly string[]} names of the parts of a bar, the lowest first @returns {HTMLElement} */
export function barLegend(names) {
  return legend(names.map((name, at) => [`goes__bar--${at}`, name]));
}

/** @param {string} interview its day in words, or "" @returns {HTMLElement} what the edges of a calendar's squares say */
export function dayLegend(interview) {
  return legend([["goes__day--0 is-today", t("today")], ...(interview ? [/** @type {const} */ (["goes__day--ahead is-interview", interview])] : [])]);
}

/** @param {readonly (readonly [string, string])[]} signs the class of each, and its name @returns {HTMLElement} */
function legend(signs) {
  return element("ul", { class: "legend marks__legend" }, ...signs.map(([sign, name]) => element("li", {}, svg("svg", { class: "history__sign", "aria-hidden": "true" }, svg("rect", { class: sign, width: "100%", height: "100%" })), ` ${name}`)));
}

/** @param {readonly import("./history.js").Cell[][]} weeks @param {string} today @param {string} interview its day, or "" @param {string} says @returns {SVGElement} a row for each week, a field for each day; today's and the interview's have an edge */
export function calendar(weeks, today, interview, says) {
  const [width, height] = [MARGIN + ROWS * ACROSS, (weeks.length + 1) * CELL];
  const noon = (/** @type {string} */ day) => new Date(`${day}T12:00:00`);
  const square = (/** @type {import("./history.js").Cell} */ { day, isAhead, done }, /** @type {number} */ week, /** @type {number} */ at) =>
    svg(
      "rect",
      { class: `goes__day goes__day--${isAhead ? "ahead" : shade(done)}${day === interview ? " is-interview" : day === today ? " is-today" : ""}`, x: MARGIN + at * ACROSS, y: (week + 1) * CELL + 1, width: ACROSS - GAP, height: CELL - GAP, rx: GAP },
      svg("title", {}, `${dayInWords(noon(day))}: ${doneInWords(done)}`),
    );
  return svg(
    "svg",
    { class: "goes__calendar", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": says },
    ...WEEKDAYS.map((name, at) => name && svg("text", { class: "history__mark", x: MARGIN + at * ACROSS, y: CELL - 2 * GAP }, name)),
    ...weeks.map(([monday], at) => monday && svg("text", { class: "history__mark", x: 0, y: (at + 2) * CELL - 3 * GAP }, SHORT.format(noon(monday.day)))),
    ...weeks.flatMap((week, row) => week.map((cell, at) => square(cell, row, at))),
  );
}

/** @param {readonly import("./history.js").Recall[]} rows @returns {HTMLElement} a row for each competency, with a bar and the same in words */
export function recallBars(rows) {
  const says = (/** @type {import("./history.js").Recall} */ { met, all, known }) => (met ? t("{met} of {all} met, {round} % known", { met, all, round: Math.round(100 * known) }) : t("none of {all} met", { all }));
  return element(
    "ul",
    { class: "goes__recall plain" },
    ...rows.map((row) => element("li", {}, element("a", { href: address(row.path) }, row.title), element("span", { class: "amount" }, says(row)), recallBar(row))),
  );
}

/** @param {import("./history.js").Recall} row @returns {SVGElement} of all its cards those that were met, and of these what is known */
function recallBar({ all, met, known }) {
  const share = (/** @type {number} */ of) => `${(100 * of) / Math.max(1, all)}%`;
  const part = (/** @type {string} */ sign, /** @type {string} */ width) => svg("rect", { class: sign, width, height: "100%" });
  return svg("svg", { class: "pace", "aria-hidden": "true" }, part("pace__ground", "100%"), part("goes__bar--1", share(met)), part("goes__bar--0", share(met * known)));
}

/** @param {import("./history.js").Day | undefined} done @returns {string} */
export function doneInWords(done) {
  const { cards = 0, mocks = 0, sheets = 0, minutes = 0 } = done ?? {};
  const said = [
    cards && tn("{n} card", "{n} cards", cards),
    mocks && tn("{n} mock interview", "{n} mock interviews", mocks),
    sheets && tn("{n} worksheet", "{n} worksheets", sheets),
    minutes && tn("{n} minute spoken", "{n} minutes spoken", minutes),
  ].filter(Boolean);
  return said.length ? said.join(", ") : t("nothing");
}

/** @param {import("./history.js").Day | undefined} done @returns {number} from 0 for nothing to 3 */
function shade(done) {
  if (!done) return 0;
  const worth = done.cards + done.minutes + FEW * (done.mocks + done.sheets);
  return worth < FEW ? 1 : worth < MANY ? 2 : 3;
}

/** @param {readonly number[]} counts */
function sum(counts) {
  return counts.reduce((all, one) => all + one, 0);
}
