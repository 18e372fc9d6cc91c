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

/**
 * Makes snapshots in two threads, each of which opens a session once. What reads all spikes is left to one of them, which keeps
 * them: a full-size session has half a gigabyte. After a failure nothing new is begun, as what one loader cannot read, the others mostly
 * cannot either.
 *
 * @param orders what is to be made, in this order; orders that are put in front later are begun first
 * @param onAnswer is told what became of each
 * @returns a promise that is fulfilled when there is nothing left to do
 */
export async function makeInThreads<Order extends SnapshotOrder>(
  orders: Order[],
  onAnswer: (order: Order, answer: SnapshotAnswer) => void
): Promise<void> {
  let hasFailed = false;
  const work = async (isSpikes: boolean) => {
    const next = () => {
      const index = orders.findIndex(({readsSpikes}) => readsSpikes === isSpikes);
      return hasFailed || index < 0 ? undefined : orders.splice(index, 1)[0];
    };
    if (!orders.some(({readsSpikes}) => readsSpikes === isSpikes)) return;
    const thread = new Worker(new URL("./snapshot-thread.mjs", import.meta.url));
    try {
      for (let order = next(); order; order = next()) {
        const {loader, parameters, readsSpikes} = order;
        const answer = await ask(thread, {loader, parameters, readsSpikes}).catch(
          (error): SnapshotAnswer => ({failure: loaderFailure(loader, [], error)}) // such as a lack of memory
        );
        if ("failure" in answer) hasFailed = true;
        onAnswer(order, answer);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all([work(true), work(false)]);
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
