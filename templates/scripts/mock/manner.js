/** How the interviewer behaves, and with which voice: chosen before the clock. */
import { button, element } from "../dom/element.js";
import { selectField, tickLabel } from "../dom/fields.js";
import { t } from "../values/language.js";
import { Speaker, voices, whenVoicesChange } from "./speaker.js";

/** @typedef {import("./record.js").Interviewer} Interviewer */

const MANNERS = /** @type {const} */ ([
  ["waits", t("Waits for you"), t("You ask for each follow-up yourself.")],
  ["interrupts", t("Follows up and interrupts"), t("A follow-up comes after each answer, and you are stopped near the end of a phase.")],
  ["silent", t("Says nothing"), t("The question and the time, nothing else.")],
]);
const RATES = /** @type {const} */ ([
  ["0.8", "slow"],
  ["1", t("as people speak")],
  ["1.2", "fast"],
]);
const TEST = t("Tell me about a decision that you would take differently today.");

/** @param {Interviewer} wish is changed as it is chosen @returns {HTMLElement} */
export function mannerFields(wish) {
  return element(
    "fieldset",
    { class: "field field--manner" },
    element("legend", {}, t("The interviewer")),
    ...MANNERS.map(([value, name, says]) =>
      element(
        "label",
        {},
        element("input", { type: "radio", name: "manner", value, checked: wish.manner === value, change: () => void (wish.manner = value) }),
        element("span", {}, name, element("span", { class: "row__says" }, says)),
      ),
    ),
    voiceFields(wish),
  );
}

/** @param {Interviewer} wish @returns {HTMLElement} */
function voiceFields(wish) {
  const place = element("div", { class: "mock__aloud" });
  const speaker = new Speaker();
  const gone = new AbortController();
  const show = () => {
    if (place.childElementCount && !place.isConnected) return gone.abort();
    const found = voices();
    if (!found.length) return place.replaceChildren(element("p", { class: "facts" }, t("This browser has no voice on this device, so the questions are shown and not said.")));
    const voice = selectField(t("Voice"), found.map(({ name }) => /** @type {const} */ ([name, name])), { id: "voice-name", chosen: wish.voice, change: (name) => void (wish.voice = name) });
    const rate = selectField(t("Pace"), RATES, { id: "voice-rate", chosen: String(wish.rate), change: (chosen) => void (wish.rate = Number(chosen)) });
    const heard = element("p", { class: "facts", role: "status" });
    const test = button(t("Hear it"), () => void (heard.textContent = speaker.say(TEST, wish) ? "" : t("This voice does not speak now. The questions are shown in any case.")));
    const more = element("div", { hidden: !wish.aloud }, element("p", { class: "mix__wish" }, voice.root, rate.root), element("p", { class: "tools" }, test), heard);
    const aloud = tickLabel(t("Ask the questions aloud, with a voice of this browser. It speaks on this device."), wish.aloud, (on) => {
      wish.aloud = on;
      more.hidden = !on;
      if (!on) speaker.stop();
    });
    return place.replaceChildren(element("p", { class: "field--tick" }, aloud), more);
  };
  whenVoicesChange(show, gone.signal);
  show();
  return place;
}
