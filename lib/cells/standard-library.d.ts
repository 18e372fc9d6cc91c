// What Framework gives every cell, with the types that it does not declare itself. The module of a page imports from here the
// names that its cells use, so that a name that nobody gives is an error. What needs other packages than the site holds
// (Inputs, tex, DuckDB …) is not here: a built page asks no other host.
import type {ColumnTable} from "arquero";

export * as Plot from "@observablehq/plot";
export * as aq from "arquero";
export * as d3 from "d3";

/**
 * Ends a cell: keeps the types of what it declares as narrow as they are within it, and says what other cells see of them.
 * Promises are waited for, and of a generator they see what it yields.
 */
export function $declared<const Declared>(declared: Declared): {
  [Name in keyof Declared]: ValueInOtherCells<Declared[Name]>;
};

type ValueInOtherCells<Declared> = 0 extends 1 & Declared // any
  ? Declared
  : Declared extends PromiseLike<unknown>
    ? ValueInOtherCells<Awaited<Declared>>
    : Declared extends Generator<infer Yielded> | AsyncGenerator<infer Yielded>
      ? Awaited<Yielded>
      : Declared;

/** An element with a value, which tells of changes with "input" events. */
export interface Input<Value> extends Element {
  value: Value;
}

/** Shows a value above the cell. */
export function display<Value>(value: Value): Value;
/** Shows an input; other cells see its value. */
export function view<Value>(input: Input<Value>): AsyncGenerator<Value>;
/** Resolves when the cell is about to run again. */
export const invalidation: Promise<void>;
/** Resolves when the cell is in view. */
export function visibility<Value>(value?: Value): Promise<Value>;
/** The width of the page's text in pixels. */
export const width: number;
/** The time in milliseconds, renewed with every frame. */
export const now: number;
/** Whether the page is dark. */
export const dark: boolean;
/** What is drawn anew when its width changes. */
export function resize(draw: (width: number, height: number) => Node | string): HTMLDivElement;

/** What a cell may set for other cells. */
export function Mutable<Value>(value: Value): AsyncGenerator<Value> & {value: Value};

export const Generators: {
  input<Value>(input: Input<Value>): AsyncGenerator<Value>;
  observe<Value>(start: (change: (value: Value) => void) => (() => void) | undefined): AsyncGenerator<Value>;
  queue<Value>(start: (change: (value: Value) => void) => (() => void) | undefined): AsyncGenerator<Value>;
  now(): Generator<number>;
  width(element: Element): AsyncGenerator<number>;
  dark(): AsyncGenerator<boolean>;
};

/** A file that the page needs; the address is relative to the page. */
export function FileAttachment(address: string): {
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  href: string;
  url(): Promise<string>;
  blob(): Promise<Blob>;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(encoding?: string): Promise<string>;
  json(): Promise<unknown>;
  stream(): Promise<ReadableStream<Uint8Array>>;
  image(properties?: Partial<HTMLImageElement>): Promise<HTMLImageElement>;
  arquero(options?: object): Promise<ColumnTable>;
};

interface Template<Made> {
  (strings: TemplateStringsArray, ...values: unknown[]): Made;
  fragment(strings: TemplateStringsArray, ...values: unknown[]): DocumentFragment;
}
/** An element of its source (htl). */
export const html: Template<HTMLElement>;
export const svg: Template<SVGElement>;
