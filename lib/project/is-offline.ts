/** Whether no server may be asked, by the setting that says so: whatever it is set to but "", "0", "no" and "false". */
export function isOffline(setting = process.env.NEUROPIXELS_OFFLINE): boolean {
  return !/^\s*(|0|no|false)\s*$/i.test(setting ?? "");
}
