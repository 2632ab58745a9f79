/**
 * Puts right what another site of the same address may have left in the store under the theme's names, before the theme
 * reads it: a value that it cannot read would stop its script, and search and menus with it. Loaded in the head, at once.
 */
import { sound } from "../values/theme-store.js";

for (const open of [() => localStorage, () => sessionStorage]) {
  try {
    const store = open();
    for (const key of Object.keys(store)) {
      if (!sound(key, store.getItem(key) ?? "", location.pathname)) store.removeItem(key);
    }
  } catch {
    // a browser that keeps nothing has nothing to put right
  }
}
