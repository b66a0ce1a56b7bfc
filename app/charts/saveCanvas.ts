// Turns a chart on a canvas into a picture that stands by itself: its ground, the canvas, and what stands around it as text and small drawings on the page, each
// word where it is there.
import { groundColour } from './groundColour.ts';

const MARGIN = 16;
/** Points of the picture for each of the page's, at least, so that words stay sharp in print. */
const SCALE = 2;

/** `drawing` must be on the page: places and looks are read there. Rejects where the browser cannot draw it. */
export function canvasPicture(drawing: HTMLElement, canvas: HTMLCanvasElement): Promise<Blob> {
  const place = drawing.getBoundingClientRect();
  const scale = Math.max(SCALE, window.devicePixelRatio || 1);
  const picture = document.createElement('canvas');
  picture.width = Math.ceil((place.width + 2 * MARGIN) * scale);
  picture.height = Math.ceil((place.height + 2 * MARGIN) * scale);
  const context = picture.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  context.scale(scale, scale);
  context.fillStyle = groundColour(drawing);
  context.fillRect(0, 0, place.width + 2 * MARGIN, place.height + 2 * MARGIN);
  context.translate(MARGIN - place.left, MARGIN - place.top);
  context.imageSmoothingEnabled = false;
  const { left, top, width, height } = canvas.getBoundingClientRect();
  context.drawImage(canvas, left, top, width, height);
  for (const svg of drawing.querySelectorAll('svg')) drawPaths(context, svg);
  drawWords(context, drawing);
  return canvasFile(picture);
}

function drawPaths(context: CanvasRenderingContext2D, svg: SVGSVGElement): void {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const { x, y, width: ownWidth, height: ownHeight } = svg.viewBox.baseVal;
  context.save();
  context.translate(left, top);
  context.scale(width / ownWidth, height / ownHeight);
  context.translate(-x, -y);
  for (const path of svg.querySelectorAll('path')) {
    context.fillStyle = getComputedStyle(path).fill;
    context.fill(new Path2D(path.getAttribute('d') ?? ''));
  }
  context.restore();
}

/** Word by word, because a line may be broken between any two. */
function drawWords(context: CanvasRenderingContext2D, drawing: HTMLElement): void {
  const texts = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  context.textBaseline = 'middle';
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.parentElement === null) continue;
    const { color, fontWeight, fontSize, fontFamily } = getComputedStyle(text.parentElement);
    context.fillStyle = color;
    // Not `font`: it is empty where figures are tabular.
    context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const { left, top, height } = range.getBoundingClientRect();
      context.fillText(word, left, top + height / 2);
    }
  }
}

/** What stands on a canvas as a PNG file. */
export function canvasFile(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('This browser could not write a PNG file.')) : resolve(blob)), 'image/png');
  });
}
