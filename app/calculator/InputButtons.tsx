// Back to the standard values, and the link that carries the inputs.
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import styles from './CalculatorFrame.module.css';

export interface InputButtonsProps {
  readonly reset: () => void;
  readonly link: () => string;
}

export function InputButtons({ reset, link }: InputButtonsProps) {
  const t = useTranslations('calculator.buttons');
  const [told, setTold] = useState<{ readonly link: string; readonly done: boolean } | null>(null);
  const copy = () => {
    const address = link();
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setTold({ link: address, done: true }),
      () => setTold({ link: address, done: false }),
    );
  };
  const current = told !== null && told.link === link() ? told : null;
  return (
    <div className={styles.buttons}>
      <Button onClick={reset}>{t('reset')}</Button>
      <Button kind="quiet" onClick={copy}>
        {t('copyLink')}
      </Button>
      <p className={styles.told} role="status">
        {current !== null && t(current.done ? 'copied' : 'notCopied')}
      </p>
      {current?.done === false && (
        <input
          className={styles.address}
          readOnly
          value={current.link}
          aria-label={t('copyLink')}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
