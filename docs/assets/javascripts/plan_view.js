/** The page of the session planner: shows a plan, and what follows from it. It decides nothing. */

import { canvasesOf, outcomesOf, suppliesOf } from "./plan_counts.js";
import { clock, dateInWords, duration } from "./plan_model.js";
import { Sheet, difference } from "./plan_sheet.js";
import { element, plural } from "./text.js";

const COUNTED = [["person", "For each person"], ["team", "For each team"], ["room", "For the room"]];
const PAUSE = 600; // milliseconds without a change before the new sum is said aloud

/** Return how many there are in each team. */
const teamSize = ({ smallest, largest }) => (smallest === largest ? `${largest}` : `${smallest} or ${largest}`);

/** Return when a session begins and ends. */
const hours = (session) => `${clock(session.start)}–${clock(session.end)}`;

/** What is shown beside the form. */
export class PlanView {
  constructor(result, tool) {
    this.tool = tool;
    this.result = result;
    this.place = (name) => result.querySelector(`[data-${name}]`);
    this.title = result.querySelector("h2");
    this.warnings = result.querySelector(".plan__warnings");
    this.sheets = [];
  }

  /** Show a plan with its warnings and its address; `ignored` names what that held in vain, `editing` is the field that is typed in. */
  show(plan, warnings, ignored, address, editing) {
    if (this.format !== plan.format) this.#begin(plan);
    this.title.textContent = plan.format.title;
    this.place("people").textContent = `${plural(plan.people, "person", "people")} in ${plural(plan.teams, "team")} of ${teamSize(plan)}`;
    const left = this.place("ignored");
    left.hidden = !ignored.length;
    left.textContent = `The address asks for something that is not known here (${ignored.join(", ")}); the usual stands in its place.`;
    this.#sum(plan, warnings);
    this.#warnings(warnings);
    plan.sessions.forEach((session, index) => this.sheets[index].show(session, this.#caption(plan, session), warnings, editing));
    this.#lists(plan);
    this.#calendar(plan);
    this.place("address").textContent = address;
  }

  #begin(plan) {
    this.format = plan.format;
    this.sheets = plan.sessions.map((session) => new Sheet(session, this.tool.most.minutes));
    this.place("sessions").replaceChildren(...this.sheets.map((sheet) => sheet.node));
  }

  /** What stands above a run sheet; the hours of a single one stand in the sum already, except on paper. */
  #caption(plan, session) {
    const several = plan.sessions.length > 1;
    const name = [several && session.title, session.date && dateInWords(session.date)].filter(Boolean).join(" · ");
    return [name || "Run sheet",
      element("span", { class: several ? undefined : "plan__hours" }, ` · ${hours(session)}, ${duration(session.minutes)}`)];
  }

  #sum(plan, warnings) {
    const several = plan.sessions.length > 1;
    const count = warnings.length ? plural(warnings.length, "warning") : "No warnings";
    const changed = difference(plan);
    this.place("sum").replaceChildren(
      ...plan.sessions.map((session) => element("b", {}, hours(session))),
      element("span", {}, `${duration(plan.minutes)}${several ? " in all" : ""}`),
      ...(changed ? [element("span", { class: "plan__changed" }, changed)] : []),
      warnings.length ? element("a", { class: "plan__flag", href: "#plan-warnings" }, count) : element("span", { class: "plan__fine" }, count));
    this.#tell(`${duration(plan.minutes)}${several ? " in all" : ""}, until ${clock(plan.sessions.at(-1).end)}. ${count}.`);
  }

  /** Say the new sum aloud, once it has settled; the first one stands on the page anyway. */
  #tell(text) {
    clearTimeout(this.timer);
    if (this.told !== undefined && text !== this.told) this.timer = setTimeout(() => { this.place("told").textContent = text; }, PAUSE);
    this.told = text;
  }

  #warnings(warnings) {
    this.warnings.hidden = !warnings.length;
    this.warnings.querySelector("h3").textContent = plural(warnings.length, "warning");
    this.warnings.querySelector("ul").replaceChildren(
      ...warnings.map(({ text, remedy }) => element("li", {}, element("b", {}, text), ` ${remedy}`)));
  }

  #lists(plan) {
    const line = (number, name, note) => element("li", {}, element("b", {}, number.toLocaleString("en-GB")),
      element("span", {}, name, ...(note ? [element("small", {}, note)] : [])));
    const things = suppliesOf(plan);
    this.#fill("things", COUNTED.map(([per, title]) => [title, things.filter((thing) => thing.per === per)])
      .filter(([, some]) => some.length)
      .map(([title, some]) => element("div", {}, element("h4", {}, title), element("ul", { class: "plan__counts" },
        ...some.map(({ number, item, count, per }) => line(number, item, count > 1 && per !== "room" && `${count} each`))))));
    this.#fill("canvases", canvasesOf(plan, this.tool).map(({ number, title, size, per }) =>
      line(number, title, per === "room" ? `${size}, for the room` : `${size}, for each ${per}`)));
    const { there, lost } = outcomesOf(plan, this.tool);
    this.#fill("outcomes", [
      ...there.map((name) => element("li", {}, name)),
      ...lost.map((name) => element("li", { class: "plan__lost" }, `Not with this plan: ${name}`))]);
  }

  #fill(name, lines) {
    const section = this.place(name);
    section.hidden = !lines.length;
    section.lastElementChild.replaceChildren(...lines);
  }

  #calendar(plan) {
    const dated = plan.sessions.every((session) => session.date);
    this.place("calendar").setAttribute("aria-disabled", !dated);
    this.result.querySelector("#plan-calendar").textContent = dated ? "" : "The calendar file needs a date: choose one first.";
  }
}
