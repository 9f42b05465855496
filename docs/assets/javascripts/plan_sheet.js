/** One run sheet of the planner: a table of blocks whose minutes can be changed, and which can be dropped. */

import { clock, duration } from "./plan_model.js";
import { element } from "./text.js";

const STEP = 5; // minutes more or less at a click

/** The table of a session. It is made once and then brought up to date, so that the focus stays where it is. */
export class Sheet {
  constructor(session, most) {
    this.caption = element("caption");
    this.rows = session.blocks.map((block) => new Row(block, most));
    this.end = element("td", { class: "plan__time", role: "cell" });
    this.sum = element("td", { class: "plan__end", role: "cell", colspan: 4 });
    const head = (text, more) => element("th", { scope: "col", role: "columnheader", ...more }, text);
    const unseen = element("span", { class: "visually-hidden" }, "Drop or put back");
    this.node = element("table", { class: "plan__sheet", role: "table" }, this.caption,
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" },
        head("Start"), head("Block"), head("Who leads"), head("Minutes"), head(unseen, { class: "scripted" }))),
      element("tbody", { role: "rowgroup" }, ...this.rows.map((row) => row.node)),
      element("tfoot", { role: "rowgroup" }, element("tr", { role: "row" }, this.end, this.sum)));
  }

  /** Show a session, and below each block what is wrong with it; `editing` is a field that is not to be written to. */
  show(session, caption, warnings, editing) {
    this.caption.replaceChildren(...caption);
    session.blocks.forEach((block, index) =>
      this.rows[index].show(block, warnings.filter(({ key }) => key === block.key), editing));
    this.end.textContent = clock(session.end);
    this.sum.textContent = `End: the blocks add up to ${duration(session.minutes)}`;
  }
}

class Row {
  constructor({ key, title, result, pause, of }, most) {
    const button = (what, sign, label) =>
      element("button", { type: "button", "data-do": what, "data-block": key, "aria-label": `${label}: ${title}`, tabindex: -1 }, sign);
    this.title = title;
    this.time = element("td", { class: "plan__time", role: "cell" });
    this.faults = element("ul", { class: "plan__faults", id: `faults-${key}` });
    // The arrow keys do in the field what the buttons beside it do, so that Tab need not stop at them.
    this.minutes = element("input", {
      type: "number", min: STEP, max: most, step: STEP, "data-block": key, "aria-label": `Minutes: ${title}`, "aria-describedby": `faults-${key}`,
    });
    this.printed = element("span", { class: "plan__printed" });
    this.steps = [button("less", "−", `${STEP} minutes less`), button("more", "+", `${STEP} minutes more`)];
    this.drop = element("button", { type: "button", class: "linklike", "data-do": "drop", "data-block": key });
    this.node = element("tr", { class: pause ? "plan__row plan__row--pause" : "plan__row", role: "row" },
      this.time,
      element("th", { scope: "row", role: "rowheader" }, element("b", {}, title),
        ...(result ? [element("span", { class: "plan__leaves" }, result)] : []), this.faults),
      element("td", { class: "plan__lead", role: "cell" }, of?.led_by ?? ""),
      element("td", { class: "plan__minutes", role: "cell" }, this.printed,
        element("span", { class: "plan__stepper scripted" }, this.steps[0], this.minutes, this.steps[1])),
      element("td", { class: "plan__drop scripted", role: "cell" }, this.drop));
  }

  show(block, warnings, editing) {
    this.node.classList.toggle("plan__row--dropped", block.dropped);
    this.node.classList.toggle("plan__row--fault", warnings.length > 0);
    this.time.textContent = block.dropped ? "–" : clock(block.begins);
    if (editing !== this.minutes) this.minutes.value = block.minutes;
    this.printed.textContent = block.minutes;
    for (const control of [this.minutes, ...this.steps]) control.disabled = block.dropped;
    this.drop.textContent = block.dropped ? "Put back" : "Drop";
    this.drop.setAttribute("aria-label", `${this.drop.textContent}: ${this.title}`);
    this.faults.replaceChildren(...warnings.map(({ brief }) => element("li", {}, brief)));
    this.faults.hidden = !warnings.length;
  }
}

/** Return how many minutes a block has after a click on one of the buttons beside its field. */
export const stepped = (minutes, what, most) => {
  const next = what === "more" ? Math.floor(minutes / STEP) * STEP + STEP : Math.ceil(minutes / STEP) * STEP - STEP;
  return next < STEP ? minutes : Math.min(next, most);
};

/** Return in words how long a plan is against the standard; nothing if there is no difference. */
export function difference(plan) {
  const minutes = plan.minutes - plan.usual;
  return minutes ? `${duration(Math.abs(minutes))} ${minutes > 0 ? "longer" : "shorter"} than the standard` : "";
}
