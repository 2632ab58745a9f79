/** Name the handbook and the page at the foot of each printed sheet, set each note beside its words, and open all that is folded while it prints, for browsers whose stylesheet cannot. */
export function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    const named = [document.querySelector(".md-logo")?.getAttribute("title"), document.querySelector("h1")?.textContent].map((name) => name?.trim()).filter(Boolean);
    document.documentElement.style.setProperty("--printed-title", JSON.stringify([...new Set(named)].join(" · ")));
    for (const note of document.querySelectorAll(".part--noted .note[id]")) document.getElementById(`${note.id}-sign`)?.closest(".note-sign")?.after(note);
    opened = [...document.querySelectorAll("details:not([open])")].map((d) => /** @type {HTMLDetailsElement} */ (d));
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const note of document.querySelectorAll(".part__says .note")) note.closest(".part--noted")?.querySelector(".part__notes")?.append(note);
    for (const details of opened) details.open = false;
    opened = [];
  });
}
