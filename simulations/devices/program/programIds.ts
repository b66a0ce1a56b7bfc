// The client id of a program, from one connection to the next: fixed, made from the MAC address, drawn at each start or for each connection, or left to library and broker.
import type { RandomStream } from '../../engine/random.ts';
import type { ProgramScenario } from '../../program.ts';
import type { ClientHabits } from '../clients/habits.ts';
import { clientIdOfMac } from '../identity.ts';

export class ProgramIds {
  readonly #program: ProgramScenario;
  readonly #habits: ClientHabits;
  readonly #chance: RandomStream;
  #ofThisStart: string | null = null;

  constructor(program: ProgramScenario, habits: ClientHabits, chance: RandomStream) {
    this.#program = program;
    this.#habits = habits;
    this.#chance = chance;
  }

  /** A new start remembers no id. */
  restart(): void {
    this.#ofThisStart = null;
  }

  /** For the next connection. */
  next(): string {
    const { clientId } = this.#program;
    if (clientId.from === 'random' && clientId.drawn === 'everyConnection') return this.#draw();
    this.#ofThisStart ??= this.#draw();
    return this.#ofThisStart;
  }

  /** The broker has chosen one. */
  assigned(clientId: string): void {
    if (this.#habits.clientId.keepsAssigned) this.#ofThisStart = clientId;
  }

  #draw(): string {
    const { clientId, runsOn } = this.#program;
    const macAddress = runsOn.hardware === 'esp32' ? runsOn.macAddress : null;
    switch (clientId.from) {
      case 'fixed':
        return clientId.text;
      case 'mac':
        return macAddress === null ? clientId.prefix : clientIdOfMac({ prefix: clientId.prefix, form: clientId.form, macAddress });
      case 'random':
        return clientId.prefix + hexDigits(clientId.hexDigits, this.#chance);
      case 'library':
        return this.#habits.clientId.make(this.#chance, macAddress);
    }
  }
}

function hexDigits(count: number, chance: RandomStream): string {
  return Array.from({ length: count }, () => Math.floor(chance.next() * 16).toString(16)).join('');
}
