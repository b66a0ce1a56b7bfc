// What to beware of, beside the advice itself. Any number of them holds.
import type { RulePattern } from './rules.ts';

export interface Caution {
  readonly id: string;
  readonly when: readonly RulePattern[];
  readonly text: string;
}

const COMES_BACK = ['drops', 'sleeps', 'long'] as const;

export const CAUTIONS: readonly Caution[] = [
  {
    id: 'no-safety-bus',
    when: [{ session: ['kept'], receives: ['each'], late: ['dangerous'] }],
    text: 'MQTT is no safety bus. An emergency stop needs a wire of its own, and the machine must stop by itself when it hears nothing.',
  },
  {
    id: 'broker-forgets',
    when: [{ session: ['kept'], restart: ['mayForget'] }],
    text: 'A restart of the broker ends the session, unless its configuration says persistence true.',
  },
  {
    id: 'clean-start-not-written',
    when: [{ session: ['kept'], restart: ['mustKeep'] }],
    text: 'In 5.0 Mosquitto 2.0 does not write a session to disk that was opened with clean start 1, whatever expiry it asks for. So clean start is 0 from the first connection on.',
  },
  {
    id: 'quiet-on-disk',
    when: [{ session: ['kept'], restart: ['mustKeep'] }],
    text: 'In 5.0, if it may be connected for longer than the expiry with nothing happening, ask for more: after a crash of the broker the end counts from the last change that was written.',
  },
  {
    id: 'power-cut-of-the-sender',
    when: [{ session: ['kept'], sends: ['mustArrive'] }],
    text: 'The session saves a message that was under way. What the program wrote while it was offline is its own affair, and what its library holds in RAM is gone with the power.',
  },
  {
    id: 'must-arrive-and-leaves',
    when: [{ away: ['once'], sends: ['mustArrive'] }],
    text: 'It must stay until the last acknowledgement is there: nobody sends again what is unanswered when it leaves.',
  },
  {
    id: 'hears-while-there',
    when: [{ away: ['once'], receives: ['each'] }],
    text: 'It hears what is sent while it is there, and of what was sent before only retained messages.',
  },
  {
    id: 'newest-over-a-dying-link',
    when: [{ receives: ['newest'], away: COMES_BACK }],
    text: 'Between two connections it knows nothing. If it must know how old a value is, the sender has to write the time into it.',
  },
  {
    id: 'three-one-one-end',
    when: [{ session: ['kept'] }],
    text: 'In 3.1.1 a client cannot say how long its session is to be kept. persistent_client_expiration holds for all clients of the broker, so it must suit the one that is away the longest.',
  },
];
