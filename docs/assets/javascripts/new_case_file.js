/** A case as a file: the text that the check accepts, of what was filled in. */

import { isEmpty } from "./new_case_model.js";

const WIDTH = 100; // characters in a line of a folded text
const INVISIBLE = /[\t\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/; // what it looks for, without the space of French before its signs

/** Return the fields of a case in the order of the models, empty ones left out. */
export function ordered(fields, data) {
  const kept = fields.map((field) => [field, data[field.name]]).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept.map(([field, value]) => [field.name, orderedValue(field, value)]));
}

function orderedValue(field, value) {
  const one = (item) => (field.parts.length ? ordered(field.parts, item) : item);
  return field.many ? value.filter((item) => !isEmpty(item)).map(one) : one(value);
}

/** Return the sections that are written: those of this kind of case that hold a text, in their order. */
export const sectionsOf = ({ data, sections }, known) =>
  (known.sections[data.kind] ?? []).filter((heading) => sections[heading]?.trim())
    .map((heading) => [heading, sections[heading].trim()]);

/** Write sections as one body. */
export const bodyOf = (sections) => sections.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join("\n");

/** Return the text of a case's file; `yaml` is the library that writes front matter. */
export function fileOf(draft, known, yaml) {
  const front = yaml.dump(ordered(known.fields, draft.data), {
    schema: yaml.CORE_SCHEMA, lineWidth: WIDTH, noRefs: true, scalarStyleRules: styles(yaml),
  });
  return `---\n${front}---\n\n${bodyOf(sectionsOf(draft, known))}`;
}

/** The library's own rules, but a text is not quoted for the sake of spaces that do not break. */
function styles({ DEFAULT_SCALAR_STYLE_RULES: rules }) {
  const quoted = (layout) => { if (INVISIBLE.test(layout.node.value)) rules.doubleQuoteForInvisibles(layout); };
  return Object.values({ ...rules, doubleQuoteForInvisibles: quoted });
}

/** Return what is wrong with the whole file, if anything is. */
export function sizeFault(text, known) {
  const bytes = new TextEncoder().encode(text).length;
  const [found, most] = [bytes, known.largest].map((number) => number.toLocaleString("en-GB"));
  return bytes > known.largest
    ? [{ path: "id", message: `has ${found} bytes; at most ${most} are read.`, remedy: "Move the long parts into a source and link to it." }] : [];
}
