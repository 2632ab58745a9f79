/** An interview to sit, in one shape: a walkthrough of the handbook here, a mix drawn from its questions in mix.js. */

/** @typedef {import("./pace.js").Phase} Phase */
/** @typedef {{id: string, name: string, points: number, measures: string, anchors: string[]}} Dimension */
/** @typedef {{asks: string, strong: string}} Probe */
/** @typedef {{id: string, phase: string, asks: string, listens: string, probes: Probe[], weak: string, because: string, strong: string, costs: string[], path: string}} Turn */
/**
 * @typedef {object} Interview
 * @property {string} id the walkthrough's, or "mix"
 * @property {string} title
 * @property {string} path
 * @property {string[]} competencies
 * @property {string} level
 * @property {number} minutes
 * @property {string[]} scenario paragraphs
 * @property {string} question how the interviewer opens
 * @property {Phase[]} phases
 * @property {Dimension[]} rubric
 * @property {string[]} mistakes those that are common at this level
 * @property {Turn[]} turns
 * @property {string[]} stories
 */

/** @param {any} walk a walkthrough of the handbook's data @returns {Interview} */
export function interviewOf(walk) {
  return {
    ...walk,
    competencies: [walk.competency],
    turns: walk.turns.map((/** @type {any} */ turn, /** @type {number} */ at) => ({
      id: `turn-${at + 1}`,
      phase: turn.phase,
      asks: turn.asks,
      listens: "",
      probes: [turn.probe],
      weak: turn.mistake.says,
      because: turn.mistake.because,
      strong: turn.stronger.says,
      costs: turn.mistake.costs,
      path: `${walk.path}#turn-${at + 1}`,
    })),
  };
}
