// When a device's will goes out, and how the broker finds out that it is gone. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'will',
  kind: 'lab',
  order: 100,
  titleKey: 'will.title',
  goalKey: 'will.goal',
  load: () => import('./Will.tsx'),
};

export default definition;
