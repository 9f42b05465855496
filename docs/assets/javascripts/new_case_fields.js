/** Between the form and a case: what is filled in, as data, and data filled in. */

import { entriesOf, renew } from "./new_case_groups.js";
import { isEmpty, numberIn } from "./new_case_model.js";

/** Yield the elements of one level: fields, lists and parts, but nothing that lies within these. */
export function own(level) {
  return [...level.querySelectorAll("[data-field], [data-group], [data-part]")]
    .filter((one) => one.parentElement.closest("[data-level]") === level);
}

const COMMA = /^([-+]?\d+),(\d+)$/; // as most of Europe writes a number, and no file may

const nameOf = ({ dataset }) => dataset.field ?? dataset.group ?? dataset.part;

/** Return the control that is typed into, or the first of several boxes. */
export const controlOf = (element) => element.querySelector("input, textarea, select");

/** Whether the form made this id itself, and may change it. */
export const isProposed = (control) => Boolean(control.value) && control.value === control.dataset.proposed;

/** Return what stands in a level, empty fields left out; entries of lists keep their places, even empty ones. */
export function read(level, fields) {
  const data = {};
  for (const element of own(level)) {
    const field = fields.find(({ name }) => name === nameOf(element));
    const value = readOne(element, field);
    if (value !== undefined) data[field.name] = value;
  }
  return data;
}

function readOne(element, field) {
  if ("part" in element.dataset) return withoutNothing(read(element, field.parts));
  if (!("group" in element.dataset)) return readControl(element, field);
  const entries = entriesOf(element).map((entry) => (field.parts.length ? readEntry(entry, field) : readControl(own(entry)[0], field) ?? ""));
  return entries.length ? entries : undefined;
}

/** An entry in which the form alone has written is empty. */
function readEntry(entry, field) {
  const data = read(entry, field.parts);
  const id = own(entry).find((one) => nameOf(one) === "id");
  const { id: _, ...others } = data;
  return id && isProposed(controlOf(id)) && isEmpty(others) ? {} : data;
}

const withoutNothing = (data) => (isEmpty(data) ? undefined : data);

function readControl(element, field) {
  const { type } = element.dataset;
  if (type === "checkbox") {
    const chosen = chosenIn(element);
    return chosen.length ? chosen : undefined;
  }
  if (type === "radio") return element.querySelector(":checked")?.value;
  const text = controlOf(element).value.trim();
  if (!text) return undefined;
  if (type === "lines") return text.split("\n").map((line) => line.trim()).filter(Boolean);
  return field.kind === "number" || field.kind === "whole" ? numberIn(text.replace(COMMA, "$1.$2")) : text;
}

/** Return the values of ticked boxes in the order in which they were ticked: the weightiest come first. */
export function chosenIn(element) {
  const ticked = [...element.querySelectorAll(":checked")].map(({ value }) => value);
  const before = (element.dataset.chosen ?? "").split(" ").filter((value) => ticked.includes(value));
  return [...before, ...ticked.filter((value) => !before.includes(value))];
}

/** Note in which order boxes were ticked, and say it where there are several. */
export function noteOrder(element) {
  const chosen = chosenIn(element);
  element.dataset.chosen = chosen.join(" ");
  const words = chosen.map((value, place) => `${place + 1} ${element.querySelector(`[value="${value}"]`).nextElementSibling.firstChild.textContent.trim()}`);
  const order = element.querySelector("[data-order]");
  order.hidden = chosen.length < 2;
  order.textContent = `In this order: ${words.join(", ")}. To change it, untick and tick again.`;
}

/** Put data into a level; what it does not name becomes empty. */
export function fill(level, fields, data) {
  for (const element of own(level)) {
    const field = fields.find(({ name }) => name === nameOf(element));
    const value = data[field.name];
    if ("part" in element.dataset) fill(element, field.parts, value ?? {});
    else if ("group" in element.dataset) {
      const entries = renew(element, Math.max(value?.length ?? 0, field.needed ? 1 : 0));
      for (const [place, entry] of entries.entries()) {
        if (field.parts.length) fill(entry, field.parts, value?.[place] ?? {});
        else controlOf(entry).value = value?.[place] ?? "";
      }
    } else fillControl(element, value);
  }
}

function fillControl(element, value) {
  const { type } = element.dataset;
  if (type === "checkbox" || type === "radio") {
    const values = [value ?? []].flat();
    for (const box of element.querySelectorAll("input")) box.checked = values.includes(box.value);
    if (type === "checkbox") {
      element.dataset.chosen = values.join(" ");
      noteOrder(element);
    }
    return;
  }
  const control = controlOf(element);
  control.value = type === "lines" ? (value ?? []).join("\n") : value ?? "";
  delete control.dataset.proposed;
}
