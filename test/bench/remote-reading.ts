import {mkdtempSync, rmSync, statSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {columnValues, EcephysSession} from "../../lib/index.js";
import {NodeRemoteNwb} from "../../lib/nwb/remote/node/index.js";
import {startRangeServer} from "../nwb/remote/start-range-server.js";
import {pageSnapshots, snapshotBytes} from "./snapshot-sizes.js";

/** How much of a session file is fetched for something, when it is read by its address. */
export interface Fetched {
  name: string;
  requests: number;
  bytes: number;
  /** Of the file's bytes, 0 to 1. */
  share: number;
  /** What it may take at most. */
  limit: {requests: number; share: number};
}

/**
 * Reads a session file by its address, from a server on this machine: units, stimulus tables and the spikes of 50 units;
 * and then every snapshot, as a build makes them: of a session that is opened once.
 * @throws when a snapshot is not, byte for byte, what the file on disk gives
 */
export async function remoteReading(path: string): Promise<Fetched[]> {
  const {size} = statSync(path);
  const server = await startRangeServer(dirname(path));
  const cache = mkdtempSync(join(tmpdir(), "fetched-"));
  const near = await EcephysSession.fromNwb(path, {onWarning: () => {}});
  const traffic = async (name: string, limit: Fetched["limit"]): Promise<Fetched> => {
    const seen = await server.requests();
    const bytes = seen.reduce((sum, request) => sum + request.bytes, 0);
    return {name, requests: seen.length, bytes, share: bytes / size, limit};
  };
  const open = (options = {}) =>
    EcephysSession.fromNwb(new NodeRemoteNwb(server.url(basename(path)), options), {onWarning: () => {}});
  try {
    const far = await open();
    const ids = columnValues<number>(await far.units(), "unit_id");
    await far.stimulusPresentations();
    await far.spikeTimes(Array.from({length: 50}, (_, i) => ids[Math.floor((i * ids.length) / 50)]));
    far.close();
    const some = await traffic("units, stimulus tables, spikes of 50 units", {requests: 150, share: 0.05});
    const snapshots = await pageSnapshots(near);
    const session = await open({cache});
    for (const snapshot of snapshots) {
      const bytes = await snapshotBytes(snapshot, session);
      if (Buffer.compare(bytes, await snapshotBytes(snapshot, near)) !== 0) {
        throw new Error(`The snapshot ${snapshot.name} differs when the file is read by its address.`);
      }
    }
    session.close();
    const limit = {requests: 500, share: 0.12};
    return [some, await traffic(`${snapshots.length} snapshots, of all units and spikes that pass the filters`, limit)];
  } finally {
    near.close();
    server.stop();
    rmSync(cache, {recursive: true, force: true});
  }
}
