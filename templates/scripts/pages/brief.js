/** On the page of a walkthrough, in a panel that a reader opened: copy it as an interviewer's brief. The handbook's data is loaded when it is asked for. */
import { siteData } from "../keep/data.js";
import { store } from "../keep/site.js";
import { interviewOf } from "../mock/interview.js";
import { briefOf, briefParts, storyChoice } from "../story/brief-panel.js";
import { byAge, textOf, whole } from "../story/story.js";

class InterviewBrief extends HTMLElement {
  connectedCallback() {
    const stories = byAge(store().read().stories);
    const told = storyChoice("brief-story", stories.map(([id, item]) => [id, { title: textOf(item.title) }]));
    const own = () => stories.find(([id]) => id === told.select.value)?.[1];
    this.querySelector("details")?.append(...briefParts(() => this.#make(own()), ...(told.root.hidden ? [] : [told.root])));
  }

  /** @param {import("../keep/document.js").Item | undefined} item the story as it was kept @returns {Promise<string>} */
  async #make(item) {
    const [{ walkthroughs }, guide, { questions }] = await Promise.all([siteData("walkthroughs"), siteData("guide"), siteData("questions")]);
    const record = walkthroughs.find((/** @type {{id: string}} */ one) => one.id === this.dataset.walkthrough);
    const level = guide.levels.find((/** @type {{id: string}} */ one) => one.id === record.level)?.name ?? "";
    return briefOf({ interview: interviewOf(record), level }, item && whole(item, guide.model, guide.wordsAMinute), { parts: guide.parts, questions });
  }
}

if (!customElements.get("interview-brief")) customElements.define("interview-brief", InterviewBrief);
