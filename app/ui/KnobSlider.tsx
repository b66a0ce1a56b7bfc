// The sliding half of a knob. Works on positions along the way, so that a logarithmic scale slides as evenly as a linear one.
import { Slider } from '@base-ui/react/slider';
import styles from './Knob.module.css';
import { type KnobRange, positionOf, positions, valueAfterKey, valueAt } from './knobRange.ts';

export interface KnobSliderProps {
  readonly label: string;
  readonly value: number;
  /** The value with its unit, as it is read out. */
  readonly valueText: string;
  readonly range: KnobRange;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly onChange: (value: number) => void;
}

export function KnobSlider({ label, value, valueText, range, disabled, describedBy, onChange }: KnobSliderProps) {
  return (
    <Slider.Root
      className={styles.slider}
      value={positionOf(value, range)}
      min={0}
      max={positions(range)}
      step={1}
      disabled={disabled}
      onValueChange={(position) => onChange(valueAt(position, range))}
    >
      <Slider.Control className={styles.control}>
        <Slider.Track className={styles.track}>
          <Slider.Indicator className={styles.indicator} />
          <Slider.Thumb
            className={styles.thumb}
            aria-label={label}
            aria-describedby={describedBy}
            getAriaValueText={() => valueText}
            onKeyDown={(event) => {
              const next = valueAfterKey(event.key, event.shiftKey, value, range);
              if (next === null) return;
              event.preventDefault();
              onChange(next);
            }}
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
