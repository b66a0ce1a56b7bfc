// Where more than two clients take part: which of them stand left and right of the broker in the picture, and whose events the list tells.
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { LinkScenario } from '#simulations';
import styles from './LadderClients.module.css';

export interface LadderClient {
  /** As it is named in events. */
  readonly name: string;
  readonly link: LinkScenario;
}

export interface LadderPairNames {
  readonly left: string;
  readonly right: string;
}

interface ClientSelectProps {
  readonly label: string;
  readonly clients: readonly LadderClient[];
  readonly value: string;
  /** Stands first, with an empty value. */
  readonly everybody?: string;
  readonly onChange: (name: string) => void;
}

function ClientSelect({ label, clients, value, everybody, onChange }: ClientSelectProps) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {everybody !== undefined && <option value="">{everybody}</option>}
        {clients.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

export interface LadderPairChoiceProps {
  readonly clients: readonly LadderClient[];
  readonly pair: LadderPairNames;
  readonly onChange: (pair: LadderPairNames) => void;
}

/** Whoever is chosen for a side where the other one stands changes places with it. */
export function LadderPairChoice({ clients, pair: { left, right }, onChange }: LadderPairChoiceProps) {
  const t = useTranslations('bench.ladder');
  return (
    <div className={styles.choices}>
      <ClientSelect
        label={t('left')}
        clients={clients}
        value={left}
        onChange={(name) => onChange({ left: name, right: name === right ? left : right })}
      />
      <ClientSelect
        label={t('right')}
        clients={clients}
        value={right}
        onChange={(name) => onChange({ left: name === left ? right : left, right: name })}
      />
    </div>
  );
}

export interface ToldClientChoiceProps {
  readonly clients: readonly LadderClient[];
  /** `null`: everybody. */
  readonly about: string | null;
  readonly onChange: (about: string | null) => void;
}

export function ToldClientChoice({ clients, about, onChange }: ToldClientChoiceProps) {
  const t = useTranslations('bench.ladder');
  return (
    <div className={styles.choices}>
      <ClientSelect
        label={t('about')}
        everybody={t('everybody')}
        clients={clients}
        value={about ?? ''}
        onChange={(name) => onChange(name === '' ? null : name)}
      />
    </div>
  );
}
