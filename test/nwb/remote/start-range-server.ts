import {fork} from "node:child_process";
import {once} from "node:events";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import type {Fault, SeenRequest} from "./range-server.js";

/** A running server of a folder's files. */
export interface RangeServer {
  /** The address of a file. */
  url(file: string): string;
  /** Makes it go wrong, in place of how it went wrong before. */
  goWrong(...faults: Fault[]): Promise<void>;
  /** The requests for files since this was last asked. */
  requests(): Promise<SeenRequest[]>;
  stop(): void;
}

/** Starts a server of the files of a folder, on a port of its own. */
export async function startRangeServer(folder: string): Promise<RangeServer> {
  const server = fork(fileURLToPath(new URL("./range-server.ts", import.meta.url)), [folder], {
    execArgv: ["--import", "./lib/site/typescript.mjs"],
    stdio: ["ignore", "pipe", "inherit", "ipc"]
  });
  const [port] = await once(createInterface(server.stdout!), "line");
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: (file) => `${origin}/${file}`,
    async goWrong(...faults) {
      await fetch(`${origin}/__faults`, {method: "POST", body: JSON.stringify(faults)});
    },
    async requests() {
      return (await fetch(`${origin}/__requests`)).json() as Promise<SeenRequest[]>;
    },
    stop: () => void server.kill()
  };
}
