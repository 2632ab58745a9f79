/** How MiniSearch is told to search: names first, prefixes, one letter in five wrong. */
import { stemmer } from "stemmer";

export const options = (silent) => {
  const said = new Set(silent);
  const term = (word) => {
    const flat = word.toLowerCase().replace(/['\u2019]/g, "").normalize("NFKD").replace(/\p{Mn}/gu, "");
    return said.has(flat) ? null : stemmer(flat);
  };
  return {
    fields: ["title", "names", "part0", "part1", "part2", "part3", "part4", "part5"],
    storeFields: ["path", "title", "summary"],
    processTerm: term,
    searchOptions: {
      boost: { title: 8, names: 8, part0: 2, part1: 1.2, part2: 1, part3: 0.8, part4: 0.8, part5: 0.6 },
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    },
  };
};
