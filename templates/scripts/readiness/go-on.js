/** What to go on with once one thing is done. */
import { beginLink } from "../dom/begin.js";
import { address } from "../keep/address.js";
import { loopAsks } from "../loop/wants.js";
import { known, standNow } from "./now.js";

/** @param {HTMLElement} place gets the next thing; stays empty where there is none, or where what it rests on cannot be had @param {import("../keep/store.js").Store} store @param {Date} now @param {string} done the kind of what was just done, which is not what comes next */
export async function goOn(place, store, now, done) {
  const all = await known().catch(() => undefined);
  const thing = all && standNow(all, store, now, await loopAsks()).things.find(({ kind }) => kind !== done);
  if (thing) place.replaceChildren(beginLink({ does: thing.does, why: thing.why, href: address(thing.path) }));
}
