// One key explained: what it does, its values and default, what it does to sessions, what is often written wrong; and a button that puts it into the text.
import { useTranslations } from 'use-intl';
import { type ConfKey, type ConfRemark, confKey, noKey } from '#content';
import { configLines } from '#simulations';
import { Button } from '../ui/Button.tsx';
import { Empty } from './Empty.tsx';
import styles from './KeyCard.module.css';
import { LabLink } from './LabLink.tsx';

export interface KeyCardProps {
  readonly name: string;
  readonly text: string;
  readonly remarks: readonly ConfRemark[];
  /** Puts the line at the end of the text. */
  readonly onInsert: (line: string) => void;
  readonly onGoTo: (line: number) => void;
  /** Another key. */
  readonly onChoose: (name: string) => void;
}

export function KeyCard({ name, text, remarks, onInsert, onGoTo, onChoose }: KeyCardProps) {
  const t = useTranslations('conf.key');
  const key = confKey(name);
  if (key === null) return <Unknown name={name} onChoose={onChoose} />;
  const present = configLines(text).filter((line) => line.key === name);
  const own = remarks.filter(({ line }) => present.some((one) => one.line === line));
  const code = (words: React.ReactNode) => <code>{words}</code>;
  return (
    <article className={styles.card} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.meaning}>{key.meaning}</p>
      {own.map((remark) => (
        <p key={`${remark.line} ${remark.text}`} className={styles.remark}>
          {t('remark', { line: remark.line ?? 0, text: remark.text })}
        </p>
      ))}
      <dl className={styles.facts}>
        <Fact term={t('range')}>{key.range}</Fact>
        <Fact term={t('standard')}>{key.standard}</Fact>
        <Fact term={t('sessions')}>{key.sessions}</Fact>
      </dl>
      <Mistakes mistakes={key.mistakes} />
      <div className={styles.actions}>
        {present.map(({ line }) => (
          <Button key={line} kind="quiet" onClick={() => onGoTo(line)}>
            {t('goTo', { line })}
          </Button>
        ))}
        {present.length === 0 && <Button onClick={() => onInsert(key.example)}>{t.rich('insert', { example: key.example, code })}</Button>}
        {key.lab !== null && <LabLink slug={key.lab} />}
      </div>
    </article>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Mistakes({ mistakes }: Pick<ConfKey, 'mistakes'>) {
  const t = useTranslations('conf.key');
  if (mistakes.length === 0) return null;
  return (
    <>
      <h4 className={styles.subhead}>{t('mistakes')}</h4>
      <ul className={styles.mistakes}>
        {mistakes.map(({ line, outcome, why }) => (
          <li key={line}>
            <code>{line}</code> <span className={styles.outcome}>{t(outcome)}</span> {why}
          </li>
        ))}
      </ul>
    </>
  );
}

function Unknown({ name, onChoose }: Pick<KeyCardProps, 'name' | 'onChoose'>) {
  const t = useTranslations('conf.key');
  const none = noKey(name);
  if (none === null) return <Empty>{t('notExplained', { name })}</Empty>;
  const { instead, use } = none;
  return (
    <article className={styles.card} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <p className={styles.meaning}>{t('noKey')}</p>
      <p className={styles.meaning}>{instead}</p>
      {use !== null && (
        <div className={styles.actions}>
          <Button kind="quiet" onClick={() => onChoose(use)}>
            {t('see', { name: use })}
          </Button>
        </div>
      )}
    </article>
  );
}
