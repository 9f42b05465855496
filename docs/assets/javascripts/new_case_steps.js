/** One step at a time: which there are for this case, where one is, and how far each has got. */

/** The steps of the form and the list that leads to them. */
export class Steps {
  constructor(form, arrived) {
    this.form = form;
    this.arrived = arrived;
    this.all = [...form.querySelectorAll("[data-step]")];
    this.nav = form.querySelector(".newcase__nav");
    this.skipped = new Set();
    addEventListener("popstate", () => this.show(this.asked()));
    form.addEventListener("click", ({ target }) => this.click(target.closest("button")));
  }

  /** Return the step that the address names. */
  asked() {
    const name = location.hash.replace("#step-", "");
    return this.all.some(({ dataset }) => dataset.step === name) ? name : this.all[0].dataset.step;
  }

  click(button) {
    if (button && "goto" in button.dataset) this.goTo(button.dataset.goto);
    if (button && "back" in button.dataset) this.goTo(this.beside(-1));
  }

  /** Return the step that comes next, or before, of those that this case has. */
  beside(by) {
    const there = this.all.filter((step) => !this.skipped.has(step.dataset.step));
    return there[there.findIndex((step) => !step.hidden) + by]?.dataset.step;
  }

  /** Go to a step, as something that the browser's own "back" undoes. */
  goTo(name) {
    if (!name || name === this.current) return;
    history.pushState(null, "", `#step-${name}`);
    this.show(name);
  }

  /** Show a step; its heading takes the focus unless the page has only opened. */
  show(name, { focus = true } = {}) {
    this.current = name;
    for (const step of this.all) step.hidden = step.dataset.step !== name;
    for (const entry of this.nav.querySelectorAll("[data-goto]")) {
      if (entry.dataset.goto === name) entry.setAttribute("aria-current", "step");
      else entry.removeAttribute("aria-current");
    }
    const step = this.all.find(({ dataset }) => dataset.step === name);
    step.querySelector("[data-back]").hidden = step === this.all[0];
    step.querySelector("[data-next]").hidden = step === this.all.at(-1);
    if (focus) {
      const heading = step.querySelector("h2");
      heading.focus({ preventScroll: true });
      if (this.narrow()) this.nav.open = false;
      (this.narrow() ? step : this.form).scrollIntoView({ block: "start" });
    }
    this.number();
    this.arrived(name);
  }

  narrow() {
    return matchMedia("(max-width: 60rem)").matches;
  }

  /** Leave out steps that such a case does not have, unless something stands in them. */
  choose({ kind, record }, isFilled) {
    for (const step of this.all) {
      const { dataset } = step;
      const other = dataset.kind && kind !== dataset.kind;
      const beyond = record === "card" && !("onCard" in dataset);
      const out = (other || beyond) && !isFilled(step) && step.hidden;
      this.skipped[out ? "add" : "delete"](dataset.step);
      this.form.querySelector(`[data-of=${dataset.step}]`).hidden = out;
    }
    this.number();
  }

  number() {
    const there = this.all.filter((step) => !this.skipped.has(step.dataset.step));
    for (const [place, step] of there.entries()) {
      step.querySelector("[data-number]").textContent = `Step ${place + 1} of ${there.length}`;
    }
  }

  /** Say beside a step how far it has got. */
  state(name, words) {
    this.form.querySelector(`[data-of=${name}] [data-state]`).textContent = words;
  }
}
