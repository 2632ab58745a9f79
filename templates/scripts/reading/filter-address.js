/** The choice of a filter as it stands in an address: `?outcome=bad&outcome=mixed&words=late`. */

/** @typedef {Map<string, string[]>} Chosen */

const WORDS = "words";

/** @param {{search: string, hash: string}} place @returns {{chosen: Chosen, words: string}} what it says; older addresses say it after `#?` */
export function chosenIn({ search, hash }) {
  const said = new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : search);
  const names = new Set([...said.keys()].filter((name) => name !== WORDS));
  return { chosen: new Map([...names].map((name) => [name, said.getAll(name)])), words: said.get(WORDS) ?? "" };
}

/**
 * @param {{pathname: string, search: string, hash: string}} place @param {ReadonlySet<string>} names of the facets @param {Chosen} chosen @param {string} typed
 * @returns {string} the place with this choice in it; what else its query says stays
 */
export function written({ pathname, search, hash }, names, chosen, typed) {
  const said = new URLSearchParams(search);
  for (const name of [...names, WORDS]) said.delete(name);
  for (const [name, values] of chosen) for (const value of values) said.append(name, value);
  const words = typed.trim().toLowerCase().replace(/\s+/g, " ");
  if (words) said.set(WORDS, words);
  const query = said.toString();
  return pathname + (query ? `?${query}` : "") + (hash.startsWith("#?") ? "" : hash);
}
