/** Name the page at the foot of each printed sheet, and open all that is folded while it prints, for browsers whose stylesheet cannot. */
export function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    document.documentElement.style.setProperty("--printed-title", JSON.stringify(document.querySelector("h1")?.textContent?.trim() ?? ""));
    opened = [...document.querySelectorAll("details:not([open])")].map((d) => /** @type {HTMLDetailsElement} */ (d));
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
