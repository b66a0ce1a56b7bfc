// The worker could not start or died. Nothing runs until there is a new one; the knobs stay as they are.
import { useTranslations } from 'use-intl';
import { restartLaboratory, useLaboratoryStatus } from '../state/laboratory.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export function LaboratoryDown({ onRestarted }: { readonly onRestarted: () => void }) {
  const t = useTranslations('lab.state');
  const status = useLaboratoryStatus();
  if (status.state === 'ready') return null;
  const restart = () => {
    restartLaboratory();
    onRestarted();
  };
  return (
    <Notice
      kind="problem"
      announce="assertive"
      title={t('workerFailed')}
      actions={
        <Button kind="primary" onClick={restart}>
          {t('restart')}
        </Button>
      }
    >
      <p>{t('workerText', { cause: status.cause ?? t('unknownCause') })}</p>
    </Notice>
  );
}
