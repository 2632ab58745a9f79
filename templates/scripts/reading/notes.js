import { t } from "../values/language.js";

const GAP = 12;

/** Call each sign in the text by its note, and set each note beside the words it speaks of, or where there is no margin below their paragraph. */
export function alignNotes() {
  for (const sign of document.querySelectorAll(".note-sign a")) sign.setAttribute("aria-label", t("Note {text_content}", { text_content: sign.textContent }));
  const parts = [...document.querySelectorAll(".part--noted")];
  if (!parts.length) return;
  const margin = matchMedia("print, (min-width: 60em)");
  const align = () => margin.matches && parts.forEach(alignIn);
  const move = () => {
    parts.forEach((part) => moveIn(part, margin.matches));
    align();
  };
  move();
  margin.addEventListener("change", move);
  addEventListener("beforeprint", () => parts.forEach((part) => moveIn(part, true)));
  addEventListener("afterprint", move);
  addEventListener("resize", align);
  document.fonts?.ready.then(align);
}

/**
 * @param {Element} part
 * @param {boolean} toMargin
 */
function moveIn(part, toMargin) {
  const column = /** @type {HTMLElement} */ (part.querySelector(".part__notes"));
  const notes = /** @type {HTMLElement[]} */ ([...part.querySelectorAll(".note")]);
  if (toMargin) column.append(...notes);
  else for (const note of notes.reverse()) signOf(note)?.closest(".part__says > *")?.after(note);
  for (const note of notes) note.style.marginTop = "";
  column.hidden = !column.childElementCount;
}

/** @param {Element} part */
function alignIn(part) {
  const notes = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(".note"));
  for (const note of notes) note.style.marginTop = "";
  let [below, gap] = [notes[0]?.parentElement?.getBoundingClientRect().top ?? 0, 0];
  for (const note of notes) {
    const sign = signOf(note);
    const wanted = sign ? sign.getBoundingClientRect().top - 4 : below;
    note.style.marginTop = `${Math.max(gap, wanted - below)}px`;
    [below, gap] = [note.getBoundingClientRect().bottom, GAP];
  }
}

/** @param {Element} note */
function signOf(note) {
  return document.querySelector(`.note-sign a[href="#${note.id}"]`);
}
