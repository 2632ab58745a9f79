/**
 * Say which colour scheme is on; the theme leaves all of its buttons unchecked until one is pressed. And leave the colour
 * around the page to the theme, which follows the chosen scheme; until here it followed that of the system.
 */
export function tellScheme() {
  const tell = () => {
    for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-md-color-scheme]"))) {
      one.checked = one.dataset.mdColorScheme === document.body.dataset.mdColorScheme;
    }
  };
  tell();
  if (document.querySelector('meta[name="theme-color"]:not([media])')) for (const one of document.querySelectorAll('meta[name="theme-color"][media]')) one.remove();
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}
