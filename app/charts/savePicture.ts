// Turns the SVG of a chart on the page into a picture that stands by itself: colours and fonts looked up and written into it, ground included.
// Attributes only, no style sheet: the page's content security policy allows nothing else, and drawing programs like it better.

import { groundColour } from './groundColour.ts';
import { canvasFile } from './saveCanvas.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** What makes the look of a shape, with the values that need no word because they hold anyway. */
const SHAPE_LOOKS: Readonly<Record<string, string>> = {
  fill: '',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  opacity: '1',
  visibility: 'visible',
};
const TEXT_LOOKS: Readonly<Record<string, string>> = {
  ...SHAPE_LOOKS,
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  // Names have a rim of the ground's colour behind their letters.
  'paint-order': 'normal',
  'stroke-linejoin': 'miter',
};
/** Groups may be faded or hidden as a whole; what they pass on is looked up at the shapes. */
const GROUP_LOOKS: Readonly<Record<string, string>> = { opacity: '1', visibility: 'visible' };
const MARGIN = 16;
/** Points of the picture for each of the page's, so that it stays sharp in print. */
const PNG_SCALE = 2;

/** The chart as an SVG document. `svg` must be on the page: its looks are read there. */
export function svgDocument(svg: SVGSVGElement, title: string): string {
  const width = svg.clientWidth || Number(svg.getAttribute('width')) || 640;
  const height = svg.clientHeight || Number(svg.getAttribute('height')) || 320;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, index) => {
    const original = originals[index];
    if (original) writeLooks(element, getComputedStyle(original));
  });
  copy.setAttribute('width', String(width + 2 * MARGIN));
  copy.setAttribute('height', String(height + 2 * MARGIN));
  copy.setAttribute('viewBox', `${-MARGIN} ${-MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
  copy.prepend(titleElement(title), groundElement(svg, width, height));
  return new XMLSerializer().serializeToString(copy);
}

function writeLooks(element: SVGElement, style: CSSStyleDeclaration): void {
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden']) element.removeAttribute(name);
  for (const [name, usual] of Object.entries(looksOf(element))) {
    const value = style.getPropertyValue(name);
    if (value === '' || value === usual) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

function looksOf({ localName }: SVGElement): Readonly<Record<string, string>> {
  if (localName === 'text' || localName === 'tspan') return TEXT_LOOKS;
  if (localName === 'g' || localName === 'svg') return GROUP_LOOKS;
  return ['path', 'line', 'rect', 'circle', 'polyline', 'polygon'].includes(localName) ? SHAPE_LOOKS : {};
}

function titleElement(title: string): SVGElement {
  const element = document.createElementNS(SVG, 'title');
  element.textContent = title;
  return element;
}

function groundElement(svg: SVGSVGElement, width: number, height: number): SVGElement {
  const ground = document.createElementNS(SVG, 'rect');
  const place = { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
  ground.setAttribute('fill', groundColour(svg));
  return ground;
}

/** The chart as a PNG file. Rejects where the browser cannot draw it. */
export async function pngFile(svg: SVGSVGElement, title: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgDocument(svg, title))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvasFile(canvas);
}
