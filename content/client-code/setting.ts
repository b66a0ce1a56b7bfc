// What a client program to take along is made from, the same for every language. Host, network and credentials stay placeholders; TLS, wills and errors beyond the connection are left out.
import type { ProtocolVersion, QoS } from '#simulations';

/** Where the program has its client id from. */
export type ClientIdCode =
  /** Prefix and twelve hex digits of the chip's own address; a computer takes its network card's. */
  | { readonly from: 'mac'; readonly prefix: string }
  | { readonly from: 'fixed'; readonly text: string }
  /**
   * Drawn at the first start and kept for ever after, since a new id at each start leaves an orphan session behind. `alphabet`: 2 to 64 different ASCII characters.
   * `keeps: false`: drawn anew at each start, for a client whose session ends with its connection.
   */
  | { readonly from: 'random'; readonly prefix: string; readonly alphabet: string; readonly characters: number; readonly keeps?: false };

/** The program has to keep an id that it has drawn. */
export function keepsId(clientId: ClientIdCode): boolean {
  return clientId.from === 'random' && clientId.keeps !== false;
}

export interface ClientCodeSetting {
  /** Stands in the head of the program: what was reckoned. */
  readonly purpose: string;
  readonly protocolVersion: ProtocolVersion;
  readonly clientId: ClientIdCode;
  /** Clean session in 3.1.1. */
  readonly cleanStart: boolean;
  /** 5.0. Seconds; `null`: not sent, the session ends with the connection. */
  readonly sessionExpirySeconds: number | null;
  /** Seconds, 0 to 65,535. */
  readonly keepAliveSeconds: number;
  /** `everyMs`: milliseconds from one message to the next, at least 10. */
  readonly publish: { readonly topicName: string; readonly payload: string; readonly qos: QoS; readonly everyMs: number } | null;
  readonly subscribe: { readonly topicFilter: string; readonly qos: QoS } | null;
}

export type ClientLanguage = 'arduino' | 'espIdf' | 'pahoPython' | 'mqttJs';

export interface ClientProgram {
  readonly language: ClientLanguage;
  readonly fileName: string;
  readonly text: string;
  /** What the library cannot do of what was asked, and what to know before use. */
  readonly remarks: readonly string[];
}

/** In quotes, for C, C++, Python and JavaScript alike. Control characters, which no topic or id should have, are left out: no escape means the same in all four. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return `"${text.replace(/[\u0000-\u001f\u007f]/g, '').replace(/["\\]/g, '\\$&')}"`;
}

const LONGEST_COMMENT = 96;

/** As comment lines, each behind `mark`, no longer than can be read. */
export function comment(mark: string, text: string): string[] {
  const lines = text.split(/\r?\n/).flatMap(folded);
  // A backslash at the end of a line would take the next line into the comment.
  return lines.map((line) => `${mark} ${line.replace(/\\+$/, '')}`.trimEnd());
}

function folded(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const line = lines[last] ?? '';
    if (line !== '' && line.length + word.length >= LONGEST_COMMENT) lines.push(word);
    else lines[last] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
