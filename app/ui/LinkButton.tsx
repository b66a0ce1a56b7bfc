// A link that looks like a button: it goes somewhere, and that is the action of the place.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';
import type { ButtonKind } from './Button.tsx';
import { classNames } from './classNames.ts';

export interface LinkButtonProps {
  /** A path of the app, as the router knows it. */
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly children: ReactNode;
}

export function LinkButton({ href, kind = 'plain', children }: LinkButtonProps) {
  return (
    <Link href={href} className={classNames(styles.button, styles[kind])}>
      {children}
    </Link>
  );
}
