// What each of the two hops promises and what it costs for one message.
import { useTranslations } from 'use-intl';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './PairTable.module.css';
import { LevelName } from './PairTable.tsx';
import { type Hop, type Reckoning, withHeaders } from './reckoning.ts';
import { useFigures } from './useFigures.ts';

export function HopTable({ reckoned: { hops, own }, lossRatio }: { readonly reckoned: Reckoning; readonly lossRatio: number }) {
  const t = useTranslations('effectiveQosCalculator.hops');
  const { number, percent } = useFigures();
  const [first, second] = hops;
  const rowOf = (key: string, head: string, of: (hop: Hop) => React.ReactNode) => ({
    key,
    head,
    cells: { first: of(first), second: second === null ? t('never') : of(second) },
  });
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'first', head: t('first') },
          { key: 'second', head: t('second') },
        ]}
        rows={[
          rowOf('level', t('level'), ({ qos }) => <LevelName qos={qos} />),
          rowOf('promise', t('promise'), ({ qos }) => t(`promises.${qos}`)),
          rowOf('packets', t('packets'), ({ lossless }) => number(lossless.packets.mean)),
          rowOf('bytes', t('bytes'), ({ lossless }) => t('withHeaders', { bytes: lossless.bytes.mean, all: withHeaders(lossless) })),
          ...(lossRatio === 0
            ? []
            : [
                rowOf('lossyPackets', t('lossyPackets', { loss: percent(lossRatio) }), ({ packets }) => number(packets.mean)),
                rowOf('lossyBytes', t('lossyBytes', { loss: percent(lossRatio) }), (hop) =>
                  t('withHeaders', { bytes: Math.round(hop.bytes.mean), all: Math.round(withHeaders(hop)) }),
                ),
              ]),
        ]}
      />
      {own.agreement.passedOnQos !== null && (
        <p className={styles.why}>
          {t(
            `why.${own.published > own.agreement.passedOnQos ? 'lowered' : own.published < own.agreement.passedOnQos ? 'raised' : 'same'}`,
          )}
        </p>
      )}
    </Panel>
  );
}
