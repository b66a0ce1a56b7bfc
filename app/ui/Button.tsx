// A button says what it does. One `primary` on a page: the action. `quiet` has no edge until it is pointed at.
import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet';

/** The look of a button, for a link that is the action of its place. */
export function buttonClass(kind: ButtonKind): string {
  return classNames(styles.button, styles[kind]);
}

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classNames(buttonClass(kind), className)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What the button does: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly kind?: ButtonKind;
}

export function IconButton({ label, icon, kind = 'plain', className, type = 'button', title = label, ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} aria-label={label} title={title} className={classNames(buttonClass(kind), styles.square, className)}>
      <Icon name={icon} />
    </button>
  );
}
