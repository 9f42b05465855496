/** Facets without a page: which records a choice leaves, and what each further click would give. */

const NONE = [];
const list = (of) => (typeof of === "number" ? [of] : of ?? NONE);

/** The facets of a collection, as facets.json has them: `{total, facets: {id: {values, of}}}`. */
export class Facets {
  constructor({ total, facets }) {
    this.total = total;
    this.names = Object.keys(facets);
    this.values = Object.fromEntries(this.names.map((name) => [name, facets[name].values]));
    this.of = Object.fromEntries(this.names.map((name) => [name, facets[name].of.map(list)]));
  }

  /**
   * Return what is left: `records`, the places of the records that have, in each facet with a choice,
   * one of its chosen values; and `counts`, by facet and place of a value, of the records that there
   * would be if that value were chosen beside what other facets ask for.
   *
   * `chosen` is `{theme: Set of ids}`; `within`, if given, is the set of places that words have left.
   */
  narrow(chosen, within) {
    const asked = this.names.filter((name) => chosen[name]?.size);
    const places = asked.map((name) => new Set([...chosen[name]].map((id) => this.values[name].indexOf(id))));
    const records = [];
    const counts = Object.fromEntries(this.names.map((name) => [name, new Uint32Array(this.values[name].length)]));
    for (let record = 0; record < this.total; record++) {
      if (within && !within.has(record)) continue;
      // A record that fails one facet alone still counts there: choosing its value would bring it.
      let failed = -1;
      let fails = 0;
      for (let index = 0; index < asked.length && fails < 2; index++) {
        if (this.of[asked[index]][record].some((place) => places[index].has(place))) continue;
        failed = index;
        fails++;
      }
      if (fails === 0) {
        records.push(record);
        for (const name of this.names) for (const place of this.of[name][record]) counts[name][place]++;
      } else if (fails === 1) {
        const name = asked[failed];
        for (const place of this.of[name][record]) counts[name][place]++;
      }
    }
    return { records, counts };
  }

  /** Count the records of each value of a facet among `records`. */
  among(records, name) {
    const counts = new Map();
    for (const record of records) {
      for (const place of this.of[name][record]) {
        const id = this.values[name][place];
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    return counts;
  }
}
