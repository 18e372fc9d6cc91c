import {once} from "node:events";
import {MessageChannel, receiveMessageOnPort, Worker} from "node:worker_threads";
import type {RangeAnswer, RangeRequest, RangeTransport} from "../range-transport.js";

/** Limits of a transport. */
export interface TransportLimits {
  /** How many requests are on their way at a time. */
  connections?: number;
  /** A request of which nothing arrives for so long (ms) has failed. */
  stallLimit?: number;
}

/** A thread that says nothing for longer than it may take to give up a request (ms) is no longer there. */
const LONGEST_PAUSE = 30_000;

/** Range requests in Node: a thread makes them, and the caller stands still until it has their answers. */
export async function nodeTransport({
  connections = 6,
  stallLimit = 30_000
}: TransportLimits = {}): Promise<RangeTransport> {
  const told = new SharedArrayBuffer(4);
  const counter = new Int32Array(told);
  const {port1, port2} = new MessageChannel();
  const worker = new Worker(new URL("./request-thread.mjs", import.meta.url), {
    workerData: {told, connections, stallLimit, port: port2},
    transferList: [port2],
    execArgv: [] // what this process was started with (a loader, a debugger) is of no use there
  });
  // Once it stands still, this thread no longer hears of the other's end; so it begins when the other one has begun.
  await once(worker, "online");
  worker.unref();
  let ended: string | undefined;

  function send(requests: readonly RangeRequest[]): RangeAnswer[] {
    const answers = requests.map(({url}) => noAnswer(url, ended ?? "nothing"));
    if (ended) return answers;
    port1.postMessage(requests);
    for (let left = requests.length; left > 0; ) {
      const seen = Atomics.load(counter, 0);
      const message = receiveMessageOnPort(port1);
      if (message) {
        const {index, answer} = message.message as {index: number; answer: RangeAnswer};
        answers[index] = answer;
        left--;
      } else if (Atomics.wait(counter, 0, seen, stallLimit + LONGEST_PAUSE) === "timed-out") {
        close("the thread that makes requests has ended");
        return requests.map(({url}) => noAnswer(url, ended!));
      }
    }
    return answers;
  }

  function close(reason = "the file is closed") {
    ended ??= reason;
    port1.close();
    void worker.terminate();
  }

  const wait = (milliseconds: number) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  };
  return {send, wait, close: () => close()};
}

const noAnswer = (url: string, fault: string): RangeAnswer => ({
  status: 0,
  headers: {},
  url,
  body: new Uint8Array(0),
  fault
});
