/** What happens to a sheet for a friend: made, opened, filled in, taken in. It knows the store, and shows its views through whoever asked. */
import { whole } from "../story/story.js";
import { friendForm } from "./friend-form.js";
import { handedBackView, takenIn } from "./friend-back.js";
import { saveSheet } from "./friend-desk.js";
import { readSheet, sheetOf } from "./friend-sheet.js";
import { MINUTES_A_QUESTION, mixOf } from "./mix.js";
import { asMock, MIX } from "./record.js";

/** @typedef {import("./friend-sheet.js").Sheet} Sheet */
/** @typedef {import("../keep/store.js").Store} Store */
/**
 * @typedef {object} Around
 * @property {Store} store
 * @property {any} guide
 * @property {import("../keep/data.js").Question[]} bank
 * @property {(view: HTMLElement) => void} show
 * @property {() => void} close
 * @property {(id: string) => void} result shows the result of a session
 * @property {() => Date} now
 */

/** @param {Record<string, unknown>} stories as they are kept @param {Around} around @returns {[string, string][]} id and title of those that have questions to be asked */
export function askable(stories, { guide, bank }) {
  return Object.entries(stories).flatMap(([id, item]) => {
    const story = whole(item, guide.model, guide.wordsAMinute);
    return story.title.trim() && questionsOf(story, bank).length ? [/** @type {[string, string]} */ ([id, story.title])] : [];
  });
}

/** @param {string} id of the story @param {Around} around */
export function giveStory(id, { store, guide, bank, now }) {
  const item = store.get("stories", id);
  if (!item) return;
  const story = whole(item, guide.model, guide.wordsAMinute);
  const questions = questionsOf(story, bank);
  const wish = { competency: "", level: "", minutes: MINUTES_A_QUESTION * questions.length };
  const mock = asMock({ walkthrough: MIX, questions, wish });
  const parts = guide.parts.map((/** @type {{id: keyof typeof story.parts, name: string}} */ part) => ({ name: part.name, text: story.parts[part.id] ?? "" })).filter((/** @type {{text: string}} */ part) => part.text.trim());
  saveSheet(sheetOf(`${MIX}:friend:${now().getTime()}`, mock, mixOf(bank, questions, wish, id, guide.rubric), { story: { id, title: story.title, parts } }));
}

/** @param {string} text of a file @param {Around} around @throws {import("./friend-sheet.js").SheetError} with words for the reader */
export function openSheet(text, around) {
  const { sheet, aside } = readSheet(text);
  const isMine = Boolean(sheet.id && (around.store.get("mocks", sheet.id) || (sheet.story && around.store.get("stories", sheet.story.id))));
  if (!sheet.answers || !isMine) return form(sheet, aside, around);
  const item = around.store.get("mocks", sheet.id);
  around.show(
    handedBackView(sheet, item && asMock(item), aside, {
      take: () => take(sheet, around),
      leave: around.close,
      form: () => form(sheet, aside, around),
    }),
  );
}

/** @param {Sheet} sheet @param {string[]} aside @param {Around} around */
function form(sheet, aside, { show, close, now }) {
  const gone = new AbortController();
  let isSaved = true;
  const view = friendForm(sheet, aside, {
    save: (filled) => {
      saveSheet(filled);
      isSaved = true;
    },
    close: () => {
      gone.abort();
      close();
    },
    now,
  });
  view.addEventListener("input", () => (isSaved = false));
  addEventListener("beforeunload", (event) => !isSaved && view.isConnected && event.preventDefault(), { signal: gone.signal });
  show(view);
}

/** @param {Sheet} sheet @param {Around} around */
function take(sheet, { store, now, result }) {
  const item = store.get("mocks", sheet.id);
  const questions = sheet.asks.map(({ id }) => id);
  const told = sheet.story ? Object.fromEntries(questions.map((id) => [id, sheet.story?.id ?? ""])) : {};
  const mock = asMock(item ?? { walkthrough: MIX, questions, wish: { minutes: MINUTES_A_QUESTION * questions.length }, title: sheet.title, started: now().toISOString(), told });
  store.put("mocks", sheet.id, { ...mock, ...takenIn(sheet, mock, now()) });
  result(sheet.id);
}

/** @param {import("../story/story.js").Kept} story @param {import("../keep/data.js").Question[]} bank @returns {string[]} those it is tagged with; without any, those that open its main competency */
function questionsOf(story, bank) {
  const tagged = story.questions.filter((id) => bank.some((one) => one.id === id));
  return tagged.length ? tagged.slice(0, 5) : bank.filter((one) => one.kind === "trunk" && one.competency === story.competencies[0]).slice(0, 3).map(({ id }) => id);
}
