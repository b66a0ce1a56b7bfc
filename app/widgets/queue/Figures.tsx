// What came out of the whole run: the fate of every message, and the counts, by the broker's rule and as they were seen. Before its end: what waits at the playhead.
import { useTranslations } from 'use-intl';
import { VALVE } from '#simulations';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Fates } from './Fates.tsx';
import { type Story, storyOf } from './story.ts';

type RowName =
  | 'published'
  | 'acknowledged'
  | 'kept'
  | 'dropped'
  | 'counted'
  | 'refused'
  | 'expired'
  | 'goneWithSession'
  | 'noSession'
  | 'waiting'
  | 'notArrived'
  | 'delivered';

interface Line {
  readonly name: RowName;
  readonly seen: number;
  readonly rule?: number | undefined;
}

function linesOf(story: Story): readonly Line[] {
  const { count, messages, expected, counted } = story;
  const published = messages.length;
  const kept = count.delivered + count.expired + count.goneWithSession + count.waiting;
  const rule = expected ?? undefined;
  const where = (name: 'refused' | 'expired' | 'goneWithSession' | 'noSession' | 'waiting' | 'notArrived'): readonly Line[] =>
    count[name] === 0 ? [] : [{ name, seen: count[name] }];
  return [
    { name: 'published', seen: published },
    { name: 'acknowledged', seen: story.acknowledged },
    ...where('refused'),
    { name: 'kept', seen: kept, rule },
    { name: 'dropped', seen: count.dropped, rule: rule === undefined ? undefined : published - rule },
    ...(counted === null ? [] : [{ name: 'counted', seen: counted } as const]),
    ...where('expired'),
    ...where('goneWithSession'),
    ...where('noSession'),
    ...where('waiting'),
    ...where('notArrived'),
    { name: 'delivered', seen: count.delivered },
  ];
}

export function Figures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('queue.figures');
  const soFar = () => {
    const outgoing = view?.broker.sessions.find(({ clientId }) => clientId === VALVE.clientId)?.outgoing;
    const waits = outgoing === undefined ? 0 : outgoing.inFlight.messages + outgoing.queued.messages;
    const given = view?.clients.find(({ client }) => client === VALVE.name)?.received ?? 0;
    return <Empty>{t('soFar', { waits, given })}</Empty>;
  };
  const told = (story: Story) => {
    const lines = linesOf(story);
    const hasRule = story.expected !== null;
    return (
      <>
        {story.cut && <Notice kind="incomparable">{t('cut')}</Notice>}
        {story.messages.length > 0 && <Fates messages={story.messages} />}
        <DataTable
          caption={t('caption')}
          columns={[
            ...(hasRule ? [{ key: 'rule', head: t('byRule'), align: 'end' as const }] : []),
            { key: 'seen', head: t('seen'), align: 'end' },
          ]}
          rows={lines.map(({ name, seen, rule }) => ({
            key: name,
            head: t(`row.${name}`),
            cells: { seen: t('count', { count: seen }), rule: rule === undefined ? '–' : t('count', { count: rule }) },
            marked: rule !== undefined && rule !== seen,
          }))}
        />
      </>
    );
  };
  return (
    <Panel title={t('title')}>
      {result === null ? <Empty>{t('empty')}</Empty> : whole === null ? soFar() : told(storyOf(result.scenario, whole))}
    </Panel>
  );
}
