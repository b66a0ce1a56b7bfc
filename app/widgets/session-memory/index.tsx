// What sessions cost a broker: the course's example, its own figures, and what is measured. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'session-memory',
  kind: 'calculator',
  order: 250,
  titleKey: 'sessionMemory.title',
  goalKey: 'sessionMemory.goal',
  load: () => import('./SessionMemory.tsx'),
};

export default definition;
