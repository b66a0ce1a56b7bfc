// The proof: the nine pairs on the broker, the learner's own with its packets and bytes beside the reckoned ones.
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ProofPanel } from '../../calculator/ProofPanel.tsx';
import type { ProofRun } from '../../calculator/useProof.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { asQos, type QosValues } from './knobs.ts';
import styles from './PairTable.module.css';
import { LevelName, PairTable } from './PairTable.tsx';
import {
  CHANCE_SEEDS,
  expectations,
  MOST_PROOF_LOSS,
  type ProofKind,
  pairKey,
  proofLoss,
  proofPlan,
  QOS_CHANCE_MESSAGES,
} from './proof.ts';
import { useFigures } from './useFigures.ts';

export function Proof({ values }: { readonly values: QosValues }) {
  const t = useTranslations('effectiveQosCalculator.proof');
  const { percent } = useFigures();
  const [chosen, setChosen] = useState<ProofKind>('pairs');
  // A message that the broker does not take has nothing that chance could vary.
  const refused = asQos(values.published) > asQos(values.maxQos);
  const kind = refused ? 'pairs' : chosen;
  const plan = useMemo(() => proofPlan(kind, values), [kind, values]);
  const figures = useMemo(
    () =>
      expectations(kind, values).map(({ key, expected }) => ({
        key,
        expected,
        label: t(`figure.${key}`),
        ...(key.startsWith('bytes') ? { unit: t('bytes') } : {}),
      })),
    [kind, values, t],
  );
  const loss = { loss: percent(proofLoss(values)) };
  const lead = (
    <>
      {!refused && (
        <SegmentedControl<ProofKind>
          label={t('what')}
          options={[
            { value: 'pairs', label: t('option.pairs') },
            { value: 'chance', label: t('option.chance') },
          ]}
          value={kind}
          onChange={setChosen}
        />
      )}
      <p className={styles.spaced}>
        {kind === 'pairs' ? t('lead.pairs') : t('lead.chance', { ...loss, messages: QOS_CHANCE_MESSAGES })}
        {kind === 'chance' && values.lossRatio > MOST_PROOF_LOSS && ` ${t('clipped', loss)}`}
      </p>
    </>
  );
  return (
    <ProofPanel
      key={kind}
      name="effective-qos-calculator"
      plan={plan}
      figures={figures}
      lead={lead}
      observed={(runs) => <Observed kind={kind} runs={runs} values={values} />}
    >
      {t.rich('lab', { a: (words) => <a href="#/widgets/effective-qos">{words}</a> })}
    </ProofPanel>
  );
}

interface ObservedProps {
  readonly kind: ProofKind;
  readonly runs: readonly ProofRun[];
  readonly values: QosValues;
}

/** What the readers were really given. */
function Observed({ kind, runs, values }: ObservedProps) {
  const t = useTranslations('effectiveQosCalculator.observed');
  const own = { published: asQos(values.published), subscribed: asQos(values.subscribed) };
  const messages = kind === 'chance' ? QOS_CHANCE_MESSAGES * runs.length : 1;
  return (
    <>
      <PairTable
        caption={t('title')}
        own={own}
        cell={(published, subscribed) => {
          const sum = (what: 'copies' | 'different') =>
            runs.reduce((total, run) => total + (run.values[pairKey(what, published, subscribed)] ?? 0), 0);
          const level = Math.max(...runs.map((run) => run.values[pairKey('level', published, subscribed)] ?? -1));
          if (level < 0) return <span className={styles.refused}>{t('nothing')}</span>;
          return (
            <>
              <LevelName qos={level === 2 ? 2 : level === 1 ? 1 : 0} />
              <div className={styles.small}>{t('copies', { copies: sum('copies') })}</div>
              {kind === 'chance' && <div className={styles.small}>{t('missing', { missing: messages - sum('different') })}</div>}
            </>
          );
        }}
      />
      <p className={styles.key}>{t(`key.${kind}`, { messages, runs: runs.length, of: CHANCE_SEEDS })}</p>
    </>
  );
}
