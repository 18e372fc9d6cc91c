// In a preview, while snapshots are being made: a line at the foot of the page, which may wait for one of them, says how many there are.
// observablehq.config.ts loads it at the head of every page of a preview that makes snapshots, and names in a meta element who is asked.
const address = document.querySelector<HTMLMetaElement>('meta[name="snapshots-made-at"]')?.content;

async function show(line: HTMLElement): Promise<void> {
  const answer = await fetch(`${address}/progress`).catch(() => null); // the preview has ended
  const {done, of} = answer?.ok ? ((await answer.json()) as {done: number; of: number}) : {done: 0, of: 0};
  if (done >= of) return line.remove();
  line.textContent = `Snapshots are being made: ${done} of ${of}. Figures appear when theirs are there.`;
  setTimeout(() => void show(line), 1000);
}

if (address) {
  const line = document.createElement("div");
  line.role = "status";
  line.className = "snapshot-progress";
  document.body.append(line);
  void show(line);
}
