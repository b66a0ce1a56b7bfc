// Sections of the standard as text: `[v3.1.1 §2.2.2]` becomes `MQTT 3.1.1, 2.2.2`.
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

const CITATION = /^\[v(?<version>[\d.]+) §(?<section>[\d.]+)\]$/;

export function useCitation(): (citation: string) => string {
  const t = useTranslations('inspector');
  return useCallback(
    (citation) => {
      const { version, section } = CITATION.exec(citation)?.groups ?? {};
      return version === undefined || section === undefined ? citation : t('section', { version, section });
    },
    [t],
  );
}
