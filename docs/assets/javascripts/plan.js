/** The session planner: what a reader chooses becomes the address, and the address becomes the plan. */

import { warningsOf } from "./plan_checks.js";
import { calendarOf, tableOf } from "./plan_files.js";
import { date, inFormat, planOf, read, time, whole, write } from "./plan_model.js";
import { stepped } from "./plan_sheet.js";
import { PlanView } from "./plan_view.js";
import { address, element } from "./text.js";

const planner = document.querySelector("[data-plan]");
const form = planner.querySelector("form");
const result = planner.querySelector(".plan__result");
const said = result.querySelector("[data-said]");
const whens = [...form.querySelectorAll("[data-session]")];

/** Return what the planner knows of its tool. */
async function load() {
  const response = await fetch(address("plan/formats.json"));
  if (!response.ok) throw new Error(`formats.json: ${response.status}`);
  return (await response.json())[planner.dataset.plan];
}

function begin(tool) {
  const view = new PlanView(result, tool);
  let choice;
  let plan;
  let ignored; // names of what the address holds in vain
  let editing; // the field that is typed in: nothing is written under somebody's fingers
  let last; // what was changed last: changing it further is no new step for "back"

  const link = () => {
    const query = write(choice, tool);
    return location.origin + location.pathname + (query && `?${query}`);
  };

  /** Take up what the address asks for. */
  function adopt() {
    ({ choice, ignored } = read(location.search, tool));
    last = undefined;
    show();
  }

  /** Show the plan of the present choice. */
  function show() {
    plan = planOf(choice, tool);
    view.show(plan, warningsOf(plan, tool), ignored, link(), editing);
    fill();
  }

  /** Put the choice into the form. */
  function fill() {
    const set = (input, value) => { if (input !== editing) input.value = value; };
    form.querySelector(`[name=format][value="${plan.format.id}"]`).checked = true;
    set(form.elements.people, plan.people);
    set(form.elements.teams, plan.teams);
    form.querySelector("#plan-teams").textContent = `Teams of ${plan.smallest === plan.largest ? "" : `${plan.smallest} or `}${plan.largest}; ${tool.team.at_least} to ${tool.team.at_most} work best.`;
    whens.forEach((fields, index) => {
      const session = plan.sessions[index];
      fields.hidden = !session;
      if (!session) return;
      fields.querySelector("legend").textContent = plan.sessions.length > 1 ? session.title : "When";
      set(fields.querySelector("[name=date]"), session.date ?? "");
      set(fields.querySelector("[name=start]"), choice.starts[index] ?? plan.format.sessions[index].start);
    });
  }

  /** Change the choice: as a step that "back" undoes, or as part of the step before if that changed the same. */
  function change(what, made) {
    const before = link();
    choice = made;
    if (link() === before) return fill();
    if (what === last) history.replaceState(null, "", link());
    else history.pushState(null, "", link());
    last = what;
    ignored = [];
    said.textContent = "";
    return show();
  }

  const at = (list, index, value) => Object.assign([...list], { [index]: value });

  /** What each field of the form changes; nothing if what it holds is no value. */
  function typed(input) {
    const { name, value } = input;
    if (name === "format") return change(`format ${value}`, inFormat(choice, value));
    if (name === "people" || name === "teams") {
      const number = whole(value, tool.most[name]);
      return number && change(name, { ...choice, [name]: number });
    }
    if (input.dataset.block) {
      const minutes = whole(value, tool.most.minutes);
      return minutes && lengthen(input.dataset.block, minutes);
    }
    const index = whens.indexOf(input.closest("[data-session]"));
    const accepted = name === "date" ? date(value) : time(value);
    // An emptied date is one that was taken back; half a time is none.
    if (!accepted && (name !== "date" || value)) return undefined;
    const list = `${name}s`;
    return change(`${name} ${index}`, { ...choice, [list]: at(choice[list], index, accepted) });
  }

  const lengthen = (key, minutes) => change(`minutes ${key}`, { ...choice, minutes: { ...choice.minutes, [key]: minutes } });

  function drop(key) {
    const without = new Set(choice.without);
    if (!without.delete(key)) without.add(key);
    change(`without ${key} ${without.has(key)}`, { ...choice, without });
  }

  function save(name, type, text) {
    const made = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
  }

  const name = () => ["workshop", plan.format.id, plan.sessions[0].date].filter(Boolean).join("-");

  const does = {
    print: () => print(),
    table: () => save(`${name()}.csv`, "text/csv;charset=utf-8", tableOf(plan)),
    calendar() {
      if (plan.sessions.every((session) => session.date)) {
        save(`${name()}.ics`, "text/calendar;charset=utf-8", calendarOf(plan, tool, link()));
        return;
      }
      said.textContent = "Choose a date; then the calendar file can be made.";
      whens[plan.sessions.findIndex((session) => !session.date)].querySelector("[name=date]").focus();
    },
    async copy() {
      const copied = await navigator.clipboard.writeText(link()).then(() => true, () => false);
      said.textContent = copied ? "The link is copied." : "The link could not be copied; it stands in the address bar.";
    },
    again() {
      change("again", read("", tool).choice);
      result.querySelector("h2").focus();
    },
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  planner.addEventListener("input", ({ target }) => {
    editing = target;
    typed(target);
    editing = undefined;
  });
  // What was left half typed goes back to what holds.
  planner.addEventListener("focusout", ({ target }) => { if (target.matches("input")) setTimeout(() => show()); });
  result.addEventListener("click", ({ target }) => {
    const { do: what, block: key } = target.closest("[data-do]")?.dataset ?? {};
    if (what === "drop") return drop(key);
    if (what) {
      const { minutes } = plan.sessions.flatMap((session) => session.blocks).find((block) => block.key === key);
      return lengthen(key, stepped(minutes, what, tool.most.minutes));
    }
    const button = target.closest(".plan__take button");
    return button && does[Object.keys(does).find((one) => one in button.dataset)]();
  });
  addEventListener("popstate", adopt);

  adopt();
  result.classList.remove("scripted");
  result.hidden = false;
}

load().then(begin).catch((error) => {
  console.error(error);
  // What stands there for those without a script serves here too.
  planner.hidden = true;
  document.querySelector("[data-plain]").classList.remove("unscripted");
});
