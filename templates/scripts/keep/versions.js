/** What was kept by older editions of this handbook, brought up to date step by step. */
import { t } from "../values/language.js";

/** @typedef {Record<string, unknown>} Whole a document of any version */
/** @typedef {(whole: Whole) => Whole} Step */

/**
 * The step at place n makes a document of version n one of version n + 1, so a change of what a field means is one more
 * step here, with its test. A new part or a new field needs none.
 * @type {readonly Step[]}
 */
const STEPS = [
  // 0 to 1: rounds and the day when the date was set came; both may be missing
  (whole) => whole,
];

export const VERSION = STEPS.length;

/** A document that cannot be taken in, with a message for the reader. */
export class ImportError extends Error {}

/** A document of an edition that is yet to come: nothing may be written over it. */
export class NewerError extends ImportError {}

/**
 * @param {Whole} whole @param {readonly Step[]} [steps]
 * @returns {Whole} the same, of today's version
 * @throws {ImportError} where it names no version, or one yet to come
 */
export function broughtUpToDate(whole, steps = STEPS) {
  const { version } = whole;
  const must = t("must be of version {steps} or older, found", { steps: steps.length });
  if (!Number.isInteger(version) || Number(version) < 0) throw new ImportError(t("The file {must} no version.", { must }));
  if (Number(version) > steps.length) throw new NewerError(t("The file {must} version {version}.", { must, version }));
  return { ...steps.slice(Number(version)).reduce((older, step) => step(older), whole), version: steps.length };
}
