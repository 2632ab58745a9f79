/** What every page that keeps something says at once, in one place: that this browser does not, or not for long. */
import { element } from "../dom/element.js";
import { t } from "../values/language.js";
import { address } from "./address.js";
import { askToLast, clearsUnvisited, hasWords } from "./lasting.js";
import { copiedInWords, saveLink } from "./save-copy.js";
import { troubleInWords } from "./saved.js";
import { store as theStore } from "./site.js";

const TYPED = "story-bank, work-sheet, mock-interview";
const KEEPS = `${TYPED}, card-drill, interview-date, my-loop, own-story, readiness-page, .tasks[data-plan]`;
const DATA_PAGE = "practise/my-data.md";

/** Show on a page that keeps something what there is to say of that, now and whenever it changes. */
export function tellKeeping() {
  const heading = document.querySelector("article h1");
  if (!heading || !document.querySelector(KEEPS)) return;
  const store = theStore();
  askToLast(store);
  const place = element("p", { class: "keeping", role: "status", hidden: true });
  heading.after(place);
  const show = () => {
    const trouble = troubleInWords(store.state);
    const said = trouble ? [trouble, saveLink(store)] : (aside() ?? unvisited());
    const words = said.map((one) => (typeof one === "string" ? one : one.textContent)).join("");
    place.classList.toggle("is-trouble", Boolean(trouble));
    place.hidden = !words;
    if (place.dataset.says === words) return;
    place.dataset.says = words;
    place.replaceChildren(...said);
  };
  const aside = () => (store.aside().length ? [t("Something that was kept here could not be read. It was set aside, and nothing of it is lost: "), element("a", { href: `${address(DATA_PAGE)}#damaged` }, t("see what it is")), "."] : undefined);
  const unvisited = () => (document.querySelector(TYPED) && clearsUnvisited() && hasWords(store) ? [t("Some browsers, such as Safari, clear what you wrote after seven days without a visit. "), `${copiedInWords(store)} `, saveLink(store)] : []);
  store.read();
  show();
  for (const event of ["change", "state"]) store.addEventListener(event, show);
}
