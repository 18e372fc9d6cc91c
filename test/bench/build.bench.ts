import {spawnSync} from "node:child_process";
import type {Bench} from "./bench.js";

const build = () => {
  const {status, stdout, stderr} = spawnSync("npm", ["run", "build"], {encoding: "utf8"});
  if (status !== 0) throw new Error(stderr);
  return stdout;
};

const benches: Bench[] = [
  {
    name: "npm run build, when nothing changed",
    budget: 15_000,
    prepare() {
      build();
      return () => {
        if (!build().includes(" 0 snapshots were made")) throw new Error("A second build made a snapshot.");
      };
    }
  }
];
export default benches;
