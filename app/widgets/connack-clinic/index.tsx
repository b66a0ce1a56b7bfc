// The CONNACK clinic: each refusal that the broker really gives, its look-alikes, and what mends them. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'connack-clinic',
  kind: 'lab',
  order: 40,
  titleKey: 'connackClinic.title',
  goalKey: 'connackClinic.goal',
  load: () => import('./ConnackClinic.tsx'),
};

export default definition;
