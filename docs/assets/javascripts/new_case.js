/** The form of a new case: what is filled in becomes a file, checked as the book is; nothing leaves by itself. */

import { cleanControl, cleaned, forgetNote, takenOut } from "./new_case_clean.js";
import { forget, keep, kept } from "./new_case_draft.js";
import { Errors, placeOf } from "./new_case_errors.js";
import { faultsOf } from "./new_case_faults.js";
import { noteOrder } from "./new_case_fields.js";
import { fileOf, sizeFault } from "./new_case_file.js";
import { CaseForm } from "./new_case_form.js";
import { act } from "./new_case_groups.js";
import { completenessOf, load, markdownLibrary, yamlLibrary } from "./new_case_model.js";
import { Steps } from "./new_case_steps.js";
import { element, plural } from "./text.js";

const PAUSE = 300; // milliseconds without typing after which the page is brought up to date
const root = document.querySelector("[data-new-case]");
const form = root.querySelector("form");
const find = (name) => form.querySelector(`[data-${name}]`);

function begin(known) {
  const before = kept();
  const edited = new CaseForm(form, known);
  const errors = new Errors(form, (name) => steps.goTo(name));
  const steps = new Steps(form, arrive);
  let ways; // there once the file can be sent
  let story; // there once the story has been looked at
  let waiting;

  /** Bring everything that follows from the fields up to date. */
  function update() {
    clearTimeout(waiting);
    edited.propose();
    const { draft } = edited;
    const keeps = keep(draft);
    find("kept").textContent = keeps ? "Your draft is kept in this browser only." : "This browser keeps no draft: save the file before you leave.";
    const faults = faultsOf(draft, known, story);
    errors.refresh(faults);
    steps.choose(draft.data, isFilled);
    measure(draft.data, faults);
  }

  function updateSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE);
  }

  /** Take out of a control what nobody sees, and say so. */
  function clean(control) {
    const said = cleanControl(control);
    if (!said) return;
    find("told").textContent = said;
    updateSoon();
  }

  const isFilled = (step) => [...step.querySelectorAll("input:not([type=file]), textarea, select")]
    .some((control) => (/checkbox|radio/.test(control.type) ? control.checked : control.value && control.value !== control.dataset.proposed));

  /** Show how complete the case is, and which steps are done. */
  function measure(data, faults) {
    const { total, filled, missing } = completenessOf(data, known);
    const meter = form.querySelector("meter");
    meter.max = total;
    meter.value = filled;
    find("meter-text").textContent = missing.length ? `${filled} of ${total} expected fields` : `All ${total} expected fields`;
    find("meter-missing").textContent = missing.length ? `Still empty: ${missing.join(", ")}` : "";
    const faulty = new Set(faults.map(({ path }) => placeOf(form, path).closest("[data-step]").dataset.step));
    for (const step of steps.all) {
      const name = step.dataset.step;
      steps.state(name, isFilled(step) ? (faulty.has(name) ? "begun" : "done") : "");
    }
  }

  /** Return what reads the story. This, the preview and the opening of files are loaded once they are needed. */
  async function reader() {
    const { bodyParser, bodyFaults } = await import("./new_case_body.js");
    story ??= { parser: bodyParser(await markdownLibrary()), bodyFaults };
    return story.parser;
  }

  /** Return the file of what is filled in, and everything that is wrong with it. */
  async function finished() {
    const [yaml] = await Promise.all([yamlLibrary(), reader()]);
    const { draft } = edited;
    const text = fileOf(draft, known, yaml);
    return { draft, text, faults: [...faultsOf(draft, known, story), ...sizeFault(text, known)] };
  }

  async function arrive(name) {
    if (name !== "look" && name !== "send") return;
    update();
    const { draft, text, faults } = await finished();
    const { preview } = await import("./new_case_preview.js");
    find("preview").replaceChildren(...preview(draft, known, await markdownLibrary()));
    find("file").textContent = text;
    if (name !== "send") return;
    const { Ways } = await import("./new_case_ways.js");
    ways ??= new Ways(root, form.querySelector("[data-step=send]"));
    if (faults.length) {
      ways.refuse(faults.length);
      errors.show(faults);
    } else {
      errors.hide();
      ways.offer(draft.id, text, edited.own);
    }
  }

  /** Go on to the next step, unless something in this one has to be mended. */
  async function next() {
    if (steps.current === "story") await reader();
    update();
    const here = faultsOf(edited.draft, known, story).filter(({ path }) => placeOf(form, path).closest("[data-step]").dataset.step === steps.current);
    if (here.length) return errors.show(here, true);
    errors.hide();
    return steps.goTo(steps.beside(1));
  }

  /** Fill the form with the text of a file, and tell what was left behind. */
  async function open(whole, fileName = "") {
    const { text, count: hidden } = cleaned(whole.replace(/^\ufeff/, ""), " ");
    const notes = find("notes");
    notes.hidden = false;
    try {
      const { opened } = await import("./new_case_open.js");
      const found = opened(text, known, await yamlLibrary(), await reader());
      const same = Object.entries(known.cases).find(([id, title]) => id === fileName || (!fileName && title === found.data.title))?.[0];
      edited.put({ ...found, id: same ?? fileName, own: same });
      errors.hide();
      notes.replaceChildren(element("h3", {}, "The file is open"), ...told({ ...found, hidden }, same));
    } catch (error) {
      notes.replaceChildren(element("h3", {}, "The file could not be opened"), element("p", {}, error.message));
    }
    update();
    notes.focus();
  }

  function* told({ notes, place, hidden }, same) {
    if (same) yield element("p", {}, "This case is in the book already: you are changing it.");
    if (place) yield element("p", {}, "Some passages belong under no heading of a case. They stand in the step Doubts, to be placed.");
    if (hidden) yield element("p", {}, takenOut(hidden));
    if (notes.length) yield element("ul", {}, ...notes.map(({ where, told: text }) => element("li", {}, element("b", {}, `${where}: `), text)));
    else yield element("p", {}, "Everything in its fields was taken over.");
  }

  function startOver() {
    if (!confirm("Delete your draft from this browser and empty the form?")) return;
    forget();
    edited.put({});
    errors.hide();
    find("notes").hidden = true;
    steps.goTo("begin");
    update();
    forget();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target, inputType }) => {
    forgetNote(target);
    if (/^insertFrom(Paste|Drop)/.test(inputType)) clean(target);
    const boxes = target.closest("[data-type=checkbox]");
    if (boxes) noteOrder(boxes);
    if (target.closest("[data-type=radio]")) edited.tidy();
    count(target.closest("[data-longest]"));
    updateSoon();
  });
  form.addEventListener("change", ({ target }) => clean(target));
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const { dataset } = button;
    if ("next" in dataset) next();
    else if ("later" in dataset) { errors.hide(); steps.goTo(steps.beside(1)); }
    else if ("forget" in dataset) startOver();
    else if ("paste" in dataset) open(form.querySelector("#newcase-paste").value);
    else {
      const said = act(button);
      if (!said) return;
      edited.tidy();
      update();
      find("told").textContent = said;
    }
  });
  form.querySelector("#newcase-file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) open(await file.text(), file.name.replace(/\.[^.]*$/, ""));
  });
  addEventListener("pagehide", () => keep(edited.draft));

  if (before) edited.put(before);
  form.hidden = false;
  form.classList.remove("scripted");
  if (steps.narrow()) steps.nav.open = false;
  steps.show(steps.asked(), { focus: false });
  update();
}

/** Say how much room is left in a field, once it becomes scarce. */
function count(field) {
  const place = field?.querySelector("[data-count]");
  if (!place) return;
  const length = [...field.querySelector("input, textarea").value.trim()].length;
  const room = Number(field.dataset.longest) - length;
  place.textContent = room < field.dataset.longest / 4 ? (room < 0 ? `${plural(-room, "character")} too many` : `${plural(room, "character")} left`) : "";
}

load(root.dataset.newCase).then(begin).catch((error) => {
  console.error(error);
  // What stands there for those without a script serves here too.
  document.querySelector("[data-plain]").classList.remove("unscripted");
});
