const form = document.querySelector("[role=search]");
let index;
form.addEventListener("input", async () => {
  index ??= fetch(form.elements.words.dataset.index).then((found) => found.json());
  const asked = form.elements.words.value.toLowerCase().split(/\s+/);
  const has = (page) => asked.every((word) => `${page.title} ${page.words}`.toLowerCase().includes(word));
  const found = (await index).filter(has).slice(0, 10);
  form.querySelector("[data-results]").replaceChildren(
    ...found.map((page) => Object.assign(document.createElement("a"), { href: page.path, textContent: page.title })),
  );
});
