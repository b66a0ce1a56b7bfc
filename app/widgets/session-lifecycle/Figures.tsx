// What came out of the whole run: commands, the command after the return, what the device was told, whether its subscription was still there.
import { useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { commandsIn, DEVICE, type Story, storyOf } from './story.ts';

export function Figures({ result, view, whole }: OutcomePartProps) {
  const t = useTranslations('sessionLifecycle.figures');
  const told = (story: Story | null): string => {
    if (story === null) return t('notYet');
    return story.foundSession === null ? t('notBack') : t('present', { present: String(story.foundSession) });
  };
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    const story = whole === null ? null : storyOf(whole);
    const row = (key: 'commands' | 'told' | 'afterwards' | 'soFar', value: string) => ({ key, head: t(key), cells: { value } });
    const soFar = view?.clients.find(({ client }) => client === DEVICE)?.received ?? 0;
    return (
      <DataTable
        caption={t('caption')}
        columns={[{ key: 'value', head: t('device'), align: 'end' }]}
        rows={[
          row('soFar', t('messages', { count: soFar })),
          row('commands', story === null ? t('notYet') : t('of', { got: story.got, commands: commandsIn(result.scenario) })),
          row('told', told(story)),
          row('afterwards', story === null ? t('notYet') : t('arrived', { arrived: String(story.gotAfterwards) })),
        ]}
      />
    );
  };
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
