/** Before the clock: the scenario, one's confidence, and whether to record. */
import { button, element } from "../dom/element.js";
import { anchorScale, tickLabel } from "../dom/fields.js";
import { scenario } from "./scenario.js";
import { canRecord } from "./voice.js";

/** @typedef {import("./session.js").MockSession} MockSession */

/** @param {MockSession} session @param {readonly string[]} confidence @param {{start: (record: boolean) => void, back: () => void, brief: HTMLElement}} then @returns {HTMLElement} */
export function readyView(session, confidence, then) {
  const { interview, mock } = session;
  const wanted = tickLabel("Record my voice. It is kept in this browser, and sent nowhere.", false, () => {});
  const box = /** @type {HTMLInputElement} */ (wanted.querySelector("input"));
  const phases = interview.phases.map((phase) => `${phase.name}, ${phase.minutes} min`);
  return element(
    "div",
    { class: "mock" },
    element("p", { class: "mock__where" }, `${interview.minutes} minutes, ${interview.turns.length} ${interview.turns.length === 1 ? "question" : "questions"}`),
    element("h2", { tabindex: -1 }, interview.title),
    scenario(interview),
    element("details", { class: "reveal" }, element("summary", {}, "How the time divides"), element("ol", {}, ...phases.map((text) => element("li", {}, text)))),
    anchorScale(
      "confidence",
      "Before you start: how sure are you?",
      confidence,
      mock.confidence,
      (score) => session.save({ confidence: score }),
      "Afterwards you see how far this was from your score. The comparison teaches as much as the score.",
    ),
    canRecord() ? element("p", { class: "field field--tick" }, wanted) : element("p", { class: "facts" }, "This browser cannot record a voice on this page. A telephone beside you can."),
    element("p", { class: "tools" }, button("Start the clock", () => then.start(box.checked), { class: "is-main" }), button("Choose another", then.back)),
    then.brief,
  );
}
