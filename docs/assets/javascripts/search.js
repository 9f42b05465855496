/** The search itself: from a query to hits with the sections in which its words stand. */

import { Facets } from "./facets.js";
import { corrected } from "./spelling.js";
import { address, once, root, words } from "./text.js";

/** How much a match in the title or in the hidden search words counts beside the text. */
const RANKING = { termSimilarity: 9, metaWeights: { title: 8, also: 6, near: 1, about: 0 } };

/** Words that say nothing of what is looked for, unless they are all there is. */
const SMALL = new Set("a an and are at by do does for from how in is it of on or the to what where which who with au aux d de des du en et l la le les un une".split(" "));

const SECTIONS = 3;
const EXCERPT = 22;
const CHECKED = 10;

/** Pagefind, loaded at its first use. */
const pagefind = once(async () => {
  const module = await import(address("pagefind/pagefind.js"));
  await module.options({ baseUrl: root.pathname, ranking: RANKING });
  await module.init();
  return module;
});

/** By what pages can be narrowed down: `facets`, and `place`, of a page in them by its key. */
export const pageFacets = once(async () => {
  const response = await fetch(address("pagefind/pages.json"));
  const data = await response.json();
  return { facets: new Facets(data), place: new Map(data.keys.map((key, place) => [key, place])) };
});

/**
 * Search for `query`, among the pages that `filters` let through: `{area: "Crafts", ...}`.
 *
 * Returns `searched`, the words that were searched for (slips are mended); `left`, words that were left
 * out since no page has them, or none beside the others; `keys` of all pages found, whatever
 * the filters; `total`; and `load(count)`, which gives the first hits.
 */
export async function search(query, filters = {}) {
  const finder = await pagefind();
  const find = async (text) => narrowed(await finder.search(text), filters);
  const mended = await corrected(telling(query));
  const found = await find(mended);
  if (!found.results.length) return answer(query, ...await withoutOne(find, mended) ?? [mended, found, []]);

  // Pagefind takes the beginning of a word that it does not know; to a reader that is another word.
  const seen = new Set((await load(found, mended, CHECKED)).flatMap((one) => one.words));
  const [kept, left] = [(word) => words(word).some((part) => seen.has(part)), (word) => !kept(word)];
  const parts = mended.split(/\s+/);
  if (mended.includes('"') || !parts.some(kept) || !parts.some(left)) return answer(query, mended, found, []);
  const searched = parts.filter(kept).join(" ");
  return answer(query, searched, await find(searched), parts.filter(left));
}

/** Keep the results that have every chosen value. */
async function narrowed({ results }, filters) {
  const chosen = Object.entries(filters).filter(([, value]) => value);
  if (!chosen.length) return { results, all: results };
  const { facets, place } = await pageFacets();
  const within = new Set(results.map(({ id }) => place.get(id)));
  const { records } = facets.narrow(Object.fromEntries(chosen.map(([name, value]) => [name, new Set([value])])), within);
  const kept = new Set(records);
  return { results: results.filter(({ id }) => kept.has(place.get(id))), all: results };
}

const answer = (query, searched, found, left) => ({
  query, searched, left,
  keys: found.all.map(({ id }) => id),
  total: found.results.length,
  load: (count) => load(found, searched, count),
});

async function load(found, searched, count) {
  const pages = await Promise.all(found.results.slice(0, count).map((result) => result.data()));
  return pages.map((page) => hit(page, words(searched)));
}

/** Return `query` without small words, unless it has no others or is a phrase in quotation marks. */
export function telling(query) {
  if (query.includes('"')) return query;
  const kept = query.split(/[\s’']+/).filter((word) => word && !SMALL.has(word.toLowerCase()));
  return kept.length ? kept.join(" ") : query;
}

/** Leave out the word without which there are most hits; nothing if there are none even so. */
async function withoutOne(find, query) {
  const parts = query.split(/\s+/);
  let best;
  const phrase = query.includes('"');
  for (const left of parts.length > 1 && parts.length < 8 && !phrase ? parts : []) {
    const searched = parts.filter((part) => part !== left).join(" ");
    const found = await find(searched);
    if (found.results.length > (best?.[1].results.length ?? 0)) best = [searched, found, [left]];
  }
  return best;
}

/** Make a hit of one page as Pagefind gives it. */
function hit(page, asked) {
  const text = page.content.split(/\s+/);
  const marked = new Set(page.locations.filter((place) => asked.some((word) => alike(word, text[place]))));
  const parts = sections(page, text, marked, asked);
  const own = [...marked].flatMap((place) => words(text[place]));
  const named = words([page.meta.title, page.meta.also, page.meta.near].join(" "));
  return {
    title: page.meta.title,
    url: page.url,
    about: page.meta.about,
    words: asked.filter((word) => [...own, ...named].some((other) => alike(word, other))),
    sections: parts.slice(0, SECTIONS),
    excerpt: parts.length ? undefined : excerpt(text, page.weighted_locations, marked, 0, text.length),
  };
}

/** Whether a text has the word that was asked for, or another form of it. */
function alike(asked, text = "") {
  return words(text).some((own) => {
    if (own.startsWith(asked)) return true;
    const common = Math.max(4, asked.length - 3);
    return asked.length >= 4 && own.slice(0, common) === asked.slice(0, common);
  });
}

/** Gather the places of the words by the section that they stand in: most different words first. */
function sections(page, text, marked, asked) {
  const anchors = page.anchors.filter(({ id }) => id !== "content").sort((a, b) => a.location - b.location);
  const gathered = new Map();
  for (const place of page.weighted_locations) {
    const index = anchors.findLastIndex(({ location }) => location <= place.location);
    if (index < 0 || !marked.has(place.location)) continue;
    const part = gathered.get(index) ?? { places: [], weight: 0, different: new Set() };
    part.places.push(place);
    part.weight += place.balanced_score;
    part.different.add(asked.find((word) => alike(word, text[place.location])));
    gathered.set(index, part);
  }
  const best = (a, b) => b.different.size - a.different.size || b.weight - a.weight;
  return [...gathered].sort(([, a], [, b]) => best(a, b)).map(([index, { places }]) => {
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
function excerpt(text, places, marked, begin, end) {
  const length = Math.min(EXCERPT, end - begin);
  const weight = (start) => places.reduce((sum, { location, balanced_score: score }) =>
    sum + (location >= start && location < start + length ? score : 0), 0);
  const starts = places.map(({ location }) => Math.max(begin, Math.min(location - 5, end - length)));
  const start = starts.reduce((best, other) => (weight(other) > weight(best) ? other : best), starts[0] ?? begin);
  const pieces = text.slice(start, start + length).map((word, index) => [word, marked.has(start + index)]);
  return [...(start > begin ? [["…", false]] : []), ...pieces, ...(start + length < end ? [["…", false]] : [])];
}
