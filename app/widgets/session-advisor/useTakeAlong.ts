// What can be taken along from the session advisor: the advice in a sentence and as a table, lines for the broker, and a client in four languages.
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { brokerSettings, clientCode, clientPrograms, confText } from '#content';
import type { TakeAlongContent } from '../../calculator/TakeAlong.tsx';
import type { Reckoned } from './reckoning.ts';
import type { AdviceLine } from './useFigures.ts';

export function useTakeAlong(reckoned: Reckoned, headline: string, lines: readonly AdviceLine[]): TakeAlongContent {
  const t = useTranslations('sessionAdvisor.takeAlong');
  return useMemo(() => {
    const { advice, answers, amounts, version } = reckoned;
    const settings = brokerSettings(advice, amounts);
    const senders = advice.rules.find(({ aspect }) => aspect === 'senders')?.advice ?? '';
    const sentence = advice.senders === 'nothing' ? headline : `${headline} ${senders}`;
    return {
      name: 'session-advice',
      sentence,
      table: {
        columns: [
          { key: 'field', head: t('field') },
          { key: 'three', head: 'MQTT 3.1.1' },
          { key: 'five', head: 'MQTT 5.0' },
        ],
        rows: lines.map(({ head, three, five }) => [head, three, five]),
      },
      conf: settings.length === 0 ? null : confText(sentence, settings),
      programs: clientPrograms(clientCode(advice, answers, amounts, version, sentence)),
    };
  }, [reckoned, headline, lines, t]);
}
