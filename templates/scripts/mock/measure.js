/**
 * What a recording shows of how somebody speaks: how long, with which pauses. From the sound alone, frame by frame.
 *
 * A frame is speech where it is louder than a threshold that follows the room: well above what is quiet in this recording,
 * well below what is loud in it. Short gaps lie within words, so only a longer one ends a stretch of speech.
 */

/** @typedef {{seconds: number, spoken: number, pauses: number, longest: number, stretch: number}} Measured in seconds: all of it, what was spoken of it, how many pauses, the longest of them, the longest speech without one */

const FRAME = 0.02;
const SILENCE = -100;
const NOTHING = -55;
const QUIETEST = -60;
const BELOW_LOUD = 12;
const ABOVE_QUIET = 0.4;
const [QUIET_SHARE, LOUD_SHARE] = [0.1, 0.95];
/** A gap within words, a click, and what a listener takes for a pause. */
const [GAP, CLICK, PAUSE] = [0.3, 0.1, 1];

/** @param {Float32Array} samples from -1 to 1 @param {number} rate samples a second @returns {Measured} */
export function measure(samples, rate) {
  const size = Math.max(1, Math.round(rate * FRAME));
  const loud = loudness(samples, size);
  const seconds = samples.length / rate;
  const speech = stretches(loud, threshold(loud), size / rate);
  const gaps = speech.slice(1).map(([begin], at) => begin - /** @type {[number, number]} */ (speech[at])[1]);
  const pauses = gaps.filter((gap) => gap >= PAUSE);
  return {
    seconds: tenths(seconds),
    spoken: tenths(speech.reduce((sum, [begin, end]) => sum + end - begin, 0)),
    pauses: pauses.length,
    longest: tenths(Math.max(0, ...pauses)),
    stretch: tenths(longestStretch(speech, gaps)),
  };
}

/** @param {readonly Measured[]} parts one after the other @returns {Measured} */
export function together(parts) {
  const sum = (/** @type {keyof Measured} */ what) => tenths(parts.reduce((all, one) => all + one[what], 0));
  const most = (/** @type {keyof Measured} */ what) => Math.max(0, ...parts.map((one) => one[what]));
  return { seconds: sum("seconds"), spoken: sum("spoken"), pauses: sum("pauses"), longest: most("longest"), stretch: most("stretch") };
}

/** @param {Float32Array} samples @param {number} size of a frame @returns {number[]} decibels below the loudest possible */
function loudness(samples, size) {
  return Array.from({ length: Math.floor(samples.length / size) }, (_, at) => {
    let power = 0;
    for (let one = at * size; one < (at + 1) * size; one++) power += (samples[one] ?? 0) ** 2;
    return power ? Math.max(SILENCE, 10 * Math.log10(power / size)) : SILENCE;
  });
}

/** @param {number[]} loud @returns {number} decibels from which on a frame is speech */
function threshold(loud) {
  const sorted = [...loud].sort((a, b) => a - b);
  const [quiet = SILENCE, high = SILENCE] = [QUIET_SHARE, LOUD_SHARE].map((share) => sorted[Math.floor(share * (sorted.length - 1))]);
  if (high < NOTHING) return Infinity;
  return Math.max(QUIETEST, Math.min(high - BELOW_LOUD, quiet + ABOVE_QUIET * (high - quiet)));
}

/** @param {number[]} loud @param {number} least @param {number} frame seconds @returns {[number, number][]} where speech begins and ends, in seconds, without clicks and with the gaps within words */
function stretches(loud, least, frame) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [at, one] of loud.entries()) {
    if (one < least) continue;
    const last = found.at(-1);
    if (last && at * frame - last[1] < GAP) last[1] = (at + 1) * frame;
    else found.push([at * frame, (at + 1) * frame]);
  }
  return found.filter(([begin, end]) => end - begin >= CLICK);
}

/** @param {[number, number][]} speech @param {number[]} gaps between them @returns {number} the longest time from one pause to the next */
function longestStretch(speech, gaps) {
  let longest = 0;
  let begin = 0;
  for (const [at, [, end]] of speech.entries()) {
    longest = Math.max(longest, end - (speech[begin]?.[0] ?? 0));
    if ((gaps[at] ?? 0) >= PAUSE) begin = at + 1;
  }
  return longest;
}

/** @param {number} seconds */
function tenths(seconds) {
  return Math.round(seconds * 10) / 10;
}
