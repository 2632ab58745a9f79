/** Pagefind, in the page itself: what a worker fetches, no browser slows down on request. */
const BASE = new URL("pagefind/", location.href).href;
const RANKING = { termSaturation: 0.5, metaWeights: { title: 10 } }; // the best of a dozen
let loaded;
globalThis.search = async (words) => {
  loaded ??= import(`${BASE}pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ basePath: BASE, baseUrl: "./", noWorker: true, ranking: RANKING });
    return pagefind;
  });
  const { results } = await (await loaded).search(words);
  const data = await Promise.all(results.slice(0, 4).map((result) => result.data()));
  return data.map(({ url, meta, plain_excerpt }) => item(url, meta.title, plain_excerpt));
};
