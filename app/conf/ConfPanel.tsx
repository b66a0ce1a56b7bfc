// The broker's configuration, opened: the text and the broker's word on the left, what the key of the line means, all keys and ready-made changes on the right.
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { remarksOn, withLine } from '#content';
import { configLines } from '#simulations';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { ConfEditor } from './ConfEditor.tsx';
import styles from './ConfPanel.module.css';
import { ConfWord } from './ConfWord.tsx';
import { Empty } from './Empty.tsx';
import { KeyCard } from './KeyCard.tsx';
import { KeysTab } from './KeysTab.tsx';
import { Presets } from './Presets.tsx';
import { replaceText, selectLine } from './textField.ts';
import type { Conf } from './useConf.ts';

export interface ConfPanelProps {
  readonly conf: Conf;
  readonly onClose: () => void;
  /** Run, where what is shown is not of this configuration; left out where it is. */
  readonly run?: ReactNode;
}

type TabId = 'line' | 'keys' | 'presets';

export function ConfPanel({ conf, onClose, run }: ConfPanelProps) {
  const t = useTranslations('conf');
  const { text, own, answer, change } = conf;
  const wordId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [caretLine, setCaretLine] = useState(1);
  const [tab, setTab] = useState<TabId>('line');
  const [chosen, setChosen] = useState<string | null>(null);

  // Whoever opened it wants to write.
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    // On a phone the button is far below; where the first line is in sight nothing moves.
    const { top = 0 } = frame.current?.getBoundingClientRect() ?? {};
    if (top < 0 || top > window.innerHeight / 2) frame.current?.scrollIntoView?.({ block: 'start' });
  }, []);

  const remarks = useMemo(() => remarksOn(text), [text]);
  const refused = answer !== null && !answer.ok;
  const goTo = (line: number) => {
    if (field.current !== null) selectLine(field.current, line);
    setCaretLine(line);
  };
  const write = (next: string) => {
    if (field.current === null || !replaceText(field.current, next)) change(next);
  };
  const insert = (line: string) => {
    const { config, line: at } = withLine(text, line);
    write(config);
    // The field has the new text when React has drawn it.
    requestAnimationFrame(() => goTo(at));
  };
  const nameHere = configLines(text).find(({ line }) => line === caretLine)?.key ?? null;
  const choose = (name: string | null) => {
    setChosen(name);
    setTab('keys');
  };
  const help = { text, remarks, onInsert: insert, onGoTo: goTo, onChoose: choose };
  return (
    <div ref={frame} className={styles.frame}>
      <Panel
        title={t('title')}
        aside={
          <Button kind="quiet" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <div className={styles.columns}>
          <div className={styles.column}>
            <ConfEditor
              field={field}
              value={text}
              onChange={change}
              onLine={setCaretLine}
              caretLine={caretLine}
              refusedLine={refused ? answer.line : null}
              remarkedLines={remarks.flatMap(({ line }) => (line === null ? [] : [line]))}
              isRefused={refused}
              wordId={wordId}
              isAsking={conf.isAsking}
            />
            <ConfWord conf={conf} remarks={remarks} id={wordId} />
            <div className={styles.actions}>
              {run}
              <Button className={styles.small} disabled={!conf.isEdited} onClick={() => write(own)}>
                {t('backToOwn')}
              </Button>
            </div>
            {conf.files.length > 0 && (
              <p className={styles.files}>{t('files', { files: conf.files.join(', '), count: conf.files.length })}</p>
            )}
          </div>
          <div className={styles.column}>
            <Tabs
              label={t('tabs.label')}
              value={tab}
              onChange={setTab}
              tabs={[
                {
                  id: 'line',
                  label: t('tabs.line'),
                  content: nameHere === null ? <Empty>{t('key.none')}</Empty> : <KeyCard name={nameHere} {...help} />,
                },
                { id: 'keys', label: t('tabs.keys'), content: <KeysTab chosen={chosen} {...help} /> },
                { id: 'presets', label: t('tabs.presets'), content: <Presets own={own} text={text} onChoose={write} /> },
              ]}
            />
          </div>
        </div>
      </Panel>
    </div>
  );
}
