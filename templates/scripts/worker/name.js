/**
 * The name of the shelf that this site keeps its files on: sites of one owner may share an origin, so it holds the site's path.
 * @param {string} scope the address of the site's first folder
 * @returns {string}
 */
export function nameOfShelf(scope) {
  return `handbook:${new URL(scope).pathname}`;
}
