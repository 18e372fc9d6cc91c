/** Gives the reader a file to keep; the browser asks where, or puts it among the downloads. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name of a file that comes from this page: "700000001-units-figure-2.svg". */
export function fileName(thing: string, ending: string): string {
  const page = location.pathname
    .split("/")
    .filter(Boolean)
    .slice(-2)
    .join("-")
    .replace(/\.html$/, "");
  return `${page || "home"}-${thing}.${ending}`;
}
