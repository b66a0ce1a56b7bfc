// All widgets of the app, found by their folders. A new folder needs no line here.
import type { WidgetDefinition } from './widget.ts';

const found = import.meta.glob<WidgetDefinition>('./*/index.tsx', { eager: true, import: 'default' });

/** In the order of their folders' names. */
export const widgets: readonly WidgetDefinition[] = Object.keys(found)
  .sort()
  .flatMap((path) => found[path] ?? []);

export function widgetBySlug(slug: string): WidgetDefinition | undefined {
  return widgets.find((widget) => widget.slug === slug);
}
