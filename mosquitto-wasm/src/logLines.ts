// Log lines as the port gives them (port/log.c): level and length of the time stamp in one number, then the line.

import type { LogLevel, LogLine } from './api.js';
import { EVENT, type Memory, type PortExports } from './memory.js';

const LEVELS: Readonly<Record<number, LogLevel>> = {
  1: 'information',
  2: 'notice',
  4: 'warning',
  8: 'error',
  16: 'debug',
  32: 'subscribe',
  64: 'unsubscribe',
  128: 'websockets',
};

/** The event last read, which must be a log line. */
export function readLogLine(memory: Memory, atMs: number): LogLine {
  const { number } = memory;
  return { level: LEVELS[number & 0xffff] ?? 'internal', text: memory.eventText(number >>> 16), atMs };
}

/** All lines in the list of events. */
export function readLogLines(call: PortExports, memory: Memory, atMs: number): LogLine[] {
  const lines: LogLine[] = [];
  const end = call.events_length();
  for (let offset = 0; offset < end; ) {
    offset = memory.readEvent(offset);
    if (memory.kind === EVENT.log) lines.push(readLogLine(memory, atMs));
  }
  return lines;
}
