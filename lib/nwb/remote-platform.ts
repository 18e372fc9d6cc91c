import type {ClosedByteSource} from "./byte-source.js";

/** How a platform opens a file by its address. */
export type AddressReader = (address: string) => ClosedByteSource;

let load = async (): Promise<AddressReader> => {
  // What is under a folder called node, the bundles of the site leave out.
  const {NodeRemoteNwb} = await import("./remote/node/index.js");
  return (address) => new NodeRemoteNwb(address);
};

/** Says how files are read by their addresses, where it is not done as in Node: a worker of a page calls this once, first. */
export function provideAddressReader(reader: AddressReader): void {
  load = async () => reader;
}

/** The file behind an http(s) address, to be opened as this platform does it. */
export async function sourceAt(address: string): Promise<ClosedByteSource> {
  return (await load())(address);
}
