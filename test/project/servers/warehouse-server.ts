import {once} from "node:events";
import {readFileSync} from "node:fs";
import {createServer, type Server, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {csvParse} from "d3-dsv";

/** A page that was asked for: which model, and from which row. */
export interface AskedPage {
  model: string;
  criteria: string;
  start: number;
}

/** A reply in place of the right one: a status and a text; null for the right one. */
export type WarehouseFault = (page: AskedPage, n: number) => {status?: number; body: string} | null;

type Reply = Record<string, unknown>;

/**
 * A server on loopback that answers RMA queries as the Allen warehouse does, from the CSV files of a cache folder: in pages, numbers
 * of channels as text, metrics as JSON within JSON with two of them swapped, files behind links.
 */
export class WarehouseServer {
  readonly asked: AskedPage[] = [];
  fault: WarehouseFault = () => null;
  readonly #models: Record<string, (criteria: string) => Reply[]>;
  readonly #directory: string;
  readonly #server: Server;

  private constructor(directory: string) {
    this.#directory = directory;
    this.#models = modelsOf(directory);
    this.#server = createServer((request, response) => this.#answer(decodeURIComponent(request.url ?? ""), response));
  }

  static async start(directory: string): Promise<WarehouseServer> {
    const server = new WarehouseServer(directory);
    server.#server.listen(0, "127.0.0.1");
    await once(server.#server, "listening");
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(path: string, response: ServerResponse): void {
    const file = /^\/api\/v2\/well_known_file_download\/(.+)$/.exec(path)?.[1];
    if (file) {
      response.end(readFileSync(join(this.#directory, file)));
      return;
    }
    const [, model, criteria, start, count] =
      /^\/api\/v2\/data\/query\.json\?criteria=model::(\w+)(.*),rma::options\[start_row\$eq(\d+)\]\[num_rows\$eq(\d+)\]\[order\$eq'id'\]$/.exec(
        path
      ) ?? [];
    const page = {model, criteria, start: Number(start)};
    this.asked.push(page);
    const fault = this.fault(page, this.asked.length - 1);
    if (fault) {
      response.writeHead(fault.status ?? 200).end(fault.body);
      return;
    }
    if (!(model in this.#models)) {
      response.end(reply([], 0, "unknown model"));
      return;
    }
    const rows = this.#models[model](criteria);
    response.end(reply(rows.slice(page.start, page.start + Number(count)), rows.length));
  }
}

/** What the warehouse writes around its rows. */
export function reply(rows: Reply[], total: number, error?: string): string {
  if (error) return JSON.stringify({success: false, id: 0, start_row: 0, num_rows: 0, total_rows: 0, msg: error});
  return JSON.stringify({success: true, num_rows: rows.length, total_rows: total, msg: rows});
}

function modelsOf(directory: string): Record<string, (criteria: string) => Reply[]> {
  const read = (name: string) => csvParse(readFileSync(join(directory, `${name}.csv`), "utf8"));
  const typed = (row: Record<string, string | undefined>): Reply =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, jsonValue(text ?? "")]));
  const byId = (rows: Reply[]) => rows.sort((a, b) => Number(a.id) - Number(b.id));
  const sessions = byId(
    read("sessions").map((row) => {
      const {session_type, age_in_days, sex, genotype, has_nwb, ...others} = typed(row);
      return {
        ...others,
        stimulus_name: session_type,
        fail_eye_tracking: false,
        specimen: {id: others.specimen_id, donor: {sex, full_genotype: genotype, age: {days: age_in_days}}},
        well_known_files: has_nwb ? [{well_known_file_type: {name: "EcephysNwb"}}] : []
      };
    })
  );
  const probes = byId(
    read("probes").map((row) => {
      const {has_lfp_data, ...others} = typed(row);
      return {...others, use_lfp_data: has_lfp_data};
    })
  );
  const channels = byId(read("channels").map((row) => ({...row}))); // a tabular reply is of texts
  const units = byId(read("units").map(typed));
  const sessionOf = sessionsOfUnits(units, read("channels").map(typed), probes);
  const metrics = (type: string) =>
    read(`${type}_analysis_metrics`).map((row, id) => {
      const {ecephys_unit_id, p_value_rf, on_screen_rf, ...others} = typed(row);
      const data = JSON.stringify({...others, p_value_rf: on_screen_rf, on_screen_rf: p_value_rf});
      return {id, ecephys_unit_id, data: data.replaceAll(":null", ": NaN")};
    });
  return {
    EcephysSession: () => sessions,
    EcephysProbe: () => probes,
    EcephysChannel: () => channels,
    EcephysUnit: () => units,
    EcephysUnitMetricBundle(criteria) {
      const type = /stimulus_name\$in'([\w.]+)'/.exec(criteria)?.[1];
      if (type) return metrics(type);
      const session = Number(/ecephys_session\[id\$in(\d+)\]/.exec(criteria)?.[1]);
      return metrics("brain_observatory_1.1").filter((row) => sessionOf.get(row.ecephys_unit_id) === session);
    },
    WellKnownFile: (criteria) => wellKnownFiles(criteria, probes)
  };
}

function jsonValue(text: string): unknown {
  if (text === "") return null;
  if (text === "True" || text === "False") return text === "True";
  return Number.isNaN(Number(text)) ? text : Number(text);
}

function sessionsOfUnits(units: Reply[], channels: Reply[], probes: Reply[]): Map<unknown, unknown> {
  const sessionOfProbe = new Map(probes.map((probe) => [probe.id, probe.ecephys_session_id]));
  const sessionOfChannel = new Map(
    channels.map(({id, ecephys_probe_id}) => [id, sessionOfProbe.get(ecephys_probe_id)])
  );
  return new Map(units.map(({id, ecephys_channel_id}) => [id, sessionOfChannel.get(ecephys_channel_id)]));
}

/** Links to the files of the folder: of the session, of the probes with LFP, and of the templates. */
function wellKnownFiles(criteria: string, probes: Reply[]): Reply[] {
  const link = (path: string) => ({download_link: `/api/v2/well_known_file_download/${path}`});
  const id = Number(/attachable_id\$eq(\d+)/.exec(criteria)?.[1]);
  if (criteria.includes("'EcephysNwb'"))
    return probes.some((probe) => probe.ecephys_session_id === id) && id === 810000000
      ? [link(`session_${id}/session_${id}.nwb`)]
      : [];
  if (criteria.includes("'EcephysLfpNwb'"))
    return id === 810000213 ? [link(`session_810000000/probe_${id}_lfp.nwb`)] : [];
  if (!criteria.includes("'Stimulus'") || id !== 714914585) return [];
  return [
    {path: "/stimuli/8.tiff", ...link("natural_scene_templates/natural_scene_8.tiff")},
    {path: "/stimuli/18.tiff", ...link("nowhere")},
    {path: "/stimuli/natural_movie_1.npy", ...link("natural_movie_templates/natural_movie_1.h5")}
  ];
}
