import {readdirSync, realpathSync, utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {loaderSources} from "./loader-sources.js";

/**
 * For a preview: when a file changes that a data loader imports, touches the loader, which is what makes Framework run it
 * again and update the pages. Watches until the process ends, without keeping it alive.
 *
 * @param loaders the folder of the loaders
 * @param directories the folders whose files they import
 */
export function watchLoaderSources(loaders: string, directories: string[]): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const touch = async () => {
    const paths = new Set(changed);
    changed.clear();
    const now = new Date();
    for (const [loader, sources] of await loaderSources(loaders))
      if (!paths.has(loader) && sources?.some((source) => paths.has(source))) utimesSync(loader, now, now);
  };
  // One watcher for each folder: watching recursively loses files that an editor replaces on saving.
  for (const directory of directories.flatMap(foldersIn))
    watch(directory, {persistent: false}, (_, name) => {
      if (name === null) return;
      changed.add(join(realpathSync(directory), name));
      clearTimeout(timer);
      timer = setTimeout(() => void touch(), 50);
    });
}

function foldersIn(directory: string): string[] {
  const inner = readdirSync(directory, {withFileTypes: true}).filter((entry) => entry.isDirectory());
  return [directory, ...inner.flatMap(({name}) => foldersIn(join(directory, name)))];
}
