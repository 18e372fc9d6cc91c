import {MessageChannel, Worker} from "node:worker_threads";
import {loaderFailure} from "../../project/index.js";

/** A snapshot to be made: which loader makes it, and of what. */
export interface SnapshotOrder {
  /** The loader's path. */
  loader: string;
  /** The parameters in the snapshot's path, by name. */
  parameters: Record<string, string>;
  /** Whether it reads all spikes of its session. */
  readsSpikes: boolean;
}

/** What became of an order. The loader may have no task for a thread, and has to be run as a process. */
export type SnapshotAnswer = {bytes: Uint8Array} | {failure: string} | {isNoTask: true};

/** Where nothing can be made, such as of a file that cannot be read, so many failures say it. */
const MOST_FAILURES = 3;

/**
 * Makes snapshots in two threads, each of which opens a session once. What reads all spikes is left to one of them, which keeps
 * them: a full-size session has half a gigabyte.
 *
 * @param orders what is to be made, in this order; orders that are put in front later are begun first
 * @param onAnswer is told what became of each
 * @param goesOn whether others are made after one could not be, if any can; if not, nothing new is begun: what one loader cannot read,
 * the others mostly cannot either
 * @returns a promise that is fulfilled when there is nothing left to do
 */
export async function makeInThreads<Order extends SnapshotOrder>(
  orders: Order[],
  onAnswer: (order: Order, answer: SnapshotAnswer) => void,
  goesOn = false
): Promise<void> {
  let [made, failures] = [0, 0];
  const isOver = () => failures > 0 && !(goesOn && (made > 0 || failures < MOST_FAILURES));
  const work = async (isSpikes: boolean) => {
    const next = () => {
      const index = orders.findIndex(({readsSpikes}) => readsSpikes === isSpikes);
      return isOver() || index < 0 ? undefined : orders.splice(index, 1)[0];
    };
    if (!orders.some(({readsSpikes}) => readsSpikes === isSpikes)) return;
    let thread = newThread();
    try {
      for (let order = next(); order; order = next()) {
        const {loader, parameters, readsSpikes} = order;
        const answer = await ask(thread, {loader, parameters, readsSpikes}).catch((error): SnapshotAnswer => {
          thread = newThread(); // that one has ended, for such as a lack of memory
          return {failure: loaderFailure(loader, [], error)};
        });
        if ("failure" in answer) failures++;
        if ("bytes" in answer) made++;
        onAnswer(order, answer);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all([work(true), work(false)]);
}

function newThread(): Worker {
  return new Worker(new URL("./snapshot-thread.mjs", import.meta.url));
}

function ask(thread: Worker, order: SnapshotOrder): Promise<SnapshotAnswer> {
  const {port1, port2} = new MessageChannel();
  return new Promise((resolve, reject) => {
    const hasEnded = () => settle(() => reject(new Error("The thread that makes snapshots has ended.")));
    const hasFailed = (error: Error) => settle(() => reject(error));
    const settle = (done: () => void) => {
      port1.close();
      thread.off("error", hasFailed).off("exit", hasEnded);
      done();
    };
    port1.on("message", (answer: SnapshotAnswer) => settle(() => resolve(answer)));
    thread.on("error", hasFailed).on("exit", hasEnded);
    thread.postMessage({...order, answerTo: port2}, [port2]);
  });
}
