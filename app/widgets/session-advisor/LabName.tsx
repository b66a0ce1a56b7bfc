// The way to a lab, under its own title; nothing where this site has no such lab.
import { useTranslations } from 'use-intl';

export function LabName({ slug }: { readonly slug: string }) {
  const words = useTranslations();
  const t = useTranslations('sessionAdvisor');
  const titleKey = `${slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}.title` as 'sessionLifecycle.title';
  if (!words.has(titleKey)) return null;
  return t.rich('lab', { title: words(titleKey), a: (title) => <a href={`#/widgets/${slug}`}>{title}</a> });
}
