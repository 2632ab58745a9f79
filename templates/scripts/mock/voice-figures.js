/** What one's voice shows, in words for one answer, and as a table beside the last attempts. */
import { element } from "../dom/element.js";
import { t, tn } from "../values/language.js";
import { spoken } from "./clock.js";
import { together } from "./measure.js";
import { ENOUGH_SPEECH, paceOf } from "./transcript.js";

/** @typedef {import("./measure.js").Measured} Measured */
/** @typedef {import("./record.js").Mock} Mock */
/** @typedef {import("./interview.js").Interview} Interview */

const SHOWN = 4;

/** @param {Interview} interview @param {string} turn @returns {number} the seconds that the clock gives this question: its part of the phase */
export function secondsFor(interview, turn) {
  const phase = interview.turns.find((one) => one.id === turn)?.phase;
  const within = interview.turns.filter((one) => one.phase === phase).length;
  return (60 * (interview.phases.find((one) => one.id === phase)?.minutes ?? 0)) / Math.max(1, within);
}

/** @param {Measured} one @param {number} given seconds on the clock @returns {string} */
export function figuresInWords(one, given) {
  if (!one.spoken) return t("No speech was found in the recording.");
  const pauses = one.pauses ? tn("{n} pause, the longest {to_fixed} s", "{n} pauses, the longest {to_fixed} s", one.pauses, { to_fixed: one.longest.toFixed(1) }) : t("No pause of a second");
  const is = { spoken: spoken(one.spoken * 1000), all: spoken(one.seconds * 1000), share: Math.round((100 * one.spoken) / given), pauses, stretch: spoken(one.stretch * 1000) };
  return given ? t("You spoke for {spoken} of {all}, {share} % of its time. {pauses}. {stretch} at most without one.", is) : t("You spoke for {spoken} of {all}. {pauses}. {stretch} at most without one.", is);
}

/** @param {Mock} mock @param {(text: string) => number} count words of a text @returns {number} words a minute, over the answers of which both the words and the sound are known; 0 where they are too few */
export function wordsAMinute(mock, count) {
  const both = Object.entries(mock.transcripts).filter(([turn, text]) => text.trim() && mock.voice[turn]?.spoken);
  const seconds = both.reduce((sum, [turn]) => sum + (mock.voice[turn]?.spoken ?? 0), 0);
  return seconds >= ENOUGH_SPEECH ? paceOf(both.reduce((sum, [, text]) => sum + count(text), 0), seconds) : 0;
}

/**
 * @param {Mock} mock @param {Record<string, Mock>} mocks @param {Interview} interview @param {(text: string) => number} count words of a text @param {(moment: string) => string} day
 * @returns {HTMLElement | null} this attempt and those before it; nothing where nothing was recorded
 */
export function voiceTable(mock, mocks, interview, count, day) {
  const before = Object.values(mocks).filter((one) => one.walkthrough === mock.walkthrough && one.started < mock.started);
  const all = [...before.sort((a, b) => (a.started < b.started ? -1 : 1)), mock].filter((one) => Object.keys(one.voice).length).slice(-SHOWN);
  if (!Object.keys(mock.voice).length) return null;
  const row = (/** @type {Mock} */ one) => {
    const sum = together(Object.values(one.voice));
    const given = Object.keys(one.voice).reduce((seconds, turn) => seconds + secondsFor(interview, turn), 0);
    const pace = wordsAMinute(one, count);
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, one === mock ? t("This time") : day(one.started)),
      ...[spoken(sum.spoken * 1000), given ? `${Math.round((100 * sum.spoken) / given)} %` : "", sum.pauses, `${sum.longest.toFixed(1)} s`, spoken(sum.stretch * 1000), pace || t("not known")].map((text) => element("td", {}, text)),
    );
  };
  return element(
    "div",
    { class: "mock__measured" },
    element("h3", {}, t("What your voice shows")),
    element("p", { class: "facts" }, t("Measured in this browser, from the recordings. A pause is a second or longer without speech.")),
    element(
      "div",
      { class: "mock__table", role: "region", tabindex: 0, "aria-label": t("What your voice shows, beside your last attempts") },
      element(
        "table",
        { class: "history__table" },
        element("thead", {}, element("tr", {}, ...["", t("Spoken"), t("Of its time"), t("Pauses"), t("Longest"), t("Without one"), t("Words a minute")].map((name) => (name ? element("th", { scope: "col" }, name) : element("td", {}))))),
        element("tbody", {}, ...all.map(row)),
      ),
    ),
  );
}
