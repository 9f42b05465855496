/** The case as a text, in the order of its page: what was typed as text, and the story as harmless HTML. */

import { isEmpty } from "./new_case_model.js";
import { address, element } from "./text.js";

const CITATION = /\[\^([^\]\s[<]{1,80})\]/;
const FACTS = ["kind", "record", "places", "areas", "scope", "tools", "audiences", "held", "published", "publisher", "authors", "language", "rights", "funding"];
const HEADS = ["title", "name", "speaker", "group", "value", "city"];

/** Return nodes that show a case. */
export function preview({ data, sections }, known, MarkdownIt) {
  const view = new View(data, known, reader(MarkdownIt, known));
  const order = known.order[data.kind] ?? Object.values(known.order)[0];
  const parts = order.map((name) => (name.startsWith("# ") ? view.section(name.slice(2), sections) : view.field(name)));
  return [
    element("p", { class: "preview__title" }, data.title ?? "No title yet"),
    element("p", { class: "step__help" }, data.summary ?? "No summary yet"),
    view.facts(), ...parts.flat(), ...view.field("sources"),
  ];
}

/** Markdown without HTML or pictures; a picture would be asked for from another host. */
function reader(MarkdownIt, known) {
  const parser = new MarkdownIt("commonmark", { html: false }).enable("table").disable(["image", "reference"]);
  parser.core.ruler.push("place", ({ tokens }) => {
    for (const token of tokens) {
      if (token.type.startsWith("heading")) token.tag = `h${Math.min(6, Number(token.tag[1]) + 1)}`;
      for (const child of token.children ?? []) if (child.type === "link_open") child.attrSet("href", target(child.attrGet("href"), known));
    }
  });
  return (text) => parser.render(text);
}

/** Return where a link of the story leads from here. */
function target(href, known) {
  if (/^(https?:\/\/|mailto:)/i.test(href)) return href;
  const file = new URL(href, "https://book/cases/").pathname.slice(1);
  return known.paths.includes(file) ? address(file.replace(/\.md$/, "/")) : "";
}

class View {
  constructor(data, known, render) {
    this.data = data;
    this.known = known;
    this.render = render;
    this.numbers = new Map((data.sources ?? []).map((source, place) => [source.id, place + 1]));
  }

  facts() {
    const fields = FACTS.map((name) => this.known.fields.find((field) => field.name === name));
    return element("dl", { class: "preview__facts" }, ...this.rows(fields, this.data));
  }

  section(heading, sections) {
    const text = sections[heading]?.trim();
    if (!text) return [];
    const story = element("div", { class: "prose" });
    story.innerHTML = this.render(text);
    this.cite(story);
    return [element("h3", {}, heading), story];
  }

  field(name) {
    const field = this.known.fields.find((one) => one.name === name);
    const value = this.data[name];
    if (isEmpty(value)) return [];
    return [element("h3", {}, field.label), this.value(field, value)];
  }

  rows(fields, data) {
    return fields.filter((field) => !isEmpty(data[field.name])).map((field) =>
      element("div", {}, element("dt", {}, field.label), element("dd", {}, this.value(field, data[field.name]))));
  }

  value(field, value) {
    if (!field.many) return field.parts.length ? this.entry(field, value) : this.text(field, value);
    const items = value.filter((item) => !isEmpty(item));
    if (!field.parts.length && field.kind !== "text") return element("span", {}, items.map((item) => field.choices[item] ?? item).join(", "));
    return element("ul", { class: "preview__list" }, ...items.map((item) =>
      element("li", {}, field.parts.length ? this.entry(field, item) : this.text(field, item))));
  }

  entry(field, data) {
    const head = field.parts.find((part) => HEADS.includes(part.name) && data[part.name]);
    const others = field.parts.filter((part) => part !== head);
    const shown = head ? [element("b", {}, this.text(head, data[head.name]))] : [];
    return element("div", {}, ...shown, element("dl", { class: "preview__rows" }, ...this.rows(others, data)));
  }

  text(field, value) {
    const node = element("span", { dir: "auto" }, String(field.choices[value] ?? value));
    this.cite(node);
    return node;
  }

  /** Turn marks of sources into their numbers, as the page shows them. */
  cite(node) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const parts = text.data.split(CITATION);
      if (parts.length === 1) continue;
      text.replaceWith(...parts.map((part, place) => (place % 2 ? element("sup", {}, `[${this.numbers.get(part) ?? "?"}]`) : part)));
    }
  }
}
