/** Back, as the browser has it, within one page: to the question before, to the interview from its review, and out of it without losing it. */

/** @typedef {{mock: string, stage: import("./record.js").Stage, turn: number}} Place */

export class WayBack {
  /** @param {(place: Place | null) => void} went to a place of an interview, or to none @param {AbortSignal} signal */
  constructor(went, signal) {
    addEventListener("popstate", ({ state }) => went(placeOf(state)), { signal });
  }

  /** One is somewhere else now. @param {Place | null} place @param {boolean} [isNew] whether Back leads to where one was before */
  step(place, isNew = true) {
    const now = placeOf(history.state);
    if (now?.mock === place?.mock && now?.stage === place?.stage && now?.turn === place?.turn) return;
    const { mock: _, stage: __, turn: ___, ...other } = history.state ?? {};
    history[isNew ? "pushState" : "replaceState"]({ ...other, ...place }, "");
  }
}

/** @param {any} state @returns {Place | null} */
function placeOf(state) {
  return typeof state?.mock === "string" ? { mock: state.mock, stage: state.stage, turn: Number(state.turn) || 0 } : null;
}
