/** What a session came to, on one page. */
import { button, element, svg } from "../dom/element.js";
import { address } from "../keep/address.js";
import { t, tn } from "../values/language.js";
import { historyChart, resultBar } from "./chart.js";
import { spoken } from "./clock.js";
import { MINUTES_A_QUESTION, partOf } from "./mix.js";
import { givenBy, MIX } from "./record.js";
import { friendsPart } from "./friend-back.js";
import { giveResult } from "./friend-desk.js";
import { expected, extremes, historyOf, pointsOf, readingsFor, weakestTurns } from "./result.js";
import { abandonButton } from "./setup.js";
import { timesInWords, timesTold } from "./told.js";
import { voiceTable } from "./voice-figures.js";
import { groundsInWords, restsOn, toWorkOn, verdictInWords } from "./weighed.js";

/** @typedef {import("./session.js").MockSession} MockSession */

/**
 * @param {MockSession} session @param {any} guide @param {Record<string, import("./record.js").Mock>} mocks @param {import("./answer.js").Own} own @param {(moment: string) => string} day
 * @param {{again: () => void, weakest: (questions: string[], minutes: number) => void, review: () => void, give: (notes: boolean) => void, back: () => void, erase: () => void}} then @returns {HTMLElement}
 */
export function outcomeView(session, guide, mocks, own, day, then) {
  const { interview, mock } = session;
  const verdict = verdictInWords(interview, mock);
  const found = extremes(interview.rubric, mock.scores);
  const asks = new Set(interview.turns.map(({ path }) => path));
  const again = weakestTurns(interview, mock);
  const history = historyOf(mocks, mock.walkthrough);
  const { said, all } = restsOn(interview, mock);
  const work = toWorkOn(interview, mock);
  const told = own.stories.filter(([id]) => Object.values(mock.told).includes(id));
  const before = [
    history.length > 1 && element("h3", {}, mock.walkthrough === MIX ? t("Your mixes so far") : t("Your attempts so far")),
    history.length > 1 && historyChart(history, day),
    voiceTable(mock, mocks, interview, (text) => own.editorial.wordsIn(text), day),
    told.length > 0 && element("h3", {}, t("Stories you told")),
    told.length > 0 && element("ul", {}, ...told.map(([id, title]) => element("li", {}, t("{title}, {times_in_words} in an interview", { title, times_in_words: timesInWords(timesTold(mocks, id)) })))),
  ];
  return element(
    "div",
    { class: "mock mock--result" },
    element("p", { class: "mock__where" }, day(mock.finished)),
    element("h2", { tabindex: -1, class: "mock__result" }, element("span", {}, mock.points), t(" of {of} points", { of: mock.of })),
    mock.of > 0 && resultBar(Math.round((100 * mock.points) / mock.of), expected(mock.confidence)),
    element(
      "div",
      { class: "beside" },
      element(
        "div",
        {},
        found ? element("p", {}, element("strong", {}, t("Strongest: ")), `${found.strongest.name}. `, element("strong", {}, t("Weakest: ")), `${found.weakest.name}.`) : element("p", {}, t("No dimension stands out from the others.")),
        work && !found && element("p", {}, element("strong", {}, t("To work on: ")), t("{name}, as {why}.", { name: work.dimension.name, why: work.why })),
        again.length > 0 && practise(session, again, then.weakest, found?.weakest.name ?? ""),
        element("p", { class: "tools" }, button(t("Do it again"), then.again, { class: again.length ? "" : "is-main" }), button(t("Answers and replay"), then.review)),
        verdict && element("p", {}, verdict),
        mock.of > 0 && element("p", { class: "facts" }, groundsInWords(interview, mock)),
        !givenBy(mock) && element("p", { class: "facts" }, tn("{spoken} of {minutes}:00 on the clock, {said} of {all} points said aloud, {n} mistake ticked.", "{spoken} of {minutes}:00 on the clock, {said} of {all} points said aloud, {n} mistakes ticked.", mock.mistakes.length, { spoken: spoken(mock.elapsed), minutes: interview.minutes, said, all })),
      ),
      element("div", {}, element("h3", {}, t("By dimension")), element("ul", { class: "legend mock__bars" }, ...interview.rubric.map((one) => dimensionBar(one, mock.scores[one.id], one === found?.strongest ? t(", strongest") : one === found?.weakest ? t(", weakest") : "")))),
    ),
    element(
      "div",
      { class: before.some(Boolean) ? "beside" : "" },
      element(
        "div",
        {},
        element("h3", {}, t("What to read")),
        element("div", { class: "rows" }, element("ul", {}, ...readingsFor(interview, mock, guide).map((one) => element("li", {}, element("a", { href: address(one.path), class: asks.has(one.path) ? "row__asks" : "" }, one.title), element("span", { class: "row__says" }, one.why))))),
      ),
      before.some(Boolean) && element("div", {}, ...before),
    ),
    friendsPart(interview, mock, day),
    giveResult(then.give),
    element("p", { class: "tools" }, button(t("Choose another"), then.back), abandonButton(interview.title, then.erase, t("Erase this attempt"))),
  );
}

/** @param {MockSession} session @param {string[]} questions @param {(questions: string[], minutes: number) => void} begin @param {string} weakest its name, or "" @returns {HTMLButtonElement} */
function practise({ interview, mock }, questions, begin, weakest) {
  const minutes = mock.walkthrough === MIX ? MINUTES_A_QUESTION * questions.length : partOf(interview, questions).minutes;
  const made = button("", () => begin(questions, minutes), { class: "begin is-main" });
  made.append(element("span", { class: "begin__title" }, tn("Practise the weakest: {n} question, {minutes} min", "Practise the weakest: {n} questions, {minutes} min", questions.length, { minutes })), weakest && element("span", {}, weakest));
  return made;
}

/** @param {import("./interview.js").Dimension} dimension @param {number | undefined} score @param {string} word what it is among the others @returns {HTMLLIElement} */
function dimensionBar(dimension, score, word) {
  const points = pointsOf(dimension, score);
  return element(
    "li",
    {},
    element("span", {}, dimension.name),
    element("span", { class: "legend__value" }, `${t("{points} of {of}", { points, of: dimension.points })}${word}`),
    svg(
      "svg",
      { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "bar__ground", width: 100, height: 4 }),
      svg("rect", { class: "bar__value", width: dimension.points ? (100 * points) / dimension.points : 0, height: 4 }),
    ),
    element("p", { class: "facts mock__anchor" }, score ? dimension.anchors[score - 1] : t("Not scored.")),
  );
}
