// Ink on a tinted ground with an icon: something to know, something that went wrong, or numbers that must not be compared.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notice.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export type NoticeKind = 'info' | 'problem' | 'incomparable';

const ICONS: Record<NoticeKind, IconName> = { info: 'info', problem: 'problem', incomparable: 'incomparable' };

export interface NoticeProps {
  readonly kind?: NoticeKind;
  readonly title?: ReactNode;
  /** Buttons or links: the way on. */
  readonly actions?: ReactNode;
  /** Read out when it appears: `polite` waits for a pause, `assertive` does not. Default `off`: it was there from the start. */
  readonly announce?: 'off' | 'polite' | 'assertive';
  readonly children?: ReactNode;
}

export function Notice({ kind = 'info', title, actions, announce = 'off', children }: NoticeProps) {
  const t = useTranslations('ui.notice');
  const role = announce === 'off' ? 'note' : announce === 'polite' ? 'status' : 'alert';
  return (
    <div className={classNames(styles.notice, styles[kind])} role={role}>
      <Icon name={ICONS[kind]} />
      <VisuallyHidden>{t(kind)}</VisuallyHidden>
      <div className={styles.body}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
