// One figure of one level: this run, the expected value with its formula, the course's claim with its verdict.
import { useTranslations } from 'use-intl';
import { type CourseFigure, courseFigure } from '#content';
import { type DeviceFigures, type DeviceScenario, type ExpectedDelivery, IN_FLIGHT_LIMIT } from '#simulations';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Comparison.module.css';
import { caveatOf, type FigureReading, hasNoFormula } from './figures.ts';
import { Formula } from './formulas.tsx';
import { LevelName } from './LevelName.tsx';
import { useQuantity } from './useQuantity.ts';
import { useSentence } from './useSentence.ts';

export interface ComparisonRowProps {
  readonly figure: FigureReading;
  readonly figures: DeviceFigures;
  /** The same run at QoS 0, for ratios. */
  readonly qos0: DeviceFigures;
  readonly expected: ExpectedDelivery;
  readonly expected0: ExpectedDelivery;
  readonly device: DeviceScenario;
  readonly narrow: boolean;
}

export function ComparisonRow(props: ComparisonRowProps) {
  const { figure, figures, qos0, narrow } = props;
  const t = useTranslations('qosDelivery.comparison');
  const quantity = useQuantity();
  const value = figure.ofRun(figures, qos0);
  const course = courseFigure(figures.qos, figure.name);
  return (
    <>
      <tr>
        <th scope="row">
          <LevelName qos={figures.qos} />
        </th>
        <td className={styles.run}>{value === null ? t('notSettled') : quantity(figure, value)}</td>
        <td>
          <Expected {...props} />
          {!narrow && <Derivation {...props} />}
        </td>
        <td>{course === null ? <span className={styles.quiet}>{t('notStated')}</span> : <Stated course={course} figure={figure} />}</td>
        {!narrow && <td>{course !== null && <Verdict course={course} />}</td>}
      </tr>
      {narrow && (
        <tr className={styles.below}>
          <td colSpan={4}>
            <Derivation {...props} />
            {course !== null && <Verdict course={course} />}
          </td>
        </tr>
      )}
    </>
  );
}

function Expected({ figure, expected, expected0 }: ComparisonRowProps) {
  const t = useTranslations('qosDelivery.comparison');
  const quantity = useQuantity();
  const spread = figure.ofExpected(expected, expected0);
  if (spread === null || hasNoFormula(caveatOf(figure, expected))) return t('nothing');
  if (spread.standardDeviation < LEAST_SPREAD) return quantity(figure, spread.mean, 1);
  const plain = { ...figure, unit: null };
  return t('spread', { mean: quantity(plain, spread.mean, 1), deviation: quantity(figure, spread.standardDeviation, 1) });
}

/** Where the expected value comes from, and where that ends. */
function Derivation({ figure, figures, expected, device }: ComparisonRowProps) {
  const t = useTranslations('qosDelivery.comparison.caveat');
  const quantity = useQuantity();
  const caveat = caveatOf(figure, expected);
  const closes = quantity({ unit: null, decimals: expected.brokerCloses < 10 ? 1 : 0 }, expected.brokerCloses);
  const values = { resend: device.resendAfterMs, trip: 2 * device.link.delayMs, limit: IN_FLIGHT_LIMIT, closes, kind: figure.kind };
  return (
    <>
      {!hasNoFormula(caveat) && (
        <span className={styles.formula}>
          <Formula figure={figure.name} qos={figures.qos} />
        </span>
      )}
      {caveat !== null && <span className={styles.quiet}>{t(caveat, values)}</span>}
    </>
  );
}

/** Less than this is nothing on the screen, which shows one digit after the point. */
const LEAST_SPREAD = 0.05;

function Stated({ course, figure }: { readonly course: CourseFigure; readonly figure: FigureReading }) {
  const t = useTranslations('qosDelivery.comparison');
  const quantity = useQuantity();
  const plain = { ...figure, unit: null };
  const value =
    course.low === course.high
      ? quantity(figure, course.low)
      : t('range', { low: quantity(plain, course.low), high: quantity(figure, course.high) });
  return course.approximate ? t('about', { value }) : value;
}

function Verdict({ course }: { readonly course: CourseFigure }) {
  const t = useTranslations('qosDelivery.comparison');
  const sentence = useSentence();
  return (
    <p className={course.verdict === 'holds' ? styles.verdict : `${styles.verdict} ${styles.marked}`}>
      {course.verdict !== 'holds' && <Icon name="problem" />}
      <span>
        <b>{t(course.verdict)}.</b> {sentence(course.reason)}
      </span>
    </p>
  );
}
