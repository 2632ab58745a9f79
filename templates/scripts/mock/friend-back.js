/** What a friend handed back: what it adds, before anything changes; and what was heard, with the result. */
import { bullets, button, element } from "../dom/element.js";
import { t, tn } from "../values/language.js";
import { totalOf } from "./result.js";

/** @typedef {import("./friend-sheet.js").Sheet} Sheet */
/** @typedef {import("./record.js").Friend} Friend */
/** @typedef {import("./record.js").Mock} Mock */

/** @param {Friend} friend @returns {string} */
function nameOf(friend) {
  return friend.by || t("A friend");
}

/** @param {readonly Friend[]} friends @param {Friend} friend @returns {boolean} whether it was taken in before */
function isKnown(friends, friend) {
  return friends.some((one) => one.by === friend.by && one.at === friend.at);
}

/** @param {Sheet} sheet @param {Mock | undefined} mock as it is kept, where it is @returns {string[]} what taking it in adds, a line for each kind; none where it adds nothing */
export function addsOf(sheet, mock) {
  const friend = sheet.answers;
  if (!friend || isKnown(mock?.friends ?? [], friend)) return [];
  const points = sheet.asks.flatMap((one) => one.points);
  const only = friend.ticks.filter((id) => !mock?.ticks.includes(id));
  const missed = (mock?.ticks ?? []).filter((id) => points.some((one) => one.id === id) && !friend.ticks.includes(id));
  const textOf = (/** @type {string} */ id) => t("“{words}”", { words: points.find((one) => one.id === id)?.text ?? id });
  const scored = sheet.rubric.filter((one) => friend.scores[one.id]);
  const beside = (/** @type {string} */ id) => (mock?.scores[id] ? t(" (you chose {scores})", { scores: mock.scores[id] }) : "");
  const by = friend.by || t("the friend");
  const said = Object.values(friend.says).filter(Boolean).length;
  const lines = [
    friend.ticks.length > 0 && t("{ticks} of {points} points ticked by {by}", { by, ticks: friend.ticks.length, points: points.length }),
    mock && only.length > 0 && t("ticked by {by}, and not by you: {map}", { by, map: only.map(textOf).join(", ") }),
    mock && missed.length > 0 && t("ticked by you, and not by {by}: {map}", { by, map: missed.map(textOf).join(", ") }),
    scored.length > 0 && t("a score by {by} in {scored} of {rubric} dimensions: {map}", { by, scored: scored.length, rubric: sheet.rubric.length, map: scored.map((one) => t("{name} {scores} of 5{beside}", { name: one.name, scores: friend.scores[one.id], beside: beside(one.id) })).join(", ") }),
    said > 0 && tn("words on {n} question", "words on {n} questions", said),
    friend.overall && t("one thing to keep and one to work on"),
  ];
  return lines.flatMap((one) => one || []);
}

/** @param {Sheet} sheet @param {Mock | undefined} mock @param {readonly string[]} aside @param {{take: () => void, leave: () => void, form: () => void}} then @returns {HTMLElement} */
export function handedBackView(sheet, mock, aside, then) {
  const adds = addsOf(sheet, mock);
  const friend = /** @type {Friend} */ (sheet.answers);
  return element(
    "div",
    { class: "mock" },
    element("h2", { tabindex: -1 }, t("{name_of} handed this back: {title}", { name_of: nameOf(friend), title: sheet.title })),
    aside.length > 0 && bullets(aside, { class: "is-trouble" }),
    adds.length > 0 ? element("p", {}, mock ? t("Taken in, it stands beside your own result and changes none of it:") : t("Taken in, it becomes a result of its own:")) : element("p", {}, t("It adds nothing to what is here.")),
    adds.length > 0 && bullets(adds),
    element(
      "p",
      { class: "tools" },
      adds.length > 0 && button(t("Take it in"), then.take, { class: "is-main" }),
      button(t("Show the whole sheet"), then.form),
      button(t("Leave it"), then.leave),
    ),
  );
}

/**
 * @param {Sheet} sheet @param {Mock} mock the record it goes into @param {Date} now
 * @returns {Partial<Mock>} what changes of it: where it has no result of its own, the friend's is its result
 */
export function takenIn(sheet, mock, now) {
  const friend = /** @type {Friend} */ (sheet.answers);
  const friends = isKnown(mock.friends, friend) ? mock.friends : [...mock.friends, friend];
  if (mock.stage === "done") return { friends };
  return { friends, ticks: friend.ticks, scores: friend.scores, ...totalOf(sheet.rubric, friend.scores), stage: "done", finished: now.toISOString() };
}

/** @param {import("./interview.js").Interview} interview @param {Mock} mock @param {(moment: string) => string} day @returns {HTMLElement | null} what friends heard */
export function friendsPart(interview, mock, day) {
  if (!mock.friends.length) return null;
  return element("section", { class: "mock__friends" }, ...mock.friends.flatMap((friend) => friendPart(interview, friend, day)));
}

/** @param {import("./interview.js").Interview} interview @param {Friend} friend @param {(moment: string) => string} day @returns {import("../dom/element.js").Child[]} */
function friendPart(interview, friend, day) {
  const { points, of } = totalOf(interview.rubric, friend.scores);
  const scored = interview.rubric.filter((one) => friend.scores[one.id]);
  const total = scored.length === interview.rubric.length ? t("{by} gave you {points} of {of} points. ", { by: nameOf(friend), points, of }) : "";
  return [
    element("h3", {}, t("What {by} heard", { by: friend.by || t("a friend") })),
    element("p", { class: "facts" }, `${friend.at ? `${day(friend.at)}. ` : ""}${total}${tn("{n} point ticked by {by}.", "{n} points ticked by {by}.", friend.ticks.length, { by: friend.by || t("the friend") })}`),
    scored.length > 0 && bullets(scored.map((one) => `${one.name}: ${one.anchors[(friend.scores[one.id] ?? 1) - 1] ?? ""}`)),
    ...interview.turns.filter((turn) => friend.says[turn.id]).flatMap((turn) => [element("p", {}, element("strong", {}, turn.asks)), ...(friend.says[turn.id] ?? "").split("\n\n").map((text) => element("p", {}, text))]),
    ...(friend.overall ? friend.overall.split("\n\n").map((text) => element("p", {}, text)) : []),
  ];
}
