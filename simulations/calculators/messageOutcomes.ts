// Every way in which one message can go from a device to the broker, with its probability: built from the exchanges of exchange.ts.
import type { QoS } from '../mqtt/packet.ts';
import { type ExchangeOutcome, exchangeOutcomes } from './exchange.ts';

export interface MessageOutcome {
  readonly probability: number;
  /** Copies that the broker passes on. */
  readonly copies: number;
  /** Packets put on the link: PUBLISH, PUBREL, and the broker's answers. */
  readonly publishes: number;
  readonly releases: number;
  readonly answers: number;
  /** How often the device waited a whole resend time in vain, and how many round trips answered it. */
  readonly timeouts: number;
  readonly roundTrips: number;
}

/** Rarer ways than this are left out: all of them together weigh less than 1e-10. */
const RAREST = 1e-15;

export function messageOutcomes(qos: QoS, lossRatio: number, attempts: number): MessageOutcome[] {
  if (qos === 0) {
    const one = { publishes: 1, releases: 0, answers: 0, timeouts: 0, roundTrips: 0 };
    return [
      { ...one, probability: 1 - lossRatio, copies: 1 },
      { ...one, probability: lossRatio, copies: 0 },
    ];
  }
  const exchange = exchangeOutcomes(lossRatio, attempts);
  if (qos === 1)
    return exchange.map((outcome) => ({ ...phase(outcome), copies: outcome.arrived, publishes: outcome.attempts, releases: 0 }));
  // QoS 2: PUBLISH until PUBREC, then PUBREL until PUBCOMP. The broker keeps the message once and passes it on with the first PUBREL.
  return exchange.flatMap((first): MessageOutcome[] => {
    if (!first.answered) return [{ ...phase(first), copies: 0, publishes: first.attempts, releases: 0 }];
    return exchange.filter((second) => first.probability * second.probability > RAREST).map((second) => inTurn(first, second));
  });
}

function inTurn(first: ExchangeOutcome, second: ExchangeOutcome): MessageOutcome {
  const a = phase(first);
  const b = phase(second);
  return {
    probability: a.probability * b.probability,
    copies: Math.min(1, second.arrived),
    publishes: first.attempts,
    releases: second.attempts,
    answers: a.answers + b.answers,
    timeouts: a.timeouts + b.timeouts,
    roundTrips: a.roundTrips + b.roundTrips,
  };
}

function phase({
  probability,
  attempts,
  arrived,
  answered,
}: ExchangeOutcome): Pick<MessageOutcome, 'probability' | 'answers' | 'timeouts' | 'roundTrips'> {
  return { probability, answers: arrived, timeouts: answered ? attempts - 1 : attempts, roundTrips: answered ? 1 : 0 };
}
