// What is told about a key of mosquitto.conf. Names and values are claims: the tests put each of them to the broker. [mosquitto.conf(5), Mosquitto 2.0.21]

/** Where a key is found in the list. */
export type ConfGroup = 'door' | 'time' | 'queue' | 'delivery' | 'disk' | 'reports';

export interface ConfMistake {
  /** The line as it is often written. */
  readonly line: string;
  /** `refused`: the broker does not start. `silent`: it starts, without a word about it, and does what `means` says. */
  readonly outcome: 'refused' | 'silent';
  /** The line that does the same; for `silent` alone. Empty: as if the line were not there. */
  readonly means?: string;
  readonly why: string;
}

export interface ConfKey {
  readonly name: string;
  readonly group: ConfGroup;
  /** How its value is written. `listed`: one of a few words. */
  readonly value: 'number' | 'truth' | 'text' | 'duration' | 'listed';
  /** What it does. */
  readonly meaning: string;
  /** Range and unit. */
  readonly range: string;
  /** What holds where the key is not there, in words. */
  readonly standard: string;
  /** The same, as a value of the key; `null` where there is none to write. */
  readonly standardValue: string | null;
  /** What it does to sessions and to what waits in them. */
  readonly sessions: string;
  /** The lab that shows it, by its address; `null`: none by itself. */
  readonly lab: string | null;
  /** The line that is offered. */
  readonly example: string;
  readonly mistakes: readonly ConfMistake[];
}

/** A word that is often tried as a key and is none. */
export interface NoKey {
  readonly name: string;
  /** What it is, and where it belongs. */
  readonly instead: string;
  /** The key that does what is meant, or something like it. */
  readonly use: string | null;
}
