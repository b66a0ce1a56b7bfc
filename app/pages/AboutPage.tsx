// What is real, what is a model, and whose work it stands on.
import { useTranslations } from 'use-intl';
import { version } from '../../package.json';
import { PageHeading } from '../PageHeading.tsx';
import styles from './AboutPage.module.css';

const PARTS = ['broker', 'devices', 'network', 'time', 'numbers', 'private'] as const;

const ADDRESSES = {
  mosquitto: 'https://mosquitto.org/',
  epl: 'https://www.eclipse.org/legal/epl-2.0/',
  edl: 'https://www.eclipse.org/org/documents/edl-v10.php',
  mqtt3: 'https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/mqtt-v3.1.1.html',
  mqtt5: 'https://docs.oasis-open.org/mqtt/mqtt/v5.0/mqtt-v5.0.html',
} as const;

type Address = keyof typeof ADDRESSES;

const linkTo = (address: Address) => (words: React.ReactNode) => <a href={ADDRESSES[address]}>{words}</a>;

export function AboutPage() {
  const t = useTranslations('app.about');
  return (
    <div className={styles.about}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <dl className={styles.parts}>
        {PARTS.map((part) => (
          <div key={part} className={styles.part}>
            <dt>{t(`${part}.title`)}</dt>
            <dd>
              <p>{t(`${part}.text`)}</p>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('licences.title')}</h2>
      <p>{t('licences.lab', { version })}</p>
      <p>{t.rich('licences.mosquitto', { mosquitto: linkTo('mosquitto'), epl: linkTo('epl'), edl: linkTo('edl') })}</p>
      <p>{t('licences.changes')}</p>
      <p>{t('licences.parts')}</p>
      <p>{t('licences.trademarks')}</p>
      <h2>{t('standards.title')}</h2>
      <p>{t.rich('standards.text', { mqtt3: linkTo('mqtt3'), mqtt5: linkTo('mqtt5') })}</p>
    </div>
  );
}
