// At which level a message travels on each hop, what that promises, and what it costs. Loads with the page; the calculator itself comes when it is opened.
import type { WidgetDefinition } from '../widget.ts';

const definition: WidgetDefinition = {
  slug: 'effective-qos-calculator',
  kind: 'calculator',
  order: 220,
  titleKey: 'effectiveQosCalculator.title',
  goalKey: 'effectiveQosCalculator.goal',
  load: () => import('./EffectiveQosCalculator.tsx'),
};

export default definition;
