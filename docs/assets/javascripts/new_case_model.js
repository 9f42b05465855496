/** What the form knows of fields and book, and how complete a case is. */

import { once, address } from "./text.js";

/** Whether nothing was said: no text, or a list or entry with nothing in it. */
export const isEmpty = (value) => value === undefined || value === null || value === ""
  || (typeof value === "object" && Object.values(value).every(isEmpty));

const NUMBER = /^[-+]?\d{1,18}(\.\d{1,18})?$/;
const PLACES = 6; // of a number: a tenth of a metre, for the centre of a city

/** Return the number that a text is, as the check reads numbers, or the text itself. */
export const numberIn = (text) => (NUMBER.test(text) ? Number(Number(text).toFixed(PLACES)) : text);

/** Return what the site tells of fields and book, ready to be used. */
export async function load(path) {
  const response = await fetch(address(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return prepared(await response.json());
}

/** Give each field its rules and choices, which are told once for all. */
export function prepared(known) {
  const rules = Object.fromEntries(Object.entries(known.rules)
    .map(([name, rule]) => [name, { ...rule, pattern: new RegExp(rule.pattern, "u") }]));
  const fields = (list) => list.map((field) => ({
    ...field,
    rules: field.rules.map((name) => rules[name]),
    choices: known.terms[field.terms] ?? field.values, // label by id; empty where something is typed
    parts: fields(field.parts),
  }));
  const made = fields(known.fields);
  const name = made.find((field) => field.name === "aliases");
  const anchors = Object.entries(known.anchors).flatMap(([file, ids]) => ids.map((id) => [id, file]));
  return {
    ...known,
    fields: made,
    anchors: Object.fromEntries(anchors), // the file of each id
    template: new RegExp(known.template, "u"),
    name: { pattern: name.rules[0].pattern, longest: name.longest },
  };
}

/** Return the headings of the body that this kind of case has, and those that it must have. */
export function sectionRules(data, known) {
  const allowed = known.sections[data.kind] ?? Object.values(known.sections)[0];
  return { allowed, required: data.record === "full" ? allowed : [] };
}

/** Return which of the fields that such a case should have are filled, and the others in words. */
export function completenessOf(data, known) {
  const [kinds, records] = [Object.keys(known.expected), ["full", "card"]];
  const expected = known.expected[data.kind ?? kinds[0]][data.record ?? records[0]];
  const missing = expected.filter(([name]) => isEmpty(data[name])).map(([, words]) => words);
  return { total: expected.length, filled: expected.length - missing.length, missing };
}

/** The library that reads and writes YAML; it comes with the first file. */
export const yamlLibrary = once(() => import("./vendor/js-yaml.esm.min.js"));

/** The library that reads Markdown; it comes with the first story. */
export const markdownLibrary = once(async () => (await import("./vendor/markdown-it.esm.min.js")).default);
