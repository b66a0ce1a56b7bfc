// What a session's queue holds, what it drops and what it forgets: eight situations, each with its few knobs. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'queue',
  kind: 'lab',
  order: 70,
  titleKey: 'queue.title',
  goalKey: 'queue.goal',
  load: () => import('./Queue.tsx'),
};

export default definition;
