/** Lets a keyboard scroll code that is wider than its place. */
export function makeCodeScrollable(): void {
  const changes = new ResizeObserver((entries) => {
    for (const {target} of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const code of document.querySelectorAll("main pre")) changes.observe(code);
}
