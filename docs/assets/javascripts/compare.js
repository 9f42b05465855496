/** Two or three cases side by side; which ones stands in the address. */

import { address, element } from "./text.js";

const form = document.querySelector(".compare-form");
const status = document.querySelector("[data-compare-status]");
const place = document.querySelector("[data-compare]");
const selects = [...form.querySelectorAll("select")];
const invitation = [...status.childNodes];

let asking = 0;

const asked = () => [...new Set(new URLSearchParams(location.search).getAll("case").filter(Boolean))].slice(0, 3);

/** Return what is shown of a case; nothing if there is no such case. */
async function load(id) {
  const response = await fetch(address(`assets/explorer/compare/${encodeURIComponent(id)}.json`));
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${id}: ${response.status}`);
  return response.json();
}

async function show() {
  const turn = ++asking;
  const ids = asked();
  selects.forEach((select, index) => { select.value = ids[index] ?? ""; });
  let loaded;
  try {
    loaded = await Promise.all(ids.map(load));
  } catch (error) {
    console.error(error);
    status.textContent = "The cases could not be loaded. Try again later.";
    return;
  }
  if (turn !== asking) return; // another choice was made meanwhile
  const cases = loaded.filter(Boolean);
  const unknown = ids.filter((_, index) => !loaded[index]).map((id) => `There is no case “${id}”. `);
  if (cases.length < 2) {
    place.replaceChildren();
    status.replaceChildren(...unknown, ...(cases.length ? ["Choose a second case."] : invitation));
    return;
  }
  status.replaceChildren(...unknown, `${cases.length} cases side by side.`);
  const rows = cases[0].rows.map(([head], index) => row(head, cases.map((one) => one.rows[index][1])))
    .filter((line) => [...line.querySelectorAll("td")].some((cell) => !cell.matches(".compare__empty")));
  place.replaceChildren(table("Facts", cases, rows), ...themes(cases));
}

/** The themes that all of the cases have asks under, then those that only some have. */
function themes(cases) {
  const known = new Map(cases.flatMap((one) => one.themes.map((theme) => [theme.id, theme.label])));
  if (!known.size) return [];
  const all = cases.length === 2 ? "both" : "all three";
  const has = (one, id) => one.themes.find((theme) => theme.id === id);
  const shared = [...known].filter(([id]) => cases.every((one) => has(one, id)));
  const rest = [...known].filter((entry) => !shared.includes(entry));
  const line = ([id, label]) => row(label, cases.map((one) => has(one, id)?.cell ?? ""), "none");
  return [
    shared.length ? table(`Themes that ${all} ask about`, cases, shared.map(line)) : element("p", {}, `No theme is shared by ${all}.`),
    ...(rest.length ? [table("Themes that they do not share", cases, rest.map(line))] : []),
  ];
}

function table(caption, cases, rows) {
  const heads = cases.map((one) => element("th", { scope: "col" }, element("a", { href: address(one.address) }, one.title)));
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    element("table", { class: "table compare" }, element("caption", {}, caption),
      element("thead", {}, element("tr", {}, element("td", {}), ...heads)), element("tbody", {}, ...rows)));
}

/** A row; its cells are HTML that the site's own build has escaped. */
function row(head, cells, empty = "not recorded") {
  return element("tr", {}, element("th", { scope: "row" }, head), ...cells.map((html) => {
    const cell = element("td", { class: html ? undefined : "compare__empty" });
    if (html) cell.innerHTML = html;
    else cell.textContent = empty;
    return cell;
  }));
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  const ids = selects.map((select) => select.value).filter(Boolean);
  history.pushState(null, "", `?${new URLSearchParams(ids.map((id) => ["case", id]))}`);
  show();
});
addEventListener("popstate", show);
place.classList.toggle("compare-place", asked().length > 1); // its room is kept while the cases load
show();
