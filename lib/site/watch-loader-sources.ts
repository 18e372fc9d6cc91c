import {type FSWatcher, readdirSync, realpathSync, statSync, utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {loaderSources} from "./loader-sources.js";

/**
 * For a preview: when a file changes that a data loader imports, touches the loader, which is what makes Framework run it
 * again and update the pages. Does not keep the process alive.
 *
 * @param loaders the folder of the loaders
 * @param directories the folders whose files they import; folders that appear in them later are watched too
 * @returns a function that ends it
 */
export function watchLoaderSources(loaders: string, directories: string[]): () => void {
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const touch = async () => {
    const paths = new Set(changed);
    changed.clear();
    const now = new Date();
    for (const [loader, sources] of await loaderSources(loaders))
      if (sources?.some((source) => source !== loader && paths.has(source))) utimesSync(loader, now, now);
  };
  // One watcher for each folder: watching recursively loses files that an editor replaces on saving.
  const watchTree = (directory: string) => {
    if (!statSync(directory, {throwIfNoEntry: false})?.isDirectory() || watchers.has(directory)) return;
    const watcher = watch(directory, {persistent: false}, (_, name) => {
      if (name === null) return;
      changed.add(join(directory, name));
      watchTree(join(directory, name));
      clearTimeout(timer);
      timer = setTimeout(() => void touch().catch(() => {}), 50); // a file may go while it is looked at
    });
    const forget = () => watchers.delete(directory);
    watchers.set(directory, watcher.on("error", forget).on("close", forget));
    for (const {name} of readdirSync(directory, {withFileTypes: true})) watchTree(join(directory, name));
  };
  for (const directory of directories) watchTree(realpathSync(directory));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
