/** Say which colour scheme is on; the theme leaves all of its buttons unchecked until one is pressed. */
export function tellScheme() {
  const tell = () => {
    for (const one of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("input[data-md-color-scheme]"))) {
      one.checked = one.dataset.mdColorScheme === document.body.dataset.mdColorScheme;
    }
  };
  tell();
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}
