/** The recordings of one session, measured in this browser and made ready to be heard. */
import { measure, together } from "./measure.js";
import { withDuration } from "./webm.js";

/** @typedef {import("../keep/recordings.js").Recording} Recording */
/** @typedef {import("./measure.js").Measured} Measured */

/** Enough to tell speech from silence, and a third of the memory of what was recorded. */
const RATE = 16_000;

/** @param {Recording} one @returns {string} the question it answers; a recording of before has it in its id alone */
export function turnOf({ id, mock, turn }) {
  return turn ?? id.slice(mock.length + 1).split(":")[0] ?? "";
}

/**
 * @param {readonly Recording[]} all @param {(one: Recording) => Promise<Measured | null>} [listen]
 * @returns {Promise<Record<string, Measured>>} what each answer shows, by id of its question; without those that cannot be read
 */
export async function measuredOf(all, listen = measuredOne) {
  /** @type {Record<string, Measured[]>} */
  const parts = {};
  // One after the other: a sound that is decoded takes fifty times its room.
  for (const one of all) {
    const found = await listen(one);
    if (found) (parts[turnOf(one)] ??= []).push(found);
  }
  return Object.fromEntries(Object.entries(parts).map(([turn, found]) => [turn, together(found)]));
}

/** @param {Recording} one @returns {Promise<Measured | null>} */
async function measuredOne({ blob }) {
  try {
    const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await blob.arrayBuffer());
    return measure(sound.getChannelData(0), sound.sampleRate);
  } catch {
    return null;
  }
}

/** @param {Recording} one @returns {Promise<Blob>} with its length in it, so that it can be sought; as it is, where it has one */
export async function seekable({ blob, seconds }) {
  if (!blob.type.includes("webm")) return blob;
  try {
    return await withDuration(blob, Math.max(1, Math.round(seconds * 1000)), { logger: false });
  } catch {
    return blob;
  }
}
