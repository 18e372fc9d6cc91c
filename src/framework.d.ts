// What Observable Framework gives to modules beside pages.

declare module "observablehq:stdlib" {
  /** A file of the site; the name must stand here word for word. */
  export function FileAttachment(name: string): {arrayBuffer(): Promise<ArrayBuffer>};
}

declare module "observablehq:client" {
  /** The cells of the page. */
  export const main: import("./components/follow-inputs.js").CellModule;
}

declare module "@observablehq/runtime" {
  /** What runs the cells of a page. */
  export class Runtime {
    module(): import("./components/follow-inputs.js").CellModule;
  }
}

/** Framework writes the value of a parameter of the page's path in its place. */
declare const observable: {params: {session: string}};
