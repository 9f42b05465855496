/** The search as a page of its own: the question stands in the address, so that it can be shared. */

import { SearchPanel } from "./search_panel.js";

const container = document.querySelector("[data-search-page]");
let ready = false;

const panel = new SearchPanel(container, (state) => {
  if (!ready) return;
  const asked = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
  history.replaceState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
});

panel.container.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
panel.start(Object.fromEntries(new URLSearchParams(location.search)));
ready = true;
