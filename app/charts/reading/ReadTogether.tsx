// Charts over the same axis that are read at the same place.
import { type ReactNode, useState } from 'react';
import { SharedReadingContext, startReading } from './sharedReading.ts';

export function ReadTogether({ children }: { readonly children: ReactNode }) {
  const [reading] = useState(startReading);
  return <SharedReadingContext value={reading}>{children}</SharedReadingContext>;
}
