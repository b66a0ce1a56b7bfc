// A panel with a few sentences on a run: what in it is worth a second look. Says what will come where there is none yet.
import type { ReactNode } from 'react';
import { Panel } from '../ui/Panel.tsx';
import { Empty } from './Empty.tsx';
import styles from './Sentences.module.css';

export interface SentencesProps {
  readonly title: ReactNode;
  /** What stands there while there is no sentence. */
  readonly empty: ReactNode;
  readonly sentences: readonly ReactNode[];
}

export function Sentences({ title, empty, sentences }: SentencesProps) {
  return (
    <Panel title={title}>
      {sentences.length === 0 ? (
        <Empty>{empty}</Empty>
      ) : (
        <ul className={styles.list}>
          {sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences have no other name, and their order is fixed.
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
