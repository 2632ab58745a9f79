/** What a worksheet's answers are worth. */

const STEPS = 4;

/** @typedef {Record<string, string | true>} Answers a tick is true, a scale the number of its anchor from "1" */
/** @typedef {{key: string, kind: "tick" | "scale", points: number}} Scored */
/** @typedef {{at: string, answers: Answers, score: number, of: number, confidence?: number}} Attempt */

/**
 * A tick gives its points; a scale none at its first anchor and all at its fifth, in even steps.
 * @param {readonly Scored[]} fields @param {Answers} answers
 * @returns {{score: number, of: number}} the points, rounded half up once, and the most there are
 */
export function scoreOf(fields, answers) {
  let score = 0;
  for (const field of fields) {
    const answer = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    if (field.kind === "tick") score += answer === true ? field.points : 0;
    else if (typeof answer === "string" && /^[1-5]$/.test(answer)) score += (field.points * (Number(answer) - 1)) / STEPS;
  }
  return { score: Math.floor(score + 0.5), of: fields.reduce((sum, field) => sum + field.points, 0) };
}

/** @param {Answers} one @param {Answers} other @returns {boolean} whether both say the same */
export function sameAnswers(one, other) {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && other[key] === one[key]);
}

/** @param {unknown} value @returns {Answers} what of it are answers; data from elsewhere may hold anything */
export function asAnswers(value) {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, answer]) => typeof answer === "string" || answer === true));
}

/** @param {unknown} value @returns {Attempt[]} what of it are attempts, oldest first */
export function asAttempts(value) {
  if (!Array.isArray(value)) return [];
  const whole = value.filter((one) => typeof one?.at === "string" && !Number.isNaN(Date.parse(one.at)) && Number.isFinite(one.score) && Number.isFinite(one.of));
  return whole
    .map((one) => ({ at: one.at, answers: asAnswers(one.answers), score: one.score, of: one.of, ...(Number.isFinite(one.confidence) ? { confidence: one.confidence } : {}) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
