// Something of ours broke or did not arrive. Says what, and gives three ways on.
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { Details } from '../ui/Details.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './FailurePage.module.css';

export interface FailurePageProps {
  /** `broke`: our mistake. `notLoaded`: a part of the program did not come, which a line that is down does too. */
  readonly kind?: 'broke' | 'notLoaded';
  readonly cause: unknown;
  readonly onTryAgain: () => void;
}

export function FailurePage({ kind = 'broke', cause, onTryAgain }: FailurePageProps) {
  const t = useTranslations('app.failure');
  return (
    <Notice
      kind="problem"
      announce="assertive"
      title={t(`${kind}.title`)}
      actions={
        <>
          <Button kind="primary" onClick={onTryAgain}>
            {t('again')}
          </Button>
          <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
          <Button
            onClick={() => {
              window.location.hash = '/';
              onTryAgain();
            }}
          >
            {t('home')}
          </Button>
        </>
      }
    >
      <p>{t(`${kind}.text`)}</p>
      <Details summary={t('cause')}>
        <code className={styles.cause}>{cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}</code>
      </Details>
    </Notice>
  );
}
