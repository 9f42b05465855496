/** Ways out of the page: an address of the forge, the clipboard, a file. */

import { element } from "./text.js";

const LONGEST = 7500; // characters of an address: forges refuse those beyond some 8,000

/** Return where the forge makes a new file with this name and text, and whether the text fits into the address. */
export function newFile(place, id, text) {
  const file = { filename: `cases/${id}.md` };
  const whole = `${place}?${new URLSearchParams({ ...file, value: text })}`;
  return whole.length <= LONGEST ? { href: whole, fits: true } : { href: `${place}?${new URLSearchParams(file)}`, fits: false };
}

/** Return where the forge opens an existing file; its text cannot be handed over. */
export const existingFile = (place, id) => ({ href: `${place}/cases/${id}.md`, fits: false });

/** Put a text on the clipboard; return whether that worked. */
export const copied = (text) => navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false;

/** Save a text as a file. */
export function save(name, text) {
  const made = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" })), download: name });
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
}
