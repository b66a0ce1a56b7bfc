// A few sentences on the finished run, made from its own figures: what in it is worth a second look.
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type DeviceFigures, type DeviceScenario, type ExpectedDelivery, IN_FLIGHT_LIMIT } from '#simulations';
import type { RunResult } from '#simulations/worker';
import { Sentences } from '../../lab/Sentences.tsx';

export interface WhatToNoticeProps {
  readonly result: RunResult | null;
  /** Of the result's scenario, one for each level. */
  readonly expected: readonly ExpectedDelivery[];
}

export function WhatToNotice({ result, expected }: WhatToNoticeProps) {
  const t = useTranslations('qosDelivery.notice');
  const format = useFormatter();
  const lossSentences = ([qos0, qos1]: readonly DeviceFigures[], nothingLost: boolean, { link }: DeviceScenario): ReactNode[] => {
    if (link.transport === 'tcp' && link.lossRatio > 0) return [t(nothingLost ? 'tcp' : 'tcpDied')];
    if (nothingLost || qos0 === undefined || qos1 === undefined) return [t('lossless')];
    return [t('qos0', { packetsLost: qos0.packetsLost }), t('qos1', { duplicates: qos1.duplicates })];
  };
  const sentences = (): ReactNode[] => {
    if (result === null) return [];
    const [qos0, qos1, qos2] = result.figures;
    const device = result.scenario.devices[0];
    if (qos0 === undefined || qos1 === undefined || qos2 === undefined || device === undefined) return [];
    const gaveUp = qos1.gaveUp + qos2.gaveUp;
    const { boot, associate, total } = qos2.energyMillijoules;
    const nothingLost = result.figures.every(({ packetsLost }) => packetsLost === 0);
    return [
      ...lossSentences(result.figures, nothingLost, device),
      t('qos2', { packets: qos2.packets, ratio: format.number(qos2.packets / qos0.packets, { maximumFractionDigits: 1 }) }),
      ...(gaveUp > 0 ? [t('gaveUp', { gaveUp, attempts: device.attempts })] : []),
      ...(expected.some(({ caveats }) => caveats.traffic === 'brokerCloses') ? [t('brokerCloses')] : []),
      ...(expected.some(({ caveats }) => caveats.time === 'inFlightLimit') ? [t('crowded', { limit: IN_FLIGHT_LIMIT })] : []),
      t('energy', { percent: format.number((boot + associate) / total, { style: 'percent' }) }),
    ];
  };
  return <Sentences title={t('title')} empty={t('empty')} sentences={sentences()} />;
}
