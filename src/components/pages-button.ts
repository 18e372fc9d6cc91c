/**
 * Makes the button "Pages" at the head of a page open the list of pages where it is not in view; Framework has only a box
 * at the edge for it, which neither a keyboard nor a finger finds.
 */
export function connectPagesButton(): void {
  const button = document.querySelector<HTMLButtonElement>("#observablehq-header .pages");
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  const sidebar = document.querySelector<HTMLElement>("#observablehq-sidebar");
  if (!button || !toggle || !sidebar) return;
  button.addEventListener("click", () => {
    toggle.click();
    const link = sidebar.querySelector<HTMLAnchorElement>(".observablehq-link-active a") ?? sidebar.querySelector("a");
    link?.focus();
  });
  // Framework closes the list on Escape, but shows it as long as the focus is in it.
  sidebar.addEventListener("keydown", ({key}) => {
    if (key === "Escape" && button.offsetWidth > 0) button.focus();
  });
}
