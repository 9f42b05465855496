/** A plan to take along: a table (RFC 4180) and a calendar (RFC 5545). */

import { clock, dateInWords, daysAfter, duration } from "./plan_model.js";
import { plural } from "./text.js";

const COLUMNS = ["session", "date", "start", "end", "minutes", "block", "who_leads", "result"];
const FORMULA = /^[=+\-@\t\r]/; // a spreadsheet would run a cell that begins so
const AT_MOST = 75; // octets in a line of a calendar
const DAY = 24 * 60; // minutes
const bytes = new TextEncoder();

const cell = (value) => {
  const text = FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Return the run sheet as a table, a row for each block that is held. */
export function tableOf(plan) {
  const rows = plan.sessions.flatMap((session) => session.blocks.filter((block) => !block.dropped).map((block) => [
    session.title, session.date ?? "", clock(block.begins), clock(block.begins + block.minutes),
    block.minutes, block.title, block.of?.led_by ?? "", block.result ?? "",
  ]));
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Return a text as a value of a calendar. */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n").replace(/[\u0000-\u001f\u007f]/g, "");

/** Cut a line into lines of at most 75 octets, of which all but the first begin with a space. */
function folded(line) {
  const lines = [""];
  let room = AT_MOST;
  for (const letter of line) {
    const size = bytes.encode(letter).length;
    if (size > room) {
      lines.push("");
      room = AT_MOST - 1;
    }
    lines[lines.length - 1] += letter;
    room -= size;
  }
  return lines.join("\r\n ");
}

/** A short number that differs where the texts differ (FNV-1a): a plan that was changed keeps its name. */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const byte of bytes.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** A moment on the clock of the place, whichever that is: the day of `date` has its minute 0 at midnight. */
const moment = (date, minute) =>
  `${daysAfter(date, Math.floor(minute / DAY))}T${clock(minute)}00`.replace(/[-:]/g, "");

/**
 * Return the plan as a calendar with an event for each session, whose description holds the blocks.
 *
 * A plan with other minutes or people replaces the one that a calendar holds: its events are named by
 * method, format, session and first day alone. Every session must have its date. There is no clock in it: the stamp is the day of the first session.
 */
export function calendarOf(plan, tool, address) {
  const { hostname } = new URL(address);
  const name = fingerprint([tool.title, plan.format.id, plan.sessions[0].date].join("\n"));
  const stamp = `${plan.sessions[0].date.replaceAll("-", "")}T000000Z`;
  const events = plan.sessions.flatMap((session, index) => [
    "BEGIN:VEVENT",
    `UID:${name}-${index + 1}@${hostname}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${moment(session.date, session.start)}`,
    `DTEND:${moment(session.date, session.end)}`,
    `SUMMARY:${escaped(`${tool.title}: ${session.title}`)}`,
    `DESCRIPTION:${escaped(described(session, plan, address))}`,
    `URL:${address}`,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//casebank//Session planner//EN", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function described(session, plan, address) {
  const blocks = session.blocks.filter((block) => !block.dropped).map((block) =>
    `${clock(block.begins)} ${block.title} (${duration(block.minutes)}${block.of?.led_by ? `, ${block.of.led_by}` : ""})`);
  const people = `${plural(plan.people, "person", "people")} in ${plural(plan.teams, "team")}`;
  return [`${dateInWords(session.date)}, ${people}`, "", ...blocks, `${clock(session.end)} End`, "", `The plan: ${address}`].join("\n");
}
