/** A worksheet in the reader's store: the answers as they stand, and the attempts that were finished. */
import { asAnswers, asAttempts, sameAnswers } from "./score.js";

/** @typedef {import("./score.js").Answers} Answers */
/** @typedef {import("./score.js").Attempt} Attempt */
/** @typedef {{answers: Answers, attempts: Attempt[], saved: string | undefined}} Kept */

export class Draft {
  /** @param {import("../keep/store.js").Store} store @param {string} slug */
  constructor(store, slug) {
    this.store = store;
    this.slug = slug;
  }

  /** @returns {Kept} */
  get kept() {
    const item = this.store.get("worksheets", this.slug);
    return { answers: asAnswers(item?.answers), attempts: asAttempts(item?.attempts), saved: item?.saved };
  }

  /**
   * Change the answers to some fields; the others stay as they are kept, for another tab may have written them.
   * @param {Iterable<string>} keys @param {Answers} answers
   */
  change(keys, answers) {
    const { attempts, answers: kept } = this.kept;
    const next = new Map(Object.entries(kept));
    for (const key of keys) {
      const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
      if (answer) next.set(key, answer);
      else next.delete(key);
    }
    return this.store.put("worksheets", this.slug, { answers: Object.fromEntries(next), attempts });
  }

  /** @param {Attempt} attempt @returns {boolean} whether it is a new one: the same answers twice are one attempt */
  finish(attempt) {
    const { answers, attempts } = this.kept;
    const last = attempts.at(-1);
    if (last && sameAnswers(last.answers, attempt.answers)) return false;
    this.store.put("worksheets", this.slug, { answers, attempts: [...attempts, attempt] });
    return true;
  }

  /** @param {string} at when the attempt was finished */
  forget(at) {
    const { answers, attempts } = this.kept;
    this.store.put("worksheets", this.slug, { answers, attempts: attempts.filter((one) => one.at !== at) });
  }

  /** Empty the sheet; its attempts stay. */
  empty() {
    const { attempts } = this.kept;
    this.store.put("worksheets", this.slug, { answers: {}, attempts });
  }
}
