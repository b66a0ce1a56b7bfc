// Effective QoS: the level at which a message really arrives, pair by pair, and who loses or doubles when a connection is cut. Loads with the page; the lab itself comes
// when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'effective-qos',
  kind: 'lab',
  order: 60,
  titleKey: 'effectiveQos.title',
  goalKey: 'effectiveQos.goal',
  load: () => import('./EffectiveQos.tsx'),
};

export default definition;
