/** An existing file as a case to go on with, and whatever of it could not be taken over. */

import { splitBody } from "./new_case_body.js";
import { numberIn } from "./new_case_model.js";
import { echo, suggestion } from "./new_case_words.js";

const BOUNDARY = /^-{3,}[^\S\n]*(?:\n|$)/m;
const TO_CONFIRM = /^\s*(?:- )?\s*([\w-]+):.*#\s*TO CONFIRM:?\s*(.*)$/;
const DEEPEST = 12;

/** The last section of a draft: passages that found no place yet. */
export const TO_PLACE = "To place";

/** Raised where a text is no file of a case at all; its message says why. */
export class Unreadable extends Error {}

/**
 * Return `{data, sections, place, notes}` of the text of a file.
 *
 * `place` holds the passages that have no section, `notes` say what was left behind or is to be confirmed.
 */
export function opened(text, known, yaml, parser) {
  const { front, body } = split(text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"));
  const notes = [];
  const note = (where, told) => notes.push({ where, told });
  for (const line of front.split("\n")) {
    const match = line.match(TO_CONFIRM);
    if (match) note(match[1], `to be confirmed${match[2] ? `: ${match[2]}` : "."}`);
  }
  const data = taken(known.fields, read(front, yaml), "", note);
  const { sections, place } = story(body, known, parser);
  return { data, sections, place, notes };
}

function split(text) {
  const begin = text.match(BOUNDARY);
  if (begin?.index !== 0) throw new Unreadable("It does not begin with a line ‘---’: this is no file of a case.");
  const rest = text.slice(begin[0].length);
  const end = rest.match(BOUNDARY);
  if (!end) throw new Unreadable("Its front matter has no end: add a line ‘---’ after the last field.");
  return { front: rest.slice(0, end.index), body: rest.slice(end.index + end[0].length) };
}

/** Read front matter as the check does: text stays text (`NO`, dates), and nothing stands for anything else. */
function read(front, yaml) {
  try {
    const marked = yaml.parseEvents(front, { maxDepth: DEEPEST })
      .find((event) => event.type === yaml.EVENT_ID.ALIAS || event.anchorStart >= 0 || event.tagStart >= 0);
    if (marked) throw new Unreadable("Anchors, aliases and tags of YAML (& * !) are not accepted. Put a text that begins with one of them in quotes.");
    const schema = yaml.FAILSAFE_SCHEMA.withTags(yaml.nullCoreTag);
    const data = front.trim() ? yaml.load(front, { schema, maxDepth: DEEPEST }) : {};
    if (!isGroup(data)) throw new Unreadable("The front matter is not a list of fields. Write each as ‘name: value’ on a line of its own.");
    return data;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`Line ${(error.mark?.line ?? 0) + 1} of it cannot be read as YAML (${error.reason ?? error.message}).`);
  }
}

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Return what the fields of one level can hold of `found`. */
function taken(fields, found, within, note) {
  for (const name of Object.keys(found)) {
    if (!fields.some((field) => field.name === name)) note(within + name, "is not a field; it was left out.");
  }
  const data = {};
  for (const field of fields) {
    if (!Object.hasOwn(found, field.name) || found[field.name] === null) continue;
    const value = valueOf(field, found[field.name], within + field.name, note);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

function valueOf(field, found, path, note) {
  if (!field.many) return oneOf(field, found, path, note);
  const list = Array.isArray(found) ? found : [found];
  const values = list.map((item, index) => (item === null ? undefined : oneOf(field, item, `${path}.${index + 1}`, note)));
  const kept = values.filter((value) => value !== undefined);
  if (!field.terms || new Set(kept).size === kept.length) return kept;
  note(path, "names something twice; it was taken once.");
  return [...new Set(kept)];
}

function oneOf(field, found, path, note) {
  if (field.parts.length) {
    if (isGroup(found)) return taken(field.parts, found, `${path}.`, note);
    return note(path, "should hold fields of its own; it was left out.");
  }
  if (typeof found !== "string") return note(path, "should hold a text; it was left out.");
  if (field.kind === "number" || field.kind === "whole") return numberIn(found);
  const choices = Object.keys(field.choices);
  if (choices.length && !choices.includes(found)) {
    return note(path, `${echo(found)} is none of the values that can be chosen. ${suggestion(found, choices, "Choose another one.")}`);
  }
  if (field.kind !== "line" || !found.includes("\n")) return found;
  note(path, "spanned several lines; they were joined.");
  return found.trim().replace(/\s*\n\s*/g, " ");
}

/** Return the sections that a case can have, and everything else of the body as one text. */
function story(body, known, parser) {
  const headings = new Set(Object.values(known.sections).flat());
  const sections = {};
  const left = [];
  for (const [heading, text] of splitBody(body, parser)) {
    if (headings.has(heading) && !(heading in sections)) sections[heading] = text;
    else left.push(heading && heading !== TO_PLACE ? `${heading}\n\n${text}` : text);
  }
  return { sections, place: left.join("\n\n").trim() };
}
