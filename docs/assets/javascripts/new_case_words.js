/** What the check says of a text: echoes, suggestions, and characters that nobody sees. */

const LONGEST_ECHO = 80; // characters of somebody's own text that a message repeats
const NEAR = 0.65; // likeness of two words from which one may be meant by the other

/** Characters that show a reader nothing, or other text than there is; joiners, which scripts need, are none. */
export const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\u{e0100}-\u{e01ef}]/gu;

const ADDRESS = /[\p{L}\p{N}_.+-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63})+/gu;
const NUMBER = /(?<![\p{L}\p{N}_./])(?:(?:\+|00)[1-9](?:[ ./()-]{0,3}[0-9]){7,13}|0[1-9](?:[ .-][0-9]{2}){4}|(?:phone|mobile|t[eé]l(?:[eé]phone|efon)?|fax)[.: ]{1,3}[0-9](?:[ ./()-]{0,2}[0-9]){5,13})(?![\p{L}\p{N}_])/giu;

/** Return the number of a character as "00AD". */
export const codeOf = (char) => char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

/** Return the first hidden character of a text, ends of lines and tabs aside, or nothing. */
export const firstHidden = (text) => (text.match(HIDDEN) ?? []).find((char) => char !== "\n" && char !== "\t");

const escaped = (char) => {
  const known = { "\n": "\\n", "\t": "\\t", "\r": "\\r" }[char];
  const code = char.codePointAt(0);
  const width = code > 0xffff ? 8 : code > 0xff ? 4 : 2;
  return known ?? `\\${{ 2: "x", 4: "u", 8: "U" }[width]}${code.toString(16).padStart(width, "0")}`;
};

/** Repeat a text in a message: quoted, shortened, and with hidden characters spelled out. */
export function echo(value) {
  const chars = [...String(value)];
  const short = chars.length <= LONGEST_ECHO ? chars.join("") : `${chars.slice(0, LONGEST_ECHO - 1).join("")}…`;
  return `'${short.replace(HIDDEN, escaped)}'`;
}

/** Return what is wrong with each way to reach a person that stands in a text. */
export function contacts(text) {
  const remedy = "Remove it: people and their data are not published. Name the organisation instead.";
  const found = (pattern, noun) => [...text.matchAll(pattern)].map(([match]) => ({ message: `${echo(match)} is ${noun}.`, remedy }));
  return [...found(ADDRESS, "an e-mail address"), ...found(NUMBER, "a telephone number")];
}

/** Return an id as somebody may read it: no difference between capitals and small letters, o and 0, i, l and 1. */
export const alike = (id) => id.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");

/** Return "Did you mean 'x'?" for a near miss among `known`, or the sentence `otherwise`. */
export function suggestion(value, known, otherwise) {
  const word = value.toLowerCase();
  const [best] = [...known].map((name) => [likeness(name.toLowerCase(), word), name])
    .filter(([score]) => score >= NEAR).sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? 1 : -1));
  return best ? `Did you mean '${best[1]}'?` : otherwise;
}

/** How like two words are, from 0 to 1: twice what they have in common, by all that they have. */
const likeness = (one, other) => (2 * common(one, other)) / Math.max(1, one.length + other.length);

/** Characters in common: of the longest piece that both have, and of what is left on either side of it. */
function common(one, other) {
  let [size, start, place] = [0, 0, 0];
  for (let i = 0; i < one.length; i += 1) {
    for (let j = 0; j < other.length; j += 1) {
      let length = 0;
      while (i + length < one.length && one[i + length] === other[j + length]) length += 1;
      if (length > size) [size, start, place] = [length, i, j];
    }
  }
  if (!size) return 0;
  return size + common(one.slice(0, start), other.slice(0, place)) + common(one.slice(start + size), other.slice(place + size));
}
