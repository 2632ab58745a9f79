/** Index the records that stdin gives, then the same with one edited, and say what each took of the processor. */
import { readFileSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { options } from "./minisearch_options.js";

const { silent, records, edited } = JSON.parse(readFileSync(0, "utf8"));

function timed(make) {
  const began = process.cpuUsage();
  const made = make();
  const { user, system } = process.cpuUsage(began);
  return [made, (user + system) / 1e6];
}

const [index, first] = timed(() => {
  const made = new MiniSearch(options(silent));
  made.addAll(records);
  return JSON.stringify(made);
});
const [, again] = timed(() => {
  const made = MiniSearch.loadJSON(index, options(silent));
  made.replace(edited);
  return JSON.stringify(made);
});
writeFileSync("index.js", `globalThis.miniSearchIndex=${index};\n`);
console.log(JSON.stringify([first, again]));
