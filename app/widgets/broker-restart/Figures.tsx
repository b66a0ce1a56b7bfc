// What was there before the broker's end, when its file was last written, and after its start; each with the rule that it follows.
import { useFormatter, useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable, type Row } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './Figures.module.css';
import { readingsIn } from './settings.ts';
import { type Standing, storyOf } from './story.ts';

const THINGS = ['session', 'subscription', 'queued', 'retained'] as const;
type Thing = (typeof THINGS)[number];

export function Figures({ result, whole }: OutcomePartProps) {
  const t = useTranslations('brokerRestart.figures');
  const format = useFormatter();
  const cell = (thing: Thing, standing: Standing): string => {
    switch (thing) {
      case 'session':
        return t('there', { there: String(standing.session) });
      case 'subscription':
        return t('there', { there: String(standing.subscriptions > 0) });
      case 'queued':
        return t('waiting', { count: standing.waiting });
      case 'retained':
        if (standing.retained === 'unknown') return '–';
        return standing.retained === null ? t('none') : t('level', { number: standing.retained });
    }
  };
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    if (whole === null) return <Empty>{t('notYet')}</Empty>;
    const { before, saves, after, end } = storyOf(whole, readingsIn(result.scenario));
    if (end === null) return <Empty>{t('noEnd')}</Empty>;
    const saved = saves.at(-1);
    const rows = THINGS.map((thing): Row => {
      const [was, is] = [cell(thing, before), after === null ? t('down') : cell(thing, after)];
      const cells = { before: was, saved: saved === undefined ? '–' : cell(thing, saved.held), after: is };
      return { key: thing, head: t(thing), cells, marked: was !== is };
    });
    const seconds = (value: number) => format.number(value, { maximumFractionDigits: 2 });
    const times = { end: seconds(end.atSeconds), how: end.how };
    return (
      <>
        <DataTable
          caption={saved === undefined ? t('captionUnsaved', times) : t('caption', { ...times, saved: seconds(saved.atSeconds) })}
          showCaption
          columns={[
            { key: 'before', head: t('before') },
            { key: 'saved', head: t('saved') },
            { key: 'after', head: t('after') },
          ]}
          rows={rows}
        />
        <h3 className={styles.head}>{t('rules')}</h3>
        <dl className={styles.rules}>
          {THINGS.map((thing) => (
            <div key={thing}>
              <dt>{t(thing)}</dt>
              <dd>{t(`rule.${thing}`)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.source}>{t('source')}</p>
      </>
    );
  };
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
