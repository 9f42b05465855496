/** What a plan takes and gives: things to lay out, canvases to print, and what there will be at the end. */

import { held } from "./plan_model.js";

/** Return how many a plan needs of what is counted by person, team or room. */
const times = (plan, per) => ({ person: plan.people, team: plan.teams, room: 1 })[per];

/** Return things once each, in order of first use: of what several blocks use, the most that one of them needs. */
export function suppliesOf(plan) {
  const found = new Map();
  for (const block of held(plan)) {
    for (const { item, count, per } of block.of?.supplies ?? []) {
      const known = found.get(`${per} ${item}`);
      if (known) {
        known.count = Math.max(known.count, count);
        known.blocks.push(block.title);
      } else found.set(`${per} ${item}`, { item, count, per, blocks: [block.title] });
    }
  }
  return [...found.values()].map((supply) => ({ ...supply, number: supply.count * times(plan, supply.per) }));
}

/** Return the canvases of the blocks that are held, each once, with how many to print. */
export function canvasesOf(plan, tool) {
  const found = new Map();
  for (const block of held(plan)) {
    for (const id of block.of?.canvases ?? []) {
      if (!found.has(id)) found.set(id, { ...tool.canvases[id], blocks: [] });
      found.get(id).blocks.push(block.title);
    }
  }
  return [...found.values()].map((canvas) => ({ ...canvas, number: canvas.count * times(plan, canvas.per) }));
}

/** Return what the method promises and a block makes: `there`, and `lost` with this plan. */
export function outcomesOf(plan, tool) {
  const made = new Set(held(plan).flatMap((block) => block.of?.produces ?? []));
  const promised = Object.values(tool.steps).flatMap((step) => step.produces).filter((id) => tool.produces.includes(id));
  const name = (ids) => [...new Set(ids)].map((id) => tool.artefacts[id]);
  return { there: name(promised.filter((id) => made.has(id))), lost: name(promised.filter((id) => !made.has(id))) };
}
