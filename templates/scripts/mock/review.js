/** After the clock, one screen: what was asked and what one said, beside what a strong answer has; then the rubric. */
import { button, element } from "../dom/element.js";
import { anchorScale, tickLabel } from "../dom/fields.js";
import { progressBar } from "../dom/progress.js";
import { showSaved } from "../keep/saved.js";
import { t } from "../values/language.js";
import { answerSides, isAnswered } from "./answer.js";
import { spoken } from "./clock.js";
import { restsOn, toWorkOn } from "./weighed.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./interview.js").Turn} Turn */
/** @typedef {import("./answer.js").Own} Own */

/** @param {MockSession} session @param {Own} own @param {{next: () => void, back: () => void}} then @returns {HTMLElement} */
export function reviewView(session, own, then) {
  const { interview, mock } = session;
  const missing = element("p", { class: "mock__nudge", role: "status" });
  const work = element("p", { class: "mock__work", role: "status" });
  const toggle = (/** @type {"ticks" | "mistakes"} */ list, /** @type {string} */ id, /** @type {string} */ text) =>
    tickLabel(text, mock[list].includes(id), (on) => session.save({ [list]: on ? [...new Set([...session.mock[list], id])] : session.mock[list].filter((one) => one !== id) }));
  const next = () => {
    const open = interview.rubric.filter((one) => !session.mock.scores[one.id]);
    missing.textContent = open.length ? t("Still to choose: {map}.", { map: open.map((one) => one.name).join(", ") }) : "";
    if (!open.length) then.next();
    else /** @type {HTMLElement | null} */ (document.getElementsByName(`score-${open[0]?.id}`)[0])?.focus();
  };
  return screen(
    session,
    () => {
      const found = toWorkOn(interview, session.mock);
      const says = found ? t("To work on: {name}, as {why}.", { name: found.dimension.name, why: found.why }) : "";
      if (work.textContent !== says) work.textContent = says;
    },
    [
      element("h2", { tabindex: -1 }, t("What did you say?")),
      element("p", {}, t("The clock stood at {spoken} of {minutes}:00. Tick what was said aloud, in words a listener could repeat. What was only meant stays empty.", { spoken: spoken(mock.elapsed), minutes: interview.minutes })),
      interview.turns.some((turn) => !isAnswered(session, turn)) && element("p", { class: "facts" }, t("Where you wrote nothing down, a question is one line: open it for the tempting way, the strong reply, and the story you told.")),
      ...interview.turns.flatMap((turn) => answered(session, turn, own, toggle)),
      interview.mistakes.length > 0 && element("h3", {}, t("What goes wrong at this level")),
      interview.mistakes.length > 0 && element("ul", { class: "ticks" }, ...interview.mistakes.map((text, at) => element("li", {}, toggle("mistakes", `mistake-${at + 1}`, text)))),
      element("h3", { class: "mock__rubric", id: "mock-rubric" }, t("Which sentence describes it?")),
      work,
      element("p", {}, t("Choose what happened, the lower one when in doubt. The points come afterwards.")),
      element("div", { class: "mock__scales" }, ...interview.rubric.map((one) =>
        anchorScale(`score-${one.id}`, one.name, one.anchors, mock.scores[one.id] ?? 0, (score) => session.save({ scores: { ...session.mock.scores, [one.id]: score } }), one.measures),
      )),
      missing,
    ],
    [button(t("Show the result"), next, { class: "is-main" }), button(t("Back to the interview"), then.back)],
  );
}

/** @param {MockSession} session @param {Turn} turn @param {Own} own @param {(list: "ticks" | "mistakes", id: string, text: string) => HTMLElement} toggle @returns {HTMLElement[]} one question: a line, and behind it one's own answer and what stands against it, open where there is one; after the last of a phase what a strong answer has */
function answered(session, turn, own, toggle) {
  const { interview } = session;
  const phase = interview.phases.find((one) => one.id === turn.phase);
  const isLast = interview.turns.filter((one) => one.phase === turn.phase).at(-1) === turn;
  const named = interview.phases.length < interview.turns.length ? t("What a strong answer has: {phase}", { phase: phase?.name }) : t("What a strong answer has");
  const list =
    phase && isLast
      ? [element("h4", {}, named), element("ul", { class: "ticks" }, ...phase.strong.map((text, at) => element("li", {}, toggle("ticks", `${phase.id}-${at + 1}`, text))))]
      : [];
  const trap = element("div", { class: "side side--weak" }, element("p", { class: turn.strong ? "said" : "" }, turn.weak), turn.because && element("p", {}, turn.because));
  const doors = [
    door(turn.strong ? t("The tempting way") : t("The trap"), trap, element("p", { class: "field--tick" }, toggle("mistakes", turn.id, t("I did this")))),
    turn.strong && door(t("The strong reply"), element("p", { class: "said" }, turn.strong)),
    turn.listens && door(t("What they listen for"), element("p", {}, turn.listens)),
    ...turn.probes.map((probe, at) => door(session.mock.asked[turn.id]?.includes(at) ? t("Then they asked: {text}", { text: probe.asks }) : t("Then they ask: {asks}", { asks: probe.asks }), element("p", {}, probe.strong))),
  ];
  const isThere = isAnswered(session, turn);
  const row = element(
    "details",
    { class: "turn reveal fold", open: isThere },
    element("summary", {}, element("h3", { class: "turn__asks", tabindex: -1 }, turn.asks)),
    element("div", { class: "sides" }, answerSides(session, turn, own), element("div", {}, ...doors)),
  );
  void own.replay.has(turn.id).then((has) => {
    row.open ||= has;
  });
  return [row, ...list];
}

/** @param {string} name @param {HTMLElement[]} behind @returns {HTMLElement} what one may look at after one's own words */
function door(name, ...behind) {
  return element("details", { class: "reveal" }, element("summary", {}, name), ...behind);
}

/** @param {MockSession} session @param {() => void} changed @param {import("../dom/element.js").Child[]} content @param {HTMLElement[]} buttons @returns {HTMLElement} */
function screen(session, changed, content, buttons) {
  const kept = element("p", { class: "sheet__saved", role: "status" });
  const said = element("span", {});
  const chosen = element("span", { class: "mock__far" });
  const bar = element("div", {});
  const root = element(
    "div",
    { class: "mock mock--review" },
    element("div", { class: "mock__progress" }, element("p", { class: "mock__head mock__where" }, said, chosen), bar),
    ...content,
    kept,
    element("p", { class: "tools" }, ...buttons),
  );
  const show = () => {
    const { rubric } = session.interview;
    const points = restsOn(session.interview, session.mock);
    const scored = rubric.filter((one) => session.mock.scores[one.id]).length;
    said.textContent = t("{said} of {all} points said", { said: points.said, all: points.all });
    chosen.textContent = t("{scored} of {rubric} dimensions", { scored, rubric: rubric.length });
    bar.replaceChildren(progressBar(scored, rubric.length));
    changed();
  };
  const say = () => {
    if (!root.isConnected) return session.removeEventListener("saved", say);
    show();
    showSaved(kept, session.store.state, session.saved, session.env.now(), session.draft.isDeleted);
  };
  session.addEventListener("saved", say);
  show();
  return root;
}
