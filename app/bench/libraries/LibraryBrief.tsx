// A client library's habits in five lines, in the same order for each, so that two can be compared.
import { useTranslations } from 'use-intl';
import { type ClientHabits, type ClientLibrary, habitsOf } from '#simulations';
import styles from './LibraryFacts.module.css';

export function LibraryBrief({ library }: { readonly library: ClientLibrary }) {
  const t = useTranslations('libraries');
  const habits = habitsOf(library);
  const { keepAliveSeconds, pingAfterShare, pingAnswerShare, resubscribes } = habits;
  const lines = [
    [t('clean.label'), <Clean key="clean" habits={habits} />],
    [
      t('keepAlive.label'),
      t('keepAlive.habit', {
        seconds: keepAliveSeconds,
        ping: keepAliveSeconds * pingAfterShare,
        patience: keepAliveSeconds * pingAnswerShare,
      }),
    ],
    [t('reconnect.label'), <Reconnect key="reconnect" habits={habits} />],
    [t('subscribe.label'), t(`subscribe.${resubscribes}`)],
    [t('offline.label'), <Offline key="offline" habits={habits} />],
  ] as const;
  return (
    <dl className={styles.brief}>
      {lines.map(([label, habit]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{habit}</dd>
        </div>
      ))}
    </dl>
  );
}

interface LineProps {
  readonly habits: ClientHabits;
}

/** One word where it is the same in all versions that the library speaks. */
function Clean({ habits: { cleanStart, protocolVersions } }: LineProps) {
  const t = useTranslations('libraries.clean');
  const habitOf = ({ first, again }: ClientHabits['cleanStart']['5.0']) => t(again ? 'always' : first ? 'firstOnly' : 'never');
  const words = protocolVersions.map((version) => ({ version, habit: habitOf(cleanStart[version]) }));
  if (new Set(words.map(({ habit }) => habit)).size === 1) return words[0]?.habit;
  return words.map((word) => (
    <span key={word.version} className={styles.line}>
      {t('byVersion', word)}
    </span>
  ));
}

/** No library here leaves its waits to chance. */
const NO_CHANCE = { next: () => 0, chance: () => false, fill: () => undefined };
/** So many failures in a row that a wait that grows has reached its most. */
const MANY = 30;

function Reconnect({ habits: { reconnectWaitMs } }: LineProps) {
  const t = useTranslations('libraries.reconnect');
  if (reconnectWaitMs === null) return t('never');
  const seconds = reconnectWaitMs(1, NO_CHANCE) / 1_000;
  const most = reconnectWaitMs(MANY, NO_CHANCE) / 1_000;
  return t(most === seconds ? 'steady' : 'growing', { seconds, most });
}

function Offline({ habits: { outbox } }: LineProps) {
  const t = useTranslations('libraries.offline');
  const { keepsOffline, expiresAfterMs } = outbox;
  const what = t(keepsOffline[0] ? 'everything' : keepsOffline[1] ? 'aboveZero' : 'nothing');
  return expiresAfterMs === null ? what : t('forAWhile', { what, seconds: expiresAfterMs / 1_000 });
}
