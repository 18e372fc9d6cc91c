/** The addresses of the pages of the sessions that this site shows, by session; they stand in the list of pages beside it. */
export function sessionPages(): Map<number, string> {
  const links = document.querySelectorAll<HTMLAnchorElement>("#observablehq-sidebar a[href]");
  return new Map(
    Array.from(links).flatMap((link): [number, string][] => {
      const [, id] = /\/(\d+)\/session\.html$/.exec(link.getAttribute("href")!) ?? [];
      return id ? [[Number(id), link.href]] : [];
    })
  );
}
