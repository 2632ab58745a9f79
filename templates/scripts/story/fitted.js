/** The guide as it fits one telling: at the pace of who tells it, and by what an answer about oneself is measured. */

/** @typedef {import("./editorial.js").Guide} Guide */

/** The rules whose limits are minutes, counted in words at the guide's pace. */
const TIMED = ["length-aloud", "thirty-seconds"];

/** @param {Guide} guide @param {number} pace words a minute @param {boolean} isAboutOneself whether no rule may ask for an event @returns {Guide} */
export function fitted(guide, pace, isAboutOneself) {
  const { pace: usual, rules, off } = guide;
  const scaled = (/** @type {number | undefined} */ words) => (words && usual ? Math.round((words * pace) / usual) : words);
  const timed = TIMED.flatMap((code) => {
    const rule = rules[code];
    if (!rule) return [];
    const { least, most, says } = { ...rule, ...(isAboutOneself ? rule.oneself : {}) };
    return [[code, { ...rule, says, least: scaled(least), most: scaled(most) }]];
  });
  const events = isAboutOneself ? Object.keys(rules).filter((code) => rules[code]?.event) : [];
  return { ...guide, ...(usual ? { pace } : {}), off: [...off, ...events], rules: { ...rules, ...Object.fromEntries(timed) } };
}
