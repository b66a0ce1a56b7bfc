// Gives the interface its words and its number formats. One language so far; a second one is a second file in each `messages` folder.
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { allMessages } from './catalogues.ts';

export const LOCALE = 'en';

// A missing word is our mistake: a test must fail on it, a learner still gets the page, with the key in the word's place.
function failInTests(error: Error): void {
  if (import.meta.env.MODE === 'test') throw error;
}

export function Translations({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale={LOCALE} messages={allMessages} timeZone="UTC" onError={failInTests}>
      {children}
    </IntlProvider>
  );
}
