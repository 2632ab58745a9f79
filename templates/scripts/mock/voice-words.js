/** What is said of the microphone: for each thing that happens to one, its own words and what helps. */
import { t } from "../values/language.js";

/** @type {Record<import("./voice.js").State, string>} */
export const VOICE_SAYS = {
  off: "",
  asking: t("Waiting for your leave to use the microphone."),
  on: t("Recording, for this browser only."),
  muted: t("The microphone is muted, so nothing is heard. Unmute it and the recording goes on."),
  lost: t("The microphone is gone: unplugged, or another program took it. What you said until then is kept, and the interview goes on. Connect it and press “Record again”."),
  broken: t("The recording stopped by itself. What you said until then is kept, and the interview goes on. Press “Record again” to record the rest."),
  refused: t("The microphone was refused, so nothing is recorded. Allow it for this page in the browser’s settings, and press “Record again”."),
  missing: t("No microphone was found, so nothing is recorded. Connect one and press “Record again”."),
  busy: t("The microphone does not answer: another program may be using it. Nothing is recorded. Close that program and press “Record again”."),
  insecure: t("A browser gives the microphone only to a page with a safe address (https), so nothing is recorded here. A telephone beside you can."),
  unable: t("This browser cannot record a voice on this page. A telephone beside you can."),
  full: t("This browser has no room for more of the recording. What you said until then is kept, and the interview goes on."),
  gone: t("The recording was erased in another tab, so it stopped."),
};

export const SILENCE_SAYS = t("Nothing was heard for twenty seconds. Is this the right microphone, and is it switched on?");

/** The states after which recording may be tried again. */
export const MAY_TRY_AGAIN = /** @type {readonly string[]} */ (["lost", "broken", "refused", "missing", "busy"]);
