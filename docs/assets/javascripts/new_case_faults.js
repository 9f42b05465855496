/** Everything that is wrong with a draft: what the check would say of its file, and what only a draft can have. */

import { fieldFaults, keysOf } from "./new_case_checks.js";
import { sectionRules } from "./new_case_model.js";

/**
 * Return every fault as `{path, message, remedy}`.
 *
 * Those of the story only with `story`, the `{parser, bodyFaults}` of new_case_body.js, loaded once they are needed.
 */
export function faultsOf(draft, known, story) {
  const found = [...fieldFaults(draft, known, draft.own)];
  if (draft.place) found.push({ path: "place", message: "holds passages that belong to no section yet.", remedy: "Move each to where it belongs, or delete it." });
  if (!story) return found;
  const rules = sectionRules(draft.data, known);
  const headings = new Set([...rules.allowed, ...Object.keys(draft.sections)]);
  const sections = [...headings].filter((heading) => draft.sections[heading]).map((heading) => [heading, draft.sections[heading]]);
  return [...found, ...story.bodyFaults(sections, rules, known, keysOf(draft.data), story.parser)];
}
