/** Let each example on the first page be the search that it names, once there is a search; before that it leads to what would be found. */
export function tryExamples() {
  const examples = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".start__examples a"));
  if (!examples.length) return;
  customElements.whenDefined("site-search").then(() => {
    for (const link of examples) link.href = `?${new URLSearchParams({ q: (link.textContent ?? "").trim() })}`;
  });
}
