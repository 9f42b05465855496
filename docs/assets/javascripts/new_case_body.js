/** The rules of the check for the story: sections, headings, links, citations, and nothing that is not text. */

import { wrongCitations } from "./new_case_checks.js";
import { bodyOf } from "./new_case_file.js";
import { codeOf, contacts, echo, firstHidden, suggestion } from "./new_case_words.js";

const DEEPEST = 12; // levels of lists and quotations in each other; each list has two
const SAFE_LINK = /^(https?:\/\/|mailto:)/i;
const DEFINITION = /^\[[^\]^][^\]]*\]:\s/;
const MARK = /\[\^[^\]\s[<]{1,80}\]/;

/** Return what reads Markdown as the check does, and sees what a body must not hold. */
export function bodyParser(MarkdownIt) {
  const parser = new MarkdownIt("commonmark", { html: true }).enable("table").disable("reference");
  parser.validateLink = () => true;
  return parser;
}

/** Return sections by heading, and the text above the first of them: `[heading, text]`, heading empty for that. */
export function splitBody(body, parser) {
  const lines = body.split("\n");
  const headings = headingsIn(parser.parse(body, {}));
  const starts = [{ start: 0, after: 0, heading: "" }, ...headings];
  const parts = starts.map(({ after, heading }, index) =>
    [heading, lines.slice(after, starts[index + 1]?.start ?? lines.length).join("\n").trim()]);
  return parts.filter(([heading, text]) => heading || text);
}

const headingsIn = (tokens) => tokens.flatMap((token, place) =>
  token.type === "heading_open" && token.tag === "h2" && token.level === 0
    ? [{ start: token.map[0], after: token.map[1], heading: tokens[place + 1].content.trim() }] : []);

/**
 * Yield every fault of a body made of `sections`, in the section in which it stands.
 *
 * `rules` are `{allowed, required}`: headings of this kind of case, and those that a full record has.
 */
export function* bodyFaults(sections, rules, known, sources, parser) {
  const hidden = sections.filter(([, text]) => firstHidden(text));
  for (const [heading, text] of hidden) {
    yield { path: `body.${heading}`, message: `holds the invisible character U+${codeOf(firstHidden(text))}.`, remedy: "Delete it and type the word again." };
  }
  if (hidden.length) return; // as for the check, what follows could be read otherwise than it looks
  const body = bodyOf(sections);
  const tokens = parser.parse(body, {});
  const starts = startsOf(sections);
  const pathAt = (line) => `body.${starts.findLast(({ start }) => start <= line)?.heading ?? rules.allowed[0]}`;
  yield* headingFaults(tokens, body.split("\n"), rules, pathAt);
  yield* skippedLevels(tokens, pathAt);
  for (const [heading, text] of sections) for (const fault of text.split("\n").flatMap(contacts)) yield { path: `body.${heading}`, ...fault };
  const told = new Set();
  for (const { line, token, inLinkOrHeading } of pieces(tokens)) {
    for (const { message, remedy } of faults(token, inLinkOrHeading, known, sources)) {
      const path = pathAt(line);
      if (!told.has(path + message)) yield { path, message, remedy };
      told.add(path + message);
    }
  }
}

/** Return the line on which each section begins. */
function startsOf(sections) {
  let start = 0;
  return sections.map(([heading, text]) => {
    const begins = start;
    start += text.split("\n").length + 3;
    return { heading, start: begins };
  });
}

function* headingFaults(tokens, lines, { allowed, required }, pathAt) {
  const seen = new Set();
  const headings = headingsIn(tokens);
  for (const [place, { start, after, heading }] of headings.entries()) {
    const path = pathAt(start);
    if (!allowed.includes(heading)) {
      yield { path, message: `${echo(heading)} is not a section of this kind of record.`, remedy: suggestion(heading, allowed, `Use one of: ${allowed.join(", ")}.`) };
    } else if (seen.has(heading)) yield { path, message: `section ${echo(heading)} appears twice.`, remedy: "Join the two." };
    if (!seen.has(heading) && !lines.slice(after, headings[place + 1]?.start).join("").trim()) {
      yield { path, message: `section ${echo(heading)} is empty.`, remedy: "Write it, or remove the heading." };
    }
    seen.add(heading);
  }
  for (const heading of required) {
    if (!seen.has(heading)) yield { path: `body.${heading}`, missing: true, message: `section '## ${heading}' is missing.`, remedy: "Add it to the body." };
  }
}

function* skippedLevels(tokens, pathAt) {
  let before = 2;
  for (const token of tokens) {
    if (token.type !== "heading_open" || !["h2", "h3", "h4"].includes(token.tag)) continue;
    const level = Number(token.tag[1]);
    if (level > before + 1) yield { path: pathAt(token.map[0]), message: "the heading leaves out a level.", remedy: "Begin it with three signs #." };
    before = level;
  }
}

/** All tokens, those within a line of text included, with the line on which each stands. */
function* pieces(tokens) {
  let inHeading = false;
  for (const token of tokens) {
    let line = token.map?.[0] ?? 0;
    yield { line, token };
    let inLink = 0;
    for (const child of token.children ?? []) {
      if (child.type === "link_open" || child.type === "link_close") inLink += child.nesting;
      yield { line, token: child, inLinkOrHeading: inHeading || inLink > 0 };
      if (child.type === "softbreak" || child.type === "hardbreak") line += 1;
    }
    inHeading = token.type === "heading_open";
  }
}

function* faults(token, inLinkOrHeading, known, sources) {
  if (token.type === "heading_open") yield* headingOf(token);
  else if (token.type === "html_block" || token.type === "html_inline") {
    yield { message: "HTML is not accepted.", remedy: "Use Markdown, and write a lone < as &lt;." };
  } else if (token.type.endsWith("_open") && token.level >= DEEPEST) {
    yield { message: `lists or quotations nested ${DEEPEST} deep.`, remedy: "Tell it in fewer levels." };
  } else if (token.type === "text") {
    yield* hiddenIn(token.content);
    if (DEFINITION.test(token.content)) yield { message: "a definition of a link is not accepted.", remedy: "Write the address within the link: [text](https://…)." };
    yield* templatesIn(token.content, known);
    yield* wrongCitations(token.content, sources);
    const mark = inLinkOrHeading && token.content.match(MARK);
    if (mark) yield { message: `${echo(mark[0])} stands in a heading or in the text of a link.`, remedy: "Put it behind the sentence that it belongs to." };
  } else if (token.type === "image") {
    yield { message: `the picture ${echo(token.attrGet("src"))} stands in the text.`, remedy: "List it in the field 'images', with its rights." };
  } else if (token.type === "link_open") {
    const shown = `${unquoted(token.attrGet("href"))} ${token.attrGet("title") ?? ""}`;
    yield* templatesIn(shown, known);
    yield* hiddenIn(shown);
    yield* linkFaults(token.attrGet("href"), known);
  }
}

function* headingOf(token) {
  if (token.tag === "h1") yield { message: "a first-level heading.", remedy: "Remove it: the title is the field 'title', and sections begin with '## '." };
  else if (token.tag === "h2" && token.level > 0) yield { message: "a section within a list or quotation.", remedy: "Begin its line with '## '." };
  else if (token.tag === "h5" || token.tag === "h6") yield { message: "a heading below the fourth level.", remedy: "Use at most four signs #." };
}

function* templatesIn(text, known) {
  const mark = text.match(known.template)?.[0].trim();
  if (mark) yield { message: `${echo(mark)} begins a template expression.`, remedy: "Remove it, or put it between `backticks`." };
}

function* hiddenIn(text) {
  const hidden = firstHidden(text);
  if (hidden) yield { message: `holds the invisible character U+${codeOf(hidden)}.`, remedy: "Remove its entity, which begins with &#." };
}

function unquoted(target) {
  try { return decodeURIComponent(target); } catch { return target; }
}

function* linkFaults(target, known) {
  if (SAFE_LINK.test(target) || target.startsWith("#")) return;
  if (/^[\w+.-]*:/.test(target) || target.startsWith("//")) {
    yield { message: `the link ${echo(target)} is not accepted.`, remedy: "Link with https:// or to a file of this repository." };
    return;
  }
  const file = new URL(target.split("#")[0], "https://book/cases/").pathname.slice(1);
  if (!known.paths.includes(file)) {
    const otherwise = "Link to a file in cases/ or tools-and-methods/, or to a full address.";
    yield { message: `the link ${echo(target)} leads nowhere.`, remedy: suggestion(file, known.paths, otherwise) };
  }
}
