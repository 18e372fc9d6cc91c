/** Leads from a page of one session to the same page of another, with what is set on it (see observablehq.config.ts). */
export function followSessionSwitch(): void {
  for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-session]")) {
    const {session} = list.dataset;
    list.value = session!; // a page that the browser brings back may show another
    list.addEventListener("change", () => {
      const path = location.pathname.replace(`/${session}/`, `/${list.value}/`);
      location.assign(`${path}${location.search}${location.hash}`);
    });
  }
}
