/** What every page does: opens the search, follows the reader in the contents, closes the menu. */

import { once, setting } from "./text.js";

const link = document.querySelector(".search-link");

/** The dialog of the search; the search itself comes with the first question. */
const dialog = once(() => import("./search_dialog.js"));
// Loaded before it is asked for, so that it is there when somebody presses a key and types on.
(window.requestIdleCallback ?? setTimeout)(() => dialog().catch(() => {}));

/** Open the search over the page or, where that fails, on a page of its own. */
async function openSearch() {
  try {
    (await dialog()).open();
  } catch {
    location.href = link.href;
  }
}

/** Whether the `/` key opens the search: WCAG 2.1.4 asks that a reader can switch it off. */
const slashOpens = () => setting.get("casebook.slash") !== "off";

link?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openSearch();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key?.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
  if (!control && (!slash || typing || !slashOpens())) return;
  event.preventDefault();
  openSearch();
});

const menu = document.querySelector(".menu--narrow");
menu?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

const entries = [...document.querySelectorAll(".toc:not(.toc--narrow) a")];
const headings = entries.map((entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));

/** Mark the entry of the section that the reader is in: the last that began above the fold's top third. */
function follow() {
  const began = headings.filter((heading) => heading?.getBoundingClientRect().top < innerHeight / 3);
  const current = entries[headings.indexOf(began.at(-1))];
  for (const entry of entries) {
    if (entry === current) entry.setAttribute("aria-current", "true");
    else entry.removeAttribute("aria-current");
  }
  current?.scrollIntoView({ block: "nearest", container: "nearest" });
}

if (entries.length) {
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();
}
