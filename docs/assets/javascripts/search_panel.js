/** What a reader sees of the search: a field, filters, results, and help where there are none. */

import { pageFacets, search, telling } from "./search.js";
import { address, element, fold, plural, setting } from "./text.js";

const FILTERS = { kind: "Kind", area: "Innovation area", country: "Country", theme: "Theme", tool: "Tool or method", year: "Year" };
const AT_ONCE = 10;
const PAUSE = 90; // milliseconds without a key before the search begins

const INDEXES = [
  ["All cases", "cases/"], ["Recommendations by theme", "themes/"], ["Innovation areas", "areas/"],
  ["Countries", "countries/"], ["Tools and methods", "tools-and-methods/"], ["Glossary", "glossary/"],
];

let count = 0;

/** A search in `container`; `onState({q, ...filters})` hears of each new question. */
export class SearchPanel {
  constructor(container, onState = () => {}) {
    const id = `search-${++count}`;
    this.container = container;
    this.onState = onState;
    this.filters = {};
    this.field = element("input", { type: "search", id, name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false", placeholder: "Word, city, theme, method" });
    this.status = element("p", { class: "search__status", role: "status" });
    this.hits = element("ol", { class: "hits" });
    this.more = element("button", { type: "button", class: "btn search__more", hidden: true }, "Show more results");
    this.help = element("div", { class: "search__help" });
    const slash = element("input", { type: "checkbox" });
    slash.checked = setting.get("casebook.slash") !== "off";
    slash.addEventListener("change", () => setting.set("casebook.slash", slash.checked ? "on" : "off"));
    const keys = element("label", { class: "search__keys" }, slash, " The key ", element("kbd", {}, "/"), " opens the search");
    this.narrow = element("details", { class: "search__narrow" }, element("summary", {}, "Narrow down"));
    const form = element("form", { role: "search", class: "search__form", action: address("search/") },
      element("label", { for: id }, "Search the casebook"), this.field);
    container.replaceChildren(form, this.narrow, this.status, this.hits, this.more, this.help, keys);

    form.addEventListener("submit", (event) => { if (this.field.value.trim() === "") event.preventDefault(); });
    this.field.addEventListener("input", () => this.ask());
    this.narrow.addEventListener("toggle", () => this.narrow.open && this.offerFilters().catch((error) => this.fail(error)));
    this.more.addEventListener("click", () => this.showMore());
    container.addEventListener("keydown", (event) => this.move(event));
    this.show();
  }

  /** Begin with this question. */
  start({ q = "", ...filters }) {
    this.field.value = q;
    this.filters = Object.fromEntries(Object.entries(filters).filter(([name]) => name in FILTERS));
    this.countFilters();
    if (this.chosen().length) this.narrow.open = true;
    return this.show();
  }

  /** The filters with a value, as pairs. */
  chosen() {
    return Object.entries(this.filters).filter(([, value]) => value);
  }

  ask() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PAUSE);
  }

  /** Search for what the field says now, and show it unless something newer is asked meanwhile. */
  async show() {
    const query = this.field.value.trim();
    this.asked = `${query}${JSON.stringify(this.filters)}`;
    const asked = this.asked;
    this.onState({ q: query, ...this.filters });
    if (!query) {
      this.container.removeAttribute("aria-busy");
      return this.present(undefined, []);
    }
    this.container.setAttribute("aria-busy", "true");
    try {
      const found = await search(query, this.filters);
      const hits = await found.load(AT_ONCE);
      if (this.asked === asked) this.present(found, hits);
    } catch (error) {
      if (this.asked === asked) this.fail(error);
    } finally {
      if (this.asked === asked) this.container.removeAttribute("aria-busy");
    }
    return undefined;
  }

  present(found, hits) {
    const matching = hits.some((one) => one.words.length) ? hits : [];
    this.found = found;
    this.shown = AT_ONCE;
    this.hits.replaceChildren(...matching.map(item));
    this.more.hidden = !matching.length || found.total <= this.shown;
    this.tell(matching);
    this.help.replaceChildren(...(matching.length ? [] : help(found, this.chosen().length > 0)));
    this.countFilters().catch(() => {}); // numbers beside the filters are a help only
  }

  /** Say what is shown, to eyes and to screen readers. */
  tell(hits) {
    const filtered = this.chosen().length ? ["Type a word to search in the pages with these filters."] : [];
    this.status.replaceChildren(...(this.found ? summary(this.found, hits) : filtered));
  }

  fail(error) {
    console.error(error);
    this.hits.replaceChildren();
    this.more.hidden = true;
    this.status.textContent = "The search could not be loaded. Everything can also be reached through these lists.";
    this.help.replaceChildren(indexList());
  }

  async showMore() {
    const found = this.found;
    const before = this.hits.children.length;
    this.shown += AT_ONCE;
    const hits = await found.load(this.shown);
    if (found !== this.found) return; // another question was asked meanwhile
    this.hits.append(...hits.slice(before).map(item));
    this.more.hidden = found.total <= this.shown;
    this.tell(hits);
    this.hits.children[before]?.querySelector("a").focus();
  }

  /** Arrow keys go through the field and the links; anything else is left to the browser. */
  move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [this.field, ...this.hits.querySelectorAll("a"), ...this.help.querySelectorAll("a")];
    const index = stops.indexOf(document.activeElement);
    const next = stops[index + (event.key === "ArrowDown" ? 1 : -1)];
    if (index < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  async offerFilters() {
    if (this.selects) return;
    const { facets } = await pageFacets();
    const selects = {};
    const fields = Object.entries(FILTERS).filter(([name]) => facets.values[name]?.length).map(([name, label]) => {
      const values = name === "year" ? [...facets.values[name]].reverse() : facets.values[name];
      const select = element("select", { name }, element("option", { value: "" }, "Any"),
        ...values.map((value) => element("option", { value }, value)));
      select.addEventListener("change", () => {
        this.filters = { ...this.filters, [name]: select.value };
        this.show();
      });
      selects[name] = select;
      return element("label", {}, element("span", {}, label), select);
    });
    const clear = element("button", { type: "button", class: "btn" }, "Clear");
    clear.addEventListener("click", () => { this.filters = {}; this.show(); });
    if (this.selects) return; // opened twice while the filters were on their way
    this.selects = selects;
    this.narrow.append(element("div", { class: "search__filters" }, ...fields, clear));
    await this.countFilters();
  }

  /** Say beside each value how many pages the present question finds with it. */
  async countFilters() {
    const chosen = this.chosen();
    this.narrow.querySelector("summary").textContent = chosen.length ? `Narrow down (${plural(chosen.length, "filter")})` : "Narrow down";
    if (!this.selects) return;
    const { facets, place } = await pageFacets();
    const within = this.found && new Set(this.found.keys.map((key) => place.get(key)));
    const { counts } = facets.narrow(Object.fromEntries(chosen.map(([name, value]) => [name, new Set([value])])), within);
    for (const [name, select] of Object.entries(this.selects)) {
      for (const option of select.options) {
        if (option.value) option.textContent = `${option.value} (${counts[name][facets.values[name].indexOf(option.value)]})`;
      }
      select.value = this.filters[name] ?? "";
    }
  }
}

/** Show a hit: the page, and under it the sections in which the words stand. */
function item({ title, url, about, excerpt, sections }) {
  return element("li", { class: "hit" },
    element("a", { class: "hit__page", href: url }, title),
    element("p", { class: "hit__about" }, about),
    ...(excerpt ? [element("p", { class: "hit__text" }, ...highlighted(excerpt))] : []),
    ...(sections.length ? [element("ul", {}, ...sections.map((part) =>
      element("li", {}, element("a", { href: part.url }, part.title),
        element("p", { class: "hit__text" }, ...highlighted(part.excerpt)))))] : []));
}

const highlighted = (pieces) => pieces.flatMap(([word, marked]) => [marked ? element("mark", {}, word) : word, " "]);

/** Say what was found, and for what, if that is not what was typed. */
function summary({ query, searched, left, total }, hits) {
  if (!hits.length) return [`Nothing was found for “${query}”.`];
  const of = total > hits.length ? `${hits.length} of ${plural(total, "page")}` : plural(total, "page");
  if (left.length) return [`No page has all of these words. ${of} without “${left.join(" ")}”.`];
  return fold(searched) === fold(telling(query)) ? [`${of} for “${query}”.`]
    : [`${of} for “`, element("b", {}, searched), `”; no page has “${query}”.`];
}

const indexList = () => element("ul", { class: "search__indexes" },
  ...INDEXES.map(([label, path]) => element("li", {}, element("a", { href: address(path) }, label))));

/** Help on: before a question is asked, and where there is no answer. */
function help(found, filtered) {
  if (!found) return [element("p", {}, "Or go through the lists:"), indexList()];
  return [
    element("ul", { class: "search__advice" },
      ...(filtered ? [element("li", {}, "Remove a filter under “Narrow down”.")] : []),
      element("li", {}, "Use fewer words, or a more general one."),
      element("li", {}, "Cases are told in English. You can also search with French terms and other names of places."),
      element("li", {}, "If the book should know this, ", element("a", { href: address("contribute/") }, "tell us what is missing"), ".")),
    indexList(),
  ];
}
