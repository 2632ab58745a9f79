/** What a session came to, on one page. */
import { button, element, svg } from "../dom/element.js";
import { address } from "../keep/address.js";
import { historyChart } from "./chart.js";
import { spoken } from "./clock.js";
import { playback } from "./playback.js";
import { gapInWords, historyOf, pointsOf, readingsFor } from "./result.js";
import { abandonButton } from "./setup.js";

/** @typedef {import("./session.js").MockSession} MockSession */

/** @param {MockSession} session @param {any} guide @param {Record<string, import("./record.js").Mock>} mocks @param {(moment: string) => string} day @param {{again: () => void, back: () => void, erase: () => void}} then @returns {HTMLElement} */
export function outcomeView(session, guide, mocks, day, then) {
  const { interview, mock } = session;
  const gap = gapInWords(mock.confidence, mock.points, mock.of);
  const history = historyOf(mocks, mock.walkthrough);
  const said = mock.ticks.length;
  const all = interview.phases.reduce((sum, phase) => sum + phase.strong.length, 0);
  return element(
    "div",
    { class: "mock" },
    element("p", { class: "mock__where" }, `${interview.title}, ${day(mock.finished)}`),
    element("h2", { tabindex: -1 }, `${mock.points} of ${mock.of} points`),
    element("p", {}, `${spoken(mock.elapsed)} of ${interview.minutes}:00 on the clock, ${said} of ${all} points said aloud, ${mock.mistakes.length} ${mock.mistakes.length === 1 ? "mistake" : "mistakes"} ticked.`),
    gap && element("p", { class: "mock__gap" }, gap),
    element("h3", {}, "By dimension"),
    element("ul", { class: "legend legend--bars mock__bars" }, ...interview.rubric.map((one) => dimensionBar(one, mock.scores[one.id]))),
    element("h3", {}, "What to read"),
    element(
      "div",
      { class: "rows" },
      element("ul", {}, ...readingsFor(interview, mock, guide).map((one) => element("li", {}, element("a", { href: address(one.path) }, one.title), element("span", { class: "row__says" }, one.why)))),
    ),
    history.length > 0 && element("h3", {}, mock.walkthrough === "mix" ? "Your mixes so far" : "Your attempts so far"),
    history.length > 0 && historyChart(history, day),
    playback(session.id),
    element(
      "p",
      { class: "tools" },
      button("Do it again", then.again, { class: "is-main" }),
      button("Choose another", then.back),
      abandonButton(interview.title, then.erase, "Erase this attempt"),
    ),
  );
}

/** @param {import("./interview.js").Dimension} dimension @param {number | undefined} score @returns {HTMLLIElement} */
function dimensionBar(dimension, score) {
  const points = pointsOf(dimension, score);
  return element(
    "li",
    {},
    element("span", {}, dimension.name),
    element("span", { class: "legend__value" }, `${points} of ${dimension.points}`),
    svg(
      "svg",
      { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "bar__ground", width: 100, height: 4 }),
      svg("rect", { class: "bar__value", width: dimension.points ? (100 * points) / dimension.points : 0, height: 4 }),
    ),
    element("p", { class: "facts mock__anchor" }, score ? dimension.anchors[score - 1] : "Not scored."),
  );
}
