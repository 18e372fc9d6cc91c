/** A file attachment of Framework's. */
interface Attachment {
  arrayBuffer(): Promise<ArrayBuffer>;
  /** Its address. */
  href: string;
}

/** A file of data that the page may ask for. */
export interface PageFile {
  /** What errors call it: "700000001/spikes/flashes.arrow". */
  name: string;
  address: string;
  /** SHA-256 of its bytes; undefined in a preview, in which it may change. */
  digest: string | undefined;
  /** Whether the last attempt to fetch it failed. */
  isLost: boolean;
}

/** All files of data of this page, by their names. */
export const pageFiles = new Map<string, PageFile>();

/** Records and lists of attachments, or of such. */
type Files = Attachment | readonly Files[] | {readonly [name: string]: Files};

/** The same with what is known of them, which is compared when they are read. */
type Verified<Some> = Some extends Attachment
  ? {arrayBuffer(): Promise<ArrayBuffer>; name: string; digest?: string; sessionId?: number}
  : {[Name in keyof Some]: Verified<Some[Name]>};

/**
 * Tells of each file its name, the digest that the page has of it, and its session.
 *
 * @param sessionId the session that all of them are of
 */
export function verifiedFiles<Some extends Files>(files: Some, sessionId?: number): Verified<Some> {
  return verified(files, sessionId) as Verified<Some>;
}

function verified(files: Files, sessionId: number | undefined): unknown {
  if (isAttachment(files)) return verifiedFile(files, sessionId);
  if (Array.isArray(files)) return files.map((file) => verified(file, sessionId));
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, verified(file, sessionId)]));
}

function isAttachment(files: Files): files is Attachment {
  return "arrayBuffer" in files;
}

function verifiedFile(attachment: Attachment, sessionId: number | undefined) {
  const file = pageFile(attachment.href);
  const {name, digest} = file;
  const arrayBuffer = async () => {
    try {
      const bytes = await attachment.arrayBuffer();
      file.isLost = false;
      return bytes;
    } catch (error) {
      file.isLost = true;
      throw error;
    }
  };
  return {arrayBuffer, name, digest, sessionId};
}

/**
 * In a build the last but one part of a file's name is the beginning of its digest, of which the page has the whole
 * (lib/site/snapshot-digests.ts); a page that has not, takes no file for the right one.
 */
function pageFile(address: string): PageFile {
  const [stem, ...parts] = new URL(address).pathname.split("/_file/data/").at(-1)!.split(".");
  const name = `${decodeURIComponent(stem)}.${parts.at(-1)}`;
  const known = pageFiles.get(name);
  if (known) return known;
  const digest = parts.length === 2 ? (digests.find((each) => each.startsWith(parts[0])) ?? parts[0]) : undefined;
  const file = {name, address, digest, isLost: false};
  pageFiles.set(name, file);
  return file;
}

const digests: readonly string[] = JSON.parse(document.querySelector("#snapshot-digests")?.textContent ?? "[]");
