// A reconnection storm: what a fleet that comes back at once asks of its broker. Loads with the page; the widget itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'reconnect-storm',
  kind: 'lab',
  order: 97,
  titleKey: 'reconnectStorm.title',
  goalKey: 'reconnectStorm.goal',
  load: () => import('./ReconnectStorm.tsx'),
};

export default definition;
