// A widget under its title and goal: in the page's frame, or alone as it will stand in other pages.
import { type ComponentType, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { AppErrorBoundary } from '../AppErrorBoundary.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { widgetBySlug } from '../widgets/list.ts';
import type { WidgetDefinition } from '../widgets/widget.ts';
import { FailurePage } from './FailurePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import styles from './WidgetPage.module.css';

export function WidgetPage({ slug }: { readonly slug: string }) {
  const widget = widgetBySlug(slug);
  return widget === undefined ? <NotFoundPage /> : <WidgetWithHeading key={slug} widget={widget} />;
}

export function AloneWidgetPage({ slug }: { readonly slug: string }) {
  return (
    <main className={styles.alone}>
      <AppErrorBoundary key={slug}>
        <WidgetPage slug={slug} />
      </AppErrorBoundary>
    </main>
  );
}

function WidgetWithHeading({ widget }: { readonly widget: WidgetDefinition }) {
  const t = useTranslations();
  return (
    <>
      <PageHeading title={t(widget.titleKey)} lead={t(widget.goalKey)} />
      <LoadedWidget load={widget.load} />
    </>
  );
}

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly cause: unknown }
  | { readonly state: 'ready'; readonly Widget: ComponentType };

function LoadedWidget({ load }: { readonly load: WidgetDefinition['load'] }) {
  const t = useTranslations('app.widget');
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let gone = false;
    load().then(
      (module) => !gone && setLoading({ state: 'ready', Widget: module.default }),
      (cause: unknown) => !gone && setLoading({ state: 'failed', cause }),
    );
    return () => {
      gone = true;
    };
  }, [load, attempt]);

  function tryAgain(): void {
    setLoading({ state: 'loading' });
    setAttempt(attempt + 1);
  }

  if (loading.state === 'failed') return <FailurePage kind="notLoaded" cause={loading.cause} onTryAgain={tryAgain} />;
  if (loading.state === 'loading') return <p role="status">{t('loading')}</p>;
  return <loading.Widget />;
}
