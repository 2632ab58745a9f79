/** Let each example on the first page be the search that it names; without script it leads to what would be found. */
export function tryExamples() {
  const examples = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".start__examples a"));
  for (const link of examples) link.href = `?q=${encodeURIComponent(link.innerText)}`;
}
