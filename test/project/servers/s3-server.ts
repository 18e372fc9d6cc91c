import type {FileServer} from "./file-server.js";

/**
 * Adds S3's listing (ListObjectsV2) of a server's files: `GET /?list-type=2&prefix=…`, keys in order, so many to a page.
 */
export function listAsS3(server: FileServer, pageSize = 1000): void {
  server.route((url, response) => {
    if (url.pathname !== "/" || url.searchParams.get("list-type") !== "2") return false;
    const prefix = url.searchParams.get("prefix") ?? "";
    const after = url.searchParams.get("continuation-token") ?? "";
    const files = new Map([...server.files].map(([path, file]) => [decodeURIComponent(path.slice(1)), file]));
    const left = [...files.keys()].sort().filter((key) => key.startsWith(prefix) && key > after.replace(/^after:/, ""));
    const page = left.slice(0, Math.min(pageSize, Number(url.searchParams.get("max-keys") ?? 1000)));
    const contents = page.map((key) => {
      const file = files.get(key)!;
      const etag = escaped(file.etag ?? "");
      const rest = `<ETag>${etag}</ETag><Size>${file.bytes.length}</Size><StorageClass>STANDARD</StorageClass>`;
      return `<Contents><Key>${escaped(key)}</Key><LastModified>2019-10-03T00:00:00.000Z</LastModified>${rest}</Contents>`;
    });
    const more = page.length < left.length;
    const next = more ? `<NextContinuationToken>after:${escaped(page.at(-1)!)}</NextContinuationToken>` : "";
    response.writeHead(200, {"content-type": "application/xml"}).end(
      `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix>${escaped(prefix)}</Prefix>` +
        `${next}<KeyCount>${page.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${more}</IsTruncated>` +
        `${contents.join("")}</ListBucketResult>`
    );
    return true;
  });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
