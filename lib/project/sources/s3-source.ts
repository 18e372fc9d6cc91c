import {cachePath} from "../cache-path.js";
import {type FetchTextOptions, fetchText} from "../http/fetch-text.js";
import {ProjectError} from "../project-error.js";
import type {ProjectSource} from "./project-source.js";

/** Which bucket, and where in it. */
export interface S3Options {
  /** The bucket's address; by default that of the Allen Brain Observatory. */
  address?: string;
  /** The folder in the bucket, in AllenSDK's cache layout, with a "/" at its end. */
  prefix?: string;
  request?: FetchTextOptions;
}

/** A file in a bucket. */
interface S3Object {
  key: string;
  /** In bytes. */
  size: number;
}

/**
 * The Allen Institute's public bucket, by plain HTTPS, or another one laid out like a cache folder. It publishes the size of every
 * file, and no digest.
 */
export function s3Source(options: S3Options = {}): ProjectSource {
  const address = (options.address ?? "https://allen-brain-observatory.s3.us-west-2.amazonaws.com").replace(/\/+$/, "");
  const {prefix = "visual-coding-neuropixels/ecephys-cache/", request} = options;
  return {
    name: `the bucket ${address}`,
    async locate(file, {signal} = {}) {
      const key = prefix + cachePath(file);
      for await (const object of objects(address, key, {...request, signal: signal ?? request?.signal})) {
        if (object.key !== key) continue;
        const path = key.split("/").map(encodeURIComponent).join("/");
        return {kind: "url", url: `${address}/${path}`, size: object.size};
      }
      return null;
    }
  };
}

/** The files of a bucket whose keys begin so, page after page. */
async function* objects(address: string, prefix: string, request: FetchTextOptions): AsyncGenerator<S3Object> {
  for (let token: string | undefined, page = 1; ; page++) {
    const query = new URLSearchParams({"list-type": "2", "max-keys": "1000", prefix});
    if (token !== undefined) query.set("continuation-token", token);
    const listing = await fetchText(`${address}/?${query}`, request);
    if (!/<ListBucketResult[\s>]/.test(listing)) throw badListing(address, listing.slice(0, 80));
    for (const [, contents] of listing.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const [key, size] = [element(contents, "Key"), element(contents, "Size")];
      if (key === undefined || !/^\d+$/.test(size ?? "")) throw badListing(address, contents);
      yield {key, size: Number(size)};
    }
    if (element(listing, "IsTruncated") !== "true") return;
    const next = element(listing, "NextContinuationToken");
    if (!next || next === token) throw badListing(address, `page ${page}, which does not say where the next one is`);
    token = next;
  }
}

const ENTITIES = new Map(Object.entries({amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"}));

/** The text of an element of a listing; there are no attributes in it, nor elements of the same name in one another. */
function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(?:#(\d+)|(\w+));/g, (all, code, entity) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES.get(entity) ?? all)
  );
}

function badListing(file: string, found: string): ProjectError {
  const remedy = "Check the bucket's address, or take another source.";
  return new ProjectError("bad-reply", {
    file,
    expected: "a listing of the bucket",
    found: JSON.stringify(found),
    remedy
  });
}
