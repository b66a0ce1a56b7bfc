// What is left when the broker was stopped, or crashed, and is started again. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'broker-restart',
  kind: 'lab',
  order: 80,
  titleKey: 'brokerRestart.title',
  goalKey: 'brokerRestart.goal',
  load: () => import('./BrokerRestart.tsx'),
};

export default definition;
