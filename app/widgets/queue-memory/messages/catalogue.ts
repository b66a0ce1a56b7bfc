// Tells the compiler which messages this room has.
import type messages from './en.json';

declare module '../../../i18n/catalogues.ts' {
  interface Catalogues {
    queueMemory: typeof messages;
  }
}
