import type { OutlineStep, TextOutline } from './lettering.js';

/** The shade of a pixel that is inked wholly; 0 is the ground. */
export const deepest = 15;

/**
 * A picture in the making: how much of each pixel is inked, in sixteen shades. Outlines are filled by summing signed areas: each edge adds to the
 * pixels it crosses the area to its right, and a running sum along the rows gives the coverage, smoothed at the edges. One pass, whatever the shapes.
 */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #area: Float32Array;
  /** Coverage as 0…15, row by row. */
  readonly pixels: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#area = new Float32Array(width * height + 1);
    this.pixels = new Uint8Array(width * height);
  }

  /** Fills a line of text; `x` and `y` are the start of its base line in pixels from the top left, `size` the type size in pixels. */
  text(outline: TextOutline, x: number, y: number, size: number): void {
    forEachEdge(outline.steps, (x0, y0, x1, y1) => {
      this.#edge(x + x0 * size, y - y0 * size, x + x1 * size, y - y1 * size);
    });
    this.#settle(Math.floor(y - size * 1.2), Math.ceil(y + size * 0.5));
  }

  /** Fills a rectangle of whole pixels. */
  rectangle(left: number, top: number, width: number, height: number): void {
    for (let y = top; y < top + height; y++)
      this.pixels.fill(deepest, y * this.width + left, y * this.width + left + width);
  }

  /** Adds an edge to the areas, cut at the rows of pixels. */
  #edge(x0: number, y0: number, x1: number, y1: number): void {
    if (y0 === y1) return;
    const sign = y0 < y1 ? 1 : -1;
    const [topX, topY, bottomX, bottomY] = sign > 0 ? [x0, y0, x1, y1] : [x1, y1, x0, y0];
    const slope = (bottomX - topX) / (bottomY - topY);
    const last = Math.min(this.height, Math.ceil(bottomY));
    for (let row = Math.max(0, Math.floor(topY)); row < last; row++) {
      const from = Math.max(row, topY);
      const to = Math.min(row + 1, bottomY);
      const a = topX + (from - topY) * slope;
      const b = topX + (to - topY) * slope;
      this.#span(row, Math.min(a, b), Math.max(a, b), sign * (to - from));
    }
  }

  /** Adds the part of an edge within one row: it spreads `height` over the pixels between `left` and `right`. */
  #span(row: number, left: number, right: number, height: number): void {
    const start = row * this.width;
    const clamp = (x: number): number => Math.max(0, Math.min(this.width - 1e-3, x));
    const [l, r] = [clamp(left), clamp(right)];
    const first = Math.floor(l);
    const last = Math.floor(r);
    if (first === last) {
      const covered = 1 - ((l + r) / 2 - first);
      this.#add(start + first, height * covered);
      this.#add(start + first + 1, height * (1 - covered));
      return;
    }
    // The edge crosses several pixels: in each it covers a trapezium, whose share is what the running sum still lacks.
    const perPixel = height / (r - l);
    let before = 0;
    for (let pixel = first; pixel <= last; pixel++) {
      const from = Math.max(l, pixel);
      const to = Math.min(r, pixel + 1);
      const passed = (to - from) * perPixel;
      const covered = passed * (pixel + 1 - (from + to) / 2);
      this.#add(start + pixel, covered + before);
      before = passed - covered;
    }
    this.#add(start + last + 1, before);
  }

  #add(index: number, value: number): void {
    this.#area[index] = (this.#area[index] ?? 0) + value;
  }

  /** Turns the areas of some rows into ink and clears them. */
  #settle(top: number, bottom: number): void {
    const from = Math.max(0, top);
    const to = Math.min(this.height, bottom);
    for (let row = from; row < to; row++) {
      let sum = 0;
      for (let i = row * this.width; i < (row + 1) * this.width; i++) {
        sum += this.#area[i] ?? 0;
        this.#area[i] = 0;
        const covered = Math.round(Math.min(1, Math.abs(sum)) * deepest);
        if (covered > (this.pixels[i] ?? 0)) this.pixels[i] = covered;
      }
    }
  }
}

type EdgeTaker = (x0: number, y0: number, x1: number, y1: number) => void;

/** Straight pieces a curve is cut into: enough for letters of a cover. */
const pieces = 8;

/** Gives the outline as straight edges, each shape closed. */
function forEachEdge(steps: readonly OutlineStep[], take: EdgeTaker): void {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { command, args } of steps) {
    if (command === 'M' || command === 'Z') {
      take(x, y, startX, startY);
      if (command === 'M') [startX = 0, startY = 0] = args;
      x = startX;
      y = startY;
      continue;
    }
    // A line and a quadratic curve are cubic curves whose control points coincide or lie on the way.
    const cubic = toCubic(x, y, args);
    const [x0, y0] = [x, y];
    const count = args.length === 2 ? 1 : pieces;
    for (let i = 1; i <= count; i++) {
      const nextX = bezier(x0, cubic[0], cubic[2], cubic[4], i / count);
      const nextY = bezier(y0, cubic[1], cubic[3], cubic[5], i / count);
      take(x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }
  take(x, y, startX, startY);
}

type Cubic = readonly [ax: number, ay: number, bx: number, by: number, x: number, y: number];

/** Control points and end of the cubic curve that a step is. */
function toCubic(x0: number, y0: number, args: readonly number[]): Cubic {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
  if (args.length === 2) return [x0, y0, a, b, a, b];
  if (args.length === 6) return [a, b, c, d, e, f];
  const third = 2 / 3;
  return [x0 + (a - x0) * third, y0 + (b - y0) * third, c + (a - c) * third, d + (b - d) * third, c, d];
}

function bezier(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}
