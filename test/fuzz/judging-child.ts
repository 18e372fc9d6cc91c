// A process of its own: it may be kept for ever by what it reads, or run out of memory.
import type {Damage} from "./damage.js";
import {judge, openSubject, type Subject, type Target} from "./judge.js";

const subjects = new Map<Target, Promise<Subject>>();

process.on("message", async ({target, damage}: {target: Target; damage: Damage | null}) => {
  const subject = subjects.get(target) ?? openSubject(target);
  subjects.set(target, subject);
  process.send!(damage ? await judge(await subject, damage) : await subject.then(() => null));
});
