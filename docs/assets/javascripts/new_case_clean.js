/** Takes out of pasted texts what nobody sees: PDFs leave soft hyphens and the like, which the check refuses. */

import { HIDDEN } from "./new_case_words.js";
import { element, plural } from "./text.js";

const LINE_END = /[\v\f\x85\u2028\u2029]/g; // of word processors and PDFs: without them, two words would be one

/** Return a text without hidden characters, and how many there were; `lineEnd` is written for unusual ends of lines. */
export function cleaned(text, lineEnd = "\n") {
  const lines = text.replace(/\r\n?/g, "\n").replace(LINE_END, lineEnd);
  const whole = lines.replace(HIDDEN, (char) => (char === "\n" || char === "\t" ? char : ""));
  return { text: whole, count: [...lines].length - [...whole].length };
}

/** Say how many characters were taken out. */
export const takenOut = (count) => `${plural(count, "invisible character")} ${count === 1 ? "was" : "were"} taken out.`;

/** Clean what stands in a control and note it below; return what to tell those who do not see it, if anything. */
export function cleanControl(control) {
  if (!control.matches("div.q > :is(input, textarea)")) return "";
  const lineEnd = control.matches("textarea") ? "\n" : " ";
  const { text, count } = cleaned(control.value, lineEnd);
  if (text === control.value) return "";
  const caret = cleaned(control.value.slice(0, control.selectionStart), lineEnd).text.length;
  control.value = text;
  if (control === document.activeElement) control.setSelectionRange(caret, caret);
  if (!count) return "";
  forgetNote(control);
  control.after(element("p", { class: "q__count", "data-taken-out": "" }, takenOut(count)));
  return takenOut(count);
}

/** Remove the note below a control, since its text has changed. */
export const forgetNote = (control) => control.parentElement.querySelector(":scope > [data-taken-out]")?.remove();
