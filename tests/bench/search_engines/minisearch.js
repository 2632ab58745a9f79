/** MiniSearch, given the same stems and the same silent words, and its index as a script, so that a disk will do. */
import MiniSearch from "minisearch";
import { options } from "./minisearch_options.js";

let loaded;
globalThis.search = async (words) => {
  loaded ??= script("index.js").then(() => MiniSearch.loadJS(globalThis.miniSearchIndex, options(globalThis.silent)));
  const found = (await loaded).search(words);
  return found.slice(0, 4).map(({ path, title, summary }) => item(path, title, summary));
};
