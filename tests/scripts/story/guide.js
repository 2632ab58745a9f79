/** The guide as the browser has it in one language, put together from the same files. */
import { execFileSync } from "node:child_process";

const ROOT = new URL("../../../", import.meta.url);
const PROGRAM = `
import json, sys
from generator.model import OwnRules
from generator.rules.style_guide import Guide
from generator.text.language import Language
print(json.dumps(Guide(Language(code=sys.argv[1]), OwnRules(), None).for_browser()))
`;

/** @param {string} code @returns {import("../../../templates/scripts/story/editorial.js").Guide} */
export function guideIn(code) {
  return JSON.parse(execFileSync(process.env.PYTHON ?? ".venv/bin/python", ["-c", PROGRAM, code], { cwd: ROOT, encoding: "utf8" }));
}
