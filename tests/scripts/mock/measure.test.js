import assert from "node:assert/strict";
import { test } from "node:test";
import { measuredOf } from "../../../templates/scripts/mock/hearing.js";
import { measure, together } from "../../../templates/scripts/mock/measure.js";
import { figuresInWords } from "../../../templates/scripts/mock/voice-figures.js";

const RATE = 16_000;

/** A sound file with known speech: buzzing syllables, a fifth of a second each, with a tenth between them, over the hiss of a room. @param {[seconds: number, isSpeech: boolean][]} parts @param {number} loud @param {number} hiss @returns {Buffer} a WAV of 16 bits */
function wav(parts, loud = 0.3, hiss = 0.001) {
  const samples = parts.flatMap(([seconds, isSpeech]) =>
    Array.from({ length: Math.round(seconds * RATE) }, (_, at) => {
      const within = (at / RATE) % 0.3;
      const voiced = isSpeech && (within < 0.2 || seconds - at / RATE < 0.1) ? loud * Math.sin((2 * Math.PI * 180 * at) / RATE) : 0;
      return voiced + hiss * Math.sin(at * at);
    }),
  );
  const file = Buffer.alloc(44 + 2 * samples.length);
  file.write("RIFF", 0).valueOf();
  file.writeUInt32LE(36 + 2 * samples.length, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(2 * RATE, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(2 * samples.length, 40);
  for (const [at, one] of samples.entries()) file.writeInt16LE(Math.round(32_767 * Math.max(-1, Math.min(1, one))), 44 + 2 * at);
  return file;
}

/** @param {Buffer} file @returns {Float32Array} */
const decoded = (file) => Float32Array.from({ length: (file.length - 44) / 2 }, (_, at) => file.readInt16LE(44 + 2 * at) / 32_768);
/** @param {number} found @param {number} wanted */
const near = (found, wanted) => assert.ok(Math.abs(found - wanted) <= 0.1, `${wanted} s must be found, found ${found}`);

for (const [name, loud, hiss] of /** @type {const} */ ([["near the microphone", 0.6, 0.0005], ["far from it, in a noisy room", 0.05, 0.004]])) {
  test(`speech and pauses are found to a tenth of a second: ${name}`, () => {
    const found = measure(decoded(wav([[1.5, false], [6, true], [2.4, false], [9, true], [0.6, false], [3, true], [4.2, false], [1.5, true], [2, false]], loud, hiss)), RATE);
    near(found.seconds, 30.2);
    near(found.spoken, 19.5);
    assert.equal(found.pauses, 2);
    near(found.longest, 4.2);
    near(found.stretch, 12.6);
  });
}

test("silence is no speech, and speech without a pause is one stretch", () => {
  assert.deepEqual(measure(decoded(wav([[5, false]])), RATE), { seconds: 5, spoken: 0, pauses: 0, longest: 0, stretch: 0 });
  assert.deepEqual(measure(new Float32Array(RATE), RATE).spoken, 0);
  assert.deepEqual(measure(new Float32Array(0), RATE), { seconds: 0, spoken: 0, pauses: 0, longest: 0, stretch: 0 });
  const steady = measure(decoded(wav([[6, true]])), RATE);
  assert.deepEqual([steady.spoken, steady.pauses, steady.stretch], [6, 0, 6]);
});

test("a click is no speech", () => {
  const samples = decoded(wav([[3, true], [6, false]]));
  for (let at = 6 * RATE; at < 6.04 * RATE; at++) samples[at] = 0.9;
  assert.equal(measure(samples, RATE).pauses, 0);
});

test("the recordings of one question are measured together, and one that cannot be read is left out", async () => {
  const record = (/** @type {string} */ id, /** @type {string | undefined} */ turn) => /** @type {any} */ ({ id, mock: "talk:1", turn });
  const listen = async (/** @type {{id: string}} */ { id }) => (id === "bad" ? null : { seconds: 10, spoken: 8, pauses: 1, longest: id === "r1" ? 2 : 3, stretch: 5 });
  const found = await measuredOf([record("r1", "turn-1"), record("talk:1:turn-1:2026-11-20T10:00:00.000Z", undefined), record("bad", "turn-2")], listen);
  assert.deepEqual(found, { "turn-1": { seconds: 20, spoken: 16, pauses: 2, longest: 3, stretch: 5 } });
  assert.deepEqual(together([]), { seconds: 0, spoken: 0, pauses: 0, longest: 0, stretch: 0 });
});

test("the figures are said in words", () => {
  assert.equal(
    figuresInWords({ seconds: 130, spoken: 100, pauses: 2, longest: 4.2, stretch: 48 }, 300),
    "You spoke for 1:40 of 2:10, 33 % of its time. 2 pauses, the longest 4.2 s. 0:48 at most without one.",
  );
  assert.match(figuresInWords({ seconds: 130, spoken: 0, pauses: 0, longest: 0, stretch: 0 }, 300), /No speech/);
});
