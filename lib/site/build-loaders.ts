import type {Config} from "@observablehq/framework/dist/config.js";
import {type Loader, LoaderResolver, type Page} from "@observablehq/framework/dist/loader.js";

/** Finds pages and files for a build, during which they do not change: Framework looks for each many times. */
export class BuildLoaders extends LoaderResolver {
  readonly #pages: ReadonlyMap<string, Page>;
  readonly #found = new Map<string, Loader | undefined>();

  constructor(root: string, {loaders}: Config, pages: ReadonlyMap<string, Page>) {
    super({root, interpreters: Object.fromEntries(loaders.interpreters)});
    this.#pages = pages;
  }

  override async loadPage(path: string): Promise<Page> {
    return this.#pages.get(path)!;
  }

  override find(path: string): Loader | undefined {
    if (!this.#found.has(path)) this.#found.set(path, super.find(path));
    return this.#found.get(path);
  }
}
