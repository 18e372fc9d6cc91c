import type {Socket} from "node:net";
import {Agent, buildConnector} from "undici";
import {mayEndWhilePaused} from "./ended-while-paused.js";

/** The most that is read from a connection at a time, in bytes. */
const READ = 1 << 19;
/** Reads shorter than this may hold a part of a reply's head, of which undici takes 16 KiB at most and keeps pieces. */
const MAY_HOLD_HEAD = 32 << 10;

/**
 * Makes the connections of all requests. Those without TLS read into one buffer each, instead of a new one every 64 KB, which costs as much of the
 * processor's time in garbage collection as the reception itself. So whoever keeps a piece of a body must copy it.
 */
export const connections = new Agent({
  connect: (options, callback) =>
    options.protocol === "https:" ? connectSecurely(options, callback) : connectWithOneBuffer(options, callback)
});

const secure = buildConnector({});
const connectSecurely: buildConnector.connector = (options, callback) =>
  secure(options, (...result) => {
    if (result[1]) mayEndWhilePaused(result[1]);
    callback(...result);
  });

const connectWithOneBuffer: buildConnector.connector = (options, callback) => {
  const buffer = Buffer.allocUnsafeSlow(READ);
  let socket: Socket;
  // Nothing more is read (false) until the socket's queue is asked for more, which it is when it is empty (highWaterMark).
  const received = (length: number) => {
    const bytes = buffer.subarray(0, length);
    socket.push(length < MAY_HOLD_HEAD ? Buffer.from(bytes) : bytes);
    return false;
  };
  const connect = buildConnector({
    highWaterMark: 1,
    onread: {buffer, callback: received}
  } as buildConnector.BuildOptions);
  connect(options, (...result) => {
    const [, made] = result;
    if (made) {
      socket = made;
      mayEndWhilePaused(made);
      // What undici gives back, as it waits for whoever takes the body, would be overwritten by what is read next.
      socket.unshift = (bytes, encoding) =>
        Object.getPrototypeOf(made).unshift.call(made, Buffer.from(bytes), encoding);
    }
    callback(...result);
  });
};
