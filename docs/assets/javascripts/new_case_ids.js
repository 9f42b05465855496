/** Names that the form proposes: the file of a case, its letters, and the ids of what it asks for. */

import { alike } from "./new_case_words.js";
import { fold } from "./text.js";

const MOST = 80; // characters in the name of a file

/** Letters that lose no accent and yet are not Latin as addresses have them; slug.py has the same. */
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ŋ: "ng",
  ου: "ou", α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "th", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "x",
  ο: "o", π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "y", φ: "f", χ: "ch", ψ: "ps", ω: "o",
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ж: "zh", з: "z", и: "i", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p",
  р: "r", с: "s", т: "t", у: "u", ф: "f", х: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sht", ъ: "a", ы: "y", ь: "", э: "e", ю: "yu",
  я: "ya", є: "ye", і: "i", ґ: "g", ј: "j", љ: "lj", њ: "nj", ћ: "c", ђ: "d", џ: "dz", ѕ: "dz",
};
const LETTER = new RegExp(Object.keys(LETTERS).join("|"), "g");

/** Return a text in small Latin letters, digits and hyphens: "Łódź: teatr" is "lodz-teatr". */
export function slug(text) {
  const plain = fold(text).replace(LETTER, (letter) => LETTERS[letter]);
  const whole = plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return whole.length <= MOST ? whole : whole.slice(0, MOST + 1).replace(/-[^-]*$/, "").slice(0, MOST);
}

/** Return a name for the file of a case with this title, which no other case has. */
export function fileName(title, taken) {
  const name = slug(title);
  if (!name) return "";
  const free = (id) => !taken.includes(id);
  return free(name) ? name : counted((number) => `${name.slice(0, MOST - 4)}-${number}`, free, 2);
}

/** Return the first of a counted row of ids that is free. */
function counted(make, free, from = 1) {
  for (let number = from; ; number += 1) if (free(make(number))) return make(number);
}

/** Return two or three letters for a case of this id that no other case begins its ids with. */
export function prefix(id, taken) {
  const words = id.split("-").filter((word) => /^[a-z]/.test(word));
  const letters = words.join("").replace(/[^a-z]/g, "");
  const [first = "x", ...others] = letters;
  const initials = words.map((word) => word[0]).join("");
  const pairs = [initials.slice(0, 2), ...others.map((letter) => first + letter), initials.slice(0, 3)];
  const triples = others.flatMap((second, place) => others.slice(place + 1).map((third) => first + second + third));
  const found = [...pairs, ...triples].map((one) => one.toUpperCase())
    .find((one) => one.length > 1 && !taken.includes(one));
  return found ?? counted((number) => `X${number}`, (one) => !taken.includes(one));
}

/** Return the letters that ids begin with: "SE" of "SE-P1". */
export const prefixesOf = (ids) => [...new Set(ids.map((id) => id.split("-")[0].toUpperCase()))];

/** Return "a" for 0, "z" for 25, "aa" for 26. */
const letterOf = (place) => (place < 26 ? "" : letterOf(Math.floor(place / 26) - 1)) + String.fromCharCode(97 + (place % 26));

const IN_A_ROW = { portfolios: "P", recommendations: "", examples: "E", conclusions: "O" };

/**
 * Return an id for everything in a case that has one, in its order: those that stay, and new ones where none is kept.
 *
 * `kept(path)` tells whether the id at a path is to stay. The result has an id for each path.
 */
export function askIds(data, letters, taken, kept) {
  const ids = new Map();
  const used = new Set(taken.map(alike));
  const places = placesOf(data);
  for (const { path, id } of places) if (id && kept(path)) used.add(alike(id));
  for (const { path, id, make } of places) {
    const free = (one) => !used.has(alike(one));
    const found = id && kept(path) ? id : make(letters, free, ids);
    ids.set(path, found);
    used.add(alike(found));
  }
  return ids;
}

function placesOf(data) {
  const rows = Object.entries(IN_A_ROW).flatMap(([name, sign]) => (data[name] ?? []).flatMap((entry, place) => [
    { path: `${name}.${place}.id`, id: entry.id, make: (letters, free) => counted((number) => `${letters}-${sign}${number}`, free) },
    ...(entry.asks ?? []).map((ask, index) => ({
      path: `${name}.${place}.asks.${index}.id`,
      id: ask.id,
      make: (_, free, ids) => counted((number) => ids.get(`${name}.${place}.id`) + letterOf(number), free, 0),
    })),
  ]));
  const axes = [...new Set((data.actions ?? []).map((action) => action.axis ?? ""))];
  const actions = (data.actions ?? []).map((action, place) => ({
    path: `actions.${place}.id`,
    id: action.id,
    make: (letters, free) => counted((number) => `${letters}-X${axes.indexOf(action.axis ?? "") + 1}.${number}`, free),
  }));
  return [...rows, ...actions];
}
