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
      const now = lastAbove(links.map(({ part }) => part));
      links.forEach(({ link }, at) => (at === now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    }
    if (!bar) return;
    const now = lastAbove(stretches);
    rects.forEach((rect, at) => rect.classList.toggle("is-here", at === now));
    bar.hidden = scrollY < innerHeight;
  };
  addEventListener("scroll", () => {
    if (!asked) requestAnimationFrame(tell);
    asked = true;
  }, { passive: true });
  addEventListener("resize", tell);
  tell();
}

/** @param {string} selector */
function linksIn(selector) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(selector)]);
  return links.map((link) => ({ link, part: document.getElementById(link.hash.slice(1)) }));
}

/** @param {(HTMLElement | null)[]} parts @returns {number} which of them begins last above the line where one reads */
function lastAbove(parts) {
  return parts.findLastIndex((part) => part && part.getBoundingClientRect().top < innerHeight * LINE);
}
