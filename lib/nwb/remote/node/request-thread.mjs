// The thread that makes range requests while the thread that asked for them stands still. It knows nothing of what is
// asked for; whether an answer is to be believed is decided by whoever asked. Plain JavaScript: a thread does not take
// over what strips the types from the project's modules.
import {workerData} from "node:worker_threads";

const {told, connections, stallLimit, port} = workerData;
const counter = new Int32Array(told);

/** Wakes the waiting thread: something has moved. */
function tell() {
  Atomics.add(counter, 0, 1);
  Atomics.notify(counter, 0);
}

async function answer({url, start, end, ifMatch}) {
  const abandon = new AbortController();
  let timer;
  const expectMore = () => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(() => abandon.abort(new Error(`nothing arrived for ${stallLimit} ms`)), stallLimit);
  };
  const body = new Uint8Array(end - start + 1);
  const result = {status: 0, headers: {}, url, body: new Uint8Array(0), fault: undefined};
  let length = 0;
  expectMore();
  try {
    const response = await fetch(url, {
      headers: {
        range: `bytes=${start}-${end - 1}`,
        "accept-encoding": "identity",
        ...(ifMatch ? {"if-match": ifMatch} : {})
      },
      redirect: "manual",
      signal: abandon.signal
    });
    Object.assign(result, {status: response.status, headers: Object.fromEntries(response.headers)});
    if (response.status === 206 && response.body) {
      for await (const bytes of response.body) {
        expectMore();
        const fitting = bytes.subarray(0, body.length - length);
        body.set(fitting, length);
        length += fitting.length;
        if (length === body.length) break; // More than was asked for.
      }
    } else {
      await response.body?.cancel();
    }
  } catch (error) {
    result.fault = abandon.signal.aborted ? abandon.signal.reason.message : (error.cause?.message ?? error.message);
  } finally {
    clearTimeout(timer);
  }
  result.body = body.slice(0, length);
  return result;
}

port.on("message", async (requests) => {
  const waiting = requests.entries();
  const work = async () => {
    for (const [index, request] of waiting) {
      const result = await answer(request);
      port.postMessage({index, answer: result}, [result.body.buffer]);
      tell();
    }
  };
  await Promise.all(Array.from({length: connections}, work));
});
