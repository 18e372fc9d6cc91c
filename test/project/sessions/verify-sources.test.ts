// What is known of the bytes of a session's files is compared before they are opened.

import {createHash} from "node:crypto";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {fileState, recordPath} from "../../../lib/project/download/index.js";
import type {SessionFile} from "../../../lib/project/index.js";
import {verificationText} from "../../../lib/project/sessions/verification-text.js";
import {verifySources} from "../../../lib/project/sessions/verify-sources.js";
import {temporaryDirectory} from "../../nwb/write-hdf5.js";
import {goldenSessions} from "../../parity/golden.js";

const [mini] = goldenSessions;
const [SESSION, LFP] = ["session_810000000.nwb", "probe_810000213_lfp.nwb"];
const sha256 = createHash("sha256").update(readFileSync(mini.nwb)).digest("hex");

/** A cache folder with the session's files. */
function cached(name: string): SessionFile {
  const directory = join(temporaryDirectory(), name);
  const nwb = join(directory, basename(dirname(mini.nwb)), SESSION);
  cpSync(dirname(mini.nwb), dirname(nwb), {recursive: true});
  return {id: 810000000, directory, nwb, synthetic: false};
}

/** What is written down beside a file when it is fetched. */
function writeRecord(path: string, digest = createHash("sha256").update(readFileSync(path)).digest("hex")): void {
  const {length: size} = readFileSync(path);
  writeFileSync(recordPath(path), JSON.stringify({url: "https://a.test/", size, sha256: digest, fetched: ""}));
}

function alterOneBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[440_804] ^= 4; // in a text, of which nothing else in the file tells that it was altered
  writeFileSync(path, bytes);
}

describe("the files of a session", () => {
  it("of which no digest is known are not verified, and it is said", async () => {
    const files = await verifySources(cached("unknown"));
    expect(files).toEqual([
      {name: SESSION, verification: "nothing"},
      {name: LFP, verification: "nothing"}
    ]);
    expect(verificationText(files)).toBe(`Not verified, as no digest is known: ${SESSION}, ${LFP}`);
  });

  it("that were fetched are compared with the digest that was taken then", async () => {
    const session = cached("fetched");
    writeRecord(session.nwb);
    const files = await verifySources(session);
    expect(files[0]).toEqual({name: SESSION, verification: "fetched"});
    expect(verificationText(files)).toBe(
      `Verified by SHA-256: ${SESSION}; not verified, as no digest is known: ${LFP}`
    );
  });

  it("that someone else put there are compared with the digest that is published", async () => {
    const files = await verifySources({...cached("published"), published: {sha256}});
    expect(files[0]).toEqual({name: SESSION, verification: "published"});
  });

  it("that are read by their address are not verified as a whole", async () => {
    const nwb = "https://a.test/session.nwb";
    const files = await verifySources({id: 5, directory: "nowhere", nwb, published: {sha256}, synthetic: false});
    expect(files).toEqual([{name: "session_5.nwb", verification: "in-parts"}]);
    expect(verificationText(files)).toMatch(/^Not verified, as read in parts where it is published: session_5\.nwb$/);
  });
});

describe("a file with one bit altered is refused before it is opened", () => {
  it.each<[string, (session: SessionFile) => SessionFile]>([
    [
      "where it was fetched",
      (session) => {
        writeRecord(session.nwb);
        return session;
      }
    ],
    ["where its digest is published", (session) => ({...session, published: {sha256}})]
  ])("%s; who asks for it next gets it anew", async (name, known) => {
    const session = known(cached(name));
    alterOneBit(session.nwb);
    const refused = {tag: "damaged", file: session.nwb, expected: `SHA-256 ${sha256}`};
    await expect(verifySources(session)).rejects.toMatchObject(refused);
    expect(await fileState(session.nwb)).toMatchObject({state: "damaged"});
  });

  it("also one of LFP", async () => {
    const session = cached("lfp");
    const path = join(dirname(session.nwb), LFP);
    writeRecord(path, sha256);
    await expect(verifySources(session)).rejects.toMatchObject({tag: "damaged", file: path});
  });
});
