// What the broker tells about itself.
import type { ConfKey } from './key.ts';

export const REPORT_KEYS: readonly ConfKey[] = [
  {
    name: 'log_type',
    group: 'reports',
    value: 'listed',
    meaning: 'Which lines the broker logs. One kind a line; the key may be there several times.',
    range: 'error, warning, notice, information, debug, subscribe, unsubscribe, websockets, all, none.',
    standard: 'error, warning, notice and information.',
    standardValue: null,
    sessions: 'With all, the log tells of each packet: what was sent, queued, dropped.',
    lab: null,
    example: 'log_type all',
    mistakes: [
      { line: 'log_type loud', outcome: 'refused', why: 'There is no such kind.' },
      { line: 'log_type none debug', outcome: 'silent', means: 'log_type none', why: 'Only the first word is read.' },
    ],
  },
  {
    name: 'connection_messages',
    group: 'reports',
    value: 'truth',
    meaning: 'Logs when clients connect and go.',
    range: 'true or false.',
    standard: 'true.',
    standardValue: 'true',
    sessions: 'With false the log is silent about who took whose place.',
    lab: null,
    example: 'connection_messages false',
    mistakes: [{ line: 'connection_messages none', outcome: 'refused', why: 'The words are true and false.' }],
  },
  {
    name: 'sys_interval',
    group: 'reports',
    value: 'number',
    meaning: 'How often the broker publishes its own counters under $SYS.',
    range: '0 to 65,535 seconds. 0: never.',
    standard: '10 seconds.',
    standardValue: '10',
    sessions: 'The counters tell how many clients are away and how many messages were dropped.',
    lab: null,
    example: 'sys_interval 1',
    mistakes: [
      { line: 'sys_interval -1', outcome: 'refused', why: 'For “never” take 0.' },
      { line: 'sys_interval 1m', outcome: 'silent', means: 'sys_interval 1', why: 'There are no units: one second.' },
    ],
  },
];
