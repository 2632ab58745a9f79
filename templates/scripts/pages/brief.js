/** On the page of a walkthrough: copy it as an interviewer's brief. The handbook's data is loaded when it is asked for. */
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { interviewOf } from "../mock/interview.js";
import { bankOf } from "../story/bank.js";
import { briefOf, briefPanel, storyChoice } from "../story/brief-panel.js";

class InterviewBrief extends HTMLElement {
  connectedCallback() {
    const bank = bankOf(store().read().stories, 0);
    const told = storyChoice("brief-story", bank);
    this.replaceChildren(briefPanel(() => this.#make(bank[told.select.value]), ...(told.root.hidden ? [] : [told.root])));
  }

  /** @param {import("../story/story.js").Kept | undefined} story @returns {Promise<string>} */
  async #make(story) {
    const [{ walkthroughs }, guide, { questions }] = await Promise.all([siteData("walkthroughs"), siteData("guide"), siteData("questions")]);
    const record = walkthroughs.find((/** @type {{id: string}} */ one) => one.id === this.dataset.walkthrough);
    const level = guide.levels.find((/** @type {{id: string}} */ one) => one.id === record.level)?.name ?? "";
    return briefOf({ interview: interviewOf(record), level }, story, { parts: guide.parts, questions });
  }
}

if (!customElements.get("interview-brief")) customElements.define("interview-brief", InterviewBrief);
