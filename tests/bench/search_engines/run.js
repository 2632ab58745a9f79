/** What a page asks of an engine: to search, and to give its first results as elements. */
const page = globalThis;

/** Search, show what was found, and give its addresses with the seconds it took. */
page.run = async (words) => {
  const began = performance.now();
  const items = await page.search(words);
  document.querySelector("ol").replaceChildren(...items);
  await new Promise(requestAnimationFrame);
  return { seconds: (performance.now() - began) / 1000, addresses: items.map((item) => item.querySelector("a")?.href ?? "") };
};

/** Run a script of this folder. */
page.script = (path) =>
  new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, { src: path, onload: resolve, onerror: reject });
    document.head.append(element);
  });

/** Give a result as an element. */
page.item = (href, title, text) => {
  const [item, link, said] = ["li", "a", "p"].map((name) => document.createElement(name));
  Object.assign(link, { href, textContent: title });
  said.textContent = text;
  item.append(link, said);
  return item;
};
