// The message catalogues of all rooms, put together at build time. A room's strings stand in its own `messages/en.json`, in ICU MessageFormat;
// the namespace is the room's folder in camelCase (`app/widgets/qos-delivery` is `qosDelivery`). Beside it, `messages/catalogue.ts` makes the keys
// known to the compiler:
//   import type messages from './en.json';
//   declare module '../../i18n/catalogues.ts' { interface Catalogues { bench: typeof messages } }
import type { MessageKeys, NestedKeyOf } from 'use-intl/core';
import type appMessages from '../messages/en.json';

/** Namespace to messages; each room adds its own. */
export interface Catalogues {
  app: typeof appMessages;
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: Catalogues;
  }
}

/** Full path of one message, such as `app.home.title`. */
export type MessageKey = MessageKeys<Catalogues, NestedKeyOf<Catalogues>>;

/** `../widgets/qos-delivery/messages/en.json` belongs to `qosDelivery`. */
export function namespaceOf(path: string): string {
  const folders = path.split('/');
  const room = folders[folders.length - 3];
  if (room === undefined) throw new Error(`Message catalogue outside a room: ${path}`);
  const name = room === '..' ? 'app' : room;
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const files = import.meta.glob<object>('../**/messages/en.json', { eager: true, import: 'default' });

function collect(): Catalogues {
  const entries = Object.entries(files).map(([path, messages]) => [namespaceOf(path), messages] as const);
  const names = entries.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two rooms share the message namespace ${twice}`);
  return Object.fromEntries(entries) as unknown as Catalogues;
}

/** All English messages by namespace. */
export const allMessages: Catalogues = collect();
