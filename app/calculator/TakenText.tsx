// One text to take along, with its remarks, a button that copies it and one that saves it as a file.
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { saveFile } from '../charts/saveFile.ts';
import { Button } from '../ui/Button.tsx';
import { ScrollBox } from '../ui/ScrollBox.tsx';
import styles from './TakenText.module.css';

export interface TakenTextProps {
  readonly label: string;
  readonly fileName: string;
  readonly text: string;
  /** MIME type. */
  readonly type: string;
  readonly remarks: readonly string[];
}

type Told = { readonly text: string; readonly what: 'copied' | 'notCopied' | 'saved' | 'notSaved' };

export function TakenText({ label, fileName, text, type, remarks }: TakenTextProps) {
  const id = useId();
  const t = useTranslations('calculator.takeAlong');
  const [told, setTold] = useState<Told | null>(null);
  const copy = () => {
    // Without a secure context there is no clipboard at all.
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setTold({ text, what: 'copied' }),
      () => setTold({ text, what: 'notCopied' }),
    );
  };
  const save = () => {
    try {
      saveFile(fileName, new Blob([text], { type }));
      setTold({ text, what: 'saved' });
    } catch {
      setTold({ text, what: 'notSaved' });
    }
  };
  return (
    <>
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button onClick={copy} aria-label={t('copyOf', { label })}>
          {t('copy')}
        </Button>
        <Button onClick={save} aria-label={t('saveOf', { label, fileName })}>
          {t('save', { fileName })}
        </Button>
        <span className={styles.told} role="status">
          {told !== null && told.text === text && t(told.what, { fileName })}
        </span>
      </div>
      <span id={id} hidden>
        {label}
      </span>
      <div className={styles.box}>
        <ScrollBox labelledBy={id}>
          <pre className={styles.text}>{text}</pre>
        </ScrollBox>
      </div>
    </>
  );
}
