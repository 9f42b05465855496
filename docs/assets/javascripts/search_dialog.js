/** The search over any page, in a dialog of the browser's own: it keeps the focus and closes on Escape. */

import { SearchPanel } from "./search_panel.js";
import { address, element } from "./text.js";

const body = element("div", { class: "search" });
const close = element("button", { type: "button", class: "search__close" }, "Close");
const whole = element("a", { href: address("search/") }, "All results on a page of their own");
const dialog = element("dialog", { class: "search-dialog", "aria-label": "Search" }, close, body,
  element("p", { class: "search__foot" }, whole,
    element("span", { class: "search__hint" }, element("kbd", {}, "↑"), element("kbd", {}, "↓"), " through the results, ", element("kbd", {}, "Esc"), " to close")));
document.body.append(dialog);

const panel = new SearchPanel(body, (state) => {
  const asked = Object.entries(state).filter(([, value]) => value);
  whole.href = address(`search/?${new URLSearchParams(asked)}`);
});

close.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
body.addEventListener("submit", (event) => {
  event.preventDefault(); // the form has the words alone, and the link the filters too
  location.href = whole.href;
});
// A link to another place on the same page does not load a page, and the dialog would stay.
body.addEventListener("click", (event) => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (event.target.closest("a") && !elsewhere) dialog.close();
});

/** Open the dialog with the last question in it, ready to be typed over. */
export function open() {
  if (!dialog.open) dialog.showModal();
  panel.field.focus();
  panel.field.select();
}
