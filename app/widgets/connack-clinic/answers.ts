// The answers that a learner can expect of the broker: codes of the version, or none.
import { type DoorstepFinding, type ProtocolVersion, reasonName } from '#simulations';

export const NO_CONNACK = 'none';
export type Answer = number | typeof NO_CONNACK;

/** 3.1.1: all there are. 5.0: those that the clinic's cases give, and two that one would expect. */
const OFFERED: Readonly<Record<ProtocolVersion, readonly number[]>> = {
  '3.1.1': [0x00, 0x01, 0x02, 0x03, 0x04, 0x05],
  '5.0': [0x00, 0x80, 0x85, 0x86, 0x87, 0x8c, 0x95, 0x9a, 0x9b],
};

export function answersOf(version: ProtocolVersion): readonly Answer[] {
  return [...OFFERED[version], NO_CONNACK];
}

export function answerOf({ code }: DoorstepFinding): Answer {
  return code ?? NO_CONNACK;
}

export function codeName(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The standard's name without the words that all of them share. */
export function meaningOf(version: ProtocolVersion, code: number): string {
  return (reasonName(version, 'CONNACK', code) ?? '').replace(/^Connection Refused, /, '');
}
