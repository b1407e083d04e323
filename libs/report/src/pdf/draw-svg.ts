interface Shape {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
}

const shapes = /<(rect|path|text)\b([^>]*?)(?:\/>|>([^<]*)<\/\1>)/g;
const attribute = /([\w:-]+)="([^"]*)"/g;
const entity = /&(amp|lt|gt|quot|#39|#160);/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#160': '\u00a0' };
const unescaped = (text: string): string => text.replace(entity, (_, name: string) => entities[name] ?? '');

/** The shapes of an SVG as ECharts writes it: rectangles, paths and texts in their order, moved by nothing but a translation. */
function* shapesOf(svg: string): Generator<Shape> {
  for (const [, tag = '', attributes = '', text = ''] of svg.matchAll(shapes)) {
    const found = Object.fromEntries([...attributes.matchAll(attribute)].map(([, name = '', value = '']) => [name, value]));
    yield { tag, attributes: found, text: unescaped(text) };
  }
}

const translation = /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/;
const fontSize = /font-size:([\d.]+)px/;
const fontWeight = /font-weight:(\d+|bold)/;

const numberOf = (text: string | undefined, otherwise = 0): number => (text === undefined ? otherwise : Number(text));

/**
 * Draws a picture of ECharts as vectors with its upper left corner at a point. It knows what charts here are made of (filled and stroked
 * paths, rectangles, texts of one line) and no more of SVG.
 */
export function drawSvg(doc: PDFKit.PDFDocument, svg: string, x: number, y: number, scale = 1): void {
  doc.save().translate(x, y).scale(scale);
  for (const { tag, attributes, text } of shapesOf(svg)) {
    const [, dx, dy] = translation.exec(attributes.transform ?? '') ?? [];
    doc.save().translate(numberOf(dx), numberOf(dy));
    if (tag === 'text') drawText(doc, attributes, text);
    else drawPath(doc, tag, attributes);
    doc.restore();
  }
  doc.restore();
}

function drawPath(doc: PDFKit.PDFDocument, tag: string, attributes: Shape['attributes']): void {
  const { fill = 'black', stroke = 'none' } = attributes;
  const [fills, strokes] = [fill !== 'none' && fill !== 'transparent', stroke !== 'none' && stroke !== 'transparent'];
  if (!fills && !strokes) return;
  if (tag === 'path') doc.path(attributes.d ?? '');
  else doc.rect(numberOf(attributes.x), numberOf(attributes.y), numberOf(attributes.width), numberOf(attributes.height));
  if (strokes) doc.lineWidth(numberOf(attributes['stroke-width'], 1)).strokeColor(stroke, numberOf(attributes['stroke-opacity'], 1));
  if (fills) doc.fillColor(fill, numberOf(attributes['fill-opacity'], 1));
  if (fills && strokes) doc.fillAndStroke();
  else if (fills) doc.fill();
  else doc.stroke();
}

function drawText(doc: PDFKit.PDFDocument, attributes: Shape['attributes'], text: string): void {
  const size = numberOf(fontSize.exec(attributes.style ?? '')?.[1], 12);
  const weight = fontWeight.exec(attributes.style ?? '')?.[1];
  doc
    .font(weight === 'bold' || Number(weight) >= 600 ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(attributes.fill ?? 'black', 1);
  const width = doc.widthOfString(text);
  const anchor = attributes['text-anchor'];
  const left = numberOf(attributes.x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  // Only middles are asked for by charts here: half of the height of capitals above the line.
  doc.text(text, left, numberOf(attributes.y) + size * 0.36, { lineBreak: false, baseline: 'alphabetic' });
}
