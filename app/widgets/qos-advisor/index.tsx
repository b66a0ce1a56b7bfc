// Which QoS for which message, with reasons, price and alternative. Loads with the page; the advisor itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'qos-advisor',
  kind: 'calculator',
  order: 240,
  titleKey: 'qosAdvisor.title',
  goalKey: 'qosAdvisor.goal',
  load: () => import('./QosAdvisor.tsx'),
};

export default definition;
