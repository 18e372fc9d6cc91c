import type {Entries} from "./bundle-modules.js";
import {bundledSource} from "./bundled-source.js";

/** What pages, and modules beside them, take of modules that are bundled. */
export class TakenModules {
  /** By a page's source: the names that it takes, and of which module. */
  readonly #byPages = new Map<string, Map<string, string>>();
  /** Of each module that is had at its own address: names; null for all. */
  readonly #atHome = new Map<string, Set<string> | null>();
  readonly #seen = new Set<string>();

  /** Notes what a page takes of a module; returns whether it is had from the page's own, and not at the module's address. */
  byPage(page: string, module: string, names: string[] | null): boolean {
    const known = this.#byPages.get(page) ?? new Map<string, string>();
    // Without a name it is for what the module does; and two modules may have a name each that is the same.
    const some = names?.length ? names : null;
    if (some === null || some.some((name) => (known.get(name) ?? module) !== module)) {
      this.beside(module, some);
      return false;
    }
    for (const name of some) known.set(name, module);
    this.#byPages.set(page, known);
    return true;
  }

  /** Notes what is taken of a module at its own address. */
  beside(module: string, names: string[] | null): void {
    const known = this.#atHome.get(module);
    this.#atHome.set(module, names === null || known === null ? null : new Set([...(known ?? []), ...names]));
  }

  /** Whether this is asked of a module for the first time. */
  isNew(module: string): boolean {
    return !this.#seen.has(module) && this.#seen.add(module) !== undefined;
  }

  entries(): Entries {
    const ofPages = [...this.#byPages].map(([page, names]) => {
      const lines = [...names].map(([name, module]) => exporting([name], module));
      return [pageModule(page), {text: lines.join("")}] as const;
    });
    const atHome = [...this.#atHome].map(([module, names]) => {
      const of = names ? {text: exporting([...names], module)} : {path: bundledSource(module)!};
      return [module.slice(1, -".js".length), of] as const;
    });
    return Object.fromEntries([...ofPages, ...atHome]);
  }
}

function exporting(names: string[], module: string): string {
  return `export {${names.join(", ")}} from ${JSON.stringify(bundledSource(module))};\n`;
}

/** The name of a page's module: "components/page-session-units" for "[session]/units.md". */
export function pageModule(page: string): string {
  const words = page.replace(/\.md$/, "").match(/[\w-]+/g) ?? [];
  return `components/page-${words.join("-")}`;
}
