/** After the clock, one screen each: what was said, the rubric, the mistakes beside one's own notes. */
import { bullets, button, element } from "../dom/element.js";
import { anchorScale, tickLabel } from "../dom/fields.js";
import { progressBar } from "../dom/progress.js";
import { showSaved } from "../keep/saved.js";
import { spoken } from "./clock.js";
import { playback } from "./playback.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./interview.js").Turn} Turn */

/** @param {MockSession} session @param {() => void} next @returns {HTMLElement} the checklist of each phase */
export function ticksView(session, next) {
  const { interview, mock } = session;
  return screen(
    session,
    () => {
      const all = interview.phases.flatMap((phase) => phase.strong.map((_, at) => `${phase.id}-${at + 1}`));
      const said = all.filter((id) => session.mock.ticks.includes(id)).length;
      return ["Step 1 of 3", said, all.length, `${said} of ${all.length} points said`];
    },
    "What did you say?",
    `The clock stood at ${spoken(mock.elapsed)} of ${interview.minutes}:00. Tick what was said aloud, in words a listener could repeat. What was only meant stays empty.`,
    [
      ...interview.phases.flatMap((phase) => [
        element("h3", {}, interview.turns.find((turn) => turn.id === phase.id)?.asks ?? phase.name),
        noteOf(session, interview.turns.filter((turn) => turn.phase === phase.id)),
        element(
          "ul",
          { class: "ticks" },
          ...phase.strong.map((text, at) => {
            const id = `${phase.id}-${at + 1}`;
            return element("li", {}, tickLabel(text, mock.ticks.includes(id), (on) => session.save({ ticks: toggled(session.mock.ticks, id, on) })));
          }),
        ),
      ]),
      playback(session.id),
    ],
    [button("On to the rubric", next, { class: "is-main" })],
  );
}

/** @param {MockSession} session @param {{next: () => void, back: () => void}} then @returns {HTMLElement} the rubric, without its points */
export function scoreView(session, then) {
  const { interview } = session;
  const missing = element("p", { class: "mock__nudge", role: "status" });
  const next = () => {
    const open = interview.rubric.filter((one) => !session.mock.scores[one.id]);
    missing.textContent = open.length ? `Still to choose: ${open.map((one) => one.name).join(", ")}.` : "";
    if (!open.length) then.next();
    else /** @type {HTMLElement | null} */ (document.getElementsByName(`score-${open[0]?.id}`)[0])?.focus();
  };
  return screen(
    session,
    () => {
      const chosen = interview.rubric.filter((one) => session.mock.scores[one.id]).length;
      return ["Step 2 of 3", chosen, interview.rubric.length, `${chosen} of ${interview.rubric.length} dimensions`];
    },
    "Which sentence describes it?",
    "Choose what happened, the lower one when in doubt. The points come afterwards.",
    [
      ...interview.rubric.map((one) =>
        anchorScale(`score-${one.id}`, one.name, one.anchors, session.mock.scores[one.id] ?? 0, (score) => session.save({ scores: { ...session.mock.scores, [one.id]: score } }), one.measures),
      ),
      missing,
    ],
    [button("On to the mistakes", next, { class: "is-main" }), button("Back", then.back)],
  );
}

/** @param {MockSession} session @param {{next: () => void, back: () => void}} then @returns {HTMLElement} each mistake beside one's own notes */
export function mistakesView(session, then) {
  const { interview, mock } = session;
  const tick = (/** @type {string} */ id, /** @type {string} */ text) =>
    tickLabel(text, mock.mistakes.includes(id), (on) => session.save({ mistakes: toggled(session.mock.mistakes, id, on) }));
  return screen(
    session,
    () => {
      const { length } = session.mock.mistakes;
      return ["Step 3 of 3", 1, 1, `${length} ${length === 1 ? "mistake" : "mistakes"} ticked`];
    },
    "Did you hear yourself do this?",
    "Your notes stand beside the mistake that tempts most people there. Tick it where you made it, too.",
    [
      ...interview.turns.map((turn) => compared(turn, mock.notes[turn.id] ?? "", tick(turn.id, "I did this"))),
      interview.mistakes.length > 0 && element("h3", {}, "What goes wrong at this level"),
      interview.mistakes.length > 0 && element("ul", { class: "ticks" }, ...interview.mistakes.map((text, at) => element("li", {}, tick(`mistake-${at + 1}`, text)))),
    ],
    [button("Show the result", then.next, { class: "is-main" }), button("Back", then.back)],
  );
}

/** @param {Turn} turn @param {string} note @param {HTMLElement} tick @returns {HTMLElement} */
function compared(turn, note, tick) {
  return element(
    "section",
    { class: "turn" },
    element("h3", { class: "turn__asks" }, turn.asks),
    element("div", { class: "sides" }, ownNote(note), element("div", { class: "side side--weak" }, element("h4", {}, turn.strong ? "The tempting way" : "The trap"), element("p", { class: turn.strong ? "said" : "" }, turn.weak), turn.because && element("p", {}, turn.because), element("p", { class: "field--tick" }, tick))),
    turn.strong && element("details", { class: "reveal" }, element("summary", {}, "Show the strong reply"), element("p", { class: "said" }, turn.strong)),
    turn.listens && element("details", { class: "reveal" }, element("summary", {}, "What they listen for"), element("p", {}, turn.listens)),
    ...turn.probes.map((probe) => element("details", { class: "reveal" }, element("summary", {}, `Then they ask: ${probe.asks}`), element("p", {}, probe.strong))),
  );
}

/** @param {string} note @returns {HTMLElement} */
function ownNote(note) {
  const lines = note.trim() ? note.trim().split("\n") : ["You wrote nothing down here."];
  return element("div", { class: "side" }, element("h4", {}, "Your notes"), ...lines.map((text) => element("p", {}, text)));
}

/** @param {MockSession} session @param {Turn[]} turns @returns {HTMLElement | null} what was noted in one phase */
function noteOf(session, turns) {
  const noted = turns.map((turn) => (session.mock.notes[turn.id] ?? "").trim()).filter(Boolean);
  return noted.length ? element("details", { class: "reveal" }, element("summary", {}, "Your notes of it"), bullets(noted, { class: "plain mock__noted" })) : null;
}

/** @param {MockSession} session @param {() => [step: string, done: number, of: number, says: string]} progress @param {string} title @param {string} says @param {import("../dom/element.js").Child[]} content @param {HTMLElement[]} buttons @returns {HTMLElement} */
function screen(session, progress, title, says, content, buttons) {
  const kept = element("p", { class: "sheet__saved", role: "status" });
  const step = element("span", {});
  const far = element("span", { class: "mock__far" });
  const bar = element("div", {});
  const root = element(
    "div",
    { class: "mock" },
    element("div", { class: "mock__progress" }, element("p", { class: "mock__head mock__where" }, step, far), bar),
    element("h2", { tabindex: -1 }, title),
    element("p", {}, says),
    ...content,
    kept,
    element("p", { class: "tools" }, ...buttons),
  );
  const show = () => {
    const [where, done, of, words] = progress();
    step.textContent = where;
    far.textContent = words;
    bar.replaceChildren(progressBar(done, of));
  };
  const say = () => {
    if (root.isConnected) {
      show();
      return showSaved(kept, session.store.state, session.saved, session.env.now(), session.draft.isDeleted);
    }
    for (const event of ["saved", "deleted"]) session.removeEventListener(event, say);
  };
  for (const event of ["saved", "deleted"]) session.addEventListener(event, say);
  show();
  return root;
}

/** @param {string[]} ids @param {string} id @param {boolean} on @returns {string[]} */
function toggled(ids, id, on) {
  return on ? [...new Set([...ids, id])] : ids.filter((one) => one !== id);
}
