/** What an explorer loads, each file once and only when it is needed. */

import { search, telling } from "./search.js";
import { corrected } from "./spelling.js";
import { address, once, words } from "./text.js";

/** The files of one collection. */
export class ExplorerData {
  constructor(collection) {
    this.collection = collection;
    this.loaded = new Map();
  }

  /** Return a file of the collection, such as "facets". */
  file(name) {
    return this.load(`assets/explorer/${this.collection}/${name}.json`);
  }

  load(path, read = (response) => response.json()) {
    if (!this.loaded.has(path)) {
      this.loaded.set(path, once(async () => {
        const response = await fetch(address(path));
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return read(response);
      }));
    }
    return this.loaded.get(path)();
  }

  /** Return the HTML of these records, in this order. */
  async cards(records) {
    const { at_once: size } = await this.file("facets");
    const files = [...new Set(records.map((record) => Math.floor(record / size)))];
    const loaded = new Map(await Promise.all(files.map(async (file) => [file, await this.file(`cards-${file}`)])));
    return records.map((record) => loaded.get(Math.floor(record / size))[record % size]);
  }

  /**
   * Return the records in which words stand, the best first, the words that were looked for, and those
   * that were left out; nothing if there is no word to look for.
   *
   * Cases are looked for in their whole text, by the search of the site; asks in what their entry says.
   */
  async matching(query) {
    if (!words(query).some((word) => word.length > 1)) return undefined;
    return this.collection === "cases" ? this.casesWith(query) : this.asksWith(query);
  }

  async casesWith(query) {
    const [{ keys, searched, left }, known] = await Promise.all([search(query), this.load("pagefind/cases.json")]);
    const places = new Map(known.map((key, record) => [key, record]));
    const records = keys.map((key) => places.get(key)).filter((record) => record !== undefined);
    return { records, searched, left };
  }

  async asksWith(query) {
    const searched = await corrected(telling(query));
    const asked = words(searched).filter((word) => word.length > 1);
    const found = await Promise.all(asked.map((word) => this.asksWithWord(word)));
    // As in the search of the site, a word that no ask has does not spoil the others.
    const left = asked.filter((_, index) => !found[index].size);
    const [first = new Set(), ...others] = found.filter((records) => records.size);
    const records = [...first].filter((record) => others.every((other) => other.has(record)));
    return { records: records.sort((a, b) => a - b), searched, left };
  }

  /** Return the asks in which a word begins so; the part of its first two letters knows. */
  async asksWithWord(begin) {
    const part = /^[a-z0-9]{2}/.test(begin) ? begin.slice(0, 2) : "other";
    const { words: parts } = await this.file("facets");
    const known = parts.includes(part) ? await this.file(`words-${part}`) : {};
    const found = new Set();
    for (const [word, steps] of Object.entries(known)) {
      if (!word.startsWith(begin)) continue;
      let record = 0;
      for (const step of steps) found.add(record += step);
    }
    return found;
  }

  /** Return these records as a file: rows of the published table, or items of the published JSON. */
  async download(records, table, format) {
    const ids = await this.file("ids");
    const wanted = new Set(records.map((record) => ids[record]));
    if (format === "json") {
      const all = await this.load(`api/v1/${table}.json`);
      const items = all.items.filter((item) => wanted.has(item.id));
      return `${JSON.stringify({ ...all, total: items.length, items }, null, 1)}\n`;
    }
    const text = await this.load(`data/${table}.csv`, (response) => response.text());
    // A row ends at a line break outside quotation marks; its first cell is the id.
    const [head, ...rows] = text.match(/(?:"[^"]*"|[^"\r\n])+/g);
    return [head, ...rows.filter((row) => wanted.has(row.split(",", 1)[0])), ""].join("\r\n");
  }
}
