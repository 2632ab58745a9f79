import assert from "node:assert/strict";
import { test } from "node:test";
import { Interviewer } from "../../../templates/scripts/mock/interviewer.js";
import { paceOf } from "../../../templates/scripts/mock/pace.js";

const PHASES = [
  { id: "look", name: "Look", minutes: 5, strong: ["Asks who loses"] },
  { id: "act", name: "Act", minutes: 5, strong: [] },
];

/** @param {"waits" | "interrupts" | "silent"} manner @param {boolean} aloud */
function at(manner, aloud) {
  /** @type {string[]} */
  const said = [];
  /** @type {any} */
  const session = {
    interview: { phases: PHASES },
    mock: { interviewer: { manner, aloud, voice: "", rate: 1 }, notes: {}, transcripts: {} },
    turn: { id: "turn-1", phase: "look", asks: "Well?", probes: [{ asks: "And?", strong: "" }] },
    clock: { spent: 0 },
    asked: [],
    probe(/** @type {number} */ one) {
      this.asked = [...this.asked, one];
    },
  };
  const speaker = /** @type {any} */ ({ say: (/** @type {string} */ words) => said.push(words) });
  return { session, said, interviewer: new Interviewer(session, speaker, () => [false]) };
}

const paceAt = (/** @type {number} */ minutes) => paceOf(PHASES, "look", minutes * 60_000);

test("a follow-up comes before one may go on, once, and not when one is late", () => {
  const { interviewer, session } = at("interrupts", false);
  assert.equal(interviewer.followsUp(paceAt(1)), true);
  assert.equal(interviewer.followsUp(paceAt(6)), false);
  interviewer.follow();
  assert.deepEqual([session.asked, interviewer.followsUp(paceAt(1)), interviewer.follow()], [[0], false, false]);
  assert.deepEqual([at("waits", false).interviewer.followsUp(paceAt(1)), at("silent", false).interviewer.followsUp(paceAt(1))], [false, false]);
});

test("an answer is over when one spoke for a while and was then silent", () => {
  const { interviewer, session } = at("interrupts", false);
  const heard = (/** @type {number} */ spent, /** @type {number} */ quietFor, isHeard = true) => {
    session.clock.spent = spent;
    return interviewer.hearsTheEnd(/** @type {any} */ ({ isHeard, quietFor }));
  };
  interviewer.asks();
  assert.deepEqual([heard(60_000, 6000), heard(60_000, 2000), heard(10_000, 6000), heard(60_000, 6000, false), interviewer.hearsTheEnd(null)], [true, false, false, false, false]);
});

test("one is stopped near the end of a phase, once, and only by who interrupts", () => {
  const { interviewer, said } = at("interrupts", true);
  assert.equal(interviewer.stops(paceAt(4), "Act"), "");
  assert.match(interviewer.stops(paceAt(4.6), "Act"), /^Let me stop you there\. I would like to get to “Act”/);
  assert.equal(interviewer.stops(paceAt(4.8), "Act"), "");
  assert.equal(said.length, 1);
  assert.equal(at("waits", true).interviewer.stops(paceAt(4.6), "Act"), "");
});

test("nothing is said aloud without leave", () => {
  const { interviewer, said } = at("interrupts", false);
  interviewer.asks();
  interviewer.follow();
  interviewer.stops(paceAt(4.6), "");
  assert.deepEqual(said, []);
});
