/** What became of a recording when its page was closed in the middle. */
import * as recordings from "../keep/recordings.js";
import { t, tn } from "../values/language.js";

/** @param {string} mock @returns {Promise<string>} that it stopped, and what of it is kept */
export async function stoppedInWords(mock) {
  const { length } = await recordings.list(mock);
  const kept = !length ? t("Nothing of it was kept.") : tn("What you said until then is kept ({n} recording, perhaps without the last seconds), and is played with the result.", "What you said until then is kept ({n} recordings, perhaps without the last seconds), and is played with the result.", length);
  return t("The recording stopped when this page was closed. {kept}", { kept });
}
