// Details among knobs: all of the panel's width, so that what is in them has room for two columns of its own.
import { Details, type DetailsProps } from '../ui/Details.tsx';
import styles from './fields.module.css';

export function WideDetails(props: DetailsProps) {
  return (
    <div className={styles.wide}>
      <Details {...props} />
    </div>
  );
}
