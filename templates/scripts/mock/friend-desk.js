/** The ways to practise with a friend: open a file, or give one of one's own stories with its questions. */
import { download } from "../dom/download.js";
import { button, element } from "../dom/element.js";
import { selectField, tickLabel } from "../dom/fields.js";
import { t } from "../values/language.js";
import { slug } from "../values/words.js";
import { LARGEST } from "./friend-sheet.js";

/** @typedef {import("./friend-sheet.js").Sheet} Sheet */

const LONGEST_NAME = 60; // characters of a file's name

/** @param {Sheet} sheet gives it as a file */
export function saveSheet(sheet) {
  const by = slug(sheet.answers?.by ?? "", {}, LONGEST_NAME);
  download(`${slug(sheet.title, {}, LONGEST_NAME) || "interview"}${sheet.answers ? `-from-${by || "a-friend"}` : "-for-a-friend"}.json`, `${JSON.stringify(sheet, null, 1)}\n`);
}

/** @param {[string, string][]} stories id and title of those that can be asked about @param {{open: (text: string) => void, give: (story: string) => void}} then @returns {HTMLElement} */
export function friendDesk(stories, then) {
  const said = element("p", { role: "status" });
  const file = element("input", {
    type: "file",
    id: "friend-file",
    accept: ".json,application/json",
    change: async () => {
      const chosen = file.files?.[0];
      said.classList.remove("is-trouble");
      said.textContent = "";
      if (!chosen) return;
      try {
        if (chosen.size > 4 * LARGEST) throw new Error(t("The file is larger than any such sheet can be."));
        then.open(await chosen.text());
      } catch (error) {
        said.classList.add("is-trouble");
        said.textContent = t("{error} Nothing was changed.", { error: error instanceof Error ? error.message : t("The file could not be read.") });
      }
      file.value = "";
    },
  });
  const story = selectField(t("Your story"), stories, { id: "friend-story" });
  const give = () => {
    then.give(story.select.value);
    said.classList.remove("is-trouble");
    said.textContent = savedInWords();
  };
  return element(
    "section",
    { "aria-labelledby": "friend" },
    element("h2", { id: "friend" }, t("With a friend")),
    element("p", {}, t("Save a file for a friend. The friend opens it on this same page, asks you, ticks what was said and sends a file back, which you open here. An interview that you have sat is given from its result.")),
    element("p", { class: "data__file" }, element("label", { for: file.id }, t("Open a friend’s file")), file),
    stories.length > 0 && element("p", { class: "mix__wish" }, story.root),
    stories.length > 0 && element("p", { class: "tools" }, button(t("Give this story to a friend"), give)),
    said,
  );
}

/** @returns {string} what to do with a file that was saved for a friend */
function savedInWords() {
  return t("Saved as a file. Send it to your friend, who opens it on this same page, under “With a friend”. Open there, too, what comes back.");
}

/** @param {(notes: boolean) => void} give @returns {HTMLElement} the way to give a result */
export function giveResult(give) {
  let notes = true;
  const said = element("p", { role: "status" });
  const save = () => {
    give(notes);
    said.textContent = savedInWords();
  };
  return element(
    "details",
    { class: "reveal mock__give" },
    element("summary", {}, t("Give it to a friend")),
    element("p", {}, t("One file with the scenario, the questions, what a strong answer has and the rubric. A friend opens it on this page or prints it, asks you once more, fills it in and hands it back.")),
    element("p", { class: "field--tick" }, tickLabel(t("With my notes"), true, (on) => void (notes = on))),
    element("p", { class: "tools" }, button(t("Save the file for a friend"), save)),
    said,
  );
}
