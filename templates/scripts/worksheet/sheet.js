/** A worksheet as the browser keeps it: the answers as they stand, and the attempts that were finished. */
import { Draft } from "../keep/draft.js";
import { asAnswers, asAttempts, sameAnswers } from "./score.js";

/** @typedef {import("./score.js").Answers} Answers */
/** @typedef {import("./score.js").Attempt} Attempt */
/** @typedef {{answers: Answers, attempts: Attempt[], saved: string | undefined}} Sheet */

/**
 * The draft of one worksheet.
 * @extends {Draft<Sheet>}
 */
export class SheetDraft extends Draft {
  /** @param {import("../keep/store.js").Store} store @param {string} slug */
  constructor(store, slug) {
    super(store, "worksheets", slug, { read: asSheet, texts: ({ answers }) => answers, restore: (sheet, texts) => void (sheet.answers = { ...texts }) });
  }

  /** @param {string} key of a field @param {string | true | undefined} answer nothing takes it away @param {boolean} [isWritten] whether it is words, of which none may be lost */
  answer(key, answer, isWritten = false) {
    const edit = (/** @type {Sheet} */ { answers }) => {
      if (answer) answers[key] = answer;
      else delete answers[key];
    };
    this.edit(key, edit, isWritten ? ({ answers }) => (Object.hasOwn(answers, key) ? String(answers[key]) : "") : undefined);
  }

  /** @param {Attempt} attempt @returns {boolean} whether it is a new one: the same answers twice are one attempt */
  finish(attempt) {
    const last = this.value.attempts.at(-1);
    if (last && sameAnswers(last.answers, attempt.answers)) return false;
    this.#attempts((attempts) => [...attempts, attempt]);
    return true;
  }

  /** @param {string} at when the attempt was finished */
  forget(at) {
    this.#attempts((attempts) => attempts.filter((one) => one.at !== at));
  }

  /** Empty the sheet; its attempts stay. */
  empty() {
    this.edit("", (sheet) => void (sheet.answers = {}));
    this.save();
  }

  /** @param {(attempts: Attempt[]) => Attempt[]} change */
  #attempts(change) {
    this.edit("", (sheet) => void (sheet.attempts = change(sheet.attempts)));
    this.save();
  }
}

/** @param {Sheet} sheet @returns {boolean} whether all that stands on it is in its last attempt */
export function isFinished({ answers, attempts }) {
  const last = attempts.at(-1);
  return last !== undefined && (!Object.keys(answers).length || sameAnswers(last.answers, answers));
}

/** @param {Record<string, unknown>} item @returns {Sheet} what of it is a worksheet */
function asSheet({ answers, attempts, saved }) {
  return { answers: asAnswers(answers), attempts: asAttempts(attempts), saved: typeof saved === "string" ? saved : undefined };
}
