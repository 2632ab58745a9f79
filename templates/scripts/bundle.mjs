/**
 * Bundles the scripts into classic ones, since modules do not load from a disk: each shared module once, as
 * bundles.json lists it, then a bundle for each page that takes from them. Run it by `make scripts`.
 *
 * The shared bundles leave their modules in `handbookModules`; whoever comes later takes them from there. Which bundles
 * a page needs before its own is written into partials/scripts.html, so that nobody has to remember it. What runs `alone`,
 * on no page, brings all of its own. What stands `inPage` becomes a partial, so that no first word waits for a file of it.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SCRIPTS = fileURLToPath(new URL(".", import.meta.url));
const SITE = process.env.OUT ?? fileURLToPath(new URL("../site", import.meta.url));
const GLOBAL = "globalThis.handbookModules";
const OPTIONS = { bundle: true, format: "iife", target: "es2022", minify: true, legalComments: "inline", logLevel: "warning", metafile: true, write: false };

/** @type {{bundle: string, runs?: string, gives: string[], alone?: boolean, inPage?: boolean}[]} */
const shared = JSON.parse(readFileSync(`${SCRIPTS}bundles.json`, "utf8"));
const pages = readdirSync(`${SCRIPTS}pages`).filter((name) => name.endsWith(".js")).map((name) => name.slice(0, -".js".length));
const names = await exportsOf(shared.flatMap((one) => one.gives));
/** @type {Map<string, string>} the bundle that gives a module */
const giver = new Map();
/** @type {Map<string, string[]>} the bundles that a module's code stands in */
const places = new Map();
/** @type {Map<string, Set<string>>} the bundles that a bundle takes from */
const needs = new Map();
/** @type {Record<string, string[]>} what a page loads, in this order */
const bundles = {};

for (const { bundle, runs, gives, alone, inPage } of shared) {
  const lines = gives.map((module, at) => {
    const given = names.get(module) ?? [];
    return `import { ${given.map((name) => `${name} as ${name}${at}`).join(", ")} } from "./${module}";\n(${GLOBAL} ??= {})["${module}"] = { ${given.map((name) => `${name}: ${name}${at}`).join(", ")} };`;
  });
  await bundled(bundle, { stdin: { contents: [...(runs ? [`import "./${runs}";`] : []), ...lines].join("\n"), resolveDir: SCRIPTS } }, { alone, inPage });
  for (const module of gives) giver.set(module, bundle);
}
for (const page of pages) {
  const taken = await bundled(`practice/${page}`, { entryPoints: [`${SCRIPTS}pages/${page}.js`] });
  const before = shared.map((one) => one.bundle).filter((bundle) => taken.has(bundle) && bundle.startsWith("practice/"));
  bundles[page] = [...before.map((bundle) => bundle.replace("practice/", "")), page];
}
const twice = [...places].filter(([, found]) => found.length > 1);
for (const [module, found] of twice) console.error(`${module} stands in ${found.join(" and ")}: name it in templates/scripts/bundles.json`);
if (twice.length) process.exit(1);
written("partials/scripts.html", `{# Written by \`make scripts\`: the bundles that a page loads for each of its scripts, in this order. #}\n{% set bundles = ${JSON.stringify(bundles)} %}\n`);

/**
 * Bundle one script, without what earlier bundles give.
 * @param {string} name @param {import("esbuild").BuildOptions} entry @param {{alone?: boolean, inPage?: boolean}} [how]
 * @returns {Promise<Set<string>>} the bundles it takes from, and those that these take from
 */
async function bundled(name, entry, { alone = false, inPage = false } = {}) {
  /** @type {Set<string>} */
  const taken = new Set();
  const done = await build({ ...OPTIONS, ...entry, absWorkingDir: SCRIPTS, outdir: "/", plugins: alone ? [] : [{ name: "given", setup: (made) => given(made, taken) }] });
  for (const module of Object.keys(done.metafile.inputs)) {
    const size = Object.values(done.metafile.outputs)[0]?.inputs[module]?.bytesInOutput;
    if (size && !alone && !module.startsWith("given:") && module !== "<stdin>") places.set(module, [...(places.get(module) ?? []), name]);
  }
  if (inPage) written(`partials/${name}.html`, inHtml(name, done.outputFiles[0].text));
  else written(`assets/${name}.js`, done.outputFiles[0].text);
  needs.set(name, taken);
  return taken;
}

/** @param {string} name @param {string} script @returns {string} the script as a partial: nothing in it means more to a template or a page */
function inHtml(name, script) {
  if (/\{[{%#]|<\/|<!--/.test(script)) throw new Error(`${name} must hold nothing that a template or a page would read otherwise`);
  return `{# Written by \`make scripts\`. #}\n<script>${script.trim()}</script>\n`;
}

/** Take what an earlier bundle gives from where it left it. @param {import("esbuild").PluginBuild} made @param {Set<string>} taken */
function given(made, taken) {
  made.onResolve({ filter: /^\.{1,2}\// }, async ({ path, resolveDir, kind, pluginData }) => {
    if (pluginData === "seen" || kind === "entry-point") return undefined;
    const found = await made.resolve(path, { resolveDir, kind, pluginData: "seen" });
    const module = relative(SCRIPTS, found.path);
    const from = giver.get(module);
    if (!from) return found;
    for (const bundle of [from, ...(needs.get(from) ?? [])]) taken.add(bundle);
    return { path: module, namespace: "given" };
  });
  made.onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: `export const { ${names.get(path)?.join(", ")} } = ${GLOBAL}["${path}"];` }));
}

/** @param {string[]} modules @returns {Promise<Map<string, string[]>>} the names that each exports */
async function exportsOf(modules) {
  const { metafile } = await build({ ...OPTIONS, format: "esm", absWorkingDir: SCRIPTS, outdir: "/", entryPoints: modules });
  return new Map(Object.values(metafile.outputs).map((output) => [output.entryPoint ?? "", output.exports]));
}

/** @param {string} path below the site's folder @param {string} text */
function written(path, text) {
  mkdirSync(dirname(`${SITE}/${path}`), { recursive: true });
  writeFileSync(`${SITE}/${path}`, text);
}
