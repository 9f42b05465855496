/** Small slips of typing: the known word that is nearest to one that nobody wrote. */

import { address, fold, once } from "./text.js";

/** The words of the site, the commonest first. */
const knownWords = once(async () => {
  const response = await fetch(address("pagefind/words.txt"));
  if (!response.ok) throw new Error(`words.txt: ${response.status}`);
  const text = await response.text();
  return text.split("\n").filter(Boolean).map((word) => ({ word, folded: fold(word) }));
});

/**
 * Return `query` with each unknown word replaced by the nearest known one, or `query` itself.
 *
 * A word that begins a known word is known, since the search also finds beginnings; so is a short one,
 * where everything is near to everything.
 */
export async function corrected(query) {
  const list = await knownWords().catch(() => undefined); // a search without help is better than none
  if (!list) return query;
  return query.replace(/[\p{L}\p{M}]{4,}/gu, (typed) => nearest(fold(typed), list) ?? typed);
}

/** Return the known word nearest to `typed`, or nothing if it is known or nothing is near. */
export function nearest(typed, list) {
  if (list.some(({ folded }) => folded.startsWith(typed) || stem(typed) === stem(folded))) return undefined;
  const most = typed.length < 8 ? 1 : 2;
  let best;
  for (const { word, folded } of list) {
    const limit = best ? best.slips - 1 : most;
    if (limit < 1) break;
    const slips = distance(typed, folded, limit);
    if (slips <= limit) best = { word, slips };
  }
  return best?.word;
}

/** Cut the endings that the search cuts too, roughly: "portfolios" and "portfolio" are one word. */
const stem = (word) => word.replace(/(?<=.{4})(?:ies|ing|ed|es|s|y|e)$/, "");

/**
 * Count the slips between two words: letters left out, added, mistaken, or two swapped.
 *
 * More than `limit` of them are not counted out. Source: optimal string alignment distance.
 */
export function distance(a, b, limit = Infinity) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before;
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}
