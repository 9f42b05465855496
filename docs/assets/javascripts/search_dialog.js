/** The search over any page, in a dialog of the browser's own: it keeps the focus and closes on Escape. */

import { SearchPanel } from "./search_panel.js";
import { address, element } from "./text.js";

const body = element("div", { class: "search" });
const close = element("button", { type: "button", class: "search__close", "aria-label": "Close the search" }, "Esc");
const whole = element("a", { href: address("search/") }, "All results on a page of their own");
const slash = element("input", { type: "checkbox", id: "slash-opens" });
const dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" }, close, body,
  element("p", { class: "search__foot" }, whole,
    element("span", { class: "search__keys" }, element("kbd", {}, "↑"), element("kbd", {}, "↓"), " through the results"),
    element("label", { for: "slash-opens" }, slash, " The key ", element("kbd", {}, "/"), " opens the search")));
document.body.append(dialog);

const panel = new SearchPanel(body, ({ q, ...filters }) => {
  const asked = Object.entries({ q, ...filters }).filter(([, value]) => value);
  whole.href = address(`search/?${new URLSearchParams(asked)}`);
});

close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
// A link to another place on the same page does not load a page, and the dialog would stay.
body.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
slash.checked = localStorage.getItem("casebook.slash") !== "off";
slash.addEventListener("change", () => localStorage.setItem("casebook.slash", slash.checked ? "on" : "off"));

/** Open the dialog with the last question in it, ready to be typed over. */
export function open() {
  if (!dialog.open) dialog.showModal();
  panel.field.focus();
  panel.field.select();
}
