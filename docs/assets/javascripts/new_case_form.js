/** The form as one case: its fields, its story, the name of its file, and the ids that are proposed. */

import { anchorsOf } from "./new_case_checks.js";
import { controlOf, fill, isProposed, own, read } from "./new_case_fields.js";
import { name, number } from "./new_case_groups.js";
import { askIds, fileName, prefix, prefixesOf, slug } from "./new_case_ids.js";
import { sectionRules } from "./new_case_model.js";

const IDS = ["portfolios", "recommendations", "examples", "conclusions", "actions"].map((name) => `[data-group=${name}] [data-field=id]`).join(", ");
const NEW = { status: "draft" }; // a new case has been compared with nothing

/** What is filled in, and everything that the form itself writes. */
export class CaseForm {
  constructor(form, known) {
    this.form = form;
    this.known = known;
    this.level = form.querySelector(".newcase__steps");
    this.id = controlOf(form.querySelector("[data-id]"));
    this.sections = [...form.querySelectorAll("[data-section]")];
    this.place = form.querySelector("[data-to-place]");
    this.put({});
  }

  /** Return what stands in the form, as it can be kept and put back. */
  get draft() {
    const sections = this.sections.map((one) => [one.dataset.section, controlOf(one).value.trim()]);
    return {
      id: this.id.value.trim(),
      data: { ...read(this.level, this.known.fields), review: this.review },
      sections: Object.fromEntries(sections.filter(([, text]) => text)),
      place: controlOf(this.place).value.trim(),
      own: this.own,
      proposed: [this.id, ...this.idControls()].filter(isProposed).map((control) => control.id),
    };
  }

  /** Fill the form with a draft, or with what a file holds. */
  put({ id = "", data = {}, sections = {}, place = "", own: known = "", proposed = [] }) {
    this.own = known;
    this.review = data.review ?? NEW;
    fill(this.level, this.known.fields, data);
    this.id.value = id;
    delete this.id.dataset.proposed;
    for (const one of this.sections) controlOf(one).value = sections[one.dataset.section] ?? "";
    controlOf(this.place).value = place;
    this.place.hidden = !place;
    this.tidy();
    for (const control of [this.id, ...this.idControls()]) if (proposed.includes(control.id)) control.dataset.proposed = control.value;
    this.propose();
  }

  idControls() {
    return [...this.level.querySelectorAll(IDS)].map(controlOf);
  }

  /** Name all fields anew and show the sections of this kind of case: after entries came, went or moved. */
  tidy() {
    number(this.level, own);
    name(this.form.querySelector("[data-id]"), "id");
    name(this.place, "place");
    const { kind } = read(this.level, this.known.fields);
    const { allowed, required } = sectionRules(read(this.level, this.known.fields), this.known);
    for (const one of this.sections) {
      name(one, `body.${one.dataset.section}`);
      one.hidden = !allowed.includes(one.dataset.section) && !controlOf(one).value;
      controlOf(one).required = required.includes(one.dataset.section);
      for (const hint of one.querySelectorAll("[data-for-kind]")) hint.hidden = hint.dataset.forKind !== (kind ?? "city-case");
    }
  }

  /** Write the ids that the form makes itself; one that somebody typed, or that came with a file, stays. */
  propose() {
    const { data } = this.draft;
    const free = (control) => !control.value.trim() || isProposed(control);
    if (free(this.id)) offer(this.id, fileName(data.title ?? "", [...Object.keys(this.known.addresses), ...this.known.reserved]));
    const others = Object.entries(this.known.anchors).filter(([, file]) => file !== `cases/${this.own}.md`).map(([id]) => id);
    const controls = new Map(this.idControls().map((control) => [control.id, control]));
    const at = (path) => controls.get(`f-${path}`);
    const whole = withAllIds(data, this.level);
    const fixed = anchorsOf(whole).filter(({ path }) => !free(at(path))).map(({ id }) => id);
    const letters = prefixesOf(fixed)[0] ?? prefix(this.id.value || slug(data.title ?? ""), prefixesOf(others));
    const ids = askIds(whole, letters, others, (path) => !free(at(path)));
    for (const [path, id] of ids) if (free(at(path))) offer(at(path), id);
  }
}

function offer(control, value) {
  control.value = value;
  control.dataset.proposed = value;
}

/** Return data with the ids of entries in which nothing else stands yet: they have a place in the row. */
function withAllIds(data, level) {
  const whole = structuredClone(data);
  for (const element of level.querySelectorAll(IDS)) {
    const keys = element.dataset.path.split(".").slice(0, -1);
    const entry = keys.reduce((here, key) => here?.[key], whole);
    if (entry) entry.id = controlOf(element).value.trim();
  }
  return whole;
}
