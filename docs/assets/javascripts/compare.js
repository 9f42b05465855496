/** Two or three cases side by side; which ones stands in the address. */

import { address, element } from "./text.js";

const form = document.querySelector(".compare-form");
const status = document.querySelector("[data-compare-status]");
const place = document.querySelector("[data-compare]");
const selects = [...form.querySelectorAll("select")];

const asked = () => [...new Set(new URLSearchParams(location.search).getAll("case").filter(Boolean))].slice(0, 3);

async function load(id) {
  const response = await fetch(address(`assets/explorer/compare/${encodeURIComponent(id)}.json`));
  return response.ok ? response.json() : undefined;
}

async function show() {
  const ids = asked();
  selects.forEach((select, index) => { select.value = ids[index] ?? ""; });
  const cases = (await Promise.all(ids.map(load))).filter(Boolean);
  if (cases.length < 2) {
    place.replaceChildren();
    status.textContent = cases.length ? "Choose a second case." : "Choose two or three cases.";
    return;
  }
  status.textContent = `${cases.length} cases side by side.`;
  const rows = cases[0].rows.map(([head], index) => row(head, cases.map((one) => one.rows[index][1])))
    .filter((line) => [...line.querySelectorAll("td")].some((cell) => cell.textContent.trim()));
  place.replaceChildren(table("Facts", cases, rows), ...themes(cases));
}

/** The themes that all of the cases have asks under, then those that only some have. */
function themes(cases) {
  const known = new Map(cases.flatMap((one) => one.themes.map((theme) => [theme.id, theme.label])));
  if (!known.size) return [];
  const has = (one, id) => one.themes.find((theme) => theme.id === id);
  const shared = [...known].filter(([id]) => cases.every((one) => has(one, id)));
  const rest = [...known].filter((entry) => !shared.some(([id]) => id === entry[0]));
  const line = ([id, label]) => row(label, cases.map((one) => has(one, id)?.cell ?? "<span class=\"soft\">none</span>"));
  return [
    ...(shared.length ? [table(`Themes that ${cases.length === 2 ? "both" : "all three"} ask about`, cases, shared.map(line))] : [element("p", {}, "No theme is shared by all of them.")]),
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
function row(head, cells) {
  return element("tr", {}, element("th", { scope: "row" }, head), ...cells.map((html) => {
    const cell = element("td");
    cell.innerHTML = html || "<span class=\"soft\">not told</span>";
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
show();
