const LINE = 0.4; // of the screen: what begins above it is where one reads

/** Say which part of a long page one is in: in the list at its side, and in the bar at the foot of a narrow screen. */
export function tellWhere() {
  const bar = /** @type {HTMLElement | null} */ (document.querySelector(".here"));
  const lists = [linksIn(".side-list__part a"), linksIn(".here a")].filter((links) => links.length);
  if (!lists.length) return;
  const stretches = bar ? (bar.dataset.parts ?? "").split(" ").map((id) => document.getElementById(id)) : [];
  const rects = [...(bar?.querySelectorAll("rect") ?? [])];
  let asked = false;
  const tell = () => {
    asked = false;
    for (const links of lists) {
      const now = partRead(links.map(({ part }) => part));
      links.forEach(({ link }, at) => (at === now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }
    if (!bar) return;
    const now = partRead(stretches);
    rects.forEach((rect, at) => rect.classList.toggle("is-here", at === now));
    bar.hidden = scrollY < innerHeight;
  };
  addEventListener("scroll", () => {
    if (!asked) requestAnimationFrame(tell);
    asked = true;
  }, { passive: true });
  addEventListener("resize", tell);
  addEventListener("hashchange", tell); // of two parts beside each other the way to the other scrolls nothing
  tell();
}

/** @param {string} selector */
function linksIn(selector) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(selector)]);
  return links.map((link) => ({ link, part: document.getElementById(link.hash.slice(1)) }));
}

/**
 * The part that one reads: the one that the address names, until it is scrolled away; else the last that begins above the
 * line, and where several begin beside each other, the first of them.
 * @param {(Element | null)[]} parts in the order in which they are read @returns {number} its place among them, or -1
 */
export function partRead(parts) {
  const tops = parts.map((part) => (part?.getClientRects().length ? part.getBoundingClientRect().top : Number.NaN));
  const { scrollHeight, clientHeight } = document.documentElement;
  const isEnd = scrollY + clientHeight > scrollHeight - 2; // where nothing more can be scrolled up to the line
  const named = parts.findIndex((part) => part && location.hash === `#${part.id}`);
  const top = tops[named] ?? -1;
  if (top >= 0 && top < innerHeight * (isEnd ? 1 : LINE)) return named;
  const last = tops[tops.findLastIndex((one) => one < innerHeight * LINE)] ?? Number.NaN;
  return tops.findIndex((one) => Math.abs(one - last) < 1);
}
