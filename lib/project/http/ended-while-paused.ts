import type {Socket} from "node:net";
// @ts-expect-error: undici has no types for it.
import symbols from "undici/lib/core/symbols.js";

/** What undici keeps of a connection to read replies by. */
interface Parser {
  paused: boolean;
  resume(): void;
  finish(): Error | null;
}

/**
 * Lets a connection end while its reply waits for whoever takes the body. undici 6 throws then where nobody can catch it
 * (nodejs/undici#5360): here what it has is read first, and a reply that is still waiting ends as its connection does.
 */
export function mayEndWhilePaused(socket: Socket): void {
  let parser: Parser | null = null;
  Object.defineProperty(socket, symbols.kParser, {
    configurable: true,
    get: () => parser,
    set(made: Parser | null) {
      parser = made;
      if (!made) return;
      const finish = made.finish;
      made.finish = () => {
        if (made.paused) made.resume();
        return made.paused ? null : finish.call(made);
      };
    }
  });
}
