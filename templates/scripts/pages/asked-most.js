/** On the page of what is asked most: the reader's own story for each question, where this browser keeps one. */
import { element } from "../dom/element.js";
import { address } from "../keep/address.js";
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { eachDay } from "../keep/today.js";
import { inLoop, loopWants } from "../loop/wants.js";
import { bankOf, suggestions } from "../story/bank.js";
import { Spoken } from "../story/spoken.js";
import { titleOf } from "../story/story.js";
import { toldWhole } from "../story/told.js";
import { t } from "../values/language.js";

/** @typedef {import("../story/bank.js").Suggestion} Suggestion */

/** @type {Promise<any> | undefined} */
let guide;

/** The stories are spread over all the questions of the page at once, as "My stories" spreads them. */
class OwnStory extends HTMLElement {
  connectedCallback() {
    store().addEventListener("change", this.show);
    this.noMoreDays = eachDay(this.show);
    this.show();
  }

  disconnectedCallback() {
    store().removeEventListener("change", this.show);
    this.noMoreDays?.();
  }

  show = async () => {
    const { stories } = store().read();
    const wants = inLoop(await loopWants("questions"), this.dataset.question ?? "");
    const mine = wants ? [`${wants}. `] : [];
    if (!Object.keys(stories).length) return this.#say(...mine);
    guide ??= siteData("guide");
    const known = await guide.catch(() => null);
    if (!known || !this.isConnected) return;
    const bank = bankOf(stories, known);
    const names = new Map(known.competencies.map((/** @type {{id: string, title: string}} */ { id, title }) => [id, title]));
    const asked = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("own-story")]).map(({ dataset }) => ({ id: dataset.question ?? "", ask: "", competency: dataset.competency ?? "", spoken: "spoken" in dataset }));
    const spoken = new Spoken(known.editorial);
    const found = suggestions(bank, asked, names, (one) => toldWhole(one, spoken)).find(({ question }) => question === this.dataset.question);
    const story = found?.story ? bank[found.story] : undefined;
    if (!found?.story || !story) return this.#say(...mine);
    const page = address(known.pages["my-stories"]);
    this.#say(...mine, t("Yours: "), element("a", { href: `${page}#my-${encodeURIComponent(found.story)}` }, titleOf(story)), ` ${found.why.join(" ")}`);
  };

  /** @param {(Node | string)[]} said nothing hides it */
  #say(...said) {
    this.replaceChildren(...said);
    this.hidden = !said.length;
  }
}

if (!customElements.get("own-story")) customElements.define("own-story", OwnStory);
