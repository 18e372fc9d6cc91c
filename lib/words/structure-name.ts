/** What pages and figures call an area: its acronym, or "no area" where the file gives none. */
export function structureName(acronym: string | null | undefined): string {
  return acronym ? acronym : "no area";
}
