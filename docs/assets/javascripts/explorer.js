/** The explorer of cases or asks: filters that combine, over a list that the page already shows. */

import { Comparison } from "./explorer_compare.js";
import { ExplorerData } from "./explorer_data.js";
import { ExplorerMap } from "./explorer_map.js";
import { Facets } from "./facets.js";
import { telling } from "./search.js";
import { address, element, fold, once, plural } from "./text.js";

const AT_ONCE = 24;
const PAUSE = 150; // milliseconds without a key before words are looked for

const explorer = document.querySelector("[data-explorer]");
const { noun, table } = explorer.dataset;
const form = explorer.querySelector("form");
const find = (selector) => explorer.querySelector(selector);
const [results, status, chips, empty] = ["[data-results]", ".explorer__count", ".explorer__chosen", ".explorer__empty"].map(find);
const more = find(".explorer__more");
const sort = find("[name=sort]");
const said = find("[data-said]");
const openFilters = find(".explorer__open");
const done = find(".explorer__done");
const map = find(".explorer__map");
const data = new ExplorerData(explorer.dataset.explorer);
const inputs = [...form.querySelectorAll("input[type=checkbox]")];
const titles = Object.fromEntries([...form.querySelectorAll(".facet")].map((facet) =>
  [facet.querySelector("input").name, facet.querySelector("summary").textContent]));

const comparison = new Comparison(results, find(".explorer__compare"), () => remember(false));
const drawing = map && new ExplorerMap(map, (country) =>
  inputs.find((input) => input.name === "country" && input.value === country)?.click());

const knownFacets = once(async () => new Facets(await data.file("facets")));
let left = []; // records that the present choice leaves, in the present order
let asking = 0;
let untouched = true; // the list is still the one that the page came with

/** What the reader chose, as the form has it. */
const state = () => new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "compare"));

/** Put what an address asks for into the form. */
function adopt(asked) {
  for (const input of inputs) input.checked = asked.getAll(input.name).includes(input.value);
  form.elements.q.value = asked.get("q") ?? "";
  sort.value = asked.get("sort") ?? "";
  if (sort.selectedIndex < 0) sort.value = "";
  for (const facet of form.querySelectorAll(".facet")) facet.open ||= Boolean(facet.querySelector(":checked"));
  if (map) map.open = asked.has("map");
}

/** Write the choice into the address: as a step that "back" undoes, or in the place of the present one. */
function remember(step) {
  const asked = state();
  if (map?.open) asked.set("map", "");
  const target = `${location.pathname}${asked.size ? `?${asked}` : ""}`.replace("map=", "map");
  // Ticked cases are no part of what is shared, but a reader who comes back finds them ticked.
  const kept = { compared: comparison.ids };
  if (step) history.pushState(kept, "", target);
  else history.replaceState(kept, "", target);
}

/** Show what the form asks for, or say that it cannot be shown. */
async function render() {
  const turn = ++asking;
  try {
    await show(turn);
  } catch (error) {
    console.error(error);
    if (turn === asking) status.textContent = "The list could not be narrowed down: its data could not be loaded. Try again later.";
  }
}

async function show(turn) {
  const asked = state();
  const chosen = {};
  for (const input of inputs) if (input.checked) (chosen[input.name] ??= new Set()).add(input.value);
  const query = asked.get("q")?.trim();

  const known = await knownFacets();
  const matching = query ? await data.matching(query) : undefined;
  const { records, counts } = known.narrow(chosen, matching && new Set(matching.records));
  const order = asked.has("sort") ? await data.file(`order-${asked.get("sort")}`) : matching?.records;
  const kept = new Set(records);
  const sorted = order ? order.filter((record) => kept.has(record)) : records;
  if (turn !== asking) return; // something newer is asked already

  // Numbers first: they are known at once, while the list may have to be loaded.
  left = sorted;
  for (const input of inputs) {
    const count = counts[input.name][known.values[input.name].indexOf(input.value)];
    const label = input.parentElement;
    label.querySelector("[data-count]").textContent = count.toLocaleString("en-GB");
    label.classList.toggle("facet__value--none", count === 0 && !input.checked);
  }
  status.textContent = heading(known.total, query, matching);
  done.textContent = `Show ${plural(left.length, noun)}`;
  showChips(chosen, query);
  showEmpty(known, chosen, query, matching);
  drawing?.show(known, left, chosen.country, noun);

  if (!untouched || asked.size) {
    const html = await data.cards(left.slice(0, AT_ONCE));
    if (turn !== asking) return;
    untouched = false;
    results.innerHTML = html.join("\n");
    comparison.tick();
  }
  more.hidden = left.length <= results.children.length;
}

function heading(total, query, matching) {
  const found = left.length === total ? plural(total, noun) : `${left.length.toLocaleString("en-GB")} of ${plural(total, noun)}`;
  if (!matching || !left.length) return found;
  if (matching.left.length) return `${found} without “${matching.left.join(" ")}”`;
  return fold(matching.searched) === fold(telling(query)) ? found : `${found} for “${matching.searched}”; none has “${query}”`;
}

/** List the choice as chips, each of which takes itself away. */
function showChips(chosen, query) {
  const active = document.activeElement?.closest?.(".explorer__chosen li");
  const position = [...chips.children].indexOf(active);
  const items = Object.entries(chosen).flatMap(([name, ids]) => [...ids].map((id) => {
    const input = inputs.find((one) => one.name === name && one.value === id);
    return chip(`${titles[name]}: ${input.nextElementSibling.textContent}`, () => { input.checked = false; });
  }));
  if (query) items.unshift(chip(`Words: ${query}`, () => { form.elements.q.value = ""; }));
  if (items.length > 1) items.push(chip("Clear all", clear, ""));
  chips.replaceChildren(...items);
  chips.hidden = !items.length;
  // The focus must not be lost with the chip that it was on.
  if (position >= 0) (items[Math.min(position, items.length - 1)]?.firstChild ?? sort).focus();
}

function chip(text, remove, sign = " ×") {
  const button = element("button", { type: "button", class: "chip chip--filter", "aria-label": sign ? `Remove ${text}` : text }, text + sign);
  button.addEventListener("click", () => { remove(); remember(true); render(); });
  return element("li", {}, button);
}

function clear() {
  for (const input of inputs) input.checked = false;
  form.elements.q.value = "";
}

/** Where nothing is left, say which choice to loosen, and what that would give. */
function showEmpty(known, chosen, query, matching) {
  empty.hidden = left.length > 0;
  results.hidden = left.length === 0;
  if (left.length) return;
  const within = matching && new Set(matching.records);
  const ways = Object.keys(chosen).map((name) => ({
    text: `Any ${titles[name].toLowerCase()}`,
    count: known.narrow({ ...chosen, [name]: undefined }, within).records.length,
    loosen: () => { for (const input of inputs) if (input.name === name) input.checked = false; },
  }));
  if (query) ways.push({ text: `Without “${query}”`, count: known.narrow(chosen).records.length, loosen: () => { form.elements.q.value = ""; } });
  const helping = ways.filter(({ count }) => count);
  empty.replaceChildren(
    element("p", {}, `No ${noun} has all of this.${helping.length ? " Loosen one filter:" : " Loosen more than one filter."}`),
    element("ul", {}, ...[...helping, { text: "Clear all", count: known.total, loosen: clear }].map(({ text, count, loosen }) => {
      const button = element("button", { type: "button", class: "linklike" }, text);
      button.addEventListener("click", () => { loosen(); remember(true); render(); status.focus(); });
      return element("li", {}, button, `: ${plural(count, noun)}`);
    })),
    element("p", {}, "Or is it a gap? ", element("a", { href: address("contribute/") }, "Add what you know"), "."));
}

async function download(format) {
  const text = await data.download(left, table, format).catch(() => undefined);
  said.textContent = text ? "" : "The file could not be made. Try again later.";
  if (!text) return;
  const type = format === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: `${table}.${format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", (event) => {
  if (event.target.name === "q") return;
  remember(true);
  render();
});
let timer;
let typing = false; // the first letters are a step that "back" undoes; what follows belongs to it
form.elements.q.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => { remember(!typing); typing = true; render(); }, PAUSE);
});
form.elements.q.addEventListener("blur", () => { typing = false; });
sort.addEventListener("change", () => { remember(true); render(); });
more.addEventListener("click", async () => {
  const before = results.children.length;
  const turn = asking;
  const html = await data.cards(left.slice(before, before + AT_ONCE)).catch(() => undefined);
  if (!html) status.textContent = "More could not be loaded. Try again later.";
  if (!html || turn !== asking) return;
  results.insertAdjacentHTML("beforeend", html.join("\n"));
  more.hidden = left.length <= results.children.length;
  comparison.tick();
  results.children[before]?.querySelector("h2 a").focus();
});
map?.addEventListener("toggle", () => remember(false));
find("[data-copy]").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = "The link is copied.";
  } catch {
    said.textContent = "The link could not be copied; it stands in the address bar.";
  }
});
for (const button of explorer.querySelectorAll("[data-download]")) {
  button.addEventListener("click", () => download(button.dataset.download));
}

/** On narrow screens the filters lie above the list, and fold away again. */
function unfold(open) {
  explorer.classList.toggle("explorer--filtering", open);
  openFilters.setAttribute("aria-expanded", open);
  (open ? form.elements.q : status).focus();
}
openFilters.addEventListener("click", () => unfold(!explorer.classList.contains("explorer--filtering")));
done.addEventListener("click", () => unfold(false));
addEventListener("popstate", () => { clearTimeout(timer); typing = false; adopt(new URLSearchParams(location.search)); render(); });

adopt(new URLSearchParams(location.search));
render();
