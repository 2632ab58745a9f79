/** The file of a contributed story: downloaded, copied, or begun on the page where a pull request starts; a long one in two steps. */
import { CopyPlace } from "../dom/copy.js";
import { download } from "../dom/download.js";
import { button, element } from "../dom/element.js";
import { entry, fileName, newFilePage } from "../story/contribution.js";
import { yaml } from "../story/yaml.js";
import { t } from "../values/language.js";

/** @typedef {import("../story/story.js").Kept} Kept */
/** @typedef {import("./handbook.js").Handbook} Handbook */

const UNANSWERED = t("First answer whether anybody can be recognised: every line must be true.");

/**
 * @param {() => Kept} story @param {Handbook} handbook @param {() => boolean} unanswered whether a question on anonymity is open
 * @returns {{root: HTMLElement}}
 */
export function contributionFile(story, handbook, unanswered) {
  const place = new CopyPlace(t("The file of your story"));
  const text = () => yaml(entry(story(), handbook.known));
  const name = () => fileName(story().title, handbook.known);
  const steps = element("ol", { class: "give__steps" });
  steps.hidden = true;
  place.says.after(steps);
  const when = /** @param {() => void} act */ (act) => () => {
    steps.hidden = true;
    if (unanswered()) place.says.textContent = UNANSWERED;
    else act();
  };
  const { repository } = handbook;
  const onGitHub = repository && newFilePage(repository.address, repository.branch, "story.yaml", "");
  const tools = [
    button(t("Download the file"), when(() => {
      download(name(), text(), "application/yaml");
      place.says.textContent = t("Saved as {name}. It belongs into {folder}.", { name: name(), folder: "content/stories/" });
    })),
    button(t("Copy the file"), when(() => void place.copy(text(), t("Copied. Its name is {name}.", { name: `content/stories/${name()}` })))),
    onGitHub && button(t("Open it on GitHub"), when(() => void begin())),
  ];

  /** Open the page with the file in its address; where that would be too long, copy the file and say the two steps that are left. */
  async function begin() {
    if (!repository) return;
    const page = newFilePage(repository.address, repository.branch, name(), text());
    if (!page) return;
    if (page.whole) {
      place.says.textContent = t("The page opened in another tab. GitHub has your story from its address; nobody else sees it until you press the button there.");
      window.open(page.address, "_blank", "noopener");
      return;
    }
    const copied = await place.copy(text(), t("Your story is too long to travel in an address. Two steps are left:"));
    if (!copied) place.says.textContent = t("Your story is too long to travel in an address, and the clipboard was refused. Two steps are left:");
    steps.replaceChildren(
      element("li", {}, copied ? t("The file is on your clipboard.") : t("Copy the file from the field below.")),
      element("li", {}, element("a", { href: page.address, target: "_blank", rel: "noopener" }, t("Open the empty file on GitHub")), t(", paste the text into its large field, and press “Commit changes”. Before that only the name of the file is sent.")),
    );
    steps.hidden = false;
  }

  return { root: element("div", { class: "give__file" }, element("p", { class: "tools" }, ...tools), place.root) };
}
