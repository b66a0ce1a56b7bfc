// What this is, a run to look at, and the way to each widget.
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { PageHeading } from '../PageHeading.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { widgets } from '../widgets/list.ts';
import { WIDGET_KINDS, type WidgetDefinition, type WidgetKind } from '../widgets/widget.ts';
import styles from './HomePage.module.css';

const LiveRun = lazy(() => import('./LiveRun.tsx'));

const FACTS = ['broker', 'network', 'here'] as const;

interface WidgetListProps {
  readonly kind: WidgetKind;
  readonly members: readonly WidgetDefinition[];
}

function WidgetList({ kind, members }: WidgetListProps) {
  const t = useTranslations();
  if (members.length === 0) return null;
  return (
    <section className={styles.kind} aria-label={t(`home.kinds.${kind}.title`)}>
      <h2>{t(`home.kinds.${kind}.title`)}</h2>
      <p className={styles.goal}>{t(`home.kinds.${kind}.text`)}</p>
      <ul className={styles.others}>
        {members.map((widget) => (
          <li key={widget.slug} className={styles.other}>
            <h3>
              <Link href={`/widgets/${widget.slug}`}>{t(widget.titleKey)}</Link>
            </h3>
            <p className={styles.goal}>{t(widget.goalKey)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HomePage() {
  const t = useTranslations();
  const [first, ...others] = widgets;
  return (
    <>
      <PageHeading title={t('home.title')} lead={t('home.lead')} tabTitle={t('app.name')} />
      {first && (
        <section className={styles.first}>
          <div className={styles.words}>
            <h2>{t(first.titleKey)}</h2>
            <p className={styles.goal}>{t(first.goalKey)}</p>
            <Link href={`/widgets/${first.slug}`} className={buttonClass('primary')}>
              {t('home.open', { widget: t(first.titleKey) })}
            </Link>
          </div>
          <Suspense fallback={<div className={styles.picture} />}>
            <LiveRun />
          </Suspense>
        </section>
      )}
      {WIDGET_KINDS.map((kind) => (
        <WidgetList key={kind} kind={kind} members={others.filter((widget) => widget.kind === kind)} />
      ))}
      <section aria-label={t('home.facts.title')} className={styles.facts}>
        {FACTS.map((fact) => (
          <div key={fact}>
            <h2 className={styles.fact}>{t(`home.facts.${fact}.title`)}</h2>
            <p>{t(`home.facts.${fact}.text`)}</p>
          </div>
        ))}
      </section>
      <p>
        <Link href="/about">{t('home.more')}</Link>
      </p>
    </>
  );
}
