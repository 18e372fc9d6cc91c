/** The longest wait is this many times the first. */
const LONGEST = 64;

/**
 * How long to wait before a request is made again, in ms: twice as long after each failure, between half and all of it by chance,
 * so that many clients do not come back at once; and never less than the server asks for.
 *
 * @param failures how many there were in a row, from 1
 * @param first the wait after the first failure, in ms
 * @param asked how long the server asks to wait, in ms
 */
export function retryDelay(failures: number, first: number, asked = 0, chance = Math.random()): number {
  return asked + first * Math.min(LONGEST, 2 ** (failures - 1)) * (0.5 + chance / 2);
}
