// One byte as its eight bits, the highest first, under the names of the fields that share it. Pressing a name goes to that field.
import { useTranslations } from 'use-intl';
import type { FieldSpan } from '#simulations';
import styles from './BitRow.module.css';
import { bitsOf, hexOf } from './byteText.ts';

/** Fields of some bits; the catalogue has a short name for each. */
type BitFieldId =
  | 'packetType'
  | 'reservedFlags'
  | 'dup'
  | 'qos'
  | 'retain'
  | 'userNameFlag'
  | 'passwordFlag'
  | 'willRetain'
  | 'willQoS'
  | 'willFlag'
  | 'cleanStart'
  | 'connectReserved'
  | 'connackReserved'
  | 'sessionPresent'
  | 'subscriptionReserved'
  | 'retainHandling'
  | 'retainAsPublished'
  | 'noLocal'
  | 'maximumQoS';

export interface BitRowProps {
  /** Four bits side by side instead of eight. */
  readonly folded: boolean;
  readonly offset: number;
  readonly value: number;
  /** What shares the byte, the highest bits first; a field of whole bytes stands alone. */
  readonly fields: readonly FieldSpan[];
  readonly marked: readonly FieldSpan[];
  readonly onHold: (field: FieldSpan) => void;
}

export function BitRow({ folded, offset, value, fields, marked, onHold }: BitRowProps) {
  const t = useTranslations('inspector.bits');
  return (
    <fieldset className={styles.byte}>
      <legend className={styles.title}>{t('title', { offset, hex: hexOf(value), value })}</legend>
      <div className={styles.bits} data-folded={folded || undefined}>
        {fields.map((field) => {
          const { high, low } = field.bits ?? { high: 7, low: 0 };
          const bits = bitsOf(value, 8).slice(7 - high, 8 - low);
          const isMarked = marked.some(({ path }) => path === field.path);
          return (
            <button
              key={field.path}
              type="button"
              className={styles.field}
              style={{ gridColumn: `span ${Math.min(high - low + 1, folded ? 4 : 8)}` }}
              aria-label={t('field', { name: field.name, bits })}
              aria-pressed={isMarked}
              onClick={() => onHold(field)}
            >
              <span className={styles.digits} aria-hidden="true">
                {Array.from({ length: high - low + 1 }, (_, index) => high - index).map((place) => (
                  <span key={place} data-set={((value >> place) & 1) === 1 || undefined}>
                    {(value >> place) & 1}
                  </span>
                ))}
              </span>
              <span className={styles.name} aria-hidden="true">
                {field.bits === undefined ? field.name : t(`short.${field.id as BitFieldId}`)}
              </span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
