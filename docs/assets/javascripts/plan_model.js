/** The session planner without a page: what a reader chose, as the address has it, and the plan that follows. */

import { plural } from "./text.js";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const DAY = 86_400_000; // milliseconds
const two = (number) => String(number).padStart(2, "0");

/** Return the clock time of a minute of the day, past midnight if need be. */
export const clock = (minute) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** Return the minute of the day of a clock time. */
export const minuteOf = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Return minutes in words, as the pages do: "45 minutes", "2 hours", "6 hours 30". */
export function duration(minutes) {
  const hours = Math.floor(minutes / 60);
  if (!hours) return plural(minutes, "minute");
  return plural(hours, "hour") + (minutes % 60 ? ` ${two(minutes % 60)}` : "");
}

/** Return the date some days after another; both as 2027-03-04. */
export const daysAfter = (date, days) => new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

const inWords = (date, parts) => new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" }).format(new Date(`${date}T00:00Z`));

/** Return a date in words, such as "Thursday 4 March 2027"; browsers differ in the comma after the day. */
export const dateInWords = (date) =>
  `${inWords(date, { weekday: "long" })} ${inWords(date, { day: "numeric", month: "long", year: "numeric" })}`;

/** Return a whole number from 1 to `most`, or nothing. */
export function whole(text, most) {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

/** Return a clock time as it is, or nothing. */
export const time = (text) => (CLOCK.test(text) ? text : undefined);

/** Return a date that the calendar has, or nothing. */
export function date(text) {
  const known = /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));
  return known && daysAfter(text, 0) === text ? text : undefined;
}

/** The name in the address of what each session has: `start`, `start2`. */
const numbered = (name, index) => (index ? name + (index + 1) : name);

const formatOf = (tool, id) => tool.formats.find((format) => format.id === id);
const blocksOf = (format) => format.sessions.flatMap((session) => session.blocks);

/**
 * Return the choice that an address holds, and `ignored`: the names of what it holds in vain.
 *
 * A choice has only what differs from the usual: `{format, starts, dates, people, teams, minutes,
 * without}`, with lists by session and `minutes` by key of block.
 */
export function read(query, tool) {
  const asked = new URLSearchParams(query);
  const ignored = [];
  const take = (name, accepted) => {
    const text = asked.get(name);
    const value = text === null ? undefined : accepted(text);
    if (text !== null && value === undefined) ignored.push(name);
    return value;
  };
  const format = take("format", (id) => formatOf(tool, id)) ?? tool.formats[0];
  const keys = new Set(blocksOf(format).map((block) => block.key));
  const choice = {
    format: format.id,
    starts: format.sessions.map((_, index) => take(numbered("start", index), time)),
    dates: format.sessions.map((_, index) => take(numbered("date", index), date)),
    people: take("people", (text) => whole(text, tool.most.people)),
    teams: take("teams", (text) => whole(text, tool.most.teams)),
    minutes: {},
    without: new Set(),
  };
  for (const part of asked.get("minutes")?.split(",") ?? []) {
    const [key, number] = part.split(":");
    const minutes = whole(number ?? "", tool.most.minutes);
    if (keys.has(key) && minutes) choice.minutes[key] = minutes;
    else ignored.push("minutes");
  }
  for (const key of asked.get("without")?.split(",") ?? []) {
    if (keys.has(key)) choice.without.add(key);
    else ignored.push("without");
  }
  return { choice, ignored: [...new Set(ignored)] };
}

/** Return the address of a choice: the part after the question mark, always in the same order. */
export function write(choice, tool) {
  const format = formatOf(tool, choice.format);
  const parts = [];
  const put = (name, value, usual) => { if (value !== undefined && value !== usual) parts.push(`${name}=${value}`); };
  put("format", choice.format, tool.formats[0].id);
  format.sessions.forEach((session, index) => put(numbered("start", index), choice.starts[index], session.start));
  format.sessions.forEach((session, index) => put(numbered("date", index), choice.dates[index], index ? advised(choice, session) : ""));
  put("people", choice.people, tool.usual.people);
  put("teams", choice.teams, tool.usual.teams);
  const blocks = blocksOf(format);
  const changed = blocks.filter(({ key, minutes }) => (choice.minutes[key] ?? minutes) !== minutes);
  put("minutes", changed.map(({ key }) => `${key}:${choice.minutes[key]}`).join(","), "");
  put("without", blocks.filter(({ key }) => choice.without.has(key)).map(({ key }) => key).join(","), "");
  return parts.join("&"); // keys, numbers and dates: nothing in them needs escaping
}

/** Return the choice with another format: what concerns single blocks and later sessions is left behind. */
export const inFormat = (choice, format) =>
  ({ ...choice, format, starts: choice.starts.slice(0, 1), dates: choice.dates.slice(0, 1), minutes: {}, without: new Set() });

/** The date that we advise for a later session, once the first has one. */
const advised = (choice, session) => choice.dates[0] && daysAfter(choice.dates[0], session.days_later);

/** Return the plan of a choice: sessions with dates, and blocks with the minutes of the day at which they begin. */
export function planOf(choice, tool) {
  const format = formatOf(tool, choice.format);
  const sessions = format.sessions.map((session, index) => {
    const start = minuteOf(choice.starts[index] ?? session.start);
    let end = start;
    const blocks = session.blocks.map((block) => {
      const dropped = choice.without.has(block.key);
      const minutes = choice.minutes[block.key] ?? block.minutes;
      const begins = end;
      if (!dropped) end += minutes;
      return { ...block, of: tool.steps[block.step], minutes, dropped, begins };
    });
    const day = choice.dates[index] ?? (index ? advised(choice, session) : undefined);
    return { title: session.title, date: day, start, end, minutes: end - start, blocks };
  });
  const people = choice.people ?? tool.usual.people;
  const teams = choice.teams ?? tool.usual.teams;
  return {
    format, sessions, people, teams,
    minutes: sessions.reduce((sum, session) => sum + session.minutes, 0),
    usual: blocksOf(format).reduce((sum, block) => sum + block.minutes, 0),
    smallest: Math.floor(people / teams), // of the teams
    largest: Math.ceil(people / teams),
  };
}

/** Return the blocks of a plan that are held, in order. */
export const held = (plan) => plan.sessions.flatMap((session) => session.blocks).filter((block) => !block.dropped);
