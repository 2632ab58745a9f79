/** The name under which a plan's task is ticked. */

/** @param {string} plan @param {number | string} day from 1 @param {number} task from 1 @returns {string} the name under which it is kept */
export function tickId(plan, day, task) {
  return `${plan}:${day}:${task}`;
}
