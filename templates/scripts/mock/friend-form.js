/** The sheet as a friend fills it in: what to ask, what to listen for, and what was heard. It prints, too. */
import { bullets, button, element } from "../dom/element.js";
import { anchorScale, tickLabel } from "../dom/fields.js";
import { progressBar } from "../dom/progress.js";
import { t, tn } from "../values/language.js";
import { MIX } from "./record.js";
import { scenario } from "./scenario.js";

/** @typedef {import("./friend-sheet.js").Sheet} Sheet */
/** @typedef {import("./record.js").Friend} Friend */

/** @param {Sheet} sheet @param {readonly string[]} aside what of the file was set aside @param {{save: (filled: Sheet) => void, close: () => void, now: () => Date}} then @returns {HTMLElement} */
export function friendForm(sheet, aside, then) {
  /** @type {Friend} */
  const heard = sheet.answers ?? { by: "", at: "", ticks: [], scores: {}, says: {}, overall: "" };
  const said = element("p", { role: "status" });
  const points = sheet.asks.flatMap((one) => one.points);
  const far = element("p", { class: "mock__head mock__where" });
  const bar = element("div", {});
  const changed = () => {
    const scored = Object.keys(heard.scores).length;
    far.replaceChildren(element("span", {}, t("{ticks} of {points} points heard", { ticks: heard.ticks.length, points: points.length })), element("span", { class: "mock__far" }, t("{scored} of {rubric} dimensions", { scored, rubric: sheet.rubric.length })));
    bar.replaceChildren(progressBar(scored, sheet.rubric.length));
    said.textContent = "";
    said.classList.remove("is-trouble");
  };
  changed();
  const save = button(
    t("Save the file to hand back"),
    () => {
      const isWarned = said.classList.contains("is-trouble");
      said.classList.toggle("is-trouble", isBlank(heard) && !isWarned);
      if (isBlank(heard) && !isWarned) return void (said.textContent = t("Nothing is marked yet: no point is ticked, no sentence chosen, no word written. Press once more, and the file is saved as it is."));
      heard.at = then.now().toISOString();
      then.save({ ...sheet, answers: heard });
      said.textContent = t("Saved as a file. Hand it back: it is opened on this same page. Nothing of it is kept in this browser.");
    },
    { class: "is-main" },
  );
  const name = element("input", { id: "friend-name", type: "text", maxlength: 80, value: heard.by, input: () => void (heard.by = name.value) });
  return element(
    "div",
    { class: "mock mock--friend" },
    element("div", { class: "mock__progress" }, far, bar),
    element("h2", { tabindex: -1 }, sheet.title),
    element("p", {}, t("You are the interviewer. Ask the questions, keep silent while they are answered, and tick what was said aloud. Then save the file and hand it back. Nothing is sent, and nothing is kept here: save before you close the page.")),
    aside.length > 0 && bullets(aside, { class: "is-trouble" }),
    element("p", { class: "field" }, element("label", { for: name.id }, t("Your name, or what they call you")), name),
    sheet.scenario.length > 0 && played(sheet),
    sheet.story && storyOf(sheet.story),
    ...sheet.asks.map((one) => askedOf(one, heard, changed, sheet.walkthrough === MIX)),
    element("h3", {}, t("Which sentence describes it?")),
    ...sheet.rubric.map((one) =>
      anchorScale(
        `friend-${one.id}`,
        one.name,
        one.anchors,
        heard.scores[one.id] ?? 0,
        (score) => {
          heard.scores[one.id] = score;
          changed();
        },
        one.measures,
      ),
    ),
    text("friend-overall", t("One thing to keep, one thing to work on"), heard.overall, (words) => void (heard.overall = words)),
    element("p", { class: "tools" }, save, button(t("Print it"), () => print()), button(t("Close it"), then.close)),
    said,
  );
}

/** @param {Friend} heard @returns {boolean} whether no mark was made, and no word written but a name */
function isBlank({ ticks, scores, says, overall }) {
  return ![...ticks, ...Object.keys(scores)].length && ![overall, ...Object.values(says)].some((words) => words.trim());
}

/** @param {Sheet} sheet @returns {HTMLElement} what whoever is asked has to know first, and whom the friend plays */
function played(sheet) {
  return element(
    "details",
    { class: "reveal", open: true },
    element("summary", {}, t("The scenario: read it aloud first")),
    sheet.minutes > 0 && element("p", { class: "facts" }, tn("{n} minute in all.", "{n} minutes in all.", sheet.minutes)),
    scenario(sheet),
    element("p", {}, t("You play whoever asks in it. Where you are asked for something that does not stand here, decide it once and keep to it.")),
  );
}

/** @param {NonNullable<Sheet["story"]>} story @returns {HTMLElement} */
function storyOf(story) {
  return element(
    "details",
    { class: "reveal", open: true },
    element("summary", {}, t("The story as it was written: {title}", { title: story.title })),
    ...story.parts.flatMap(({ name, text: words }) => [element("h4", {}, name), ...words.split("\n\n").map((one) => element("p", { class: "said" }, one))]),
  );
}

/** @param {import("./friend-sheet.js").Asked} one @param {Friend} heard @param {() => void} changed @param {boolean} isMix whose follow-ups come with what they are asked for, not with a reply @returns {HTMLElement} */
function askedOf(one, heard, changed, isMix) {
  const reply = (/** @type {string} */ strong) => (isMix ? t("What you listen for: {listens}", { listens: strong }) : t(" A strong reply: {strong}", { strong }));
  const tick = (/** @type {import("./friend-sheet.js").Point} */ point) =>
    tickLabel(point.text, heard.ticks.includes(point.id), (on) => {
      heard.ticks = on ? [...new Set([...heard.ticks, point.id])] : heard.ticks.filter((id) => id !== point.id);
      changed();
    });
  return element(
    "section",
    { class: "turn" },
    one.begins && element("p", { class: "facts" }, one.begins.minutes ? tn("{name}: {n} minute", "{name}: {n} minutes", one.begins.minutes, { name: one.begins.name }) : one.begins.name),
    element("h3", { class: "turn__asks" }, one.ask),
    one.listens && element("p", { class: "facts" }, t("What you listen for: {listens}", { listens: one.listens })),
    one.points.length > 0 && element("ul", { class: "ticks" }, ...one.points.map((point) => element("li", {}, tick(point)))),
    ...one.probes.map((probe) => element("p", {}, element("strong", {}, t("Then ask: ")), probe.asks, probe.strong && element("span", { class: "row__says" }, reply(probe.strong)))),
    one.note && element("details", { class: "reveal" }, element("summary", {}, t("What they noted themselves")), ...one.note.split("\n").map((words) => element("p", {}, words))),
    text(`heard-${one.id}`, t("What you heard"), heard.says[one.id] ?? "", (words) => void (heard.says[one.id] = words)),
  );
}

/** @param {string} id @param {string} label @param {string} value @param {(words: string) => void} write @returns {HTMLElement} */
function text(id, label, value, write) {
  const area = element("textarea", { id, rows: 3, maxlength: 6000, input: () => write(area.value) });
  area.value = value;
  return element("div", { class: "field" }, element("label", { for: id }, label), area);
}
