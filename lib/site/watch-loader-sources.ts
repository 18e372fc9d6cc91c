import {utimesSync} from "node:fs";
import {loaderSources} from "./loader-sources.js";
import {watchFolders} from "./watch-folders.js";

/**
 * For a preview: when a file changes that a data loader imports, touches the loader, which is what makes Framework run it
 * again and update the pages. Does not keep the process alive.
 *
 * @param loaders the folder of the loaders
 * @param directories the folders whose files they import; folders that appear in them later are watched too
 * @returns a function that ends it
 */
export function watchLoaderSources(loaders: string, directories: string[]): () => void {
  return watchFolders(directories, async (changed) => {
    const now = new Date();
    for (const [loader, sources] of await loaderSources(loaders))
      if (sources?.some((source) => source !== loader && changed.has(source))) utimesSync(loader, now, now);
  });
}
