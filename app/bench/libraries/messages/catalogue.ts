// Makes the keys of this room's messages known to the compiler.
import type messages from './en.json';

declare module '../../../i18n/catalogues.ts' {
  interface Catalogues {
    libraries: typeof messages;
  }
}
