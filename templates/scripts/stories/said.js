/** A remark as somebody would say it who has just listened: the same facts as in the check's message. */
import { t } from "../values/language.js";

/** @typedef {import("../story/editorial.js").Editorial} Editorial */
/** @typedef {import("../story/editorial.js").Remark} Remark */
/** @typedef {any} Values of a rule: its limits, and what was found */

/** @param {Remark} remark @param {Editorial} editorial @returns {string} it in whole sentences; a rule that is not known here keeps the words of the guide */
export function said({ code, message, values }, editorial) {
  const says = SAYS[code];
  return says ? says(/** @type {Values} */ (values), editorial) : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** @type {Record<string, (values: Values, editorial: Editorial) => string>} */
const SAYS = {
  "length-aloud": ({ found, least, most }, editorial) => t("Your telling has {told}. Two to three minutes aloud are {least} to {most}.", { told: editorial.counted(found), least, most }),
  "thirty-seconds": ({ found, least, most }, editorial) => t("Your short version has {told}. Thirty seconds are {least} to {most}.", { told: editorial.counted(found), least, most }),
  balance: ({ found, most }) => t("Context and challenge take {found} % of the telling. With {most} % at most, there is room for what you did.", { found, most }),
  actions: ({ found, least }) => t("What you did takes {found} % of the telling. Give it {least} % or more.", { found, least }),
  "own-part": ({ own, shared }) => t("In the actions you say “I, my, me” {own}× and “we, our, us” {shared}×. Whoever listens wants to know what you did yourself.", { own, shared }),
  figures: () => t("There is no number in the results yet. One that you remember is enough."),
  "generic-learning": ({ found }) => t("“{found}” would fit anybody’s story. Say what only you can have learned from this one.", { found }),
  opening: ({ missing }) => t("Whoever listens cannot tell yet: {missing}. Say it anywhere in the context.", { missing }),
  riddle: ({ found }) => t("You begin with “{found}”, and nobody knows yet what that is. Name it first.", { found }),
  reasons: ({ found }) => t("In paragraph {found} of the actions you do not say why you did it. A “because” or a “so” is enough.", { found }),
  "dry-end": ({ found, least }) => t("You end on “{found}”. End on what you do today, in a sentence of {least} words or more.", { found, least }),
  "personal-data": ({ found }) => t("“{found}” could tell others whom you speak of. Leave it out before you show this to anybody.", { found }),
};
