// The QoS Delivery Simulator: three levels side by side over a lossy link. Loads with the page; the widget itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'qos-delivery',
  kind: 'lab',
  order: 10,
  titleKey: 'qosDelivery.title',
  goalKey: 'qosDelivery.goal',
  load: () => import('./QosDelivery.tsx'),
};

export default definition;
