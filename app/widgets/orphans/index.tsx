// Orphans: sessions that pile up behind a device with a new client id at each start, what they cost, and what clears them away. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'orphans',
  kind: 'lab',
  order: 90,
  titleKey: 'orphans.title',
  goalKey: 'orphans.goal',
  load: () => import('./Orphans.tsx'),
};

export default definition;
