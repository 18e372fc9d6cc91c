/** Opens each thing once, when it is first asked for by its name. */
export function openedOnce<Opened>(open: (name: string) => Opened): (name: string) => Opened {
  const opened = new Map<string, Opened>();
  return (name) => {
    if (!opened.has(name)) opened.set(name, open(name));
    return opened.get(name)!;
  };
}
