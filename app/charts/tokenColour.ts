// What a colour of the page's is for a canvas.

/** A canvas does not know `light-dark()`: the colour is looked up on the element. */
export function tokenColour(canvas: HTMLCanvasElement, token: string): string {
  const before = canvas.style.color;
  canvas.style.color = `var(--${token})`;
  const { color } = getComputedStyle(canvas);
  canvas.style.color = before;
  return color;
}
