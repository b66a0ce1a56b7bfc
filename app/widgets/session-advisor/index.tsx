// Which session a client should ask for. Loads with the page; the advisor itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'session-advisor',
  kind: 'calculator',
  order: 250,
  titleKey: 'sessionAdvisor.title',
  goalKey: 'sessionAdvisor.goal',
  load: () => import('./SessionAdvisor.tsx'),
};

export default definition;
