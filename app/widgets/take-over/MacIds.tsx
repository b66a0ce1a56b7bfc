// What the two chips are called when a sketch makes the client id from the MAC address: the expression, both ids, and whether they tell the chips apart.
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MAC_FORM_FACTS } from '#simulations';
import { Notice } from '../../ui/Notice.tsx';
import { idsOf, type TakeOverKnobs } from './knobs.ts';

export function MacIds({ values }: { readonly values: TakeOverKnobs }) {
  const t = useTranslations('takeOver.macIds');
  const { first, second } = idsOf(values);
  const { expression } = MAC_FORM_FACTS[values.macForm];
  const code = (text: ReactNode) => <code>{text}</code>;
  return (
    <Notice>
      <p>{t.rich('made', { first, second, expression, code })}</p>
      <p>{t(`form.${values.macForm}`)}</p>
      <p>{t('verdict', { same: String(first === second) })}</p>
    </Notice>
  );
}
