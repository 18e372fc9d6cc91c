// The parts of Observable Framework 1.13.4 that this room uses and Framework does not declare. They are internals: the
// version in package.json is exact, and the tests of this room fail when they change.

declare module "@observablehq/framework/dist/loader.js" {
  import type {JavaScriptNode} from "@observablehq/framework/dist/javascript/parse.js";
  /** Where Framework says what it is doing. */
  export interface Effects {
    logger: Pick<Console, "log" | "warn" | "error">;
    output: {write(text: string): unknown};
  }
  export interface Loader {
    /** The file that gives the output, relative to the root. */
    path: string;
    params?: Record<string, string>;
    /** Makes the output if it is not in the cache; returns its path relative to the root. */
    load(options?: {useStale?: boolean}, effects?: Effects): Promise<string>;
  }
  export interface Page {
    head: string | null;
    body: string;
    /** The file that it is written in, relative to the root. */
    path: string;
    data: {draft?: boolean};
    params?: Record<string, string>;
    code: {id: string; mode: "inline" | "block" | "jsx"; node: JavaScriptNode}[];
  }
  export class LoaderResolver {
    interpreters: Map<string, string[]>;
    constructor(options: {root: string; interpreters?: Record<string, string[]>});
    find(path: string): Loader | undefined;
    loadPage(path: string, options: {path: string}, effects?: Effects): Promise<Page>;
    /** The source of a module or file, if it exists. */
    getWatchPath(path: string): string | undefined;
    /** Where the output will stand, relative to the root. */
    getOutputFilePath(path: string): string;
  }
}

declare module "@observablehq/framework/dist/config.js" {
  import type {LoaderResolver} from "@observablehq/framework/dist/loader.js";
  export interface Config {
    root: string;
    output: string;
    loaders: LoaderResolver;
    /** The list of pages. */
    pages: object[];
    /** What stands at the foot of a page, as HTML. */
    footer: string | null | ((page: {path: string}) => string | null);
    paths(): AsyncIterable<string>;
  }
  export function normalizeConfig(spec: object, defaultRoot?: string, watchPath?: string): Config;
}

declare module "@observablehq/framework/dist/resolvers.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";
  import type {Page} from "@observablehq/framework/dist/loader.js";
  export interface Resolvers {
    /** Paths relative to the page. */
    files: Set<string>;
    assets: Set<string>;
    localImports: Set<string>;
    globalImports: Set<string>;
    resolveImport(specifier: string): string;
  }
  export function getResolvers(page: Page, options: Config & {path: string}): Promise<Resolvers>;
}

declare module "@observablehq/framework/dist/build.js" {
  import type {Config} from "@observablehq/framework/dist/config.js";
  import type {Effects} from "@observablehq/framework/dist/loader.js";
  export class FileBuildEffects {
    constructor(outputRoot: string, cacheDirectory: string, effects?: Partial<Effects>);
  }
  export function build(options: {config: Config}, effects?: FileBuildEffects): Promise<void>;
}

declare module "@observablehq/framework/dist/markdown.js" {
  import type MarkdownIt from "markdown-it";
  export function createMarkdownIt(): MarkdownIt;
  /** The cells that a page runs, in its order, and its HTML. */
  export function parseMarkdown(
    page: string,
    options: {md: MarkdownIt; path: string; params?: Record<string, string>}
  ): {code: {node: {input: string}}[]; body: string};
}

declare module "@observablehq/framework/dist/frontMatter.js" {
  /** The rest of a page behind its front matter. */
  export function readFrontMatter(page: string): {content: string};
}

declare module "@observablehq/framework/dist/info.js" {
  export function parseInfo(info: string): {tag: string; attributes: Record<string, string>};
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  import type {ImportReference} from "@observablehq/framework/dist/javascript/imports.js";
  /** A cell. */
  export interface JavaScriptNode {
    input: string;
    imports: ImportReference[];
  }
  export function parseJavaScript(
    input: string,
    options: {path: string; params?: Record<string, string>; inline?: boolean}
  ): JavaScriptNode;
  export function parseProgram(input: string): object;
}

declare module "@observablehq/framework/dist/javascript/imports.js" {
  export interface ImportReference {
    /** As it is written; a path is made relative to the importer. */
    name: string;
    type: "local" | "global";
    method: "static" | "dynamic" | "resolve";
  }
  export function findImports(body: object, path: string, input: string): ImportReference[];
}

declare module "@observablehq/framework/dist/path.js" {
  export function isPathImport(specifier: string): boolean;
  export function relativePath(source: string, target: string): string;
  export function resolvePath(source: string, target: string): string;
}
