/** One thing at a time: the steps of a story, of which one is on the screen. */
import { button, element } from "../dom/element.js";

/** @typedef {{id: string, name: string, root: HTMLElement}} Step */

/** The steps, and the way from each to any other. */
export class Steps {
  /** @param {string} label of them all @param {Step[]} steps the first is shown first */
  constructor(label, steps) {
    this.steps = steps.map((step) => {
      const says = element("span", { class: "row__says" });
      return { ...step, says, press: button("", () => this.show(step.id), { "aria-label": step.name }) };
    });
    for (const { press, name, says } of this.steps) press.append(element("span", {}, name), says);
    this.root = element("nav", { class: "own__steps", "aria-label": label }, ...this.steps.map(({ press }) => press));
    this.show(steps[0]?.id ?? "");
  }

  /** @param {string} id */
  show(id) {
    for (const step of this.steps) {
      step.root.hidden = step.id !== id;
      if (step.id === id) step.press.setAttribute("aria-current", "step");
      else step.press.removeAttribute("aria-current");
    }
  }

  /** Say below a step's name how it stands. @param {string} id @param {string} words */
  say(id, words) {
    const step = this.steps.find((one) => one.id === id);
    if (!step || step.says.textContent === words) return;
    step.says.textContent = words;
    step.press.setAttribute("aria-label", `${step.name}: ${words}`);
  }
}
