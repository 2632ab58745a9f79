/** A story out of somebody's notes: pasted in one box, proposed in its parts, put right by hand, and only then taken over. */
import { button, element } from "../dom/element.js";
import { apart, bounded, LONGEST, moved, split, textOf, toldOf } from "../story/split.js";
import { aloud } from "../story/story.js";
import { number, t, tn, withinSentence } from "../values/language.js";
import { line } from "../values/words.js";
import { stripOf } from "./picture.js";

/** @typedef {import("./handbook.js").Handbook} Handbook */
/** @typedef {import("../story/split.js").Piece} Piece */
/** @typedef {import("../story/editorial.js").PartId} PartId */
/** @typedef {{take: (start: {title: string, parts: Record<PartId, string>, questions: string[]}) => void, back: () => void}} Then */

const BEGINS = 40;
const PERCENT = 100;

/** The box, and what is proposed for what stands in it. */
export class Paste {
  /** @type {Piece[]} */ #pieces = [];
  /** @type {Piece | null} */ #dragged = null;
  #cut = 0;
  #question = "";

  /** @param {Handbook} handbook @param {Then} then */
  constructor(handbook, then) {
    this.handbook = handbook;
    this.then = then;
    this.parts = handbook.parts.filter(({ id }) => handbook.known.model.parts.some((one) => one === id));
    this.ids = this.parts.map(({ id }) => /** @type {PartId} */ (id));
    this.box = element("textarea", { id: "paste-box", rows: 14, maxlength: LONGEST, "aria-describedby": "paste-hint paste-said", paste: this.#pasted });
    this.said = element("p", { class: "facts", id: "paste-said", role: "status" });
    this.title = element("input", { type: "text", id: "paste-title", autocomplete: "off" });
    this.noted = element("p", { class: "facts" });
    this.bar = element("div", { class: "paste__bar" });
    this.moved = element("p", { class: "visually-hidden", role: "status" });
    this.list = element("div", { class: "paste__parts" });
    this.first = element(
      "section",
      {},
      element(
        "div",
        { class: "field field--lines" },
        element("label", { for: this.box.id }, t("Your story, as it stands in your notes")),
        element("p", { class: "field__hint", id: "paste-hint" }, t("Headings such as “{value}” are understood, and so are bullets. Without headings the parts are found by what the sentences say, and by their order. Nothing leaves this browser.", { value: this.#headings() })),
        this.box,
      ),
      this.said,
      element("p", { class: "tools" }, button(t("Propose the parts"), () => this.#propose(), { class: "is-main" })),
    );
    this.second = element(
      "section",
      {},
      element("p", {}, t("This is a proposal. Move what stands in the wrong part: with its buttons, or drag it. Nothing is kept before you take it over.")),
      this.noted,
      element(
        "div",
        { class: "own__desk" },
        element("div", { class: "own__page" }, element("div", { class: "field field--text" }, element("label", { for: this.title.id }, t("Title")), this.title), this.list),
        element("div", { class: "own__side" }, this.bar, this.moved, element("p", { class: "tools" }, button(t("Take it over"), () => this.#take(), { class: "is-main" }), button(t("Back to the text"), () => this.#back()))),
      ),
    );
    this.heading = element("h2", { tabindex: -1 }, t("A story from your notes"));
    this.asked = element("p", { class: "facts", hidden: true });
    this.root = element("div", { class: "own paste" }, element("div", { class: "own__head" }, this.heading, element("p", { class: "tools" }, button(t("All my stories"), then.back))), this.asked, this.first, this.second);
    this.second.hidden = true;
  }

  /** Let what is pasted be told for this question, or for none that is known yet. @param {string} wanted its name */
  answer(wanted) {
    const question = this.handbook.questions.find(({ id }) => id === wanted);
    this.#question = question?.id ?? "";
    this.asked.textContent = question ? t("Told for “{line}”", { line: line(question.ask) }) : "";
    this.asked.hidden = !question;
  }

  /** @returns {string} a heading or two, as examples */
  #headings() {
    return this.parts.slice(0, 2).map(({ name, headings }) => headings[0] ?? name).join(t("” or “"));
  }

  /** More than the box takes is cut by the browser without a word: it is said here. @param {ClipboardEvent} event */
  #pasted = (event) => {
    const { length } = event.clipboardData?.getData("text/plain") ?? "";
    const room = LONGEST - (this.box.value.length - (this.box.selectionEnd - this.box.selectionStart));
    this.#cut = Math.max(0, length - room);
    this.said.textContent = this.#cut ? t("Only the first {grouped} characters were pasted. {rest} more are still where you copied them: paste one story at a time.", { grouped: grouped(room), rest: grouped(this.#cut) }) : "";
  };

  #propose() {
    const pasted = this.box.value;
    if (!line(pasted.slice(0, LONGEST))) {
      this.said.textContent = t("Paste your story first.");
      this.box.focus();
      return;
    }
    const { cut, dropped } = bounded(pasted);
    const { title, pieces, headings } = split(pasted, this.parts);
    this.#pieces = pieces;
    this.title.value = title;
    this.noted.textContent = [
      headings.length ? t("Headings understood: {value}.", { value: [...new Set(headings)].join(", ") }) : t("No heading was found, so the parts follow what the sentences say."),
      dropped ? tn("{grouped} character that nobody sees was left out.", "{grouped} characters that nobody sees were left out.", dropped, { grouped: grouped(dropped) }) : "",
      cut + this.#cut ? t("The last {grouped} characters were too many and are not here.", { grouped: grouped(cut + this.#cut) }) : "",
    ].filter(Boolean).join(" ");
    this.#show(true);
    this.#draw();
  }

  /** @param {boolean} isProposed */
  #show(isProposed) {
    this.first.hidden = isProposed;
    this.second.hidden = !isProposed;
    this.heading.textContent = isProposed ? t("Is each sentence in its part?") : t("A story from your notes");
    this.heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #back() {
    this.#show(false);
    this.box.focus();
  }

  #take() {
    this.then.take({ title: line(this.title.value), parts: toldOf(this.#pieces, this.ids), questions: this.#question ? [this.#question] : [] });
  }

  #draw() {
    const { editorial, pace } = this.handbook;
    const told = toldOf(this.#pieces, this.ids);
    const counts = this.ids.map((id) => editorial.wordsIn(told[id]));
    const total = counts.reduce((sum, words) => sum + words, 0);
    this.bar.replaceChildren(element("p", { class: "own__length" }, total ? t("{time} aloud, {words}", { time: aloud(total, pace), words: editorial.counted(total) }) : t("No words in it")), stripOf(counts));
    this.list.replaceChildren(...this.parts.map((part, at) => this.#part(part, at, counts[at] ?? 0, total)));
  }

  /** @param {import("../story/split.js").Part} part @param {number} at @param {number} words @param {number} total */
  #part(part, at, words, total) {
    const pieces = this.#pieces.filter((piece) => piece.part === part.id);
    const drop = (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      if (this.#dragged && this.#dragged.part !== part.id) this.#move(this.#dragged, part.id, null);
    };
    return element(
      "section",
      { class: "paste__part", "data-part": part.id, "aria-label": part.name, dragover: (event) => this.#dragged && event.preventDefault(), drop },
      element("h3", {}, element("span", { class: `swatch shade-${at + 1}` }), part.name, " ", element("span", { class: "facts" }, words ? tn("{n} word, {round} % (aim for about {share} %)", "{n} words, {round} % (aim for about {share} %)", words, { round: Math.round((PERCENT * words) / total), share: part.share }) : "")),
      pieces.length ? element("ol", { class: "plain" }, ...pieces.map((piece) => this.#piece(piece, at))) : element("p", { class: "facts" }, t("Nothing yet.")),
    );
  }

  /** @param {Piece} piece @param {number} at the place of its part */
  #piece(piece, at) {
    const text = textOf(piece.units);
    const begins = text.length > BEGINS ? `${text.slice(0, BEGINS)}…` : text;
    const to = (/** @type {number} */ place) => {
      const part = this.parts[place];
      return part && button(t("To {part}", { part: withinSentence(part.name) }), () => this.#move(piece, part.id, place < at ? "before" : "after"), { class: "row__button", "aria-label": t("To {part}: {begins}", { part: withinSentence(part.name), begins }), "data-way": place < at ? "before" : "after" });
    };
    const root = element(
      "li",
      { draggable: "true", dragstart: (event) => this.#drag(event, piece), dragend: () => void (this.#dragged = null) },
      element("p", { class: "said" }, text),
      element("p", { class: "paste__tools" }, to(at - 1), to(at + 1), piece.units.length > 1 && button(t("Sentence by sentence"), () => this.#apart(piece), { class: "row__button", "aria-label": t("Sentence by sentence: {begins}", { begins }) })),
    );
    this.#places.set(piece, root);
    return root;
  }

  /** @type {WeakMap<Piece, HTMLElement>} where each piece is drawn */
  #places = new WeakMap();

  /** @param {DragEvent} event @param {Piece} piece */
  #drag(event, piece) {
    this.#dragged = piece;
    event.dataTransfer?.setData("text/plain", textOf(piece.units));
  }

  /** @param {Piece} piece @param {PartId} part @param {"before" | "after" | null} way the button that was pressed, which keeps the focus */
  #move(piece, part, way) {
    this.#pieces = moved(this.#pieces, piece, part, this.ids);
    this.#draw();
    this.moved.textContent = t("Moved to {part}.", { part: withinSentence(this.parts.find(({ id }) => id === part)?.name ?? "") });
    const buttons = this.#places.get(piece);
    const same = buttons?.querySelector(`[data-way="${way}"]`) ?? buttons?.querySelector("button");
    if (way) /** @type {HTMLElement | null | undefined} */ (same)?.focus();
  }

  /** @param {Piece} piece */
  #apart(piece) {
    const at = this.#pieces.indexOf(piece);
    this.#pieces = apart(this.#pieces, piece);
    this.#draw();
    const first = this.#pieces[at];
    if (first) /** @type {HTMLElement | null | undefined} */ (this.#places.get(first)?.querySelector("button"))?.focus();
  }
}

/** @param {number} count @returns {string} with its thousands apart */
function grouped(count) {
  return number(count);
}
