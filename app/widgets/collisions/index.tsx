// How likely two devices of a fleet get the same client id. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'collisions',
  kind: 'calculator',
  order: 210,
  titleKey: 'collisions.title',
  goalKey: 'collisions.goal',
  load: () => import('./Collisions.tsx'),
};

export default definition;
