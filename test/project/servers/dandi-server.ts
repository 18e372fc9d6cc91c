import type {FileServer} from "./file-server.js";
import {sha256} from "./hdf5-like.js";

/** A file of a dandiset as the server has it. */
export interface DandiFile {
  dandiset: string;
  /** Within the dandiset, such as "sub-1/sub-1_ses-2.nwb". */
  path: string;
  bytes: Uint8Array;
  /** False for a file whose digest has not been taken yet. */
  digested?: boolean;
}

/** Adds DANDI's interface under /api: lists of files, page by page; descriptions; and a redirect to a file's bytes. */
export function serveAsDandi(server: FileServer, files: readonly DandiFile[], pageSize = 100): void {
  const assets = files.map((file, i) => {
    const [id, blob] = [`asset-${i}`, `b10b${i}`];
    server.put(`/blobs/${blob}`, file.bytes, {etag: `"${sha256(file.bytes).slice(0, 32)}-1"`});
    return {...file, id, blob};
  });
  server.route((url, response) => {
    const json = (body: unknown) => {
      response.writeHead(200, {"content-type": "application/json"}).end(JSON.stringify(body));
      return true;
    };
    const list = /^\/api\/dandisets\/(\d{6})\/versions\/draft\/assets\/$/.exec(url.pathname);
    if (list) {
      const page = Number(url.searchParams.get("page") ?? 1);
      const all = assets.filter(({dandiset}) => dandiset === list[1]);
      const next = new URL(url);
      next.searchParams.set("page", `${page + 1}`);
      return json({
        count: all.length,
        next: page * pageSize < all.length ? next.href : null,
        previous: null,
        results: all
          .slice((page - 1) * pageSize, page * pageSize)
          .map(({id, blob, path, bytes}) => ({asset_id: id, blob, zarr: null, path, size: bytes.length}))
      });
    }
    const asset = assets.find(({id}) => url.pathname.startsWith(`/api/assets/${id}/`));
    if (!asset) return false;
    if (url.pathname.endsWith("/download/")) {
      response.writeHead(302, {location: `${server.address}/blobs/${asset.blob}`}).end();
      return true;
    }
    const etag = {"dandi:dandi-etag": "0123456789abcdef-1"};
    const digest = asset.digested === false ? etag : {...etag, "dandi:sha2-256": sha256(asset.bytes)};
    return json({path: asset.path, contentSize: asset.bytes.length, digest});
  });
}
