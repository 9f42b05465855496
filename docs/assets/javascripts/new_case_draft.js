/** The draft that this browser keeps, and nobody else sees. */

const KEY = "casebook.new-case";

/** Return the draft as it was kept, or nothing where there is none or the browser keeps none. */
export function kept() {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY));
    return draft && typeof draft.data === "object" && typeof draft.sections === "object" ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keep a draft; return whether the browser does. */
export function keep(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forget the draft. */
export function forget() {
  try { localStorage.removeItem(KEY); } catch { /* then there is none either */ }
}
