// To the lab that shows a key; nothing where this site has no such lab. A lab's title stands in its own messages, under the name of its folder.
import { useTranslations } from 'use-intl';
import { hashPath } from '../state/address.ts';
import styles from './KeyCard.module.css';

function titleKeyOf(slug: string): string {
  return `${slug.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}.title`;
}

export function LabLink({ slug }: { readonly slug: string }) {
  const words = useTranslations();
  const t = useTranslations('conf.key');
  const titleKey = titleKeyOf(slug) as 'sessionLifecycle.title';
  if (!words.has(titleKey)) return null;
  if (hashPath().endsWith(`/${slug}`)) return <p className={styles.lab}>{t('thisLab')}</p>;
  return <p className={styles.lab}>{t.rich('lab', { title: words(titleKey), a: (title) => <a href={`#/widgets/${slug}`}>{title}</a> })}</p>;
}
