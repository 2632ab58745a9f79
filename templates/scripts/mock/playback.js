/** What was recorded of one session, to be heard or deleted. */
import { button, element } from "../dom/element.js";
import * as recordings from "../keep/recordings.js";
import { spoken } from "./clock.js";

/** @param {string} mock @returns {HTMLElement} a list that fills itself; empty where nothing was recorded */
export function playback(mock) {
  const place = element("div", { class: "voices" });
  recordings.list(mock).then((found) => {
    if (!found.length) return;
    place.append(
      element("h3", {}, "Your voice"),
      element("p", { class: "facts" }, "Kept in this browser and sent nowhere. Listen once as the interviewer, with the notes hidden."),
      element("ul", { class: "plain" }, ...found.map(row)),
    );
  });
  return place;
}

/** @param {recordings.Recording} one @returns {HTMLLIElement} */
function row(one) {
  const address = URL.createObjectURL(one.blob);
  const label = one.label ?? "An answer";
  const li = element(
    "li",
    { class: "voice" },
    element("p", {}, label, " ", element("span", { class: "amount" }, spoken(one.seconds * 1000))),
    element("audio", { controls: true, src: address, preload: "metadata", "aria-label": label }),
    button(
      "Delete",
      async () => {
        await recordings.remove(one.id);
        URL.revokeObjectURL(address);
        const next = li.nextElementSibling ?? li.previousElementSibling;
        li.remove();
        /** @type {HTMLElement | null | undefined} */ (next?.querySelector("button"))?.focus();
      },
      { "aria-label": `Delete the recording: ${label}` },
    ),
  );
  return li;
}
