/** Lists of entries: add, remove and move one; and give each field the id that its place has. */

/** Return the entries of a list, each as the element that encloses its fields. */
export const entriesOf = (group) =>
  [...group.querySelector(":scope > [data-entries]").children].map((item) => item.firstElementChild);

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Add an empty entry at the end of a list and return it. */
export function add(group) {
  const item = group.querySelector(":scope > template").content.cloneNode(true).firstElementChild;
  group.querySelector(":scope > [data-entries]").append(item);
  return item.firstElementChild;
}

/** Empty a list, give it so many empty entries and return them. */
export function renew(group, count) {
  group.querySelector(":scope > [data-entries]").replaceChildren();
  return Array.from({ length: count }, () => add(group));
}

/**
 * Do what a button of a list is for, and put the focus where one goes on.
 *
 * Return what to tell those who do not see it; nothing if it was no such button.
 */
export function act(button) {
  const group = button.closest("[data-group]");
  const { noun } = group?.dataset ?? {};
  if ("add" in button.dataset) {
    add(group).querySelector("input, textarea, select").focus();
    return `${capital(noun)} ${entriesOf(group).length} added.`;
  }
  const item = button.closest("li.entry");
  const place = [...(item?.parentElement.children ?? [])].indexOf(item);
  if ("remove" in button.dataset) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector("[data-remove]") ?? group.querySelector(":scope > p > [data-add]")).focus();
    return `${capital(noun)} ${place + 1} removed. ${entriesOf(group).length} left.`;
  }
  if (!("move" in button.dataset)) return undefined;
  const down = button.dataset.move === "1";
  const other = down ? item.nextElementSibling : item.previousElementSibling;
  if (!other) return `${capital(noun)} ${place + 1} is the ${down ? "last" : "first"} one.`;
  if (down) other.after(item);
  else other.before(item);
  button.focus();
  return `${capital(noun)} ${place + 1} is now ${capital(noun)} ${place + (down ? 2 : 0)}.`;
}

/** Name every field of a level by its place, so that labels, hints and errors belong to it. */
export function number(level, own, within = "") {
  for (const element of own(level)) {
    const { field, group, part } = element.dataset;
    const path = within + (field ?? group ?? part);
    name(element, field === "" ? within.slice(0, -1) : path); // such a field is its entry
    if (part !== undefined) number(element, own, `${path}.`);
    if (group === undefined) continue;
    for (const [place, entry] of entriesOf(element).entries()) {
      title(entry, `${capital(element.dataset.noun)} ${place + 1}`);
      if (!entry.querySelector(':scope > [data-field=""]')) name(entry, `${path}.${place}`);
      number(entry, own, `${path}.${place}.`);
    }
  }
}

function title(entry, text) {
  entry.querySelector(":scope > [data-title]").textContent = text;
  for (const button of entry.querySelectorAll(":scope > .entry__tools > button")) {
    button.setAttribute("aria-label", `${button.textContent}: ${text}`);
  }
}

/** Join a field with its label, hint and error under the id of its path. */
export function name(element, path) {
  const id = path.replaceAll(" ", "_");
  element.dataset.path = path;
  const parts = [".q__hint", "[data-error]"].map((one) => element.querySelector(`:scope > ${one}`));
  for (const [place, part] of parts.entries()) if (part) part.id = `${place ? "error" : "hint"}-${id}`;
  const control = element.matches("div.q") ? element.querySelector("input, textarea, select") : element;
  control.id = `f-${id}`;
  const label = element.querySelector(":scope > label.q__label");
  if (label) label.htmlFor = control.id;
  if (element.matches("[data-type=radio]")) for (const box of element.querySelectorAll("input")) box.name = path;
  if (!element.matches("[data-group]")) control.setAttribute("aria-describedby", parts.filter(Boolean).map((part) => part.id).join(" "));
}
