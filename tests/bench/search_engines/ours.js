/** This handbook's search, as its box calls it. */
let panel;
globalThis.search = async (words) => {
  panel ??= Promise.all([script("search.js"), script("search/start.js")]).then(() => globalThis.handbookModules["search/panel.js"]);
  const { items } = await (await panel).answer(words);
  return items;
};
