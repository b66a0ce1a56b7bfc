// Two devices, one client id: take-over, the ping-pong of two that connect again, and the cure. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'take-over',
  kind: 'lab',
  order: 30,
  titleKey: 'takeOver.title',
  goalKey: 'takeOver.goal',
  load: () => import('./TakeOver.tsx'),
};

export default definition;
