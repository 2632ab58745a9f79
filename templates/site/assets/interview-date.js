const DAY = 24 * 60 * 60 * 1000;

/** Define the element that turns the date of an interview into the plan that fits. */
export function defineInterviewDate() {
  if (!customElements.get("interview-date")) customElements.define("interview-date", InterviewDate);
}

/** @param {string} day a date as YYYY-MM-DD @param {Date} now @returns {number} whole days from today, 0 for today */
export function daysUntil(day, now) {
  const [year, month, date] = day.split("-").map(Number);
  return Math.round((Date.UTC(year, month - 1, date) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / DAY);
}

/** @param {number[]} lengths days of each plan @param {number} left @returns {number} the longest plan that fits, else the shortest */
export function planFor(lengths, left) {
  const fitting = lengths.filter((days) => days <= Math.max(left, 1));
  return fitting.length ? Math.max(...fitting) : Math.min(...lengths);
}

class InterviewDate extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.input = this.querySelector("input");
    this.input?.addEventListener("input", this.show);
    this.show();
  }

  disconnectedCallback() {
    this.input?.removeEventListener("input", this.show);
  }

  show = () => {
    const day = this.input?.value ?? "";
    const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".start__plans [data-days]")]);
    const firsts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".start__today")]);
    const answer = this.querySelector(".start__answer");
    if (!rows.length || !answer) return;
    const left = day ? daysUntil(day, new Date()) : NaN;
    const fits = left >= 0 ? planFor(rows.map((row) => Number(row.dataset.days)), left) : NaN;
    answer.textContent = !day ? "" : left < 0 ? "That day has passed." : left === 0 ? "Today." : left === 1 ? "Tomorrow." : `${left} days left.`;
    for (const row of rows) row.classList.toggle("is-fitting", Number(row.dataset.days) === fits);
    for (const first of firsts) first.hidden = Number(first.dataset.days) !== fits;
  };
}
