// What Observable Framework gives to modules beside pages.

declare module "observablehq:stdlib" {
  /** A file of the site; the name must stand here word for word. */
  export function FileAttachment(name: string): {arrayBuffer(): Promise<ArrayBuffer>; href: string};
}

/** Framework writes the value of a parameter of the page's path in its place. */
declare const observable: {params: {session: string}};
