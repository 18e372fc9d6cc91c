/** A colour for each of the two themes, as hexadecimal sRGB. */
export type ColorPair = readonly [light: string, dark: string];

/** A colour as a CSS value that follows the theme; for SVG and HTML (a canvas needs one of the pair). */
export function themedColor([light, dark]: ColorPair): string {
  return `light-dark(${light}, ${dark})`;
}
