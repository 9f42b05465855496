/** Faults where they are, and all of them at the top with links: first the list is read, then each is mended. */

import { sentence, wordsOf } from "./new_case_wording.js";
import { plural, element } from "./text.js";

/** Return the element of a fault's path, or of the nearest that is around it. */
export function placeOf(form, path) {
  for (let here = path; here; here = here.slice(0, here.lastIndexOf("."))) {
    const found = form.querySelector(`[data-path="${CSS.escape(here)}"]`);
    if (found) return found;
    if (!here.includes(".")) break;
  }
  return form.querySelector("[data-path=id]");
}

const labelOf = (place) => {
  const label = place.querySelector(":scope > .q__label, :scope > .group__title, :scope > .entry__title");
  return (label?.firstChild ?? place.closest("[data-step]").querySelector("h2")).textContent.trim();
};

/** Say where a field is: "Portfolio 2, Ask 1, Text". */
function whereOf(place) {
  const around = [];
  for (let entry = place.parentElement.closest("li.entry"); entry; entry = entry.parentElement.closest("li.entry")) {
    around.unshift(entry.querySelector("[data-title]").textContent);
  }
  return [...around, labelOf(place)].join(", ");
}

/** Return a fault for the list, where the name of its place comes first in any case. */
const lineOf = (where, words) => (sentence("", words) === words ? `${where}: ${words}` : `${where} ${words}`);

/** Return faults in the order of the form: some are found field by field, and some in all fields at once. */
function inOrder(form, faults) {
  const places = new Map(faults.map((fault) => [fault, placeOf(form, fault.path)]));
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
  return [...faults].sort((a, b) => (places.get(a) === places.get(b) ? 0 : follows(places.get(a), places.get(b)) ? 1 : -1));
}

/** The box of errors at the top, and the errors beside fields. */
export class Errors {
  constructor(form, goTo) {
    this.form = form;
    this.goTo = goTo;
    this.box = form.querySelector("[data-errors]");
    this.title = document.title;
    this.shown = new Set();
    this.box.addEventListener("click", (event) => this.follow(event));
  }

  /** Show faults and put the focus on their list; `later` offers to go on all the same. */
  show(faults, later) {
    this.write(faults);
    this.box.querySelector("[data-later]").parentElement.hidden = !later;
    this.box.hidden = false;
    this.box.focus();
    this.box.scrollIntoView({ block: "start" });
  }

  /** Bring what is shown up to date: faults that are mended disappear, and no new ones appear. */
  refresh(faults) {
    if (!this.shown.size) return;
    this.write(faults.filter(({ path }) => this.shown.has(path)));
  }

  hide() {
    this.write([]);
  }

  write(unordered) {
    const faults = inOrder(this.form, unordered);
    for (const error of this.form.querySelectorAll("[data-error]:not([hidden])")) error.hidden = true;
    for (const control of this.form.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    this.shown = new Set(faults.map(({ path }) => path));
    this.box.querySelector("ul").replaceChildren(...faults.map((fault) => this.line(fault)));
    this.box.querySelector("[data-errors-about]").textContent =
      `${plural(faults.length, "thing")} to mend; each line leads to its place.`;
    for (const [place, texts] of this.byPlace(faults)) this.mark(place, texts);
    this.box.hidden ||= !faults.length;
    document.title = faults.length ? `Error: ${this.title}` : this.title;
  }

  byPlace(faults) {
    const found = new Map();
    for (const fault of faults) {
      const place = placeOf(this.form, fault.path);
      found.set(place, [...(found.get(place) ?? []), sentence(labelOf(place), wordsOf(fault, place))]);
    }
    return found;
  }

  line(fault) {
    const place = placeOf(this.form, fault.path);
    const to = { href: `#f-${place.dataset.path.replaceAll(" ", "_")}`, "data-to": fault.path };
    const link = element("a", to, lineOf(whereOf(place), wordsOf(fault, place)));
    return element("li", {}, link);
  }

  mark(place, texts) {
    const error = place.querySelector(":scope > [data-error]");
    error.replaceChildren(element("span", { class: "visually-hidden" }, "Error: "), texts.join(" "));
    error.hidden = false;
    if (place.matches("div.q")) place.querySelector("input, textarea, select").setAttribute("aria-invalid", "true");
  }

  follow(event) {
    const path = event.target.closest("[data-to]")?.dataset.to;
    if (!path) return;
    event.preventDefault();
    const place = placeOf(this.form, path);
    this.goTo(place.closest("[data-step]").dataset.step);
    for (let around = place.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    (place.querySelector("input, textarea, select") ?? place.querySelector("[data-add]")).focus();
    place.scrollIntoView({ block: "center" });
  }
}
