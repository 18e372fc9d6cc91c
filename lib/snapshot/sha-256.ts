import {plainSha256} from "./plain-sha-256.js";

/**
 * SHA-256 of bytes, as 64 hexadecimal digits. Browsers give it only to pages that come by HTTPS or from this machine; for others
 * it is computed here.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const {subtle} = globalThis.crypto ?? {};
  const digest = subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : plainSha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
