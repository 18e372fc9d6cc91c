/** What every error of this library says, besides its message. */
export interface ErrorDetails {
  /** The file or address that was being read. */
  file?: string;
  /** Where in it: the path of an HDF5 object, the name of a column, an option. */
  path?: string;
  /** What should have been there, as a phrase. */
  expected: string;
  /** What was there, as a phrase. */
  found: string;
  /** What the reader can do about it, as a sentence. */
  remedy: string;
}

/**
 * An error that programs can tell apart by its tag and people can act on: it names the file, the place in it, what was
 * expected, what was found, and what to do. Each room of the library has its own subclass with its own tags.
 */
export class TaggedError<Tag extends string = string> extends Error implements ErrorDetails {
  readonly tag: Tag;
  readonly file?: string;
  readonly path?: string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;

  constructor(tag: Tag, {file, path, expected, found, remedy}: ErrorDetails, options?: ErrorOptions) {
    const place = [file, path].filter(Boolean).join(": ");
    super(printable(`${place ? `${place}: ` : ""}expected ${expected}, found ${found}. ${remedy}`), options);
    this.name = new.target.name;
    this.tag = tag;
    this.file = file;
    this.path = path;
    this.expected = expected;
    this.found = found;
    this.remedy = remedy;
  }
}

/** An error as a person should read it: the sentence of one that was foreseen or is the system's, all that is known of any other. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error));
  return printable("tag" in error || "syscall" in error ? error.message : (error.stack ?? error.message));
}

/** A text as a terminal may be given it: control characters, with which a name in a file could command it, are spelled out. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
