/** A worksheet that saves as one types, scores itself, keeps its attempts, and prints filled or blank. */
import { button, element } from "../dom/element.js";
import { offerBoth } from "../keep/both.js";
import { earlierVersions } from "../keep/earlier.js";
import { showSaved } from "../keep/saved.js";
import { store } from "../keep/site.js";
import { asMock } from "../mock/record.js";
import { levelOf } from "../mock/reader-level.js";
import { dayInWords, timeOf } from "../values/days.js";
import { t } from "../values/language.js";
import { SheetForm, isWritten, keyOf } from "../worksheet/form.js";
import { scoreOf } from "../worksheet/score.js";
import { isFinished, SheetDraft } from "../worksheet/sheet.js";
import { Telling } from "../worksheet/telling.js";

/** @typedef {import("../worksheet/score.js").Attempt} Attempt */

class WorkSheet extends HTMLElement {
  connectedCallback() {
    const form = document.querySelector("form.sheet");
    if (!(form instanceof HTMLFormElement) || this.draft) return;
    this.sheet = new SheetForm(form);
    this.draft = new SheetDraft(store(), this.dataset.slug ?? "");
    /** @type {string} the attempt that is looked at, or "" */
    this.looking = "";
    this.saved = element("p", { class: "sheet__saved", role: "status" });
    this.banner = element("p", { class: "sheet__banner is-said", tabindex: "-1", hidden: true });
    this.append(
      element("div", { class: "tools" }, button(t("Print as filled"), () => print()), button(t("Print blank"), () => this.printBlank())),
      this.saved,
      this.banner,
    );
    this.points = element("p", { class: "sheet__points" });
    this.outcome = element("div", { class: "sheet__outcome is-said", role: "group", "aria-label": t("Result"), tabindex: "-1" });
    this.attempts = element("div", { class: "sheet__attempts" });
    this.telling = new Telling(this.dataset.slug ?? "", this.dataset.tells?.split(" ") ?? []);
    this.finishing = element(
      "div",
      { class: "tools" },
      button(t("Finish this attempt"), () => this.finish(), { class: "is-main" }),
      button(t("Start again with an empty sheet"), () => this.empty()),
    );
    form.after(element("section", { class: "sheet__finish", "aria-label": t("Your attempts") }, this.points, this.finishing, this.telling.root, this.outcome, this.attempts, earlierVersions(this.draft, (field) => this.sheet?.label(field) ?? field, () => new Date())));
    form.addEventListener("input", this.note);
    form.addEventListener("change", this.draft.save);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.draft.addEventListener("saved", this.show);
    this.draft.addEventListener("other", this.show);
    this.draft.addEventListener("both", this.offer);
    store().addEventListener("state", this.show);
    this.open();
    this.show();
  }

  /** What is expected at the reader's own level stands open, where it is known. */
  open() {
    const kept = store().read();
    const mocks = Object.fromEntries(Object.entries(kept.mocks).map(([id, item]) => [id, asMock(item)]));
    const level = levelOf(kept, mocks, []);
    for (const fold of this.sheet?.form.querySelectorAll("details") ?? []) fold.open ||= Boolean(level) && fold.dataset.level === level;
  }

  /** @param {Event} event */
  note = (event) => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
    const key = keyOf(control);
    this.draft?.answer(key, this.sheet?.answer(key), isWritten(control));
    this.outcome?.replaceChildren();
    this.sheet?.fit(control);
    this.count();
  };

  show = () => {
    const { sheet, draft, saved } = this;
    if (!sheet || !draft || !saved) return;
    const kept = draft.value;
    const attempt = kept.attempts.find((one) => one.at === this.looking);
    if (!attempt) this.looking = "";
    sheet.lock(Boolean(attempt));
    sheet.write(attempt?.answers ?? kept.answers, (key) => !attempt && draft.isPending(key));
    showSaved(saved, store().state, kept.saved, new Date(), draft.isDeleted);
    if (!saved.textContent) saved.textContent = t("What you write here is kept in this browser.");
    this.count();
    this.telling?.show(kept.answers);
    this.list(kept.attempts);
    if (this.banner) this.banner.hidden = !attempt;
    if (this.finishing) this.finishing.hidden = Boolean(attempt);
    this.classList.toggle("is-finished", isFinished(kept)); // so that nobody is asked to go on with it
    if (attempt) this.banner?.replaceChildren(t("You are looking at the attempt of {moment_of}. ", { moment_of: momentOf(attempt) }), button(t("Back to today’s sheet"), () => this.look("")));
  };

  /** Another tab wrote in a field in which one writes here: offer its words beside. */
  offer = () => {
    const { sheet, draft } = this;
    for (const key of draft?.others.keys() ?? []) {
      const control = sheet?.controls.find((one) => keyOf(one) === key);
      if (!sheet || !draft || !control) continue;
      const take = (/** @type {string} */ words) => {
        draft.answer(key, `${control.value}${control instanceof HTMLTextAreaElement ? words : words.replace(/\s+/g, " ")}`, true);
        draft.save();
      };
      const place = control.closest(".field, td") ?? control;
      place.querySelector(".both")?.remove();
      place.append(offerBoth(draft, key, take, control));
    }
  };

  /** Say what the answers are worth so far. */
  count() {
    if (!this.sheet || !this.points) return;
    const { score, of } = scoreOf(this.sheet.scored, this.sheet.read());
    this.points.hidden = !of || Boolean(this.outcome?.querySelector(".sheet__result"));
    this.points.textContent = this.looking ? t("{score} of {of} points", { score, of }) : t("{score} of {of} points so far", { score, of });
  }

  finish() {
    const { sheet, draft, outcome } = this;
    if (!sheet || !draft || !outcome) return;
    draft.save();
    const answers = sheet.read();
    if (!Object.keys(answers).length) return this.tell(t("Write or tick something first."));
    const asked = sheet.confidence;
    const confidence = asked ? Number.parseFloat(String(sheet.answer(asked.key))) : Number.NaN;
    const { score, of } = scoreOf(sheet.scored, answers);
    const isNew = draft.finish({ at: new Date().toISOString(), answers, score, of, ...(Number.isFinite(confidence) ? { confidence } : {}) });
    const key = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".sheet__key"));
    if (key) key.open = true;
    this.tell(isNew ? "" : t("Nothing changed since your last attempt."), element("p", { class: "sheet__result" }, of ? t("{score} of {of} points", { score, of }) : t("This attempt is kept.")), ...saysFor(score, of), key && element("p", {}, t("The key is open below.")));
  }

  /** @param {...(Node | string | false | null | undefined)} said */
  tell(...said) {
    const parts = said.filter((one) => one).map((one) => (typeof one === "string" ? element("p", {}, one) : /** @type {Node} */ (one)));
    this.outcome?.replaceChildren(...parts);
    this.outcome?.focus();
    this.count();
  }

  /** Ask before the sheet is emptied, finished or not. */
  empty() {
    if (!this.sheet || !this.draft) return;
    this.draft.save();
    const { answers } = this.draft.value;
    if (!Object.keys(answers).length) return this.emptied();
    const finished = isFinished(this.draft.value);
    this.tell(
      finished ? t("This attempt is finished and stays below. Empty the sheet for the next one?") : t("What stands on the sheet is not part of an attempt yet."),
      element(
        "div",
        { class: "tools" },
        !finished &&
          button(t("Finish it first"), () => {
            this.finish();
            this.emptied();
          }),
        button(t("Empty it"), () => this.emptied()),
        button(t("Leave it as it is"), () => this.outcome?.replaceChildren()),
      ),
    );
  }

  emptied() {
    this.draft?.empty();
    const key = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".sheet__key"));
    if (key) key.open = false;
    for (const row of document.querySelectorAll("[data-from]")) row.classList.remove("is-fitting");
    this.outcome?.replaceChildren();
    this.sheet?.controls[0]?.focus();
  }

  /** @param {string} at */
  look(at) {
    this.draft?.save();
    this.looking = at;
    this.outcome?.replaceChildren();
    this.show();
    if (at) this.banner?.focus();
    else this.saved?.scrollIntoView({ block: "center" });
  }

  /** @param {Attempt[]} attempts */
  list(attempts) {
    const most = this.sheet?.confidence?.most;
    const rows = [...attempts].reverse().map((attempt) =>
      element(
        "li",
        {},
        element("span", { class: "attempt__when" }, momentOf(attempt)),
        attempt.of > 0 && element("span", { class: "attempt__score" }, t("{score} of {of} points", { score: attempt.score, of: attempt.of })),
        attempt.confidence !== undefined && element("span", { class: "attempt__score" }, most ? t("confidence before {confidence} of {most}", { confidence: attempt.confidence, most }) : t("confidence before {confidence}", { confidence: attempt.confidence })),
        element(
          "span",
          { class: "attempt__acts" },
          button(t("Show its answers"), () => this.look(attempt.at), { class: "row__button", "aria-label": t("Show the answers of {moment_of}", { moment_of: momentOf(attempt) }) }),
          button(t("Erase"), (event) => this.forget(event, attempt), { class: "row__button", "aria-label": t("Erase the attempt of {moment_of}", { moment_of: momentOf(attempt) }) }),
        ),
      ),
    );
    const key = attempts.map((one) => one.at).join();
    if (!this.attempts || this.attempts.dataset.holds === key) return;
    this.attempts.dataset.holds = key;
    this.attempts.replaceChildren(...(rows.length ? [element("h2", {}, t("Your attempts")), element("ul", { class: "attempts" }, ...rows)] : []));
  }

  /** Print the sheet without its answers, which stay where they are. */
  printBlank() {
    document.documentElement.classList.add("is-blank");
    this.sheet?.fold();
    const after = () => {
      document.documentElement.classList.remove("is-blank");
      for (const control of this.sheet?.controls ?? []) this.sheet?.fit(control);
    };
    addEventListener("afterprint", after, { once: true });
    print();
  }

  /** Erase an attempt when asked twice. @param {MouseEvent} event @param {Attempt} attempt */
  forget(event, attempt) {
    const asked = /** @type {HTMLButtonElement} */ (event.currentTarget);
    if (asked.dataset.sure) {
      this.draft?.forget(attempt.at);
      this.tell(t("The attempt is erased."));
      return;
    }
    asked.dataset.sure = "yes";
    asked.textContent = t("Really erase");
    asked.setAttribute("aria-label", t("Really erase the attempt of {moment_of}", { moment_of: momentOf(attempt) }));
  }
}

/** The results' words for a score, marked where they stand on the page. @param {number} score @param {number} of @returns {Node[]} */
function saysFor(score, of) {
  const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-from]")]);
  const fits = rows.find((row) => of > 0 && Number(row.dataset.from) <= score && score <= Number(row.dataset.to));
  for (const row of rows) row.classList.toggle("is-fitting", row === fits);
  if (!fits) return [];
  const says = element("p", { class: "sheet__next" });
  says.append(...[...fits.childNodes].filter((node) => node.nodeName !== "STRONG").map((node) => node.cloneNode(true)));
  return [says];
}

/** @param {Attempt} attempt */
function momentOf(attempt) {
  const at = new Date(attempt.at);
  return `${dayInWords(at)}, ${timeOf(at)}`;
}

if (!customElements.get("work-sheet")) customElements.define("work-sheet", WorkSheet);
