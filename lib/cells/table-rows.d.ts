// What the rows and columns of a table hold is known when they are read; arquero's types say "object", of which nothing can be
// asked. A cell may ask a row for any column, and hand a column to whoever takes an array. Only cells are checked with this.
import "arquero";

declare module "arquero" {
  // biome-ignore-start lint/suspicious/noExplicitAny: see above
  interface ColumnTable {
    array(name: string, kind?: unknown): any;
    object(row?: number): any;
    objects(options?: object): any[];
    values(name: string): IterableIterator<any>;
    [Symbol.iterator](): IterableIterator<any>;
  }
  // biome-ignore-end lint/suspicious/noExplicitAny: see above
}
