/** A worksheet's form: what is asked, and what is answered. */

/** @typedef {import("./score.js").Answers} Answers */
/** @typedef {import("./score.js").Scored} Scored */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

export class SheetForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  /** @returns {Control[]} */
  get controls() {
    return [...this.form.querySelectorAll("input, textarea")].map((control) => /** @type {Control} */ (control));
  }

  /** @returns {Scored[]} the fields that have points */
  get scored() {
    return [...this.form.querySelectorAll("[data-points]")].map((place) => {
      const control = /** @type {HTMLInputElement} */ (place.matches("input") ? place : place.querySelector("input"));
      return { key: keyOf(control), kind: control.type === "checkbox" ? "tick" : "scale", points: Number(place.getAttribute("data-points")) };
    });
  }

  /** @returns {Answers} every answer that is given */
  read() {
    /** @type {[string, string | true][]} */
    const given = [];
    for (const control of this.controls) {
      const value = valueOf(control);
      if (value) given.push([keyOf(control), value]);
    }
    return Object.fromEntries(given);
  }

  /** @param {string} key @returns {string | true | undefined} the answer to one field, if it is given */
  answer(key) {
    const answers = this.read();
    return Object.hasOwn(answers, key) ? answers[key] : undefined;
  }

  /** @param {Answers} answers @param {(key: string) => boolean} [leave] fields that stay as they are */
  write(answers, leave = () => false) {
    for (const control of this.controls) {
      const key = keyOf(control);
      if (leave(key)) continue;
      const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
      if (!(control instanceof HTMLInputElement) || !["checkbox", "radio"].includes(control.type)) {
        const text = typeof answer === "string" ? answer : "";
        if (control.value !== text) control.value = text;
      } else control.checked = control.type === "checkbox" ? answer === true : answer === control.value;
      this.fit(control);
    }
  }

  /** Let nothing that is written be cut off, and tell the stylesheet what is filled. @param {Control} control */
  fit(control) {
    control.classList.toggle("is-filled", Boolean(valueOf(control)));
    if (!(control instanceof HTMLTextAreaElement)) return;
    control.dataset.rows ??= String(control.rows);
    control.rows = Number(control.dataset.rows);
    while (control.scrollHeight > control.clientHeight + 2 && control.rows < 200) control.rows += 1;
  }

  /** Give every place to write the height it has on an empty sheet. */
  fold() {
    for (const area of this.form.querySelectorAll("textarea")) area.rows = Number(area.dataset.rows ?? area.rows);
  }

  /** @returns {{key: string, most: number | undefined} | undefined} the field that asks for confidence beforehand; a scale has a most */
  get confidence() {
    const control = this.controls.find((one) => /^confidence(-|$)/.test(one.name));
    return control && { key: keyOf(control), most: control.type === "radio" ? 5 : undefined };
  }

  /** @param {string} key @returns {string} what a field is called */
  label(key) {
    const control = this.controls.find((one) => keyOf(one) === key);
    const legend = control?.closest("fieldset.field")?.querySelector("legend");
    return (control?.getAttribute("aria-label") ?? (legend ?? control?.labels?.[0])?.textContent ?? key).trim();
  }

  /** @param {boolean} locked whether answers can only be read */
  lock(locked) {
    for (const section of /** @type {NodeListOf<HTMLFieldSetElement>} */ (this.form.querySelectorAll(".sheet__section"))) section.disabled = locked;
  }
}

/** @param {Control} control @returns {boolean} whether it takes words */
export function isWritten(control) {
  return control instanceof HTMLTextAreaElement || control.type === "text";
}

/** @param {Control} control @returns {string} the id of the field, or of the cell of a table */
export function keyOf(control) {
  return control.dataset.key ?? control.name;
}

/** @param {Control} control @returns {string | true} */
function valueOf(control) {
  if (!(control instanceof HTMLInputElement) || !["checkbox", "radio"].includes(control.type)) return control.value;
  if (!control.checked) return "";
  return control.type === "checkbox" ? true : control.value;
}
