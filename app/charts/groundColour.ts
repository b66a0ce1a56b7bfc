// The ground a chart stands on, for pictures that leave the page.

/** The first ground behind the element that is not see-through. */
export function groundColour(element: Element | null): string {
  for (let behind = element; behind !== null; behind = behind.parentElement) {
    const colour = getComputedStyle(behind).backgroundColor;
    if (colour !== '' && colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
  return '#ffffff';
}
