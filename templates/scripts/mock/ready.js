/** Before the clock: the scenario, one's confidence, how the interviewer behaves, and whether to record. */
import { button, element } from "../dom/element.js";
import { anchorScale, tickLabel } from "../dom/fields.js";
import { t, tn } from "../values/language.js";
import { canWrite } from "./dictation.js";
import { mannerFields } from "./manner.js";
import { MIX } from "./record.js";
import { isNarrow, scenario } from "./scenario.js";
import { whyNot } from "./voice.js";
import { VOICE_SAYS } from "./voice-words.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {{confidence: number, interviewer: import("./record.js").Interviewer, record: boolean, write: boolean}} Wish */

/** @param {MockSession} session @param {readonly string[]} confidence @param {{start: (wish: Wish) => void, back: () => void, more: Node[]}} then @returns {HTMLElement} */
export function readyView(session, confidence, then) {
  const { interview, mock } = session;
  /** @type {Wish} */
  const wish = { confidence: mock.confidence, interviewer: { ...mock.interviewer }, record: false, write: false };
  const phases = interview.phases.map((phase) => t("{name}, {minutes} min", { name: phase.name, minutes: phase.minutes }));
  return element(
    "div",
    { class: "mock mock--ready" },
    element("p", { class: "mock__where" }, tn("{minutes} minutes, {n} question", "{minutes} minutes, {n} questions", interview.turns.length, { minutes: interview.minutes })),
    element("h2", { tabindex: -1 }, interview.title),
    element(
      "div",
      { class: "beside" },
      scenario(interview, isNarrow()), element("div", {}, element("details", { class: "reveal", open: !isNarrow() }, element("summary", {}, t("How the time divides")), element("ol", {}, ...phases.map((text) => element("li", {}, text))))),
    ),
    interview.id !== MIX && element("p", { class: "facts" }, t("Answer as yourself, also where the scenario names a candidate.")),
    anchorScale(
      "confidence",
      t("Before you start: how sure are you?"),
      confidence,
      mock.confidence,
      (score) => void (wish.confidence = score),
      t("Afterwards you see how far this was from your score. The comparison teaches as much as the score."),
    ),
    mannerFields(wish.interviewer),
    recordField(wish),
    element("p", { class: "tools mock__start" }, button(t("Start the clock"), () => then.start(wish), { class: "is-main" }), button(t("Choose another"), then.back)),
    ...then.more,
  );
}

/** @param {Wish} wish @returns {HTMLElement} */
function recordField(wish) {
  const not = whyNot();
  if (not) return element("p", { class: "facts" }, VOICE_SAYS[not]);
  const write = element("p", { class: "field--tick", hidden: true }, tickLabel(t("Write down what I say. This browser does it on this device, and may mishear."), false, (on) => void (wish.write = on)));
  const record = tickLabel(t("Record my voice. It is kept in this browser, and sent nowhere."), false, async (on) => {
    wish.record = on;
    const isAble = on && (await canWrite());
    write.hidden = !wish.record || !isAble;
    if (write.hidden) wish.write = false;
  });
  return element("div", { class: "mock__record" }, element("p", { class: "field--tick" }, record), write);
}
