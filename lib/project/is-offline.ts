/** Whether no server may be asked, by the setting that says so whatever it is set to. */
export function isOffline(setting = process.env.NEUROPIXELS_OFFLINE): boolean {
  return Boolean(setting?.trim());
}
