/** What became of a recording when its page was closed in the middle. */
import * as recordings from "../keep/recordings.js";

/** @param {string} mock @returns {Promise<string>} that it stopped, and what of it is kept */
export async function stoppedInWords(mock) {
  const { length } = await recordings.list(mock);
  const kept = !length ? "Nothing of it was kept." : `What you said until then is kept (${length} ${length === 1 ? "recording" : "recordings"}, perhaps without the last seconds), and is played with the result.`;
  return `The recording stopped when this page was closed. ${kept}`;
}
