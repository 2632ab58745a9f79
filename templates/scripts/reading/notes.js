import { t } from "../values/language.js";

const GAP = 12;

/** Call each sign in the text by its note, and set each note beside the words it speaks of, where there is a margin. */
export function alignNotes() {
  const parts = [...document.querySelectorAll(".part--noted")];
  if (!parts.length) return;
  for (const sign of document.querySelectorAll(".note-sign a")) sign.setAttribute("aria-label", t("Note {text_content}", { text_content: sign.textContent }));
  const wide = matchMedia("(min-width: 60em)");
  const place = () => parts.forEach((part) => placeIn(/** @type {HTMLElement} */ (part), wide.matches));
  place();
  addEventListener("resize", place);
  document.fonts?.ready.then(place);
}

/**
 * @param {HTMLElement} part
 * @param {boolean} inMargin
 */
function placeIn(part, inMargin) {
  const notes = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(".note"));
  const column = part.querySelector(".part__notes");
  if (!column) return;
  for (const note of notes) note.style.marginTop = "";
  if (!inMargin) return;
  let [below, gap] = [column.getBoundingClientRect().top, 0];
  for (const note of notes) {
    const sign = part.querySelector(`.note-sign a[href="#${note.id}"]`);
    const wanted = sign ? sign.getBoundingClientRect().top - 4 : below;
    note.style.marginTop = `${Math.max(gap, wanted - below)}px`;
    [below, gap] = [note.getBoundingClientRect().bottom, GAP];
  }
}
