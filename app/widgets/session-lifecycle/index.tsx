// What remains of a session when its device goes away and comes back. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'session-lifecycle',
  kind: 'lab',
  order: 20,
  titleKey: 'sessionLifecycle.title',
  goalKey: 'sessionLifecycle.goal',
  load: () => import('./SessionLifecycle.tsx'),
};

export default definition;
