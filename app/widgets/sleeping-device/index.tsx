// A device that sleeps: what waits for it, and what each wake-up costs. Loads with the page; the lab itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'sleeping-device',
  kind: 'lab',
  order: 55,
  titleKey: 'sleepingDevice.title',
  goalKey: 'sleepingDevice.goal',
  load: () => import('./SleepingDevice.tsx'),
};

export default definition;
