// Tells a sentence of the content with its numbers written in the reader's way.
import { useCallback } from 'react';
import { useFormatter } from 'use-intl';
import { type Sentence, tell } from '#content';

export function useSentence(): (sentence: Sentence) => string {
  const format = useFormatter();
  return useCallback(
    (sentence) =>
      tell(sentence, (value, decimals) => format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })),
    [format],
  );
}
