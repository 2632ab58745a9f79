/** What the theme keeps in the browser, by the name that it has there behind the site's path. */
const OURS = /^(\/.*)\.__(palette|tabs|consent|announce|source|outdated|repo|search)$/s;
const NAME = /^[a-z][a-z-]*$/;

/**
 * Whether the theme can read what stands under a key of the store; what is another site's, or nobody of the theme's, is no
 * matter of ours.
 * @param {string} key
 * @param {string} value
 * @param {string} here the path of the page
 */
export function sound(key, value, here) {
  const found = OURS.exec(key);
  if (!found || !here.startsWith(found[1])) return true;
  let read;
  try {
    read = JSON.parse(value);
  } catch {
    return false;
  }
  if (found[2] === "palette") return palette(read);
  if (found[2] === "tabs") return Array.isArray(read) && read.every((one) => typeof one === "string");
  return read === null || typeof read !== "object" || !Array.isArray(read);
}

/** @param {any} read */
function palette(read) {
  if (!read || typeof read !== "object" || Array.isArray(read)) return false;
  const { index, color } = read;
  if (index !== undefined && !(Number.isInteger(index) && index >= 0 && index < 9)) return false;
  if (!color || typeof color !== "object" || Array.isArray(color)) return false;
  return Object.entries(color).every(([name, one]) => NAME.test(name) && (one === null || (typeof one === "string" && one.length < 100)));
}
