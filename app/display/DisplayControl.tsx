// The button in the header that opens the choice of theme and motion. Escape, a click elsewhere and leaving it by keyboard close it.
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../ui/Button.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from './DisplayControl.module.css';
import { MOTIONS, THEMES, useDisplayPreference } from './displayPreference.ts';

export function DisplayControl() {
  const t = useTranslations('display');
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { theme, motion, setTheme, setMotion } = useDisplayPreference();

  useEffect(() => {
    if (!open) return;
    const onElsewhere = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

  return (
    <div ref={box} className={styles.box}>
      <IconButton
        ref={button}
        icon="appearance"
        kind="quiet"
        label={t('open')}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div id={id} className={styles.choices}>
          <SegmentedControl
            label={t('theme')}
            options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
            value={theme}
            onChange={setTheme}
          />
          <SegmentedControl
            label={t('motion')}
            options={MOTIONS.map((value) => ({ value, label: t(`motions.${value}`) }))}
            value={motion}
            onChange={setMotion}
          />
        </div>
      )}
    </div>
  );
}
