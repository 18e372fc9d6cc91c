/**
 * Gives a value back after a moment. In a cell, what depends on `await settled(value)` is computed once a slider rests
 * instead of at each of its steps: a cell that runs again drops what its last run was waiting for.
 */
export async function settled<Value>(value: Value, milliseconds = 150): Promise<Value> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return value;
}
