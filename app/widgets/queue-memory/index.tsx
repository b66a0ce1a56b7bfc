// What waits for a fleet that is away, in bytes. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'queue-memory',
  kind: 'calculator',
  order: 240,
  titleKey: 'queueMemory.title',
  goalKey: 'queueMemory.goal',
  load: () => import('./QueueMemory.tsx'),
};

export default definition;
