/** What a verdict rests on, in words: so that nobody has to believe a mark. */

/** @typedef {import("./verdict.js").Grounds} Grounds */
/** @typedef {import("./verdict.js").Attempts} Attempts */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** @param {Grounds} grounds @returns {string} such as "One story told whole, 2:40 aloud. Two mocks, 9 of 17 points said, your own score 80."; "" where there is nothing */
export function restsOn({ stories, mocks, sheets, cards, met }) {
  return [
    stories.told ? `${counted(stories.told, "story", "stories")} told whole, ${stories.aloud} aloud` : stories.begun ? `${counted(stories.begun, "story", "stories")} begun; still to do: ${stories.lacks.join("; ")}` : "",
    sheets && `${counted(sheets.times, "sheet", "sheets")}, ${sheets.times > 1 ? "the last " : ""}${sheets.said} of ${sheets.of} points`,
    mocks && `${counted(mocks.times, "mock", "mocks")}, ${saidInWords(mocks)}your own score ${mocks.score}`,
    met && `${cards || "none"} of ${counted(met, "card", "cards")} known`,
  ]
    .filter(Boolean)
    .map((words) => `${String(words).charAt(0).toUpperCase()}${String(words).slice(1)}.`)
    .join(" ");
}

/** @param {Attempts} mocks @returns {string} */
function saidInWords({ times, said, of }) {
  return of ? `${times > 1 ? "in the last " : ""}${said} of ${of} points said, ` : "";
}

/** @param {number} count @param {string} one @param {string} many */
function counted(count, one, many) {
  return `${NUMBERS[count] ?? count} ${count === 1 ? one : many}`;
}
