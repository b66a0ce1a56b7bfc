// How large a device's own buffer must be for the time without a connection. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'buffer-size',
  kind: 'calculator',
  order: 230,
  titleKey: 'bufferSize.title',
  goalKey: 'bufferSize.goal',
  load: () => import('./BufferSize.tsx'),
};

export default definition;
