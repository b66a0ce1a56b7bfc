// Turns the SVG of a chart on the page into a picture that stands by itself: colours and fonts looked up and written into it, ground included.
// Attributes only, no style sheet: the page's content security policy allows nothing else, and drawing programs like it better.

const SVG = 'http://www.w3.org/2000/svg';
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
] as const;
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
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name);
    if (value !== '') element.setAttribute(name, value);
  }
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

/** The first ground behind the chart that is not see-through. */
function groundColour(element: Element | null): string {
  for (let behind = element; behind !== null; behind = behind.parentElement) {
    const colour = getComputedStyle(behind).backgroundColor;
    if (colour !== '' && colour !== 'transparent' && colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
  return '#ffffff';
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
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('This browser could not write a PNG file.')) : resolve(blob)), 'image/png');
  });
}
