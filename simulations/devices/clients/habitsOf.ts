// The habits of a client library by its name.
import type { ClientLibrary } from '../../program.ts';
import { espMqtt } from './espMqtt.ts';
import type { ClientHabits } from './habits.ts';
import { mosquittoSub } from './mosquittoSub.ts';
import { mqttJs } from './mqttJs.ts';
import { pahoPython } from './pahoPython.ts';
import { pubSubClient } from './pubSubClient.ts';

const HABITS: Readonly<Record<ClientLibrary, ClientHabits>> = { pubSubClient, espMqtt, pahoPython, mosquittoSub, mqttJs };

export function habitsOf(library: ClientLibrary): ClientHabits {
  return HABITS[library];
}
