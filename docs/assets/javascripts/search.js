/** The search itself: from a query to hits with the sections in which its words stand. */

import { corrected } from "./spelling.js";
import { address, root, words } from "./text.js";

/** How much a match in the title or in the hidden search words counts beside the text. */
const RANKING = { metaWeights: { title: 8, also: 6 } };

const SECTIONS = 3;
const EXCERPT = 22;

let engine;

/** Load Pagefind, once. */
export function pagefind() {
  engine ??= (async () => {
    const module = await import(address("pagefind/pagefind.js"));
    await module.options({ baseUrl: root.pathname, ranking: RANKING });
    await module.init();
    return module;
  })();
  return engine;
}

/**
 * Search for `query`, among the pages that `filters` let through: `{area: "Crafts", ...}`.
 *
 * Returns `searched`, the words that were searched for (a slip is mended; a word without which there
 * are hits is left out), `left`, that word, `total`, `filters` with their counts, and `load(count)`,
 * which gives the first hits.
 */
export async function search(query, filters = {}) {
  const finder = await pagefind();
  const asked = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const mended = await corrected(query);
  const whole = await finder.search(mended, { filters: asked });
  const best = whole.results.length ? { found: whole, searched: mended } : await withoutOne(finder, mended, asked);
  const { found, searched, left } = best ?? { found: whole, searched: mended };
  return {
    query, searched, left,
    total: found.results.length,
    filters: found.filters,
    load: async (count) => {
      const pages = await Promise.all(found.results.slice(0, count).map((result) => result.data()));
      return pages.map((page) => hit(page, words(searched)));
    },
  };
}

/** Leave out the word without which there are most hits; nothing if there are none even so. */
async function withoutOne(finder, query, filters) {
  const parts = query.trim().split(/\s+/);
  let best;
  for (const left of parts.length > 1 && parts.length < 8 ? parts : []) {
    const searched = parts.filter((part) => part !== left).join(" ");
    const found = await finder.search(searched, { filters });
    if (found.results.length > (best?.found.results.length ?? 0)) best = { found, searched, left };
  }
  return best;
}

/** Make a hit of one page as Pagefind gives it. */
function hit(page, asked) {
  const text = page.content.split(/\s+/);
  const marked = new Set(page.locations.filter((place) => asked.some((word) => alike(word, text[place]))));
  const parts = sections(page, text, marked);
  const { kind, country, year } = page.filters;
  return {
    title: page.meta.title,
    url: page.url,
    about: [kind, country, year].flat().filter(Boolean).join(" · "),
    // Pagefind also offers words that only begin like the asked one; they are no match.
    matched: marked.size > 0 || asked.some((word) => words(Object.values(page.meta).join(" ")).some((own) => own.startsWith(word))),
    sections: parts.slice(0, SECTIONS),
    excerpt: parts.length ? undefined : excerpt(text, page.weighted_locations, marked, 0, text.length),
  };
}

/** Whether a word of the text is the one that was asked for, or another form of it. */
function alike(asked, word = "") {
  return words(word).some((own) => {
    if (own.startsWith(asked)) return true;
    const common = Math.max(4, asked.length - 3);
    return asked.length >= 4 && own.slice(0, common) === asked.slice(0, common);
  });
}

/** Gather the places of the words by the section that they stand in, the weightiest first. */
function sections(page, text, marked) {
  const anchors = page.anchors.filter(({ id }) => id !== "content").sort((a, b) => a.location - b.location);
  const gathered = new Map();
  for (const place of page.weighted_locations) {
    const index = anchors.findLastIndex(({ location }) => location <= place.location);
    if (index < 0 || !marked.has(place.location)) continue;
    const part = gathered.get(index) ?? { places: [], weight: 0 };
    part.places.push(place);
    part.weight += place.balanced_score;
    gathered.set(index, part);
  }
  return [...gathered].sort(([, a], [, b]) => b.weight - a.weight).map(([index, { places }]) => {
    const begin = anchors[index].location;
    const end = anchors[index + 1]?.location ?? text.length;
    const named = anchors[index].text.trim().split(/\s+/).filter(Boolean);
    const name = firstSentence(named.length ? named : text.slice(begin, end));
    const after = begin + (/^h\d$/.test(anchors[index].element) ? named.length : 0); // not the heading again
    return {
      title: name,
      url: `${page.url}#${anchors[index].id}`,
      excerpt: excerpt(text, places, marked, Math.min(after, end), end),
    };
  });
}

/** Name a section by its heading or, where it has none, by how it begins. */
function firstSentence(text) {
  const end = text.findIndex((word) => /[.?!:]$/.test(word)) + 1 || text.length;
  return end <= 14 ? text.slice(0, end).join(" ").replace(/[.:]$/, "") : `${text.slice(0, 11).join(" ")} …`;
}

/** Return the stretch of text with most of the words, as pairs of a piece and whether it is marked. */
function excerpt(text, places, marked, Math.min(after, end), end) {
  const length = Math.min(EXCERPT, end - begin);
  const weight = (start) => places.reduce((sum, { location, balanced_score: score }) =>
    sum + (location >= start && location < start + length ? score : 0), 0);
  const starts = places.map(({ location }) => Math.max(begin, Math.min(location - 5, end - length)));
  const start = starts.reduce((best, other) => (weight(other) > weight(best) ? other : best), starts[0] ?? begin);
  const pieces = text.slice(start, start + length).map((word, index) => [word, marked.has(start + index)]);
  return [...(start > begin ? [["…", false]] : []), ...pieces, ...(start + length < end ? [["…", false]] : [])];
}
