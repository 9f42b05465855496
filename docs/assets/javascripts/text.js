/** Words as people type them and as they are written. */

/** Return `text` in lower case and without accents: "Saint-Étienne" is "saint-etienne". */
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Return the words of `text`, folded. */
export const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Return "1 case" or "2 cases". */
export const plural = (count, noun, nouns = `${noun}s`) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? noun : nouns}`;

/** Make an element; strings among `children` become text, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** Return what calls `load` at its first use and keeps the answer; a failure is tried again. */
export function once(load) {
  let answer;
  return () => {
    answer ??= load().catch((error) => { answer = undefined; throw error; });
    return answer;
  };
}

/** A setting that the browser keeps, where it keeps any. */
export const setting = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); } catch { /* it then holds for this page alone */ }
  },
};

/** The folder in which the site lies, whatever the address of the page is. */
export const root = new URL("../../", import.meta.url);

/** Return the address of a site path such as "cases/x/". */
export const address = (path) => new URL(path.replace(/^\//, ""), root).href;
