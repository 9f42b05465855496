/** The rules of the check for what is typed into the form: the same faults, in the same words. */

import { isEmpty } from "./new_case_model.js";
import { alike, codeOf, contacts, echo, firstHidden, suggestion } from "./new_case_words.js";

const CITATION = /\[\^([^\]\s[<]{1,80})\]/g;
const ASKS = ["portfolios", "recommendations", "examples", "conclusions", "actions"];

/** Return every mark `[^key]` in a text that is the key of no source, with what is wrong. */
export function wrongCitations(text, sources) {
  const otherwise = sources.length ? `Use one of: ${[...sources].sort().join(", ")}.` : "Add the source first.";
  return [...text.matchAll(CITATION)].filter(([, key]) => !sources.includes(key)).map(([mark, key]) =>
    ({ message: `${echo(mark)} cites no source of this file.`, remedy: suggestion(key, sources, otherwise) }));
}

/** Return the keys of a case's sources. */
export const keysOf = (data) => (data.sources ?? []).map((source) => source.id ?? "");

/**
 * Yield every fault of the fields of a case: `{path, message, remedy}`, with places in lists from 0.
 *
 * `known` is what the page knows of the book; `own` is the id of the case if it is in the book already.
 */
export function* fieldFaults({ id = "", data }, known, own = "") {
  yield* nameFaults(id, known, own);
  yield* levelFaults(known.fields, data, "");
  yield* pairFaults(data);
  yield* sourceFaults(data);
  yield* textFaults(data, "", keysOf(data));
  yield* anchorFaults(data, known, own);
  yield* otherIdFaults(data, known, id, own);
}

function* nameFaults(id, known, own) {
  const path = "id";
  if (!id) yield { path, message: "is missing; expected: The name of the file, which becomes part of the address.", remedy: "Fill it in." };
  else if (!known.name.pattern.test(id) || id.length > known.name.longest || known.reserved.includes(id)) {
    const remedy = known.name.pattern.test(id) ? "Choose another one, of at most 80 characters." : "Use small letters, digits and hyphens, as in saint-etienne.md.";
    yield { path, message: `${echo(id)} is no name for a record.`, remedy };
  } else if (known.addresses[id] && id !== own) {
    yield { path, message: `${echo(id)} is the address of ${known.addresses[id]} already.`, remedy: "Choose another one." };
  }
}

/** The fields of one level: the case itself, or an entry of a list. */
function* levelFaults(fields, data, within) {
  for (const field of fields) {
    const path = within + field.name;
    const value = data[field.name];
    if (isEmpty(value)) {
      if (field.needed) yield { path, message: `is missing; expected: ${field.meaning}`, remedy: "Fill it in." };
    } else if (field.many) {
      for (const [place, item] of value.entries()) if (!isEmpty(item)) yield* valueFaults(field, item, `${path}.${place}`);
    } else yield* valueFaults(field, value, path);
  }
}

function* valueFaults(field, value, path) {
  if (field.parts.length) yield* levelFaults(field.parts, value, `${path}.`);
  else if (field.kind === "number" || field.kind === "whole") yield* numberFaults(field, value, path);
  else if (Object.keys(field.choices).length) return; // chosen, not typed
  else {
    const fault = fieldFault(field, String(value));
    if (fault) yield { path, ...fault };
  }
}

/** Return what is wrong with a text in a field, or nothing. The check tells one fault at a time, in this order. */
export function fieldFault(field, value) {
  const length = [...value].length;
  if (field.longest && length > field.longest) {
    return { message: `has ${length} characters; at most ${field.longest} fit.`, remedy: `Shorten it by ${length - field.longest}.` };
  }
  const broken = field.rules.find(({ pattern }) => !pattern.test(value));
  if (broken) return { message: `${broken.echoes ? `${echo(value)} ` : ""}${broken.fault}.`, remedy: broken.remedy };
  return field.kind === "date" ? dateFault(value) : undefined;
}

function dateFault(value) {
  const [first, last = ""] = value.split("/");
  for (const moment of [first, last]) {
    const exists = () => new Date(`${moment}T00:00Z`).toJSON()?.startsWith(moment) && !moment.startsWith("0000");
    if (moment.length === "2025-03-19".length && !exists()) {
      return { message: `${echo(moment)} is not in the calendar.`, remedy: "Look the day up, or give the month alone." };
    }
  }
  const common = Math.min(first.length, last.length);
  if (last.slice(0, common) >= first.slice(0, common)) return undefined;
  return { message: "ends before it begins.", remedy: "Write the earlier date first." };
}

function* numberFaults(field, value, path) {
  const [noun, remedy] = field.kind === "whole"
    ? ["whole number", "Write digits only, without quotes."] : ["number", "Write it with a point, such as 45.44."];
  if (typeof value !== "number" || (field.kind === "whole" && !Number.isInteger(value))) {
    const found = typeof value === "number" ? "number" : "text";
    yield { path, message: `expected a ${noun}, found the ${found} ${echo(value)}.`, remedy };
  } else if (field.least !== null && value < field.least) {
    yield { path, message: `${echo(value)} is too small.`, remedy: `Write ${field.least} or more.` };
  } else if (field.most !== null && value > field.most) {
    yield { path, message: `${echo(value)} is too large.`, remedy: `Write ${field.most} or less.` };
  }
}

/** Two fields that only make sense together. */
function* pairFaults({ places = [], opsi = {} }) {
  for (const [place, { lat, lon }] of places.entries()) {
    if ((lat === undefined) !== (lon === undefined)) {
      yield { path: `places.${place}.${lat === undefined ? "lat" : "lon"}`, message: "gives one of lat and lon only.", remedy: "Give both, or leave both out." };
    }
  }
  const assessed = (opsi.assessed_by ?? "not-assessed") !== "not-assessed";
  if (Boolean(opsi.facets?.length) !== assessed) {
    yield { path: "opsi.assessed_by", message: "facets and assessed_by contradict each other.", remedy: "Name facets and who assessed them, or leave 'opsi' out." };
  }
}

function* sourceFaults({ sources = [] }) {
  const seen = new Set();
  for (const [place, source] of sources.entries()) {
    const path = `sources.${place}`;
    if (!isEmpty(source) && !source.url && !source.file) yield { path: `${path}.url`, message: "has neither 'url' nor 'file'.", remedy: "Say where the source can be found." };
    if (source.id && seen.has(source.id)) yield { path: `${path}.id`, message: `${echo(source.id)} is used twice.`, remedy: "Give each one a key of its own." };
    seen.add(source.id);
  }
}

/** What is true of every text wherever it stands: nothing hidden, nobody to call, and citations lead to sources. */
function* textFaults(value, path, sources) {
  if (typeof value === "string") {
    const hidden = firstHidden(value);
    if (hidden) yield { path, message: `holds the invisible character U+${codeOf(hidden)}.`, remedy: "Delete it and type the word again." };
    for (const fault of [...contacts(value), ...wrongCitations(value, sources)]) yield { path, ...fault };
  } else if (value && typeof value === "object") {
    for (const [name, part] of Object.entries(value)) yield* textFaults(part, path ? `${path}.${name}` : name, sources);
  }
}

/** Return the ids of portfolios and asks in a case, with their paths. */
export const anchorsOf = (data) => ASKS.flatMap((name) => (data[name] ?? []).flatMap((entry, place) => [
  { path: `${name}.${place}.id`, id: entry.id },
  ...(entry.asks ?? []).map((ask, index) => ({ path: `${name}.${place}.asks.${index}.id`, id: ask.id })),
])).filter(({ id }) => id);

/** Ids that a reader could not tell apart are one. */
function* anchorFaults(data, known, own) {
  const taken = new Map(Object.entries(known.anchors).filter(([, file]) => file !== `cases/${own}.md`)
    .map(([id, file]) => [alike(id), [id, `at ${file}`]]));
  for (const { path, id } of anchorsOf(data)) {
    const [used, place] = taken.get(alike(id)) ?? [];
    if (!used) taken.set(alike(id), [id, "in this case"]);
    else {
      const message = used.toLowerCase() === id.toLowerCase() ? `${echo(id)} is used already, ${place}.` : `${echo(id)} looks like ${echo(used)}, ${place}.`;
      yield { path, message, remedy: "Give it an id that no other ask or portfolio of the book has." };
    }
  }
}

function* otherIdFaults({ aliases = [], images = [] }, known, id, own) {
  const taken = new Map(Object.entries(known.addresses).filter(([, file]) => file !== `cases/${own}.md`));
  for (const name of known.reserved) taken.set(name, "another page or file");
  taken.set(id, `cases/${id}.md`);
  for (const [place, alias] of aliases.entries()) {
    const owner = taken.get(alias);
    if (owner) yield { path: `aliases.${place}`, message: `${echo(alias)} is the address of ${owner} already.`, remedy: "List only earlier ids of this very case, each once." };
    taken.set(alias, `cases/${id}.md`);
  }
  const seen = new Set();
  for (const [place, { file }] of images.entries()) {
    if (file && seen.has(file)) yield { path: `images.${place}.file`, message: `${echo(file)} is listed twice.`, remedy: "Keep one of the two." };
    seen.add(file);
  }
}
