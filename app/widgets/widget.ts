// What a widget's folder gives the app: `app/widgets/<slug>/index.tsx` exports a definition as its default. The definition loads with the page,
// so it imports types only; everything heavy comes with `load`. The frame shows title and goal (as the h1), the widget all that follows.
import type { ComponentType } from 'react';
import type { MessageKey } from '../i18n/catalogues.ts';

/** In the order of the home page. `lab`: something runs on the broker and is watched. `calculator`: something is worked out, and proved on the broker. */
export const WIDGET_KINDS = ['lab', 'calculator'] as const;
export type WidgetKind = (typeof WIDGET_KINDS)[number];

export interface WidgetDefinition {
  /** Name in the address, the same as the folder: `#/widgets/<slug>` in the frame, `#/alone/<slug>` without. */
  readonly slug: string;
  /** What it is: the home page puts those of one kind together. */
  readonly kind: WidgetKind;
  /** Place among the widgets, the first being the one that the home page opens with: least first, by 10 so that others fit between. */
  readonly order: number;
  readonly titleKey: MessageKey;
  /** One sentence: what the learner does and finds out. */
  readonly goalKey: MessageKey;
  /** The widget itself, a chunk of its own: `() => import('./QosDelivery.tsx')`, default export. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
