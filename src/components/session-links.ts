/** Links to the other sessions, with commas between them: the site names them at the foot of the page, where a reader would not look. */
export function otherSessionLinks(): (Node | string)[] {
  const links = document.querySelectorAll("#observablehq-footer a[data-session]");
  return [...links].flatMap((link, i) => (i > 0 ? [", ", link.cloneNode(true)] : [link.cloneNode(true)]));
}
