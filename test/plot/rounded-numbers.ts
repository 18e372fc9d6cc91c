/** A text with its decimal numbers rounded to two decimals: what is finer cannot be seen, and differs between machines. */
export function roundedNumbers(text: string): string {
  return text.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)) + 0));
}
