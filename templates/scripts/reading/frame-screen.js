/** What follows the screen in the theme's frame: the header, the tabs, the lists at the sides, and the way back to the top. */
const WIDE = { navigation: matchMedia("(min-width: 76.25em)"), toc: matchMedia("(min-width: 60em)") }; // as in the theme's sheet
const UNDER_TABS = 10; // pixels after which they go

/** @typedef {{y: number, header: number, height: number, top: number, bottom: number, grid: number}} Screen all in pixels */

/** A table without a class of its own can be scrolled by itself. */
export function dressTables() {
  for (const table of document.querySelectorAll(".md-content table:not([class])")) {
    const [around, place] = [document.createElement("div"), document.createElement("div")];
    [around.className, place.className] = ["md-typeset__scrollwrap", "md-typeset__table"];
    around.append(place);
    table.replaceWith(around);
    place.append(table);
  }
}

export function followScreen() {
  const [header, main, title, tabs, top] = ["header", "main", "header-title", "tabs", "top"].map(component);
  const heading = /** @type {HTMLElement | null} */ (document.querySelector(".md-content h1"));
  if (!header || !main) return;
  const sides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-md-component=sidebar]")]).map(sideOf);
  const tellParts = partsOf();
  let before = 0; // to ask where the page stands would have it laid out before its first words are painted
  let isAsked = false;
  const tell = () => {
    isAsked = false;
    const y = Math.max(0, scrollY);
    const at = main.offsetTop;
    const room = main.firstElementChild instanceof HTMLElement ? main.firstElementChild.offsetTop - at : 0;
    const screen = { y, header: header.offsetHeight, height: innerHeight, top: at, bottom: at + main.offsetHeight, grid: room };
    const isInside = at - screen.header <= y;
    const isPast = heading ? heading.offsetHeight > 0 && y - heading.offsetTop + screen.header >= heading.offsetHeight : false;
    const goesUp = isInside && y < before && y > 0;
    const write = sides.map((side) => side(screen));
    tellParts(screen);
    header.classList.toggle("md-header--shadow", isInside);
    title?.classList.toggle("md-header__title--active", isPast);
    if (tabs && !header.contains(tabs)) tabs.hidden = y >= UNDER_TABS;
    if (top) showTop(top, goesUp, screen.header);
    for (const one of write) one();
    before = y;
  };
  const ask = () => {
    if (!isAsked) requestAnimationFrame(tell);
    isAsked = true;
  };
  top?.addEventListener("click", () => scrollTo({ top: 0 }));
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask);
  requestAnimationFrame(() => {
    new ResizeObserver(ask).observe(document.body); // which asks at once: the first words are painted by then
  });
}

/** @param {string} name @returns {HTMLElement | null} */
function component(name) {
  return document.querySelector(`[data-md-component=${name}]`);
}

/** @param {HTMLElement} top @param {boolean} isShown @param {number} header */
function showTop(top, isShown, header) {
  top.style.top = `${header + 16}px`;
  if (top.hidden !== isShown) return;
  top.hidden = !isShown;
  if (isShown) top.removeAttribute("tabindex");
  else {
    top.setAttribute("tabindex", "-1");
    top.blur();
  }
}

/** A list at the side is as high as the screen leaves it. @param {HTMLElement} side @returns {(screen: Screen) => () => void} reads, and gives what writes */
function sideOf(side) {
  const inner = /** @type {HTMLElement | null} */ (side.querySelector(".md-sidebar__scrollwrap"));
  const wide = side.dataset.mdType === "navigation" ? WIDE.navigation : WIDE.toc;
  /** @type {number | undefined} asked for once the page is laid out */
  let above;
  let isNew = true;
  if (inner?.querySelector("a[href]")) inner.tabIndex = -1; // what scrolls is a stop of the keyboard by itself, which its links are anyway
  return ({ y, header, height, top, bottom, grid }) => {
    const offset = top - header;
    const seen = Math.max(0, height - Math.max(0, top - y, header) - Math.max(0, height + y - bottom));
    above ??= inner?.offsetTop ?? 0;
    const left = seen + Math.min(grid, Math.max(0, y - offset)) - grid - 2 * above;
    return () => {
      if (!inner) return;
      inner.style.height = wide.matches ? `${left}px` : "";
      side.style.top = wide.matches ? `${header}px` : "";
      if (!wide.matches || !isNew) return;
      isNew = false;
      for (const link of /** @type {NodeListOf<HTMLElement>} */ (inner.querySelectorAll(".md-nav__link--active[href]"))) show(link, inner);
    };
  };
}

/** @param {HTMLElement} link @param {HTMLElement} list that is scrolled until the link is in its middle */
function show(link, list) {
  if (link.clientHeight) list.scrollTo({ top: link.offsetTop - list.offsetTop - list.offsetHeight / 2 });
}

/** Say in the list of parts which were passed, and which one is in. @returns {(screen: Screen) => void} */
function partsOf() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-md-component=toc] .md-nav__link[href*='#']")]);
  const parts = links.flatMap((link) => {
    const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return part ? [{ link, part }] : [];
  });
  /** @type {HTMLAnchorElement | undefined} */
  let last;
  return ({ y, header, height, grid }) => {
    if (!parts.length) return;
    const isEnd = y + height >= Math.floor(document.body.offsetHeight);
    const passed = parts.filter(({ part }) => isEnd || offsetOf(part) - header - 0.8 * grid < y).map(({ link }) => link);
    const now = passed.at(-1);
    if (now === last) return;
    last = now;
    for (const { link } of parts) {
      link.classList.toggle("md-nav__link--passed", passed.includes(link));
      link.classList.toggle("md-nav__link--active", link === now);
    }
    const list = /** @type {HTMLElement | null | undefined} */ (now?.closest(".md-sidebar__scrollwrap"));
    if (now && list) show(now, list);
  };
}

/** @param {HTMLElement} part @returns {number} where it stands on the page, or what it stands in, where it is not shown itself */
function offsetOf(part) {
  const shown = part.getClientRects().length ? part : part.parentElement?.closest(":is(details, section, div, article)") ?? part;
  return shown.getBoundingClientRect().top + scrollY;
}
