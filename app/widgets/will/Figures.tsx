// The timeline of the finished run: what was measured, and what the rule says, one after the other.
import { useTranslations } from 'use-intl';
import { Empty } from '../../lab/Empty.tsx';
import type { OutcomePartProps } from '../../lab/SessionLab.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { timelineOf } from './moments.ts';
import { settingsOf } from './settings.ts';
import { storyOf } from './story.ts';
import { Timeline } from './Timeline.tsx';

export function Figures({ result, whole }: OutcomePartProps) {
  const t = useTranslations('will.figures');
  const outcome = () => {
    if (result === null) return <Empty>{t('empty')}</Empty>;
    if (whole === null) return <Empty>{t('notYet')}</Empty>;
    const settings = settingsOf(result.scenario);
    const story = storyOf(whole, settings);
    const ended = story.cut === null ? t(`ended.${settings.ending}`) : t(`cut.${story.cut}`);
    return (
      <>
        <Timeline moments={timelineOf(story, settings)} ended={ended} never={story.will === null ? t('never') : null} />
        <Empty>{t('marks')}</Empty>
      </>
    );
  };
  return <Panel title={t('title')}>{outcome()}</Panel>;
}
