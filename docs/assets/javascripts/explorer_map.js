/** The map of an explorer: it shows what is left, and its countries are filters. */

import { plural } from "./text.js";

/** A map in `place`; `toggle(country)` hears which country was pressed. */
export class ExplorerMap {
  constructor(place, toggle) {
    this.place = place;
    // On this page a country is a filter, and no longer a link to its page.
    this.countries = [...place.querySelectorAll("svg a[data-country]")];
    for (const country of this.countries) {
      country.setAttribute("role", "button");
      country.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        toggle(country.dataset.country);
      });
      country.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        toggle(country.dataset.country);
      });
    }
  }

  /** Shade countries and show cities by the records that are left; the list beside the map follows. */
  show(facets, records, chosen, noun) {
    const counts = facets.among(records, "country");
    const cities = facets.among(records, "city");
    for (const country of this.countries) {
      const { country: id, name } = country.dataset;
      const count = counts.get(id) ?? 0;
      const pressed = chosen?.has(id) ?? false;
      const path = country.querySelector("path");
      path.setAttribute("class", `map__country map__country--${count > 1 ? "more" : count ? "one" : "listed"}`);
      path.querySelector("title").textContent = `${name}: ${plural(count, noun)}`;
      country.setAttribute("aria-label", `${name}: ${plural(count, noun)}`);
      country.setAttribute("aria-pressed", pressed);
      country.setAttribute("tabindex", count || pressed ? 0 : -1);
    }
    for (const item of this.place.querySelectorAll("[data-city]")) item.toggleAttribute("hidden", !cities.has(item.dataset.city));
    for (const item of this.place.querySelectorAll("section[data-country]")) item.hidden = !counts.has(item.dataset.country);
  }
}
