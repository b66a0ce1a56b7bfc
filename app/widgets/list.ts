// All widgets of the app, found by their folders. A new folder needs no line here.
import type { WidgetDefinition } from './widget.ts';

const found = import.meta.glob<WidgetDefinition>('./*/index.tsx', { eager: true, import: 'default' });

/** As each asks to be placed; equals by their names. */
export const widgets: readonly WidgetDefinition[] = Object.values(found).sort(
  (a, b) => a.order - b.order || a.slug.localeCompare(b.slug, 'en'),
);

export function widgetBySlug(slug: string): WidgetDefinition | undefined {
  return widgets.find((widget) => widget.slug === slug);
}
