/** What a value of somebody's file may be, and in words what it is not: small shapes, put together like the value itself. */
import { t } from "./language.js";

/** @typedef {{at: string, must: string, found: unknown}} Misfit where it is, such as attempts/0/at, what it must be, what stands there */
/** @typedef {(value: unknown) => Misfit | undefined} Shape nothing where the value fits */

const FIRST_YEAR = 1970; // where a clock begins that was never set
const LAST_YEAR = 2100;
const LONGEST = 4_500_000;
const LONGEST_NAME = 200;
const MOST = 20_000;
const SHOWN = 40;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?$/;
const SHORT_MONTHS = [4, 6, 9, 11];

/** @param {unknown} value @returns {value is string} whether it is a day of the calendar as YYYY-MM-DD, of these centuries */
export function isDay(value) {
  return typeof value === "string" && DAY.test(value) && isInCalendar(value);
}

/** @param {unknown} value @returns {value is string} whether it is a moment of these centuries, as ISO 8601 writes it */
export function isTime(value) {
  return typeof value === "string" && TIME.test(value) && isInCalendar(value);
}

/** @param {unknown} value @returns {value is string} whether it is such a moment, and a later one can be written after it */
export function isTimeWithLater(value) {
  return isTime(value) && value < String(LAST_YEAR);
}

/** @param {string} day what begins with YYYY-MM-DD @returns {boolean} whether the calendar has that day */
function isInCalendar(day) {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const isLeap = year % 4 === 0 && year !== LAST_YEAR;
  const days = month === 2 ? (isLeap ? 29 : 28) : SHORT_MONTHS.includes(month) ? 30 : 31;
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && date >= 1 && date <= days;
}

/** @param {(value: unknown) => boolean} fits @param {string} must @returns {Shape} */
export function shape(fits, must) {
  return (found) => (fits(found) ? undefined : { at: "", must, found });
}

/** A text that somebody wrote. */
export const text = shape((value) => typeof value === "string" && value.length <= LONGEST, t("be a text"));
/** A text that is an id or a name. */
export const name = shape((value) => typeof value === "string" && value.length <= LONGEST_NAME, t("be a text of at most {longest_name} characters", { longest_name: LONGEST_NAME }));
/** A moment, or none yet. */
export const time = shape((value) => value === "" || isTime(value), t("be a time"));
/** A day, or none yet. */
export const day = shape((value) => value === "" || isDay(value), t("be a day from {first_year} to {last_year}", { first_year: FIRST_YEAR, last_year: LAST_YEAR }));
/** Yes or no. */
export const flag = shape((value) => typeof value === "boolean", t("be true or false"));

/** @param {number} least @param {number} most @returns {Shape} */
export function number(least, most) {
  return shape((value) => typeof value === "number" && value >= least && value <= most, t("be a number from {least} to {most}", { least, most }));
}

/** @param {number} least @param {number} most @returns {Shape} */
export function whole(least, most) {
  return shape((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most, t("be a whole number from {least} to {most}", { least, most }));
}

/** @param {Shape} one @param {...unknown} values @returns {Shape} of that shape, or one of these values */
export function or(one, ...values) {
  return (value) => (values.includes(value) ? undefined : one(value));
}

/** @param {Shape} of @returns {Shape} a list, each of it of one shape */
export function list(of) {
  const isList = shape((value) => Array.isArray(value) && value.length <= MOST, t("be a list"));
  return (value) => isList(value) ?? first(/** @type {Record<string, unknown>} */ (value), () => of);
}

/** @param {Shape} of @returns {Shape} an object whose keys are anybody's, each value of one shape */
export function table(of) {
  return (value) => isObject(value) ?? first(/** @type {Record<string, unknown>} */ (value), () => of);
}

/** @param {Record<string, Shape>} fields @returns {Shape} an object: a field may be missing, and what is not named here may be anything */
export function fields(fields) {
  return (value) => isObject(value) ?? first(/** @type {Record<string, unknown>} */ (value), (key) => (Object.hasOwn(fields, key) ? fields[key] : undefined));
}

const isObject = shape((value) => typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length <= MOST, t("be an object"));

/** @param {Record<string, unknown>} values @param {(key: string) => Shape | undefined} shapeOf @returns {Misfit | undefined} the first that does not fit */
function first(values, shapeOf) {
  for (const key of Object.keys(values)) {
    const misfit = shapeOf(key)?.(values[key]);
    if (misfit) return { ...misfit, at: misfit.at ? `${key}/${misfit.at}` : key };
  }
  return undefined;
}

/** @param {Misfit} misfit @returns {string} such as: its “saved” must be a time, found “soon” */
export function misfitInWords({ at, must, found }) {
  return at ? t("its “{at}” must {must}, found {in_words}", { at: at.slice(0, 2 * SHOWN), must, in_words: inWords(found) }) : t("must {must}, found {in_words}", { must, in_words: inWords(found) });
}

/** @param {unknown} value */
function inWords(value) {
  if (typeof value === "string") return value.length > SHOWN ? t("a text of {value} characters", { value: value.length }) : t("“{words}”", { words: value });
  return Array.isArray(value) ? t("a list") : value === null ? t("nothing") : typeof value === "object" ? t("an object") : String(value);
}
