// What becomes of a snapshot that is damaged, cut, missing or another's: one tagged error that names the file, and never other numbers.
import {createHash} from "node:crypto";
import {table} from "arquero";
import {describe, expect, it, vi} from "vitest";
import {
  EcephysSession,
  encodeTable,
  openProjectTables,
  SessionSummaries,
  type SnapshotAttachment,
  SnapshotError,
  sessionOpener
} from "../../../lib/index.js";
import {readSnapshot} from "../../../lib/session/snapshots/read-snapshot.js";

const SESSION = 810000000;

function snapshotOfSession(sessionId: number): Uint8Array<ArrayBuffer> {
  const probes = table({id: Int32Array.of(1, 2), sampling_rate: Float64Array.of(29999.9, 30000.1), name: ["A", "B"]});
  const origin = {
    sessionId,
    sessionStartTime: "2019-01-09T14:28:36-08:00",
    source: "mini.nwb",
    sourceDigest: "00",
    codeVersion: "0.1.0",
    details: {}
  };
  return Uint8Array.from(encodeTable(probes, origin));
}

const bytes = snapshotOfSession(SESSION);
const digest = createHash("sha256").update(bytes).digest("hex");
const whole: SnapshotAttachment = {arrayBuffer: async () => bytes.buffer, name: "probes.arrow", digest};
const giving = (other: Uint8Array<ArrayBuffer>): SnapshotAttachment => ({
  ...whole,
  arrayBuffer: async () => other.buffer
});

async function errorOf(read: Promise<unknown>): Promise<SnapshotError> {
  const error = await read.then(
    () => null,
    (reason: unknown) => reason
  );
  if (error instanceof SnapshotError) return error;
  throw error ?? new Error("There was no error.");
}

describe("a snapshot whose digest is known", () => {
  it("is read when its bytes have that digest", async () => {
    expect((await readSnapshot(whole)).table.array("sampling_rate")).toEqual([29999.9, 30000.1]);
  });

  it("is refused for one flipped bit, whichever it is", async () => {
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      const {tag} = await errorOf(readSnapshot(giving(flipped)));
      expect(tag, `bit ${bit & 7} of byte ${bit >> 3}`).toBe("damaged");
    }
  }, 60_000);

  it("is refused when it is cut, wherever, or longer", async () => {
    for (let length = 0; length < bytes.length; length++)
      expect((await errorOf(readSnapshot(giving(bytes.slice(0, length))))).tag, `${length} bytes`).toBe("damaged");
    expect((await errorOf(readSnapshot(giving(Uint8Array.of(...bytes, 0))))).tag).toBe("damaged");
  });

  it("is refused with its name, both digests, how many bytes came, and what to do", async () => {
    const {message} = await errorOf(readSnapshot(giving(bytes.slice(0, 8))));
    const found = createHash("sha256").update(bytes.slice(0, 8)).digest("hex");
    const remedy = "It is damaged, or of another build: fetch it again.";
    expect(message).toBe(`probes.arrow: expected SHA-256 ${digest}, found ${found} of 8 bytes. ${remedy}`);
  });

  it("is compared where the platform gives no digests", async () => {
    vi.stubGlobal("crypto", {});
    try {
      expect((await readSnapshot({...whole})).table.numRows()).toBe(2);
      expect((await errorOf(readSnapshot(giving(bytes.slice(1))))).tag).toBe("damaged");
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("whoever reads a snapshot", () => {
  const damaged = giving(bytes.slice(0, -1));
  it.each([
    ["a session", () => EcephysSession.fromSnapshot({probes: damaged})],
    [
      "a session whose other snapshots are whole",
      async () => {
        const session = await EcephysSession.fromSnapshot({probes: whole, units: damaged});
        return session.units();
      }
    ],
    ["a page’s session", () => sessionOpener({probes: damaged}).openSession("probes")],
    ["a page’s summaries", () => sessionOpener({contents: damaged}).openSummaries("contents").contents()],
    ["summaries", () => new SessionSummaries({lfpOverview: {A: damaged}}).lfpOverview("A")],
    [
      "the tables of a project",
      () =>
        openProjectTables({
          sessions: whole,
          probes: whole,
          channels: whole,
          units: whole,
          structureCounts: damaged,
          metricCounts: whole,
          areaMetrics: whole
        })
    ]
  ])("is told that it is damaged: %s", async (_, read) => {
    expect((await errorOf(read())).tag).toBe("damaged");
  });
});

describe("a snapshot of a session that is known", () => {
  it("is read, and another session’s is refused, though nothing is wrong with it", async () => {
    expect((await readSnapshot({...whole, digest: undefined, sessionId: SESSION})).metadata.sessionId).toBe(SESSION);
    const foreign = {...giving(snapshotOfSession(810000001)), digest: undefined, sessionId: SESSION};
    const {tag, message} = await errorOf(readSnapshot(foreign));
    expect(tag).toBe("other-session");
    expect(message).toContain(
      "probes.arrow: expected a snapshot of session 810000000, found one of session 810000001."
    );
  });

  it("is refused among those of another session", async () => {
    const foreign = {...giving(snapshotOfSession(810000001)), digest: undefined};
    const session = await EcephysSession.fromSnapshot({probes: whole, units: foreign});
    expect((await errorOf(session.units())).tag).toBe("other-session");
  });
});

describe("a snapshot that cannot be fetched", () => {
  it("is named, with the reason", async () => {
    const cause = new TypeError("Failed to fetch");
    const error = await errorOf(readSnapshot({name: "units.arrow", arrayBuffer: () => Promise.reject(cause)}));
    expect(error.tag).toBe("not-fetched");
    expect(error.message).toBe("units.arrow: expected its bytes, found Failed to fetch. Try again.");
    expect(error.cause).toBe(cause);
  });

  it("is fetched again by the next who asks, and one that was fetched is not", async () => {
    const arrayBuffer = vi.fn(async () => bytes.buffer);
    arrayBuffer.mockRejectedValueOnce(new Error("no connection"));
    const file = {...whole, arrayBuffer};
    await errorOf(readSnapshot(file));
    await Promise.all([readSnapshot(file), readSnapshot(file)]);
    await readSnapshot(file);
    expect(arrayBuffer).toHaveBeenCalledTimes(2);
  });
});

it("bytes that decode to an end are a tagged error, or a table: without a digest, damage in the values cannot be seen", async () => {
  const {length} = bytes;
  for (let end = 0; end < length; end += 8) {
    const read = readSnapshot(bytes.slice(0, end)).then(
      ({table: {numRows}}) => typeof numRows,
      (error: unknown) => (error instanceof SnapshotError ? error.tag : error)
    );
    expect(["function", "not-a-snapshot"]).toContain(await read);
  }
});
