/** One's own answer to one question, all of it in one place: notes, what was asked after it, the recording, its words, and the story told. */
import { element } from "../dom/element.js";
import { selectField } from "../dom/fields.js";
import { t } from "../values/language.js";
import { timesInWords } from "./told.js";
import { shownBy, shownInWords } from "./transcript.js";
import { figuresInWords, secondsFor } from "./voice-figures.js";

/** @typedef {import("./session.js").MockSession} MockSession */
/** @typedef {import("./interview.js").Turn} Turn */
/**
 * What one has besides the record: the recordings, one's stories by id with how often each was told, and how words are measured.
 * @typedef {{replay: import("./replay.js").Replay, stories: [string, string, number][], editorial: import("../story/editorial.js").Editorial}} Own
 */

/** @param {MockSession} session @param {Turn} turn @returns {boolean} whether anything of one's own is kept of this question */
export function isAnswered({ mock }, { id }) {
  return Boolean((mock.notes[id] ?? "").trim() || (mock.transcripts[id] ?? "").trim() || mock.asked[id]?.length || mock.told[id] || mock.voice[id]);
}

/** @param {MockSession} session @param {Turn} turn @param {Own} own @returns {HTMLElement} */
export function answerSides(session, turn, own) {
  const { mock } = session;
  const note = (mock.notes[turn.id] ?? "").trim();
  const heard = element("p", { class: "facts" });
  const root = element(
    "div",
    { class: "side" },
    note && element("h4", {}, t("Your notes")),
    ...(note ? note.split("\n") : []).map((text) => element("p", {}, text)),
    own.replay.of(turn.id),
    heard,
    storyField(session, turn, own.stories),
    transcriptField(session, turn, own),
  );
  follow(session, root, () => {
    const found = session.mock.voice[turn.id];
    heard.textContent = found ? figuresInWords(found, secondsFor(session.interview, turn.id)) : "";
  });
  return root;
}

/** @param {MockSession} session @param {Turn} turn @param {Own["stories"]} stories @returns {HTMLElement | false} */
function storyField(session, turn, stories) {
  if (!stories.length) return false;
  const options = stories.map(([id, title, times]) => /** @type {const} */ ([id, `${title} (${timesInWords(times)})`]));
  const field = selectField(t("The story you told"), [["", t("none of mine")], ...options], {
    id: `told-${turn.id}`,
    chosen: session.mock.told[turn.id] ?? "",
    change: (story) => {
      const { [turn.id]: _, ...others } = session.mock.told;
      session.save({ told: story ? { ...others, [turn.id]: story } : others });
    },
  });
  return element("p", { class: "mix__wish" }, field.root);
}

/** @param {MockSession} session @param {Turn} turn @param {Own} own @returns {HTMLElement} */
function transcriptField(session, turn, own) {
  const shown = element("p", { class: "facts", role: "status" });
  const isWritten = session.mock.dictated.includes(turn.id);
  const area = element("textarea", {
    id: `said-${turn.id}`,
    rows: 4,
    input: () => {
      session.write(turn.id, area.value);
      show();
    },
  });
  area.value = session.mock.transcripts[turn.id] ?? "";
  const show = () => {
    const text = area.value.trim();
    const says = text ? shownInWords(shownBy(text, own.editorial), session.mock.voice[turn.id]?.spoken ?? 0) : "";
    if (shown.textContent !== says) shown.textContent = says;
  };
  const root = element(
    "details",
    { class: "reveal", open: isWritten },
    element("summary", {}, t("What you said, in words")),
    element(
      "div",
      { class: "field" },
      element("label", { for: area.id }, isWritten ? t("Written by this browser, on this device. It mishears: mend what is wrong.") : t("Paste or type it: words a minute, I and we, figures, reasons and filling words are counted here.")),
      area,
    ),
    shown,
  );
  follow(session, root, show);
  return root;
}

/** Show now, and whenever the record was saved, until the view is gone. @param {MockSession} session @param {HTMLElement} root @param {() => void} show */
function follow(session, root, show) {
  let wasThere = false;
  const look = () => {
    wasThere ||= root.isConnected;
    if (wasThere && !root.isConnected) return session.removeEventListener("saved", look);
    show();
  };
  session.addEventListener("saved", look);
  look();
}
