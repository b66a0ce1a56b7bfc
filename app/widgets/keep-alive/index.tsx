// How long a dead link goes unnoticed, and what the pings cost that find out. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'keep-alive',
  kind: 'calculator',
  order: 260,
  titleKey: 'keepAlive.title',
  goalKey: 'keepAlive.goal',
  load: () => import('./KeepAlive.tsx'),
};

export default definition;
