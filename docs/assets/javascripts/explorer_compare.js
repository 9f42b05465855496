/** Cases that are ticked to be put side by side; the choice outlasts filters, sorting and a visit. */

import { address, element } from "./text.js";

const MOST = 3;

/** Ticks in the cards of `results`, and the bar that leads on; `onChange()` hears of each tick. */
export class Comparison {
  constructor(results, bar, onChange) {
    this.results = results;
    this.bar = bar;
    this.chosen = new Set(history.state?.compared);
    results.addEventListener("change", ({ target }) => {
      if (target.name !== "compare") return;
      if (target.checked) this.chosen.add(target.value);
      else this.chosen.delete(target.value);
      this.tick();
      onChange();
    });
    this.tick();
  }

  get ids() {
    return [...this.chosen];
  }

  /** Tick the boxes of the cards that are shown now, and offer what can be done with them. */
  tick() {
    for (const box of this.results.querySelectorAll("[name=compare]")) {
      box.checked = this.chosen.has(box.value);
      box.disabled = !box.checked && this.chosen.size === MOST;
    }
    const { size } = this.chosen;
    if (!this.bar || (this.bar.hidden = size === 0)) return;
    const target = address(`cases/compare/?${new URLSearchParams(this.ids.map((id) => ["case", id]))}`);
    this.bar.replaceChildren(
      size < 2 ? "One case is chosen. Tick another one to compare them."
        : element("a", { class: "btn btn--full", href: target }, `Compare ${size} cases`),
      size === MOST ? " Three is the most that fit beside each other." : "");
  }
}
