// What is real, what is a model, and whose work it stands on.
import { useTranslations } from 'use-intl';
import { PageHeading } from '../PageHeading.tsx';

export function AboutPage() {
  const t = useTranslations('app.about');
  return <PageHeading title={t('title')} lead={t('lead')} />;
}
