import {type FSWatcher, readdirSync, realpathSync, statSync, watch} from "node:fs";
import {join} from "node:path";

/**
 * Watches folders and all that is in them. Does not keep the process alive.
 *
 * @param directories the folders; folders that appear in them later are watched too
 * @param onChange is given the paths of what changed; while it is busy, changes wait
 * @param except names of folders that are not watched
 * @returns a function that ends it
 */
export function watchFolders(
  directories: string[],
  onChange: (paths: ReadonlySet<string>) => Promise<void>,
  except: readonly string[] = []
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const tell = () => {
    const paths = changed;
    changed = new Set();
    last = last.then(() => onChange(paths)).catch(() => {}); // a file may go while it is looked at
  };
  // One watcher for each folder: watching recursively loses files that an editor replaces on saving.
  const watchTree = (directory: string) => {
    if (!statSync(directory, {throwIfNoEntry: false})?.isDirectory() || watchers.has(directory)) return;
    const watcher = watch(directory, {persistent: false}, (_, name) => {
      if (name === null) return;
      changed.add(join(directory, name));
      watchTree(join(directory, name));
      clearTimeout(timer);
      timer = setTimeout(tell, 50);
    });
    const forget = () => watchers.delete(directory);
    watchers.set(directory, watcher.on("error", forget).on("close", forget));
    for (const name of readdirSync(directory)) if (!except.includes(name)) watchTree(join(directory, name));
  };
  for (const directory of directories) watchTree(realpathSync(directory));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
