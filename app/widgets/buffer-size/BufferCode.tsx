// The struct, byte by byte, and the C code in the sizes that were reckoned; and what such code often loses.
import { useTranslations } from 'use-intl';
import { BUFFER_CODE_FILE } from '#content';
import { TakenText } from '../../calculator/TakenText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Details } from '../../ui/Details.tsx';
import { Panel } from '../../ui/Panel.tsx';
import styles from './BufferCode.module.css';
import type { Reckoning } from './reckoning.ts';

const OFTEN_WRONG = ['ignored', 'nextOnly', 'burst', 'cut', 'silent', 'reboot'] as const;

export interface BufferCodeProps {
  readonly layout: Reckoning['layout'];
  readonly code: string;
}

export function BufferCode({ layout, code }: BufferCodeProps) {
  const t = useTranslations('bufferSize.code');
  const { members, padding, bytes } = layout;
  const rows = [
    ...members.map(({ name, offset, bytes: size }) => ({ key: name, head: t(`members.${name}`), cells: { offset, bytes: size } })),
    ...(padding > 0 ? [{ key: 'padding', head: t('padding'), cells: { bytes: padding } }] : []),
    { key: 'whole', head: t('whole'), cells: { bytes }, marked: true },
  ];
  return (
    <Panel title={t('title')}>
      <DataTable
        caption={t('record')}
        corner={t('member')}
        columns={[
          { key: 'offset', head: t('offset'), align: 'end' },
          { key: 'bytes', head: t('bytes'), align: 'end' },
        ]}
        rows={rows}
      />
      <div className={styles.details}>
        <Details summary={t('show', { fileName: BUFFER_CODE_FILE })}>
          <TakenText
            label={t('label')}
            fileName={BUFFER_CODE_FILE}
            text={code}
            type="text/x-c;charset=utf-8"
            remarks={[t('remarks.use'), t('remarks.library')]}
          />
        </Details>
        <Details summary={t('oftenWrong')}>
          <ul>
            {OFTEN_WRONG.map((key) => (
              <li key={key}>{t.rich(`wrong.${key}`, { code: (text) => <code>{text}</code> })}</li>
            ))}
          </ul>
        </Details>
      </div>
    </Panel>
  );
}
