// The five side by side: what each got of the commands that it still wanted, what it was handed that was for a program before it, and what it left at the broker.
import { useTranslations } from 'use-intl';
import { COMMANDS_IN_GAP, STRATEGIES } from '#simulations';
import { Empty } from '../../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../../lab/SessionLab.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { strategyStories } from './strategyStory.ts';

export function StrategyFigures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('sessionLifecycle.strategies');
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    const stories = whole === null ? null : strategyStories(whole);
    const of = COMMANDS_IN_GAP;
    return (
      <DataTable
        caption={t('caption', { of })}
        columns={[
          { key: 'soFar', head: t('soFar'), align: 'end' },
          { key: 'late', head: t('late'), align: 'end' },
          { key: 'stale', head: t('stale'), align: 'end' },
          { key: 'left', head: t('left'), align: 'end' },
        ]}
        rows={STRATEGIES.map((strategy, index) => {
          const story = stories?.[index];
          return {
            key: strategy,
            head: t(`name.${strategy}`),
            cells: {
              soFar: t('count', { count: view?.clients.find(({ client }) => client === strategy)?.received ?? 0 }),
              late: story === undefined ? t('notYet') : t('of', { got: story.late, of }),
              stale: story === undefined ? t('notYet') : t('of', { got: story.stale, of }),
              left: story === undefined ? t('notYet') : t('leftSessions', { sessions: story.leftSessions, messages: story.leftMessages }),
            },
          };
        })}
      />
    );
  };
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
