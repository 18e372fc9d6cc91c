import {describe, expect, it} from "vitest";
import {EcephysProjectCache} from "../../../lib/project/index.js";
import {readTable} from "../../../lib/project/tables/read-table.js";
import {row, writeCache} from "./write-cache.js";

const sessions = (...texts: (string | null)[]) =>
  texts.map((structure_acronyms, i) => row("sessions", i + 1, {structure_acronyms}));

describe("a sessions table that lists structures as text", () => {
  it("has them as lists under AllenSDK's name, and not as text", async () => {
    const directory = writeCache({
      sessions: sessions("['a','v']", `["VISp", 'CA1', None]`, "[]", " [ 'DG' , ] ", null),
      probes: [row("probes", 10, {ecephys_session_id: 1})],
      channels: [row("channels", 20, {ecephys_probe_id: 10, ecephys_structure_acronym: "LGd"})]
    });
    const cache = await EcephysProjectCache.open({directory});
    // A list that was published gives way to what channels are in, where sessions are joined with them.
    expect((await cache.sessionTable()).get("ecephys_structure_acronyms", 0)).toEqual(["LGd"]);
    expect((await cache.sessionTable()).columnNames()).not.toContain("structure_acronyms");
    expect((await cache.channels({suppress: []})).get("ecephys_structure_acronyms", 0)).toEqual(["a", "v"]);
  });

  it("reads every spelling of such a list", () => {
    const text = `id,session_type,age_in_days,sex,genotype,structure_acronyms
1,a,100,M,,"['a','v']"
2,a,100,M,,"[""VISp"", 'CA1', None]"
3,a,100,M,,[]
4,a,100,M,," [ 'DG' , ] "
5,a,100,M,,
`;
    const {ecephys_structure_acronyms: lists, structure_acronyms: gone} = readTable("sessions", text, "sessions.csv");
    expect(lists).toEqual([["a", "v"], ["VISp", "CA1", null], [], ["DG"], null]);
    expect(gone).toBeUndefined();
  });

  it.each(["VISp", "['VISp'", "['VISp' 'CA1']", "['a','v'", "[a]", "[,]", "[1]", "['a']]"])(
    "says so when a cell is none: %s",
    async (text) => {
      const cache = await EcephysProjectCache.open({directory: writeCache({sessions: sessions("[]", text)})});
      await expect(cache.sessionTable()).rejects.toMatchObject({tag: "bad-table", path: "structure_acronyms, row 2"});
    }
  );
});
