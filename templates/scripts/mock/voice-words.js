/** What is said of the microphone: for each thing that happens to one, its own words and what helps. */

/** @type {Record<import("./voice.js").State, string>} */
export const VOICE_SAYS = {
  off: "",
  asking: "Waiting for your leave to use the microphone.",
  on: "Recording, for this browser only.",
  muted: "The microphone is muted, so nothing is heard. Unmute it and the recording goes on.",
  lost: "The microphone is gone: unplugged, or another program took it. What you said until then is kept, and the interview goes on. Connect it and press “Record again”.",
  broken: "The recording stopped by itself. What you said until then is kept, and the interview goes on. Press “Record again” to record the rest.",
  refused: "The microphone was refused, so nothing is recorded. Allow it for this page in the browser’s settings, and press “Record again”.",
  missing: "No microphone was found, so nothing is recorded. Connect one and press “Record again”.",
  busy: "The microphone does not answer: another program may be using it. Nothing is recorded. Close that program and press “Record again”.",
  insecure: "A browser gives the microphone only to a page with a safe address (https), so nothing is recorded here. A telephone beside you can.",
  unable: "This browser cannot record a voice on this page. A telephone beside you can.",
  full: "This browser has no room for more of the recording. What you said until then is kept, and the interview goes on.",
  gone: "The recording was erased in another tab, so it stopped.",
};

export const SILENCE_SAYS = "Nothing was heard for twenty seconds. Is this the right microphone, and is it switched on?";

/** The states after which recording may be tried again. */
export const MAY_TRY_AGAIN = /** @type {readonly string[]} */ (["lost", "broken", "refused", "missing", "busy"]);
