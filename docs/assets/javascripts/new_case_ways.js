/** The last step: what has to be mended, or the three ways in which the file leaves the page. */

import { copied, existingFile, newFile, save } from "./new_case_send.js";

/** The ways out, for one finished file. */
export class Ways {
  constructor(root, step) {
    this.root = root;
    this.step = step;
    this.find = (name) => step.querySelector(`[data-${name}]`);
    this.find("copy").addEventListener("click", () => this.copy());
    this.find("save").addEventListener("click", () => save(`${this.id}.md`, this.text));
    this.find("forge")?.addEventListener("click", () => { if (!this.fits) this.copy(); });
  }

  /** Offer the ways for this text; `own` is the id of the case if the book has it already. */
  offer(id, text, own) {
    Object.assign(this, { id, text });
    this.find("not-ready").hidden = true;
    this.find("ready").hidden = false;
    this.find("path-of-file").textContent = `cases/${id}.md`;
    this.find("said").textContent = "";
    const link = this.find("forge");
    if (!link) return;
    const { newFile: fresh, editFile: existing } = this.root.dataset;
    const { href, fits } = own ? existingFile(existing, own) : newFile(fresh, id, text);
    this.fits = fits;
    link.href = href;
    link.textContent = fits ? "Open the website" : "Copy the text and open the website";
    const told = own ? "existing" : fits ? "short" : "long";
    for (const name of ["short", "long", "existing"]) this.find(name).hidden = name !== told;
  }

  /** Offer none, because so many things have to be mended first. */
  refuse(count) {
    this.find("ready").hidden = true;
    this.find("not-ready").hidden = false;
    this.find("not-ready").textContent = `${count === 1 ? "One thing has" : `${count} things have`} to be mended before the file is made; the list above leads there.`;
  }

  async copy() {
    const worked = await copied(this.text);
    this.find("said").textContent = worked ? "The text is copied." : "The text could not be copied: save the file, or copy it from “The file itself” in the step before.";
  }
}
