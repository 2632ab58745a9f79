/** What time it is for the cards: one place to take it from. */

/** @returns {Date} */
export const now = () => new Date();
