/** Two tabs wrote in one field: what the other wrote, offered beside. */
import { button, element } from "../dom/element.js";
import { t } from "../values/language.js";

/**
 * @param {import("./draft.js").Draft<any>} draft @param {string} key of the field @param {(words: string) => void} take put these words in the field
 * @param {HTMLElement} back what gets the focus once it is decided
 * @returns {HTMLDivElement}
 */
export function offerBoth(draft, key, take, back) {
  const words = draft.others.get(key) ?? "";
  const settle = () => {
    draft.others.delete(key);
    root.remove();
    back.focus();
  };
  const root = element(
    "div",
    { class: "is-said both", role: "status" },
    element("p", {}, t("Another tab wrote here at the same time:")),
    element("blockquote", {}, words),
    element(
      "p",
      { class: "tools" },
      button(t("Add it below yours"), () => {
        take(`\n\n${words}`);
        settle();
      }),
      button(t("Leave it out"), settle),
    ),
  );
  return root;
}
