// A run that did not come to its end: what went wrong, and the way on. A dead worker is the laboratory's matter and shown elsewhere.
import { useTranslations } from 'use-intl';
import type { Failure } from '../state/failure.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

export interface FailedProps {
  readonly failure: Failure;
  readonly onAgain: () => void;
}

export function Failed({ failure, onAgain }: FailedProps) {
  const t = useTranslations('lab.state');
  if (failure.code === 'worker') return null;
  return (
    <Notice kind="problem" announce="assertive" title={t('failed')} actions={<Button onClick={onAgain}>{t('again')}</Button>}>
      <p>{t('failedText', { message: failure.message })}</p>
      {failure.problems.length > 0 && (
        <ul>
          {failure.problems.map(({ path, problem }) => (
            <li key={path}>
              <code>{path}</code>: {problem}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
