/** The page as Markdown, on the clipboard. Its file is asked for when somebody wants it; from a disk nothing can be asked for. */
import { button, element } from "../dom/element.js";
import { t } from "../values/language.js";

/** Beside the link that opens the page as Markdown, offer to copy it. */
export function offerCopy() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".as-markdown a"));
  if (!link || location.protocol === "file:") return;
  const says = element("span", { role: "status" });
  const press = button(t("Copy as Markdown"), async () => {
    link.after(says); // a page has no second place that speaks before it has something to say
    const text = fetch(link.href).then((answer) => (answer.ok ? answer.text() : Promise.reject()));
    try {
      // the promise itself: Safari lets nothing onto the clipboard that comes after a wait
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then((it) => new Blob([it], { type: "text/plain" })) })]);
      says.textContent = t("Copied.");
    } catch {
      says.textContent = t("It could not be copied.");
    }
  });
  link.before(press);
}
