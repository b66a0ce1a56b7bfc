// A sentence beside numbers, smaller than they are.
import type { ReactNode } from 'react';
import styles from './fields.module.css';

export function Remark({ children }: { readonly children: ReactNode }) {
  return <p className={styles.remark}>{children}</p>;
}
