/** How long the pointer rests on a term before its explanation appears, in ms; less would flicker under a moving hand. */
const REST = 150;

/**
 * Shows the explanation of a term of the glossary beside it: while the pointer rests on it or the keyboard has reached it,
 * and on a tap. Terms are links to the glossary (see lib/site/explained-terms.ts); the explanation links there too.
 */
export function showTermExplanations(): void {
  const terms = document.querySelectorAll<HTMLAnchorElement>("a.term[data-explanation]");
  if (terms.length === 0) return;
  const note = document.createElement("div");
  note.id = "term-explanation";
  note.popover = "auto"; // Escape, or a click elsewhere, closes it
  const words = note.appendChild(document.createElement("p"));
  const more = note.appendChild(document.createElement("a"));
  more.textContent = "Glossary";
  document.body.append(note);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLAnchorElement | null = null;

  const show = (term: HTMLAnchorElement) => {
    clearTimeout(timer);
    shown = term;
    words.textContent = term.dataset.explanation!;
    more.href = term.href;
    note.showPopover();
    put(term);
  };
  const put = (term: HTMLAnchorElement) => {
    const place = term.getBoundingClientRect();
    if (place.bottom < 0 || place.top > innerHeight) return hide();
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - note.offsetWidth - 8));
    const below = place.bottom + 4;
    const fits = below + note.offsetHeight < innerHeight;
    note.style.left = `${left}px`;
    note.style.top = `${fits ? below : Math.max(8, place.top - 4 - note.offsetHeight)}px`;
  };
  const hide = () => {
    clearTimeout(timer);
    shown = null;
    note.hidePopover();
  };
  const later = (run: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(run, REST);
  };
  for (const term of terms) {
    term.setAttribute("aria-describedby", note.id);
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(term)));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide));
    term.addEventListener("focus", () => {
      words.textContent = term.dataset.explanation!; // what a screen reader says of it
      if (term.matches(":focus-visible")) show(term);
    });
    term.addEventListener("blur", (event) => note.contains(event.relatedTarget as Node | null) || hide());
    term.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(term);
    });
  }
  // From a term to the link in its explanation, the pointer crosses a gap.
  note.addEventListener("pointerenter", () => clearTimeout(timer));
  note.addEventListener("pointerleave", () => later(hide));
  addEventListener("scroll", () => shown && put(shown), {passive: true});
}
