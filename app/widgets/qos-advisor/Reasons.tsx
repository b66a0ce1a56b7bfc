// Why this level, what it needs, what else is good to know, and the honest alternative with its price.
import { useTranslations } from 'use-intl';
import type { NoteRule, QosAdvice } from '#content';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Advice.module.css';
import type { LevelCost } from './costs.ts';
import { useFigures } from './useFigures.ts';

export interface ReasonsProps {
  readonly advice: QosAdvice;
  readonly costs: readonly LevelCost[];
}

export function Reasons({ advice: { rule, needs, remarks }, costs }: ReasonsProps) {
  const t = useTranslations('qosAdvisor.reasons');
  const { number } = useFigures();
  const packets = (qos: number) => number(costs[qos]?.packets ?? 0);
  return (
    <>
      <Panel title={t('why')}>
        <p className={styles.reason}>{rule.reason}</p>
        <p className={styles.source}>{rule.source}</p>
        {needs.length > 0 && <Notes title={t('needs')} notes={needs} />}
        {remarks.length > 0 && <Notes title={t('remarks')} notes={remarks} />}
      </Panel>
      <Panel title={t('instead')}>
        <p className={styles.reason}>{rule.instead.text}</p>
        <p className={styles.source}>
          {t('price', {
            level: rule.recommends,
            packets: packets(rule.recommends),
            otherLevel: rule.instead.qos,
            otherPackets: packets(rule.instead.qos),
          })}
        </p>
      </Panel>
    </>
  );
}

/** Every lab's title stands in its own messages, under the name of its folder. */
function LabLink({ slug }: { readonly slug: string }) {
  const words = useTranslations();
  const room = slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return <a href={`#/widgets/${slug}`}>{words(`${room}.title` as 'effectiveQos.title')}</a>;
}

function Notes({ title, notes }: { readonly title: string; readonly notes: readonly NoteRule[] }) {
  return (
    <>
      <h3 className={styles.subheading}>{title}</h3>
      <ul className={styles.notes}>
        {notes.map(({ key, text, source, lab }) => (
          <li key={key}>
            {text}{' '}
            <span className={styles.source}>
              ({source}
              {lab !== null && (
                <>
                  ; <LabLink slug={lab} />
                </>
              )}
              )
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
