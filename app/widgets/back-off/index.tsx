// Back-off and jitter: what each strategy makes of a fleet that comes back. Loads with the page; the widget itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'back-off',
  kind: 'lab',
  order: 95,
  titleKey: 'backOff.title',
  goalKey: 'backOff.goal',
  load: () => import('./BackOff.tsx'),
};

export default definition;
