// The frame of the lab's tables: rows by the level of publishing, columns by the level that a reader was granted, and in each cell what a scene has to say of the pair.
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { QOS_LEVELS, type QoS } from '#simulations';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { LevelName } from './LevelName.tsx';
import styles from './Matrix.module.css';

export interface MatrixTableProps<Pair> {
  readonly caption: string;
  /** Row by row. */
  readonly pairs: readonly Pair[];
  /** Draws one cell, a `td`. */
  readonly children: (pair: Pair) => ReactNode;
}

export function MatrixTable<Pair extends { readonly published: QoS; readonly granted: QoS }>(props: MatrixTableProps<Pair>) {
  const { caption, pairs, children } = props;
  const t = useTranslations('effectiveQos.matrix');
  const id = useId();
  const row = (published: QoS) => pairs.filter((pair) => pair.published === published);
  return (
    <table className={styles.matrix} aria-labelledby={id}>
      <caption>
        <VisuallyHidden>
          <span id={id}>{caption}</span>
        </VisuallyHidden>
      </caption>
      <colgroup>
        <col className={styles.heads} />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="colgroup" colSpan={QOS_LEVELS.length} className={styles.axis}>
            {t('read')}
          </th>
        </tr>
        <tr>
          <th scope="col" className={styles.axis}>
            {t('published')}
          </th>
          {row(0).map(({ granted }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one column for each reader, in their order.
            <th key={place} scope="col">
              <LevelName qos={granted} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {QOS_LEVELS.map((published) => (
          <tr key={published}>
            <th scope="row">
              <LevelName qos={published} />
            </th>
            {row(published).map(children)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
