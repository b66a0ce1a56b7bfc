// A device's energy as a bar of its parts. The table beside it tells the same; screen readers get that one.
import { useTranslations } from 'use-intl';
import type { EnergyMillijoules, EnergyPart } from '#simulations';
import styles from './EnergyParts.module.css';

/** From here on a segment has room for its short name. Share of the whole bar's place. */
const NAMED_FROM = 0.16;

export interface EnergyBarProps {
  readonly energy: EnergyMillijoules;
  readonly parts: readonly EnergyPart[];
  /** What the whole width stands for. Millijoules. */
  readonly fullWidth: number;
}

export function EnergyBar({ energy, parts, fullWidth }: EnergyBarProps) {
  const t = useTranslations('energy.short');
  const share = (part: EnergyPart) => (fullWidth > 0 ? energy[part] / fullWidth : 0);
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts.map((part) =>
        energy[part] > 0 ? (
          <span key={part} className={styles.segment} data-part={part} style={{ flexBasis: `${share(part) * 100}%` }}>
            {share(part) >= NAMED_FROM && <span className={styles.name}>{t(part)}</span>}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** The part's ground, as in the bar. */
export function PartSwatch({ part }: { readonly part: EnergyPart }) {
  return <span className={styles.swatch} data-part={part} aria-hidden="true" />;
}
