/** Why a plan may not work: each warning says what is wrong and what would mend it. */

import { clock, duration, held } from "./plan_model.js";
import { plural } from "./text.js";

const WITHOUT_PAUSE = 120; // minutes that people can work on end
const MIDNIGHT = 24 * 60;

const quoted = (text) => `“${text}”`;

/** Return the warnings of a plan: `{text, remedy}`, and for a single block its `key` and the fault in `brief`. */
export function warningsOf(plan, tool) {
  return [
    ...plan.sessions.flatMap((session) => [...tooShort(session), ...tooLong(session, plan), ...withoutPause(session, plan)]),
    ...missing(plan, tool), ...outOfOrder(plan), ...wrongSizes(plan, tool),
  ];
}

function* tooShort(session) {
  for (const { key, title, of, minutes, dropped } of session.blocks) {
    if (dropped || !of?.at_least || minutes >= of.at_least) continue;
    yield {
      key,
      brief: `Too short: at least ${plural(of.at_least, "minute")}`,
      text: `${quoted(title)} has ${plural(minutes, "minute")}, and needs at least ${of.at_least}.`,
      remedy: "Lengthen it, or drop it.",
    };
  }
}

function* tooLong(session, plan) {
  const name = plan.sessions.length > 1 ? quoted(session.title) : "The workshop";
  if (!session.minutes) yield { text: `${name} has no block left.`, remedy: "Put one back." };
  if (session.end > MIDNIGHT) {
    yield { text: `${name} ends at ${clock(session.end)}, after midnight.`, remedy: "Begin earlier, or shorten blocks." };
  }
}

function* withoutPause(session, plan) {
  const from = plan.sessions.length > 1 ? `${quoted(session.title)}: from` : "From";
  let since = session.start;
  const ends = [...session.blocks.filter((block) => block.pause && !block.dropped).map(({ begins, minutes }) => [begins, minutes]), [session.end, 0]];
  for (const [begins, minutes] of ends) {
    if (begins - since > WITHOUT_PAUSE) {
      const dropped = session.blocks.find((block) => block.pause && block.dropped && block.begins > since && block.begins < begins);
      yield {
        text: `${from} ${clock(since)} to ${clock(begins)} there is no pause: ${duration(begins - since)}.`,
        remedy: dropped ? `Put ${quoted(dropped.title)} back.` : "Shorten blocks, or agree a short break in one of them.",
      };
    }
    since = begins + minutes;
  }
}

/** Blocks that need what neither lies ready nor has been made before them. */
function* missing(plan, tool) {
  const there = new Set(tool.needs);
  const all = plan.sessions.flatMap((session) => session.blocks);
  for (const block of held(plan)) {
    for (const artefact of block.of?.needs ?? []) {
      if (there.has(artefact)) continue;
      const name = quoted(tool.artefacts[artefact]);
      const maker = all.find((other) => other.dropped && other.of?.produces.includes(artefact));
      yield {
        key: block.key,
        brief: `Missing: ${tool.artefacts[artefact]}`,
        text: `${quoted(block.title)} needs ${name}, which no block before it leaves.`,
        remedy: maker ? `Put ${quoted(maker.title)} back, or drop this block too.` : "Bring it along from elsewhere, or drop this block.",
      };
    }
    for (const artefact of block.of?.produces ?? []) there.add(artefact);
  }
}

function* outOfOrder(plan) {
  for (const [index, session] of plan.sessions.entries()) {
    const before = plan.sessions[index - 1];
    if (!before?.date || !session.date) continue;
    const early = session.date < before.date || (session.date === before.date && session.start < before.end);
    if (early) yield { text: `${quoted(session.title)} begins before ${quoted(before.title)} has ended.`, remedy: "Choose a later date." };
  }
}

function* wrongSizes({ people, teams, smallest, largest }, { team, group }) {
  const advice = `Teams of ${team.at_least} to ${team.at_most} work best`;
  if (largest > team.at_most || smallest < team.at_least) {
    const fault = smallest < 1 ? "There are more teams than people." : largest > team.at_most ? `Teams of ${largest} are too large.` : `Teams of ${smallest} are too small.`;
    const [fewest, most] = [Math.ceil(people / team.at_most), Math.floor(people / team.at_least)];
    const number = fewest === most ? plural(most, "team") : `${fewest} ${most - fewest > 1 ? "to" : "or"} ${most} teams`;
    yield { text: fault, remedy: fewest > most ? `${advice}, and ${people} people do not divide so.` : `${advice}: make it ${number}.` };
  }
  if (group && (people < group.at_least || people > group.at_most)) {
    yield {
      text: `${plural(people, "person", "people")} ${people === 1 ? "is" : "are"} ${people < group.at_least ? "few" : "many"} for this method.`,
      remedy: `It is meant for ${group.at_least} to ${group.at_most}.`,
    };
  }
}
