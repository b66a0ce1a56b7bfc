// A device that publishes while it is offline: what the broker's session does not do for it, and what a buffer of its own does. Loads with the page; the lab itself comes
// when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'offline-publisher',
  kind: 'lab',
  order: 50,
  titleKey: 'offlinePublisher.title',
  goalKey: 'offlinePublisher.goal',
  load: () => import('./OfflinePublisher.tsx'),
};

export default definition;
